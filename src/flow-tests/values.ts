import {Members} from '../bundle/json-members.js';
import {isObject, setOwn} from '../bundle/json.js';
import type {JsonNode, JsonObject, JsonType, JsonValue, Key, Span} from '../bundle/json-types.js';

/** A value that was made from others, such as a case from its defaults; it has the place of what it was made from. */
class MadeNode implements JsonNode {
  readonly parent = null;
  readonly start: number;
  readonly end: number;

  constructor(
    readonly type: JsonType,
    readonly value: JsonValue,
    readonly key: Key | null,
    {start, end}: Span,
    readonly properties: JsonNode['properties'] = NO_MEMBERS,
    readonly items: readonly JsonNode[] = []
  ) {
    this.start = start;
    this.end = end;
  }

  get name(): string {
    return this.key?.name ?? '';
  }
}

const NO_MEMBERS = new Members<JsonNode>([], []);

/** An object of these members, of which the last of a name counts. */
export function objectOfMembers(members: readonly JsonNode[], key: Key | null, at: Span): JsonNode {
  const byName = new Map(members.map((member) => [member.name, member]));
  const value: JsonObject = {};
  for (const [name, member] of byName) setOwn(value, name, member.value);
  return new MadeNode('object', value, key, at, new Members([...byName.keys()], [...byName.values()]));
}

/** A list of these items. */
export function listOfItems(items: readonly JsonNode[], key: Key | null, at: Span): JsonNode {
  return new MadeNode(
    'array',
    items.map(({value}) => value),
    key,
    at,
    NO_MEMBERS,
    items
  );
}

/** The value under another key. */
export function renamed({type, value, properties, items, start, end}: JsonNode, key: Key): JsonNode {
  return new MadeNode(type, value, key, {start, end}, properties, items);
}

/** A value in which everything has the same place. */
export function valueAt(value: JsonValue, key: Key | null, at: Span): JsonNode {
  if (Array.isArray(value))
    return listOfItems(
      value.map((item) => valueAt(item, null, at)),
      key,
      at
    );
  if (isObject(value)) {
    const members = Object.entries(value).map(([name, member]) => valueAt(member, {...spanOf(at), name}, at));
    return objectOfMembers(members, key, at);
  }
  const type = value === null ? 'null' : (typeof value as 'string' | 'number' | 'boolean');
  return new MadeNode(type, value, key, at);
}

function spanOf({start, end}: Span): Span {
  return {start, end};
}

/** How two values are put together. */
export type Merge = (base: JsonNode, over: JsonNode) => JsonNode;

/**
 * One object put over another.
 *
 * @param member how a member that both have is put together
 */
export function mergeNodes(base: JsonNode, over: JsonNode, member: Merge): JsonNode {
  const members = new Map(base.properties.entries());
  for (const [name, node] of over.properties) {
    const before = members.get(name);
    members.set(name, before === undefined ? node : member(before, node));
  }
  return objectOfMembers([...members.values()], over.key, over);
}

/** Objects are merged, with `member` at each of their members; everything else is replaced. */
export function mergeDeep(base: JsonNode, over: JsonNode, member: Merge): JsonNode {
  if (base.type !== 'object' || over.type !== 'object' || isMatcher(base) || isMatcher(over)) return over;
  return mergeNodes(base, over, member);
}

/**
 * Plain objects are merged at every depth, everything else is replaced.
 *
 * @param mayMake is asked with a count of values before they are made; where it says no, they are not
 */
export function mergeValues(
  base: JsonValue,
  over: JsonValue,
  mayMake: (values: number) => boolean
): JsonValue {
  if (!isObject(base) || !isObject(over) || !mayMake(Object.keys(base).length)) return over;
  const merged: JsonObject = {...base};
  for (const [name, value] of Object.entries(over)) {
    setOwn(merged, name, Object.hasOwn(base, name) ? mergeValues(base[name] ?? null, value, mayMake) : value);
  }
  return merged;
}

/** Whether an object has a name that begins as those of matchers do; `$` and `$.x` are paths. */
export function isMatcher({properties}: JsonNode): boolean {
  return properties.names.some((name) => /^\$[A-Za-z]/.test(name));
}

/** Whether two values are equal: the order of an object's names does not count. */
export function sameValue(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => sameValue(item, other[index]))
    );
  }
  if (!isObject(one) || !isObject(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && sameValue(one[name], other[name]))
  );
}
