import type {IssueComment} from '../ports.js';
import type {Client} from './client.js';
import {toIssueComment} from './issue-comment.js';

/** @throws GitHubError `not-found` when the comment was deleted meanwhile; else as createComment */
export async function updateComment(
  {request, owner, repo}: Client,
  id: number,
  body: string
): Promise<IssueComment> {
  const {data} = await request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
    owner,
    repo,
    comment_id: id,
    body
  });
  return toIssueComment(data);
}
