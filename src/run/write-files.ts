import type {Job} from '../job/job.js';
import type {RunRecord} from '../job/record.js';
import {planFile} from '../report/plan-file.js';
import {redactText} from '../report/redact.js';
import type {Report} from '../report/report.js';
import {sarif} from '../report/sarif.js';
import {RULES} from '../rules/index.js';
import type {Scrub} from '../secrets/scrub.js';
import {VERSION} from '../version.js';

/** Absolute paths; empty when not written. */
export interface WrittenFiles {
  readonly planPath: string;
  readonly reportPath: string;
  readonly sarifPath: string;
}

/**
 * Writes what later steps of the job may read: the plan, the report, and the findings as SARIF.
 *
 * @param secrets what none of them may hold; `scrub` takes them out
 */
export async function writeFiles(
  {ports}: Job,
  record: RunRecord,
  report: Report,
  {secrets, scrub}: {readonly secrets: readonly string[]; readonly scrub: Scrub}
): Promise<WrittenFiles> {
  const {plan} = record;
  const planText = plan === null ? null : scrub(`${JSON.stringify(planFile(plan), null, 2)}\n`);
  return {
    planPath: planText === null ? '' : await ports.files.write('plan.json', planText),
    reportPath: await ports.files.write('report.md', report.file()),
    sarifPath: wasChecked(record) ? await ports.files.write('findings.sarif', sarifText(record, secrets)) : ''
  };
}

/** A file without results would close all alerts as fixed, and a run that failed before the check has fixed nothing. */
function wasChecked({checked, failure}: RunRecord): boolean {
  return checked.files > 0 || failure === null;
}

function sarifText({checked}: RunRecord, secrets: readonly string[]): string {
  const findings = checked.findings.map((finding) => ({
    ...finding,
    message: redactText(finding.message, secrets),
    hint: redactText(finding.hint, secrets)
  }));
  return `${JSON.stringify(sarif(findings, RULES, {version: VERSION}))}\n`;
}
