import {ACTIONS_BOT} from '../state.js';
import type {GitHubState} from '../state.js';
import type {Account, Comment, Issue, Label} from '../records.js';

export type Body = Record<string, unknown>;

/** The state together with the addresses that its JSON shows. */
export interface Site {
  readonly state: GitHubState;
  /** Such as `http://127.0.0.1:40000`. */
  readonly apiUrl: string;
  /** Such as `https://github.com`. */
  readonly serverUrl: string;
}

export function repoApi({state, apiUrl}: Site): string {
  return `${apiUrl}/repos/${state.owner.login}/${state.repo}`;
}

export function repoHtml({state, serverUrl}: Site): string {
  return `${serverUrl}/${state.owner.login}/${state.repo}`;
}

/** GitHub's older node ids: base64 of the type's length, its name and the id. */
export function nodeId(type: string, id: number | string): string {
  return Buffer.from(`${String(type.length).padStart(3, '0')}:${type}${id}`).toString('base64');
}

export function userBody({apiUrl, serverUrl}: Site, {id, login, type}: Account): Body {
  const url = `${apiUrl}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: nodeId(type, id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: type === 'Bot' ? `${serverUrl}/apps/${login.replace(/\[bot\]$/, '')}` : `${serverUrl}/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false
  };
}

/** What a user's own token is told about its user. */
export function privateUserBody(site: Site, account: Account): Body {
  return {
    ...userBody(site, account),
    user_view_type: 'private',
    name: account.login,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: site.state.createdAt,
    updated_at: site.state.createdAt,
    private_gists: 0,
    total_private_repos: 1,
    owned_private_repos: 1,
    disk_usage: 0,
    collaborators: 0,
    two_factor_authentication: true
  };
}

export function labelBody(site: Site, {id, name, description, color}: Label): Body {
  return {
    id,
    node_id: nodeId('Label', id),
    url: `${repoApi(site)}/labels/${encodeURIComponent(name)}`,
    name,
    description,
    color,
    default: false
  };
}

export function commentBody(site: Site, comment: Comment): Body {
  const issue = site.state.issues.get(comment.issue);
  const page = issue?.pull === null ? 'issues' : 'pull';
  const url = `${repoApi(site)}/issues/comments/${comment.id}`;
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url,
    html_url: `${repoHtml(site)}/${page}/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${repoApi(site)}/issues/${comment.issue}`,
    user: comment.author === null ? null : userBody(site, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    author_association: association(comment.author),
    reactions: reactionsBody(url),
    performed_via_github_app: comment.author?.login === ACTIONS_BOT.login ? appBody(site) : null
  };
}

export function issueBody(site: Site, issue: Issue): Body {
  const url = `${repoApi(site)}/issues/${issue.number}`;
  const assignees = issue.assignees.map((account) => userBody(site, account));
  return {
    url,
    repository_url: repoApi(site),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${repoHtml(site)}/${issue.pull === null ? 'issues' : 'pull'}/${issue.number}`,
    id: issue.id,
    node_id: nodeId('Issue', issue.id),
    number: issue.number,
    title: issue.title,
    user: userBody(site, issue.author),
    labels: issue.labels.map((label) => labelBody(site, label)),
    state: issue.state,
    state_reason: issue.stateReason,
    locked: false,
    active_lock_reason: null,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    comments: site.state.commentsOn(issue.number).length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    closed_by: issue.closedBy === null ? null : userBody(site, issue.closedBy),
    author_association: association(issue.author),
    body: issue.body,
    reactions: reactionsBody(url),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    ...(issue.pull === null ? {} : {draft: issue.pull.draft, pull_request: pullRequestLinks(site, issue)})
  };
}

/** GitHub's own App, which stands behind a workflow's token. */
export function appBody(site: Site): Body {
  const owner: Account = {id: 9_919, login: 'github', type: 'Organization'};
  return {
    id: 15_368,
    slug: 'github-actions',
    node_id: nodeId('App', 15_368),
    owner: userBody(site, owner),
    name: 'GitHub Actions',
    description: 'Automate your workflow from idea to production',
    external_url: 'https://help.github.com/en/actions',
    html_url: `${site.serverUrl}/apps/github-actions`,
    created_at: '2018-07-30T09:30:17Z',
    updated_at: '2024-04-10T20:33:16Z',
    permissions: {checks: 'write', contents: 'write', deployments: 'write', issues: 'write'},
    events: ['check_run', 'pull_request', 'push']
  };
}

export function association(author: Account | null): string {
  return author?.type === 'User' ? 'MEMBER' : 'NONE';
}

function pullRequestLinks(site: Site, {number, pull}: Issue): Body {
  const html = `${repoHtml(site)}/pull/${number}`;
  return {
    url: `${repoApi(site)}/pulls/${number}`,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    merged_at: pull?.mergedAt ?? null
  };
}

function reactionsBody(url: string): Body {
  const none = {'+1': 0, '-1': 0, laugh: 0, confused: 0, heart: 0, hooray: 0, eyes: 0, rocket: 0};
  return {url: `${url}/reactions`, total_count: 0, ...none};
}
