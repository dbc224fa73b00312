import type {Job} from '../job/job.js';
import {FORMATS} from '../report/formats.js';
import type {ShownRun} from '../report/shown-run.js';

/** Absolute paths; empty when not written. */
export interface WrittenFiles {
  readonly planPath: string;
  readonly reportPath: string;
  readonly sarifPath: string;
}

/** Writes what later steps of the job may read: the plan, the report, and the findings as SARIF. */
export async function writeFiles({ports}: Job, run: ShownRun): Promise<WrittenFiles> {
  const {files} = ports;
  return {
    planPath: run.model.plan === null ? '' : await files.write('plan.json', FORMATS.plan(run)),
    reportPath: await files.write('report.md', FORMATS.markdown(run)),
    sarifPath: wasChecked(run) ? await files.write('findings.sarif', FORMATS.sarif(run)) : ''
  };
}

/** A file without results would close all alerts as fixed, and a run that failed before the check has fixed nothing. */
function wasChecked({model: {files, failure}}: ShownRun): boolean {
  return files > 0 || failure === null;
}
