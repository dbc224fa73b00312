import type {Command} from '../job/command.js';
import type {Job} from '../job/job.js';
import {outcomeCounts} from '../job/outcome.js';
import type {RunRecord} from '../job/record.js';
import type {ReportModel} from '../report/types.js';

/**
 * What a run found, planned and did, as every report of it says it.
 *
 * @param hidden what a reader must know of findings that are not marked on their lines
 */
export function reportModel(
  job: Job,
  command: Exclude<Command, 'close'>,
  record: RunRecord,
  hidden: readonly string[] = []
): ReportModel {
  const {checked, plan, outcomes, notices, explanations, drift, tests, failure, unmanaged} = record;
  return {
    command,
    plan,
    outcomes,
    counts: outcomeCounts(record),
    findings: checked.findings,
    exceptions: checked.exceptions,
    heldBack: checked.baseline?.held ?? 0,
    weakened: record.weakened,
    files: checked.files,
    notices: [...notices.map((notice) => notice.text), ...hidden],
    explanations,
    drift,
    tests,
    failure: failure === null ? null : {reason: failure.reason, message: failure.message, hint: failure.hint},
    run: job.run,
    unmanaged
  };
}
