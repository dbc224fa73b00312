import type {PullRequest} from '../ports.js';

/** What is used of the API's `pull-request` and of the shorter form that its lists give. */
export interface PullRequestData {
  readonly number: number;
  readonly state: string;
  readonly head: {readonly sha: string};
  readonly base: {readonly sha: string};
  /** While the pull request is open: of GitHub's trial merge. */
  readonly merge_commit_sha: string | null;
  readonly merged_at: string | null;
}

export function toPullRequest(data: PullRequestData): PullRequest {
  return {
    number: data.number,
    headSha: data.head.sha,
    baseSha: data.base.sha,
    mergeCommitSha: data.merge_commit_sha,
    state: data.state === 'open' ? 'open' : 'closed',
    merged: data.merged_at !== null
  };
}
