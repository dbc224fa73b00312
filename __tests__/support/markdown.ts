/** What GitHub would find in a Markdown text, as far as safety goes. */
export interface MarkdownFacts {
  /** Everything outside fences, code and tags, entities as they are: what GitHub searches for Markdown and HTML. */
  readonly prose: string;
  readonly fences: readonly {readonly language: string; readonly lines: readonly string[]}[];
  /** The deepest nesting of `<details>`. */
  readonly depth: number;
  readonly comments: number;
}

const OUR_TAGS =
  /<\/?(?:details|summary|code|sub|a)>|<a href="https:\/\/github\.com\/(?:acme\/zis\/[\w/#.-]*|zis-bundles\/zis-bundles\/blob\/v[\d.]+\/docs\/rules\/[a-z0-9_-]*\.md#[a-z0-9_-]*)">|<!-- zis-bundles:[\w-]+ -->/g;

/** In the place of what is read apart from the prose, so that what stands around it does not run together. */
const ELSEWHERE = ' ';

/** Reads a report as GitHub does; throws for a fence or a `<details>` that is not closed or not ours. */
export function readMarkdown(text: string): MarkdownFacts {
  const fences: {language: string; lines: string[]}[] = [];
  const outside: string[] = [];
  let open: {ticks: string; fence: {language: string; lines: string[]}} | null = null;
  for (const line of text.split('\n')) {
    const ticks: string | undefined = /^ {0,3}(`{3,})/.exec(line)?.[1];
    if (open !== null) {
      const closes = ticks !== undefined && ticks.length >= open.ticks.length && /^ {0,3}`+\s*$/.test(line);
      if (closes) open = null;
      else open.fence.lines.push(line);
    } else if (ticks !== undefined && !line.replace(/^ *`+/, '').includes('`')) {
      open = {ticks, fence: {language: line.trim().slice(ticks.length), lines: []}};
      fences.push(open.fence);
    } else {
      outside.push(withoutCodeSpans(line));
    }
  }
  if (open !== null) throw new Error('a fence is not closed');
  const tags = outside.join('\n');
  const depth = detailsDepth(tags);
  const prose = tags
    .replace(/<code>[^<]*<\/code>/g, ELSEWHERE)
    .replace(OUR_TAGS, ELSEWHERE)
    .replace(/^> /gm, '');
  return {prose, fences, depth, comments: [...tags.matchAll(/<!--/g)].length};
}

/**
 * What is dangerous in prose: each match is something that GitHub would act on. Markdown and HTML count as they
 * are written, where an entity is none; mentions, references and addresses as they are rendered, where an entity
 * is the character that it stands for.
 */
export function dangers(prose: string): string[] {
  const written = prose.replace(ENTITY, ELSEWHERE);
  const rendered = prose.replace(ENTITY, (_, character: string) => String.fromCodePoint(Number(character)));
  return [
    ...[/[<>]/g, /(?<!\*)\[[^\]!]*\]\(/g].flatMap((danger) => written.match(danger) ?? []),
    ...[
      /@[\w-]/g,
      /(?:^|[^\w])#\d/g,
      /\bGH-\d/gi,
      /https?:\/\//gi,
      /\bwww\./gi,
      /\b[0-9a-f]{7,40}\b/gi,
      /[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u001b]/g
    ].flatMap((danger) => rendered.match(danger) ?? [])
  ];
}

const ENTITY = /&#(\d+);/g;

function detailsDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of text.matchAll(/<\/?details>/g)) {
    depth += tag === '<details>' ? 1 : -1;
    if (depth < 0) throw new Error('a </details> too many');
    deepest = Math.max(deepest, depth);
  }
  if (depth !== 0) throw new Error('a <details> is not closed');
  return deepest;
}

/** Removes code spans as CommonMark finds them: a run of backticks up to the next run of the same length. */
function withoutCodeSpans(line: string): string {
  let rest = line;
  let result = '';
  for (;;) {
    const start = /`+/.exec(rest);
    if (start === null) return result + rest;
    result += rest.slice(0, start.index);
    rest = rest.slice(start.index + start[0].length);
    const end = [...rest.matchAll(/`+/g)].find(([run]) => run.length === start[0].length);
    if (end === undefined) throw new Error(`a code span is not closed: ${line}`);
    result += ELSEWHERE;
    rest = rest.slice(end.index + end[0].length);
  }
}
