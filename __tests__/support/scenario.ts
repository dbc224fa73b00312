import {mkdir, mkdtemp, rm, symlink} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach} from '@jest/globals';
import {
  startRegistryEmulator,
  type EmulatorOptions,
  type RegistryEmulator
} from '../../src/emulator/index.js';
import {write, writeGit, type CheckoutSettings} from './checkout.js';
import {startFakeGitHub, TOKENS, type FakeGitHub} from './fake-github.js';
import {CREDENTIALS, PLAN_KEY, texts, type Tree} from './inputs.js';
import {runAction, type RunContext, type RunResult} from './runner.js';

export {CREDENTIALS, PLAN_KEY, type Tree} from './inputs.js';
export {TOKENS} from './fake-github.js';
export {ZERO_SHA} from '../../src/stand-ins/github/state.js';

export interface RunSettings {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly token?: string;
  readonly node?: string;
  readonly runId?: number;
  readonly runAttempt?: number;
  readonly matrix?: Readonly<Record<string, unknown>>;
  readonly timeoutMs?: number;
  /** Kills the run. */
  readonly signal?: AbortSignal;
  /** Cancels the run as the runner does. */
  readonly cancel?: AbortSignal;
  /** The files that are checked out, where they are not those of the commit. */
  readonly tree?: Tree;
  readonly checkout?: CheckoutSettings;
  /** The job and the step's id, where a workflow has several. */
  readonly job?: string;
  readonly action?: string;
  /** Variables of the runner beside the usual ones. */
  readonly env?: Readonly<Record<string, string>>;
  /** Another address of the same GitHub. */
  readonly apiUrl?: string;
}

type EventContext = Pick<RunContext, 'eventName' | 'event' | 'sha' | 'ref'>;

/** A repository on a GitHub that checks every exchange, an account with a registry, and a runner: all that a workflow has. */
export class Scenario {
  private constructor(
    readonly github: FakeGitHub,
    readonly registry: RegistryEmulator,
    private readonly folder: string
  ) {}

  static async start(
    options: EmulatorOptions = {},
    gitHub: Parameters<typeof startFakeGitHub>[0] = {}
  ): Promise<Scenario> {
    const [github, registry, folder] = await Promise.all([
      startFakeGitHub(gitHub),
      startRegistryEmulator(options),
      mkdtemp(join(tmpdir(), 'zis-scenario-'))
    ]);
    github.push('main', {'README.md': 'Our integrations'});
    const scenario = new Scenario(github, registry, folder);
    running.push(scenario);
    return scenario;
  }

  /** Commits the files to the default branch. */
  push(tree: Tree): {before: string; after: string; tree: Tree} {
    return {...this.github.push('main', texts(tree)), tree};
  }

  /** Pushes to the default branch and runs the workflow for it. */
  async pushAndRun(tree: Tree, settings: RunSettings = {}): Promise<RunResult> {
    return this.runPush(this.push(tree), settings);
  }

  async runPush(
    {before, after, tree}: ReturnType<Scenario['push']>,
    settings: RunSettings = {}
  ): Promise<RunResult> {
    const event = this.github.pushEvent({ref: 'refs/heads/main', before, after});
    return this.run({eventName: 'push', event, sha: after, ref: 'refs/heads/main'}, {tree, ...settings});
  }

  /** Opens a pull request from a new branch that holds these files. */
  openPullRequest(tree: Tree, branch = 'change'): number {
    this.github.branch(branch, this.github.commit(texts(tree), this.github.tip('main')));
    return this.github.openPullRequest({head: branch, title: 'Change'}).number;
  }

  /** Pushes another commit to a pull request's branch. */
  pushToPullRequest(tree: Tree, branch = 'change'): void {
    this.github.branch(branch, this.github.commit(texts(tree), this.github.tip(branch)));
  }

  /**
   * Runs the workflow for a pull request: with the trial merge checked out, or what `pull_request_target` needs,
   * the head.
   */
  async runPullRequest(
    number: number,
    tree?: Tree,
    settings: RunSettings & {action?: string; eventName?: string} = {}
  ): Promise<RunResult> {
    const {action = 'synchronize', eventName = 'pull_request', ...rest} = settings;
    const context = this.pullRequestContext(number, {action, eventName});
    const isTarget = eventName === 'pull_request_target';
    const checkout = isTarget ? {sha: this.github.headSha(this.github.pullRequest(number))} : {};
    return this.run(context, {...(tree === undefined ? {} : {tree}), checkout, ...rest});
  }

  /** The event of a pull request, with the commit and the ref that GitHub gives its runs. */
  pullRequestContext(
    number: number,
    {action = 'synchronize', eventName = 'pull_request'}: {action?: string; eventName?: string} = {}
  ): EventContext {
    const issue = this.github.pullRequest(number);
    const event = this.github.pullRequestEvent(number, action);
    const {baseRef, mergeSha} = issue.pull;
    if (eventName === 'pull_request_target')
      return {eventName, event, sha: this.github.tip(baseRef), ref: `refs/heads/${baseRef}`};
    const sha = mergeSha ?? this.github.trialMerge(issue) ?? this.github.headSha(issue);
    return {eventName, event, sha, ref: `refs/pull/${number}/merge`};
  }

  /** Runs the Action for any event, with the event's commit checked out. */
  async run(context: EventContext, settings: RunSettings = {}): Promise<RunResult> {
    const {inputs = {}, token = TOKENS.full, tree, checkout = {}, action, job, ...others} = settings;
    const {runId, runAttempt, env, apiUrl = this.github.apiUrl, ...options} = others;
    const workspace = join(this.folder, `workspace-${(this.runs += 1)}`);
    await this.checkOut(workspace, checkout.sha ?? context.sha, {tree, checkout});
    const {serverUrl, repository} = this.github;
    const known = defined({job, runId, runAttempt});
    const result = await runAction({
      inputs: {...CREDENTIALS, 'plan-key': PLAN_KEY, 'registry-url': this.registry.url, ...inputs},
      context: {...context, repository, apiUrl, serverUrl, token, workspace, ...known},
      extraEnv: {...(action === undefined ? {} : {GITHUB_ACTION: action}), ...env},
      ...defined(options)
    });
    this.results.push(result);
    return result;
  }

  private async checkOut(
    workspace: string,
    sha: string,
    {tree, checkout}: {readonly tree: Tree | undefined; readonly checkout: CheckoutSettings}
  ): Promise<void> {
    const {path = '', without = []} = checkout;
    const folder = join(workspace, path);
    await mkdir(folder, {recursive: true});
    const files = Object.entries(tree === undefined ? this.filesOf(sha) : texts(tree));
    const present = files.filter(([file]) => !without.includes(file));
    await write(Object.fromEntries(present.map(([file, text]) => [join(folder, file), text])));
    const links = tree === undefined ? this.linksOf(sha) : [];
    for (const [link, target] of links) await symlink(target, join(folder, link));
    await writeGit(folder, sha, checkout);
  }

  /** `METHOD path` of every registry request that could change something, since the last call of this. */
  takeWrites(): string[] {
    const writes = this.registry.requests.slice(this.seen).filter(({method}) => method !== 'GET');
    this.seen = this.registry.requests.length;
    return writes.map(({method, path}) => `${method} ${path.replace('/api/services/zis/registry/', '')}`);
  }

  /** Names of the registered bundles, sorted. */
  registeredNames(): string[] {
    return this.registry
      .bundles()
      .map(({name}) => name as string)
      .sort();
  }

  /** The body of the only comment on a pull request. */
  onlyComment(number: number): string {
    const [comment, ...others] = this.github.commentsOn(number);
    if (comment === undefined || others.length > 0)
      throw new Error(`expected one comment, found ${others.length + (comment ? 1 : 0)}`);
    return comment.body;
  }

  /** The files of a commit; none of one that the repository does not have. */
  private filesOf(sha: string): Record<string, string> {
    const {git} = this.github;
    if (git.commit(sha) === null) return {};
    const files = [...git.filesOf(sha)].filter(([, {mode}]) => mode === '100644');
    return Object.fromEntries(
      files.map(([path, file]) => [path, Buffer.from(git.blob(file.sha) ?? '').toString('utf8')])
    );
  }

  /** Where the symbolic links of a commit lead, by path. */
  private linksOf(sha: string): readonly (readonly [string, string])[] {
    const {git} = this.github;
    if (git.commit(sha) === null) return [];
    const links = [...git.filesOf(sha)].filter(([, {mode}]) => mode === '120000');
    return links.map(([path, {sha: blob}]) => [path, Buffer.from(git.blob(blob) ?? '').toString('utf8')]);
  }

  async close(): Promise<void> {
    await Promise.all(this.results.map((result) => result.dispose()));
    await Promise.all([this.registry.close(), rm(this.folder, {recursive: true, force: true})]);
  }

  private readonly results: RunResult[] = [];
  private seen = 0;
  private runs = 0;
}

const running: Scenario[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((scenario) => scenario.close()));
});

/** What of it is given. */
function defined<T extends object>(settings: T): {[K in keyof T]: Exclude<T[K], undefined>} {
  const given = Object.entries(settings).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as {[K in keyof T]: Exclude<T[K], undefined>};
}
