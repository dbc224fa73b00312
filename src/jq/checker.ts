import type {JqChecker, JqFault, JqVerdict} from '../rules/analysis/jq-program.js';
import {scanJq} from '../rules/analysis/jq-scan.js';
import {suggest} from '../words.js';
import {batchOf, chunksOf, linesOf, offsetIn, type Batch} from './batch.js';
import {isUndefined, parseErrors, readable, type JqError} from './stderr.js';

/** As much of jq-wasm's handle as is used: runs jq to its end, and may throw when jq breaks down. */
export interface Jq {
  raw(input: null, query: string, flags: string[]): {stdout: string; stderr: string; exitCode: number};
}

export interface JqCheckerOptions {
  /** Makes a jq; jq-wasm's unless a test says otherwise. */
  readonly load?: () => Promise<Jq>;
  /** After this many milliseconds no further program is looked at. */
  readonly patience?: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

/** Real programs have some hundred bytes. jq needs up to a second for hostile ones of many times this. */
const MAX_PROGRAM_BYTES = 16_384;
/** Deeper nesting could overflow the stack that jq's parser has in WebAssembly. */
const MAX_DEPTH = 200;
/** A jq that broke down is replaced by a new one this many times. */
const MAX_LOADS = 20;
const PATIENCE = 5_000;

/**
 * Compiles jq programs with real jq (1.8, in WebAssembly), without running any. jq is loaded when the first
 * program is to be compiled, and kept. The checker never rejects: where jq cannot be loaded, breaks down, or
 * would take too long, the verdict is `not-checked`.
 */
export function createJqChecker({
  load = loadJqWasm,
  patience = PATIENCE,
  now = () => performance.now()
}: JqCheckerOptions = {}): JqChecker {
  const runner = new Runner(load);
  return async (programs) => {
    const end = now() + patience;
    const check = new Check(runner, () => now() > end);
    return check.verdicts(programs);
  };
}

async function loadJqWasm(): Promise<Jq> {
  const {loadJq} = await import('jq-wasm');
  return loadJq();
}

const SOUND: JqVerdict = {kind: 'sound'};
const NOT_CHECKED: JqVerdict = {kind: 'not-checked'};

/** Holds the one jq that is in use, and replaces it when it breaks down. */
class Runner {
  private jq: Jq | null = null;
  private loads = 0;
  private functions: readonly string[] | null = null;

  constructor(private readonly load: () => Promise<Jq>) {}

  /** @returns null when jq cannot be run, or broke down over this program */
  async run(program: string): Promise<{stdout: string; stderr: string; exitCode: number} | null> {
    try {
      if (this.jq === null) {
        if (this.loads >= MAX_LOADS) return null;
        this.loads += 1;
        this.jq = await this.load();
      }
      return this.jq.raw(null, program, ['-n', '-c']);
    } catch {
      this.jq = null;
      return null;
    }
  }

  /** The names of jq's own functions, asked from jq itself. */
  async functionNames(): Promise<readonly string[]> {
    if (this.functions !== null) return this.functions;
    const answer = await this.run('[builtins[] | split("/")[0]] | unique');
    const names: unknown = answer?.exitCode === 0 ? JSON.parse(answer.stdout) : [];
    this.functions = Array.isArray(names) ? names.map(String) : [];
    return this.functions;
  }
}

/** One check of many programs. */
class Check {
  private readonly known = new Map<string, JqVerdict>();

  constructor(
    private readonly runner: Runner,
    private readonly isLate: () => boolean
  ) {}

  async verdicts(programs: readonly string[]): Promise<JqVerdict[]> {
    for (const program of programs) {
      const verdict = this.known.has(program) ? null : withoutJq(program);
      if (verdict !== null) this.known.set(program, verdict);
    }
    const rest = [...new Set(programs)].filter((program) => !this.known.has(program));
    for (const chunk of chunksOf(rest)) await this.judge(chunk);
    return programs.map((program) => this.known.get(program) ?? NOT_CHECKED);
  }

  /** Compiles programs in one run; where that does not tell them apart, in several. */
  private async judge(programs: readonly string[]): Promise<void> {
    if (programs.length === 0 || this.isLate()) return;
    const batch = batchOf(programs);
    const answer = await this.runner.run(batch.text);
    if (answer?.exitCode === 0) {
      for (const program of programs) this.known.set(program, SOUND);
      return;
    }
    const errors = answer === null ? null : parseErrors(answer.stderr);
    if (errors?.every(isUndefined) === true) await this.nameUndefined(programs, batch, errors);
    else if (errors !== null) await this.judgeEach(programs);
    else if (programs.length > 1) {
      const middle = programs.length >>> 1;
      await this.judge(programs.slice(0, middle));
      await this.judge(programs.slice(middle));
    }
  }

  /** jq names every undefined function of a run, so that each program has its verdict. */
  private async nameUndefined(
    programs: readonly string[],
    batch: Batch,
    errors: readonly JqError[]
  ): Promise<void> {
    for (const program of programs) this.known.set(program, SOUND);
    for (const error of errors) {
      const index = batch.indexAt(error.line);
      const program = programs[index];
      if (OLD_FUNCTIONS.has(error.message) || program === undefined || this.known.get(program) !== SOUND)
        continue;
      const offset = offsetIn(program, error.line - batch.firstLine(index), error.column);
      this.known.set(program, await this.undefinedFault(error, offset));
    }
  }

  private async undefinedFault({message}: JqError, offset: number | null): Promise<JqFault> {
    const [, name = '', arity] = /^(.+?)(?:\/(\d+))? is not defined$/.exec(message) ?? [];
    if (name.startsWith('$')) {
      return {
        kind: 'undefined',
        message: `the jq variable \`${name}\` is not defined`,
        hint: `Bind it before: \`… as ${name} | …\`.`,
        offset
      };
    }
    const functions = await this.runner.functionNames();
    const given =
      arity === undefined || arity === '0'
        ? 'without arguments'
        : `with ${arity} argument${arity === '1' ? '' : 's'}`;
    const meant = suggest(name, functions);
    const hint = functions.includes(name)
      ? `jq has \`${name}\` with another number of arguments.`
      : meant === null
        ? "It may be one of another version than ZIS's jq."
        : `Did you mean \`${meant}\`?`;
    return {kind: 'undefined', message: `jq has no function \`${name}\` ${given}`, hint, offset};
  }

  /**
   * jq stops at the first syntax error of a run. Behind each program a character is put that no jq reads:
   * when the error is there, the program itself is sound, and that much jq finds out very fast.
   */
  private async judgeEach(programs: readonly string[]): Promise<void> {
    const sound: string[] = [];
    for (const program of programs) {
      if (this.isLate()) return;
      const batch = batchOf([program]);
      const answer = await this.runner.run(`${batch.text}\n@`);
      const errors = (answer === null ? null : parseErrors(answer.stderr)) ?? [];
      const line = (errors[0]?.line ?? 0) - batch.firstLine(0);
      if (errors.length > 0 && line > linesOf(program) + 1) sound.push(program);
      else if (errors.length > 0 && !(await this.onlyDefines(program))) {
        this.known.set(program, syntaxFault(program, errors, line));
      }
    }
    // No program left over means that jq changed its mind: then nothing is known of them.
    if (sound.length < programs.length) await this.judge(sound);
  }

  /** Whether a program is definitions and nothing else, which jq 1.6 takes to end in `.`, and 1.8 does not. */
  private async onlyDefines(program: string): Promise<boolean> {
    if (program[scanJq(program).last] !== ';') return false;
    const answer = await this.runner.run(batchOf([`${program}\n\n.`]).text);
    return answer?.exitCode === 0 || (parseErrors(answer?.stderr ?? '')?.every(isUndefined) ?? false);
  }
}

/** What jq says of the functions of 1.6 that 1.8 has no more: ZIS's jq may be either. */
const OLD_FUNCTIONS: ReadonlySet<string> = new Set(
  ['leaf_paths/0', 'recurse_down/0', 'pow10/0', 'scalars_or_empty/0'].map((name) => `${name} is not defined`)
);

/** What can be said without jq; null when it has to be asked. */
function withoutJq(program: string): JqVerdict | null {
  if (Buffer.byteLength(program) > MAX_PROGRAM_BYTES || program.includes('\0')) return NOT_CHECKED;
  if (program.trim() === '' || /^\s*(?:import|include|module)\b/.test(program)) return NOT_CHECKED;
  const {fault, last, depth} = scanJq(program);
  if (fault !== null) return {kind: 'syntax', hint: '', ...fault};
  // jq 1.6 takes a program of nothing but comments for `.`, and 1.8 does not.
  if (last === -1) return NOT_CHECKED;
  return depth > MAX_DEPTH ? NOT_CHECKED : null;
}

/** @param line that of the first error in the program, from 0 */
function syntaxFault(program: string, errors: readonly JqError[], line: number): JqFault {
  const [error = {message: '', line: 0, column: 0}] = errors;
  const offset = offsetIn(program, line, error.column);
  if (offset === null || program.slice(offset).trim() === '') {
    const open = errors.flatMap(({message}) => /^Possibly unterminated '(\w+)'/.exec(message)?.[1] ?? []);
    const hint = open[0] === undefined ? '' : `Perhaps the \`${open[0]}\` lacks its end.`;
    return {kind: 'syntax', message: 'it ends too early', hint, offset: program.length};
  }
  const found = String.fromCodePoint(program.codePointAt(offset) ?? 0);
  const isPath = program[offset - 1] === '$' && found === '.';
  if (isPath) {
    const hint = 'jq begins a path with a dot: `.input` for `$.input`.';
    return {kind: 'syntax', message: '`$.` begins a JSONPath', hint, offset: offset - 1};
  }
  // Of `||` jq can read the first half.
  const habit = HABITS.find(
    ([text]) => program.startsWith(text, offset) || program.startsWith(text, offset - 1)
  );
  return {kind: 'syntax', message: readable(error.message, found), hint: habit?.[1] ?? '', offset};
}

/** What is written so in other languages, and how in jq. */
const HABITS: readonly (readonly [text: string, hint: string])[] = [
  ["'", 'Strings stand in double quotes: in JSON, \\".'],
  ['&', 'Write `and`.'],
  ['||', 'Write `or`.'],
  ['!', 'Write `| not` behind the condition.'],
  ['`', 'Strings stand in double quotes: in JSON, \\".']
];
