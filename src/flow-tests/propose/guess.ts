import type {JsonObject, JsonValue} from '../../bundle/json-types.js';
import {isObject, setOwn} from '../../bundle/json.js';
import type {PathSegment} from '../../flow/path.js';

/** A value that a field of this name may have, so that a reader sees what it stands for. */
export function guessValue(name: string): JsonValue {
  const word = name.toLowerCase();
  for (const [pattern, value] of GUESSES) if (pattern.test(word)) return value;
  return name === '' ? 'a text' : `a ${name.replaceAll(/[_-]+/g, ' ')}`;
}

const GUESSES: readonly (readonly [RegExp, JsonValue])[] = [
  [/^(?:is|has|can|should)_|^(?:ok|success|enabled|active|public|exists|found|valid)$/, true],
  [/^(?:count|total|size|length|page|limit|amount|quantity|position|seconds?|minutes?|delay)$|_count$/, 1],
  [/(?:^|_)id$|^\w+id$/, 1001],
  [/url$|^href$|link$/, 'https://example.com/1001'],
  [/e?mail$/, 'person@example.com'],
  [/phone/, '+15550100'],
  [/(?:_at|date|time|timestamp)$/, '2026-03-02T09:15:30Z'],
  [/^tags$/, ['a_tag']],
  [/subdomain$/, 'example'],
  [/^status(?:_code)?$/, 'open'],
  [/priority$/, 'normal'],
  [/locale|language/, 'en-US']
];

/**
 * Puts a value at a path, with what is missing on the way.
 *
 * @param value undefined takes away what is there
 * @returns the whole, changed where it could be; the value itself for an empty path
 */
export function withValueAt(
  whole: JsonValue | undefined,
  segments: readonly PathSegment[],
  value: JsonValue | undefined
): JsonValue {
  const [segment, ...rest] = segments;
  if (segment === undefined) return value ?? null;
  if (typeof segment === 'number') {
    const list: JsonValue[] = Array.isArray(whole) ? [...whole] : [];
    while (list.length <= Math.min(segment, MOST_ITEMS)) list.push({});
    if (value === undefined && rest.length === 0) list.splice(segment, 1);
    else list[segment] = withValueAt(list[segment], rest, value);
    return list;
  }
  const object: JsonObject = {};
  if (isObject(whole)) for (const [name, member] of Object.entries(whole)) setOwn(object, name, member);
  if (value === undefined && rest.length === 0) {
    return Object.fromEntries(Object.entries(object).filter(([name]) => name !== segment));
  }
  setOwn(
    object,
    segment,
    withValueAt(Object.hasOwn(object, segment) ? object[segment] : undefined, rest, value)
  );
  return object;
}

/** No example needs longer lists. */
const MOST_ITEMS = 5;

/** An object in which something stands at each of these paths; a path within another one goes deeper. */
export function skeletonOf(paths: readonly (readonly PathSegment[])[]): JsonValue {
  const sorted = [...paths].sort((one, other) => one.length - other.length);
  let whole: JsonValue = {};
  for (const segments of sorted) {
    if (segments.length === 0) continue;
    const last = segments.at(-1);
    whole = withValueAt(whole, segments, typeof last === 'string' ? guessValue(last) : {});
  }
  return whole;
}
