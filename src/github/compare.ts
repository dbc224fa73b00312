import type {Comparison} from '../ports.js';
import type {Client} from './client.js';
import {demand} from './demand.js';
import {GitHubError} from './errors.js';

const STATUSES = ['identical', 'ahead', 'behind', 'diverged'] as const;

/**
 * How a commit stands to another. null when GitHub has one of them not, or they have no commit in common
 * (404 for both). GitHub names the first 250 commits of a comparison.
 * https://docs.github.com/en/rest/commits/commits#compare-two-commits
 *
 * @param base a commit or a branch
 * @param head a commit
 */
export async function compare(
  {request, owner, repo}: Client,
  base: string,
  head: string
): Promise<Comparison | null> {
  try {
    const {status, data} = await request('GET /repos/{owner}/{repo}/compare/{basehead}', {
      owner,
      repo,
      basehead: `${base}...${head}`
    });
    demand('a comparison', data, {
      status: 'string',
      merge_base_commit: 'object',
      commits: 'array',
      total_commits: 'number'
    });
    demand('the merge base of a comparison', data.merge_base_commit, {sha: 'string'});
    for (const commit of data.commits) demand('a commit of a comparison', commit, {sha: 'string'});
    const stands = STATUSES.find((each) => each === data.status);
    if (stands === undefined) {
      throw new GitHubError(`GitHub: a comparison has the unknown status "${data.status}"`, status, 'other');
    }
    return {
      status: stands,
      mergeBaseSha: data.merge_base_commit.sha,
      commits: data.commits.map(({sha}) => sha),
      hasAllCommits: data.commits.length >= data.total_commits
    };
  } catch (error) {
    if (error instanceof GitHubError && error.kind === 'not-found') return null;
    throw error;
  }
}
