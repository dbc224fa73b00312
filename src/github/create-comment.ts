import type {IssueComment} from '../ports.js';
import type {Client} from './client.js';
import {toIssueComment} from './issue-comment.js';

/** @throws GitHubError `too-long` above 65,536 characters, `permission` when the token may not write */
export async function createComment(
  {request, owner, repo}: Client,
  pullRequest: number,
  body: string
): Promise<IssueComment> {
  const {data} = await request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    owner,
    repo,
    issue_number: pullRequest,
    body
  });
  return toIssueComment(data);
}
