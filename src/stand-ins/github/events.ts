import {repoApi, repoHtml, userBody} from './bodies/common.js';
import type {Body, Site} from './bodies/common.js';
import {diffEntries} from './bodies/git.js';
import type {Commit} from './git/store.js';
import {pullRequestBody} from './bodies/pull.js';
import {repositoryBody} from './bodies/repository.js';
import {DEFAULT_ACTOR, ZERO_SHA} from './state.js';

/** One push: a branch moved from one commit to another; 40 zeros stand for no commit. */
export interface Push {
  /** Such as `refs/heads/main`. */
  readonly ref: string;
  readonly before: string;
  readonly after: string;
}

export interface EventOptions {
  /** Who caused the event. */
  readonly sender?: string;
}

/**
 * The event of a pull request, as the runner writes it to the event file.
 *
 * @param action such as `opened`, `synchronize` or `closed`
 * @param before for `synchronize`: the head before
 */
export function pullRequestEvent(
  site: Site,
  number: number,
  action: string,
  {before, ...options}: EventOptions & {before?: string} = {}
): Body {
  const issue = site.state.pullRequest(number);
  const moved = before === undefined ? {} : {before, after: site.state.headSha(issue)};
  return {action, number, pull_request: pullRequestBody(site, issue), ...moved, ...origin(site, options)};
}

export function pushEvent(site: Site, {ref, before, after}: Push, options: EventOptions = {}): Body {
  const {git} = site.state;
  const known = before === ZERO_SHA || git.commit(before) === null ? [] : git.ancestors(before);
  const head = git.commit(after);
  const commits = head === null ? [] : git.ancestors(after).filter((sha) => !known.includes(sha));
  const range = before === ZERO_SHA ? after.slice(0, 12) : `${before.slice(0, 12)}...${after.slice(0, 12)}`;
  return {
    ref,
    before,
    after,
    created: before === ZERO_SHA,
    deleted: after === ZERO_SHA,
    forced: head !== null && before !== ZERO_SHA && !git.ancestors(after).includes(before),
    base_ref: null,
    compare: `${repoHtml(site)}/compare/${range}`,
    commits: commits.map((sha) => pushedCommit(site, git.knownCommit(sha))).reverse(),
    head_commit: head === null ? null : pushedCommit(site, head),
    pusher: {name: options.sender ?? DEFAULT_ACTOR, email: emailOf(options.sender ?? DEFAULT_ACTOR)},
    ...origin(site, options)
  };
}

/**
 * Puts an open pull request into the merge queue: writes the commit that would be merged, on the queue's own
 * branch, and gives the event that asks for its checks.
 *
 * @throws Error when the pull request conflicts with its base
 */
export function mergeGroupEvent(site: Site, number: number, options: EventOptions = {}): Body {
  const {state} = site;
  const issue = state.pullRequest(number);
  const {baseRef} = issue.pull;
  const baseSha = state.tip(baseRef);
  const headSha = state.trialMerge(issue);
  if (headSha === null) throw new Error(`Pull request ${number} conflicts with ${baseRef}.`);
  const queue = `gh-readonly-queue/${baseRef}/pr-${number}-${baseSha}`;
  state.branch(queue, headSha);
  const commit = state.git.knownCommit(headSha);
  const {id, tree_id, message, timestamp, author, committer} = pushedCommit(site, commit);
  return {
    action: 'checks_requested',
    merge_group: {
      head_sha: headSha,
      head_ref: `refs/heads/${queue}`,
      base_sha: baseSha,
      base_ref: `refs/heads/${baseRef}`,
      head_commit: {id, tree_id, message, timestamp, author, committer}
    },
    ...origin(site, options)
  };
}

/** @param schedule the cron expression that fired */
export function scheduleEvent(site: Site, schedule = '0 6 * * *'): Body {
  return {schedule, workflow: '.github/workflows/zis.yml', ...origin(site, {})};
}

export function workflowDispatchEvent(
  site: Site,
  {
    inputs = {},
    ref,
    ...options
  }: EventOptions & {inputs?: Readonly<Record<string, string>>; ref?: string} = {}
): Body {
  return {
    inputs,
    ref: ref ?? `refs/heads/${site.state.defaultBranch}`,
    workflow: '.github/workflows/zis.yml',
    ...origin(site, options)
  };
}

/** The event of a new comment on a pull request. It names the pull request, and none of its commits. */
export function issueCommentEvent(
  site: Site,
  number: number,
  body: string,
  {sender = DEFAULT_ACTOR, ...options}: EventOptions = {}
): Body {
  const {state} = site;
  const comment = state.addComment(number, sender, body);
  const url = `${repoHtml(site)}/pull/${number}`;
  const issue = state.pullRequest(number);
  return {
    action: 'created',
    issue: {
      number,
      title: issue.title,
      state: issue.state,
      html_url: url,
      user: userBody(site, issue.author),
      pull_request: {url: `${repoApi(site)}/pulls/${number}`, html_url: url}
    },
    comment: {id: comment.id, body, html_url: `${url}#issuecomment-${comment.id}`},
    ...origin(site, {sender, ...options})
  };
}

/** The event of a workflow's end, as another workflow gets it. */
export function workflowRunEvent(
  site: Site,
  {headSha, headBranch = site.state.defaultBranch}: {readonly headSha: string; readonly headBranch?: string},
  options: EventOptions = {}
): Body {
  const id = site.state.newId();
  return {
    action: 'completed',
    workflow_run: {
      id,
      name: 'build',
      event: 'push',
      status: 'completed',
      conclusion: 'success',
      head_branch: headBranch,
      head_sha: headSha,
      html_url: `${repoHtml(site)}/actions/runs/${id}`
    },
    ...origin(site, options)
  };
}

export function repositoryDispatchEvent(site: Site, type: string, options: EventOptions = {}): Body {
  return {action: type, branch: site.state.defaultBranch, client_payload: {}, ...origin(site, options)};
}

/** What every event says about where it comes from. */
function origin(site: Site, {sender = DEFAULT_ACTOR}: EventOptions): Body {
  const {state, apiUrl} = site;
  const {id, login} = state.owner;
  return {
    repository: repositoryBody(site),
    organization: {id, login, url: `${apiUrl}/orgs/${login}`, description: null},
    sender: userBody(site, state.account(sender))
  };
}

function pushedCommit(site: Site, commit: Commit): Body {
  const {git} = site.state;
  const parent = commit.parents[0];
  const files = diffEntries(
    site,
    parent === undefined ? new Map() : git.filesOf(parent),
    git.filesOf(commit.sha),
    commit.sha
  );
  const paths = (status: string) =>
    files.filter((file) => file['status'] === status).map(({filename}) => filename);
  const person = {name: commit.author.name, email: commit.author.email, username: commit.author.name};
  return {
    id: commit.sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: new Date(commit.committer.at).toISOString(),
    url: `${repoHtml(site)}/commit/${commit.sha}`,
    author: person,
    committer: person,
    added: paths('added'),
    removed: paths('removed'),
    modified: paths('modified')
  };
}

function emailOf(login: string): string {
  return `${login}@users.noreply.github.com`;
}
