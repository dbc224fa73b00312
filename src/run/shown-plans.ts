import {messageOf} from '../errors.js';
import {GitHubError} from '../github/errors.js';
import {knownLogin} from '../job/identity.js';
import type {Job} from '../job/job.js';
import {deviationsFrom, type ShownPlan} from '../plan/deviations.js';
import type {Plan} from '../plan/types.js';
import type {GitHub, PullRequest} from '../ports.js';
import {findOwnComment} from './comment.js';

/** How many commits are asked for their pull request; a push that brings more is deployed too seldom. */
const MOST_COMMITS = 50;

/** What the plan comments of the pull requests showed that an apply brings. */
export interface ShownPlans {
  /** The newest first. */
  readonly plans: readonly ShownPlan[];
  /** The pull request of the applied commit; null when it is of none. */
  readonly pullRequest: number | null;
  /** Why there is no plan of a pull request; empty when none was found wanting. */
  readonly missing: readonly string[];
  /** Why a plan that may be there cannot be had: GitHub fails, or the comment is not to be trusted. */
  readonly unreadable: readonly string[];
}

/**
 * Reads the plan comments of the pull requests that were merged with these commits, and no more of them than it
 * takes to find every change of the plan.
 *
 * @param commits what is applied beyond the last deployed commit, the applied commit first
 */
export async function readShownPlans(job: Job, plan: Plan, commits: readonly string[]): Promise<ShownPlans> {
  const {github} = job.ports;
  const search = new Search(job);
  if (github === null) return search.without('there is no github-token to read its comment with');
  try {
    await search.pullRequestsOf(github, commits, plan);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    search.unreadable.push(`GitHub did not give the plan comment (${messageOf(error)})`);
  }
  return search;
}

class Search implements ShownPlans {
  readonly plans: ShownPlan[] = [];
  pullRequest: number | null;
  readonly missing: string[] = [];
  readonly unreadable: string[] = [];
  private readonly seen = new Set<number>();

  constructor(private readonly job: Job) {
    this.pullRequest = job.refs.pullRequest;
  }

  without(why: string): ShownPlans {
    this.missing.push(why);
    return this;
  }

  async pullRequestsOf(github: GitHub, commits: readonly string[], plan: Plan): Promise<void> {
    const {pullRequest, headSha} = this.job.refs;
    if (pullRequest !== null) await this.readPlan(github, {number: pullRequest, headSha});
    for (const [index, commit] of commits.slice(0, MOST_COMMITS).entries()) {
      const isFirst = index === 0 && pullRequest === null;
      // The first tells whose comment the apply is reported in, whatever there is to be found.
      if (!isFirst && this.isDone(plan)) return;
      for (const found of this.mergedHere(await github.pullRequestsOf(commit), commit)) {
        if (isFirst) this.pullRequest ??= found.number;
        await this.readPlan(github, found);
      }
    }
    if (this.isDone(plan)) return;
    if (commits.length > MOST_COMMITS) {
      this.missing.push(`only the newest ${MOST_COMMITS} of ${commits.length} commits were looked through`);
    } else if (this.seen.size === 0) this.missing.push('this commit is of no merged pull request');
  }

  /** Those that were merged into the branch of the event, the one whose merge the commit is before others. */
  private mergedHere(found: readonly PullRequest[], commit: string): readonly PullRequest[] {
    const branch = branchOf(this.job);
    const isMerge = ({mergeCommitSha}: PullRequest): boolean => mergeCommitSha === commit;
    const merged = found
      .filter((pullRequest) => pullRequest.merged && (branch === null || pullRequest.baseRef === branch))
      .sort((a, b) => Number(isMerge(b)) - Number(isMerge(a)));
    const [exact] = merged;
    return exact !== undefined && isMerge(exact) ? [exact] : merged;
  }

  /** Whether nothing that the plan does is left to be found. */
  private isDone(plan: Plan): boolean {
    const {registered, plan: changed} = deviationsFrom(plansOfHeads(this.plans), plan, () => 'unknown');
    return registered.length + changed.length === 0;
  }

  private async readPlan(
    github: GitHub,
    {number, headSha}: Pick<PullRequest, 'number' | 'headSha'>
  ): Promise<void> {
    if (this.seen.has(number)) return;
    this.seen.add(number);
    const comment = await findOwnComment(this.job, github, number, knownLogin);
    const where = `the plan comment on pull request #${number}`;
    if (comment === null) {
      this.missing.push(
        `pull request #${number} has no plan comment of this step (with comment: changes there is none when a plan has no changes)`
      );
    } else if (this.job.inputs.planKey !== '' && !comment.isSigned) {
      this.unreadable.push(`${where} is not signed with this plan-key, or was changed since`);
    } else if (comment.header.planHash === null) {
      this.missing.push(`${where} shows no comparison with the registry`);
    } else {
      const {planHash, bundles, headSha: planned} = comment.header;
      const isOfHead = planned === headSha;
      if (!isOfHead) this.missing.push(`${where} is of ${planned}, and ${headSha} was merged`);
      this.plans.push({pullRequest: number, headSha: planned, isOfHead, hash: planHash, bundles});
    }
  }
}

/** The plans of what was merged, and not of an earlier state of a pull request. */
export function plansOfHeads(plans: readonly ShownPlan[]): readonly ShownPlan[] {
  return plans.filter(({isOfHead}) => isOfHead);
}

/** The branch whose commits are applied; null where the event does not say. */
function branchOf({event}: Job): string | null {
  const base = event.payload.pull_request?.base?.ref;
  return base ?? /^refs\/heads\/(.+)$/.exec(event.ref)?.[1] ?? null;
}
