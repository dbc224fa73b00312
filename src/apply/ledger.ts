import {UserError, messageOf, type FailureReason} from '../errors.js';
import type {Step, StepOutcome} from '../plan/types.js';
import type {Log} from '../ports.js';
import {RegistryError} from '../registry/errors.js';
import {plain} from '../visible.js';
import type {Starts, StopReason} from './starts.js';

/** Why everything after a refusal of the credentials is left alone. */
const REFUSED = 'the registry refused the credentials';

const SAFE = 'Running the step again is safe: it does only what is still to be done.';

/** Why a change was not tried. */
export const NOT_BEGUN: Readonly<Record<StopReason, string>> = {
  cancelled: 'the step was cancelled before',
  'out-of-time': 'it could not have been completed within the time of the step (max-minutes)'
};

/** Keeps account of an apply: what was done, what failed and why, what was not tried. */
export class Ledger {
  private readonly outcomes = new Map<Step, StepOutcome>();
  private readonly errors: unknown[] = [];
  private readonly written = new Set<Step>();
  private made = 0;

  /** What a request said that found the time over; empty when none did. */
  private late = '';

  constructor(
    private readonly log: Log,
    private readonly starts: Starts,
    private readonly onMade: (made: number) => void = () => undefined
  ) {}

  get failed(): boolean {
    return this.errors.length > 0;
  }

  /** Whether the credentials were refused: then nothing more is written. */
  get isRefused(): boolean {
    return this.errors.some(isRefusal);
  }

  /** Whether nothing has gone wrong with the step so far. */
  stands(step: Step): boolean {
    return (this.outcomes.get(step)?.state ?? 'done') === 'done';
  }

  /**
   * Runs one part of a step. When it throws, the step has failed; when the credentials were refused before, it is
   * not tried.
   *
   * @returns whether it went well
   */
  async attempt(step: Step, part: () => Promise<void>): Promise<boolean> {
    if (this.isRefused) {
      this.leave(step);
      return false;
    }
    try {
      await part();
      return true;
    } catch (error) {
      this.fail(step, error);
      return false;
    }
  }

  /** The registry holds the step's bundle now: what fails afterwards is not the upload. */
  wrote(step: Step): void {
    this.written.add(step);
  }

  /** The step's bundle is as it was before. @param reason what to say where it has not failed by itself */
  wasPutBack(step: Step, reason: string): void {
    this.written.delete(step);
    const outcome = this.outcomes.get(step);
    const own = outcome?.state === 'failed' ? outcome.reason : reason;
    this.settle({step, state: 'failed', reason: own, written: false});
  }

  /** The step's bundle was uploaded as it had been registered: that is no change. */
  wroteNothing(step: Step): void {
    this.written.delete(step);
  }

  done(step: Step): void {
    if (this.outcomes.has(step)) return;
    this.settle({step, state: 'done', reason: ''});
    this.log.info(
      plain`done: ${step.action === 'unchanged' ? 'job specs of' : step.action} ${step.integration}/${step.name}`
    );
  }

  skip(step: Step, reason: string): void {
    if (!this.outcomes.has(step)) this.settle({step, state: 'not-tried', reason});
  }

  fail(step: Step, error: unknown): void {
    // The same error again means that nothing was sent any more after it.
    if (isRefusal(error) && this.errors.includes(error)) {
      this.leave(step);
      return;
    }
    const written = this.written.has(step);
    if (isInterruption(error) && !written) {
      this.skip(step, NOT_BEGUN.cancelled);
      return;
    }
    if (error instanceof RegistryError && error.kind === 'late' && !written) {
      this.late = messageOf(error);
      this.starts.ranOut();
      this.skip(step, NOT_BEGUN['out-of-time']);
      return;
    }
    this.errors.push(error);
    const hint = error instanceof UserError && error.hint !== '' ? ` ${error.hint}` : '';
    const earlier = this.outcomes.get(step);
    const before = earlier?.state === 'failed' ? `${earlier.reason} ` : '';
    this.settle({step, state: 'failed', reason: `${before}${messageOf(error)}${hint}`, written});
    this.log.info(plain`failed: ${step.action} ${step.integration}/${step.name}: ${messageOf(error)}`);
  }

  /** The outcomes in the order of these steps. */
  of(steps: readonly Step[]): StepOutcome[] {
    return steps.map((step) => this.outcomes.get(step)).filter((outcome) => outcome !== undefined);
  }

  /** What the apply as a whole failed with; null when nothing did. */
  failure(steps: readonly Step[]): UserError | null {
    const stopped = this.starts.reason;
    const outcomes = this.of(steps);
    const count = (state: StepOutcome['state']): number =>
      outcomes.filter((outcome) => outcome.state === state).length;
    const [done, failed, left] = [count('done'), count('failed'), count('not-tried')];
    const first = this.errors.find((error) => !(error instanceof UserError)) ?? this.errors[0];
    const why = first === undefined ? (this.late === '' ? '' : `: ${this.late}`) : `: ${messageOf(first)}`;
    if (failed + left > 0 && (stopped === 'cancelled' || (stopped !== null && !this.failed))) {
      const what = stopped === 'cancelled' ? 'was cancelled' : 'came to the end of its time (max-minutes)';
      return new UserError(
        stopped === 'cancelled' ? 'cancelled' : 'apply-failed',
        `the apply ${what}: of ${outcomes.length} changes ${done} were made, ${failed} failed, ${left} not tried${why}`,
        SAFE,
        {cause: first}
      );
    }
    if (!this.failed) return null;
    const written = outcomes.filter((outcome) => outcome.written === true).length;
    return new UserError(
      this.reason(done + written),
      `${failed} of ${outcomes.length} changes failed, ${done} were made, ${left} were not tried${why}`,
      first instanceof UserError ? `${first.hint} ${SAFE}` : SAFE,
      {cause: first}
    );
  }

  /** What was done of a step does not stand, or nothing was. One that failed by itself keeps its own reason. */
  leaveOut(step: Step, reason: string): void {
    const outcome = this.outcomes.get(step);
    const isWritten = this.written.has(step);
    if (outcome === undefined && !isWritten) this.skip(step, reason);
    else if (outcome?.state !== 'failed') this.settle({step, state: 'failed', reason, written: isWritten});
  }

  /** Nothing more is done of a step since the credentials were refused. */
  leave(step: Step): void {
    if (!this.written.has(step)) this.skip(step, REFUSED);
    else if (!this.outcomes.has(step))
      this.settle({
        step,
        state: 'failed',
        reason: `${REFUSED} before all its job specs were installed`,
        written: true
      });
  }

  private settle(outcome: StepOutcome): void {
    const isDone = (one: StepOutcome | undefined): number => (one?.state === 'done' ? 1 : 0);
    this.made += isDone(outcome) - isDone(this.outcomes.get(outcome.step));
    this.outcomes.set(outcome.step, outcome);
    this.onMade(this.made);
  }

  private reason(done: number): FailureReason {
    const reasons = new Set(
      this.errors.map((error) => (error instanceof UserError ? error.reason : 'internal'))
    );
    for (const reason of [
      'internal',
      'upload-needs-api-token',
      'credentials-rejected',
      'ambiguous-bundle',
      'live-changed'
    ] as const) {
      if (reasons.has(reason)) return reason;
    }
    const [only] = reasons.size === 1 ? reasons : [];
    return done === 0 && (only === 'registry-unavailable' || only === 'registry-unexpected')
      ? only
      : 'apply-failed';
  }
}

/** Somebody stopped the apply before the request was sent. */
function isInterruption(error: unknown): boolean {
  return (
    (error instanceof RegistryError && error.kind === 'interrupted') ||
    (error instanceof UserError && error.reason === 'cancelled')
  );
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof UserError &&
    (error.reason === 'credentials-rejected' || error.reason === 'upload-needs-api-token')
  );
}
