import type {JsonValue} from '../bundle/json-types.js';
import type {PropertyChange} from './json-diff.js';
import {shortenPair} from '../visible.js';

/** A changed property as a list shows it. */
export interface ShownProperty {
  /** Its path without what every resource of its kind has in front. */
  readonly place: string;
  /** Each as compact JSON, shortened alike; empty where there is no value. */
  readonly old: string;
  readonly now: string;
}

/** @param most the length of a value, in characters */
export function shownProperty({path, old, now}: PropertyChange, most: number): ShownProperty {
  const [before, after] = shortenPair(jsonOf(old), jsonOf(now), most);
  return {place: path.replace(/^properties\.(?:definition\.)?(?=.)/, ''), old: before, now: after};
}

function jsonOf(value: JsonValue | undefined): string {
  return value === undefined ? '' : JSON.stringify(value);
}
