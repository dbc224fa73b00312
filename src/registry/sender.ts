import type {Limit} from '../limit.js';
import type {Clock, Log} from '../ports.js';
import type {Scrub} from '../secrets/scrub.js';
import type {Breaker} from './breaker.js';
import {decodeJson, isHtml, readErrorBody} from './error-body.js';
import type {Operation, RegistryError} from './errors.js';
import type {Failures} from './failures.js';
import {NoAnswer, type Answer, type Http, type HttpRequest} from './http.js';
import {quotable} from './quote.js';
import {ATTEMPTS, LONGEST_RETRY_AFTER, backoff, retryAfter} from './retry.js';

/** A request and what it is for. */
export interface Call extends Operation, HttpRequest {
  /** Whether doing it twice is the same as doing it once. */
  readonly repeatable: boolean;
}

export interface SenderParts {
  readonly http: Http;
  readonly limit: Limit;
  /** Apart from each other, since a registry that only reads would keep a single one closed. */
  readonly breakers: {readonly reads: Breaker; readonly writes: Breaker};
  readonly failures: Failures;
  readonly scrub: Scrub;
  readonly clock: Clock;
  readonly log: Pick<Log, 'debug'>;
  /** For one attempt, in milliseconds. */
  readonly timeoutMs: number;
  /** After which nothing is sent, in milliseconds since the epoch. */
  readonly deadline: number;
  /** Once it is given, no write is sent any more. */
  readonly stopWriting: AbortSignal | null;
}

/** Why an attempt must be repeated or given up. */
interface Setback {
  /** For "the registry …". */
  readonly what: string;
  readonly answer: Answer | null;
  /** Whether the registry may have done what was asked all the same. */
  readonly mayHaveWorked: boolean;
  /** Whether it is an answer to a read whose body is cut. */
  readonly cut: boolean;
}

/** Sends calls until they are answered: bounded in number, time and patience. */
export class Sender {
  private rejection: RegistryError | null = null;

  constructor(private readonly parts: SenderParts) {}

  /**
   * The first answer that settles the call: any but 429, 5xx and, for a read, a cut body.
   *
   * @throws RegistryError when there is none
   */
  send(call: Call): Promise<Answer> {
    return this.parts.limit(() => this.settle(call));
  }

  /** The error for an answer that refuses the call. Rejected credentials end all further writes. */
  refusal(call: Call, answer: Answer): RegistryError {
    const error = this.parts.failures.answered(call, answer);
    if (error.kind === 'credentials-rejected') this.rejection ??= error;
    return error;
  }

  private async settle(call: Call): Promise<Answer> {
    let uncertain = false;
    let wasCut = false;
    for (let attempt = 1; ; attempt++) {
      this.refusePointless(call, uncertain);
      const start = this.parts.clock.now();
      const outcome = await this.attempt(call, start);
      this.tellBreaker(call, outcome, start);
      // A body that is cut again is cut for a reason: whoever reads the answer says so.
      const judged = this.judge(call, outcome, attempt === ATTEMPTS || wasCut);
      // Within the limit's turn: the next write must already know of it.
      if (!('what' in judged) && call.write && isRejection(judged)) throw this.refusal(call, judged);
      if (!('what' in judged)) return judged;
      uncertain ||= call.write && judged.mayHaveWorked;
      wasCut ||= judged.cut;
      const delay = this.delayAfter(call, judged, attempt, uncertain);
      this.debug(`${call.method} ${call.path}: ${judged.what}; attempt ${attempt + 1} in ${delay} ms`);
      await this.parts.clock.sleep(delay);
    }
  }

  private refusePointless(call: Call, uncertain: boolean): void {
    const {breakers, clock, deadline, failures, stopWriting} = this.parts;
    if (call.write && this.rejection !== null) throw this.rejection;
    if (call.write && stopWriting?.aborted === true) {
      if (!uncertain) throw failures.interrupted(call);
      throw failures.gaveUp(call, {why: 'it was interrupted', last: null, uncertain});
    }
    const dead = breakers.reads.why ?? (call.write ? breakers.writes.why : null);
    if (dead !== null) {
      const why = `the registry ${dead}, so nothing more is sent to it`;
      throw failures.gaveUp(call, {why, last: null, uncertain});
    }
    if (clock.now() >= deadline) {
      throw failures.gaveUp(call, {
        why: 'the time allowed for the registry has run out',
        last: null,
        uncertain
      });
    }
  }

  private async attempt(call: Call, start: number): Promise<Answer | NoAnswer> {
    const {http, clock, timeoutMs, deadline} = this.parts;
    try {
      const answer = await http.send(call, Math.min(timeoutMs, deadline - start));
      this.debug(`${call.method} ${call.path}: ${answer.status} in ${clock.now() - start} ms`);
      return answer;
    } catch (error) {
      if (error instanceof NoAnswer) return error;
      throw error;
    }
  }

  private tellBreaker(call: Call, outcome: Answer | NoAnswer, start: number): void {
    const {breakers, clock} = this.parts;
    const breaker = call.write ? breakers.writes : breakers.reads;
    if (outcome instanceof NoAnswer) {
      if (outcome.timedOut) breaker.timedOut(start, clock.now());
      else breaker.failed();
    } else if (outcome.status >= 500) breaker.failed();
    else breaker.answered();
  }

  /** @param takeCut whether a cut body is to be taken as it is */
  private judge(call: Call, outcome: Answer | NoAnswer, takeCut: boolean): Answer | Setback {
    const {failures, scrub} = this.parts;
    if (outcome instanceof NoAnswer) {
      const what = `did not answer (${quotable(outcome.message, scrub)})`;
      return {what, answer: null, mayHaveWorked: outcome.sent, cut: false};
    }
    const {status} = outcome;
    if (status === 429 || status >= 500) {
      const what = `answered ${failures.words(status, readErrorBody(outcome))}`;
      return {what, answer: outcome, mayHaveWorked: status !== 429, cut: false};
    }
    if (!call.write && !takeCut && isCut(outcome)) {
      return {what: 'sent a cut answer', answer: outcome, mayHaveWorked: false, cut: true};
    }
    return outcome;
  }

  /**
   * How long to wait before the next attempt, in milliseconds.
   *
   * @throws RegistryError when there is to be none
   */
  private delayAfter(call: Call, setback: Setback, attempt: number, uncertain: boolean): number {
    const {clock, deadline, failures} = this.parts;
    const {what, answer} = setback;
    const giveUp = (reason: string) =>
      failures.gaveUp(call, {why: `the registry ${what}${reason}`, last: answer, uncertain});
    const again = call.repeatable || !setback.mayHaveWorked;
    if (!again || attempt === ATTEMPTS) {
      throw giveUp(attempt === 1 ? '' : `, the last of ${attempt} attempts`);
    }
    const asked = answer === null ? null : retryAfter(answer.headers, clock.now());
    if (asked !== null && asked > LONGEST_RETRY_AFTER) {
      throw giveUp(
        `, asking for a wait of ${Math.ceil(asked / 1000)} s, more than the ${LONGEST_RETRY_AFTER / 1000} s allowed`
      );
    }
    const delay = Math.max(asked ?? 0, backoff(attempt, clock.random()));
    if (clock.now() + delay >= deadline) throw giveUp(', and the time allowed for it has run out');
    return delay;
  }

  private debug(message: string): void {
    this.parts.log.debug(this.parts.scrub(message));
  }
}

function isRejection({status}: Answer): boolean {
  return status === 401 || status === 403;
}

/** A page of HTML is no JSON either, but asking again would not change that. */
function isCut(answer: Answer): boolean {
  if (answer.status >= 300 || answer.fault === 'too-large' || isHtml(answer)) return false;
  return answer.fault === 'cut' || decodeJson(answer.body) === undefined;
}
