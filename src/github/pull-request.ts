import type {PullRequest} from '../ports.js';
import {demand} from './demand.js';

/** What is used of the API's `pull-request` and of the shorter form that its lists give. */
export interface PullRequestData {
  readonly number: number;
  readonly state: string;
  readonly head: {readonly sha: string};
  readonly base: {readonly sha: string; readonly ref: string};
  /** While the pull request is open: of GitHub's trial merge. */
  readonly merge_commit_sha: string | null;
  readonly merged_at: string | null;
}

export function toPullRequest(data: PullRequestData): PullRequest {
  demand('a pull request', data, {number: 'number', state: 'string', head: 'object', base: 'object'});
  demand('the head of a pull request', data.head, {sha: 'string'});
  demand('the base of a pull request', data.base, {sha: 'string', ref: 'string'});
  // One without `merged_at` would be taken for merged.
  demand('a pull request', data, {merged_at: 'string or null', merge_commit_sha: 'string or null'});
  return {
    number: data.number,
    headSha: data.head.sha,
    baseSha: data.base.sha,
    baseRef: data.base.ref,
    mergeCommitSha: data.merge_commit_sha,
    state: data.state === 'open' ? 'open' : 'closed',
    merged: data.merged_at !== null
  };
}
