import {BoundedWorker, type Answer} from '../worker/bounded-worker.js';
import type {JqOutput, JqTask} from '../worker/tasks.js';

export type {JqOutput, JqTask} from '../worker/tasks.js';

/** Why jq was not run to its end. */
export type NotRun =
  /** It took longer than a program may. */
  | 'late'
  /** It took more memory than a program may. */
  | 'memory'
  /** The programs before it have used the time that all of them have together. */
  | 'no-time'
  /** jq itself broke down. */
  | 'broken'
  /** There is no jq on this machine, or no worker for it. */
  | 'unavailable';

export type JqAnswer =
  ({readonly kind: 'done'} & JqOutput) | {readonly kind: 'not-run'; readonly why: NotRun};

/** Runs jq in a thread of its own. */
export interface JqRunner {
  /** One answer a task, in their order. Never rejects; what a program does wrong is in its output. */
  run(tasks: readonly JqTask[]): Promise<readonly JqAnswer[]>;
  /** Ends the thread. To be called when a runner is no longer needed; it starts again when it is. */
  close(): Promise<void>;
}

export interface JqLimits {
  /** Milliseconds that one program may take. */
  readonly program?: number;
  /** Milliseconds that all programs of this runner may take together. */
  readonly all?: number;
}

const PROGRAM_MS = 2_000;
const ALL_MS = 20_000;

/**
 * jq compiles and runs what a stranger may have written, and a few bytes can keep it busy for ever: a thread with a
 * deadline does it, and is terminated when it is late. It starts with the first task, so that a run without jq programs
 * pays nothing.
 *
 * @param worker the thread; a new one unless several runners, each with its own time, are to share it
 */
export function createJqRunner(
  {program = PROGRAM_MS, all = ALL_MS}: JqLimits = {},
  worker = new BoundedWorker('jq')
): JqRunner {
  let left = all;
  const runOne = async (task: JqTask): Promise<JqAnswer> => {
    if (left <= 0) return {kind: 'not-run', why: 'no-time'};
    const started = performance.now();
    const limit = Math.min(program, left);
    const answer = answerOf(await worker.ask(task, limit));
    left -= performance.now() - started;
    const isOut = answer.kind === 'not-run' && answer.why === 'late' && limit < program;
    return isOut ? {kind: 'not-run', why: 'no-time'} : answer;
  };
  return {
    async run(tasks) {
      const answers: JqAnswer[] = [];
      for (const task of tasks) answers.push(await runOne(task));
      return answers;
    },
    close: () => worker.close()
  };
}

function answerOf(answer: Answer<JqOutput>): JqAnswer {
  if (answer.kind === 'done') return {kind: 'done', ...answer.output};
  return {kind: 'not-run', why: answer.kind === 'failed' ? 'broken' : answer.kind};
}
