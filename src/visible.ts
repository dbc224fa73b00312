declare const painted: unique symbol;
declare const oneLine: unique symbol;

/**
 * What may be written to a terminal or a log as it is: nothing in it but what can be seen, colours of ours, and
 * line breaks of ours.
 */
export type Painted = string & {readonly [painted]: true};

/** One line of it, without colours. Only this file makes it from raw text. */
export type Line = Painted & {readonly [oneLine]: true};

/**
 * Characters that a reader cannot see or that change what the reader sees: control and format characters
 * (bidi overrides, zero-width characters, tags), line and paragraph separators, lone surrogates, blank
 * "letters" and variation selectors.
 */
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

const NAMED: Readonly<Record<string, string>> = {'\n': '\\n', '\r': '\\r', '\t': '\\t'};

/**
 * The text with every hidden character written out as JSON would write it: `\n`, `\u001b`, `\u202e`. The
 * parts of an emoji stay. What is visible already is left as it is.
 *
 * @param keep hidden characters that have a meaning where the text will stand, such as a fence's tabs
 */
export function visible(text: string): Line;
export function visible(text: string, keep: string): string;
export function visible(text: string, keep = ''): string {
  return text.replace(HIDDEN, (character, offset: number) => {
    if (keep.includes(character) || belongsToEmoji(character, text.slice(Math.max(0, offset - 2), offset))) {
      return character;
    }
    return NAMED[character] ?? escapeSequence(character);
  });
}

/** How much of a value stands in a sentence. */
const VALUE_LENGTH = 1_000;

/** A line from a literal of ours and values, which are made visible, and cut when they are very long. */
export function plain(literal: TemplateStringsArray, ...values: readonly (string | number)[]): Line {
  const shown = values.map((value) => visible(shorten(String(value), VALUE_LENGTH)));
  return String.raw({raw: literal}, ...shown) as Line;
}

/** Lines that are shown in one, such as the columns of a table, from a literal of ours. */
export function paint(literal: TemplateStringsArray, ...values: readonly (Painted | number)[]): Painted {
  return String.raw({raw: literal}, ...values) as Painted;
}

/** Joins lines with a separator of ours. */
export function joined(lines: readonly Line[], separator: ' ' | ', ' | '; ' | ''): Line {
  return lines.join(separator) as Line;
}

/** A text of several lines, each made visible. */
export function visibleLines(text: string): Line[] {
  return text.split('\n').map((each) => visible(each));
}

/** Whole lines, each with its end. */
export function linesOf(lines: readonly Painted[]): Painted {
  return lines.map((each) => `${each}\n`).join('') as Painted;
}

/** The same in the colour of this code (ECMA-48, SGR). */
export function coloured(text: Line, code: number): Painted {
  return (text === '' ? text : `\u001b[${code}m${text}\u001b[0m`) as Painted;
}

/**
 * The runner takes a line that begins with `::` as a command, and one that holds `##[` anywhere (actions/runner,
 * ActionCommand.cs). An invisible character between the signs is enough to stop that.
 *
 * @param text one or more lines, as the runner takes them apart: .NET's StreamReader ends one at \n, \r and \r\n
 */
export function inert(text: string): Painted {
  return text
    .split(/(\r\n|\r|\n)/)
    .map((line, index) => (index % 2 === 1 ? line : inertLine(line)))
    .join('') as Painted;
}

/**
 * What a terminal tool writes, which may run in a workflow's step as well: there the runner reads its lines. `##[`
 * becomes `##\u005b`, which JSON reads as the same, and a `::` at the start of a line `\u003a:`. So do the openings
 * of commands in Azure Pipelines (`##vso[`) and TeamCity (`##teamcity[`).
 *
 * @param commands whether lines that begin with `::` are ours, and meant
 */
export function inertOutput(text: Painted, commands = false): Painted {
  const told = text.includes('##') ? text.replace(OPENING, '$1\\u005b') : text;
  if (commands || !told.includes('::')) return told as Painted;
  return told
    .split(/(\r\n|\r|\n)/)
    .map((line, index) => {
      const start = index % 2 === 1 ? -1 : line.search(NO_WHITE_SPACE);
      const isCommand = start !== -1 && line.startsWith('::', start);
      return isCommand ? `${line.slice(0, start)}\\u003a:${line.slice(start + 2)}` : line;
    })
    .join('') as Painted;
}

/** What .NET's TrimStart takes away (Char.IsWhiteSpace); JavaScript's \s lacks U+0085. */
const NO_WHITE_SPACE = /[^\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const BREAK = '\u200b';

/** Of a command within a line: GitHub's older form, Azure Pipelines', TeamCity's. */
const OPENING = /(##(?:vso|teamcity)?)\[/g;

function inertLine(line: string): string {
  const start = line.search(NO_WHITE_SPACE);
  const isCommand = start !== -1 && line.startsWith('::', start);
  const told = isCommand ? `${line.slice(0, start + 1)}${BREAK}${line.slice(start + 1)}` : line;
  return told.replace(OPENING, `$1${BREAK}[`);
}

/** JSON of a value, with all that cannot be seen escaped; it gives the same value when it is read. */
export function visibleJson(value: unknown, indent?: number): Painted {
  const text = JSON.stringify(value, null, indent);
  return text.replace(HIDDEN, (character) =>
    character === '\n' ? character : jsonEscape(character)
  ) as Painted;
}

function jsonEscape(character: string): string {
  return Array.from({length: character.length}, (_, unit) => {
    return `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`;
  }).join('');
}

/** The first `most` characters (code points) of a text; the last one is … when something was cut off. */
export function shorten(text: Line, most: number): Line;
export function shorten(text: string, most: number): string;
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = Array.from(text.slice(0, most * 2 + 2));
  if (characters.length <= most) return text;
  return `${characters.slice(0, most - 1).join('')}…`;
}

/** As shorten, but what is cut out is the middle: of a comparison both the subject and the value stay. */
export function shortenMiddle(text: string, most: number): string {
  const characters = Array.from(text.slice(0, 10_000));
  if (characters.length <= most) return text;
  const tail = Math.floor((most - 1) / 2);
  return `${characters.slice(0, most - 1 - tail).join('')}…${characters.slice(-tail).join('')}`;
}

/**
 * Two different texts, each shortened to about `most` characters such that the first difference stays in
 * view.
 */
export function shortenPair(old: string, now: string, most: number): [string, string] {
  const common = commonPrefix(old, now);
  const lead = Math.floor(most / 3);
  if (common <= lead || (old.length <= most && now.length <= most)) {
    return [shorten(old, most), shorten(now, most)];
  }
  const from = common - lead;
  return [`…${shorten(old.slice(from), most - 1)}`, `…${shorten(now.slice(from), most - 1)}`];
}

function belongsToEmoji(character: string, before: string): boolean {
  if (character === '\ufe0f') return /\p{Extended_Pictographic}$/u.test(before);
  return character === '\u200d' && /(?:\p{Extended_Pictographic}|\p{EMod})\ufe0f?$/u.test(before);
}

function escapeSequence(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}
