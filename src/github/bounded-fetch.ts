import {Failure} from './errors.js';

/** What octokit is given to send a request with. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** More than GitHub answers with to anything that is asked of it here: a tree has 7 MB at most. */
export const MAX_ANSWER_BYTES = 48 * 1024 * 1024;

/** What is moved within GitHub, such as a repository that was renamed, is moved once. */
const MOST_REDIRECTS = 3;

/**
 * A fetch whose answers have a bound, and which no answer leads to another host: fetch alone leaves the token out there,
 * and takes along what is written.
 *
 * @param send the fetch that it goes through
 */
export function boundedFetch(send: Fetch, most = MAX_ANSWER_BYTES): Fetch {
  return async (url, init) => bounded(await onSameHost(send, url, init), most);
}

async function onSameHost(send: Fetch, url: string, init: RequestInit | undefined): Promise<Response> {
  const method = init?.method ?? 'GET';
  let address = new URL(url);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await send(address.href, {...init, redirect: 'manual'});
    const location = response.headers.get('location');
    const isSame = response.status === 307 || response.status === 308;
    if (location === null || response.status < 300 || response.status > 399 || !(isSame || method === 'GET'))
      return response;
    await response.body?.cancel();
    const next = new URL(location, address);
    if (next.origin !== address.origin) throw new Failure(null, {}, 'the answer leads to another host');
    address = next;
  }
  throw new Failure(null, {}, 'one answer leads to another');
}

async function bounded(response: Response, most: number): Promise<Response> {
  if (response.body === null) return response;
  if (Number(response.headers.get('content-length') ?? 0) > most) {
    await response.body.cancel();
    throw tooLarge(response.status, most);
  }
  const {status, statusText, headers, url} = response;
  const made = new Response(response.body.pipeThrough(bound(status, most)), {status, statusText, headers});
  // A Response that is made has no address, and octokit reads it.
  return Object.defineProperty(made, 'url', {value: url});
}

function bound(status: number, most: number): TransformStream<Uint8Array, Uint8Array> {
  let left = most;
  return new TransformStream({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      if (left < 0) controller.error(tooLarge(status, most));
      else controller.enqueue(chunk);
    }
  });
}

function tooLarge(status: number, most: number): Failure {
  return new Failure(status, {}, `the answer is larger than ${most / (1024 * 1024)} MB`);
}
