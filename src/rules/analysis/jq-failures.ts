import {withoutStrings} from './jq-reads.js';
import {scanJq} from './jq-scan.js';

/** Longer programs are not looked into. */
const MAX_PROGRAM = 16_384;

const TEXT = 'a text';
const LIST = 'a list or an object';

/** What jq's functions want of their input, and fail without (jq 1.8 manual). */
const WANTED: ReadonlyMap<string, string> = new Map([
  ...['tonumber'].map((name) => [name, 'a text that is a number'] as const),
  ...['fromjson'].map((name) => [name, 'a text that is JSON'] as const),
  ...['strptime', 'fromdate', 'fromdateiso8601', 'mktime', '@base64d'].map(
    (name) => [name, 'a value of its form'] as const
  ),
  ...[
    'test',
    'match',
    'capture',
    'scan',
    'split',
    'splits',
    'sub',
    'gsub',
    'ascii_downcase',
    'ascii_upcase',
    'explode',
    'startswith',
    'endswith'
  ].map((name) => [name, TEXT] as const),
  ...[
    'keys',
    'to_entries',
    'with_entries',
    'from_entries',
    'map',
    'map_values',
    'join',
    'sort',
    'sort_by',
    'group_by',
    'unique',
    'unique_by',
    'min_by',
    'max_by',
    'flatten'
  ].map((name) => [name, LIST] as const),
  ['[]', LIST],
  ['error', 'nothing: it fails on purpose']
]);

/**
 * What in a jq program fails when its data is not as it expects, and what that expects; null for a program without
 * such a thing, and for one that provides for it (`//`, `?`, `try`, `if`).
 */
export function failureIn(program: string): {readonly name: string; readonly wanted: string} | null {
  if (program.length > MAX_PROGRAM || PLAINLY_PROVIDED.test(program)) return null;
  const {fault, strings} = scanJq(program);
  if (fault !== null) return null;
  const code = withoutStrings(program, strings);
  if (PROVIDED.test(code) || NO_JQ.test(code) || BAD_ESCAPE.test(program)) return null;
  const isText = MAKES_TEXT.test(code);
  for (const {0: name, index} of code.matchAll(FUNCTION)) {
    const wanted = WANTED.get(name);
    if (wanted === undefined || (wanted === TEXT && isText)) continue;
    if (wanted === LIST && /\]\s*\|\s*$/.test(code.slice(Math.max(0, index - 40), index))) continue;
    return {name: name === '[]' ? '.[]' : name, wanted};
  }
  return null;
}

const MAKES_TEXT = /\b(?:tostring|tojson|join)\b/;
/** Of a program that jq cannot read jq/syntax says what is wrong. */
const NO_JQ = /=>|===|&&|\|\|/;
const BAD_ESCAPE = /(?<!\\)(?:\\\\){0,100}\\[^"\\/bfnrtu(]/;

/** Most programs that provide for it do so behind brackets: those need not be taken apart. */
const PLAINLY_PROVIDED = /[\])] ?(?:\?|\/\/)/;
const PROVIDED = /\/\/|[?#]|\b(?:try|if|def)\b/;
const FUNCTION = /(?<![\w.$@])@?[a-z]\w*(?!\s*:)|(?<=[\w.\])])\[\]/g;
