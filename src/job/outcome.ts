import {UserError} from '../errors.js';
import {countSteps, hasChanges, NO_COUNTS} from '../plan/plan.js';
import type {Counts, StepOutcome} from '../plan/types.js';
import type {Command} from './command.js';
import {countCases} from '../flow-tests/result.js';
import {matrixOf} from './matrix.js';
import type {RunRecord} from './record.js';
import {countBySeverity} from '../rules/finding.js';

/** The `result` output. */
export type Result = 'valid' | 'invalid' | 'no-changes' | 'changes' | 'applied' | 'drift' | 'failed';

/** Counts say what is planned after plan and drift, what was done after apply. */
export function outcomeCounts({plan, outcomes}: RunRecord): Counts {
  if (plan === null) return NO_COUNTS;
  const planned = countSteps(plan.steps);
  if (outcomes === null) return planned;
  const done = countSteps(outcomes.filter(wasWritten).map((outcome) => outcome.step));
  return {...done, unchanged: planned.unchanged};
}

/** Whether the registry took the bundle, even where its job specs failed afterwards. */
function wasWritten({state, written}: StepOutcome): boolean {
  return state === 'done' || written === true;
}

/** Whether the bundle files passed: no error, and no finding that fails the step. */
function isValid({checked, failure}: RunRecord): boolean {
  return (
    !(failure !== null && checked.files === 0) &&
    failure?.reason !== 'invalid-bundles' &&
    !checked.findings.some((finding) => finding.severity === 'error')
  );
}

/** The `result` output of a run. */
export function resultOf(command: Command, record: RunRecord): Result {
  const {failure, plan, outcomes} = record;
  if (failure?.reason === 'drift') return 'drift';
  if (failure !== null && failure.reason !== 'invalid-bundles') return 'failed';
  if (!isValid(record)) return 'invalid';
  if (command === 'validate') return 'valid';
  if (command === 'close') return 'no-changes';
  if (plan === null) return 'valid';
  if (outcomes !== null) return outcomes.length > 0 ? 'applied' : 'no-changes';
  return hasChanges(plan) ? 'changes' : 'no-changes';
}

/** Whether the plan changes the registry, or the apply changed it: by a bundle, or by a job spec alone. */
function changesAnything({plan, outcomes}: RunRecord): boolean {
  if (outcomes !== null) return outcomes.some(wasWritten);
  return plan !== null && hasChanges(plan);
}

/** The outputs of action.yml, as the texts that a workflow reads. */
export function outputsOf(
  command: Command,
  record: RunRecord,
  published: {
    readonly comment: {readonly id: number; readonly url: string} | null;
    readonly planPath: string;
    readonly reportPath: string;
    readonly sarifPath: string;
    readonly junitPath: string;
  }
): Record<string, string> {
  const counts = outcomeCounts(record);
  const {error: errors, warning: warnings} = countBySeverity(record.checked.findings);
  return {
    result: resultOf(command, record),
    'failure-reason': record.failure?.reason ?? '',
    valid: String(isValid(record)),
    'has-changes': String(changesAnything(record)),
    errors: String(errors),
    warnings: String(warnings),
    created: String(counts.created),
    updated: String(counts.updated),
    deleted: String(counts.deleted),
    unchanged: String(counts.unchanged),
    matrix: matrixOf(record.checked).text,
    ...testOutputs(record),
    'junit-path': published.junitPath,
    'plan-path': published.planPath,
    'report-path': published.reportPath,
    'sarif-path': published.sarifPath,
    'backup-path': record.backupPath,
    'comment-id': published.comment === null ? '' : String(published.comment.id),
    'comment-url': published.comment?.url ?? ''
  };
}

/** Counts are 0, and the coverage is empty, where there are no tests. */
function testOutputs({tests}: RunRecord): Record<string, string> {
  const {passed, failed} = tests === null ? {passed: 0, failed: 0} : countCases(tests);
  return {
    'tests-passed': String(passed),
    'tests-failed': String(failed),
    coverage: tests === null ? '' : tests.coverage.percent.toFixed(1)
  };
}

const FAILED_COUNTS = [
  'errors',
  'warnings',
  'created',
  'updated',
  'deleted',
  'unchanged',
  'tests-passed',
  'tests-failed'
] as const;

/** The outputs of a run that ended before there was anything to say of bundles. */
export function failedOutputs(error: unknown): Record<string, string> {
  return {
    result: 'failed',
    'failure-reason': error instanceof UserError ? error.reason : 'internal',
    valid: 'false',
    'has-changes': 'false',
    ...Object.fromEntries(FAILED_COUNTS.map((name) => [name, '0']))
  };
}
