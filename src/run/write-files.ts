import type {Job, WrittenFiles} from '../job/job.js';
import {FORMATS} from '../report/formats.js';
import {junitXml} from '../report/junit.js';
import type {ShownRun} from '../report/shown-run.js';

/** Writes what later steps of the job may read: the plan, the report, the findings as SARIF, the flow tests as JUnit XML. */
export async function writeFiles({ports}: Job, run: ShownRun): Promise<WrittenFiles> {
  const {files} = ports;
  const {tests} = run.model;
  return {
    planPath: run.model.plan === null ? '' : await files.write('plan.json', FORMATS.plan(run)),
    reportPath: await files.write('report.md', FORMATS.markdown(run)),
    sarifPath: wasChecked(run) ? await files.write('findings.sarif', FORMATS.sarif(run)) : '',
    junitPath: tests === null ? '' : await files.write('flow-tests.xml', junitXml(tests, run.secrets))
  };
}

/** A file without results would close all alerts as fixed, and a run that failed before the check has fixed nothing. */
function wasChecked({model: {files, failure}}: ShownRun): boolean {
  return files > 0 || failure === null;
}
