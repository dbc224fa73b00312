import {isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node as YamlNode} from 'yaml';
import {checkNumber, MAX_DEPTH, noHazards, TooDeep} from './json-hazards.js';
import {Members} from './json-members.js';
import {TreeNode} from './json-node.js';
import type {JsonNode, JsonObject, JsonValue, Key, Span} from './json-types.js';
import {setOwn} from './objects.js';

/** More values than this are not read from one file: aliases can stand for each other many times over. */
export const MAX_VALUES = 100_000;

/** Why a text cannot be read, or not as it was meant. */
export interface YamlFault extends Span {
  /** In one sentence without a full stop. */
  readonly message: string;
  /** What to do about it; empty when the message says it all. */
  readonly hint: string;
}

export interface ParsedYaml {
  /** null when there is no sound value: then there are faults. */
  readonly root: JsonNode | null;
  readonly faults: readonly YamlFault[];
}

/**
 * Reads one YAML 1.2 document (core schema, no merge keys) into the tree that JSON has; JSON is read so too. What
 * an alias stands for has the place at which its anchor is. Never throws for what the text says.
 *
 * @param text its size is for the caller to bound
 */
export function parseYaml(text: string): ParsedYaml {
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    // The library compares every key with every other; `members` does it in one pass.
    uniqueKeys: false,
    prettyErrors: false,
    keepSourceTokens: false
  });
  const [error] = document.errors;
  // Those after the first are mostly its consequences.
  if (error !== undefined) return {root: null, faults: [syntaxFault(error.code, error.message, error.pos)]};
  const {explicit, version} = document.directives.yaml;
  if (explicit === true && version !== '1.2') {
    const message = `this is YAML ${version}, and YAML 1.2 is read`;
    return {root: null, faults: [{start: 0, end: 1, message, hint: 'Remove the %YAML line.'}]};
  }
  return new TreeReader(text, document).read();
}

class Stop extends Error {
  constructor(readonly fault: YamlFault) {
    super('cannot be read');
  }
}

class TreeReader {
  private readonly hazards = noHazards();
  private readonly faults: YamlFault[] = [];
  private known: ReadonlyMap<string, readonly YamlNode[]> | null = null;
  private values = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly document: Document.Parsed
  ) {}

  read(): ParsedYaml {
    const {contents} = this.document;
    try {
      if (contents === null || (isScalar(contents) && contents.value === null && contents.source === '')) {
        throw new Stop({start: 0, end: 0, message: 'the file is empty', hint: ''});
      }
      const root = this.node(contents, null, null);
      for (const {start, end, text} of this.hazards.inexactNumbers) {
        const message = `the number ${text} cannot be held exactly`;
        this.faults.push({start, end, message, hint: 'Write it in quotes where a text will do.'});
      }
      return {root: this.faults.length === 0 ? root : null, faults: this.faults};
    } catch (error) {
      if (error instanceof Stop) return {root: null, faults: [...this.faults, error.fault]};
      if (!(error instanceof TooDeep)) throw error;
      const message = `this is nested deeper than ${MAX_DEPTH} levels`;
      return {root: null, faults: [...this.faults, {...error.at, message, hint: ''}]};
    }
  }

  private node(found: YamlNode | null, parent: TreeNode | null, key: Key | null): TreeNode {
    this.values += 1;
    const {start, end} = this.spanOf(found, key);
    if (this.values > MAX_VALUES) {
      const message = `the file stands for more than ${MAX_VALUES} values`;
      throw new Stop({start, end, message, hint: 'Aliases count as often as they are used.'});
    }
    if (this.depth >= MAX_DEPTH) throw new TooDeep({start, end: start + 1});
    this.depth += 1;
    const node = this.nodeOf(found, parent, key, {start, end});
    this.depth -= 1;
    return node;
  }

  private nodeOf(found: YamlNode | null, parent: TreeNode | null, key: Key | null, span: Span): TreeNode {
    this.refuseTag(found, span);
    const place = [parent, key?.name ?? '', key?.start ?? -1, key?.end ?? -1, span.start, span.end] as const;
    if (isAlias(found)) return this.node(this.anchored(found.source, span), parent, key);
    if (isMap(found)) {
      const object: JsonObject = {};
      const node = new TreeNode('object', object, ...place);
      this.members(found.items, node, object);
      return node;
    }
    if (isSeq(found)) {
      const list: JsonValue[] = [];
      const node = new TreeNode('array', list, ...place);
      node.items = found.items.map((item) => this.node(item as YamlNode | null, node, null));
      for (const item of node.items) list.push(item.value);
      return node;
    }
    const value = this.scalar(found, span);
    const type = value === null ? 'null' : (typeof value as 'string' | 'number' | 'boolean');
    return new TreeNode(type, value, ...place);
  }

  private members(
    pairs: readonly {readonly key: unknown; readonly value: unknown}[],
    node: TreeNode,
    object: JsonObject
  ): void {
    const members = new Map<string, TreeNode>();
    for (const pair of pairs) {
      const key = this.key(pair.key as YamlNode | null, node);
      if (members.has(key.name)) {
        const message = `the key ${JSON.stringify(key.name)} stands here a second time`;
        this.faults.push({start: key.start, end: key.end, message, hint: ''});
        continue;
      }
      const member = this.node(pair.value as YamlNode | null, node, key);
      members.set(key.name, member);
      setOwn(object, key.name, member.value);
    }
    node.properties = new Members([...members.keys()], [...members.values()]);
  }

  /** A key that is a number, say, is the text that stands there. */
  private key(found: YamlNode | null, around: Span): Key {
    const span = found?.range ? {start: found.range[0], end: found.range[1]} : around;
    const named = isAlias(found) ? this.anchored(found.source, span) : found;
    if (!isScalar(named) || (named.value === null && named.source === '')) {
      const message = 'a key has to be a text';
      throw new Stop({start: span.start, end: span.start + 1, message, hint: 'Put it in quotes.'});
    }
    return {
      name: typeof named.value === 'string' ? named.value : (named.source ?? String(named.value)),
      ...span
    };
  }

  private anchored(name: string, span: Span): YamlNode {
    // A name may be given again: an alias means the last one before it.
    const found = lastBefore(this.anchors().get(name) ?? [], span.start);
    if (found !== undefined) return found;
    throw new Stop({...span, message: `there is no anchor &${name} before this`, hint: ''});
  }

  private anchors(): ReadonlyMap<string, readonly YamlNode[]> {
    return (this.known ??= collectAnchors(this.document.contents));
  }

  private scalar(found: YamlNode | null, {start, end}: Span): JsonValue {
    if (found === null) return null;
    const value: unknown = isScalar(found) ? found.value : undefined;
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value)) {
      const text = this.text.slice(start, end);
      if (/^-?[\d.eE+-]+$/.test(text)) checkNumber(text.replace(/^\+/, ''), value, start, this.hazards);
      else if (!Number.isSafeInteger(value)) checkNumber(text, NaN, start, this.hazards);
      return value;
    }
    const message = `${this.text.slice(start, Math.min(end, start + 40))} is no value that JSON has`;
    throw new Stop({start, end, message, hint: 'Put it in quotes if it is a text.'});
  }

  private refuseTag(found: YamlNode | null, span: Span): void {
    const tag = found?.tag;
    if (tag === undefined || PLAIN_TAGS.has(tag)) return;
    throw new Stop({...span, message: `the tag ${tag} is not read`, hint: 'Write the value without a tag.'});
  }

  private spanOf(found: YamlNode | null, key: Key | null): Span {
    if (found?.range) return {start: found.range[0], end: found.range[1]};
    return key === null ? {start: 0, end: 0} : {start: key.start, end: key.end};
  }
}

const PLAIN_TAGS: ReadonlySet<string> = new Set(
  ['map', 'seq', 'str', 'int', 'float', 'bool', 'null'].map((name) => `tag:yaml.org,2002:${name}`)
);

/** The nodes of each anchor in the order of the text. Goes by a list and not by calls, as deep as the parser may have gone. */
function collectAnchors(contents: YamlNode | null): ReadonlyMap<string, readonly YamlNode[]> {
  const anchors = new Map<string, YamlNode[]>();
  const open: (YamlNode | null)[] = [contents];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === null || isAlias(node)) continue;
    const {anchor} = node;
    if (anchor !== undefined) {
      const nodes = anchors.get(anchor);
      if (nodes === undefined) anchors.set(anchor, [node]);
      else nodes.push(node);
    }
    if (isSeq(node)) for (const item of node.items) open.push(item as YamlNode | null);
    if (isMap(node))
      for (const {key, value} of node.items) open.push(key as YamlNode, value as YamlNode | null);
  }
  for (const nodes of anchors.values()) nodes.sort((a, b) => (a.range?.[0] ?? 0) - (b.range?.[0] ?? 0));
  return anchors;
}

/** The last of the nodes, which are in the order of the text, that begins before an offset; there may be very many. */
function lastBefore(nodes: readonly YamlNode[], offset: number): YamlNode | undefined {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.range?.[0] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return nodes[low - 1];
}

/** What the parser says of the text, in our words where it speaks of itself. */
function syntaxFault(code: string, message: string, [start, end]: readonly [number, number]): YamlFault {
  const plain = message.replace(/\.$/, '');
  if (code === 'RESOURCE_EXHAUSTION') return {start, end, message: 'this is nested too deeply', hint: ''};
  if (code === 'MULTIPLE_DOCS') {
    const hint = 'Put each into a file of its own.';
    return {start, end: start + 3, message: 'a second document begins here', hint};
  }
  if (code === 'TAB_AS_INDENT') return {start, end, message: plain, hint: 'Indent with spaces.'};
  return {
    start,
    end: Math.max(end, start + 1),
    message: plain.charAt(0).toLowerCase() + plain.slice(1),
    hint: ''
  };
}
