import type {Issue} from '../ports.js';
import type {Client} from './client.js';
import {toIssue} from './issue.js';

export interface NewIssue {
  readonly title: string;
  readonly body: string;
  /** GitHub makes those that the repository does not have. */
  readonly labels: readonly string[];
}

/**
 * @throws GitHubError `permission` when the token may not write issues, `not-found` where the repository has
 * none, `too-long` for a title above 256 or a body above 65,536 characters
 */
export async function createIssue(
  {request, owner, repo}: Client,
  {title, body, labels}: NewIssue
): Promise<Issue> {
  const {data} = await request('POST /repos/{owner}/{repo}/issues', {
    owner,
    repo,
    title,
    body,
    labels: [...labels]
  });
  return toIssue(data);
}
