/** A registry that keeps everybody waiting for so long without one answer is given up: milliseconds. */
const LONGEST_SILENCE = 60_000;

/**
 * Tells a dead registry from a flaky request: it opens when so many attempts in a row, over all requests of one
 * kind, met a network error or a 5xx, and when nothing but timeouts came back for a minute. An answer closes it.
 */
export class Breaker {
  private failures = 0;
  private silentSince: number | null = null;
  private silence = 0;
  private readonly threshold: number;

  /**
   * A single request makes 4 attempts and a short outage fails every request in flight once or twice: the
   * threshold of 8, or 3 rounds of all requests in flight, is above both.
   */
  constructor(maxParallel: number) {
    this.threshold = Math.max(8, 3 * maxParallel);
  }

  get open(): boolean {
    return this.why !== null;
  }

  /** Why nothing more is to be sent, for "the registry …"; null while it is closed. */
  get why(): string | null {
    if (this.silence >= LONGEST_SILENCE) return `gave no answer for ${Math.round(this.silence / 1000)} s`;
    return this.failures >= this.threshold ? `failed ${this.failures} times in a row` : null;
  }

  /** An attempt got a 5xx or lost its connection. */
  failed(): void {
    this.failures++;
  }

  /** An attempt waited from one moment to the other, in milliseconds since the epoch, and got nothing. */
  timedOut(from: number, to: number): void {
    this.failures++;
    this.silentSince ??= from;
    this.silence = to - this.silentSince;
  }

  answered(): void {
    this.failures = 0;
    this.silentSince = null;
    this.silence = 0;
  }
}
