/** Which requests a fault is for: all that meet every condition given. */
export interface FaultMatch {
  readonly method?: string;
  /** The beginning of path and query, or an expression that they match. */
  readonly path?: string | RegExp;
  /** From the how-manieth matching request on, counted from 1 since the fault was scripted; 1 unless given. */
  readonly nth?: number;
}

/** What goes wrong. */
export type Fault =
  /** This answer instead of the registry's; the request is not processed. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly contentType?: string;
    }
  /** The request is processed so many milliseconds later; with `after` at once, and only the answer comes later. */
  | {readonly kind: 'delay'; readonly ms: number; readonly when?: 'before' | 'after'}
  /** The connection breaks before or after the request was processed, without an answer. */
  | {readonly kind: 'reset'; readonly when: 'before' | 'after'}
  /** The connection breaks after so many bytes of the answer's body. */
  | {readonly kind: 'truncate'; readonly bytes: number}
  /** A redirect to another URL; the request is not processed. */
  | {readonly kind: 'redirect'; readonly to: string; readonly status?: number}
  /** The request is processed and its answer's body replaced. */
  | {readonly kind: 'body'; readonly body: string; readonly contentType?: string};

export interface FaultScript {
  readonly match?: FaultMatch;
  /** How many requests it hits; 1 unless given. */
  readonly times?: number;
  readonly fault: Fault;
}

/** The scripted faults, in the order in which they were given: the first that is due hits. */
export class Faults {
  private scripts: {script: FaultScript; seen: number; left: number}[] = [];

  add(script: FaultScript): void {
    this.scripts.push({script, seen: 0, left: script.times ?? 1});
  }

  clear(): void {
    this.scripts = [];
  }

  /** The fault for this request, if any. Every script that matches counts it, whether it hits or not. */
  next(method: string, path: string): Fault | null {
    let due: Fault | null = null;
    for (const entry of this.scripts.filter(({script}) => matches(script.match ?? {}, method, path))) {
      entry.seen++;
      if (due !== null || entry.left < 1 || entry.seen < (entry.script.match?.nth ?? 1)) continue;
      entry.left--;
      due = entry.script.fault;
    }
    return due;
  }
}

function matches({method, path}: FaultMatch, actualMethod: string, actualPath: string): boolean {
  if (method !== undefined && method.toUpperCase() !== actualMethod) return false;
  if (path === undefined) return true;
  // search ignores the state that an expression with the flag g or y carries along.
  return typeof path === 'string' ? actualPath.startsWith(path) : actualPath.search(path) !== -1;
}
