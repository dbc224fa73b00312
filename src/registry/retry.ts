import type {IncomingHttpHeaders} from 'node:http';

/** For how long a call that fails is tried again, from its first failure on: milliseconds. */
export const RETRY_FOR_MS = 60_000;

const BACKOFF_BASE = 500;
const BACKOFF_CAP = 10_000;

/**
 * Exponential backoff, half of it by chance: 0.25 to 0.5 seconds, then twice as long each time, 10 seconds at most.
 *
 * @param attempt the attempt that failed, from 1
 * @param random  from 0 to 1
 * @returns milliseconds
 */
export function backoff(attempt: number, random: number): number {
  const whole = Math.min(BACKOFF_CAP, BACKOFF_BASE * 2 ** (attempt - 1));
  return Math.round(whole / 2 + (random * whole) / 2);
}

/**
 * How long a refusal for too many requests asks to wait, in milliseconds: Retry-After, else ratelimit-reset; null
 * where neither can be read.
 *
 * @param now this side's clock, for an answer without a Date
 */
export function askedWait(headers: IncomingHttpHeaders, now: number): number | null {
  return retryAfter(headers, now) ?? rateLimitReset(headers, now);
}

/**
 * What a Retry-After header asks for, in milliseconds; null where there is none that can be read. A date is
 * measured from the answer's own Date, so that a wrong clock on this side does not change the wait.
 *
 * @param now this side's clock, for an answer without a Date
 */
export function retryAfter(headers: IncomingHttpHeaders, now: number): number | null {
  const text = headers['retry-after']?.trim() ?? '';
  if (isNumber(text)) return Math.ceil(Number(text) * 1000);
  const until = httpDate(text);
  if (until === null) return null;
  return Math.max(0, until - (httpDate(headers.date ?? '') ?? now));
}

/** Seconds since the epoch from here on (2001): no registry asks to wait for thirty years. */
const EPOCH_SECONDS = 1_000_000_000;

/** Seconds, as Zendesk and the IETF draft have it, or the moment itself in seconds since the epoch, as others do. */
function rateLimitReset(headers: IncomingHttpHeaders, now: number): number | null {
  const header = headers['ratelimit-reset'];
  const text = typeof header === 'string' ? header.trim() : '';
  if (!isNumber(text)) return null;
  const seconds = Number(text);
  if (seconds < EPOCH_SECONDS) return Math.ceil(seconds * 1000);
  return Math.max(0, seconds * 1000 - (httpDate(headers.date ?? '') ?? now));
}

function isNumber(text: string): boolean {
  return /^\d{1,15}(?:\.\d{1,9})?$/.test(text);
}

/** Only dates that name a weekday: Date.parse takes far more than HTTP does, `-5` for one. */
function httpDate(text: string): number | null {
  const time = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? null : time;
}
