import {Beyond, checkNumber, noHazards, RESERVED_KEYS, TooDeep} from './json-hazards.js';
import {Members} from './json-members.js';
import {TreeNode} from './json-node.js';
import type {JsonNode, JsonObject, JsonType, JsonValue, Key, Limit, ParsedJson, Span} from './json-types.js';
import {limitOfMembers, MAX_DEPTH, MAX_NAME, MAX_NUMBER, MAX_VALUES} from './limits.js';
import {isObject, setOwn} from './objects.js';

/**
 * Reads the tree of a text that JSON.parse has taken: only the places have to be found out, and the values
 * are shared. Where a repeated key has lost some of them they are read from the text once more.
 *
 * @param value what JSON.parse made of the text
 */
export function readTree(text: string, value: JsonValue): ParsedJson {
  const reader = new TreeReader(text);
  const parsed = read(reader, value);
  const isCut = parsed.tooDeep !== null || parsed.beyond !== null;
  return reader.hasRepeatedKeys || isCut ? read(new TreeReader(text), undefined) : parsed;
}

function read(reader: TreeReader, value: JsonValue | undefined): ParsedJson {
  const {duplicateKeys, reservedKeys, inexactNumbers} = reader.hazards;
  let root: JsonNode | null = null;
  let tooDeep: Span | null = null;
  let beyond: ParsedJson['beyond'] = null;
  try {
    root = reader.root(value);
  } catch (error) {
    if (error instanceof TooDeep) tooDeep = error.at;
    else if (error instanceof Beyond) beyond = {...error.at, limit: error.limit};
    else throw error;
  }
  return {root, syntax: null, tooDeep, beyond, duplicateKeys, reservedKeys, inexactNumbers};
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/**
 * Goes through sound JSON once, alongside its value. Between two calls `at` is the first character that is
 * not yet read. The text alone says where things are: where a key is repeated the value has lost something,
 * and what is read alongside it is not what stands there.
 */
class TreeReader {
  readonly hazards = noHazards();
  hasRepeatedKeys = false;
  private at = 0;
  private depth = 0;
  /** The name that was read last, and where it stands. */
  private name = '';
  private keyStart = -1;
  private keyEnd = -1;
  /** The children of the objects and arrays that are open, those of the innermost one last; `count` of them count. */
  private readonly children: JsonNode[] = [];
  private count = 0;
  private values = 0;

  constructor(private readonly text: string) {}

  /** @param value undefined where it is to be read from the text */
  root(value: JsonValue | undefined): TreeNode {
    this.skipSpace();
    return this.node(value, null);
  }

  private node(value: JsonValue | undefined, parent: TreeNode | null): TreeNode {
    this.values += 1;
    if (this.values > MAX_VALUES) throw this.beyond('values', this.at, this.at + 1);
    const first = this.text.charCodeAt(this.at);
    if (first === OPEN_BRACE) {
      const node = this.begin('object', isObject(value) ? value : {}, parent);
      if (isObject(value)) this.members(node, value);
      else this.unknownMembers(node, node.value as JsonObject);
      return node;
    }
    if (first === OPEN_BRACKET) {
      const node = this.begin('array', Array.isArray(value) ? value : [], parent);
      this.elements(node, node.value as JsonValue[]);
      return node;
    }
    return this.literal(first, value, parent);
  }

  private literal(first: number, known: JsonValue | undefined, parent: TreeNode | null): TreeNode {
    const start = this.at;
    if (first === QUOTE) this.skipText();
    else this.skipWord();
    const value = known ?? (JSON.parse(this.text.slice(start, this.at)) as JsonValue);
    const type = value === null ? 'null' : (typeof value as 'string' | 'number' | 'boolean');
    if (type === 'number') {
      if (this.at - start > MAX_NUMBER) throw this.beyond('number', start, this.at);
      checkNumber(this.text.slice(start, this.at), value as number, start, this.hazards);
    }
    return this.place(type, value, parent, start, this.at);
  }

  private begin(type: 'object' | 'array', value: JsonValue, parent: TreeNode | null): TreeNode {
    const start = this.at;
    if (this.depth >= MAX_DEPTH) throw new TooDeep({start, end: start + 1});
    this.depth += 1;
    this.at += 1;
    this.skipSpace();
    return this.place(type, value, parent, start, start + 1);
  }

  /** A node that stands behind the name that was read last, unless it is in an array or at the top. */
  private place(
    type: JsonType,
    value: JsonValue,
    parent: TreeNode | null,
    start: number,
    end: number
  ): TreeNode {
    if (parent === null || parent.type === 'array')
      return new TreeNode(type, value, parent, '', -1, -1, start, end);
    return new TreeNode(type, value, parent, this.name, this.keyStart, this.keyEnd, start, end);
  }

  private members(node: TreeNode, value: JsonObject): void {
    const names = Object.keys(value);
    // Read by name they would take several times as long: each object has other names.
    const values = Object.values(value);
    const {length} = names;
    const {limit, most} = limitOfMembers(node.name);
    const from = this.count;
    for (let index = 0; this.text.charCodeAt(this.at) !== CLOSE_BRACE; index += 1) {
      const expected = names[index];
      const name = this.key(expected);
      if (index >= most) throw this.beyond(limit, this.keyStart, this.keyEnd);
      names[index] = name;
      this.keep(this.node(name === expected ? values[index] : value[name], node));
      this.skipToNext();
    }
    const members = this.close(node, from);
    if (members.length !== length) this.hasRepeatedKeys = true;
    node.properties = new Members(names, members);
  }

  /** Of an object whose value is not known: its members are put into it. */
  private unknownMembers(node: TreeNode, value: JsonObject): void {
    const members = new Map<string, TreeNode>();
    const keys = new Map<string, Key>();
    const {limit, most} = limitOfMembers(node.name);
    while (this.text.charCodeAt(this.at) !== CLOSE_BRACE) {
      const name = this.key(undefined);
      const key = {name, start: this.keyStart, end: this.keyEnd};
      const first = keys.get(name);
      if (first !== undefined) this.hazards.duplicateKeys.push({key, first});
      keys.set(name, key);
      if (keys.size > most) throw this.beyond(limit, key.start, key.end);
      const member = this.node(undefined, node);
      members.set(name, member);
      setOwn(value, name, member.value);
      this.skipToNext();
    }
    this.close(node, this.count);
    node.properties = new Members([...members.keys()], [...members.values()]);
  }

  private elements(node: TreeNode, value: JsonValue[]): void {
    const from = this.count;
    for (let index = 0; this.text.charCodeAt(this.at) !== CLOSE_BRACKET; index += 1) {
      const item = this.node(value[index], node);
      value[index] ??= item.value;
      this.keep(item);
      this.skipToNext();
    }
    node.items = this.close(node, from);
  }

  private keep(child: JsonNode): void {
    this.children[this.count] = child;
    this.count += 1;
  }

  /** Takes the children of an object or array that ends here. */
  private close(node: TreeNode, from: number): JsonNode[] {
    this.at += 1;
    this.depth -= 1;
    node.end = this.at;
    const own = this.children.slice(from, this.count);
    this.count = from;
    return own;
  }

  /** A name and the colon behind it. @param expected the name, unless the value's members are in another order */
  private key(expected: string | undefined): string {
    const {text} = this;
    const start = this.at;
    const isPlain = this.skipName();
    const end = this.at;
    let name: string;
    if (!isPlain) name = JSON.parse(text.slice(start, end)) as string;
    else if (expected?.length === end - start - 2 && text.startsWith(expected, start + 1)) name = expected;
    else name = text.slice(start + 1, end - 1);
    this.name = name;
    this.keyStart = start;
    this.keyEnd = end;
    if (name.length > MAX_NAME) throw this.beyond('name', start, end);
    if (RESERVED_KEYS.has(name)) this.hazards.reservedKeys.push({name, start, end});
    this.skipSpace();
    this.at += 1;
    this.skipSpace();
    return name;
  }

  private beyond(limit: Limit, start: number, end: number): Beyond {
    return new Beyond(limit, {start, end});
  }

  /** Goes on to the next member or element, or to the end of what holds them. */
  private skipToNext(): void {
    this.skipSpace();
    if (this.text.charCodeAt(this.at) !== COMMA) return;
    this.at += 1;
    this.skipSpace();
  }

  private skipSpace(): void {
    const {text} = this;
    let at = this.at;
    while (text.charCodeAt(at) <= SPACE) at += 1;
    this.at = at;
  }

  /** A string that is a value, often a long one: its end is searched for as a whole. */
  private skipText(): void {
    const {text} = this;
    let end = text.indexOf('"', this.at + 1);
    while (text.charCodeAt(end - 1) === BACKSLASH) {
      let from = end - 1;
      while (text.charCodeAt(from - 1) === BACKSLASH) from -= 1;
      if ((end - from) % 2 === 0) break;
      end = text.indexOf('"', end + 1);
    }
    this.at = end + 1;
  }

  /** A string that is a name. @returns whether it is written without escapes */
  private skipName(): boolean {
    const {text} = this;
    let isPlain = true;
    let at = this.at + 1;
    for (let code = text.charCodeAt(at); code !== QUOTE; code = text.charCodeAt(at)) {
      if (code === BACKSLASH) {
        isPlain = false;
        at += 1;
      }
      at += 1;
    }
    this.at = at + 1;
    return isPlain;
  }

  /** A number, `true`, `false` or `null`: up to what cannot be part of one. */
  private skipWord(): void {
    const {text} = this;
    let at = this.at;
    for (let code = text.charCodeAt(at); code > SPACE; code = text.charCodeAt(at)) {
      if (code === COMMA || code === CLOSE_BRACKET || code === CLOSE_BRACE) break;
      at += 1;
    }
    this.at = at;
  }
}
