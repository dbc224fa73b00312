/** What the runs of one test run may make together, in characters of JSON. A bound of this tool. */
export const MAX_WORK_TOGETHER = 512 * 1024 * 1024;

/** Why runs stop that make more. */
export const TOO_MUCH_TOGETHER = `all runs together make more than ${MAX_WORK_TOGETHER / (1024 * 1024)} million characters of data`;

/** What runs share, so that many of them cannot take what one may not. */
export class Allowance {
  /** @param left characters of JSON */
  constructor(private left = MAX_WORK_TOGETHER) {}

  get isSpent(): boolean {
    return this.left < 0;
  }

  take(characters: number): void {
    this.left -= characters;
  }
}
