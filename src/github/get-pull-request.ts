import type {PullRequest} from '../ports.js';
import type {Client} from './client.js';
import {toPullRequest} from './pull-request.js';

export async function getPullRequest({request, owner, repo}: Client, number: number): Promise<PullRequest> {
  const {data} = await request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    owner,
    repo,
    pull_number: number
  });
  return toPullRequest(data);
}
