import type {Issue} from '../ports.js';
import type {Client} from './client.js';
import {toIssue} from './issue.js';

/** What is left out stays as it is. */
export interface IssueChange {
  readonly title?: string;
  readonly body?: string;
  readonly state?: 'closed';
}

/** @throws GitHubError as createIssue */
export async function updateIssue(
  {request, owner, repo}: Client,
  number: number,
  change: IssueChange
): Promise<Issue> {
  const {data} = await request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
    owner,
    repo,
    issue_number: number,
    ...change
  });
  return toIssue(data);
}
