import type {JsonValue} from '../bundle/json-types.js';
import {own, isObject} from '../bundle/json.js';
import type {PathSegment} from '../flow/path.js';

/** What stands at a path; undefined when nothing does. */
export function lookUp(document: JsonValue, segments: readonly PathSegment[]): JsonValue | undefined {
  let value: JsonValue | undefined = document;
  for (const step of segments) {
    if (typeof step === 'number') value = Array.isArray(value) ? value[step] : undefined;
    else value = isObject(value) ? own(value, step) : undefined;
    if (value === undefined) return undefined;
  }
  return value;
}

/** A path below another one: `$.orders` and `[0, 'my id']` give `$.orders[0]['my id']`. */
export function pathText(base: string, segments: readonly PathSegment[]): string {
  return (
    base +
    segments
      .map((step) => {
        if (typeof step === 'number') return `[${step}]`;
        return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(step) ? `.${step}` : `['${step}']`;
      })
      .join('')
  );
}
