import {visible, type Line} from '../visible.js';

/** The command line or the environment cannot be followed: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  declare readonly message: Line;
  readonly hint: Line;

  /**
   * @param message what is wrong, in one sentence
   * @param hint    what would be right; empty when the message says it all
   */
  constructor(message: string, hint = '') {
    super(visible(message));
    this.hint = visible(hint);
  }
}
