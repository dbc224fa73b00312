import type {Issue} from '../ports.js';
import type {Client} from './client.js';
import {demand} from './demand.js';
import {toIssue} from './issue.js';
import {allPages, PAGE_SIZE} from './pages.js';

/**
 * The open issues with a label, oldest first: one that is opened while the pages are read comes last, and
 * moves no other from one page to the next.
 *
 * @param label holds no comma: GitHub takes a list of labels, all of which an issue must have
 */
export async function listOpenIssues(
  {request, owner, repo}: Client,
  label: string
): Promise<readonly Issue[]> {
  const issues = await allPages((page) =>
    request('GET /repos/{owner}/{repo}/issues', {
      owner,
      repo,
      labels: label,
      state: 'open',
      sort: 'created',
      direction: 'asc',
      per_page: PAGE_SIZE,
      page
    })
  );
  for (const issue of issues) demand('an issue', issue, {number: 'number'});
  // GitHub lists pull requests as issues, too.
  return issues.filter((issue) => issue.pull_request === undefined).map(toIssue);
}
