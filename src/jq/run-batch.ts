import {scanJq} from '../rules/analysis/jq-scan.js';
import type {JqTask} from '../worker/tasks.js';

/** A program with one input, JSON text. */
export interface JqPair {
  readonly program: string;
  readonly input: string;
}

/** What a program gave for one input: its results as JSON texts, or the error that it ended with. */
export type JqResult =
  | {readonly kind: 'results'; readonly results: readonly string[]}
  | {readonly kind: 'error'; readonly message: string};

/** One run of jq that serves several pairs. */
export interface RunBatch {
  readonly task: JqTask;
  /** Each pair once, in the order of the lines that the run prints. */
  readonly pairs: readonly JqPair[];
}

/** What one run takes: its start costs as much as some ten programs, and one that hangs holds up all of them. */
const MAX_PAIRS = 200;
const MAX_PROGRAM_CHARACTERS = 24_576;
const MAX_INPUT_CHARACTERS = 1_048_576;

/** Deeper nesting could overflow the stack that jq's parser has in WebAssembly. */
const MAX_DEPTH = 100;

/**
 * Whether a program means the same among others. One whose brackets do not match could close those around it, and
 * one that halts would end the others, too.
 */
export function canShare(program: string): boolean {
  if (program.length > MAX_PROGRAM_CHARACTERS || program.includes('\0')) return false;
  if (/\b(?:halt|halt_error|import|include|module|__loc__)\b/.test(program)) return false;
  const {fault, last, depth} = scanJq(program);
  return fault === null && last !== -1 && program[last] !== ';' && depth <= MAX_DEPTH;
}

/** Pairs in runs of jq: a program that has several inputs is compiled once. @param pairs no two of them equal */
export function batchesOf(pairs: readonly JqPair[]): RunBatch[] {
  const batches: RunBatch[] = [];
  let open: JqPair[] = [];
  let [programs, inputs] = [0, 0];
  const close = (): void => {
    if (open.length > 0) batches.push(batchOf(open));
    [open, programs, inputs] = [[], 0, 0];
  };
  for (const [program, group] of byProgram(pairs)) {
    if (programs + program.length > MAX_PROGRAM_CHARACTERS) close();
    programs += program.length;
    for (const pair of group) {
      if (open.length === MAX_PAIRS || inputs + pair.input.length > MAX_INPUT_CHARACTERS) {
        close();
        programs = program.length;
      }
      inputs += pair.input.length;
      open.push(pair);
    }
  }
  close();
  return batches;
}

function byProgram(pairs: readonly JqPair[]): Map<string, JqPair[]> {
  const groups = new Map<string, JqPair[]>();
  for (const pair of pairs) {
    const group = groups.get(pair.program);
    if (group === undefined) groups.set(pair.program, [pair]);
    else group.push(pair);
  }
  return groups;
}

function batchOf(pairs: readonly JqPair[]): RunBatch {
  const groups = [...byProgram(pairs)];
  // The blank line ends a comment whose last line ends in a backslash.
  const programs = groups.map(
    ([program], at) => `(.[${at}][]|try {r:[(\n${program}\n\n)|tojson]} catch {e:.})`
  );
  const inputs = groups.map(([, group]) => `[${group.map(({input}) => input).join(',')}]`);
  return {
    task: {program: programs.join(',\n'), input: `[${inputs.join(',')}]`},
    pairs: groups.flatMap(([, group]) => group)
  };
}

/** Reads what a batch has printed, in the order of its pairs; null when that is not one line for each pair. */
export function resultsIn({pairs}: RunBatch, stdout: string): JqResult[] | null {
  const lines = stdout.split('\n').filter((line) => line !== '');
  if (lines.length !== pairs.length) return null;
  return lines.map((line) => {
    const {r, e} = JSON.parse(line) as {r?: string[]; e?: unknown};
    return r === undefined ? {kind: 'error', message: errorText(e)} : {kind: 'results', results: r};
  });
}

/** As jq itself prints an error that is no text. */
function errorText(error: unknown): string {
  return typeof error === 'string' ? error : `(not a string): ${JSON.stringify(error)}`;
}

/** What a program that was run by itself gave. */
export function resultOf({
  stdout,
  stderr,
  exitCode
}: {
  stdout: string;
  stderr: string;
  exitCode: number;
}): JqResult {
  if (exitCode === 0) return {kind: 'results', results: stdout.split('\n').filter((line) => line !== '')};
  const [first = ''] = stderr.split('\n').filter((line) => !line.startsWith('["DEBUG:"'));
  return {
    kind: 'error',
    message: first.replace(/^jq: error(?: \(at [^)]*\))?(?:: | (?=\())/, '') || 'jq failed'
  };
}
