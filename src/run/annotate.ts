import type {Job} from '../job/job.js';
import type {Notice} from '../job/notice.js';
import type {RunRecord} from '../job/record.js';
import {hasChanges} from '../plan/plan.js';
import {toAnnotations} from '../report/annotations.js';
import {redactText} from '../report/redact.js';
import {plain, visible} from '../visible.js';
import {countBySeverity} from '../rules/finding.js';
import {counted} from '../words.js';

/**
 * Marks the findings on their lines, within GitHub's caps; the log has them all.
 *
 * @returns what a reader must know of those that are not marked
 */
export function annotate({ports}: Job, {checked, notices}: RunRecord, secrets: readonly string[]): string[] {
  for (const {level, text} of notices) ports.log[level](visible(text));
  const taken = (level: Notice['level']): number => notices.filter((notice) => notice.level === level).length;
  const {shown, hidden} = toAnnotations(checked.findings, secrets, {
    warning: taken('warning'),
    info: taken('notice')
  });
  for (const annotation of shown) ports.runner.annotate(annotation);
  const counts = Object.entries({error: hidden.errors, warning: hidden.warnings, remark: hidden.notices})
    .filter(([, count]) => count > 0)
    .map(([noun, count]) => counted(count, `more ${noun}`))
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

/** The run in a few lines of the log, for whoever reads only that. */
export function logSummary({ports}: Job, {checked, plan}: RunRecord): void {
  const {error, warning} = countBySeverity(checked.findings);
  ports.log.info(
    plain`Checked ${counted(checked.files, 'bundle file')}: ${counted(error, 'error')}, ${counted(warning, 'warning')}.`
  );
  for (const {action, integration, name, path} of plan?.steps ?? []) {
    if (action !== 'unchanged')
      ports.log.info(plain`  ${action} ${integration}/${name}${path === null ? '' : ` (${path})`}`);
  }
  if (plan !== null && !hasChanges(plan))
    ports.log.info(plain`The registry holds what this commit declares.`);
}
