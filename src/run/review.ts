import {idKey} from '../bundle/identity.js';
import type {DeclaredBundle} from '../bundle/model.js';
import {UserError} from '../errors.js';
import {GitHubError} from '../github/errors.js';
import type {Job} from '../job/job.js';
import {warning, type Notice} from '../job/notice.js';
import type {RecordPart} from '../job/record.js';
import {deviationsFrom, type Deviation, type Deviations} from '../plan/deviations.js';
import {authorOf, type Author, type RecordedApply} from '../plan/recorded.js';
import type {Plan, Step} from '../plan/types.js';
import type {Explanation} from '../report/types.js';
import {listOf} from '../words.js';
import {declaredAt} from './candidates.js';
import {plansOfHeads, readShownPlans, type ShownPlans} from './shown-plans.js';

export interface ReviewContext {
  /** What is applied beyond the last deployed commit, the applied commit first. */
  readonly commits: readonly string[];
  /** What earlier applies of this step recorded, newest first, back to the last that succeeded. */
  readonly applies: readonly RecordedApply[];
  /** Bundles of earlier commits, among which the content that a comment showed may be found. */
  readonly earlier: () => Promise<readonly DeclaredBundle[]>;
  /** The blob SHA-1 of each file that is declared now, by path. */
  readonly current: ReadonlyMap<string, string>;
}

/**
 * Holds an apply to what its reviewers saw: the plan comments of the pull requests that it brings. Deviations
 * become notices with the diff that explains them, or the failure that stops the apply: `plan-missing` and
 * `plan-changed` with `require-plan`, `live-changed` unless `on-live-change: overwrite`.
 */
export async function holdToReview(job: Job, plan: Plan, context: ReviewContext): Promise<RecordPart> {
  const shown = await readShownPlans(job, plan, context.commits);
  const {pullRequest, plans, unreadable} = shown;
  const others = plans.map((each) => each.pullRequest).filter((number) => number !== pullRequest);
  const found = {pullRequest, otherPullRequests: others};
  const author = (step: Step): Author => authorOf(context.applies, step, step.liveHash);
  const deviations = deviationsFrom(plans, plan, author);
  // Somebody may have pushed after the plan: the content can be the same by chance only.
  const reviewed = job.inputs.requirePlan ? deviationsFrom(plansOfHeads(plans), plan, author) : deviations;
  if (countOf(reviewed) === 0) return {...found, notices: unreadable.map(unread)};
  if (unreadable.length > 0) return {...found, ...heldToRecords(job, shown, deviations, author)};
  if (plans.length === 0) return {...found, ...unreviewed(job, shown)};
  const explanations = await explain(job, shown, deviations, context);
  return {...found, explanations, ...judge(job, shown, {...deviations, reviewed})};
}

function countOf({registered, plan}: Deviations): number {
  return registered.length + plan.length;
}

/** Nothing tells what was reviewed. */
function unreviewed({inputs}: Job, {pullRequest, missing}: ShownPlans): RecordPart {
  const why = missing.join('; ');
  if (inputs.requirePlan) return {failure: planMissing(why)};
  return {notices: pullRequest === null ? [] : [notice(`Nobody reviewed this plan: ${why}.`)]};
}

/**
 * What was reviewed cannot be read. What the last apply recorded tells at least whether somebody else changed a
 * bundle that is about to be written.
 */
function heldToRecords(
  {inputs}: Job,
  {missing, unreadable}: ShownPlans,
  deviations: Deviations,
  authorOfStep: (step: Step) => Author
): RecordPart {
  const why = [...unreadable, ...missing].join('; ');
  if (inputs.requirePlan) return {failure: planMissing(why)};
  const open = [
    ...new Map([...deviations.registered, ...deviations.plan].map((each) => [each.step, each])).values()
  ];
  const by = (author: Author): Deviation[] => open.filter(({step}) => authorOfStep(step) === author);
  const [foreign, unknown] = [by('others'), by('unknown')];
  const compared =
    unknown.length === open.length
      ? 'No earlier apply is recorded either, so that nothing tells whether the account was changed by hand'
      : 'What is registered was compared with what the last apply recorded instead';
  const warnings = [warning(`What was reviewed is not known: ${why}. ${compared}.`)];
  if (foreign.length === 0) return {notices: warnings};
  const message = `the registry does not hold what the last apply recorded: ${namesOf(foreign)}`;
  if (inputs.onLiveChange === 'fail') return {notices: warnings, failure: liveChanged(message)};
  return {notices: [...warnings, warning(`${capital(message)}. It is overwritten, as on-live-change says.`)]};
}

/** What the deviations of bundles mean: notices, and the failure of the graver kind if it is one. */
function judge(
  {inputs}: Job,
  {plans, missing}: ShownPlans,
  {registered, plan: changed, reviewed}: Deviations & {readonly reviewed: Deviations}
): RecordPart {
  const numbers = plans.map(({pullRequest}) => `#${pullRequest}`);
  const where =
    numbers.length === 1
      ? `the plan comment on pull request ${numbers.join('')}`
      : `the plan comments on pull requests ${listOf(numbers, 'and')}`;
  const notices: Notice[] = [];
  if (registered.length > 0) {
    const message = `the registry no longer holds what ${where} compared with: ${namesOf(registered)}`;
    if (inputs.onLiveChange === 'fail') return {failure: liveChanged(message)};
    notices.push(warning(`${capital(message)}. It is overwritten, as on-live-change says.`));
  }
  if (changed.length > 0) {
    const isCut = plans.some(({bundles}) => bundles === null);
    const which = isCut ? 'one of which has too many bundles to name the difference' : namesOf(changed);
    const others = missing.length === 0 ? '' : ` (${missing.join('; ')})`;
    const message = `what is applied is not what ${where} showed: ${which}${others}`;
    if (inputs.requirePlan) return {notices, failure: planChanged(message)};
    notices.push(notice(`${capital(message)}.`));
  }
  if (!inputs.requirePlan || countOf(reviewed) === 0) return {notices};
  return {notices, failure: planChanged(missing.join('; '))};
}

/** The diffs between what a comment showed and what is there now, as far as the earlier content can be found. */
async function explain(
  job: Job,
  {plans}: ShownPlans,
  {registered, plan: changed}: Deviations,
  {earlier, current}: ReviewContext
): Promise<Explanation[]> {
  const heads = new Set(changed.flatMap(({shown}) => (shown === null ? [] : [shown.plan.headSha])));
  const reviewed = await Promise.all([...heads].map((sha) => bundlesAt(job, sha, current)));
  const known = [...(await earlier()), ...reviewed.flat()];
  const content = (hash: string | null, {step, ...id}: Deviation): DeclaredBundle['content'] | null => {
    if (hash === null) return null;
    if (step.desiredHash === hash) return step.declared;
    return known.find((bundle) => bundle.hash === hash && idKey(bundle) === idKey(id))?.content ?? null;
  };
  const isCut = plans.some(({bundles}) => bundles === null);
  // Where a comment has too many bundles to name them, nobody knows what it showed of one.
  const named = changed.filter(({shown}) => shown !== null || !isCut);
  return [
    ...registered.map((deviation) => ({
      title: `${nameOf(deviation)}: registered when the plan was made → registered now`,
      before: content(deviation.shown?.bundle.liveHash ?? null, deviation),
      after: deviation.step.registered
    })),
    ...named.map((deviation) => ({
      title: `${nameOf(deviation)}: declared in the plan → declared now`,
      before: content(deviation.shown?.bundle.desiredHash ?? null, deviation),
      after: deviation.step.declared
    }))
  ];
}

async function bundlesAt(
  job: Job,
  headSha: string,
  current: ReadonlyMap<string, string>
): Promise<readonly DeclaredBundle[]> {
  try {
    const {history} = job.ports;
    return history === null ? [] : ((await declaredAt(job, history, headSha, current))?.bundles ?? []);
  } catch (error) {
    if (error instanceof GitHubError) return [];
    throw error;
  }
}

function unread(why: string): Notice {
  return warning(`A plan comment could not be read: ${why}. Nothing that is applied depends on it.`);
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
