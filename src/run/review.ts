import {idKey} from '../bundle/identity.js';
import type {DeclaredBundle} from '../bundle/model.js';
import {messageOf, UserError} from '../errors.js';
import {GitHubError} from '../github/errors.js';
import type {Job} from '../job/job.js';
import type {Notice} from '../job/notice.js';
import type {RecordPart} from '../job/record.js';
import {deviationsFrom, type Deviation, type ShownBundle} from '../plan/deviations.js';
import {hasChanges} from '../plan/plan.js';
import type {Plan} from '../plan/types.js';
import type {GitHub} from '../ports.js';
import type {Header} from '../report/header.js';
import type {Explanation} from '../report/types.js';
import {findOwnComment} from './comment.js';
import {declaredAt} from './declared-before.js';

/** The plan comment of the pull request that is being applied. */
interface Review {
  readonly pullRequest: number;
  readonly header: Header;
  /** What the comment showed, bundle by bundle; null when they were too many for it, and only their hash is known. */
  readonly shown: readonly ShownBundle[] | null;
}

export interface ReviewContext {
  /** Bundles of earlier commits, among which the content that a comment showed may be found. */
  readonly earlier: readonly DeclaredBundle[];
  /** The blob SHA-1 of each file that is declared now, by path. */
  readonly current: ReadonlyMap<string, string>;
}

/**
 * Holds an apply to what its reviewers saw: finds the merged pull request, reads our comment's header, and
 * compares it with the plan. Deviations become notices with the diff that explains them, or the failure that
 * stops the apply: `plan-missing` and `plan-changed` with `require-plan`, `live-changed` unless
 * `on-live-change: overwrite`.
 */
export async function holdToReview(job: Job, plan: Plan, context: ReviewContext): Promise<RecordPart> {
  const {pullRequest, review, why} = await findReview(job);
  const found = {pullRequest};
  if (review === null) {
    if (job.inputs.requirePlan) return {...found, failure: planMissing(why)};
    const notices = pullRequest === null ? [] : [notice(`Nobody reviewed this plan: ${why}.`)];
    return {...found, notices};
  }
  const where = `the plan comment on pull request #${review.pullRequest}`;
  if (review.shown === null)
    return {...found, ...holdToHash(job, plan, {hash: review.header.planHash, where})};
  const {live, plan: changed} = deviationsFrom(review.shown, plan);
  const explanations = await explain(job, review, live, changed, context);
  return {...found, explanations, ...judge(job, where, live, changed)};
}

/** What the deviations of bundles mean: notices, and the failure of the graver kind if it is one. */
function judge(
  {inputs}: Job,
  where: string,
  live: readonly Deviation[],
  changed: readonly Deviation[]
): RecordPart {
  const notices: Notice[] = [];
  if (live.length > 0) {
    const message = `the registry no longer holds what ${where} compared with: ${namesOf(live)}`;
    if (inputs.onLiveChange === 'fail') return {failure: liveChanged(message)};
    const text = `${capital(message)}. It is overwritten, as on-live-change says.`;
    notices.push({level: 'warning', text});
  }
  if (changed.length > 0) {
    const message = `what is applied is not what ${where} showed: ${namesOf(changed)}`;
    if (inputs.requirePlan) return {notices, failure: planChanged(message)};
    notices.push(notice(`${capital(message)}.`));
  }
  return {notices};
}

/** All that is left where the bundles are too many for a comment: whether it is the same plan or not. */
function holdToHash(
  {inputs}: Job,
  plan: Plan,
  {hash, where}: {readonly hash: string | null; readonly where: string}
): RecordPart {
  if (hash === plan.hash || !hasChanges(plan)) return {};
  const message = `what is applied is not what ${where} showed, which has too many bundles to name the difference`;
  return inputs.requirePlan ? {failure: planChanged(message)} : {notices: [notice(`${capital(message)}.`)]};
}

interface Found {
  readonly pullRequest: number | null;
  readonly review: Review | null;
  /** Why there is no review. */
  readonly why: string;
}

async function findReview(job: Job): Promise<Found> {
  const {github} = job.ports;
  if (github === null)
    return {pullRequest: null, review: null, why: 'there is no github-token to read its comment with'};
  try {
    const pullRequest = job.refs.pullRequest ?? (await mergedPullRequest(job, github));
    if (pullRequest === null)
      return {pullRequest, review: null, why: 'this commit is of no merged pull request'};
    const comment = await findOwnComment(job, github, pullRequest);
    if (comment === null) {
      const why = `pull request #${pullRequest} has no plan comment of this step (with comment: changes there is none when a plan has no changes)`;
      return {pullRequest, review: null, why};
    }
    const {header} = comment;
    if (job.inputs.planKey !== '' && !comment.isSigned) {
      const why = `the plan comment on pull request #${pullRequest} is not signed with this plan-key, or was changed since`;
      return {pullRequest, review: null, why};
    }
    if (header.planHash === null) {
      return {
        pullRequest,
        review: null,
        why: `the plan comment on pull request #${pullRequest} shows no comparison with the registry`
      };
    }
    return {pullRequest, review: {pullRequest, header, shown: header.bundles}, why: ''};
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return {
      pullRequest: null,
      review: null,
      why: `GitHub did not give the plan comment (${messageOf(error)})`
    };
  }
}

async function mergedPullRequest({event}: Job, github: GitHub): Promise<number | null> {
  if (event.sha === '') return null;
  const merged = (await github.pullRequestsOf(event.sha)).filter((pullRequest) => pullRequest.merged);
  const exact = merged.find((pullRequest) => pullRequest.mergeCommitSha === event.sha);
  return (exact ?? merged[0])?.number ?? null;
}

/** The diffs between what the comment showed and what is there now, as far as the earlier content can be found. */
async function explain(
  job: Job,
  {header}: Review,
  live: readonly Deviation[],
  changed: readonly Deviation[],
  {earlier, current}: ReviewContext
): Promise<Explanation[]> {
  const reviewed = changed.length === 0 ? [] : await reviewedBundles(job, header.headSha, current);
  const content = (
    hash: string | null,
    {integration, name, step}: Deviation
  ): DeclaredBundle['content'] | null => {
    if (hash === null) return null;
    if (step?.desiredHash === hash) return step.desired;
    const known = [...earlier, ...reviewed].find(
      (bundle) => bundle.hash === hash && idKey(bundle) === idKey({integration, name})
    );
    return known?.content ?? null;
  };
  return [
    ...live.map((deviation) => ({
      title: `${nameOf(deviation)}: registered when the plan was made → registered now`,
      before: content(deviation.shown?.liveHash ?? null, deviation),
      after: deviation.step?.live ?? null
    })),
    ...changed.map((deviation) => ({
      title: `${nameOf(deviation)}: declared in the plan → declared now`,
      before: content(deviation.shown?.desiredHash ?? null, deviation),
      after: deviation.step?.desired ?? null
    }))
  ];
}

async function reviewedBundles(
  job: Job,
  headSha: string,
  current: ReadonlyMap<string, string>
): Promise<readonly DeclaredBundle[]> {
  try {
    const {github} = job.ports;
    return github === null ? [] : ((await declaredAt(job, github, headSha, current))?.bundles ?? []);
  } catch (error) {
    if (error instanceof GitHubError) return [];
    throw error;
  }
}

function planMissing(why: string): UserError {
  return new UserError(
    'plan-missing',
    `require-plan is set, and nobody reviewed this plan: ${why}; nothing was written`,
    'Apply by merging a pull request on which this step has written its plan (comment: always writes one every time).'
  );
}

function planChanged(message: string): UserError {
  return new UserError(
    'plan-changed',
    `${message}; nothing was written`,
    'Open a pull request that shows the plan as it is now, or run once with require-plan: false.'
  );
}

function liveChanged(message: string): UserError {
  return new UserError(
    'live-changed',
    `${message}; nothing was written`,
    'Bring what was changed in the account into the bundle files, or set on-live-change: overwrite for one run.'
  );
}

function notice(text: string): Notice {
  return {level: 'notice', text};
}

function namesOf(deviations: readonly Deviation[]): string {
  return deviations.map(nameOf).join(', ');
}

function nameOf({integration, name}: Deviation): string {
  return `${integration}/${JSON.stringify(name)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
