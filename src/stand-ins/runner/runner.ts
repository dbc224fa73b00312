import {spawn, type ChildProcess} from 'node:child_process';
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';

import {inputVariables} from './action-inputs.js';
import {readCommandFile} from './command-file.js';
import {contextVariables} from './context.js';
import type {RunContext} from './context.js';
import {readWorkflowCommands} from './read-workflow-commands.js';
import type {Annotation} from './read-workflow-commands.js';

export type {RunContext} from './context.js';
export type {Annotation} from './read-workflow-commands.js';

export interface RunOptions {
  /** The Node that runs the action; the one that runs this, if not given. */
  readonly node?: string;
  /** The action's main file. */
  readonly dist: string;
  /** Where action.yml is. */
  readonly actionYml: string;
  /** The step's `with`. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The `github` context. */
  readonly context: RunContext;
  readonly matrix?: Readonly<Record<string, unknown>>;
  /** The step's `env`. */
  readonly extraEnv?: Readonly<Record<string, string>>;
  /** 60 seconds if not given. */
  readonly timeoutMs?: number;
  /** Ends the action at once, with SIGKILL: the run then fails as one that takes too long. */
  readonly signal?: AbortSignal;
  /** Cancels the action as the runner does: SIGINT, 7.5 s later SIGTERM, and 2.5 s after that SIGKILL. */
  readonly cancel?: AbortSignal;
}

export interface RunResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
  /** The values that the action asked to mask, in order. */
  readonly masks: readonly string[];
  /** The job summary's Markdown. */
  readonly summary: string;
  /** RUNNER_TEMP: what the action left there can be read until `dispose`. */
  readonly tempDir: string;
  /** Removes everything that the run left behind. */
  dispose(): Promise<void>;
}

/**
 * Runs an action as GitHub's runner would: `node main` in a clean environment, with its inputs, the event and
 * fresh files for its outputs.
 *
 * @throws Error for inputs that action.yml does not have, and when the action does not end in time
 */
export async function runAction(options: RunOptions): Promise<RunResult> {
  const home = await mkdtemp(path.join(tmpdir(), 'zis-runner-'));
  const dispose = () => rm(home, {recursive: true, force: true});
  try {
    const folders = await prepare(home, options.context);
    const ended = await execute(options, await environment(options, folders));
    const read = (file: CommandFile) => readFile(folders.files[file], 'utf8');
    return {
      ...ended,
      ...readWorkflowCommands(ended.stdout),
      outputs: readCommandFile(await read('GITHUB_OUTPUT')),
      summary: await read('GITHUB_STEP_SUMMARY'),
      tempDir: folders.temp,
      dispose
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

const COMMAND_FILES = [
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_STEP_SUMMARY'
] as const;
type CommandFile = (typeof COMMAND_FILES)[number];

interface Folders {
  readonly home: string;
  readonly temp: string;
  readonly tools: string;
  readonly event: string;
  readonly files: Readonly<Record<CommandFile, string>>;
}

const DEFAULT_TIMEOUT_MS = 60_000;

/** The command files do not lie in RUNNER_TEMP, so that only what the action writes is there. */
async function prepare(home: string, {event}: RunContext): Promise<Folders> {
  const named = COMMAND_FILES.map((name) => [name, path.join(home, name.toLowerCase())] as const);
  const folders = {
    home,
    temp: path.join(home, 'temp'),
    tools: path.join(home, 'tools'),
    event: path.join(home, 'event.json'),
    files: Object.fromEntries(named) as Record<CommandFile, string>
  };
  await Promise.all([folders.temp, folders.tools].map((folder) => mkdir(folder)));
  await Promise.all(named.map(([, file]) => writeFile(file, '')));
  await writeFile(folders.event, JSON.stringify(event));
  return folders;
}

async function environment(options: RunOptions, folders: Folders): Promise<Record<string, string>> {
  const {inputs, context, matrix = null, extraEnv = {}} = options;
  const actionYml = await readFile(options.actionYml, 'utf8');
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: folders.home,
    ...contextVariables(context),
    ...folders.files,
    GITHUB_EVENT_PATH: folders.event,
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: folders.tools,
    ...inputVariables(actionYml, inputs, {token: context.token, matrix}),
    ...extraEnv
  };
}

interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function execute(options: RunOptions, env: Record<string, string>): Promise<Ended> {
  const timeout = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const child = spawn(options.node ?? process.execPath, [options.dist], {
    cwd: options.context.workspace,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout,
    ...(options.signal === undefined ? {} : {signal: options.signal}),
    killSignal: 'SIGKILL'
  });
  const release = cancelWith(child, options.cancel);
  const output = {stdout: '', stderr: ''};
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      release();
      if (exitCode !== null) {
        resolve({exitCode, ...output});
        return;
      }
      const why = `The action was ended by ${signal ?? 'a signal'} (it may take ${timeout} ms).`;
      reject(new Error(`${why}\n${output.stdout}\n${output.stderr}`));
    });
  });
}

/** The runner's times (actions/runner, ProcessInvoker.cs). */
const CANCELLATION = [
  ['SIGINT', 0],
  ['SIGTERM', 7500],
  ['SIGKILL', 10_000]
] as const;

/** @returns what ends it: the process is over */
function cancelWith(child: ChildProcess, cancel: AbortSignal | undefined): () => void {
  const timers: NodeJS.Timeout[] = [];
  cancel?.addEventListener('abort', () => {
    for (const [signal, after] of CANCELLATION) {
      if (after === 0) child.kill(signal);
      else timers.push(setTimeout(() => child.kill(signal), after));
    }
  });
  return () => {
    for (const timer of timers) clearTimeout(timer);
  };
}
