import {secretsOf} from '../inputs/secrets.js';
import type {Command} from '../job/command.js';
import type {Job, WrittenFiles} from '../job/job.js';
import {resultOf} from '../job/outcome.js';
import type {RunRecord} from '../job/record.js';
import {shownRun} from '../report/shown-run.js';
import {longestFirst, scrubberOf} from '../secrets/scrub.js';
import {annotate, logSummary} from './annotate.js';
import {markApplied, writeComment, type CommentResult} from './comment.js';
import {draftOf} from './draft.js';
import {keepDriftIssue} from './drift-issue.js';
import {reportModel} from './report-model.js';
import {writeFiles} from './write-files.js';

export interface Published extends WrittenFiles {
  readonly comment: CommentResult | null;
}

/** Makes the report of a run and hands it to each place that shows it. */
export async function publish(
  job: Job,
  command: Exclude<Command, 'close'>,
  record: RunRecord
): Promise<Published> {
  const {inputs, ports} = job;
  const secrets = longestFirst([...secretsOf(inputs), ...(ports.minted?.() ?? [])]);
  const scrub = scrubberOf(secrets);
  const hidden = await annotate(job, record, secrets);
  logSummary(job, record);
  const shown = shownRun(reportModel(job, command, record, hidden), {
    result: resultOf(command, record),
    declaredBefore: '',
    backupPath: record.backupPath,
    secrets
  });
  const written = await writeFiles(job, shown);
  // A step that is being cancelled may have no time for what follows.
  ports.onOutcome?.(command, record, written);
  const report = shown.report();
  await ports.runner.writeSummary(report.summary());
  const draft = draftOf(job, record, report, scrub);
  // A plan that was cancelled has nothing to say that would be worth the comment that is there.
  const isCutShort = record.failure?.reason === 'cancelled' && record.outcomes === null;
  const comments = (command === 'plan' || command === 'apply') && !isCutShort;
  const comment =
    comments && record.pullRequest !== null ? await writeComment(job, record.pullRequest, draft) : null;
  if (record.outcomes !== null && record.failure === null) {
    for (const number of record.otherPullRequests) await markApplied(job, number);
  }
  if (command === 'drift' && inputs.driftIssue && !isCutShort)
    await keepDriftIssue(job, record, () => draft.body(null));
  return {...written, comment};
}
