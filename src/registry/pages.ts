import type {JsonObject, JsonValue} from '../bundle/json-types.js';
import {isObject} from '../bundle/json.js';
import {isHtml, readErrorBody} from './error-body.js';
import type {Answer} from './http.js';
import {answeredObject, type Api} from './reads.js';
import type {Call} from './sender.js';

/** The most that the API gives at a time (API reference, List Bundles). */
const PAGE_SIZE = 100;

/** All pages of a list together: a summary has some hundred bytes. */
const LARGEST_LIST = 100 * 1024 * 1024;

/** 100,000 entries: no account has as many, but a list whose cursors never end has. */
const MOST_PAGES = 1000;

export interface Listing {
  /** The request for the first page, without a query. */
  readonly call: Call;
  /** The property that holds the entries. */
  readonly key: 'bundles' | 'job_specs' | 'clients';
  /** The statuses by which the API says, in JSON, that there is no such list. */
  readonly absent: readonly number[];
  /** Whether not every account serves the list: then the status alone says so, whatever the body. */
  readonly optional?: boolean;
  /** Whether an answer says it in another way. */
  readonly saysAbsent?: (answer: Answer) => boolean;
}

/**
 * All entries of a cursor-paged list, checked to be objects. Cursors are opaque: the reference calls them
 * integers and shows UUIDs. A `meta.after` on the last page means nothing, `has_more` decides.
 *
 * @returns null when there is no such list
 * @throws RegistryError kind `unexpected` for a list that is not as documented or never ends
 */
export async function listAll(api: Api, listing: Listing): Promise<readonly JsonObject[] | null> {
  const entries: JsonObject[] = [];
  const cursors = new Set<string>();
  let bytes = 0;
  for (let cursor: string | null = null; ;) {
    const call = pageOf(listing.call, cursor);
    const answer = await api.sender.send(call);
    if (cursor === null && (saysAbsent(answer, listing) || listing.saysAbsent?.(answer) === true))
      return null;
    if (answer.status >= 300) throw api.sender.refusal(call, answer);
    const page = answeredObject(api.failures, call, answer);
    const unexpected = (what: string) => api.failures.unexpected(call, answer, what);
    bytes += answer.body.byteLength;
    if (bytes > LARGEST_LIST) throw unexpected('a list of more than 100 MB');
    const found = entriesOf(page[listing.key], (what) => unexpected(`a page whose ${listing.key} ${what}`));
    for (const entry of found) entries.push(entry);
    const next = nextCursor(page.meta, unexpected);
    if (next === null) return entries;
    if (cursors.has(next)) throw unexpected('a cursor that it gave before: the list would never end');
    if (cursors.size >= MOST_PAGES) throw unexpected(`more than ${MOST_PAGES} pages`);
    cursors.add(next);
    cursor = next;
  }
}

function pageOf(call: Call, cursor: string | null): Call {
  const after = cursor === null ? '' : `&page%5Bafter%5D=${encodeURIComponent(cursor)}`;
  return {...call, path: `${call.path}?page%5Bsize%5D=${PAGE_SIZE}${after}`};
}

/** A list that not every account serves may be refused in any words; any other must say so as the API does. */
function saysAbsent(answer: Answer, {absent, optional = false}: Listing): boolean {
  // A firewall's page says nothing of what the account serves.
  if (!absent.includes(answer.status) || (answer.status === 403 && isHtml(answer))) return false;
  return optional || readErrorBody(answer).kind === 'api';
}

function entriesOf(value: JsonValue | undefined, unexpected: (what: string) => Error): JsonObject[] {
  if (value === undefined) throw unexpected('is missing');
  if (!Array.isArray(value)) throw unexpected('is not an array');
  if (!value.every(isObject)) throw unexpected('holds an entry that is not an object');
  return value;
}

/** A page without `meta` is the last one. */
function nextCursor(meta: JsonValue | undefined, unexpected: (what: string) => Error): string | null {
  if (meta === undefined || meta === null) return null;
  if (!isObject(meta)) throw unexpected('a page whose meta is not an object');
  const {has_more: more, after} = meta;
  if (more === undefined || more === false) return null;
  if (more !== true) throw unexpected('a page whose meta.has_more is neither true nor false');
  if (typeof after === 'number') return String(after);
  if (typeof after !== 'string' || after === '') throw unexpected('a page that has more, but no meta.after');
  return after;
}
