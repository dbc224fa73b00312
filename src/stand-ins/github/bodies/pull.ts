import {association, labelBody, nodeId, repoApi, repoHtml, userBody} from './common.js';
import type {Body, Site} from './common.js';
import {diffEntries, sumOf} from './git.js';
import type {DiffEntry} from './git.js';
import type {Account, PullRequestIssue} from '../records.js';
import {repositoryBody} from './repository.js';

/** A pull request as lists show it. */
export function pullRequestSimpleBody(site: Site, issue: PullRequestIssue): Body {
  const {state} = site;
  const {pull, number} = issue;
  const assignees = issue.assignees.map((account) => userBody(site, account));
  return {
    ...pullRequestAddresses(site, issue),
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    number,
    state: issue.state,
    locked: false,
    active_lock_reason: null,
    title: issue.title,
    user: userBody(site, issue.author),
    body: issue.body,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: issue.state === 'open' ? state.trialMerge(issue) : pull.mergeSha,
    assignee: assignees[0] ?? null,
    assignees,
    requested_reviewers: [],
    requested_teams: [],
    labels: issue.labels.map((label) => labelBody(site, label)),
    milestone: null,
    draft: pull.draft,
    head: sideBody(site, pull.headOwner, pull.headRef, state.headSha(issue)),
    base: sideBody(site, state.owner, pull.baseRef, pull.baseSha),
    author_association: association(issue.author),
    auto_merge: null
  };
}

/** A pull request by itself, as `GET …/pulls/{number}` and events show it. */
export function pullRequestBody(site: Site, issue: PullRequestIssue): Body {
  const {state} = site;
  const {pull} = issue;
  const open = issue.state === 'open';
  const mergeable = open ? state.trialMerge(issue) !== null : null;
  const files = changedFiles(site, issue);
  return {
    ...pullRequestSimpleBody(site, issue),
    merged: pull.mergedAt !== null,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeable === null ? 'unknown' : mergeable ? 'clean' : 'dirty',
    merged_by: pull.mergedBy === null ? null : userBody(site, pull.mergedBy),
    comments: state.commentsOn(issue.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: state.commitsOf(issue).length,
    ...sumOf(files),
    changed_files: files.length
  };
}

/** Between the commit where the branches parted and the head. */
export function changedFiles(site: Site, issue: PullRequestIssue): DiffEntry[] {
  const {git} = site.state;
  const head = site.state.headSha(issue);
  const parted = git.mergeBase(issue.pull.baseSha, head);
  return diffEntries(site, parted === null ? new Map() : git.filesOf(parted), git.filesOf(head), head);
}

function sideBody(site: Site, owner: Account, ref: string, sha: string): Body {
  return {
    label: `${owner.login}:${ref}`,
    ref,
    sha,
    user: userBody(site, owner),
    repo: repositoryBody(site, owner)
  };
}

function pullRequestAddresses(site: Site, issue: PullRequestIssue): Body {
  const url = `${repoApi(site)}/pulls/${issue.number}`;
  const html = `${repoHtml(site)}/pull/${issue.number}`;
  const links = {
    issue: `${repoApi(site)}/issues/${issue.number}`,
    comments: `${repoApi(site)}/issues/${issue.number}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${repoApi(site)}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${repoApi(site)}/statuses/${site.state.headSha(issue)}`
  };
  const named = Object.entries(links).map(([name, link]) => [`${name}_url`, link]);
  const linked = Object.entries({self: url, html, ...links}).map(([name, href]) => [name, {href}]);
  return {
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    ...(Object.fromEntries(named) as Body),
    _links: Object.fromEntries(linked) as Body
  };
}
