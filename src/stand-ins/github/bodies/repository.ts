import {nodeId, userBody} from './common.js';
import type {Body, Site} from './common.js';
import type {Account} from '../records.js';

/** The repository, or a user's fork of it, as every body that mentions a repository shows it. */
export function repositoryBody(site: Site, owner: Account = site.state.owner): Body {
  const {state} = site;
  const fork = owner.login !== state.owner.login;
  const fullName = `${owner.login}/${state.repo}`;
  const html = `${site.serverUrl}/${fullName}`;
  const id = fork ? owner.id + REPOSITORY_ID : REPOSITORY_ID;
  const openIssues = [...state.issues.values()].filter((issue) => issue.state === 'open').length;
  return {
    id,
    node_id: nodeId('Repository', id),
    name: state.repo,
    full_name: fullName,
    private: state.private,
    owner: userBody(site, owner),
    html_url: html,
    description: 'Zendesk integrations as code',
    fork,
    ...addresses(`${site.apiUrl}/repos/${fullName}`),
    git_url: `git://${new URL(html).host}/${fullName}.git`,
    ssh_url: `git@${new URL(html).host}:${fullName}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: null,
    created_at: state.createdAt,
    updated_at: state.createdAt,
    pushed_at: state.createdAt,
    size: 0,
    default_branch: state.defaultBranch,
    visibility: state.private ? 'private' : 'public',
    license: null,
    topics: [],
    ...features(),
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    open_issues: openIssues,
    open_issues_count: openIssues
  };
}

const REPOSITORY_ID = 700_000_001;

/** Every `…_url` is the repository's own address and one of these endings. */
const ENDINGS = {
  archive: '/{archive_format}{/ref}',
  assignees: '/assignees{/user}',
  blobs: '/git/blobs{/sha}',
  branches: '/branches{/branch}',
  collaborators: '/collaborators{/collaborator}',
  comments: '/comments{/number}',
  commits: '/commits{/sha}',
  compare: '/compare/{base}...{head}',
  contents: '/contents/{+path}',
  contributors: '/contributors',
  deployments: '/deployments',
  downloads: '/downloads',
  events: '/events',
  forks: '/forks',
  git_commits: '/git/commits{/sha}',
  git_refs: '/git/refs{/sha}',
  git_tags: '/git/tags{/sha}',
  hooks: '/hooks',
  issue_comment: '/issues/comments{/number}',
  issue_events: '/issues/events{/number}',
  issues: '/issues{/number}',
  keys: '/keys{/key_id}',
  labels: '/labels{/name}',
  languages: '/languages',
  merges: '/merges',
  milestones: '/milestones{/number}',
  notifications: '/notifications{?since,all,participating}',
  pulls: '/pulls{/number}',
  releases: '/releases{/id}',
  stargazers: '/stargazers',
  statuses: '/statuses/{sha}',
  subscribers: '/subscribers',
  subscription: '/subscription',
  tags: '/tags',
  teams: '/teams',
  trees: '/git/trees{/sha}'
};

function addresses(url: string): Body {
  const all = Object.entries(ENDINGS).map(([name, ending]) => [`${name}_url`, `${url}${ending}`]);
  return {url, ...(Object.fromEntries(all) as Body)};
}

function features(): Body {
  return {
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    is_template: false,
    allow_forking: true,
    web_commit_signoff_required: false,
    custom_properties: {}
  };
}
