import {existsSync} from 'node:fs';
import {Worker} from 'node:worker_threads';
import type {Message, TaskName, Tasks} from './tasks.js';

/** What came of a task. */
export type Answer<Output> =
  | {readonly kind: 'done'; readonly output: Output}
  /** The worker threw, or ended by itself. */
  | {readonly kind: 'failed'; readonly message: string}
  /** It was not done within its time, or took more memory than it may: the worker was terminated. */
  | {readonly kind: 'late' | 'memory'}
  /** No worker could be started. */
  | {readonly kind: 'unavailable'; readonly message: string};

export interface BoundedWorkerOptions {
  /** The process may grow by so many bytes while a task is done. */
  readonly memory?: number;
  /** The worker's program; another one only in tests. */
  readonly file?: URL;
}

const MEMORY = 384 * 1024 * 1024;
/** How often memory is looked at, in milliseconds. */
const WATCH_EVERY = 20;
/** A worker needs some 50 ms to start, many times that on a busy machine. */
const START_WITHIN = 30_000;

/**
 * A thread for work that a stranger's text decides the length of. It has an empty environment, no input and no
 * output but its answers; it is started with the first task, does one task at a time, and is terminated when one is
 * late or takes too much memory. It never keeps the process alive while it has nothing to do.
 */
export class BoundedWorker<Name extends TaskName> {
  private thread: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly name: Name,
    private readonly options: BoundedWorkerOptions = {}
  ) {}

  /**
   * Never rejects.
   *
   * @param milliseconds how long the task may take, without the time that it waits for others or for the start
   */
  ask(task: Tasks[Name]['task'], milliseconds: number): Promise<Answer<Tasks[Name]['output']>> {
    const answer = this.last.then(() => this.askNow(task, milliseconds));
    this.last = answer;
    return answer;
  }

  /** Starts the thread before there is a task, so that the first one need not wait. */
  warm(): void {
    this.last = this.last.then(async () => {
      const started = this.thread === null ? await this.start() : this.thread;
      // Why it could not be started is told with the first task, which tries again.
      if (typeof started === 'string') return;
      this.thread = started;
      started.unref();
    });
  }

  /** Ends the thread, when its last task is done. It is started again for another one. */
  async close(): Promise<void> {
    await this.last;
    await this.end();
  }

  private async askNow(
    task: Tasks[Name]['task'],
    milliseconds: number
  ): Promise<Answer<Tasks[Name]['output']>> {
    if (this.thread === null) {
      const started = await this.start();
      if (typeof started === 'string') return {kind: 'unavailable', message: started};
      this.thread = started;
    }
    const {thread} = this;
    thread.ref();
    const answered = this.watch(thread, milliseconds, this.options.memory ?? MEMORY);
    thread.postMessage(task);
    const answer = await answered;
    if (answer.ended) await this.end();
    else thread.unref();
    return answer.answer;
  }

  /** @returns why it could not be started, where it could not */
  private async start(): Promise<Worker | string> {
    const file = this.options.file ?? workerFile();
    if (file === null) return 'the file of the worker is missing';
    const thread = openThread(file, this.name);
    const {answer, ended} = await this.watch(thread, START_WITHIN, Infinity);
    if (!ended) return thread;
    await thread.terminate();
    return answer.kind === 'failed' ? answer.message : `it did not start within ${START_WITHIN / 1000} s`;
  }

  /** Waits for the next message, for the end of the thread, or for a limit to be passed. */
  private watch(
    thread: Worker,
    milliseconds: number,
    memory: number
  ): Promise<{answer: Answer<Tasks[Name]['output']>; ended: boolean}> {
    return new Promise((resolve) => {
      // What is freed elsewhere meanwhile is no allowance: growth counts from the least that was seen.
      let least = process.memoryUsage.rss();
      const settle = (answer: Answer<Tasks[Name]['output']>, ended: boolean): void => {
        clearTimeout(late);
        clearInterval(watch);
        thread.off('message', onMessage).off('error', onError).off('exit', onExit);
        resolve({answer, ended});
      };
      const onMessage = (message: Message<Name>): void => {
        if (message.kind === 'output') settle({kind: 'done', output: message.output}, false);
        else settle({kind: 'failed', message: message.kind === 'failed' ? message.message : ''}, false);
      };
      const onError = (error: Error): void => {
        const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        settle(isMemory ? {kind: 'memory'} : {kind: 'failed', message: error.message}, true);
      };
      const onExit = (): void => {
        settle({kind: 'failed', message: 'the worker ended'}, true);
      };
      // This thread may have been busy all the while: an answer that is there already counts.
      const late = setTimeout(() => {
        setImmediate(() => {
          settle({kind: 'late'}, true);
        });
      }, milliseconds);
      const watch = setInterval(() => {
        const rss = process.memoryUsage.rss();
        least = Math.min(least, rss);
        if (rss - least > memory) settle({kind: 'memory'}, true);
      }, WATCH_EVERY);
      thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    });
  }

  private async end(): Promise<void> {
    const {thread} = this;
    this.thread = null;
    await thread?.terminate();
  }
}

/** V8's limits hold for JavaScript's heap; what WebAssembly takes is watched from outside. */
function openThread(file: URL, task: TaskName): Worker {
  return new Worker(file, {
    env: {},
    argv: [],
    execArgv: [],
    stdin: false,
    // Nobody reads these: nothing that it writes reaches the step's log. (Reading would keep the process alive.)
    stdout: true,
    stderr: true,
    workerData: {task},
    resourceLimits: {maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32}
  });
}

/** In dist the worker is beside the programs; `npm run generate` makes one for the sources. */
const PLACES = ['./worker/index.js', '../worker/index.js', '../generated/worker/main.js'];

function workerFile(): URL | null {
  return PLACES.map((place) => new URL(place, import.meta.url)).find((file) => existsSync(file)) ?? null;
}
