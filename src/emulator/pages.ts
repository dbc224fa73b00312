import type {JsonObject} from '../bundle/json-types.js';
import {badRequest, json, type Answer} from './answers.js';

const DEFAULT_SIZE = 20;
const LARGEST_SIZE = 100;

/**
 * One page of a list: 20 entries unless `page[size]` asks for others, 100 at most. Cursors are texts that
 * mean nothing to the caller, and `meta.after` is set on the last page too, as in the live registry.
 *
 * @param key     the property that holds the entries
 * @param entries in the order of their sequence numbers
 */
export function page<T extends {readonly sequence: number}>(
  key: string,
  entries: readonly T[],
  query: URLSearchParams,
  show: (entry: T) => JsonObject
): Answer {
  const size = sizeIn(query);
  const [after, before] = [cursorIn(query, 'page[after]'), cursorIn(query, 'page[before]')];
  if (size === null) return badRequest('page[size] must be a positive integer');
  if (after === null || before === null) return badRequest('invalid cursor');
  const candidates = entries.filter(
    ({sequence}) => sequence > (after ?? -Infinity) && sequence < (before ?? Infinity)
  );
  const backwards = before !== undefined && after === undefined;
  const shown = backwards ? candidates.slice(-size) : candidates.slice(0, size);
  const meta = {
    after: cursorOf(shown.at(-1)),
    before: cursorOf(shown.at(0)),
    has_more: candidates.length > shown.length
  };
  return json(200, {[key]: shown.map(show), meta});
}

function sizeIn(query: URLSearchParams): number | null {
  const text = query.get('page[size]') ?? '';
  if (text === '') return DEFAULT_SIZE;
  const size = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return size === 0 ? null : Math.min(size, LARGEST_SIZE);
}

/** Counts in sequence numbers, so that it holds when its entry is deleted meanwhile. */
function cursorOf(entry: {readonly sequence: number} | undefined): string {
  return entry === undefined ? '' : Buffer.from(`entry:${entry.sequence}`).toString('base64url');
}

/** undefined for no cursor, null for one that the emulator did not give. */
function cursorIn(query: URLSearchParams, name: string): number | undefined | null {
  const text = query.get(name) ?? '';
  if (text === '') return undefined;
  const match = /^entry:(\d+)$/.exec(Buffer.from(text, 'base64url').toString('utf8'));
  return match === null ? null : Number(match[1]);
}
