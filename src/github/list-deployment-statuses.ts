import type {DeploymentStatus} from '../ports.js';
import type {Client} from './client.js';
import {demand} from './demand.js';
import {allPages, PAGE_SIZE} from './pages.js';
import {timeOf} from './time.js';

/**
 * Every status that a deployment was given, newest first. The newest alone does not tell how it ended: the
 * success of a later one makes this one `inactive`.
 */
export async function listDeploymentStatuses(
  {request, owner, repo}: Client,
  id: number
): Promise<readonly DeploymentStatus[]> {
  const statuses = await allPages((page) =>
    request('GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
      owner,
      repo,
      deployment_id: id,
      per_page: PAGE_SIZE,
      page
    })
  );
  return statuses.map((status) => {
    demand('a deployment status', status, {state: 'string', created_at: 'string'});
    return {state: status.state, createdAt: timeOf(status.created_at)};
  });
}
