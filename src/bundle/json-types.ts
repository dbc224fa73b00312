import type {Members} from './json-members.js';

export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

export interface JsonObject {
  [key: string]: JsonValue;
}

/** What a limit is for, as `json/size` says it (limits.ts). */
export type Limit = 'values' | 'name' | 'number' | 'members' | 'resources' | 'states';

/** A half-open range of UTF-16 offsets in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The placeholders of a string or a key, where there were some: its value is then not what the file has there. */
export interface Filling {
  /** The text in the file, with its placeholders. */
  readonly written: string;
  /** Names of the variables whose value was put in. */
  readonly filled: readonly string[];
  /** Names for which there is no value: their placeholders stand in the value as they are. */
  readonly unfilled: readonly string[];
  /** Names that another program fills in: theirs stand there too, and are no fault. */
  readonly kept: readonly string[];
}

/** The name of an object's property, with the place of its quotes. */
export interface Key extends Span {
  readonly name: string;
  readonly filling?: Filling | undefined;
}

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** A JSON value that knows its place. `properties` is filled for objects only, `items` for arrays only. */
export interface JsonNode extends Span {
  readonly type: JsonType;
  /** The plain value, as JSON.parse has it: not to be changed. */
  readonly value: JsonValue;
  /** The name of the property that holds this value; empty in arrays and at the top. */
  readonly name: string;
  /** The same name with its place; null in arrays and at the top. */
  readonly key: Key | null;
  readonly parent: JsonNode | null;
  /** By name; of a repeated key the last, as JSON.parse has it. */
  readonly properties: Members<JsonNode>;
  readonly items: readonly JsonNode[];
  readonly filling?: Filling | undefined;
}

/** Why a text is no JSON. */
export interface SyntaxFault extends Span {
  readonly message: string;
  /** Whether it is a comment or a trailing comma, which a `.jsonc` file may have. */
  readonly inJsonc: boolean;
  /** What to do about it; left out where the message says it all. */
  readonly hint?: string;
}

/** What was read from a JSON text, with every fact that makes it doubtful. */
export interface ParsedJson {
  /** null when there is no sound value: then `syntax`, `tooDeep` or `beyond` says why. */
  readonly root: JsonNode | null;
  /** The first syntax error: those after it are mostly its consequences. */
  readonly syntax: SyntaxFault | null;
  /** Where the nesting passes MAX_DEPTH. */
  readonly tooDeep: Span | null;
  /** Where another of the limits is passed (limits.ts). */
  readonly beyond: (Span & {readonly limit: Limit}) | null;
  /** Keys that stand a second time in their object, each with the place of the first. */
  readonly duplicateKeys: readonly {readonly key: Key; readonly first: Key}[];
  /** Keys such as `__proto__` that readers of JSON are known to lose or to misuse. */
  readonly reservedKeys: readonly Key[];
  /** Numbers whose text a JavaScript number cannot give back: 2^53 + 1, 1e400. */
  readonly inexactNumbers: readonly (Span & {readonly text: string; readonly read: string})[];
}
