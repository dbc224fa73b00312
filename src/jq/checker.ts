import type {JqChecker, JqFault, JqVerdict, NotChecked} from '../rules/analysis/jq-program.js';
import {scanJq} from '../rules/analysis/jq-scan.js';
import {suggest} from '../words.js';
import {BoundedWorker} from '../worker/bounded-worker.js';
import {batchOf, chunksOf, linesOf, offsetIn, type Batch} from './batch.js';
import {createJqRunner, type JqAnswer, type JqRunner, type NotRun} from './run.js';
import {isUndefined, parseErrors, readable, type JqError} from './stderr.js';

export interface JqCheckerOptions {
  /** Makes what runs jq, anew for each check; real jq in a worker unless a test says otherwise. */
  readonly open?: () => JqRunner;
}

/** Real programs have some hundred bytes. */
const MAX_PROGRAM_BYTES = 16_384;
/** Deeper nesting could overflow the stack that jq's parser has in WebAssembly. */
const MAX_DEPTH = 200;

/**
 * Compiles jq programs with real jq (1.8, in WebAssembly), without running any. jq is started when the first
 * program is to be compiled, and kept. The checker never rejects: where jq cannot be started, breaks down, or would
 * take too long, the verdict is `not-checked`.
 */
export function createJqChecker({open}: JqCheckerOptions = {}): JqChecker {
  const worker = new BoundedWorker('jq');
  const check: JqChecker = (programs) => new Check(open?.() ?? createJqRunner({}, worker)).verdicts(programs);
  const prepare = (): void => {
    worker.warm();
  };
  return Object.assign(check, {prepare});
}

const SOUND: JqVerdict = {kind: 'sound'};

function notChecked(why: NotChecked): JqVerdict {
  return {kind: 'not-checked', why};
}

/** One check of many programs. */
class Check {
  private readonly known = new Map<string, JqVerdict>();
  private functions: readonly string[] | null = null;

  constructor(private readonly runner: JqRunner) {}

  async verdicts(programs: readonly string[]): Promise<JqVerdict[]> {
    for (const program of programs) {
      const verdict = this.known.has(program) ? null : withoutJq(program);
      if (verdict !== null) this.known.set(program, verdict);
    }
    const rest = [...new Set(programs)].filter((program) => !this.known.has(program));
    for (const chunk of chunksOf(rest)) await this.judge(chunk);
    return programs.map((program) => this.known.get(program) ?? notChecked('not-judged'));
  }

  /** Compiles programs in one run; where that does not tell them apart, in several. */
  private async judge(programs: readonly string[]): Promise<void> {
    if (programs.length === 0) return;
    const batch = batchOf(programs);
    const answer = await this.compile(batch.text);
    if (answer.kind === 'not-run') await this.judgeApart(programs, answer.why);
    else if (answer.exitCode === 0) this.note(programs, SOUND);
    else {
      const errors = parseErrors(answer.stderr);
      if (errors === null) await this.judgeApart(programs, 'broken');
      else if (errors.every(isUndefined)) await this.nameUndefined(programs, batch, errors);
      else await this.judgeEach(programs);
    }
  }

  /** After a run that came to no end: one of the programs is the cause, and the others are to have a verdict. */
  private async judgeApart(programs: readonly string[], why: NotRun): Promise<void> {
    if (programs.length === 1 || why === 'no-time' || why === 'unavailable') {
      this.note(programs, notChecked(why));
      return;
    }
    for (const program of programs) await this.judge([program]);
  }

  private async compile(program: string): Promise<JqAnswer> {
    const [answer] = await this.runner.run([{program, input: null}]);
    return answer ?? {kind: 'not-run', why: 'broken'};
  }

  private note(programs: readonly string[], verdict: JqVerdict): void {
    for (const program of programs) this.known.set(program, verdict);
  }

  /** The names of jq's own functions, asked from jq itself. */
  private async functionNames(): Promise<readonly string[]> {
    if (this.functions !== null) return this.functions;
    const answer = await this.compile('[builtins[] | split("/")[0]] | unique');
    const isThere = answer.kind === 'done' && answer.exitCode === 0;
    const names: unknown = isThere ? JSON.parse(answer.stdout) : [];
    this.functions = Array.isArray(names) ? names.map(String) : [];
    return this.functions;
  }

  /** jq names every undefined function of a run, so that each program has its verdict. */
  private async nameUndefined(
    programs: readonly string[],
    batch: Batch,
    errors: readonly JqError[]
  ): Promise<void> {
    this.note(programs, SOUND);
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
    const functions = await this.functionNames();
    const given =
      arity === undefined || arity === '0'
        ? 'without arguments'
        : `with ${arity} argument${arity === '1' ? '' : 's'}`;
    const meant = suggest(name, functions);
    const other =
      meant === null ? "It may be one of another version than ZIS's jq." : `Did you mean \`${meant}\`?`;
    const text = arity === '0' ? ` A text stands in quotes: \`"${name}"\`.` : '';
    const hint = functions.includes(name)
      ? `jq has \`${name}\` with another number of arguments.`
      : `${other}${text}`;
    return {kind: 'undefined', message: `jq has no function \`${name}\` ${given}`, hint, offset};
  }

  /**
   * jq stops at the first syntax error of a run. Behind each program a character is put that no jq reads:
   * when the error is there, the program itself is sound, and that much jq finds out very fast.
   */
  private async judgeEach(programs: readonly string[]): Promise<void> {
    const sound: string[] = [];
    for (const program of programs) {
      const batch = batchOf([program]);
      const answer = await this.compile(`${batch.text}\n@`);
      if (answer.kind === 'not-run') {
        this.note([program], notChecked(answer.why));
        continue;
      }
      const errors = parseErrors(answer.stderr) ?? [];
      const line = (errors[0]?.line ?? 0) - batch.firstLine(0);
      if (errors.length > 0 && line > linesOf(program) + 1) sound.push(program);
      else if (errors.length > 0 && !(await this.onlyDefines(program))) {
        this.note([program], syntaxFault(program, errors, line));
      }
    }
    // No program left over means that jq changed its mind: then nothing is known of them.
    if (sound.length < programs.length) await this.judge(sound);
  }

  /** Whether a program is definitions and nothing else, which jq 1.6 takes to end in `.`, and 1.8 does not. */
  private async onlyDefines(program: string): Promise<boolean> {
    if (program[scanJq(program).last] !== ';') return false;
    const answer = await this.compile(batchOf([`${program}\n\n.`]).text);
    if (answer.kind === 'not-run') return false;
    return answer.exitCode === 0 || (parseErrors(answer.stderr)?.every(isUndefined) ?? false);
  }
}

/** What jq says of the functions of 1.6 that 1.8 has no more: ZIS's jq may be either. */
const OLD_FUNCTIONS: ReadonlySet<string> = new Set(
  ['leaf_paths/0', 'recurse_down/0', 'pow10/0', 'scalars_or_empty/0'].map((name) => `${name} is not defined`)
);

/** What can be said without jq; null when it has to be asked. */
function withoutJq(program: string): JqVerdict | null {
  if (Buffer.byteLength(program) > MAX_PROGRAM_BYTES) return notChecked('too-long');
  if (program.trim() === '' || program.includes('\0')) return notChecked('not-judged');
  if (/^\s*(?:import|include|module)\b/.test(program)) return notChecked('not-judged');
  const {fault, last, depth} = scanJq(program);
  if (fault !== null) return {kind: 'syntax', hint: 'Close it, or take it out.', ...fault};
  // jq 1.6 takes a program of nothing but comments for `.`, and 1.8 does not.
  if (last === -1) return notChecked('not-judged');
  return depth > MAX_DEPTH ? notChecked('too-deep') : null;
}

/** @param line that of the first error in the program, from 0 */
function syntaxFault(program: string, errors: readonly JqError[], line: number): JqFault {
  const [error = {message: '', line: 0, column: 0}] = errors;
  const offset = offsetIn(program, line, error.column);
  if (offset === null || program.slice(offset).trim() === '') {
    const open = errors.flatMap(({message}) => /^Possibly unterminated '(\w+)'/.exec(message)?.[1] ?? []);
    const lone = open[0] === undefined ? GENERAL_HINT : `Perhaps the \`${open[0]}\` lacks its end.`;
    const hint = /\belse\s+if\b/.test(program) ? `${ELSE_IF} ${lone}` : lone;
    return {kind: 'syntax', message: 'it ends too early', hint, offset: program.length};
  }
  const found = String.fromCodePoint(program.codePointAt(offset) ?? 0);
  const isPath = program[offset - 1] === '$' && found === '.';
  if (isPath) {
    const hint = 'jq begins a path with a dot: `.input` for `$.input`.';
    return {kind: 'syntax', message: '`$.` begins a JSONPath', hint, offset: offset - 1};
  }
  const foreign = FOREIGN.find(({pattern}) =>
    pattern.test(program.slice(Math.max(0, offset - 80), offset + 80))
  );
  const meant = foreign === undefined || isHidden(program, foreign.pattern) ? undefined : foreign.hint;
  // Of `||` jq can read the first half.
  const habit = HABITS.find(
    ([text]) => program.startsWith(text, offset) || program.startsWith(text, offset - 1)
  );
  return {
    kind: 'syntax',
    message: readable(error.message, found),
    hint: meant ?? habit?.[1] ?? GENERAL_HINT,
    offset
  };
}

const ELSE_IF = 'jq writes `else if` as `elif`.';

/** Where nothing is known of what was meant. */
const GENERAL_HINT =
  'Compare it with the jq manual: values are passed on with `|`, arguments stand in brackets.';

/** Whether what is looked for stands only in the text of a string. */
function isHidden(program: string, pattern: RegExp): boolean {
  let code = '';
  let done = 0;
  for (const [start, end] of scanJq(program).strings) {
    code += `${program.slice(done, start)}${pattern.source.includes('"') ? program.slice(start, end) : ''}`;
    done = end;
  }
  return !pattern.test(code + program.slice(done));
}

/** What is written so in JavaScript and elsewhere, around the place of the error. */
const FOREIGN: readonly {readonly pattern: RegExp; readonly hint: string}[] = [
  {pattern: /[=!]==/, hint: 'Write `==` or `!=`: jq always compares types too.'},
  {pattern: /\/\*|^\s*\/\//, hint: 'A comment of jq begins with `#` and ends with its line.'},
  {pattern: /\/\/\s+\w+\s+\w+/, hint: '`//` is the alternative of jq. A comment begins with `#`.'},
  {pattern: /\?[^?:|]{1,60}:/, hint: 'Write `if … then … else … end`.'},
  {
    pattern: /\.[A-Za-z_]\w{0,60}\(/,
    hint: 'Functions are called behind a pipe: `.x | contains("y")` for `.x.contains("y")`.'
  },
  {pattern: /(?:^|[^"\\])\\\(/, hint: '`\\(…)` stands within a string: `"\\(.x)"`.'},
  {
    pattern: /[{,]\s{0,9}[A-Za-z_]\w{0,60}-[\w-]{1,60}\s{0,9}:/,
    hint: 'A key with a hyphen stands in quotes: `{"first-name": …}`.'
  },
  {
    pattern: /\\[^"\\/bfnrtu(]/,
    hint: 'A backslash within a string is written twice, and in JSON each of them twice again: `test("\\\\d+")`.'
  },
  {pattern: /\belse\s+if\b/, hint: 'Write `elif`, or close the inner `if` with an `end` of its own.'}
];

/** What is written so in other languages, and how in jq. */
const HABITS: readonly (readonly [text: string, hint: string])[] = [
  ["'", 'Strings stand in double quotes: in JSON, \\".'],
  ['&', 'Write `and`.'],
  ['||', 'Write `or`.'],
  ['!', 'Write `| not` behind the condition.'],
  ['`', 'Strings stand in double quotes: in JSON, \\".']
];
