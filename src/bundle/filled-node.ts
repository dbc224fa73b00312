import {Members} from './json-members.js';
import type {Filling, JsonNode, JsonType, JsonValue, Key, Span} from './json-types.js';

/** A node of a file that has placeholders, or of a value that stands in no file. */
export class FilledNode implements JsonNode {
  properties = new Members<JsonNode>([], []);
  items: readonly JsonNode[] = [];
  readonly name: string;
  readonly start: number;
  readonly end: number;

  constructor(
    readonly type: JsonType,
    readonly value: JsonValue,
    readonly key: Key | null,
    readonly parent: JsonNode | null,
    {start, end}: Span,
    readonly filling?: Filling
  ) {
    this.name = key?.name ?? '';
    this.start = start;
    this.end = end;
  }
}

/** The nodes of a value that a variable has put in: they all stand where its placeholder stands. */
export function grown(
  value: JsonValue,
  key: Key | null,
  parent: JsonNode | null,
  at: Span,
  filling?: Filling
): JsonNode {
  const node = new FilledNode(typeOf(value), value, key, parent, at, filling);
  if (Array.isArray(value)) {
    node.items = value.map((item) => grown(item, null, node, at, filling));
  } else if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).map(([name, member]) => {
      const own = {name, start: at.start, end: at.end, filling};
      return grown(member, own, node, at, filling);
    });
    node.properties = new Members(Object.keys(value), members);
  }
  return node;
}

/** The nodes of a value that stands in no file: each of them from 0 to 0. */
export function nodeOf(value: JsonValue): JsonNode {
  return grown(value, null, null, {start: 0, end: 0});
}

function typeOf(value: JsonValue): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as 'object' | 'string' | 'number' | 'boolean';
}

/** How deep arrays and objects are nested in a value; 0 for any other. */
export function depthOf(value: JsonValue): number {
  if (value === null || typeof value !== 'object') return 0;
  return 1 + Object.values(value).reduce<number>((most, item) => Math.max(most, depthOf(item)), 0);
}
