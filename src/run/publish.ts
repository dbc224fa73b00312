import {commentKey, targetOf, writeComment, type CommentDraft, type CommentResult} from './comment.js';
import type {Command} from '../job/command.js';
import {keepDriftIssue} from './drift-issue.js';
import type {Job, Notice, RunRecord} from '../job/job.js';
import {outcomeCounts} from '../job/outcome.js';
import {hasChanges} from '../plan/plan.js';
import {toAnnotations} from '../report/annotations.js';
import type {Header} from '../report/header.js';
import {planFile} from '../report/plan-file.js';
import {redactText} from '../report/redact.js';
import {sarif} from '../report/sarif.js';
import {createReport} from '../report/report.js';
import type {ReportModel} from '../report/types.js';
import type {Scrub} from '../registry/credentials.js';
import {RULES} from '../rules/index.js';
import {scrubberOf, secretsOf} from '../inputs/secrets.js';
import {VERSION} from '../version.js';

export interface Published {
  readonly comment: CommentResult | null;
  /** Absolute paths; empty when not written. */
  readonly planPath: string;
  readonly reportPath: string;
  readonly sarifPath: string;
}

/** Shows what a run found and did: annotations, files, the job summary, and the pull request's comment. */
export async function publish(
  job: Job,
  command: Exclude<Command, 'close'>,
  record: RunRecord
): Promise<Published> {
  const {inputs, ports} = job;
  const secrets = secretsOf(inputs);
  const scrub = scrubberOf(secrets);
  const hidden = annotate(job, record, secrets);
  const model = reportModel(job, command, record, hidden);
  logSummary(job, record);
  const planPath =
    record.plan === null
      ? ''
      : await ports.files.write('plan.json', scrub(`${JSON.stringify(planFile(record.plan), null, 2)}\n`));
  const report = createReport(model, secrets);
  const reportPath = await ports.files.write('report.md', report.file());
  const sarifPath = wasChecked(record)
    ? await ports.files.write('findings.sarif', sarifText(record, secrets))
    : '';
  await ports.runner.writeSummary(report.summary());
  const draft: CommentDraft = {
    worthCreating: isWorthAComment(record),
    replaces: ({state}) =>
      state !== 'applied' || (record.outcomes ?? []).length > 0 || record.failure !== null,
    body: () => report.comment({header: header(job, record, scrub)}),
    minimalBody: () => report.minimalComment({header: header(job, record, scrub)})
  };
  const comments = command === 'plan' || command === 'apply';
  const comment =
    record.pullRequest !== null && comments ? await writeComment(job, record.pullRequest, draft) : null;
  if (command === 'drift' && inputs.driftIssue) await keepDriftIssue(job, record, draft.body);
  return {comment, planPath, reportPath, sarifPath};
}

/** What a run found, planned and did, as every report of it says it. */
export function reportModel(
  job: Job,
  command: Exclude<Command, 'close'>,
  record: RunRecord,
  hidden: readonly string[] = []
): ReportModel {
  const {checked, plan, outcomes, notices, explanations, failure, unmanaged} = record;
  return {
    command,
    plan,
    outcomes,
    counts: outcomeCounts(record),
    findings: checked.findings,
    files: checked.files,
    notices: [...notices.map((notice) => notice.text), ...hidden],
    explanations,
    failure: failure === null ? null : {reason: failure.reason, message: failure.message, hint: failure.hint},
    run: job.run,
    unmanaged
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

/** There is something to say when the registry would change, or something was found or went wrong. */
function isWorthAComment({plan, checked, failure}: RunRecord): boolean {
  const findings = checked.findings.some((finding) => finding.severity !== 'info');
  return findings || failure !== null || (plan !== null && hasChanges(plan));
}

/** An apply keeps what the reviewers saw: a second run of it is held against that too, not against itself. */
function header(
  {command, inputs, refs, run}: Job,
  {plan, reviewed, failure}: RunRecord,
  scrub: Scrub
): Header {
  const own = {
    version: 1 as const,
    key: commentKey(inputs),
    target: targetOf(inputs),
    headSha: refs.headSha,
    run: run.id
  };
  if (command === 'apply') {
    const state = failure === null ? 'applied' : 'open';
    const headSha = reviewed?.headSha ?? refs.headSha;
    return {...own, headSha, state, planHash: reviewed?.planHash ?? null, bundles: reviewed?.bundles ?? null};
  }
  const bundles = (plan?.steps ?? []).map(({integration, name, desiredHash, liveHash}) => ({
    integration,
    name: scrub(name),
    desiredHash,
    liveHash
  }));
  return {...own, state: 'open', planHash: plan?.hash ?? null, bundles};
}

/**
 * Marks the findings on their lines, within GitHub's caps; the log has them all.
 *
 * @returns what a reader must know of those that are not marked
 */
function annotate({ports}: Job, {checked, notices}: RunRecord, secrets: readonly string[]): string[] {
  for (const {level, text} of notices) ports.log[level](text);
  const taken = (level: Notice['level']): number => notices.filter((notice) => notice.level === level).length;
  const {shown, hidden} = toAnnotations(checked.findings, secrets, {
    warning: taken('warning'),
    info: taken('notice')
  });
  for (const annotation of shown) ports.runner.annotate(annotation);
  const more = [
    `${hidden.errors} more errors`,
    `${hidden.warnings} more warnings`,
    `${hidden.notices} more remarks`
  ];
  const counts = more.filter((text) => !text.startsWith('0 ')).join(', ');
  if (counts === '') return [];
  const note = `Not marked on their lines: ${counts}. GitHub shows ten of each for a step.`;
  ports.log.info(`${note} All findings:`);
  for (const {path, range, severity, message, rule} of checked.findings) {
    const {line, column} = range.start;
    ports.log.info(redactText(`${path}:${line}:${column} ${severity} ${message} (${rule})`, secrets));
  }
  return [note];
}

/** The run in a few lines of the log, for whoever reads only that. */
function logSummary({ports}: Job, {checked, plan}: RunRecord): void {
  const count = (severity: string): number =>
    checked.findings.filter((finding) => finding.severity === severity).length;
  ports.log.info(
    `Checked ${checked.files} bundle files: ${count('error')} errors, ${count('warning')} warnings.`
  );
  for (const {action, integration, name, path} of plan?.steps ?? []) {
    if (action !== 'unchanged')
      ports.log.info(`  ${action} ${integration}/${name}${path === null ? '' : ` (${path})`}`);
  }
  if (plan !== null && !hasChanges(plan)) ports.log.info('The registry holds what this commit declares.');
}
