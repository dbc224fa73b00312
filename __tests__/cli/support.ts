import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {PassThrough, Writable} from 'node:stream';
import type {JsonValue} from '../../src/bundle/json-types.js';
import {main} from '../../src/cli/cli.js';
import type {Output, Terminal} from '../../src/cli/terminal.js';
import {ROOT} from '../support/runner.js';

export const ENTRY = `${ROOT}dist/cli/index.js`;

/** What the emulator lets in, as the environment has it. */
export function access(url: string): Record<string, string> {
  return {ZIS_REGISTRY_URL: url, ZENDESK_EMAIL: 'admin@example.com', ZENDESK_API_TOKEN: 'demo-api-token'};
}

/** A folder with files, removed by `end`. Objects are written as JSON. */
export class Workspace {
  readonly path = mkdtempSync(join(tmpdir(), 'zis-cli-'));

  constructor(files: Readonly<Record<string, JsonValue>> = {}) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  write(path: string, content: JsonValue): void {
    const file = join(this.path, path);
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }

  remove(path: string): void {
    rmSync(join(this.path, path), {recursive: true});
  }

  git(...args: readonly string[]): string {
    const env = {
      PATH: process.env['PATH'] ?? '',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.com',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.com'
    };
    return execFileSync('git', args, {cwd: this.path, env, encoding: 'utf8', stdio: 'pipe'}).trim();
  }

  /** @returns the new commit */
  commit(message = 'a commit'): string {
    this.git('init', '-q', '-b', 'main');
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }

  end(): void {
    rmSync(this.path, {recursive: true, force: true});
  }
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program as a user would, without a terminal. */
export async function run(
  args: readonly string[],
  {cwd, env = {}}: {readonly cwd: string; readonly env?: Readonly<Record<string, string>>}
): Promise<Ended> {
  const child = start(args, {cwd, env});
  const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)];
  await once(child, 'close');
  return {code: child.exitCode, stdout: stdout(), stderr: stderr()};
}

export function start(
  args: readonly string[],
  {cwd, env = {}}: {readonly cwd: string; readonly env?: Readonly<Record<string, string>>}
): ChildProcess {
  // Whatever becomes of the test, no process outlives it.
  return spawn(process.execPath, [ENTRY, ...args], {
    cwd,
    env: {PATH: process.env['PATH'] ?? '', ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 25_000,
    killSignal: 'SIGKILL'
  });
}

/** What the stream has given so far. */
export function textOf(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}

/** Waits until the text holds what is looked for. */
export async function until(text: () => string, wanted: string | RegExp): Promise<void> {
  const found = (): boolean => (typeof wanted === 'string' ? text().includes(wanted) : wanted.test(text()));
  for (let tries = 0; !found(); tries += 1) {
    if (tries === 600) throw new Error(`never said ${String(wanted)}: ${text()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

export interface FakeOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What a person types when stderr ends in the question. */
  readonly answers?: Readonly<Record<string, string>>;
  readonly columns?: number;
}

/** A terminal with a person at it, in this process. */
export class FakeTerminal implements Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly stdin = Object.assign(new PassThrough(), {isTTY: true});
  readonly stdout: Output;
  readonly stderr: Output;
  interrupt: () => void = () => undefined;
  private readonly seen = {stdout: '', stderr: ''};

  constructor(private readonly options: FakeOptions) {
    this.cwd = options.cwd;
    this.env = {TERM: 'xterm', NO_COLOR: '1', ...options.env};
    this.stdout = this.output('stdout');
    this.stderr = this.output('stderr');
  }

  get out(): string {
    return this.seen.stdout;
  }

  get err(): string {
    return this.seen.stderr;
  }

  run(...args: readonly string[]): Promise<number> {
    return main(args, this);
  }

  onInterrupt(listener: () => void): () => void {
    this.interrupt = listener;
    return () => (this.interrupt = () => undefined);
  }

  private output(name: 'stdout' | 'stderr'): Output {
    const waiting = new Map(Object.entries(this.options.answers ?? {}));
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        this.seen[name] += chunk.toString();
        for (const [question, answer] of name === 'stderr' ? waiting : []) {
          if (!this.seen.stderr.includes(question)) continue;
          waiting.delete(question);
          setImmediate(() => this.stdin.write(answer));
        }
        done();
      }
    });
    return Object.assign(stream, {isTTY: true, columns: this.options.columns ?? 80});
  }
}
