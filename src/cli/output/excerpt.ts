import type {Range} from '../../bundle/text.js';
import {redactText} from '../../report/redact.js';
import {isPlaceholder, isSensitiveKey} from '../../secrets/shapes.js';
import {visible} from '../../report/visible.js';
import {cells} from './wrap.js';

/** A line of a file with the columns of it that are meant; both have the same length on a screen. */
export interface Excerpt {
  readonly line: string;
  readonly carets: string;
}

/** Where lines are left whole, one that is longer than this was not written by hand. */
const LONGEST = 160;

/**
 * The line of a file at which a range begins, cut around the range where it is longer than `width` columns.
 *
 * @returns null for a line that is not there, and for one that may hold a credential
 */
export function excerptOf(
  lines: readonly string[],
  {start, end}: Range,
  width: number,
  secrets: readonly string[]
): Excerpt | null {
  const text = lines[start.line - 1];
  if (text === undefined || text.trim() === '' || mayHoldCredential(text, secrets)) return null;
  const room = Math.min(width, LONGEST);
  const from = start.column - 1;
  const to = end.line === start.line ? Math.max(end.column - 1, from + 1) : text.length;
  const indent = /^\s*/.exec(text.slice(0, from))?.[0].length ?? 0;
  const before = lastCells(shown(text.slice(indent, from)), Math.floor(room / 2));
  const marked = firstCells(shown(text.slice(from, to)), room - cells(before));
  const after = firstCells(shown(text.slice(to)), room - cells(before) - cells(marked));
  return {
    line: before + marked + after,
    carets: ' '.repeat(cells(before)) + '^'.repeat(Math.max(cells(marked), 1))
  };
}

function shown(text: string): string {
  return visible(text.replaceAll('\t', '  '));
}

/** Whether masking would change the line: then it is not shown, since the columns would no longer fit. */
function mayHoldCredential(text: string, secrets: readonly string[]): boolean {
  if (redactText(text, secrets) !== text) return true;
  for (const [, key = '', value = ''] of text.matchAll(/"((?:[^"\\]|\\.)*)"\s*:\s*"((?:[^"\\]|\\.)*)"/g)) {
    if (isSensitiveKey(key) && value !== '' && !isPlaceholder(value)) return true;
  }
  return false;
}

function firstCells(text: string, most: number): string {
  if (cells(text) <= most) return text;
  return most < 1 ? '' : `${taken(Array.from(text), most - 1).join('')}…`;
}

function lastCells(text: string, most: number): string {
  if (cells(text) <= most) return text;
  return `…${taken(Array.from(text).reverse(), most - 1)
    .reverse()
    .join('')}`;
}

function taken(characters: readonly string[], most: number): string[] {
  let used = 0;
  let count = 0;
  for (const character of characters) {
    used += cells(character);
    if (used > most) break;
    count += 1;
  }
  return characters.slice(0, count);
}
