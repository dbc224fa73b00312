import {shorten, visible} from '../visible.js';

declare const markdown: unique symbol;
declare const label: unique symbol;

/** Text that is safe to print as GitHub Markdown. Only this file makes it from raw text. */
export type Markdown = string & {readonly [markdown]: true};

/** Text that is safe between the double quotes of a Mermaid label. */
export type MermaidLabel = string & {readonly [label]: true};

/** The languages of our fences. */
export type Language = 'diff' | 'mermaid' | 'text';

/** A fence that can be cut between any two lines. */
export interface Fence {
  readonly head: Markdown;
  readonly lines: readonly Markdown[];
  readonly tail: Markdown;
}

/** How many characters of a name, of a sentence and of a line are shown. */
const NAME_LENGTH = 120;
const SENTENCE_LENGTH = 1_000;
const LINE_LENGTH = 400;

const BREAK = '\u200b';

/** GitHub Flavored Markdown from a literal of ours and values that are safe already. */
export function gfm(literal: TemplateStringsArray, ...values: readonly (Markdown | number)[]): Markdown {
  return String.raw({raw: literal}, ...values) as Markdown;
}

/** Joins Markdown with a separator of ours. */
export function join(
  parts: readonly Markdown[],
  separator: '' | ' ' | ', ' | ' · ' | '\n' | '\n\n'
): Markdown {
  return parts.join(separator) as Markdown;
}

/**
 * Running text: for a paragraph, a list item, a table cell or the content of an HTML element. Nothing in it
 * is Markdown, HTML, a mention, a reference to an issue or commit, a link or a second line.
 *
 * GitHub looks for mentions and references in the rendered text, where neither a backslash nor an entity is
 * left: an invisible space inside them is what stops it.
 */
export function inline(text: string, most = SENTENCE_LENGTH): Markdown {
  return entities(unlinked(visible(shorten(text, most)).trim())) as Markdown;
}

/** A name or value as code, for running text and table cells. */
export function code(text: string, most = NAME_LENGTH): Markdown {
  const shown = visible(shorten(text, most));
  if (shown === '') return gfm`*(empty)*`;
  // A table cell ends at a pipe even inside backticks, and a backslash before it is not safe everywhere.
  if (shown.includes('|')) return codeElement(text, most);
  const ticks = '`'.repeat(longestRun(shown) + 1);
  const padding = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${ticks}${padding}${shown}${padding}${ticks}` as Markdown;
}

/** A name or value as an HTML `<code>`, where Markdown is not read, as in a `<summary>`. */
export function codeElement(text: string, most = NAME_LENGTH): Markdown {
  return `<code>${entities(visible(shorten(text, most)))}</code>` as Markdown;
}

/** The value of an HTML attribute, without its double quotes. */
export function attribute(text: string): Markdown {
  return visible(text).replace(/[&<>"'`|]/g, numericEntity) as Markdown;
}

/** A link; only the text where the address is not one of the web. */
export function link(text: Markdown, url: string): Markdown {
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url)) return text;
  return gfm`<a href="${attribute(url)}">${text}</a>`;
}

/** A fenced block, whole. */
export function fence(text: string, language: Language): Markdown {
  const {head, lines, tail} = fenceLines(text.split('\n'), language);
  return join([head, ...lines, tail], '\n');
}

/** A fenced block in lines; its delimiter is longer than any run of backticks in it. */
export function fenceLines(lines: readonly string[], language: Language): Fence {
  const shown = lines.map((line) => visible(shorten(line, LINE_LENGTH), '\t') as Markdown);
  const ticks = '`'.repeat(
    Math.max(3, shown.reduce((most, line) => Math.max(most, longestRun(line)), 0) + 1)
  );
  return {head: `${ticks}${language}` as Markdown, lines: shown, tail: ticks as Markdown};
}

/** A collapsed block; GitHub reads Markdown in it only after the empty line. */
export function detailsHead(summary: Markdown): Markdown {
  return gfm`<details><summary>${summary}</summary>`;
}
export const DETAILS_TAIL = '</details>' as Markdown;

/** An HTML comment that holds JSON which no `-->`, marker or line break can leave. */
export function commentData(marker: string, json: unknown): Markdown {
  return `<!-- ${marker}:${Buffer.from(JSON.stringify(json), 'utf8').toString('base64url')} -->` as Markdown;
}

/**
 * A label for Mermaid: everything but letters, digits and harmless punctuation becomes a Mermaid entity, so
 * that no name is a shape, an arrow, a directive, HTML, a Markdown list or emphasis.
 */
export function mermaidLabel(text: string, most = 40): MermaidLabel {
  const shown = visible(shorten(text, most)).trim();
  return shown
    .replace(/[^\p{L}\p{M}\p{N} _.,\-/?…→≤≥−]/gu, mermaidEntity)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, mermaidEntity)
    .replace(/^[-−]|(?<=^\d{1,9})\./u, mermaidEntity) as MermaidLabel;
}

/** Breaks what GitHub would turn into a link, a mention or an emoji. */
function unlinked(text: string): string {
  return text
    .replace(/[@#](?=\S)/g, `$&${BREAK}`)
    .replace(/\bGH-(?=\d)/gi, `$&${BREAK}`)
    .replace(/:(?=\/\/)/g, `:${BREAK}`)
    .replace(/\b(?:mailto|xmpp):/gi, `$&${BREAK}`)
    .replace(/\bwww(?=\.)/gi, `$&${BREAK}`)
    .replace(/:(?=[\w+-]{1,40}:)/g, `:${BREAK}`)
    .replace(/(?<![0-9a-z])[0-9a-f]{7,}(?![0-9a-z])/gi, (hex) => hex.replace(/.{6}(?=.)/g, `$&${BREAK}`));
}

/** Every character that Markdown or HTML gives a meaning, and a list's or underline's mark at the start. */
function entities(text: string): string {
  return text
    .replace(/[&<>`*_[\]\\~|$]/g, numericEntity)
    .replace(/^[-+=]/, numericEntity)
    .replace(/^(\d{1,9})([.)])/, (_, number: string, mark: string) => number + numericEntity(mark));
}

function numericEntity(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`;
}

function mermaidEntity(character: string): string {
  return `#${character.codePointAt(0) ?? 0};`;
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
