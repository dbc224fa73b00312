import type {Range} from '../../bundle/text.js';
import {holderOf, nameCertainty, partsOf, valueCertainty} from '../../secrets/find.js';
import {plain, visible, type Line} from '../../visible.js';
import {cells} from './wrap.js';

/** A line of a file with the columns of it that are meant; both have the same length on a screen. */
export interface Excerpt {
  readonly line: Line;
  readonly carets: Line;
}

/** Where lines are left whole, one that is longer than this was not written by hand. */
const LONGEST = 160;

/** As much of a long line is looked at on either side; each column may take several characters. */
const NEAR = 8 * LONGEST;

/** Which lines of a file may hold a credential, by number from 0: of a long line it takes a while to find out. */
export type Suspects = Map<number, boolean>;

/**
 * The line of a file at which a range begins, cut around the range where it is longer than `width` columns.
 *
 * @param suspects what is known of the file's lines, and gets what is found out
 * @returns null for a line that is not there, and for one that may hold a credential
 */
export function excerptOf(
  lines: readonly string[],
  {start, end}: Range,
  width: number,
  secrets: readonly string[],
  suspects: Suspects = new Map()
): Excerpt | null {
  const at = start.line - 1;
  const text = lines[at];
  if (text === undefined || text.trim() === '') return null;
  const isSuspect = suspects.get(at) ?? mayHoldCredential(lines, at, secrets);
  suspects.set(at, isSuspect);
  if (isSuspect) return null;
  const room = Math.min(width, LONGEST);
  const from = start.column - 1;
  const to = end.line === start.line ? Math.max(end.column - 1, from + 1) : text.length;
  const indent = /^\s*/.exec(text.slice(0, Math.min(from, NEAR)))?.[0].length ?? 0;
  const before = lastCells(shown(text.slice(Math.max(indent, from - NEAR), from)), Math.floor(room / 2));
  const marked = firstCells(shown(text.slice(from, Math.min(to, from + NEAR))), room - cells(before));
  const after = firstCells(shown(text.slice(to, to + NEAR)), room - cells(before) - cells(marked));
  return {
    line: visible(before + marked + after),
    carets: plain`${' '.repeat(cells(before))}${'^'.repeat(Math.max(cells(marked), 1))}`
  };
}

function shown(text: string): string {
  return visible(text.replaceAll('\t', '  '));
}

/** Then the line is not shown: what is masked has another length, and the columns would no longer fit. */
function mayHoldCredential(lines: readonly string[], at: number, secrets: readonly string[]): boolean {
  const line = lines[at] ?? '';
  if (partsOf(line, secrets).some(({isSecret}) => isSecret)) return true;
  const before = lines.slice(Math.max(0, at - NEAR_LINES), at).map((text) => `${text.slice(-LONGEST)}\n`);
  const after = lines.slice(at + 1, at + 1 + NEAR_LINES).map((text) => `\n${text.slice(0, LONGEST)}`);
  const text = [...before, line, ...after].join('');
  const start = before.join('').length;
  for (const {0: property, 1: key = '', 2: words, 3: number, index} of text.matchAll(PROPERTY)) {
    const value = words ?? number ?? '';
    const end = index + property.length;
    if (end <= start || index >= start + line.length) continue;
    const beside = (other: string) => valueBeside(text, index, end, other);
    if (nameCertainty(holderOf(key, beside)) !== null && valueCertainty(value) !== null) return true;
  }
  return false;
}

/** A property's name can stand some lines above its value, and a header's name beside it. */
const NEAR_LINES = 3;
/** A text with what may follow as its value. One that never ends reaches to the end, so that nothing is read twice. */
const PROPERTY = /"((?:[^"\\]|\\.)*)(?:"|\\?$)(?:\s*:\s*(?:"((?:[^"\\]|\\.)*)(?:"|\\?$)|([\d.eE+-]+)))?/gs;

/** The text of another property of the object that holds the property from `start` to `end`, if it is near. */
function valueBeside(text: string, start: number, end: number, key: string): string | undefined {
  const before = text.slice(Math.max(0, start - LONGEST), start);
  const after = text.slice(end, end + LONGEST);
  const object = before.slice(before.lastIndexOf('{') + 1) + (after.split('}')[0] ?? '');
  return new RegExp(`"${key}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)"`).exec(object)?.[1];
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
