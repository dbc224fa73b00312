import type {Deployment, NewDeployment} from '../ports.js';
import type {Client} from './client.js';
import {toDeployment} from './deployment.js';
import {fitDescription} from './description.js';
import {GitHubError} from './errors.js';

/**
 * Records a commit as it is: no check has to have passed (one may be the step that asks), and the default
 * branch is not merged into it. A description above 140 characters is cut.
 *
 * @throws GitHubError `permission` when the token may not write deployments; `other` when GitHub does not
 * have the commit, or says that it merged instead
 */
export async function createDeployment(
  {request, owner, repo}: Client,
  {sha, environment, task, description, payload}: NewDeployment
): Promise<Deployment> {
  const {status, data} = await request('POST /repos/{owner}/{repo}/deployments', {
    owner,
    repo,
    ref: sha,
    environment,
    task,
    description: fitDescription(description),
    payload,
    required_contexts: [],
    auto_merge: false
  });
  if ('id' in data) return toDeployment(data);
  const said = data.message ?? 'it gave no deployment';
  throw new GitHubError(`GitHub: commit ${sha} was not recorded as deployed: ${said}`, status, 'other');
}
