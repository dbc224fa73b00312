import type {IssueComment} from '../ports.js';
import type {Client} from './client.js';
import {toIssueComment} from './issue-comment.js';
import {allPages, PAGE_SIZE} from './pages.js';

/** All comments of a pull request's conversation, oldest first. */
export async function listComments(
  {request, owner, repo}: Client,
  pullRequest: number
): Promise<readonly IssueComment[]> {
  const comments = await allPages((page) =>
    request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      owner,
      repo,
      issue_number: pullRequest,
      per_page: PAGE_SIZE,
      page
    })
  );
  return comments.map(toIssueComment);
}
