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
  'apply-failed',
  'drift',
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

  constructor(
    readonly reason: FailureReason,
    message: string,
    readonly hint: string,
    options?: ErrorOptions
  ) {
    super(message, options);
  }
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
