import type {JsonObject} from '../../src/bundle/json-types.js';
import type {GitHubStateOptions} from '../../src/stand-ins/github/state-options.js';
import {GitHubError, type GitHubErrorKind} from '../../src/github/errors.js';
import {toChangedLines} from '../../src/github/list-changed-lines.js';
import type {
  ChangedLines,
  Comparison,
  CommitTree,
  Deployment,
  DeploymentStatus,
  GitHub,
  Issue,
  IssueComment,
  NewDeployment,
  NewDeploymentStatus,
  PullRequest
} from '../../src/ports.js';
import {changedFiles} from '../../src/stand-ins/github/bodies/pull.js';
import type * as records from '../../src/stand-ins/github/records.js';
import {ACTIONS_BOT, GitHubState, isPullRequest} from '../../src/stand-ins/github/state.js';

/** GitHub names so many commits of a comparison. */
const MOST_COMMITS = 250;

/**
 * A GitHub in memory behind the port, on the state of the stand-in, for tests of what is done rather than of
 * HTTP. `before` runs ahead of each call and may throw or change the state; `calls` holds `method subject` in
 * order. `viewer` is whom the token speaks for.
 */
export class MemoryGitHub implements GitHub {
  readonly state: GitHubState;
  readonly calls: string[] = [];
  before: (call: string) => void = () => undefined;
  viewer = ACTIONS_BOT.login;

  constructor(now: () => number, options: GitHubStateOptions = {}) {
    this.state = new GitHubState({now, ...options});
  }

  /** From now on each call of the method fails. */
  fail(method: keyof GitHub, status: number | null = 502, kind: GitHubErrorKind = 'unavailable'): void {
    this.before = (call) => {
      if (call.split(' ')[0] === method) throw new GitHubError(`GitHub: ${method} failed`, status, kind);
    };
  }

  /** A workflow's own token is not told its name. */
  async login(): Promise<string | null> {
    await this.call('login');
    return this.viewer === ACTIONS_BOT.login ? null : this.viewer;
  }

  async listComments(pullRequest: number): Promise<IssueComment[]> {
    await this.call(`listComments ${pullRequest}`);
    return this.state.commentsOn(pullRequest).map(toComment);
  }

  async createComment(pullRequest: number, body: string): Promise<IssueComment> {
    await this.call(`createComment ${pullRequest}`);
    refuseLong(body);
    return toComment(this.state.addComment(pullRequest, this.viewer, body));
  }

  async updateComment(id: number, body: string): Promise<IssueComment> {
    await this.call(`updateComment ${id}`);
    refuseLong(body);
    const comment = known(this.state.comments.get(id));
    comment.body = body;
    return toComment(comment);
  }

  async deleteComment(id: number): Promise<void> {
    await this.call(`deleteComment ${id}`);
    known(this.state.comments.get(id));
    this.state.comments.delete(id);
  }

  async pullRequest(number: number): Promise<PullRequest> {
    await this.call(`pullRequest ${number}`);
    const issue = known(this.state.issues.get(number));
    if (!isPullRequest(issue)) throw notFound();
    return this.toPullRequest(issue);
  }

  async pullRequestsOf(commitSha: string): Promise<PullRequest[]> {
    await this.call(`pullRequestsOf ${commitSha}`);
    return this.state.pullRequestsOf(commitSha).map((issue) => this.toPullRequest(issue));
  }

  async changedLines(pullRequest: number): Promise<ChangedLines> {
    await this.call(`changedLines ${pullRequest}`);
    const issue = known(this.state.issues.get(pullRequest));
    if (!isPullRequest(issue)) throw notFound();
    return toChangedLines(changedFiles({state: this.state, apiUrl: '', serverUrl: ''}, issue));
  }

  async compare(base: string, head: string): Promise<Comparison | null> {
    await this.call(`compare ${base}...${head}`);
    const {git} = this.state;
    const [a, b] = [this.state.resolve(base), this.state.resolve(head)];
    const mergeBaseSha = a === null || b === null ? null : git.mergeBase(a, b);
    if (a === null || b === null || mergeBaseSha === null) return null;
    const [ofA, ofB] = [git.ancestors(a), git.ancestors(b)];
    const ahead = ofB.filter((sha) => !ofA.includes(sha)).reverse();
    const behind = ofA.some((sha) => !ofB.includes(sha));
    const status = ahead.length > 0 ? (behind ? 'diverged' : 'ahead') : behind ? 'behind' : 'identical';
    const commits = ahead.slice(0, MOST_COMMITS);
    return {status, mergeBaseSha, commits, hasAllCommits: commits.length === ahead.length};
  }

  async *deployments(task: string): AsyncGenerator<Deployment> {
    await this.call(`deployments ${task}`);
    const all = [...this.state.deployments.values()].filter((deployment) => deployment.task === task);
    for (const deployment of all.reverse()) yield toDeployment(deployment);
  }

  async deploymentStatuses(id: number): Promise<DeploymentStatus[]> {
    await this.call(`deploymentStatuses ${id}`);
    const {statuses} = known(this.state.deployments.get(id));
    return statuses.toReversed().map(({state, createdAt}) => ({state, createdAt: Date.parse(createdAt)}));
  }

  async createDeployment({sha, environment, task, description, payload}: NewDeployment): Promise<Deployment> {
    await this.call(`createDeployment ${sha}`);
    if (this.state.git.commit(sha) === null) throw new GitHubError(`No ref found for: ${sha}`, 422, 'other');
    const now = this.state.now();
    const deployment: records.Deployment = {
      ...{id: this.state.newId(), sha, ref: sha, task, environment, description, payload},
      ...{transient: false, production: false, creator: this.state.account(this.viewer)},
      ...{createdAt: now, updatedAt: now, statuses: []}
    };
    this.state.deployments.set(deployment.id, deployment);
    return toDeployment(deployment);
  }

  async createDeploymentStatus(id: number, {state, description, logUrl}: NewDeploymentStatus): Promise<void> {
    await this.call(`createDeploymentStatus ${id} ${state}`);
    if (description.length > 140) throw new GitHubError('the description is too long', 422, 'other');
    const deployment = known(this.state.deployments.get(id));
    const createdAt = this.state.now();
    const {environment, creator} = deployment;
    if (state === 'success') this.retireOthers(deployment, createdAt);
    deployment.statuses.push({
      ...{id: this.state.newId(), state, description, environment, environmentUrl: '', logUrl},
      ...{creator, createdAt}
    });
    deployment.updatedAt = createdAt;
  }

  /** A success makes the earlier ones of its environment inactive, which counts as an update. */
  private retireOthers({id, environment}: records.Deployment, createdAt: string): void {
    for (const other of this.state.deployments.values()) {
      const last = other.statuses.at(-1);
      if (other.id >= id || other.environment !== environment || last?.state !== 'success') continue;
      other.statuses.push({...last, id: this.state.newId(), state: 'inactive', createdAt});
      other.updatedAt = createdAt;
    }
  }

  async openIssues(label: string): Promise<Issue[]> {
    await this.call(`openIssues ${label}`);
    return [...this.state.issues.values()]
      .filter((issue) => issue.state === 'open' && issue.pull === null)
      .filter(({labels}) => labels.some(({name}) => name === label))
      .map(toIssue);
  }

  async createIssue({title, body, labels}: Parameters<GitHub['createIssue']>[0]): Promise<Issue> {
    await this.call(`createIssue ${title}`);
    refuseLong(body);
    return toIssue(this.state.openIssue(title, body, this.viewer, labels));
  }

  async updateIssue(number: number, change: Parameters<GitHub['updateIssue']>[1]): Promise<Issue> {
    await this.call(`updateIssue ${number}${change.state === undefined ? '' : ` ${change.state}`}`);
    const issue = known(this.state.issues.get(number));
    issue.title = change.title ?? issue.title;
    issue.body = change.body ?? issue.body;
    if (change.state === 'closed') this.state.closeIssue(issue, this.viewer);
    return toIssue(issue);
  }

  async tree(commitSha: string): Promise<CommitTree | null> {
    await this.call(`tree ${commitSha}`);
    const {git} = this.state;
    if (git.commit(commitSha) === null) return null;
    const files = [...git.filesOf(commitSha)]
      .filter(([, {mode}]) => mode !== '160000')
      .map(([path, {mode, sha}]) => ({path, sha, isLink: mode === '120000'}))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    return {files, isWhole: true};
  }

  async blob(sha: string): Promise<Uint8Array> {
    await this.call(`blob ${sha}`);
    return known(this.state.git.blob(sha));
  }

  private async call(call: string): Promise<void> {
    this.calls.push(call);
    await Promise.resolve();
    this.before(call);
  }

  private toPullRequest(issue: records.PullRequestIssue): PullRequest {
    const {pull, number, state} = issue;
    return {
      number,
      headSha: this.state.headSha(issue),
      baseSha: pull.baseSha,
      baseRef: pull.baseRef,
      mergeCommitSha: state === 'open' ? this.state.trialMerge(issue) : pull.mergeSha,
      state,
      merged: pull.mergedAt !== null
    };
  }
}

function toComment({id, issue, body, author}: records.Comment): IssueComment {
  return {id, body, url: `https://github.com/acme/zis/pull/${issue}#issuecomment-${id}`, author: who(author)};
}

function toIssue({number, title, body, author}: records.Issue): Issue {
  const url = `https://github.com/acme/zis/issues/${number}`;
  return {number, title, body: body ?? '', url, author: who(author)};
}

function who(account: records.Account | null): IssueComment['author'] {
  return account === null ? null : {login: account.login, isBot: account.type === 'Bot'};
}

function toDeployment({id, sha, payload, creator, createdAt, updatedAt}: records.Deployment): Deployment {
  return {
    id,
    sha,
    payload: typeof payload === 'string' ? null : (payload as JsonObject),
    creator: creator.login,
    createdAt: Date.parse(createdAt),
    updatedAt: Date.parse(updatedAt)
  };
}

function refuseLong(body: string): void {
  if (body.length > 65_536)
    throw new GitHubError('Body is too long (maximum is 65536 characters)', 422, 'too-long');
}

function known<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound();
  return value;
}

function notFound(): GitHubError {
  return new GitHubError('Not Found', 404, 'not-found');
}
