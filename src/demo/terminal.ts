import {coloured, paint, visible, type Painted} from '../visible.js';

/** How things look in a terminal; plain text where colours are not wanted. */
export interface Style {
  readonly title: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly added: Paint;
  readonly removed: Paint;
}

type Paint = (text: string) => Painted;

/** @param colour whether escape sequences are understood (https://no-color.org) */
export function createStyle(colour: boolean): Style {
  const paintIn =
    (code: number): Paint =>
    (text) =>
      colour ? coloured(visible(text), code) : visible(text);
  return {title: paintIn(1), dim: paintIn(2), good: paintIn(32), added: paintIn(32), removed: paintIn(31)};
}

/** More lines of one block than a reader wants to scroll past. */
const MOST_LINES = 24;

const FENCED = /^( *)(`{3,}|~{3,})(\w*)\n([\s\S]*?)\n\1\2$/gm;

/** A comment's Markdown, as a person reads it: without its hidden header and HTML, sections marked, diffs coloured. */
export function readable(markdown: string, style: Style): Painted[] {
  const text = markdown
    .replace(/<!--[\s\S]*?-->\n*/g, '')
    .replace(/<summary>([\s\S]*?)<\/summary>/g, (_, title: string) => `▾ ${title}`)
    .replaceAll('\u200b', '');
  const lines: Painted[] = [];
  let from = 0;
  for (const match of text.matchAll(FENCED)) {
    const [whole, , , language = '', code = ''] = match;
    // What stands before it ends with a line's end, which begins no line.
    lines.push(...prose(text.slice(from, match.index).split('\n').slice(0, -1), style));
    lines.push(...block(language, code.split('\n'), style));
    from = match.index + whole.length + 1;
  }
  lines.push(...prose(text.slice(from).split('\n'), style));
  return withoutGaps(lines);
}

function prose(lines: readonly string[], {title}: Style): Painted[] {
  return lines.map((line) => (line.startsWith('#') ? title(unmarked(line)) : visible(unmarked(line))));
}

/** A fenced block, indented; long ones are cut, and diagrams are left to GitHub. */
function block(language: string, code: readonly string[], style: Style): Painted[] {
  if (language === 'mermaid') return [style.dim('    (GitHub draws the flow here)')];
  const hidden = code.length - MOST_LINES;
  const lines = code
    .slice(0, hidden > 1 ? MOST_LINES : undefined)
    .map((line) => paint`    ${language === 'diff' ? changed(line, style) : style.dim(line)}`);
  return hidden > 1 ? [...lines, style.dim(`    … ${hidden} more lines`)] : lines;
}

function changed(line: string, {added, removed, dim}: Style): Painted {
  if (line.startsWith('+')) return added(line);
  if (line.startsWith('-')) return removed(line);
  return dim(line);
}

/** No empty line at either end, nor two in a row. */
function withoutGaps(lines: readonly Painted[]): Painted[] {
  const kept = lines.filter((line, at) => line !== '' || (at > 0 && lines[at - 1] !== ''));
  return kept.at(-1) === '' ? kept.slice(0, -1) : kept;
}

function unmarked(text: string): string {
  return text
    .replace(/<[^>]+>/g, '')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/(?<!`)`([^`]+)`(?!`)/g, '$1')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
