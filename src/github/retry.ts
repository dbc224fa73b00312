import type {Clock, Log} from '../ports.js';
import {failureOf, isRateLimit, toGitHubError} from './errors.js';
import type {Failure} from './errors.js';
import {plain} from '../visible.js';

export interface Call {
  /** GET, POST, …: only a GET may be sent again when its outcome is unknown. */
  readonly method: string;
  /** How messages name the call. */
  readonly name: string;
}

export interface RetryPorts {
  readonly clock: Clock;
  readonly log: Pick<Log, 'debug'>;
  readonly token: string;
}

/**
 * Sends until an answer is final: at most three times, and again only where that cannot do something twice.
 * A rate limit refuses before it acts, so any call may follow it; a 5xx or a lost connection may hide a
 * comment that was written, so only a GET may follow those.
 *
 * @throws GitHubError for every answer that is not a success
 */
export async function withRetries<T>(
  send: () => Promise<T>,
  call: Call,
  {clock, log, token}: RetryPorts
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null) throw error;
      const wait = attempt < MAX_ATTEMPTS ? waitBeforeRetry(failure, call, attempt, clock) : null;
      if (wait === null) throw toGitHubError(failure, call.name, token);
      log.debug(
        plain`${toGitHubError(failure, call.name, token).message}. Trying again in ${Math.ceil(wait)} ms.`
      );
      await clock.sleep(wait);
    }
  }
}

const MAX_ATTEMPTS = 3;
const FIRST_BACKOFF_MS = 1_000;
/** Longer than this a step should not stand still for a comment. */
const MAX_WAIT_MS = 60_000;

/** Milliseconds, or null when this failure is final. */
function waitBeforeRetry(failure: Failure, call: Call, attempt: number, clock: Clock): number | null {
  if (isRateLimit(failure)) {
    const wait = rateLimitWait(failure, clock);
    return wait <= MAX_WAIT_MS ? wait : null;
  }
  const passing = failure.status === null || failure.status >= 500;
  if (call.method !== 'GET' || !passing) return null;
  return FIRST_BACKOFF_MS * 2 ** (attempt - 1) * (0.5 + clock.random() / 2);
}

/** GitHub's order: retry-after, then x-ratelimit-reset, else a minute. */
function rateLimitWait({headers}: Failure, clock: Clock): number {
  const after = seconds(headers['retry-after']);
  if (after !== null) return after * 1_000;
  const reset = headers['x-ratelimit-remaining'] === '0' ? seconds(headers['x-ratelimit-reset']) : null;
  return reset === null ? MAX_WAIT_MS : Math.max(0, reset * 1_000 - clock.now());
}

function seconds(header: string | undefined): number | null {
  return header !== undefined && /^\d+$/.test(header) ? Number(header) : null;
}
