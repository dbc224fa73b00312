import {shorten, visible, type Line} from './visible.js';

/** Why a step failed, as the `failure-reason` output names it. */
export const FAILURE_REASONS = [
  'invalid-bundles',
  'invalid-inputs',
  'credentials-missing',
  'credentials-rejected',
  'registry-unavailable',
  'registry-unexpected',
  'ambiguous-bundle',
  'plan-missing',
  'plan-changed',
  'live-changed',
  'too-many-deletes',
  'upload-needs-api-token',
  'apply-failed',
  'cancelled',
  'drift',
  'tests-failed',
  'wrong-checkout',
  'incomplete-checkout',
  'stale-commit',
  'not-merged',
  'internal'
] as const;

export type FailureReason = (typeof FAILURE_REASONS)[number];

/**
 * Something that the person who runs the action can mend. Everything else that is thrown is a bug and is
 * shown with its stack.
 *
 * @param reason  what the `failure-reason` output says
 * @param message what is wrong, and where, in one sentence
 * @param hint    what to do about it
 */
export class UserError extends Error {
  override readonly name: string = 'UserError';
  /** Of both what cannot be seen is written out, and what is very long is cut. */
  declare readonly message: Line;
  readonly hint: Line;

  constructor(
    readonly reason: FailureReason,
    message: string,
    hint: string,
    options?: ErrorOptions
  ) {
    super(bounded(message), options);
    this.hint = bounded(hint);
  }
}

/** The message of anything that was thrown, on one line. */
export function messageOf(error: unknown): Line {
  return bounded(error instanceof Error ? error.message : String(error));
}

/** Where in the program something was thrown, one line a call; what was thrown is left out. */
export function stackOf(error: unknown): Line[] {
  if (!(error instanceof Error)) return [];
  const lines = (error.stack ?? '').slice(0, LONGEST_STACK).split('\n');
  return lines.filter((line) => /^ {4}at /.test(line)).map((line) => visible(line));
}

const LONGEST_MESSAGE = 4_000;
const LONGEST_STACK = 20_000;

function bounded(text: string): Line {
  return visible(shorten(text, LONGEST_MESSAGE));
}
