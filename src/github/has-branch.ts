import type {Client} from './client.js';
import {GitHubError} from './errors.js';

/** Whether the repository has a branch of this name. https://docs.github.com/en/rest/commits/commits#get-a-commit */
export async function hasBranch({request, owner, repo}: Client, name: string): Promise<boolean> {
  try {
    await request('GET /repos/{owner}/{repo}/commits/{ref}', {
      owner,
      repo,
      ref: `heads/${name}`,
      per_page: 1
    });
    return true;
  } catch (error) {
    if (error instanceof GitHubError && [404, 409, 422].includes(error.status ?? 0)) return false;
    throw error;
  }
}
