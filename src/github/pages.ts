import {GitHubError} from './errors.js';

/** The most that GitHub gives at once. */
export const PAGE_SIZE = 100;

interface Page<T> {
  readonly status: number;
  readonly headers: {readonly link?: string | undefined};
  readonly data: readonly T[];
}

type FetchPage<T> = (page: number) => Promise<Page<T>>;

/** More items than any list has that is read here; a server that never ends one is not followed. */
const MOST_PAGES = 100;

/** The items of every page. */
export async function allPages<T>(fetchPage: FetchPage<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of eachItem(fetchPage)) items.push(item);
  return items;
}

/**
 * The items of one page after the other; a page is fetched when its first item is asked for. Pages are asked
 * for by number, and not by the address in the answer's `Link` header, so that the token goes to no other
 * host.
 *
 * @throws GitHubError `other` for more than MOST_PAGES
 */
export async function* eachItem<T>(fetchPage: FetchPage<T>): AsyncGenerator<T, void, undefined> {
  for (let number = 1; number <= MOST_PAGES; number += 1) {
    const {status, headers, data} = await fetchPage(number);
    if (!isList(data)) throw new GitHubError('GitHub: a list was answered without items', status, 'other');
    yield* data;
    if (data.length === 0 || !(headers.link ?? '').includes('rel="next"')) return;
  }
  throw new GitHubError(`GitHub: a list has more than ${MOST_PAGES} pages`, null, 'other');
}

/** What the types promise, an odd server need not keep. */
function isList(data: unknown): boolean {
  return Array.isArray(data);
}
