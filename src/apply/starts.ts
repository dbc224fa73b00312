import type {Clock} from '../ports.js';

/** Why nothing more is begun. */
export type StopReason = 'cancelled' | 'out-of-time';

/** What completing one upload takes at least, in milliseconds: its answer may be slow. */
const LEAST_RESERVE = 10_000;

/** What the lists of job specs at the end take for each integration, in milliseconds. */
const RESERVE_FOR_LIST = 500;

/** How many of the last uploads tell how long the next will take. */
const MOST_RECENT = 16;

/**
 * Decides whether another upload or deletion may begin: not once the step is to stop, and not when it could not be
 * read back and its job specs not be installed before the time of the step is over.
 */
export class Starts {
  private readonly recent: number[] = [];
  private readonly startedAt: number;
  private stopped: StopReason | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly deadline: () => number,
    private readonly stop: AbortSignal | undefined,
    private readonly integrations: number
  ) {
    this.startedAt = clock.now();
  }

  /**
   * Why nothing more is begun; null while it may be. Once it was not, it stays so.
   *
   * @param size how many uploads are begun together
   */
  why(size = 1): StopReason | null {
    if (this.stop?.aborted === true) this.stopped = 'cancelled';
    else if (this.clock.now() >= this.deadline() - this.reserve(size)) this.stopped ??= 'out-of-time';
    return this.stopped;
  }

  /** Why something was left out; null when nothing was. */
  get reason(): StopReason | null {
    return this.stop?.aborted === true ? 'cancelled' : this.stopped;
  }

  /** A request found that the time is over. */
  ranOut(): void {
    this.stopped ??= 'out-of-time';
  }

  /** Whether what was begun is to be completed without waiting for anything. */
  get isUrgent(): boolean {
    return this.stop?.aborted === true;
  }

  /** An upload was completed, its job specs included, so many milliseconds after it was begun. */
  completed(milliseconds: number): void {
    this.recent.push(milliseconds);
    if (this.recent.length > MOST_RECENT) this.recent.shift();
  }

  private reserve(size: number): number {
    const slowest = Math.max(0, ...this.recent);
    const whole = this.deadline() - this.startedAt;
    const needed = LEAST_RESERVE + (1 + size) * slowest + this.integrations * RESERVE_FOR_LIST;
    // Of a step that has little time not all is kept back.
    return Math.min(needed, whole / 4);
  }
}
