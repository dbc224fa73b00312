/** The first pause where a refusal does not say how long to wait; each further one in a row is twice as long: milliseconds. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

/** What is sent stays this much below what was seen to be served. */
const MARGIN = 1.02;

/** After a span without a refusal, the first try at a faster pace; each further one is twice as bold. */
const FIRST_GROWTH = 0.05;
const MOST_GROWTH = 0.8;
/** The pace after a refusal that nothing explains, as a part of the pace before. */
const CAUTION = 0.9;
/** How many spans are let pass at most before the pace is raised again where that failed before. */
const MOST_RESTRAINT = 16;

/** Over so long a time what was served says how much is: the longest span that registries count in. */
const HORIZON = 60_000;
const MOST_REMEMBERED = 10_000;

/**
 * So few requests in so long a span may be what others left of the account's budget: the next span is used to
 * look how many there really are.
 */
const FEW = 50;
const LONG_SPAN = 10_000;

/**
 * How fast requests may be sent to a registry that refuses some with 429: not at all for as long as it asks,
 * and from then on evenly, no faster than it was seen to serve. Even, because a burst that uses a budget up
 * leaves whatever is half done waiting for the next one. Now and then it looks whether more is served by now.
 *
 * All times are milliseconds of one clock that goes forward.
 */
export class Pace {
  /** Nothing is sent before this. */
  private closedUntil = -Infinity;
  /** When the last refusal came that taught something. */
  private refusedAt = -Infinity;
  private pause = FIRST_PAUSE;
  /** Since when requests are counted, and how many were served since. */
  private spanStart: number | null = null;
  private served = 0;
  private learnt: Learnt | null = null;
  private lastSent = -Infinity;
  private explored = false;
  /** When requests were sent that were served, of the last HORIZON milliseconds before a refusal; oldest first. */
  private history: number[] = [];
  private startedAt: number | null = null;

  /** When the next request may be sent. */
  at(): number {
    const interval = this.learnt === null ? 0 : (this.learnt.perMs / this.learnt.requests) * MARGIN;
    return Math.max(this.closedUntil, this.lastSent + interval);
  }

  /** How many requests may be under way, at most as many as it is given. */
  width(most: number): number {
    // Until it is known how many are served, each answer lets two more go.
    const isProbing = this.refusedAt > -Infinity && this.learnt === null;
    return isProbing ? Math.min(most, this.served + 1) : most;
  }

  /** A request is sent. */
  sent(now: number): void {
    this.startedAt ??= now;
    this.spanStart ??= now;
    this.lastSent = now;
    this.grow(now);
  }

  /** An answer came that is no 429. @param sentAt when its request was sent */
  wasServed(sentAt: number): void {
    this.pause = FIRST_PAUSE;
    this.history.push(sentAt);
    if (this.history.length > MOST_REMEMBERED) this.history = this.history.slice(-MOST_REMEMBERED / 2);
    if (sentAt >= this.closedUntil) this.served += 1;
    else if (this.learnt !== null && this.learnt.from <= sentAt) this.learnt.requests += 1;
  }

  /**
   * A request was refused with 429.
   *
   * @param sentAt when it was sent
   * @param asked  how long to wait, as the registry says; null where it does not
   */
  wasRefused(sentAt: number, now: number, asked: number | null): void {
    if (sentAt < this.refusedAt) {
      // Of the same burst as the refusal before: the wait may be longer, but nothing new is learnt.
      this.closeUntil(now + (asked ?? 0));
      return;
    }
    this.closeUntil(now + (asked ?? this.pause));
    if (asked === null) this.pause = Math.min(LONGEST_PAUSE, this.pause * 2);
    this.refusedAt = now;
    this.learn(now);
  }

  private closeUntil(time: number): void {
    this.closedUntil = Math.max(this.closedUntil, time);
  }

  private learn(now: number): void {
    const from = this.spanStart ?? now;
    const {served, learnt} = this;
    const perMs = Math.max(1, this.closedUntil - from);
    if (learnt === null) {
      const isDoubtful = served < FEW && perMs > LONG_SPAN && !this.explored;
      if (isDoubtful) this.explored = true;
      else if (served > 0) this.learnt = {requests: served, perMs, from, ...UNTRIED};
    } else this.relearn(learnt, {served, perMs, from});
    this.spanStart = null;
    this.served = 0;
  }

  /** A refusal at a pace that was thought to be slow enough. */
  private relearn(learnt: Learnt, seen: Pick<Learnt, 'perMs' | 'from'> & {readonly served: number}): void {
    const perMs = Math.max(learnt.perMs, seen.perMs);
    const rate = learnt.requests / learnt.perMs;
    // A slice of a span says little of the whole: then the last raise was too much, or others send requests, too.
    const isWhole = seen.served > 0 && seen.perMs >= learnt.perMs / 2;
    const before = learnt.isTrial ? rate / (1 + learnt.raised) : rate * CAUTION;
    const average = this.servedRate();
    const known = average > 0 ? Math.min(rate, Math.max(before, average)) : null;
    learnt.requests = perMs * (known ?? (isWhole ? seen.served / seen.perMs : before));
    learnt.perMs = perMs;
    learnt.from = seen.from;
    learnt.growth = FIRST_GROWTH;
    learnt.restraint = Math.min(MOST_RESTRAINT, learnt.restraint * 2);
    learnt.clean = 0;
    learnt.isTrial = false;
  }

  /** What was served in the minute before this refusal, or since the start, as requests a millisecond; 0 of too little. */
  private servedRate(): number {
    const from = Math.max(this.startedAt ?? this.closedUntil, this.closedUntil - HORIZON);
    this.history = this.history.filter((sentAt) => sentAt >= from);
    const perMs = this.closedUntil - from;
    return perMs < LONG_SPAN ? 0 : this.history.length / perMs;
  }

  /** After enough spans without a refusal the pace is raised. */
  private grow(now: number): void {
    const {learnt, spanStart} = this;
    if (learnt === null || spanStart === null || now - spanStart < learnt.perMs) return;
    this.spanStart = now;
    this.served = 0;
    learnt.from = now;
    learnt.clean += 1;
    if (learnt.isTrial) learnt.restraint = 1;
    learnt.isTrial = false;
    if (learnt.clean < learnt.restraint) return;
    learnt.clean = 0;
    learnt.isTrial = true;
    learnt.requests *= 1 + learnt.growth;
    learnt.raised = learnt.growth;
    learnt.growth = Math.min(MOST_GROWTH, learnt.growth * 2);
  }
}

/** A pace that was not raised yet. */
const UNTRIED = {growth: FIRST_GROWTH, restraint: 1, clean: 0, isTrial: false, raised: 0};

/** What was seen to be served. */
interface Learnt {
  requests: number;
  perMs: number;
  /** When the span began in which it was seen. */
  from: number;
  /** By how much the pace is raised next, as a fraction. */
  growth: number;
  /** How many spans without a refusal it takes to raise it. */
  restraint: number;
  /** How many there were. */
  clean: number;
  /** Whether the pace was raised for this span, and by how much. */
  isTrial: boolean;
  raised: number;
}
