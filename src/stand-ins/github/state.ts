import {GitStore} from './git/store.js';
import type {FileMap, FlatTree} from './git/store.js';
import type {Signature} from './git/objects.js';
import type {Account, Comment, Deployment, Issue, Label, PullRequestIssue} from './records.js';
import type {
  CommitOptions,
  GitHubStateOptions,
  Merge,
  MergeOptions,
  PullRequestOptions
} from './state-options.js';

/** Who acts where a caller names nobody. */
export const DEFAULT_ACTOR = 'octo-dev';
/** Whom a workflow's own token speaks for. https://api.github.com/users/github-actions[bot] */
export const ACTIONS_BOT: Account = {id: 41_898_282, login: 'github-actions[bot]', type: 'Bot'};

/** One repository with its git objects, branches, issues, pull requests, comments and deployments. */
export class GitHubState {
  readonly git = new GitStore();
  readonly owner: Account;
  readonly repo: string;
  readonly defaultBranch: string;
  readonly private: boolean;
  readonly createdAt: string;
  /** Commits by branch; those of forks as `owner:branch`. */
  readonly branches = new Map<string, string>();
  readonly issues = new Map<number, Issue>();
  readonly comments = new Map<number, Comment>();
  readonly labels = new Map<string, Label>();
  readonly deployments = new Map<number, Deployment>();
  /** Listings of trees are cut after this many entries; GitHub's own limit is 100,000. */
  treeLimit = 100_000;
  private readonly accounts = new Map<string, Account>([[ACTIONS_BOT.login, ACTIONS_BOT]]);
  private readonly clock: () => number;
  private lastId = 1_000_000;

  constructor(options: GitHubStateOptions) {
    this.clock = options.now ?? Date.now;
    this.repo = options.repo ?? 'zis-integrations';
    this.defaultBranch = options.defaultBranch ?? 'main';
    this.private = options.private ?? true;
    this.createdAt = this.now();
    this.owner = {id: this.newId(), login: options.owner ?? 'acme', type: 'Organization'};
    this.accounts.set(this.owner.login, this.owner);
  }

  /** Unique over all kinds of record. */
  newId(): number {
    return (this.lastId += 1);
  }

  /** The time as the API shows it: UTC, to the second. */
  now(): string {
    return new Date(this.clock()).toISOString().replace(/\.\d{3}Z$/, 'Z');
  }

  account(login: string): Account {
    const known = this.accounts.get(login);
    if (known !== undefined) return known;
    const account: Account = {id: this.newId(), login, type: login.endsWith('[bot]') ? 'Bot' : 'User'};
    this.accounts.set(login, account);
    return account;
  }

  label(name: string): Label {
    const known = this.labels.get(name);
    if (known !== undefined) return known;
    const label: Label = {id: this.newId(), name, description: '', color: 'ededed'};
    this.labels.set(name, label);
    return label;
  }

  /** Writes a commit that holds exactly these files and returns its SHA-1. No branch moves. */
  commit(files: FileMap, parent: string | null = null, options: CommitOptions = {}): string {
    return this.commitTree(this.git.writeFiles(files), parent === null ? [] : [parent], options);
  }

  /** Points a branch at a commit. @param name `branch`, or `owner:branch` for one of a fork */
  branch(name: string, sha: string): void {
    this.git.knownCommit(sha);
    this.branches.set(name, sha);
  }

  /** Commits these files on top of a branch, which need not exist yet; before is 40 zeros then. */
  push(branch: string, files: FileMap, options: CommitOptions = {}): {before: string; after: string} {
    const parent = this.branches.get(branch) ?? null;
    const after = this.commit(files, parent, options);
    this.branch(branch, after);
    return {before: parent ?? ZERO_SHA, after};
  }

  openIssue(title: string, body: string | null, author: string, labels: readonly string[] = []): Issue {
    return this.addIssue({title, body, author, labels, pull: null});
  }

  openPullRequest(options: PullRequestOptions): PullRequestIssue {
    const [headOwner, headRef] = options.head.includes(':')
      ? splitOnce(options.head, ':')
      : [this.owner.login, options.head];
    const baseRef = options.base ?? this.defaultBranch;
    const headSha = this.tip(options.head);
    const pull = {
      id: this.newId(),
      headOwner: this.account(headOwner),
      headRef,
      closedHead: null,
      baseRef,
      baseSha: this.tip(baseRef),
      draft: options.draft ?? false,
      mergedAt: null,
      mergedBy: null,
      mergeSha: null,
      landed: []
    };
    const title = options.title ?? this.git.knownCommit(headSha).message.split('\n', 1).join('');
    const {body = null, author = DEFAULT_ACTOR, labels = []} = options;
    return this.addIssue({title, body, author, labels, pull});
  }

  /** @throws Error when there is no pull request of this number */
  pullRequest(number: number): PullRequestIssue {
    const issue = this.issues.get(number);
    if (issue === undefined || !isPullRequest(issue)) throw new Error(`There is no pull request ${number}.`);
    return issue;
  }

  headSha({pull}: PullRequestIssue): string {
    if (pull.closedHead !== null) return pull.closedHead;
    const own = pull.headOwner.login === this.owner.login;
    return this.tip(own ? pull.headRef : `${pull.headOwner.login}:${pull.headRef}`);
  }

  /** GitHub's trial merge of an open pull request into its base; null when they conflict. */
  trialMerge(issue: PullRequestIssue): string | null {
    const [base, head] = [this.tip(issue.pull.baseRef), this.headSha(issue)];
    const merged = this.git.merge(base, head);
    if (merged === null) return null;
    return this.commitTree(merged, [base, head], {message: `Merge ${head} into ${base}`}, issue.createdAt);
  }

  /** @throws Error when the pull request is closed, or conflicts with its base */
  merge(number: number, {method = 'merge', by = DEFAULT_ACTOR}: MergeOptions = {}): Merge {
    const issue = this.pullRequest(number);
    if (issue.state === 'closed') throw new Error(`Pull request ${number} is closed.`);
    const {pull} = issue;
    const [before, head] = [this.tip(pull.baseRef), this.headSha(issue)];
    const merged = this.git.merge(before, head);
    if (merged === null) throw new Error(`Pull request ${number} conflicts with ${pull.baseRef}.`);
    const landed = this.land(issue, method, {before, merged, by});
    pull.landed.push(...landed);
    const mergeSha = landed.at(-1) ?? before;
    this.branch(pull.baseRef, mergeSha);
    this.closePullRequest(number, by);
    Object.assign(pull, {mergedAt: issue.closedAt, mergedBy: this.account(by), mergeSha});
    return {before, mergeSha, ref: `refs/heads/${pull.baseRef}`};
  }

  /** The commits that a merge adds to the base, oldest first; without those of the head that it keeps. */
  private land(
    issue: PullRequestIssue,
    method: NonNullable<MergeOptions['method']>,
    {before, merged, by}: {readonly before: string; readonly merged: FlatTree; readonly by: string}
  ): string[] {
    if (method === 'merge') {
      const parents = [before, this.headSha(issue)];
      return [this.commitTree(merged, parents, {message: mergeMessage(issue), author: by})];
    }
    if (method === 'squash') {
      const message = `${issue.title} (#${issue.number})`;
      return [this.commitTree(merged, [before], {message, author: by})];
    }
    const landed: string[] = [];
    for (const sha of this.commitsOf(issue).toReversed()) {
      const onto = landed.at(-1) ?? before;
      const {message, author} = this.git.knownCommit(sha);
      landed.push(this.commitTree(this.git.pick(onto, sha), [onto], {message, author: author.name}));
    }
    return landed;
  }

  /** The commits that a pull request brings, newest first. */
  commitsOf(issue: PullRequestIssue): readonly string[] {
    const inBase = new Set(this.git.ancestors(issue.pull.baseSha));
    return this.git.ancestors(this.headSha(issue)).filter((sha) => !inBase.has(sha));
  }

  /** Those that hold a commit; for one of the default branch the one that brought it there. */
  pullRequestsOf(sha: string): readonly PullRequestIssue[] {
    const tip = this.branches.get(this.defaultBranch);
    const isLanded = tip !== undefined && this.git.ancestors(tip).includes(sha);
    return [...this.issues.values()]
      .filter(isPullRequest)
      .filter((issue) => issue.pull.landed.includes(sha) || this.commitsOf(issue).includes(sha))
      .filter(({pull}) => !isLanded || pull.mergedAt !== null);
  }

  closePullRequest(number: number, by = DEFAULT_ACTOR): void {
    const issue = this.pullRequest(number);
    issue.pull.closedHead = this.headSha(issue);
    this.closeIssue(issue, by);
  }

  closeIssue(issue: Issue, by: string): void {
    const now = this.now();
    Object.assign(issue, {state: 'closed', closedAt: now, closedBy: this.account(by), updatedAt: now});
  }

  /** @param author null for a deleted account */
  addComment(issue: number, author: string | null, body: string): Comment {
    const now = this.now();
    const comment: Comment = {
      id: this.newId(),
      issue,
      author: author === null ? null : this.account(author),
      body,
      createdAt: now,
      updatedAt: now
    };
    this.comments.set(comment.id, comment);
    return comment;
  }

  /** Oldest first. */
  commentsOn(issue: number): readonly Comment[] {
    return [...this.comments.values()].filter((comment) => comment.issue === issue);
  }

  /** The commit that a branch, a full ref or a SHA-1 (also shortened to 7 characters or more) names. */
  resolve(ref: string): string | null {
    const name = ref.replace(/^(refs\/)?heads\//, '');
    const tip = this.branches.get(name);
    if (tip !== undefined) return tip;
    if (!/^[0-9a-f]{7,40}$/.test(ref)) return null;
    return this.git.commitStarting(ref)?.sha ?? null;
  }

  /** @throws Error when there is no such branch */
  tip(branch: string): string {
    const sha = this.branches.get(branch);
    if (sha === undefined) throw new Error(`There is no branch ${branch}.`);
    return sha;
  }

  commitTree(
    files: FlatTree,
    parents: readonly string[],
    {message = 'Change files', author = DEFAULT_ACTOR}: CommitOptions,
    at = this.now()
  ): string {
    const signature: Signature = {
      name: author,
      email: `${author}@users.noreply.github.com`,
      at: Date.parse(at)
    };
    return this.git.writeCommit({
      tree: this.git.writeTree(files),
      parents,
      author: signature,
      committer: signature,
      message
    });
  }

  private addIssue<P extends Issue['pull']>(content: {
    title: string;
    body: string | null;
    author: string;
    labels: readonly string[];
    pull: P;
  }): Issue & {readonly pull: P} {
    const now = this.now();
    const issue = {
      ...content,
      id: this.newId(),
      number: this.issues.size + 1,
      author: this.account(content.author),
      state: 'open' as const,
      stateReason: null,
      labels: content.labels.map((name) => this.label(name)),
      assignees: [],
      createdAt: now,
      updatedAt: now,
      closedAt: null,
      closedBy: null
    };
    this.issues.set(issue.number, issue);
    return issue;
  }
}

/** How events name a branch that was not there before. */
export const ZERO_SHA = '0'.repeat(40);

export function isPullRequest(issue: Issue): issue is PullRequestIssue {
  return issue.pull !== null;
}

function mergeMessage({number, title, pull}: PullRequestIssue): string {
  return `Merge pull request #${number} from ${pull.headOwner.login}/${pull.headRef}\n\n${title}`;
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + separator.length)];
}
