import type {Span} from '../bundle/json-types.js';

/** One segment of a path: a member's name or an array's index. */
export type PathSegment = string | number;

/** What keeps a path from being a plain reference path; the span counts within the path's own text. */
export interface PathFault extends Span {
  /** `malformed`: no reader takes it. `unsupported`: JSONPath has it, and ZIS documents none of it. */
  readonly kind: 'malformed' | 'unsupported';
  readonly message: string;
  readonly hint: string;
}

/** A path as read: its segments up to the first fault. `$` alone has none. */
export interface ReferencePath {
  readonly segments: readonly PathSegment[];
  readonly fault: PathFault | null;
}

/** A `{{…}}` in a text. The span includes the braces. */
export interface Placeholder extends Span {
  /** What stands between the braces, trimmed. */
  readonly inner: string;
  /** Where `inner` begins in the text. */
  readonly innerStart: number;
  /** null when it does not begin with `$`: then ZIS does not replace it. */
  readonly path: ReferencePath | null;
}

export interface Template {
  readonly placeholders: readonly Placeholder[];
  /** Braces that do not make a placeholder though they were meant to. */
  readonly faults: readonly (Span & {readonly message: string})[];
}

/** The name at which a path enters the data: `input` for `$.input.ticket_event`; null for `$` and `$[0]`. */
export function rootOf({segments}: ReferencePath): string | null {
  const [first] = segments;
  return typeof first === 'string' ? first : null;
}

/**
 * Reads a reference path: `$`, then members (`.name`, `['name']`) and indexes (`[0]`).
 *
 * @param text begins with `$`
 */
export function parsePath(text: string): ReferencePath {
  const segments: PathSegment[] = [];
  if (text.startsWith('$$')) return {segments, fault: unsupported(0, 2, 'the context object `$$`')};
  for (let at = 1; at < text.length;) {
    const end = text[at] === '.' ? nameEnd(text, at + 1) : at;
    const isPlain = end > at + 1 && (end === text.length || text[end] === '.' || text[end] === '[');
    if (isPlain) {
      segments.push(text.slice(at + 1, end));
      at = end;
      continue;
    }
    const segment = text[at] === '[' ? bracket(text, at) : oddMember(text, at, end);
    if (segment.fault !== null) return {segments, fault: segment.fault};
    segments.push(segment.value);
    at = segment.end;
  }
  return {segments, fault: null};
}

/** Finds the placeholders of a text, in one pass. */
export function parseTemplate(text: string): Template {
  if (!text.includes('{')) return text.includes('}}') ? neverOpened(text) : NO_PLACEHOLDERS;
  const placeholders: Placeholder[] = [];
  const faults: (Span & {message: string})[] = [];
  let close = -1;
  for (let at = text.indexOf('{{'); at !== -1;) {
    while (text[at + 2] === '{') at += 1;
    if (close < at + 2) close = indexOr(text, '}}', at + 2, Infinity);
    const next = indexOr(text, '{{', at + 2, text.length);
    const closed = close < next;
    const body = text.slice(at + 2, closed ? close : next);
    const fault = unclosed(body, at, closed);
    if (fault !== null) faults.push(fault);
    else if (closed) placeholders.push(placeholder(body, at, close + 2));
    at = text.indexOf('{{', closed ? close + 2 : next);
  }
  if (LONE_BRACE.test(text)) {
    for (const {0: found, index: start} of text.matchAll(HALF_OPEN)) {
      const message = found.endsWith('}}') ? 'this placeholder begins with one `{`' : SINGLE_BRACES;
      faults.push({start, end: start + found.length, message});
    }
  }
  return {placeholders, faults};
}

/** The faults of a text without an opening brace. */
function neverOpened(text: string): Template {
  const faults = Array.from(text.matchAll(NEVER_OPENED), ({0: {length}, index: start}) => {
    return {start, end: start + length, message: 'this placeholder does not begin with `{{`'};
  });
  return {placeholders: [], faults};
}

/** `$.x}}` */
const NEVER_OPENED = /\$\.[\w.[\]-]{1,200}\s{0,9}\}\}/g;

const NO_PLACEHOLDERS: Template = {placeholders: [], faults: []};

/** `{{$.x}` and `{{$.x`; other texts between two braces are none of ZIS's. */
function unclosed(body: string, start: number, closed: boolean): Template['faults'][number] | null {
  const brace = body.indexOf('}');
  if (!/^\s*\$/.test(body) || (closed && brace === -1)) return null;
  const width = brace === -1 ? (/^[^\s"'<>&]*/.exec(body)?.[0].length ?? 0) : brace + 1;
  return {start, end: start + 2 + width, message: 'the placeholder that begins here has no `}}`'};
}

/** Quickly finds out that HALF_OPEN has nothing to find. */
const LONE_BRACE = /(?<!\{)\{\s{0,9}\$/;

/** `{$.x}}` and `{$.x}` that no further `{` precedes. */
const HALF_OPEN = /(?<!\{)\{\s{0,9}\$[.[][^{}]{0,999}\}\}?/g;
const SINGLE_BRACES = 'this placeholder has one brace on each side';

function placeholder(body: string, start: number, end: number): Placeholder {
  const inner = body.trim();
  const innerStart = start + 2 + (body.length - body.trimStart().length);
  return {start, end, inner, innerStart, path: inner.startsWith('$') ? parsePath(inner) : null};
}

function indexOr(text: string, wanted: string, from: number, otherwise: number): number {
  const found = text.indexOf(wanted, from);
  return found === -1 ? otherwise : found;
}

type Read =
  {readonly fault: null; readonly value: PathSegment; readonly end: number} | {readonly fault: PathFault};

/** Where the name that begins here ends. */
function nameEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && STOPS[text.charCodeAt(end)] !== 1) end += 1;
  return end;
}

/** What is no member with a plain name. @param end where the name behind the dot ends */
function oddMember(text: string, at: number, end: number): Read {
  if (text[at] !== '.') {
    const found = text[at] ?? '';
    return {
      fault:
        found.trim() === ''
          ? malformed(at, text.length, 'a path holds no space')
          : malformed(at, at + 1, `a dot or a bracket is expected before \`${found}\``)
    };
  }
  const next = text[at + 1];
  if (next === '.') return {fault: unsupported(at, at + 2, 'recursive descent (`..`)')};
  if (next === '*') return {fault: unsupported(at, at + 2, 'a wildcard (`.*`)')};
  if (next === undefined || next === '[') {
    return {fault: malformed(at, at + 1, 'a name is missing after the dot')};
  }
  return {fault: strayCharacter(text, end, text[end] ?? '')};
}

/** 1 for each character that ends a name, or cannot stand in one that is not quoted. */
const STOPS = Uint8Array.from({length: 128}, (_, code) =>
  '.[]{}()|"\'`,*? \t\n\r'.includes(String.fromCharCode(code)) ? 1 : 0
);

function strayCharacter(text: string, at: number, found: string): PathFault {
  const rest = text.slice(at);
  if (/^\s*(\||\/\/|==|\+)/.test(rest) || found === '(' || found === '|') {
    return malformed(at, text.length, 'a path has no filters or functions', JQ_HINT);
  }
  if (found.trim() !== '') return malformed(at, at + 1, `\`${found}\` cannot stand in a path`);
  if (rest.trim() === '') return malformed(at, text.length, 'a path ends without a space');
  return {
    ...unsupported(at, at + 1, 'a space in a name'),
    hint: "Write the name in brackets and quotes: ['first name']."
  };
}

const JQ_HINT = 'Compute the value in an action state with zis:common:transform:Jq first.';

function bracket(text: string, at: number): Read {
  const quotedName = /^\[\s*(?:'([^']*)'|"([^"]*)")\s*\]/.exec(text.slice(at, at + MAX_BRACKET));
  if (quotedName !== null) {
    return {fault: null, value: quotedName[1] ?? quotedName[2] ?? '', end: at + quotedName[0].length};
  }
  const close = text.indexOf(']', at);
  if (close === -1) return {fault: malformed(at, text.length, 'the `[` is not closed')};
  const inner = text.slice(at + 1, close).trim();
  const end = close + 1;
  if (/^\d{1,9}$/.test(inner)) return {fault: null, value: Number(inner), end};
  const construct = constructIn(inner);
  if (construct !== null) return {fault: unsupported(at, end, construct)};
  const what = inner === '' ? 'the brackets are empty' : 'brackets hold an index, or a name in quotes';
  return {fault: malformed(at, end, what)};
}

const MAX_BRACKET = 1024;

function constructIn(inner: string): string | null {
  if (inner === '*') return 'a wildcard (`[*]`)';
  if (inner.startsWith('?')) return 'a filter (`[?…]`)';
  if (inner.startsWith('(') || inner.startsWith('@')) return 'a script (`[(…)]`)';
  if (/^-\d+$/.test(inner)) return 'an index that counts from the end';
  if (/^-?\d*:[-\d:]*$/.test(inner)) return 'a slice (`[a:b]`)';
  if (/^[\d'"][^\]]*,/.test(inner)) return 'a union (`[a,b]`)';
  return null;
}

function malformed(start: number, end: number, message: string, hint = ''): PathFault {
  return {kind: 'malformed', start, end, message, hint};
}

function unsupported(start: number, end: number, construct: string): PathFault {
  const message = `${construct} is no part of the paths that ZIS documents`;
  return {kind: 'unsupported', start, end, message, hint: JQ_HINT};
}
