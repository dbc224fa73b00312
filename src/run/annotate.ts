import {GitHubError} from '../github/errors.js';
import type {Job} from '../job/job.js';
import type {Notice} from '../job/notice.js';
import type {RunRecord} from '../job/record.js';
import {hasChanges} from '../plan/plan.js';
import type {Annotation, ChangedLines} from '../ports.js';
import {areTooMany, MOST_PER_LEVEL, toAnnotations} from '../report/annotations.js';
import {redactText} from '../report/redact.js';
import {testAnnotations} from '../report/test-annotations.js';
import {plain, visible} from '../visible.js';
import {countBySeverity, type Finding} from '../rules/finding.js';
import {testsInWords} from '../flow-tests/result.js';
import {counted} from '../words.js';

/**
 * Marks the findings, then the flow tests that failed, on their lines, within GitHub's caps; the log has them all.
 *
 * @returns what a reader must know of those that are not marked
 */
export async function annotate(job: Job, record: RunRecord, secrets: readonly string[]): Promise<string[]> {
  const {ports} = job;
  const {checked, notices} = record;
  for (const {level, text} of notices) ports.log[level](visible(text));
  const count = (level: Notice['level']): number => notices.filter((notice) => notice.level === level).length;
  const taken = {warning: count('warning'), info: count('notice')};
  const changed = areTooMany(checked.findings, taken) ? await changedLines(job) : null;
  const isChanged = ({path, range}: Finding): boolean =>
    (changed?.get(path) ?? []).some(({first, last}) => first <= range.end.line && range.start.line <= last);
  const {shown, hidden} = toAnnotations(checked.findings, {secrets, taken, isChanged});
  for (const annotation of shown) ports.runner.annotate(annotation);
  const countOf = (level: Annotation['level']): number => shown.filter((each) => each.level === level).length;
  const tests = annotateTests(job, record, secrets, {
    error: countOf('error'),
    warning: countOf('warning') + taken.warning
  });
  const left = {
    error: hidden.errors,
    warning: hidden.warnings,
    remark: hidden.notices,
    'mark of a flow test': tests
  };
  const counts = Object.entries(left)
    .filter(([, count]) => count > 0)
    .map(([noun, count]) =>
      counted(count, `more ${noun}`, noun.startsWith('mark ') ? 'more marks of flow tests' : undefined)
    )
    .join(', ');
  if (counts === '') return [];
  const note = `Not marked on their lines: ${counts}. GitHub shows ten of each for a step.`;
  ports.log.info(plain`${note} All findings:`);
  for (const {path, range, severity, message, rule} of checked.findings) {
    const {line, column} = range.start;
    ports.log.info(
      visible(redactText(`${path}:${line}:${column} ${severity} ${message} (${rule})`, secrets))
    );
  }
  return [note];
}

/** @returns how many marks are left out */
function annotateTests(
  {inputs, ports}: Job,
  {tests}: RunRecord,
  secrets: readonly string[],
  taken: {readonly error: number; readonly warning: number}
): number {
  if (tests === null) return 0;
  const room = {error: MOST_PER_LEVEL - taken.error, warning: MOST_PER_LEVEL - taken.warning, notice: 0};
  let hidden = 0;
  for (const annotation of testAnnotations(tests, secrets)) {
    const level = inputs.onTestFailure === 'warn' ? 'warning' : annotation.level;
    const {file, startLine, message} = annotation;
    if (room[level] > 0) ports.runner.annotate({...annotation, level});
    else {
      hidden += 1;
      ports.log.info(plain`${file}:${startLine} ${message}`);
    }
    room[level] -= 1;
  }
  return hidden;
}

/** The run in a few lines of the log. */
export function logSummary({ports}: Job, {checked, plan, tests, weakened}: RunRecord): void {
  const {error, warning} = countBySeverity(checked.findings);
  ports.log.info(
    plain`Checked ${counted(checked.files, 'bundle file')}: ${counted(error, 'error')}, ${counted(warning, 'warning')}.`
  );
  if (weakened.length > 0) ports.log.info(plain`This pull request weakens the checks:`);
  for (const each of weakened) ports.log.info(plain`  ${each}`);
  if (tests !== null) ports.log.info(plain`Flow tests: ${testsInWords(tests)}.`);
  for (const {action, integration, name, path} of plan?.steps ?? []) {
    if (action !== 'unchanged')
      ports.log.info(plain`  ${action} ${integration}/${name}${path === null ? '' : ` (${path})`}`);
  }
  if (plan !== null && !hasChanges(plan))
    ports.log.info(plain`The registry holds what this commit declares.`);
}

/** What the pull request changed; null without one, and where GitHub does not say: it decides no more than an order. */
async function changedLines({command, refs, ports}: Job): Promise<ChangedLines | null> {
  const {github, log} = ports;
  const isReview = command === 'plan' || command === 'validate';
  if (github === null || refs.pullRequest === null || !isReview) return null;
  try {
    return await github.changedLines(refs.pullRequest);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    log.debug(plain`Which lines the pull request changed is not known: ${error.message}`);
    return null;
  }
}
