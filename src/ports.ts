import type {JsonObject} from './bundle/json-types.js';
import type {Line} from './visible.js';

/** A registered bundle as the list endpoint gives it: without its resources. */
export interface BundleSummary {
  readonly uuid: string;
  readonly name: string;
  readonly integration: string;
}

/** A job spec that the registry knows, as its list gives it. */
export interface JobSpecStatus {
  /** `properties.name` of the resource, unqualified. */
  readonly name: string;
  readonly integration: string;
  /** Whether events start its flow now. */
  readonly installed: boolean;
}

/** What a read is for. */
export interface ReadUse {
  /** Whether it completes a write: it goes before others, and is sent a little after the step's time too. */
  readonly completes?: boolean;
}

/**
 * The ZIS Registry of one account. Every method throws a RegistryError for what the registry answers and
 * for a registry that cannot be reached.
 */
export interface Registry {
  /** All bundles of an integration, through all pages; null when the registry does not know the integration. */
  list(integration: string, use?: ReadUse): Promise<readonly BundleSummary[] | null>;
  /** The whole bundle, or null when there is none with this uuid. */
  show(integration: string, uuid: string, use?: ReadUse): Promise<JsonObject | null>;
  /** Creates the bundle or replaces the one of its name. */
  upload(integration: string, bundle: JsonObject): Promise<void>;
  /** Deletes the bundle; one that is not there counts as deleted. */
  delete(integration: string, uuid: string): Promise<void>;
  /** All job specs of an integration, through all pages; null where the account does not serve this list. */
  listJobSpecs(integration: string, use?: ReadUse): Promise<readonly JobSpecStatus[] | null>;
  /** Completes an upload: see ReadUse. @param qualifiedName `zis:{integration}:job_spec:{name}` */
  installJobSpec(qualifiedName: string): Promise<void>;
  /** One that is not installed counts as uninstalled. @param qualifiedName as for installJobSpec */
  uninstallJobSpec(qualifiedName: string): Promise<void>;
  /**
   * Takes back what was made in the account to get in, such as tokens; left out where nothing is.
   *
   * @returns what could not be taken back, as sentences
   */
  close?(): Promise<readonly string[]>;
}

export interface IssueComment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
  /** null for a deleted account. */
  readonly author: {readonly login: string; readonly isBot: boolean} | null;
}

export interface PullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly baseSha: string;
  /** The branch that it is, or is to be, merged into. */
  readonly baseRef: string;
  readonly mergeCommitSha: string | null;
  readonly state: 'open' | 'closed';
  readonly merged: boolean;
}

/** A file in a commit's tree. */
export interface TreeFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  /** The git blob's SHA-1; of a symbolic link the blob is the path that it leads to. */
  readonly sha: string;
  readonly isLink: boolean;
  /** The size of its content; left out where it is not known. */
  readonly bytes?: number;
}

/** What a commit holds. */
export interface CommitTree {
  /** Sorted by path; submodules are left out. */
  readonly files: readonly TreeFile[];
  /** Whether no folder was left out: GitHub lists a very large tree only in parts. */
  readonly isWhole: boolean;
}

/** How one commit, the head, stands to another, the base. */
export interface Comparison {
  /** `ahead`: the head descends from the base; `behind`: the base from the head. */
  readonly status: 'identical' | 'ahead' | 'behind' | 'diverged';
  /** The newest commit that both have. */
  readonly mergeBaseSha: string;
  /** What the head has and the base has not. */
  readonly commits: readonly string[];
  /** Whether `commits` has all of them: GitHub names the first 250. */
  readonly hasAllCommits: boolean;
}

/** A record of one apply: GitHub's deployment of a commit to an environment. */
export interface Deployment {
  readonly id: number;
  /** The commit that was, or was to be, applied. */
  readonly sha: string;
  /** What its creator put there; null when that is no JSON object. */
  readonly payload: JsonObject | null;
  /** The login; null for a deleted account. */
  readonly creator: string | null;
  /** Milliseconds since the epoch, to the second. */
  readonly createdAt: number;
  /** As createdAt; a new status counts as an update. */
  readonly updatedAt: number;
}

export interface DeploymentStatus {
  /** As GitHub names it: also `inactive`, which a later success of the environment gives it. */
  readonly state: string;
  /** Milliseconds since the epoch, to the second. */
  readonly createdAt: number;
}

export interface NewDeployment {
  /** The commit. */
  readonly sha: string;
  readonly environment: string;
  readonly task: string;
  readonly description: string;
  readonly payload: JsonObject;
}

export type DeploymentState = 'in_progress' | 'success' | 'failure';

export interface NewDeploymentStatus {
  readonly state: DeploymentState;
  /** At most 140 characters (GitHub REST, Create a deployment status). */
  readonly description: string;
  /** The workflow run's page; empty when unknown. */
  readonly logUrl: string;
}

/** An issue that is no pull request. */
export interface Issue {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly author: IssueComment['author'];
}

/** The repository's earlier commits: GitHub's API, or git itself. */
export interface History {
  /**
   * What the commit holds; null when the commit is not there.
   *
   * @param mayHold which folders matter: where the tree is too large to be had at once, the others are left out
   */
  tree(commitSha: string, mayHold?: (folder: string) => boolean): Promise<CommitTree | null>;
  blob(sha: string): Promise<Uint8Array>;
}

/** Lines of a file, counted from 1, both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** By path. */
export type ChangedLines = ReadonlyMap<string, readonly LineRange[]>;

/** The calls to GitHub, one method a call. Every method throws a GitHubError. */
export interface GitHub extends History {
  /** Whom the token speaks for; null where GitHub does not tell (an Action's own token). */
  login(): Promise<string | null>;
  listComments(pullRequest: number): Promise<readonly IssueComment[]>;
  createComment(pullRequest: number, body: string): Promise<IssueComment>;
  updateComment(id: number, body: string): Promise<IssueComment>;
  deleteComment(id: number): Promise<void>;
  pullRequest(number: number): Promise<PullRequest>;
  /** The lines that a pull request adds or changes, of its first 100 files. */
  changedLines(pullRequest: number): Promise<ChangedLines>;
  pullRequestsOf(commitSha: string): Promise<readonly PullRequest[]>;
  /** null when one of the two is not there, or they have no commit in common. */
  compare(base: string, head: string): Promise<Comparison | null>;
  /** Of all environments, the newest first, one page after the other as they are asked for. */
  deployments(task: string): AsyncIterable<Deployment>;
  /** Every status that a deployment was ever given, newest first. */
  deploymentStatuses(id: number): Promise<readonly DeploymentStatus[]>;
  /** Without required contexts and without merging the default branch into the commit. */
  createDeployment(deployment: NewDeployment): Promise<Deployment>;
  createDeploymentStatus(id: number, status: NewDeploymentStatus): Promise<void>;
  /** Open issues with this label, all pages; pull requests are left out. */
  openIssues(label: string): Promise<readonly Issue[]>;
  createIssue(issue: {
    readonly title: string;
    readonly body: string;
    readonly labels: readonly string[];
  }): Promise<Issue>;
  updateIssue(
    number: number,
    change: {readonly title?: string; readonly body?: string; readonly state?: 'closed'}
  ): Promise<Issue>;
}

/** A file of the workspace. */
export interface WorkspaceFile {
  /** Relative to the workspace, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Throws a UserError when the file cannot be read. */
  read(): Promise<Uint8Array>;
}

/** A git checkout in the workspace. */
export interface Checkout {
  /** Its folder relative to the workspace, with forward slashes; empty for the workspace itself. */
  readonly root: string;
  /** The commit that is checked out; null when it cannot be read. */
  readonly sha: string | null;
  /** `owner/name` of the remote `origin`; null when there is none, or its address names none. */
  readonly origin: string | null;
  /** Why the commit cannot be read; empty when it can. */
  readonly fault: string;
}

/** The workspace and the runner's temporary folder. */
export interface Files {
  /** The files that the patterns match, sorted by path; never through a symbolic link out of the workspace. */
  find(patterns: readonly string[]): Promise<readonly WorkspaceFile[]>;
  /** The git checkouts that hold these folders, each once: of each the nearest above it inside the workspace. */
  checkouts(folders: readonly string[]): Promise<readonly Checkout[]>;
  /**
   * Which of these files of the commit are not in the workspace although nobody means to remove them. In a
   * workflow that is every one that is not there; in a terminal, where work goes on, one that git was told to
   * leave out (a sparse checkout).
   */
  leftOut(paths: readonly string[]): Promise<readonly string[]>;
  /**
   * A file that an input names, relative to the workspace or absolute. Throws a UserError `invalid-inputs` when it
   * cannot be read, or is larger than 256 MB.
   */
  read(path: string): Promise<Uint8Array>;
  /** Writes a file of this name for later steps to read and returns its absolute path. */
  write(name: string, content: string): Promise<string>;
}

export interface Log {
  debug(message: Line): void;
  info(message: Line): void;
  notice(message: Line): void;
  warning(message: Line): void;
  group<T>(title: Line, body: () => Promise<T>): Promise<T>;
}

export interface Clock {
  /** Milliseconds since the epoch, by a clock that only goes forward whatever becomes of the system's. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** From 0 (inclusive) to 1 (exclusive), for jitter. */
  random(): number;
}

/** How a run is told to end before its time. */
export interface Cancellation {
  /** Nothing new is begun once it is given. */
  readonly stop: AbortSignal;
  /** What was sent is not waited for any more once it is given. */
  readonly stopWaiting: AbortSignal;
  /** Everything ends once it is given, what was begun included. */
  readonly giveUp: AbortSignal;
  /** Runs a task whose beginnings are to be completed: while it runs, the others come some seconds after `stop`. */
  completing<T>(task: () => Promise<T>): Promise<T>;
}

/** One mark on a line of a file, as GitHub shows it on a pull request. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: Line;
  readonly message: Line;
  /** The path as git has it, whatever is in it. */
  readonly file: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What a workflow step can show besides its log. */
export interface Runner {
  annotate(annotation: Annotation): void;
  /** Adds Markdown to the job summary; one that cannot be written is said in the log and fails nothing. */
  writeSummary(markdown: string): Promise<void>;
}
