/**
 * Which requests a fault meets: text for a part of `METHOD /path`, a pattern for all of it, or a decision.
 */
export type FaultMatch = string | RegExp | ((method: string, path: string) => boolean);

/** What happens instead of the right answer, or to it. */
export interface Fault {
  /** Answer with this status and do nothing. */
  readonly status?: number;
  /** With `status`: the body; text goes out as HTML, anything else as JSON. An error body where it is not given. */
  readonly body?: unknown;
  /** With `status`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Break the connection: before anything is done, or after it is done and before the answer. */
  readonly reset?: 'before' | 'after' | true;
  /** Do what was asked, and break the connection in the middle of the answer. */
  readonly cut?: true;
  /** Milliseconds to wait first; alone it leaves the answer as it is. */
  readonly delay?: number;
}

interface Planned {
  readonly match: FaultMatch;
  readonly fault: Fault;
  left: number;
}

/** Faults that wait for the requests they are meant for, each for a number of times. */
export class FaultPlan {
  private readonly planned: Planned[] = [];

  add(match: FaultMatch, times: number, fault: Fault): void {
    this.planned.push({match, fault, left: times});
  }

  /** The first fault that fits and is not used up; counts as one use. */
  take(method: string, path: string): Fault | null {
    const next = this.planned.find(({match, left}) => left > 0 && fits(match, method, path));
    if (next === undefined) return null;
    next.left -= 1;
    return next.fault;
  }
}

function fits(match: FaultMatch, method: string, path: string): boolean {
  if (typeof match === 'function') return match(method, path);
  const request = `${method} ${path}`;
  return typeof match === 'string' ? request.includes(match) : match.test(request);
}
