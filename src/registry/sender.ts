import type {Clock, Log} from '../ports.js';
import type {Scrub} from '../secrets/scrub.js';
import {visible} from '../visible.js';
import type {Breaker} from './breaker.js';
import {decodeJson, isHtml, readErrorBody} from './error-body.js';
import {RegistryError} from './errors.js';
import type {Failures} from './failures.js';
import {NoAnswer, type Answer, type Http, type HttpRequest} from './http.js';
import type {Authorizer, Signed} from './signing.js';
import {quotable} from './quote.js';
import {RETRY_FOR_MS, askedWait, backoff, retryAfter} from './retry.js';
import {TooLate, type Turns} from './turns.js';

/** How much longer than the rest what completes a write may take: milliseconds. */
const COMPLETION_TIME = 90_000;

/** How often a call is signed anew: its token may have ended, and one of its integration be called for. */
const MOST_SIGNATURES = 3;

/** A request and what it is for. */
export interface Call extends Signed, HttpRequest {
  /** Whether doing it twice is the same as doing it once. */
  readonly repeatable: boolean;
  /** Statuses besides 408, 429 and 5xx after which it is sent again for a while: the registry did not do it. */
  readonly busy?: readonly number[];
  /**
   * Whether it completes what was begun: it goes before other requests, and is sent when nothing else is begun any
   * more and until a little after the step's time.
   */
  readonly completes?: boolean;
}

export interface SenderParts {
  readonly http: Http;
  readonly authorizer: Authorizer;
  readonly turns: Turns;
  /** Apart from each other, since a registry that only reads would keep a single one closed. */
  readonly breakers: {readonly reads: Breaker; readonly writes: Breaker};
  readonly failures: Failures;
  readonly scrub: Scrub;
  readonly clock: Clock;
  readonly log: Pick<Log, 'debug'>;
  /** For one attempt, in milliseconds. */
  readonly timeoutMs: number;
  /** After which nothing is sent, by the clock, but what completes something. */
  readonly deadline: () => number;
  /** Once it is given, no write is sent any more but those that complete something. */
  readonly stopWriting: AbortSignal | null;
  /** Once it is given, everything ends. */
  readonly giveUp: AbortSignal | null;
}

/** Why an attempt must be repeated or given up. */
interface Retryable {
  /** For "the registry …". */
  readonly what: string;
  readonly answer: Answer | null;
  /** Whether the registry may have done what was asked all the same. */
  readonly mayHaveWorked: boolean;
  /** `for-good`: it would be the same however often it is sent. */
  readonly kind: 'too-many' | 'busy' | 'cut' | 'failure' | 'for-good';
}

/** What has become of a call so far. */
interface Course {
  /** The call's place among all. */
  order: number | null;
  attempts: number;
  /** When it failed first, by the clock; null when it did not. */
  failedAt: number | null;
  /** Whether an attempt may have taken effect. */
  uncertain: boolean;
  /** Whether an answer was cut. */
  wasCut: boolean;
  /** With how many headers it was sent again, after others were refused. */
  signatures: number;
  /** Why it was not settled last time. */
  last: Retryable | null;
}

/** Sends calls until they are answered: bounded in number and time. */
export class Sender {
  private rejection: RegistryError | null = null;

  constructor(private readonly parts: SenderParts) {
    parts.stopWriting?.addEventListener('abort', () => {
      parts.turns.stop('stoppable');
    });
    parts.giveUp?.addEventListener('abort', () => {
      parts.turns.stop('all');
    });
  }

  /**
   * The first answer that settles the call: any but 408, 429, 5xx, a busy one and, for a read, a cut body.
   *
   * @throws RegistryError when there is none
   */
  async send(call: Call): Promise<Answer> {
    const course: Course = {
      order: null,
      attempts: 0,
      failedAt: null,
      uncertain: false,
      wasCut: false,
      signatures: 0,
      last: null
    };
    for (;;) {
      course.order = await this.turn(call, course);
      try {
        const judged = await this.attempt(call, course);
        if (!('what' in judged)) return judged;
        course.last = judged;
        // What waits keeps its turn: in an outage no more than those under way knock again and again.
        if (judged.kind !== 'too-many') await this.wait(call, course, judged);
      } finally {
        this.parts.turns.end();
      }
    }
  }

  /** The error for an answer that refuses the call. Rejected credentials end all further writes. */
  refusal(call: Call, answer: Answer): RegistryError {
    const {failures, authorizer} = this.parts;
    return this.remember(failures.answered(call, answer, authorizer.signerOf(call)));
  }

  private remember(error: RegistryError): RegistryError {
    if (isRefusal(error)) this.rejection ??= error;
    return error;
  }

  /** Waits for the call's turn. @throws RegistryError when there will be none */
  private async turn(call: Call, course: Course): Promise<number> {
    const {turns, failures} = this.parts;
    const {uncertain, last} = course;
    if (this.signalOf(call)?.aborted === true) this.refusePointless(call, course);
    try {
      return await turns.take({
        urgent: call.completes === true,
        latest: this.deadlineOf(call),
        stoppable: isStoppable(call),
        order: course.order
      });
    } catch (error) {
      if (!(error instanceof TooLate)) throw error;
      this.refusePointless(call, course);
      const asked = `it asks for a wait of ${Math.ceil(error.waitMs / 1000)} s, more than is left of the time of this step`;
      const why = last === null ? `the registry is busy: ${asked}` : `the registry ${last.what}; ${asked}`;
      throw failures.gaveUp(call, {why, last: last?.answer ?? null, uncertain, isLate: true});
    }
  }

  private async attempt(call: Call, course: Course): Promise<Answer | Retryable> {
    this.refusePointless(call, course);
    const authorization = await this.signed(() => this.parts.authorizer.headerFor(call));
    this.refusePointless(call, course);
    const start = this.parts.clock.now();
    course.attempts += 1;
    const outcome = await this.once(call, authorization, start);
    this.tell(call, outcome, start);
    if (!(outcome instanceof NoAnswer)) {
      const again = await this.signed(() => this.parts.authorizer.answered(call, authorization, outcome));
      if (again && course.signatures < MOST_SIGNATURES) {
        course.signatures += 1;
        return this.attempt(call, course);
      }
    }
    // A body that is cut twice is taken as it is: what reads the answer reports it.
    const judged = this.judge(call, outcome, course.wasCut);
    // Within its turn: the next write must already know of it.
    if (!('what' in judged) && call.write && isRejection(judged)) throw this.refusal(call, judged);
    if (!('what' in judged)) return judged;
    course.uncertain ||= call.write && judged.mayHaveWorked;
    course.wasCut ||= judged.kind === 'cut';
    return judged;
  }

  /** A header that cannot be had ends all further writes, as a refusal of the request itself does. */
  private async signed<T>(sign: () => Promise<T>): Promise<T> {
    try {
      return await sign();
    } catch (error) {
      throw error instanceof RegistryError ? this.remember(error) : error;
    }
  }

  private refusePointless(call: Call, {uncertain}: Course): void {
    const {breakers, clock, failures, stopWriting, giveUp} = this.parts;
    if (call.write && this.rejection !== null) throw this.rejection;
    if (giveUp?.aborted === true || (isStoppable(call) && stopWriting?.aborted === true)) {
      if (!uncertain) throw failures.interrupted(call);
      throw failures.gaveUp(call, {why: 'it was interrupted', last: null, uncertain});
    }
    const dead = breakers.reads.why ?? (call.write ? breakers.writes.why : null);
    if (dead !== null) {
      const why = `the registry ${dead}, so nothing more is sent to it`;
      throw failures.gaveUp(call, {why, last: null, uncertain});
    }
    if (clock.now() < this.deadlineOf(call)) return;
    const why = 'the time allowed for the registry has run out';
    throw failures.gaveUp(call, {why, last: null, uncertain, isLate: true});
  }

  private async once(call: Call, authorization: string | null, start: number): Promise<Answer | NoAnswer> {
    const {http, clock, timeoutMs, deadline, giveUp} = this.parts;
    try {
      const time = Math.min(timeoutMs, deadline() + COMPLETION_TIME - start);
      const answer = await http.send({...call, authorization}, time, giveUp);
      this.debug(`${call.method} ${call.path}: ${answer.status} in ${Math.round(clock.now() - start)} ms`);
      return answer;
    } catch (error) {
      if (error instanceof NoAnswer) return error;
      throw error;
    }
  }

  /** Tells what decides about later requests how this one went. */
  private tell(call: Call, outcome: Answer | NoAnswer, start: number): void {
    const {breakers, clock, turns} = this.parts;
    const breaker = call.write ? breakers.writes : breakers.reads;
    if (outcome instanceof NoAnswer || outcome.status >= 500) breaker.failed(start, clock.now());
    else breaker.answered();
    if (outcome instanceof NoAnswer) return;
    if (outcome.status === 429) turns.refused(start, askedWait(outcome.headers, clock.now()));
    else turns.served(start);
  }

  /** @param takeCut whether a cut body is to be taken as it is */
  private judge(call: Call, outcome: Answer | NoAnswer, takeCut: boolean): Answer | Retryable {
    const {failures, scrub} = this.parts;
    if (outcome instanceof NoAnswer) {
      const what = `did not answer (${quotable(outcome.message, scrub)})`;
      const kind = outcome.forGood ? 'for-good' : 'failure';
      return {what, answer: null, mayHaveWorked: outcome.sent, kind};
    }
    const {status} = outcome;
    const retryable = (kind: Retryable['kind'], mayHaveWorked: boolean): Retryable => {
      const what = `answered ${failures.words(status, readErrorBody(outcome))}`;
      return {what, answer: outcome, mayHaveWorked, kind};
    };
    if (status === 429) return retryable('too-many', false);
    if (status >= 500 || status === 408) return retryable('failure', true);
    if (call.busy?.includes(status) === true) return retryable('busy', false);
    if (!call.write && !takeCut && isCut(outcome)) {
      return {what: 'sent a cut answer', answer: outcome, mayHaveWorked: false, kind: 'cut'};
    }
    return outcome;
  }

  /**
   * Waits before the next attempt.
   *
   * @throws RegistryError when there is to be none
   */
  private async wait(call: Call, course: Course, retryable: Retryable): Promise<void> {
    const {clock, failures} = this.parts;
    const {what, answer, kind} = retryable;
    const {attempts, uncertain} = course;
    const now = clock.now();
    course.failedAt ??= now;
    const stop = (reason: string): RegistryError =>
      kind === 'busy' && answer !== null
        ? this.refusal(call, answer)
        : failures.gaveUp(call, {why: `the registry ${what}${reason}`, last: answer, uncertain});
    if (kind === 'for-good' || (!call.repeatable && retryable.mayHaveWorked)) throw stop('');
    const asked = answer === null ? null : retryAfter(answer.headers, now);
    const delay = Math.max(asked ?? 0, backoff(attempts, clock.random()));
    if (now + delay >= this.deadlineOf(call)) throw stop(', and the time allowed for it has run out');
    if (now + delay > course.failedAt + RETRY_FOR_MS) throw stop(endOf(course, now, asked));
    this.debug(`${call.method} ${call.path}: ${what}; attempt ${attempts + 1} in ${delay} ms`);
    await unless(this.signalOf(call), clock.sleep(delay));
  }

  /** What ends the call before its time. */
  private signalOf(call: Call): AbortSignal | null {
    const {stopWriting, giveUp} = this.parts;
    if (!isStoppable(call) || stopWriting === null) return giveUp;
    return giveUp === null ? stopWriting : AbortSignal.any([stopWriting, giveUp]);
  }

  private deadlineOf({completes}: Call): number {
    return this.parts.deadline() + (completes === true ? COMPLETION_TIME : 0);
  }

  private debug(message: string): void {
    this.parts.log.debug(visible(this.parts.scrub(message)));
  }
}

/** A write that is not begun, nor tried again, once writing is to stop. */
function isStoppable({write, completes}: Call): boolean {
  return write && completes !== true;
}

/** How a call ends that was tried for long enough. */
function endOf({attempts, failedAt}: Course, now: number, asked: number | null): string {
  if (asked !== null && asked > RETRY_FOR_MS)
    return `, asking for a wait of ${Math.ceil(asked / 1000)} s, more than the ${RETRY_FOR_MS / 1000} s allowed`;
  return `, the last of ${attempts} attempts in ${Math.round((now - (failedAt ?? now)) / 1000)} s`;
}

/** Ends with the promise, or with the signal. */
async function unless(signal: AbortSignal | null, promise: Promise<void>): Promise<void> {
  if (signal === null) return promise;
  if (signal.aborted) return;
  let release = (): void => undefined;
  const aborted = new Promise<void>((resolve) => {
    release = resolve;
    signal.addEventListener('abort', release, {once: true});
  });
  await Promise.race([promise, aborted]);
  signal.removeEventListener('abort', release);
}

function isRefusal({kind}: RegistryError): boolean {
  return kind === 'credentials-rejected' || kind === 'upload-refused';
}

/** A page of HTML with 403 comes from a firewall ahead of the registry: it refuses this request alone. */
function isRejection(answer: Answer): boolean {
  return answer.status === 401 || (answer.status === 403 && !isHtml(answer));
}

/** A page of HTML is no JSON either, but asking again would not change that. */
function isCut(answer: Answer): boolean {
  if (answer.status >= 300 || answer.fault === 'too-large' || isHtml(answer)) return false;
  return answer.fault === 'cut' || decodeJson(answer.body) === undefined;
}
