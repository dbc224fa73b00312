import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {afterEach} from '@jest/globals';
import {parse} from 'yaml';
import {asText, holds, interpolate, type Contexts, type Status} from './expressions.js';
import type {RunResult} from './runner.js';
import type {Scenario, Tree} from './scenario.js';

/** The part of a workflow file that decides what runs. */
export interface Workflow {
  readonly on: unknown;
  readonly permissions?: Permissions;
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly environment?: string;
  readonly permissions?: Permissions;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly strategy?: {readonly matrix?: unknown};
  readonly steps: readonly Step[];
}

export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
}

type Permissions = Readonly<Record<string, 'read' | 'write' | 'none'>>;

export interface WorkflowEvent {
  readonly eventName: string;
  readonly event: Readonly<Record<string, unknown>>;
  readonly sha: string;
  readonly ref: string;
}

export interface WorkflowOptions {
  readonly event: WorkflowEvent;
  /** The checkout. */
  readonly tree: Tree;
  readonly secrets: Readonly<Record<string, string>>;
  /** The variables of an environment. */
  readonly vars?: (environment: string) => Readonly<Record<string, string>>;
  /** The registry of an account. */
  readonly registryUrl: (subdomain: string) => string;
  /** The token of a job. */
  readonly token: (job: string) => string;
  /** For steps with `run`: a folder with programs that stand in for the runner's, and more variables. */
  readonly shell?: {readonly path: string; readonly env: Readonly<Record<string, string>>};
}

/** One job that ran, or was skipped; each job of a matrix is one. */
export interface JobRun {
  readonly job: string;
  readonly matrix: Readonly<Record<string, unknown>> | null;
  readonly result: 'success' | 'failure' | 'skipped';
  /** The runs of this action, in order. */
  readonly runs: readonly RunResult[];
  /** What its `run` steps printed. */
  readonly log: string;
  /** The `uses` of steps with another action than this one. */
  readonly others: readonly string[];
  /** Where its `run` steps ran. */
  readonly folder: string;
  readonly outputs: Readonly<Record<string, string>>;
}

export function readWorkflow(text: string): Workflow {
  return parse(text) as Workflow;
}

/** Whether a step is of this action. */
export function isOurs({uses = ''}: Step): boolean {
  return uses.includes('/zis-bundles@');
}

/**
 * Runs a workflow's jobs for one event, one after the other in the order of the file: conditions, matrices and
 * expressions as GitHub has them, steps of this action through the runner, `run` steps in bash. Other actions
 * are only noted.
 */
export async function runWorkflow(
  workflow: Workflow,
  scenario: Scenario,
  options: WorkflowOptions
): Promise<JobRun[]> {
  const done: JobRun[] = [];
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const needed = [job.needs ?? []].flat();
    const needs = Object.fromEntries(
      needed.map((id) => [id, summaryOf(done.filter((run) => run.job === id))])
    );
    const status = statusOf(Object.values(needs).map(({result}) => result));
    const contexts = {...contextsOf(job, name, scenario, options), needs};
    if (holds(job.if, contexts, status)) {
      for (const matrix of matricesOf(job, contexts)) {
        done.push(await runJob(name, job, matrix, contexts, scenario, options));
      }
    } else {
      done.push({
        job: name,
        matrix: null,
        result: 'skipped',
        runs: [],
        log: '',
        others: [],
        folder: '',
        outputs: {}
      });
    }
  }
  return done;
}

function summaryOf(runs: readonly JobRun[]): Pick<JobRun, 'result' | 'outputs'> {
  const worst = (['failure', 'success', 'skipped'] as const).find((each) =>
    runs.some(({result}) => result === each)
  );
  return {result: worst ?? 'skipped', outputs: runs.at(-1)?.outputs ?? {}};
}

function statusOf(results: readonly string[]): Status {
  return {success: results.every((result) => result === 'success'), failure: results.includes('failure')};
}

function contextsOf(job: Job, name: string, scenario: Scenario, options: WorkflowOptions): Contexts {
  const {eventName, event, sha, ref} = options.event;
  const github = {event_name: eventName, event, sha, ref, token: options.token(name)};
  return {
    github: {...github, repository: scenario.github.repository},
    secrets: options.secrets,
    vars: options.vars?.(job.environment ?? '') ?? {},
    inputs: (event as {inputs?: Readonly<Record<string, unknown>> | null}).inputs ?? {},
    steps: {},
    matrix: null
  };
}

function matricesOf({strategy}: Job, contexts: Contexts): (Record<string, unknown> | null)[] {
  if (strategy?.matrix === undefined) return [null];
  const matrix = strategy.matrix;
  const {include} = (typeof matrix === 'string' ? interpolate(matrix, contexts) : matrix) as {
    include: Record<string, unknown>[];
  };
  return include;
}

async function runJob(
  name: string,
  job: Job,
  matrix: JobRun['matrix'],
  outer: Contexts,
  scenario: Scenario,
  options: WorkflowOptions
): Promise<JobRun> {
  const folder = await mkdtemp(join(tmpdir(), 'zis-job-'));
  folders.push(folder);
  const steps: Record<string, {outputs: Readonly<Record<string, string>>}> = {};
  const contexts = {...outer, matrix, steps};
  const [runs, others]: [RunResult[], string[]] = [[], []];
  let failed = false;
  let log = '';
  for (const step of job.steps) {
    if (!holds(step.if, contexts, {success: !failed, failure: failed})) continue;
    if (isOurs(step)) {
      const run = await runOurs(step, name, matrix, contexts, scenario, options);
      runs.push(run);
      if (step.id !== undefined) steps[step.id] = {outputs: run.outputs};
      failed ||= run.exitCode !== 0;
    } else if (step.run !== undefined) {
      const script = await runScript(step.run, filled(step.env, contexts), folder, options);
      failed ||= script.failed;
      log += script.log;
    } else if (step.uses !== undefined) {
      others.push(step.uses.replace(/@.*/, ''));
    }
  }
  const outputs = filled(job.outputs, contexts);
  const result = failed ? 'failure' : 'success';
  return {job: name, matrix, result, runs, log, others, folder, outputs};
}

/** What the recipe does not give is not given: the scenario's own credentials are taken away. */
function runOurs(
  step: Step,
  job: string,
  matrix: JobRun['matrix'],
  contexts: Contexts,
  scenario: Scenario,
  {event, tree, token, registryUrl}: WorkflowOptions
): Promise<RunResult> {
  const given = filled(step.with, contexts);
  const {subdomain = ''} = given;
  const none = {subdomain: '', email: '', 'api-token': ''};
  const inputs = {...none, ...given, 'registry-url': subdomain === '' ? '' : registryUrl(subdomain)};
  return scenario.run(event, {inputs, tree, token: token(job), ...(matrix === null ? {} : {matrix})});
}

async function runScript(
  script: string,
  env: Readonly<Record<string, string>>,
  cwd: string,
  {shell}: WorkflowOptions
): Promise<{failed: boolean; log: string}> {
  const PATH = [shell?.path ?? '', process.env['PATH'] ?? ''].filter(Boolean).join(delimiter);
  const bash = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    env: {PATH, ...env, ...shell?.env},
    stdio: ['ignore', 'pipe', 'pipe']
  });
  let log = '';
  for (const stream of [bash.stdout, bash.stderr])
    stream.on('data', (text: Buffer) => (log += text.toString()));
  const [exitCode] = (await once(bash, 'close')) as [number | null];
  return {failed: exitCode !== 0, log};
}

function filled(
  values: Readonly<Record<string, unknown>> | undefined,
  contexts: Contexts
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [name, asText(interpolate(asText(value), contexts))])
  );
}

const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, {recursive: true, force: true})));
});
