import {visit} from 'jsonc-parser';
import {checkNumber, MAX_DEPTH, noHazards, RESERVED_KEYS, TooDeep} from './json-hazards.js';
import {foreignText, isConflictMarker} from './foreign-text.js';
import type {Key, ParsedJson, SyntaxFault} from './json-types.js';

/** What is wrong with a text that is no JSON, in words and with its place. */
export function readFaults(text: string): ParsedJson {
  const reader = new FaultReader(text);
  try {
    visit(text, reader, {disallowComments: true, allowTrailingComma: false, allowEmptyContent: false});
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return {...reader.hazards, root: null, syntax: null, tooDeep: error.at, beyond: null};
  }
  // Of two versions that were not merged each key may stand there twice.
  const isConflict = reader.syntax !== null && isConflictMarker(text, reader.syntax.start);
  return {
    ...(isConflict ? noHazards() : reader.hazards),
    root: null,
    syntax: reader.syntax ?? syntaxFault(0, text, 0, text.length),
    tooDeep: null,
    beyond: null
  };
}

/** Listens to jsonc-parser, which goes on after an error and knows what each one is. */
class FaultReader {
  /** The first error. */
  syntax: ParsedJson['syntax'] = null;
  readonly hazards = noHazards();
  /** The keys of the objects that are open, the innermost last; null for an array. */
  private readonly open: (Map<string, Key> | null)[] = [];
  private key: Key | null = null;

  constructor(private readonly text: string) {}

  onObjectBegin = (offset: number): void => {
    this.begin(new Map(), offset);
  };

  onArrayBegin = (offset: number): void => {
    this.begin(null, offset);
  };

  onObjectEnd = (): void => {
    this.open.pop();
  };

  onArrayEnd = (): void => {
    this.open.pop();
  };

  onObjectProperty = (name: string, start: number, length: number): void => {
    this.key = {name, start, end: start + length};
    if (RESERVED_KEYS.has(name)) this.hazards.reservedKeys.push(this.key);
  };

  onLiteralValue = (value: string | number | boolean | null, start: number, length: number): void => {
    if (typeof value === 'number') {
      checkNumber(this.text.slice(start, start + length), value, start, this.hazards);
    }
    this.attach();
  };

  onError = (code: number, start: number, length: number): void => {
    this.syntax ??= syntaxFault(code, this.text, start, length);
  };

  private begin(keys: Map<string, Key> | null, start: number): void {
    if (this.open.length >= MAX_DEPTH) throw new TooDeep({start, end: start + 1});
    this.attach();
    this.open.push(keys);
  }

  /** Counts a value as that of the key before it. */
  private attach(): void {
    const {key} = this;
    const keys = this.open.at(-1);
    this.key = null;
    if (key === null || !keys) return;
    const first = keys.get(key.name);
    if (first !== undefined) this.hazards.duplicateKeys.push({key, first});
    keys.set(key.name, key);
  }
}

/** jsonc-parser's ParseErrorCode, in words. (Its const enum cannot be imported with isolatedModules.) */
const SYNTAX_MESSAGES: Readonly<Record<number, string>> = {
  1: 'JSON has only double-quoted strings, numbers, true, false, null, objects and arrays',
  2: 'this is not a number as JSON writes it',
  3: 'a property name in double quotes is expected here',
  4: 'a value is expected here',
  5: 'a colon is missing after the property name',
  6: 'a comma is missing before this',
  7: 'a closing brace is missing',
  8: 'a closing bracket is missing',
  9: 'there is text after the end of the JSON value',
  10: 'JSON has no comments',
  11: 'this comment is never closed',
  12: 'this string is never closed',
  13: 'this is not a number as JSON writes it',
  14: '\\u must be followed by four hexadecimal digits',
  15: 'this string has a backslash before a character that JSON does not escape',
  16: 'this string has an unescaped control character, such as a line break or a tab'
};

/** What to do about each. */
const SYNTAX_HINTS: Readonly<Record<number, string>> = {
  1: 'Put text into double quotes, or remove what is no value.',
  2: 'Write it as 12, -3.5 or 1e6: without a plus sign, leading zeros or a trailing point.',
  3: 'Put the name into double quotes, or remove the comma before it.',
  4: 'Write the value, or remove the property or the comma before it.',
  5: 'Write the colon between the name and its value.',
  6: 'Write a comma after the value before.',
  7: 'Write the } of the object that is open here.',
  8: 'Write the ] of the array that is open here.',
  9: 'Remove it, or a bracket too many before it: a file holds one bundle.',
  10: 'Remove the comment.',
  11: 'Remove the comment.',
  12: 'Write the closing quote; a line break within a text is \\n.',
  13: 'Write it as 12, -3.5 or 1e6: without a plus sign, leading zeros or a trailing point.',
  14: 'Write all four digits, or \\\\u for a backslash and a u.',
  15: 'Double the backslash.',
  16: 'Write \\n for a line break and \\t for a tab.'
};

function syntaxFault(code: number, text: string, start: number, length: number): SyntaxFault {
  const foreign = foreignText(text, start);
  if (foreign !== null) return {...foreign, inJsonc: false};
  if ((code === INVALID_SYMBOL || code === COMMA_EXPECTED) && isAfterStrayQuote(text, start)) {
    const message = 'the text has ended at the quote before this';
    return {
      start,
      end: start + length,
      message,
      hint: 'Write \\" for a quote within a text.',
      inJsonc: false
    };
  }
  if (code === COMMA_EXPECTED && isLeadingZero(text, start)) {
    const message = 'a number begins with a zero here';
    const hint = 'Remove the zero, or put what is no number into double quotes.';
    return {start: start - 1, end: start + length, message, hint, inJsonc: false};
  }
  const before = text.slice(0, start).trimEnd();
  if ('}]'.includes(text.charAt(start) || ' ') && /[^\s{[:,]\s*,$/.test(before.slice(-100))) {
    const message = 'JSON has no trailing commas';
    return {start: before.length - 1, end: before.length, message, hint: 'Remove the comma.', inJsonc: true};
  }
  const exact = code === COMMENT && isUnclosed(text, start) ? UNCLOSED_COMMENT : code;
  const end = start + Math.max(length, 1);
  if (text.trim() === '') return {start, end, message: 'the file is empty', hint: EMPTY_HINT, inJsonc: false};
  const [message, hint] = [SYNTAX_MESSAGES[exact] ?? 'this is not JSON', SYNTAX_HINTS[exact] ?? ''];
  return {start, end, message, hint, inJsonc: exact === COMMENT};
}

/** Whether a string ends right before, so that its last quote was probably meant as a part of it. */
function isAfterStrayQuote(text: string, at: number): boolean {
  return text[at - 1] === '"' && !'=:;,}]'.includes(text.charAt(at) || ' ');
}

/** Whether a digit follows right behind a zero that begins a number. */
function isLeadingZero(text: string, at: number): boolean {
  return /^0\d$/.test(text.slice(at - 1, at + 1)) && !/[\d.eE]/.test(text.charAt(at - 2));
}

const EMPTY_HINT = 'Write a bundle, or remove the file.';

const INVALID_SYMBOL = 1;
const COMMA_EXPECTED = 6;
const COMMENT = 10;
const UNCLOSED_COMMENT = 11;

function isUnclosed(text: string, comment: number): boolean {
  return text.startsWith('/*', comment) && !text.includes('*/', comment + 2);
}
