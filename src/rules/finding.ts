import type {Range} from '../bundle/text.js';
import type {Fix, PlacedEdit} from './fix.js';

/** How grave a finding is; `fail-on` names the least one that fails the step. */
export type Severity = 'error' | 'warning' | 'info';

/** One fault at one place. */
export interface Finding {
  /** The id of the rule, `area/short-name`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, in one sentence without a full stop. */
  readonly message: string;
  /** What would be right; empty when the message says it all. */
  readonly hint: string;
  readonly path: string;
  readonly range: Range;
  /** How it is mended; left out where that is not certain. */
  readonly fix?: Fix<PlacedEdit>;
}

/** How many findings there are of each severity. */
export function countBySeverity(
  findings: readonly Pick<Finding, 'severity'>[]
): Readonly<Record<Severity, number>> {
  const counts = {error: 0, warning: 0, info: 0};
  for (const {severity} of findings) counts[severity] += 1;
  return counts;
}

const RANK: Readonly<Record<Severity, number>> = {error: 0, warning: 1, info: 2};

/** The order in which findings are shown: the gravest first, then by file and place. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    RANK[a.severity] - RANK[b.severity] ||
    compareText(a.path, b.path) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    compareText(a.rule, b.rule)
  );
}

/** Order by UTF-16 code units: the same on every machine, unlike localeCompare. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
