import type {NewDeploymentStatus} from '../ports.js';
import type {Client} from './client.js';
import {fitDescription} from './description.js';

/**
 * Gives a deployment its next state. A success makes the earlier ones of its environment `inactive`. A
 * description above 140 characters is cut.
 *
 * @throws GitHubError `permission` when the token may not write deployments
 */
export async function createDeploymentStatus(
  {request, owner, repo}: Client,
  id: number,
  {state, description, logUrl}: NewDeploymentStatus
): Promise<void> {
  await request('POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
    owner,
    repo,
    deployment_id: id,
    state,
    description: fitDescription(description),
    ...(logUrl === '' ? {} : {log_url: logUrl})
  });
}
