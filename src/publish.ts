import {commentKey, targetOf, writeComment, type CommentDraft, type CommentResult} from './comment.js';
import type {Command} from './command.js';
import {keepDriftIssue} from './drift-issue.js';
import type {Job, RunRecord} from './job.js';
import {outcomeCounts} from './outcome.js';
import {hasChanges} from './plan/plan.js';
import {toAnnotations} from './report/annotations.js';
import type {Header} from './report/header.js';
import {planFile} from './report/plan-file.js';
import {redactText} from './report/redact.js';
import {sarif} from './report/sarif.js';
import {renderComment, renderMinimalComment, renderReportFile, renderSummary} from './report/report.js';
import type {ReportModel} from './report/types.js';
import {secretForms} from './registry/credentials.js';
import {RULES} from './rules/index.js';
import {VERSION} from './version.js';

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
  const model = reportModel(job, command, record);
  const secrets = inputs.credentials === null ? [] : secretForms(inputs.credentials);
  annotate(job, record, secrets);
  logSummary(job, record);
  const planPath =
    record.plan === null
      ? ''
      : await ports.files.write('plan.json', `${JSON.stringify(planFile(record.plan), null, 2)}\n`);
  const reportPath = await ports.files.write('report.md', renderReportFile(model, {secrets}));
  const sarifPath = await ports.files.write('findings.sarif', sarifText(record, secrets));
  await ports.runner.writeSummary(renderSummary(model, {secrets}));
  const draft: CommentDraft = {
    worthCreating: isWorthAComment(record),
    replaces: ({state}) =>
      state !== 'applied' || (record.outcomes ?? []).length > 0 || record.failure !== null,
    body: () => renderComment(model, {header: header(job, record), secrets}),
    minimalBody: () => renderMinimalComment(model, {header: header(job, record), secrets})
  };
  const comments = command === 'plan' || command === 'apply';
  const comment =
    record.pullRequest !== null && comments ? await writeComment(job, record.pullRequest, draft) : null;
  if (command === 'drift' && inputs.driftIssue) await keepDriftIssue(job, record, draft.body);
  return {comment, planPath, reportPath, sarifPath};
}

function reportModel(job: Job, command: Exclude<Command, 'close'>, record: RunRecord): ReportModel {
  const {checked, plan, outcomes, notices, explanations, failure, unmanaged} = record;
  return {
    command,
    plan,
    outcomes,
    counts: outcomeCounts(record),
    findings: checked.findings,
    files: checked.files,
    notices: notices.map((notice) => notice.text),
    explanations,
    failure: failure === null ? null : {reason: failure.reason, message: failure.message, hint: failure.hint},
    run: job.run,
    unmanaged
  };
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
function header({command, inputs, refs, run}: Job, {plan, reviewed, failure}: RunRecord): Header {
  const own = {
    version: 1 as const,
    key: commentKey(inputs),
    target: targetOf(inputs),
    headSha: refs.headSha,
    run: run.id
  };
  if (command === 'apply') {
    const state = failure === null ? 'applied' : 'open';
    return {...own, state, planHash: reviewed?.planHash ?? null, bundles: reviewed?.bundles ?? null};
  }
  const bundles = (plan?.steps ?? []).map(({integration, name, desiredHash, liveHash}) => ({
    integration,
    name,
    desiredHash,
    liveHash
  }));
  return {...own, state: 'open', planHash: plan?.hash ?? null, bundles};
}

/** Marks the findings on their lines, within GitHub's caps; the log has them all. */
function annotate({ports}: Job, {checked, notices}: RunRecord, secrets: readonly string[]): void {
  for (const {level, text} of notices) ports.log[level](text);
  const {shown, hidden} = toAnnotations(checked.findings, secrets);
  for (const annotation of shown) ports.runner.annotate(annotation);
  if (hidden.errors + hidden.warnings + hidden.notices === 0) return;
  ports.log.info('GitHub shows 10 annotations of each kind for a step. All findings:');
  for (const {path, range, severity, message, rule} of checked.findings) {
    const {line, column} = range.start;
    ports.log.info(redactText(`${path}:${line}:${column} ${severity} ${message} (${rule})`, secrets));
  }
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
