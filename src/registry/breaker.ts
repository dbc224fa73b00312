/**
 * Tells a dead registry from a flaky request: it opens when so many attempts in a row, over all requests,
 * met a network error or a 5xx. Any other answer closes it.
 */
export class Breaker {
  private failures = 0;
  private readonly threshold: number;

  /**
   * A single request makes 4 attempts and a short outage fails every request in flight once or twice: the
   * threshold of 8, or 3 rounds of all requests in flight, is above both.
   */
  constructor(maxParallel: number) {
    this.threshold = Math.max(8, 3 * maxParallel);
  }

  /** How many attempts failed in a row. */
  get count(): number {
    return this.failures;
  }

  get open(): boolean {
    return this.failures >= this.threshold;
  }

  failed(): void {
    this.failures++;
  }

  answered(): void {
    this.failures = 0;
  }
}
