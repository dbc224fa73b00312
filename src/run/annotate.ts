import type {Job} from '../job/job.js';
import type {Notice} from '../job/notice.js';
import type {RunRecord} from '../job/record.js';
import {hasChanges} from '../plan/plan.js';
import {toAnnotations} from '../report/annotations.js';
import {redactText} from '../report/redact.js';

/**
 * Marks the findings on their lines, within GitHub's caps; the log has them all.
 *
 * @returns what a reader must know of those that are not marked
 */
export function annotate({ports}: Job, {checked, notices}: RunRecord, secrets: readonly string[]): string[] {
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
export function logSummary({ports}: Job, {checked, plan}: RunRecord): void {
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
