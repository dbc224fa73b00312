import {UserError, messageOf, type FailureReason} from '../errors.js';
import type {Step, StepOutcome} from '../plan/types.js';
import type {Log} from '../ports.js';
import {RegistryError} from '../registry/errors.js';
import {plain} from '../visible.js';

/** Why everything after a refusal of the credentials is left alone. */
const REFUSED = 'the registry refused the credentials';

const SAFE = 'Running the step again is safe: it does only what is still to be done.';

/** Keeps account of an apply: what was done, what failed and why, what was not tried. */
export class Ledger {
  private readonly outcomes = new Map<Step, StepOutcome>();
  private readonly errors: unknown[] = [];
  private readonly written = new Set<Step>();
  /** Steps of which a part went well. */
  private readonly begun = new Set<Step>();

  constructor(private readonly log: Log) {}

  get failed(): boolean {
    return this.errors.length > 0;
  }

  /**
   * Runs one part of a step. When it throws, the step has failed; when the credentials were refused before, it
   * is not tried.
   *
   * @returns whether it went well
   */
  async attempt(step: Step, part: () => Promise<void>): Promise<boolean> {
    if (this.errors.some(isRefusal)) {
      this.skip(step, REFUSED);
      return false;
    }
    try {
      await part();
      this.begun.add(step);
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

  done(step: Step): void {
    if (this.outcomes.has(step)) return;
    this.outcomes.set(step, {step, state: 'done', reason: ''});
    this.log.info(
      plain`done: ${step.action === 'unchanged' ? 'job specs of' : step.action} ${step.integration}/${step.name}`
    );
  }

  skip(step: Step, reason: string): void {
    if (!this.outcomes.has(step)) this.outcomes.set(step, {step, state: 'not-tried', reason});
  }

  /** The outcomes in the order of these steps. */
  of(steps: readonly Step[]): StepOutcome[] {
    return steps.map((step) => this.outcomes.get(step)).filter((outcome) => outcome !== undefined);
  }

  /** What the apply as a whole failed with; null when nothing did. */
  failure(steps: readonly Step[]): UserError | null {
    if (!this.failed) return null;
    const outcomes = this.of(steps);
    const count = (state: StepOutcome['state']): number =>
      outcomes.filter((outcome) => outcome.state === state).length;
    if (this.errors.every(isInterruption)) {
      return new UserError(
        'apply-failed',
        `the apply was interrupted: of ${outcomes.length} changes ${count('done')} were made, ${count('failed')} only in part, ${count('not-tried')} not tried`,
        SAFE
      );
    }
    const first = this.errors.find((error) => !(error instanceof UserError)) ?? this.errors[0];
    return new UserError(
      this.reason(count('done') + this.written.size),
      `${count('failed')} of ${outcomes.length} changes failed, ${count('done')} were made, ${count('not-tried')} were not tried: ${messageOf(first)}`,
      first instanceof UserError ? `${first.hint} ${SAFE}` : SAFE,
      {cause: first}
    );
  }

  private fail(step: Step, error: unknown): void {
    // The same error again means that nothing was sent any more after it.
    if (isRefusal(error) && this.errors.includes(error)) {
      this.skip(step, REFUSED);
      return;
    }
    this.errors.push(error);
    if (isInterruption(error) && !this.begun.has(step)) {
      this.skip(step, messageOf(error));
      return;
    }
    const hint = error instanceof UserError ? ` ${error.hint}` : '';
    const written = this.written.has(step);
    this.outcomes.set(step, {step, state: 'failed', reason: `${messageOf(error)}${hint}`, written});
    this.log.info(plain`failed: ${step.action} ${step.integration}/${step.name}: ${messageOf(error)}`);
  }

  private reason(done: number): FailureReason {
    const reasons = new Set(
      this.errors.map((error) => (error instanceof UserError ? error.reason : 'internal'))
    );
    for (const reason of ['internal', 'credentials-rejected', 'ambiguous-bundle', 'live-changed'] as const) {
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
  return error instanceof RegistryError && error.kind === 'interrupted';
}

function isRefusal(error: unknown): boolean {
  return error instanceof UserError && error.reason === 'credentials-rejected';
}
