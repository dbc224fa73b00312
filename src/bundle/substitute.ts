import {fillText, mentionsPlaceholder, placeholdersIn, textOf, type FilledText} from './fill-text.js';
import {depthOf, FilledNode, grown} from './filled-node.js';
import {RESERVED_KEYS} from './json-hazards.js';
import {Members} from './json-members.js';
import type {JsonNode, JsonObject, JsonValue, Key, ParsedJson, Span} from './json-types.js';
import {MAX_DEPTH, setOwn} from './json.js';
import {isKept, type NamePatterns} from './name-patterns.js';
import {MAX_FILE_BYTES} from './text.js';
import {BUILT_IN, type Variables} from './variables.js';

/** A placeholder for which there is no value. */
export interface Unfilled {
  readonly name: string;
  /** The string or key that holds it, and its text. */
  readonly holder: Span & {readonly value: string};
  /** Where the placeholder stands in the text of its holder, braces included. */
  readonly start: number;
  readonly end: number;
}

/** What is known of the placeholders of a file. */
export interface Placeholders {
  /** Names of the variables whose value was put in. */
  readonly used: ReadonlySet<string>;
  /** In the file's order. */
  readonly unfilled: readonly Unfilled[];
  /** Names that have a value, for suggestions. */
  readonly known: readonly string[];
  /** Where what was put in passes MAX_FILE_BYTES: nothing is put in from there on. */
  readonly tooLarge: Span | null;
}

export interface FilledJson extends ParsedJson {
  readonly placeholders: Placeholders;
}

/**
 * Puts the values of variables in the place of `{{name}}`, in strings and in keys. Values are not looked into again.
 * Each node keeps the place that it has in the file; what a value adds stands where its placeholder's string stands.
 *
 * A file without a placeholder is given back as it is. `{{integration}}` is the bundle's own `integration`, else
 * the one given.
 *
 * @param integration the `integration` input; empty when there is none
 * @param keep        the names of placeholders that another program fills in: they are left as they are
 */
export function substitute(
  parsed: ParsedJson,
  variables: Variables,
  integration: string,
  keep: NamePatterns = []
): FilledJson {
  const {root} = parsed;
  if (root === null || !mentionsPlaceholder(root.value)) {
    return {...parsed, placeholders: noPlaceholders(variables)};
  }
  const own = root.properties.get(BUILT_IN)?.value;
  const values = withBuiltIn(variables, own, integration);
  const filler = new Filler(parsed, values, keep, isOpen(own, variables));
  return {...filler.fill(root), placeholders: {...noPlaceholders(variables), ...filler.facts}};
}

/** What is known of a file that has none. */
export function noPlaceholders(variables: Variables): Placeholders {
  return {used: new Set(), unfilled: [], known: [...variables.keys(), BUILT_IN], tooLarge: null};
}

/** The variables together with `{{integration}}`, where that is known. */
function withBuiltIn(variables: Variables, own: JsonValue | undefined, integration: string): Variables {
  const given = integration === '' ? variables : new Map([...variables, [BUILT_IN, integration]]);
  if (typeof own !== 'string') return given;
  if (own.length > LONGEST_INTEGRATION) return variables;
  const {value, filling} = fillText(own, given);
  const isKnown = typeof value === 'string' && (filling?.unfilled ?? []).length === 0;
  return isKnown ? new Map([...variables, [BUILT_IN, value]]) : variables;
}

/** Whether `integration` waits for another variable: then `{{integration}}` being unknown is no fault of its own. */
function isOpen(own: JsonValue | undefined, variables: Variables): boolean {
  if (typeof own !== 'string' || own.length > LONGEST_INTEGRATION) return false;
  return (fillText(own, variables).filling?.unfilled ?? []).some((name) => name !== BUILT_IN);
}

/** No `integration` is written in more characters, placeholders included. */
const LONGEST_INTEGRATION = 1000;

/** Copies a tree and fills it in on the way. */
class Filler {
  private readonly used = new Set<string>();
  private readonly unfilled: Unfilled[] = [];
  private tooLarge: Span | null = null;
  private tooDeep: Span | null = null;
  private added = 0;
  private readonly duplicateKeys: {key: Key; first: Key}[];
  private readonly reservedKeys: Key[];

  /** @param integrationIsOpen whether `{{integration}}` waits for another placeholder */
  constructor(
    private readonly parsed: ParsedJson,
    private readonly variables: Variables,
    private readonly keep: NamePatterns,
    private readonly integrationIsOpen: boolean
  ) {
    this.duplicateKeys = [...parsed.duplicateKeys];
    this.reservedKeys = [...parsed.reservedKeys];
  }

  fill(root: JsonNode): ParsedJson {
    const filled = this.node(root, null, null, 1);
    const {duplicateKeys, reservedKeys, tooDeep} = this;
    const sound = tooDeep === null && this.tooLarge === null;
    return {...this.parsed, root: sound ? filled : null, duplicateKeys, reservedKeys, tooDeep};
  }

  get facts(): Omit<Placeholders, 'known'> {
    const {used, unfilled, tooLarge} = this;
    return {used, unfilled, tooLarge};
  }

  /** @param depth of the arrays and objects, that of the node itself counted */
  private node(source: JsonNode, key: Key | null, parent: JsonNode | null, depth: number): JsonNode {
    if (source.type === 'string') return this.text(source, key, parent, depth);
    if (source.type === 'object') return this.object(source, key, parent, depth);
    if (source.type === 'array') {
      const value: JsonValue[] = [];
      const array = new FilledNode('array', value, key, parent, source);
      array.items = source.items.map((item) => this.node(item, null, array, depth + 1));
      value.push(...array.items.map((item) => item.value));
      return array;
    }
    return new FilledNode(source.type, source.value, key, parent, source);
  }

  private object(source: JsonNode, key: Key | null, parent: JsonNode | null, depth: number): JsonNode {
    const value: JsonObject = {};
    const object = new FilledNode('object', value, key, parent, source);
    const members = new Map<string, JsonNode>();
    for (const member of source.properties.nodes) {
      if (member.key === null) continue;
      const own = this.key(member.key);
      const first = members.get(own.name)?.key;
      if (first) this.duplicateKeys.push({key: own, first});
      const filled = this.node(member, own, object, depth + 1);
      members.set(own.name, filled);
      setOwn(value, own.name, filled.value);
    }
    object.properties = new Members([...members.keys()], [...members.values()]);
    return object;
  }

  private key(key: Key): Key {
    const {value, filling} = this.filled(key.name, key);
    if (filling === null) return key;
    const filled = {name: textOf(value), start: key.start, end: key.end, filling};
    if (RESERVED_KEYS.has(filled.name)) this.reservedKeys.push(filled);
    return filled;
  }

  private text(source: JsonNode, key: Key | null, parent: JsonNode | null, depth: number): JsonNode {
    const {value, filling} = this.filled(source.value as string, source);
    if (filling === null) return new FilledNode('string', value, key, parent, source);
    if (depthOf(value) + depth - 1 > MAX_DEPTH) {
      this.tooDeep ??= {start: source.start, end: source.end};
      return new FilledNode('null', null, key, parent, source);
    }
    return grown(value, key, parent, source, filling);
  }

  /** A text filled in, and what is to be known of it noted. */
  private filled(written: string, {start, end}: Span): FilledText {
    const placeholders = placeholdersIn(written, this.variables);
    if (placeholders.length === 0 || !this.hasRoom(placeholders, {start, end})) {
      return {value: written, filling: null};
    }
    for (const placeholder of placeholders) {
      const {name} = placeholder;
      if (this.variables.has(name)) this.used.add(name);
      else if ((name !== BUILT_IN || !this.integrationIsOpen) && !isKept(name, this.keep)) {
        this.unfilled.push({...placeholder, holder: {value: written, start, end}});
      }
    }
    return fillText(written, this.variables, this.keep);
  }

  /** Whether the values may be put in: a few placeholders can make a small file a huge one. */
  private hasRoom(placeholders: readonly {readonly name: string}[], at: Span): boolean {
    for (const {name} of placeholders) {
      if (this.tooLarge !== null) return false;
      const value = this.variables.get(name);
      if (value !== undefined) this.added += textOf(value).length;
      if (this.added > MAX_FILE_BYTES) this.tooLarge = at;
    }
    return this.tooLarge === null;
  }
}
