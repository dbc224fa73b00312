import type {JsonValue, Limit} from './json-types.js';
import {grouped} from '../words.js';

/**
 * What a bundle may hold at most: far more than any in use has, and little enough that nothing over it takes long.
 * What is beyond a limit is not looked into, and that is an error (`json/size`).
 */

/** Deeper nesting than any real flow has; it bounds every recursion over a bundle. */
export const MAX_DEPTH = 128;

/** Objects, arrays, texts, numbers and the rest in one file, all counted. */
export const MAX_VALUES = 200_000;

/** Characters of a property's name: of a resource, a state, a header. */
export const MAX_NAME = 1_000;

/** Characters of a number. */
export const MAX_NUMBER = 100;

/** Members of one object; of `resources` and of the `States` of a flow MAX_NAMED. */
export const MAX_MEMBERS = 20_000;
export const MAX_NAMED = 2_000;

/** What is beyond a limit, in words that follow `more than`. */
export const LIMIT_WORDS: Readonly<Record<Limit, string>> = {
  values: `${grouped(MAX_VALUES)} values`,
  name: `${grouped(MAX_NAME)} characters in a name`,
  number: `${MAX_NUMBER} characters in a number`,
  members: `${grouped(MAX_MEMBERS)} members in an object`,
  resources: `${grouped(MAX_NAMED)} resources`,
  states: `${grouped(MAX_NAMED)} states in a flow`
};

/** Which limit the members of an object have. @param name of the property that holds the object */
export function limitOfMembers(name: string): MembersLimit {
  if (name === 'resources') return OF_RESOURCES;
  return name === 'States' ? OF_STATES : OF_OTHERS;
}

interface MembersLimit {
  readonly limit: Limit;
  readonly most: number;
}

const OF_RESOURCES: MembersLimit = {limit: 'resources', most: MAX_NAMED};
const OF_STATES: MembersLimit = {limit: 'states', most: MAX_NAMED};
const OF_OTHERS: MembersLimit = {limit: 'members', most: MAX_MEMBERS};

/** Which limit a value passes that came from elsewhere than a file; null for none. It may be nested in any depth. */
export function limitPassed(root: JsonValue): Limit | 'depth' | null {
  const open: {readonly value: JsonValue; readonly name: string; readonly depth: number}[] = [
    {value: root, name: '', depth: 1}
  ];
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const {value, name, depth} = next;
    values += 1;
    if (values > MAX_VALUES) return 'values';
    if (value === null || typeof value !== 'object') continue;
    if (depth > MAX_DEPTH) return 'depth';
    if (Array.isArray(value)) {
      for (const item of value) open.push({value: item, name: '', depth: depth + 1});
      continue;
    }
    const members = Object.entries(value);
    const {limit, most} = limitOfMembers(name);
    if (members.length > most) return limit;
    for (const [key, member] of members) {
      if (key.length > MAX_NAME) return 'name';
      open.push({value: member, name: key, depth: depth + 1});
    }
  }
  return null;
}
