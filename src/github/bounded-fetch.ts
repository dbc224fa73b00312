import {Failure} from './errors.js';

type Fetch = typeof fetch;

/** More than GitHub answers with to anything that is asked of it here: a tree has 7 MB at most. */
export const MAX_ANSWER_BYTES = 48 * 1024 * 1024;

/** A fetch whose answers have a bound. @param send the fetch that it goes through */
export function boundedFetch(send: Fetch, most = MAX_ANSWER_BYTES): Fetch {
  return async (...request) => {
    const response = await send(...request);
    if (response.body === null) return response;
    if (Number(response.headers.get('content-length') ?? 0) > most) {
      await response.body.cancel();
      throw tooLarge(response.status, most);
    }
    const {status, statusText, headers, url} = response;
    const bounded = new Response(response.body.pipeThrough(bound(status, most)), {
      status,
      statusText,
      headers
    });
    // A Response that is made has no address, and octokit reads it.
    return Object.defineProperty(bounded, 'url', {value: url});
  };
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
