import type {Span} from './json-types.js';

/** Files of this name may hold comments and trailing commas. */
export function isJsonc(path: string): boolean {
  return /\.jsonc$/i.test(path);
}

/**
 * Strict JSON of a text that may hold comments and trailing commas: each is replaced by spaces, so that all else
 * keeps its place. What is wrong beyond that (a comment that never ends, `[,]`) stays, for the reader of JSON to find.
 */
export function withoutComments(text: string): string {
  const blanks: Blank[] = [];
  let before = '';
  let comma = -1;
  for (let at = 0; at < text.length;) {
    const found = text.charAt(at);
    const end = partEnd(text, at);
    if (found === '/') {
      if (end === -1) break;
      blanks.push({start: at, end});
    } else if (!isSpace(found)) {
      if (comma !== -1 && (found === '}' || found === ']')) blanks.push({start: comma, end: comma + 1});
      comma = found === ',' && !OPENING.has(before) ? at : -1;
      before = found;
    }
    at = end;
  }
  return blanked(text, blanks);
}

/** The comments of a text that may hold some, in its order; those behind one that never ends are left out. */
export function commentsIn(text: string): Span[] {
  const comments: Span[] = [];
  for (let at = 0; at < text.length;) {
    const end = partEnd(text, at);
    if (end === -1) break;
    if (text.charAt(at) === '/') comments.push({start: at, end});
    at = end;
  }
  return comments;
}

interface Blank {
  readonly start: number;
  readonly end: number;
}

/** A comma behind one of these follows no value. */
const OPENING = new Set(['', '{', '[', ',', ':']);

/** The end of the string, the comment or the character that begins here; -1 for a comment that is none or never ends. */
function partEnd(text: string, start: number): number {
  const first = text.charAt(start);
  if (first === '"') return stringEnd(text, start);
  if (first !== '/') return start + 1;
  if (text.startsWith('//', start)) return lineEnd(text, start);
  if (!text.startsWith('/*', start)) return -1;
  const close = text.indexOf('*/', start + 2);
  return close === -1 ? -1 : close + 2;
}

function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function lineEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t';
}

/** @param blanks none within another; a trailing comma comes after the comments that follow it */
function blanked(text: string, blanks: readonly Blank[]): string {
  let result = '';
  let done = 0;
  for (const {start, end} of [...blanks].sort((a, b) => a.start - b.start)) {
    result += text.slice(done, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    done = end;
  }
  return result + text.slice(done);
}
