import {createMatcher} from '../../src/bundle/patterns.js';
import {UserError} from '../../src/errors.js';
import {loadInputs} from '../../src/inputs/load.js';
import {inWorkspace} from '../../src/job/applied-commit.js';
import type {Event} from '../../src/job/command.js';
import {outputsOf} from '../../src/job/outcome.js';
import type {RunRecord} from '../../src/job/record.js';
import type {Annotation, Checkout, Clock, Files, GitHub} from '../../src/ports.js';
import {run} from '../../src/run/run.js';
import type {Site} from '../../src/stand-ins/github/bodies/common.js';
import {
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent
} from '../../src/stand-ins/github/events.js';
import type {GitHubStateOptions, Merge, MergeOptions} from '../../src/stand-ins/github/state-options.js';
import {plainEngine} from './flow-engine.js';
import {MemoryGitHub} from './memory-github.js';
import {MemoryRegistry} from './memory-registry.js';
import {fakeClock, memoryLog} from './ports.js';
import {CREDENTIALS, PLAN_KEY, texts, type Tree} from './inputs.js';

export {PLAN_KEY, type Tree} from './inputs.js';

export interface MemoryRun {
  readonly record: RunRecord;
  readonly outputs: Readonly<Record<string, string>>;
  /** The failure's words; empty when it passed. */
  readonly failure: string;
  /** The texts of the record's notices and warnings, and of the log. */
  readonly said: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** What was written, by name. */
  readonly files: ReadonlyMap<string, string>;
}

export interface MemoryRunSettings {
  readonly inputs?: Readonly<Record<string, string>>;
  /** false: there is no github-token. */
  readonly token?: boolean;
  /** What is checked out, where it is not the event's commit. */
  readonly tree?: Tree;
  /** The checkout's commit, where it is not the event's. */
  readonly sha?: string;
  /** The checkout, where it is another than one of `sha` in the workspace; null for none. */
  readonly checkout?: Partial<Checkout> | null;
  /** Which step of which workflow; the same one for all runs that do not say. */
  readonly step?: string;
}

/**
 * A repository on a GitHub in memory, an account with a registry in memory, and the sequence of a run without a
 * process: what the Action does between its inputs and its outputs.
 */
export class MemoryWorkflow {
  private readonly time = movingClock();
  readonly github: MemoryGitHub;
  readonly registry = new MemoryRegistry();
  private readonly site: Site;
  private readonly trees = new Map<string, Tree>();
  private runs = 0;
  /** What runs have written, by path: a later one may read it. */
  readonly kept = new Map<string, string>();
  /** What the run that is at work has written so far, by name. */
  written: ReadonlyMap<string, string> = new Map();

  /** @param inputs of every run */
  constructor(
    private readonly inputs: Readonly<Record<string, string>> = {},
    options: GitHubStateOptions = {}
  ) {
    this.github = new MemoryGitHub(() => this.time.now(), options);
    const {state} = this.github;
    this.site = {state, apiUrl: 'https://api.github.com', serverUrl: 'https://github.com'};
    state.push('main', {'README.md': 'Our integrations'});
  }

  /** Commits the files, and no others, on top of a branch. */
  push(tree: Tree, branch = 'main'): {before: string; after: string} {
    const pushed = this.github.state.push(branch, texts(tree));
    this.trees.set(pushed.after, tree);
    return pushed;
  }

  pushAndRun(tree: Tree, settings: MemoryRunSettings = {}): Promise<MemoryRun> {
    return this.runPush(this.push(tree), settings);
  }

  runPush(
    {before, after}: {readonly before: string; readonly after: string},
    settings: MemoryRunSettings & {branch?: string} = {}
  ): Promise<MemoryRun> {
    const {branch = 'main', ...rest} = settings;
    const ref = `refs/heads/${branch}`;
    return this.run('push', pushEvent(this.site, {ref, before, after}), after, {ref, ...rest});
  }

  /** Opens a pull request from a new branch at main's tip that holds these files. */
  openPullRequest(tree: Tree, branch = 'change', base = 'main'): number {
    const {state} = this.github;
    this.push(tree, this.branchAt(branch, state.tip(base)));
    return state.openPullRequest({head: branch, base, title: 'Change'}).number;
  }

  /** Runs the workflow for a pull request, with the trial merge checked out. */
  runPullRequest(
    number: number,
    {action = 'synchronize', ...settings}: MemoryRunSettings & {action?: string} = {}
  ): Promise<MemoryRun> {
    const {state} = this.github;
    const issue = state.pullRequest(number);
    const sha =
      issue.state === 'open' ? state.trialMerge(issue) : (issue.pull.mergeSha ?? state.headSha(issue));
    if (sha === null) throw new Error(`Pull request ${number} conflicts with its base.`);
    const event = pullRequestEvent(this.site, number, action);
    return this.run('pull_request', event, sha, {ref: `refs/pull/${number}/merge`, ...settings});
  }

  /** Opens a pull request with these files and plans it. */
  async propose(tree: Tree, branch = 'change', settings: MemoryRunSettings = {}): Promise<number> {
    const number = this.openPullRequest(tree, branch);
    await this.runPullRequest(number, settings);
    return number;
  }

  merge(number: number, options: MergeOptions = {}): Merge {
    return this.github.state.merge(number, options);
  }

  /** Merges a pull request and runs the workflow for the push. */
  mergeAndRun(
    number: number,
    settings: MemoryRunSettings = {},
    options: MergeOptions = {}
  ): Promise<MemoryRun> {
    const {before, mergeSha: after} = this.merge(number, options);
    return this.runPush({before, after}, settings);
  }

  /** Puts a pull request into the merge queue and runs the workflow for what would be merged. */
  runMergeGroup(number: number, settings: MemoryRunSettings = {}): Promise<MemoryRun> {
    const event = mergeGroupEvent(this.site, number);
    const {head_sha: sha, head_ref: ref} = event['merge_group'] as {head_sha: string; head_ref: string};
    return this.run('merge_group', event, sha, {ref, ...settings});
  }

  /** A scheduled run at main's tip. */
  runSchedule(settings: MemoryRunSettings = {}): Promise<MemoryRun> {
    const sha = this.github.state.tip('main');
    return this.run('schedule', scheduleEvent(this.site), sha, {ref: 'refs/heads/main', ...settings});
  }

  async run(
    name: string,
    payload: object,
    sha: string,
    settings: MemoryRunSettings & {readonly ref: string}
  ): Promise<MemoryRun> {
    const {inputs = {}, token = true, ref, sha: head = sha} = settings;
    this.runs += 1;
    this.time.tick();
    const {owner, repo} = this.github.state;
    const repository = `${owner.login}/${repo}`;
    const event: Event = {
      name,
      payload,
      ref,
      sha,
      repository,
      step: settings.step ?? 'zis'
    };
    const {log, runner, summary, annotations} = observers();
    const files = memoryFiles(settings.tree ?? this.treeOf(head), head, settings.checkout, this.kept);
    this.written = files.written;
    const github: GitHub | null = token ? this.github : null;
    const {registry} = this;
    const given = {...BASE_INPUTS, ...this.inputs, ...inputs};
    const result = await run(
      await loadInputs((input) => given[input] ?? '', files),
      event,
      {
        repositoryUrl: '',
        url: `https://github.com/acme/zis/actions/runs/${this.runs}`,
        id: `${this.runs}/1`
      },
      {
        ...{files, github, history: github, runner, log, clock: this.time},
        deadline: () => Infinity,
        openRegistry: () => Promise.resolve(registry),
        openFlowEngine: () => Promise.resolve(plainEngine()),
        jq: () => Promise.reject(new Error('these bundles have no jq programs'))
      }
    );
    const {command, record, ...published} = result;
    const {failure} = record;
    return {
      record,
      outputs: outputsOf(command, record, published),
      failure: failure === null ? '' : `${failure.message}. ${failure.hint}`,
      said: log.lines.join('\n'),
      summary: summary.join('\n'),
      annotations,
      files: files.written
    };
  }

  /** The body of the only comment on a pull request. */
  onlyComment(number: number): string {
    const [comment, ...others] = this.github.state.commentsOn(number);
    if (comment === undefined || others.length > 0) throw new Error('expected one comment');
    return comment.body;
  }

  /** The names of the registered bundles, sorted. */
  registeredNames(): string[] {
    return [...this.registry.bundles.values()].map(({name}) => name as string).sort();
  }

  private branchAt(branch: string, sha: string): string {
    this.github.state.branch(branch, sha);
    return branch;
  }

  /** A merged tree is read back from git: it has the files of both sides. */
  private treeOf(sha: string): Tree {
    const {git} = this.github.state;
    const files = [...git.filesOf(sha)].map(([path, file]): [string, string] => [
      path,
      Buffer.from(git.blob(file.sha) ?? '').toString('utf8')
    ]);
    return this.trees.get(sha) ?? Object.fromEntries(files);
  }
}

const BASE_INPUTS: Readonly<Record<string, string>> = {
  ...CREDENTIALS,
  'plan-key': PLAN_KEY,
  'github-token': 'ghs_memory'
};

/** Records are put in order by their seconds: every run takes some. */
function movingClock(): Clock & {tick(): void} {
  const clock = fakeClock();
  let ticks = 0;
  const start = Date.parse('2026-11-26T09:00:00Z');
  return {...clock, now: () => start + clock.now() + ticks * 10_000, tick: () => void (ticks += 1)};
}

function observers() {
  const summary: string[] = [];
  const annotations: Annotation[] = [];
  return {
    log: memoryLog(),
    summary,
    annotations,
    runner: {
      annotate: (annotation: Annotation) => void annotations.push(annotation),
      writeSummary: (text: string) => {
        summary.push(text);
        return Promise.resolve();
      }
    }
  };
}

function memoryFiles(
  tree: Tree,
  sha: string,
  given: Partial<Checkout> | null = {},
  kept: Map<string, string>
): Files & {readonly written: Map<string, string>} {
  const written = new Map<string, string>();
  const checkout: Checkout = {root: '', sha, origin: 'acme/zis-integrations', fault: '', ...given};
  const content = Object.fromEntries(
    Object.entries(texts(tree)).map(([path, text]) => [inWorkspace(checkout, path), text])
  );
  return {
    written,
    find: (patterns) => {
      const matcher = createMatcher(patterns);
      const found = Object.entries(content).filter(([path]) => matcher.matches(path));
      const files = found.map(([path, text]) => {
        const bytes = Buffer.from(text);
        return {path, bytes: bytes.byteLength, read: () => Promise.resolve(bytes)};
      });
      return Promise.resolve(files.sort((a, b) => (a.path < b.path ? -1 : 1)));
    },
    checkouts: () => Promise.resolve(given === null ? [] : [checkout]),
    leftOut: (paths) => Promise.resolve(paths.filter((path) => !Object.hasOwn(content, path))),
    read: (path) => {
      const text = kept.get(path);
      if (text === undefined)
        return Promise.reject(new UserError('invalid-inputs', `${path} cannot be read`, ''));
      return Promise.resolve(Buffer.from(text));
    },
    write: (name, text) => {
      written.set(name, text);
      kept.set(`/tmp/${name}`, text);
      return Promise.resolve(`/tmp/${name}`);
    }
  };
}
