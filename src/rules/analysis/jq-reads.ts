import type {JsonNode} from '../../bundle/json-types.js';
import {JQ_ACTION} from '../../flow/built-ins.js';
import {isPathText, textOf} from '../../flow/template.js';
import type {State} from '../../flow/states.js';
import {scanJq} from './jq-scan.js';

/** A path that a jq program reads from its input whatever happens: `.input.ticket`. */
export interface JqRead {
  /** As written, without blanks. */
  readonly text: string;
  /** Where it begins in the program, in UTF-16 units. */
  readonly offset: number;
}

/** What a jq state reads from its data. */
export interface JqStateReads {
  /** The path under `data.$`. */
  readonly base: string;
  /** The string of the program. */
  readonly node: JsonNode;
  /** They are looked for at each call. */
  readonly reads: () => readonly JqRead[];
}

/** null for a state that runs no jq program, or whose program or data is not written down. */
export function jqReadsOf({node}: State): JqStateReads | null {
  if (node.properties.get('ActionName')?.value !== JQ_ACTION) return null;
  const parameters = node.properties.get('Parameters')?.properties;
  const program = parameters?.get('expr');
  const base = textOf(parameters?.get('data.$'));
  if (program === undefined || program.filling !== undefined || !isPathText(base)) return null;
  return {base, node: program, reads: () => readsOfProgram(textOf(program))};
}

/** Longer programs are not looked into. */
const MAX_PROGRAM = 16_384;

/**
 * The paths that a program reads from its whole input. Only what stands before the first `|`, and not in the
 * arguments of a function, is looked at: behind them `.` is something else. A program that expects something to be
 * missing (`//`, `?`, `try`, `has`), that binds, defines or assigns, is not judged.
 */
export function readsOfProgram(program: string): readonly JqRead[] {
  if (program.length > MAX_PROGRAM || !program.includes('.')) return [];
  const {fault, strings} = scanJq(program);
  if (fault !== null) return [];
  const code = withoutStrings(program, strings);
  if (UNSURE.test(code)) return [];
  const reads: JqRead[] = [];
  let skipped = 0;
  for (const {0: token, index} of code.matchAll(TOKEN)) {
    if (skipped > 0) {
      if (token === ')') skipped -= 1;
      else if (token.endsWith('(')) skipped += 1;
    } else if (token === '|') break;
    else if (CALL.test(token)) skipped = 1;
    else if (token.startsWith('.') && token.length > 1 && beginsTerm(code, index)) {
      reads.push({text: token, offset: index});
    }
  }
  return reads;
}

const TOKEN = /(?:\.[A-Za-z_]\w*)+|(?<![\w:])[A-Za-z_][\w:]*\(|\(|[)|]/g;
const CALL = /^[A-Za-z_]/;
const UNSURE =
  /\/\/|[?#]|(?<![=!<>])=(?!=)|\b(?:as|def|reduce|foreach|label|try|has|in|inside|getpath|input|inputs|import|include|null)\b(?!\s*:)(?<!\.(?:as|def|reduce|foreach|label|try|has|in|inside|getpath|input|inputs|import|include|null))/;

/** The program with a blank for each character of a string's text. */
export function withoutStrings(
  program: string,
  strings: readonly (readonly [start: number, end: number])[]
): string {
  let code = '';
  let done = 0;
  for (const [start, end] of strings) {
    code += program.slice(done, start) + ' '.repeat(end - start);
    done = end;
  }
  return code + program.slice(done);
}

/** Words behind which a value begins. */
const BEFORE_TERM = /(?:^|[^\w.$@])(?:if|then|elif|else|and|or)$/;

/** Whether the path at an offset is read from the input, and not from the value that stands before it. */
function beginsTerm(code: string, offset: number): boolean {
  const before = code.slice(Math.max(0, offset - 40), offset).trimEnd();
  if (before === '') return offset <= 40 || code.slice(0, offset).trim() === '';
  if (BEFORE_TERM.test(before)) return true;
  return !/[\w)\]}".$@]$/.test(before);
}

/** Whether a program gives a text whatever it is given, if it gives anything. */
export function givesText(program: string): boolean {
  if (program.length > MAX_PROGRAM) return false;
  const {fault, strings} = scanJq(program);
  if (fault !== null) return false;
  const parts = topLevel(withoutStrings(program, strings)).split('|');
  const last = (parts.at(-1) ?? '').trim();
  if (UNSURE.test(last) || /[,]|\b(?:and|or|if)\b|[<>!=]=|[<>]/.test(last)) return false;
  if (/^(?:tostring|tojson|ascii_downcase|ascii_upcase|join\( *\)|@[a-z]\w*)$/.test(last)) return true;
  return parts.length === 1 && /^"/.test(last) && !/[-*/%]/.test(last);
}

/** The code with a blank for whatever stands within brackets. */
function topLevel(code: string): string {
  let depth = 0;
  let top = '';
  for (const sign of code) {
    if (sign === ')' || sign === ']' || sign === '}') depth -= 1;
    top += depth > 0 ? ' ' : sign;
    if (sign === '(' || sign === '[' || sign === '{') depth += 1;
  }
  return top;
}
