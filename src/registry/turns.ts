import type {Clock} from '../ports.js';
import {Pace} from './pace.js';

/** A request that waits for its turn. */
interface Waiting {
  readonly urgent: boolean;
  /** The lower, the earlier it asked. */
  readonly order: number;
  /** After which it need not be sent any more. */
  readonly latest: number;
  readonly stoppable: boolean;
  readonly settle: (outcome: 'turn' | TooLate) => void;
}

/** A turn would come only when it is too late. */
export class TooLate extends Error {
  /** @param waitMs how long the wait would be, in milliseconds */
  constructor(readonly waitMs: number) {
    super('the turn would come too late');
  }
}

export interface TurnRequest {
  /** Whether it goes before others that wait: what puts a bundle's triggers on again does. */
  readonly urgent: boolean;
  /** After which it need not be sent any more, by the clock. */
  readonly latest: number;
  /** Whether it is among those that `stop` ends. */
  readonly stoppable: boolean;
  /** What an earlier turn of the same call gave, so that it keeps its place; null for a new call. */
  readonly order: number | null;
}

/**
 * When each request of a step is sent: so many at a time, in the order in which they were asked for except that
 * urgent ones go first, and all of them no faster than the registry's refusals allow.
 */
export class Turns {
  private readonly waiting: Waiting[] = [];
  private readonly pace = new Pace();
  private running = 0;
  private orders = 0;
  /** When the next look is due; null when none is. */
  private wakeAt: number | null = null;

  /** @param most requests at a time, 1 or more */
  constructor(
    private readonly most: number,
    private readonly clock: Clock
  ) {}

  /**
   * Waits for a turn, which `end` gives back.
   *
   * @returns the call's place in the order
   * @throws TooLate
   */
  async take({urgent, latest, stoppable, order}: TurnRequest): Promise<number> {
    const place = order ?? (this.orders += 1);
    const outcome = await new Promise<'turn' | TooLate>((settle) => {
      this.waiting.push({urgent, order: place, latest, stoppable, settle});
      this.look();
    });
    if (outcome !== 'turn') throw outcome;
    return place;
  }

  end(): void {
    this.running -= 1;
    this.look();
  }

  /** Tells the waiting calls that no turn will come. @param which all, or those that can be stopped */
  stop(which: 'all' | 'stoppable'): void {
    this.dismiss((call) => which === 'all' || call.stoppable, 0);
  }

  /** An answer came that is no refusal for too many requests. @param sentAt when its request was sent */
  served(sentAt: number): void {
    this.pace.wasServed(sentAt);
  }

  /** @param asked as the registry says, in milliseconds; null where it does not say */
  refused(sentAt: number, asked: number | null): void {
    this.pace.wasRefused(sentAt, this.clock.now(), asked);
  }

  /** Gives turns to those whose time has come. */
  private look(): void {
    while (this.waiting.length > 0) {
      const now = this.clock.now();
      const at = this.pace.at();
      const earliest = Math.max(now, at);
      this.dismiss(({latest}) => latest <= earliest, earliest - now);
      if (this.waiting.length === 0) return;
      if (this.running >= this.pace.width(this.most)) return;
      if (at > now) {
        this.wake(at, at - now);
        return;
      }
      const next = this.next();
      if (next === undefined) return;
      this.running += 1;
      this.pace.sent(now);
      next.settle('turn');
    }
  }

  /** Those that will get no turn are told. @param waitMs how long they would have to wait */
  private dismiss(isOne: (call: Waiting) => boolean, waitMs: number): void {
    for (let index = this.waiting.length - 1; index >= 0; index -= 1) {
      const call = this.waiting[index];
      if (call === undefined || !isOne(call)) continue;
      this.waiting.splice(index, 1);
      call.settle(new TooLate(waitMs));
    }
  }

  private next(): Waiting | undefined {
    let best = 0;
    this.waiting.forEach((call, index) => {
      const other = this.waiting[best];
      if (other === undefined || Number(call.urgent) < Number(other.urgent)) return;
      if (call.urgent !== other.urgent || call.order < other.order) best = index;
    });
    return this.waiting.splice(best, 1)[0];
  }

  private wake(at: number, wait: number): void {
    if (this.wakeAt !== null && this.wakeAt <= at) return;
    this.wakeAt = at;
    void this.clock.sleep(wait).then(() => {
      if (this.wakeAt === at) this.wakeAt = null;
      this.look();
    });
  }
}
