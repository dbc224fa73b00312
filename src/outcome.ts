import type {Command} from './command.js';
import type {RunRecord} from './job.js';
import {countSteps, hasChanges, NO_COUNTS} from './plan/plan.js';
import type {Counts} from './plan/types.js';

/** The `result` output. */
export type Result = 'valid' | 'invalid' | 'no-changes' | 'changes' | 'applied' | 'drift' | 'failed';

/** Counts say what is planned after plan and drift, what was done after apply. */
export function outcomeCounts({plan, outcomes}: RunRecord): Counts {
  if (plan === null) return NO_COUNTS;
  const planned = countSteps(plan.steps);
  if (outcomes === null) return planned;
  const done = countSteps(
    outcomes.filter((outcome) => outcome.state === 'done').map((outcome) => outcome.step)
  );
  return {...done, unchanged: planned.unchanged};
}

/** Whether the bundle files passed: no error, and no finding that fails the step. */
export function isValid({checked, failure}: RunRecord): boolean {
  return (
    failure?.reason !== 'invalid-bundles' && !checked.findings.some((finding) => finding.severity === 'error')
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

/** The outputs of action.yml, as the texts that a workflow reads. */
export function outputsOf(
  command: Command,
  record: RunRecord,
  published: {
    readonly comment: {readonly id: number; readonly url: string} | null;
    readonly planPath: string;
    readonly reportPath: string;
    readonly sarifPath: string;
  }
): Record<string, string> {
  const counts = outcomeCounts(record);
  const bySeverity = (severity: string): number =>
    record.checked.findings.filter((finding) => finding.severity === severity).length;
  return {
    result: resultOf(command, record),
    'failure-reason': record.failure?.reason ?? '',
    valid: String(isValid(record)),
    'has-changes': String(counts.created + counts.updated + counts.deleted > 0),
    errors: String(bySeverity('error')),
    warnings: String(bySeverity('warning')),
    created: String(counts.created),
    updated: String(counts.updated),
    deleted: String(counts.deleted),
    unchanged: String(counts.unchanged),
    'plan-path': published.planPath,
    'report-path': published.reportPath,
    'sarif-path': published.sarifPath,
    'backup-path': record.backupPath,
    'comment-id': published.comment === null ? '' : String(published.comment.id),
    'comment-url': published.comment?.url ?? ''
  };
}
