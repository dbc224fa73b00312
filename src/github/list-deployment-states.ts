import type {Client} from './client.js';
import {allPages, PAGE_SIZE} from './pages.js';

/**
 * Every state that a deployment was given, newest first. The newest alone does not tell how it ended: the
 * success of a later one makes this one `inactive`.
 */
export async function listDeploymentStates(
  {request, owner, repo}: Client,
  id: number
): Promise<readonly string[]> {
  const statuses = await allPages((page) =>
    request('GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
      owner,
      repo,
      deployment_id: id,
      per_page: PAGE_SIZE,
      page
    })
  );
  return statuses.map(({state}) => state);
}
