import type {Span} from '../bundle/json-types.js';

/** Something wrong in a test file, at its place. An error keeps the file from being run, a warning does not. */
export interface Problem extends Span {
  readonly severity: 'error' | 'warning';
  /** In one sentence without a full stop. */
  readonly message: string;
  /** What would be right; empty when the message says it all. */
  readonly hint: string;
}

/** So many problems of each severity are kept of a file; that there are more is said. */
const MOST = 100;

/** Collects problems; the same one at the same place counts once, as when each row of a case has it. */
export class Problems {
  private readonly known = {error: new Map<string, Problem>(), warning: new Map<string, Problem>()};
  private readonly hasMore = {error: false, warning: false};

  error({start, end}: Span, message: string, hint = ''): void {
    this.add({severity: 'error', start, end, message, hint});
  }

  warning({start, end}: Span, message: string, hint = ''): void {
    this.add({severity: 'warning', start, end, message, hint});
  }

  get hasErrors(): boolean {
    return this.known.error.size > 0;
  }

  /** In the order of the file, and last whether there are more. */
  sorted(): Problem[] {
    const {error, warning} = this.known;
    const kept = [...error.values(), ...warning.values()].sort((a, b) => a.start - b.start);
    return [...kept, ...this.more('error'), ...this.more('warning')];
  }

  private add(problem: Problem): void {
    const known = this.known[problem.severity];
    const key = `${problem.start} ${problem.message}`;
    if (known.has(key)) return;
    if (known.size < MOST) known.set(key, problem);
    else this.hasMore[problem.severity] = true;
  }

  private more(severity: Problem['severity']): Problem[] {
    if (!this.hasMore[severity]) return [];
    return [
      {severity, start: 0, end: 1, message: `the file has more ${severity}s than these ${MOST}`, hint: ''}
    ];
  }
}
