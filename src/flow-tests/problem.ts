import type {Span} from '../bundle/json-types.js';

/** Something wrong in a test file, at its place. An error keeps the file from being run, a warning does not. */
export interface Problem extends Span {
  readonly severity: 'error' | 'warning';
  /** In one sentence without a full stop. */
  readonly message: string;
  /** What would be right; empty when the message says it all. */
  readonly hint: string;
}

/** No file has more problems than this that are worth a line each. */
const MOST = 100;

/** Collects problems; the same one at the same place counts once, as when each row of a case has it. */
export class Problems {
  private readonly known = new Map<string, Problem>();

  error({start, end}: Span, message: string, hint = ''): void {
    this.add({severity: 'error', start, end, message, hint});
  }

  warning({start, end}: Span, message: string, hint = ''): void {
    this.add({severity: 'warning', start, end, message, hint});
  }

  get hasErrors(): boolean {
    return this.sorted().some(({severity}) => severity === 'error');
  }

  /** In the order of the file. */
  sorted(): Problem[] {
    return [...this.known.values()].sort((a, b) => a.start - b.start);
  }

  private add(problem: Problem): void {
    const key = `${problem.start} ${problem.message}`;
    if (this.known.size < MOST && !this.known.has(key)) this.known.set(key, problem);
  }
}
