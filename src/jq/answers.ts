import type {Outcome} from '../flow-run/ports.js';
import {
  batchesOf,
  canShare,
  resultOf,
  resultsIn,
  type JqPair,
  type JqResult,
  type RunBatch
} from './run-batch.js';
import {createJqRunner, type JqAnswer, type JqRunner, type NotRun} from './run.js';

/** Answers what flows ask of jq. */
export interface JqAnswers {
  /**
   * One outcome a pair, in their order. Never rejects: `jq` with the results, `error` with jq's own words, `stop`
   * where the program could not be run to its end.
   */
  answer(asked: readonly JqPair[]): Promise<readonly Outcome[]>;
  /** Ends jq's thread. */
  close(): Promise<void>;
}

/** How long all programs of one run of the tests may take together, in milliseconds. */
const ALL_MS = 60_000;

/** What is remembered, in characters of programs, inputs and results. */
const MEMORY = 32 * 1024 * 1024;

/** A program that was too late for so many inputs is not tried with another one. */
const MAX_LATE = 3;

/** Runs programs in batches, each pair of program and input once. */
export function createJqAnswers(runner: JqRunner = createJqRunner({all: ALL_MS})): JqAnswers {
  const answers = new Answers(runner);
  return {answer: (asked) => answers.answer(asked), close: () => runner.close()};
}

class Answers {
  private readonly known = new Map<string, Outcome>();
  private size = 0;
  /** How often each program was late or took too much memory. */
  private readonly late = new Map<string, number>();
  /** Programs that failed among others, for which they are run by themselves. */
  private readonly alone = new Set<string>();

  constructor(private readonly runner: JqRunner) {}

  async answer(asked: readonly JqPair[]): Promise<Outcome[]> {
    const found = new Map<string, Outcome>();
    const open = new Map<string, JqPair>();
    for (const pair of asked) {
      const key = keyOf(pair);
      const outcome = this.known.get(key);
      if (outcome === undefined) open.set(key, pair);
      else found.set(key, outcome);
    }
    const keep = (pair: JqPair, outcome: Outcome): void => {
      const key = keyOf(pair);
      found.set(key, outcome);
      this.remember(key, outcome);
    };
    await this.run([...open.values()], keep);
    return asked.map((pair) => found.get(keyOf(pair)) ?? NOT_RUN);
  }

  private async run(pairs: readonly JqPair[], keep: (pair: JqPair, outcome: Outcome) => void): Promise<void> {
    const isShared = new Set(pairs.filter(({program}) => !this.alone.has(program) && canShare(program)));
    const rest = pairs.filter((pair) => !isShared.has(pair));
    for (const batch of batchesOf([...isShared])) {
      const results = await this.batch(batch);
      if (results === null) rest.push(...batch.pairs);
      for (const [at, result] of results?.entries() ?? []) {
        const pair = batch.pairs[at];
        if (pair !== undefined) keep(pair, outcomeOf(result));
      }
    }
    for (const pair of rest) keep(pair, await this.single(pair));
  }

  /** null where the run as a whole came to nothing, so that each pair has to be run by itself. */
  private async batch(batch: RunBatch): Promise<JqResult[] | null> {
    if (batch.pairs.length === 1) return null;
    const answer = await this.ask(batch.task.program, batch.task.input);
    return answer.kind === 'done' && answer.exitCode === 0 ? resultsIn(batch, answer.stdout) : null;
  }

  private async single({program, input}: JqPair): Promise<Outcome> {
    const late = this.late.get(program) ?? 0;
    if (late >= MAX_LATE) return notRun('late');
    const answer = await this.ask(program, input);
    if (answer.kind === 'done') {
      // What does not compile would spoil every batch that it is in.
      if (answer.exitCode === 3) this.alone.add(program);
      return outcomeOf(resultOf(answer));
    }
    if (answer.why === 'late' || answer.why === 'memory') {
      this.late.set(program, late + 1);
      this.alone.add(program);
    }
    return notRun(answer.why);
  }

  private async ask(program: string, input: string | null): Promise<JqAnswer> {
    const [answer] = await this.runner.run([{program, input}]);
    return answer ?? {kind: 'not-run', why: 'broken'};
  }

  /** The oldest are forgotten first. */
  private remember(key: string, outcome: Outcome): void {
    if (outcome.kind === 'stop') return;
    this.known.set(key, outcome);
    this.size += sizeOf(key, outcome);
    for (const [oldest, old] of this.known) {
      if (this.size <= MEMORY) return;
      this.known.delete(oldest);
      this.size -= sizeOf(oldest, old);
    }
  }
}

/** No two pairs have one key: the length says where the program ends. */
function keyOf({program, input}: JqPair): string {
  return `${program.length} ${program}${input}`;
}

function sizeOf(key: string, outcome: Outcome): number {
  const results = outcome.kind === 'jq' ? outcome.results : [];
  return results.reduce((sum, {length}) => sum + length, key.length);
}

function outcomeOf(result: JqResult): Outcome {
  if (result.kind === 'results') return {kind: 'jq', results: result.results};
  return {kind: 'error', Error: null, Cause: result.message};
}

const WHY: Readonly<Record<NotRun, string>> = {
  late: 'it took longer than 2 s',
  memory: 'it took too much memory',
  'no-time': 'the jq programs of the tests before it have used all the time that there is',
  broken: 'jq broke down over it',
  unavailable: 'there is no jq here'
};

function notRun(why: NotRun): Outcome {
  return {kind: 'stop', reason: `the jq program was not run to its end: ${WHY[why]}`};
}

const NOT_RUN = notRun('broken');
