import type {Clock} from '../../src/ports.js';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/**
 * Time that passes only while all callers sleep: the shortest sleep ends next, once everything that needs no time
 * is done. Only for what waits for nothing but this clock.
 */
export class VirtualClock implements Clock {
  private time = 1_000_000;
  private readonly sleepers: Sleeper[] = [];
  private isDriven = false;

  /** @param random what the clock gives for jitter */
  constructor(readonly random: () => number = () => 0.5) {}

  now(): number {
    return this.time;
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((wake) => {
      const until = this.time + Math.max(0, milliseconds);
      // Behind those who sleep as long: first come, first woken.
      const index = this.sleepers.findLastIndex((sleeper) => sleeper.until <= until);
      this.sleepers.splice(index + 1, 0, {until, wake});
      this.drive();
    });
  }

  private drive(): void {
    if (this.isDriven) return;
    this.isDriven = true;
    setImmediate(() => {
      this.isDriven = false;
      const next = this.sleepers.shift();
      if (next === undefined) return;
      this.time = Math.max(this.time, next.until);
      next.wake();
      if (this.sleepers.length > 0) this.drive();
    });
  }
}
