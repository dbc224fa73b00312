/** How things look in a terminal; plain text where colours are not wanted. */
export interface Style {
  readonly title: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
}

/** @param colour whether escape sequences are understood (https://no-color.org) */
export function createStyle(colour: boolean): Style {
  const paint = (code: number) => (text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {title: paint(1), dim: paint(2), good: paint(32), added: paint(32), removed: paint(31)};
}

/** More lines of one block than a reader wants to scroll past. */
const MOST_LINES = 24;

/** A comment's Markdown, as a person reads it: without its hidden header and HTML, sections marked, diffs coloured. */
export function readable(markdown: string, style: Style): string[] {
  const text = markdown
    .replace(/<!--[\s\S]*?-->\n*/g, '')
    .replace(/<summary>([\s\S]*?)<\/summary>/g, (_, title: string) => `▾ ${title}`)
    .replace(
      /^( *)(`{3,}|~{3,})(\w*)\n([\s\S]*?)\n\1\2$/gm,
      (_, _indent, _mark, language: string, code: string) => block(language, code, style)
    );
  const lines = text.split('\n').map((line) => (/^#/.test(line) ? style.title(plain(line)) : plain(line)));
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .split('\n');
}

/** A fenced block, indented; long ones are cut, and diagrams are left to GitHub. */
function block(language: string, code: string, style: Style): string {
  if (language === 'mermaid') return style.dim('    (GitHub draws the flow here)');
  const lines = code
    .split('\n')
    .map((line) => `    ${language === 'diff' ? coloured(line, style) : style.dim(line)}`);
  const hidden = lines.length - MOST_LINES;
  return hidden > 1
    ? [...lines.slice(0, MOST_LINES), style.dim(`    … ${hidden} more lines`)].join('\n')
    : lines.join('\n');
}

function coloured(line: string, {added, removed, dim}: Style): string {
  if (line.startsWith('+')) return added(line);
  if (line.startsWith('-')) return removed(line);
  return dim(line);
}

function plain(text: string): string {
  return text
    .replace(/<[^>]+>/g, '')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/(?<!`)`([^`]+)`(?!`)/g, '$1')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u200b', '');
}
