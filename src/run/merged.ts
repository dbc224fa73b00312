import {messageOf, UserError} from '../errors.js';
import {GitHubError} from '../github/errors.js';
import {branchOf, deployBranchOf, isMerge} from '../job/command.js';
import type {Job} from '../job/job.js';
import type {GitHub, History} from '../ports.js';
import {short} from './checkout.js';

/** Whether a branch that counts reaches the applied commit. */
export type Merged =
  {readonly kind: 'merged' | 'unmerged'} | {readonly kind: 'unknown'; readonly why: string};

/**
 * Whether the default branch, `deploy-branch` or the pushed branch reaches the applied commit. What the event or
 * the record says already is not asked for.
 *
 * @param deployed the newest deployed commit of a merged branch; null when there is none
 * @throws UserError `invalid-inputs` for a `deploy-branch` that is not there
 */
export async function isMerged(
  job: Job,
  github: GitHub,
  history: Pick<History, 'tree'>,
  deployed: string | null
): Promise<Merged> {
  const {commit, event, inputs} = job;
  if (commit.sha === deployed || wasPushed(job) || isMergeItself(job)) return {kind: 'merged'};
  const named = [
    deployBranchOf(event, inputs.deployBranch),
    event.payload.repository?.default_branch ?? null,
    event.name === 'push' ? branchOf(event) : null
  ];
  const branches = [...new Set(named.filter((branch) => branch !== null))];
  if (branches.length === 0) {
    return {kind: 'unknown', why: 'the event does not name the default branch, and deploy-branch is not set'};
  }
  try {
    for (const branch of branches) {
      const found = await github.compare(branch, commit.sha);
      if (found?.status === 'behind' || found?.status === 'identical') return {kind: 'merged'};
    }
    const isKnown = (await history.tree(commit.sha)) !== null;
    return isKnown ? {kind: 'unmerged'} : {kind: 'unknown', why: 'GitHub does not have the commit'};
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return {kind: 'unknown', why: messageOf(error)};
  }
}

/** A branch was pushed to this very commit. */
function wasPushed({commit, event}: Job): boolean {
  return event.name === 'push' && branchOf(event) !== null && commit.sha === event.sha;
}

function isMergeItself({commit, event}: Job): boolean {
  return isMerge(event) && commit.sha === event.payload.pull_request?.merge_commit_sha;
}

/**
 * Stops where `deploy-branch` is no branch: a mistyped one would let every push pass without ever applying it.
 *
 * @throws UserError `invalid-inputs`; nothing when GitHub does not answer
 */
export async function refuseUnknownBranch({event, inputs, ports}: Job): Promise<void> {
  const {deployBranch} = inputs;
  const named = [
    event.payload.repository?.default_branch,
    event.payload.pull_request?.base?.ref,
    branchOf(event)
  ];
  if (ports.github === null || deployBranch === '' || named.includes(deployBranch)) return;
  try {
    // Against itself it is identical, if it is there.
    if ((await ports.github.compare(deployBranch, deployBranch)) !== null) return;
  } catch (error) {
    if (error instanceof GitHubError) return;
    throw error;
  }
  throw new UserError(
    'invalid-inputs',
    `deploy-branch is ${JSON.stringify(deployBranch)}, and the repository has no such branch`,
    'Give the name of the branch whose pushes and merges are applied, without refs/heads/.'
  );
}

export function notMerged({commit, inputs, event}: Job): UserError {
  const branches = [
    ...new Set([deployBranchOf(event, inputs.deployBranch), event.payload.repository?.default_branch ?? null])
  ].filter((branch) => branch !== null);
  return new UserError(
    'not-merged',
    `the commit ${short(commit.sha)} is not merged: ${branches.join(' and ')} ` +
      `${branches.length > 1 ? 'do' : 'does'} not reach it; nothing was written`,
    'Merge it first. A sandbox that tries open pull requests sets allow-unmerged: true; what one adds, the next ' +
      'apply there deletes again.'
  );
}
