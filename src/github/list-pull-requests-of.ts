import type {PullRequest} from '../ports.js';
import type {Client} from './client.js';
import {allPages, PAGE_SIZE} from './pages.js';
import {toPullRequest} from './pull-request.js';

/** The pull requests that a commit belongs to: for a merge commit the one that it merged. */
export async function listPullRequestsOf(
  {request, owner, repo}: Client,
  commitSha: string
): Promise<readonly PullRequest[]> {
  const pullRequests = await allPages((page) =>
    request('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', {
      owner,
      repo,
      commit_sha: commitSha,
      per_page: PAGE_SIZE,
      page
    })
  );
  return pullRequests.map(toPullRequest);
}
