/** A registry from which nothing but failures came for so long is given up: milliseconds. */
const LONGEST_OUTAGE = 60_000;

/**
 * Tells a registry that is down from a request that fails now and then: it opens when for a minute every attempt of one kind, over all
 * requests, met a network error, a timeout or a 5xx. An answer closes it.
 */
export class Breaker {
  private failures = 0;
  private failingSince: number | null = null;
  private failingUntil = 0;

  /** Why nothing more is to be sent, for "the registry …"; null while it is closed. */
  get why(): string | null {
    if (this.failingSince === null) return null;
    const outage = this.failingUntil - this.failingSince;
    if (outage < LONGEST_OUTAGE) return null;
    return `failed ${this.failures} times in a row, for ${Math.round(outage / 1000)} s`;
  }

  /** An attempt that was sent at one moment failed at the other, in milliseconds of a clock that goes forward. */
  failed(sentAt: number, now: number): void {
    this.failures += 1;
    this.failingSince ??= sentAt;
    this.failingUntil = now;
  }

  answered(): void {
    this.failures = 0;
    this.failingSince = null;
  }
}
