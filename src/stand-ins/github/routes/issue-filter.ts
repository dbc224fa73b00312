import type {Issue} from '../records.js';

/**
 * The issues that a list request asks for, in the order it asks for: open ones, newest first, by default.
 *
 * @param commentCount how many comments an issue has
 */
export function selectIssues(
  issues: readonly Issue[],
  query: URLSearchParams,
  commentCount: (issue: Issue) => number
): Issue[] {
  const wanted = issues.filter((issue) =>
    Object.entries(FILTERS).every(([name, keeps]) => {
      const value = query.get(name) ?? (name === 'state' ? 'open' : null);
      return value === null || keeps(issue, value);
    })
  );
  const key = sortKey(query.get('sort'), commentCount);
  const sign = query.get('direction') === 'asc' ? 1 : -1;
  return wanted.sort((a, b) => sign * (key(a) - key(b) || a.number - b.number));
}

/** Milestones and issue types are not kept here, so no issue has one. */
const FILTERS: Readonly<Record<string, (issue: Issue, value: string) => boolean>> = {
  state: (issue, value) => value === 'all' || issue.state === value,
  labels: (issue, value) =>
    value.split(',').every((name) => issue.labels.some((label) => label.name === name)),
  creator: (issue, value) => issue.author.login === value,
  mentioned: (issue, value) => (issue.body ?? '').includes(`@${value}`),
  since: (issue, value) => Date.parse(issue.updatedAt) >= Date.parse(value),
  assignee: (issue, value) => {
    if (value === 'none') return issue.assignees.length === 0;
    return value === '*' ? issue.assignees.length > 0 : issue.assignees.some(({login}) => login === value);
  },
  milestone: (_, value) => value === 'none',
  type: (_, value) => value === 'none'
};

function sortKey(sort: string | null, commentCount: (issue: Issue) => number): (issue: Issue) => number {
  if (sort === 'comments') return commentCount;
  return (issue) => Date.parse(sort === 'updated' ? issue.updatedAt : issue.createdAt);
}
