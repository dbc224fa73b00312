import {visit} from 'jsonc-parser';

export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

/** A half-open range of UTF-16 offsets in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The name of an object's property, with the place of its quotes. */
export interface Key extends Span {
  readonly name: string;
}

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** A JSON value that knows its place. `properties` is filled for objects only, `items` for arrays only. */
export interface JsonNode extends Span {
  readonly type: JsonType;
  /** The plain value. An object's nodes and values share structure: change neither. */
  readonly value: JsonValue;
  /** The property that holds this value; null in arrays and at the top. */
  readonly key: Key | null;
  readonly parent: JsonNode | null;
  /** By name; of a repeated key the last, as JSON.parse has it. */
  readonly properties: ReadonlyMap<string, JsonNode>;
  readonly items: readonly JsonNode[];
}

/** What was read from a JSON text, with every fact that makes it doubtful. */
export interface ParsedJson {
  /** null when there is no sound value: then `syntax` or `tooDeep` says why. */
  readonly root: JsonNode | null;
  /** The first syntax error: those after it are mostly its consequences. */
  readonly syntax: (Span & {readonly message: string}) | null;
  /** Where the nesting passes MAX_DEPTH. */
  readonly tooDeep: Span | null;
  /** Keys that stand a second time in their object, each with the place of the first. */
  readonly duplicateKeys: readonly {readonly key: Key; readonly first: Key}[];
  /** Keys such as `__proto__` that readers of JSON are known to lose or to misuse. */
  readonly reservedKeys: readonly Key[];
  /** Numbers whose text a JavaScript number cannot give back: 2^53 + 1, 1e400. */
  readonly inexactNumbers: readonly (Span & {readonly text: string; readonly read: string})[];
}

/** Deeper nesting than any real flow has; it bounds every recursion over a bundle. */
export const MAX_DEPTH = 128;

const RESERVED_KEYS = new Set(['__proto__']);

class TooDeep extends Error {
  constructor(readonly at: Span) {
    super('too deep');
  }
}

/** Reads strict JSON (RFC 8259: no comments, no trailing commas). Never throws for what the text says. */
export function parseJson(text: string): ParsedJson {
  const builder = new TreeBuilder(text);
  try {
    visit(text, builder, {disallowComments: true, allowTrailingComma: false, allowEmptyContent: false});
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return {...builder.facts, root: null, syntax: null, tooDeep: error.at};
  }
  const syntax = builder.facts.syntax;
  return {...builder.facts, root: syntax === null ? builder.root : null, tooDeep: null};
}

/** One shape for all nodes, and a map only where somebody looks: building the tree is most of the time of a check. */
class TreeNode implements JsonNode {
  readonly items: TreeNode[];
  private members: Map<string, TreeNode> | null = null;

  constructor(
    readonly type: JsonType,
    readonly value: JsonValue,
    readonly key: Key | null,
    readonly parent: TreeNode | null,
    readonly start: number,
    public end: number,
    private readonly children: TreeNode[]
  ) {
    this.items = type === 'array' ? children : NO_CHILDREN;
  }

  get properties(): ReadonlyMap<string, JsonNode> {
    return (this.members ??= this.membersByName());
  }

  add(child: TreeNode): void {
    this.children.push(child);
    this.members = null;
  }

  private membersByName(): Map<string, TreeNode> {
    const members = new Map<string, TreeNode>();
    if (this.type === 'object')
      for (const child of this.children) if (child.key !== null) members.set(child.key.name, child);
    return members;
  }
}

const NO_CHILDREN: TreeNode[] = [];

/** Builds the tree in one pass of jsonc-parser's events. */
class TreeBuilder {
  root: JsonNode | null = null;
  readonly facts = {
    syntax: null as ParsedJson['syntax'],
    duplicateKeys: [] as {key: Key; first: Key}[],
    reservedKeys: [] as Key[],
    inexactNumbers: [] as (Span & {text: string; read: string})[]
  };
  private current: TreeNode | null = null;
  private depth = 0;
  private key: Key | null = null;

  constructor(private readonly text: string) {}

  onObjectBegin = (offset: number): void => {
    this.begin('object', {}, offset);
  };

  onArrayBegin = (offset: number): void => {
    this.begin('array', [], offset);
  };

  onObjectEnd = (offset: number, length: number): void => {
    this.close(offset + length);
  };

  onArrayEnd = (offset: number, length: number): void => {
    this.close(offset + length);
  };

  onObjectProperty = (name: string, start: number, length: number): void => {
    const key = {name, start, end: start + length};
    if (RESERVED_KEYS.has(name)) this.facts.reservedKeys.push(key);
    this.key = key;
  };

  onLiteralValue = (value: string | number | boolean | null, start: number, length: number): void => {
    const end = start + length;
    const type = value === null ? 'null' : (typeof value as 'string' | 'number' | 'boolean');
    if (typeof value === 'number') this.checkNumber(value, start, end);
    this.attach(new TreeNode(type, value, this.key, this.current, start, end, NO_CHILDREN));
  };

  onError = (code: number, start: number, length: number): void => {
    this.facts.syntax ??= syntaxFault(code, this.text, start, length);
  };

  private begin(type: 'object' | 'array', value: JsonObject | JsonValue[], start: number): void {
    if (this.depth >= MAX_DEPTH) throw new TooDeep({start, end: start + 1});
    const node = new TreeNode(type, value, this.key, this.current, start, start + 1, []);
    this.attach(node);
    this.current = node;
    this.depth += 1;
  }

  private close(end: number): void {
    if (this.current === null) return;
    this.current.end = end;
    this.current = this.current.parent;
    this.depth -= 1;
  }

  private attach(node: TreeNode): void {
    const {key, parent} = node;
    this.key = null;
    if (parent === null) {
      this.root ??= node;
      return;
    }
    if (parent.type === 'array') (parent.value as JsonValue[]).push(node.value);
    else if (key === null) return;
    else this.setMember(parent, key, node.value);
    parent.add(node);
  }

  private setMember(parent: TreeNode, key: Key, value: JsonValue): void {
    const object = parent.value as JsonObject;
    if (Object.hasOwn(object, key.name)) {
      const first = parent.properties.get(key.name)?.key;
      if (first) this.facts.duplicateKeys.push({key, first});
    }
    setOwn(object, key.name, value);
  }

  private checkNumber(value: number, start: number, end: number): void {
    const text = this.text.slice(start, end);
    if (!sameNumber(text, value)) this.facts.inexactNumbers.push({start, end, text, read: String(value)});
  }
}

/** Sets an own property, of the name `__proto__` too. */
export function setOwn(object: JsonObject, name: string, value: JsonValue): void {
  if (name === '__proto__') {
    Object.defineProperty(object, name, {value, writable: true, enumerable: true, configurable: true});
  } else {
    object[name] = value;
  }
}

/** Whether the decimal text and the number are one value: their digits and exponents are compared. */
function sameNumber(text: string, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (text.length <= 15) return !/[eE]/.test(text) || normalNumber(text) === normalNumber(String(value));
  return normalNumber(text) === normalNumber(String(value));
}

/** `-12.50e1` → `-125e0`: sign, digits without outer zeros, power of ten. */
function normalNumber(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${sign}${significant}e${power}`;
}

/** jsonc-parser's ParseErrorCode, in words. (Its const enum cannot be imported with isolatedModules.) */
const SYNTAX_MESSAGES: Readonly<Record<number, string>> = {
  1: 'JSON has only double-quoted strings, numbers, true, false, null, objects and arrays',
  2: 'this is not a number as JSON writes it',
  3: 'a property name in double quotes is expected here',
  4: 'a value is expected here',
  5: 'a colon is missing after the property name',
  6: 'a comma is missing before this',
  7: 'a closing brace is missing',
  8: 'a closing bracket is missing',
  9: 'there is text after the end of the JSON value',
  10: 'JSON has no comments',
  11: 'this comment is never closed, and JSON has no comments',
  12: 'this string is never closed',
  13: 'this is not a number as JSON writes it',
  14: '\\u must be followed by four hexadecimal digits',
  15: 'this string has a backslash before a character that JSON does not escape',
  16: 'this string has an unescaped control character, such as a line break or a tab'
};

function syntaxFault(code: number, text: string, start: number, length: number): Span & {message: string} {
  const before = text.slice(0, start).trimEnd();
  if ('}]'.includes(text.charAt(start) || ' ') && before.endsWith(',')) {
    return {start: before.length - 1, end: before.length, message: 'JSON has no trailing commas'};
  }
  const message = text.trim() === '' ? 'the file is empty' : (SYNTAX_MESSAGES[code] ?? 'this is not JSON');
  return {start, end: start + Math.max(length, 1), message};
}
