import type {Deployment} from '../ports.js';
import type {Client} from './client.js';
import {toDeployment} from './deployment.js';
import {eachItem, PAGE_SIZE} from './pages.js';

/**
 * The deployments of one task in all environments, newest first. Only as many pages are fetched as are read. One
 * that is made meanwhile may make another appear twice; it hides none.
 */
export async function* listDeployments(
  {request, owner, repo}: Client,
  task: string
): AsyncGenerator<Deployment, void, undefined> {
  const deployments = eachItem((page) =>
    request('GET /repos/{owner}/{repo}/deployments', {
      owner,
      repo,
      task,
      per_page: PAGE_SIZE,
      page
    })
  );
  for await (const deployment of deployments) yield toDeployment(deployment);
}
