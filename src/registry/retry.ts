import type {IncomingHttpHeaders} from 'node:http';

/** How often a request is sent at most. */
export const ATTEMPTS = 4;

/** A registry that asks for a longer wait than this is given up: milliseconds. */
export const LONGEST_RETRY_AFTER = 60_000;

const BACKOFF_BASE = 500;
const BACKOFF_CAP = 10_000;

/**
 * Exponential backoff with full jitter: anything from nothing to 0.5, 1, 2 … seconds, 10 at most.
 *
 * @param attempt the attempt that failed, from 1
 * @param random  from 0 to 1
 * @returns milliseconds
 */
export function backoff(attempt: number, random: number): number {
  return Math.round(random * Math.min(BACKOFF_CAP, BACKOFF_BASE * 2 ** (attempt - 1)));
}

/**
 * What a Retry-After header asks for, in milliseconds; null where there is none that can be read. A date is
 * measured from the answer's own Date, so that a wrong clock on this side does not change the wait.
 *
 * @param now this side's clock, for an answer without a Date
 */
export function retryAfter(headers: IncomingHttpHeaders, now: number): number | null {
  const text = headers['retry-after']?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const until = httpDate(text);
  if (until === null) return null;
  return Math.max(0, until - (httpDate(headers.date ?? '') ?? now));
}

/** Only dates that name a weekday: Date.parse takes far more than HTTP does, `-5` for one. */
function httpDate(text: string): number | null {
  const time = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? null : time;
}
