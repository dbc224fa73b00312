import {NAMES, SHAPES, type Certainty, type SecretShape} from './shapes.js';

/** Whether a text may have one of the shapes: one look at a text that has none, as nearly all are. */
function hintsOf(shapes: readonly SecretShape[]): (text: string) => boolean {
  const hints = (ofUrls: boolean): string =>
    shapes
      .filter(({pattern}) => pattern.ignoreCase === ofUrls)
      .map(({hint}) => hint)
      .join('|');
  const anywhere = new RegExp(hints(false));
  const inUrls = new RegExp(hints(true), 'i');
  return (text) => anywhere.test(text) || (text.includes('/') && inUrls.test(text));
}

const REPORTED = SHAPES.filter(({certain}) => certain !== false);
const mayHoldReported = hintsOf(REPORTED);
const mayHoldAny = hintsOf(SHAPES);

/** A parameter of a URL: what stays readable with the parameter's name, then the value. */
const QUERY = /([?&;]([\w.-]{1,64})=)((?:\{\{[^{}]{0,500}\}\}){0,8}[^&\s"'#\\<>]*)/g;
const IN_QUERY = 'a credential among the parameters of a URL';

/**
 * What kind of credential a text holds beyond doubt, with its article; null for none. A text that only speaks
 * of one, or has a placeholder in its place, holds none.
 */
export function certainSecretIn(text: string): string | null {
  if (text.length < SHORTEST_CERTAIN) return null;
  if (mayHoldReported(text)) {
    for (const {what, pattern, certain} of REPORTED) {
      for (const {hidden} of matchesOf(text, pattern)) {
        if (certain === true || (certain instanceof RegExp && certain.test(hidden))) return what;
      }
    }
  }
  return text.includes('=') && hasCertainParameter(text) ? IN_QUERY : null;
}

const SHORTEST_CERTAIN = 16;

function hasCertainParameter(text: string): boolean {
  for (const [, , name = '', value = ''] of text.matchAll(QUERY)) {
    if (nameCertainty(name, 'query') === 'certain' && valueCertainty(value) === 'certain') return true;
  }
  return false;
}

/** A piece of a text. */
export interface Part {
  readonly text: string;
  readonly isSecret: boolean;
}

/**
 * A text in its pieces: the credentials in it, and what stands between them.
 *
 * @param known the credentials of this run, the longest first; other credentials are known by their form
 */
export function partsOf(text: string, known: readonly string[]): readonly Part[] {
  let parts: readonly Part[] = [{text, isSecret: false}];
  for (const secret of known) {
    if (text.includes(secret)) parts = split(parts, (part) => occurrencesOf(part, secret));
  }
  if (mayHoldAny(text)) {
    for (const {pattern} of SHAPES) parts = split(parts, (part) => matchesOf(part, pattern));
  }
  return text.includes('=') ? split(parts, parametersOf) : parts;
}

/** A text with `replacement` in the place of each credential. @param known as for partsOf */
export function replaceSecrets(text: string, known: readonly string[], replacement: string): string {
  return partsOf(text, known)
    .map((part) => (part.isSecret ? replacement : part.text))
    .join('');
}

/** Where a secret stands in a text. */
interface Match {
  readonly start: number;
  readonly hidden: string;
}

function split(parts: readonly Part[], find: (text: string) => Iterable<Match>): readonly Part[] {
  return parts.flatMap((part) => {
    if (part.isSecret) return [part];
    const pieces: Part[] = [];
    let end = 0;
    for (const {start, hidden} of find(part.text)) {
      if (start > end) pieces.push({text: part.text.slice(end, start), isSecret: false});
      pieces.push({text: hidden, isSecret: true});
      end = start + hidden.length;
    }
    if (pieces.length === 0) return [part];
    if (end < part.text.length) pieces.push({text: part.text.slice(end), isSecret: false});
    return pieces;
  });
}

function* occurrencesOf(text: string, secret: string): Generator<Match> {
  for (let start = text.indexOf(secret); start !== -1; start = text.indexOf(secret, start + secret.length)) {
    yield {start, hidden: secret};
  }
}

function* matchesOf(text: string, pattern: RegExp): Generator<Match> {
  for (const {0: match, 1: kept = '', index} of text.matchAll(pattern)) {
    yield {start: index + kept.length, hidden: match.slice(kept.length)};
  }
}

function* parametersOf(text: string): Generator<Match> {
  for (const {1: kept = '', 2: name = '', 3: value = '', index} of text.matchAll(QUERY)) {
    if (nameCertainty(name, 'query') === null || valueCertainty(value) === null) continue;
    yield {start: index + kept.length, hidden: value};
  }
}

const MAY_NAME_A_SECRET = /pass|pwd|secret|token|key|auth|cred|bearer|cookie|sig/i;
const LONGEST_NAME = 64;

/** Whether the name of a credential may stand in a text: quickly, and never wrongly no. */
export function mayNameSecret(text: string): boolean {
  return MAY_NAME_A_SECRET.test(text);
}

/**
 * Whether a header, parameter or property of this name holds a credential, however it is written; null when
 * it holds something else. A key's `.$` is no part of its name.
 */
export function nameCertainty(name: string, place: 'property' | 'query' = 'property'): Certainty | null {
  const end = name.length > LONGEST_NAME ? name.slice(-LONGEST_NAME) : name;
  if (!MAY_NAME_A_SECRET.test(end)) return null;
  const plain = end.toLowerCase().replace(/[^a-z0-9]/g, '');
  const found = NAMES.find(
    ({pattern, inQuery}) => (inQuery !== true || place === 'query') && pattern.test(plain)
  );
  if (found === undefined) return null;
  return name.length > LONGEST_NAME ? 'doubtful' : found.certainty;
}

/**
 * The name under which a value of an object is kept: its property's, or for the `value` of a header or parameter
 * what the `key` or `name` beside it says.
 *
 * @param beside gives the value of another property of the object
 */
export function holderOf(property: string, beside: (property: string) => unknown): string {
  if (!isHeld(property)) return property;
  const label = [beside('key'), beside('name')].find((value) => typeof value === 'string');
  return label ?? property;
}

/** Whether the value of a property of this name is kept under what is said beside it. */
export function isHeld(property: string): boolean {
  return property === 'value' || property === 'value.$';
}

const PLACEHOLDER = /\{\{\s{0,20}(?:\$[^{}]{0,500}|[A-Za-z_][\w-]{0,200}\s{0,20})\}\}/g;
const REFERENCE_PATH = /^\$(?:[.[][\w.[\]$'"*-]*)?$/;
const SCHEME_ALONE = /^(?:(?:Bearer|Basic|ApiKey|Token)(?: token)?)?$/i;
const SCHEME = /^(?:basic|bearer|token|apikey|digest|sso-key)\s+/i;
const STAND_IN =
  /^(?:<.*>|\[.*\]|%.*%|[*.x-]+|your.*|my.*|.*(?:placeholder|example|dummy|redacted|changeme|change_me).*|none|null|true|false|undefined|string|bearer|basic|optional|required)$/is;

/** `acme_settings`, `same-origin`: a name of something, and not the thing. */
const WORDS = /^[a-z]+(?:[-_][a-z]+)+$/;

/** Shorter texts are no credentials, or none worth stealing. */
const SHORTEST_SECRET = 6;
const LONGEST_SECRET = 4096;

/**
 * Whether a text that is kept under the name of a credential is the credential itself; null when it only says
 * where that comes from (`$.connections.x.token`, `Bearer {{$.token}}`), `doubtful` for a text with a
 * placeholder in it and for a word that may stand in for a credential.
 */
export function valueCertainty(value: string): Certainty | null {
  if (value === '' || isPlaceholder(value)) return null;
  if (value.length > LONGEST_SECRET || value.includes('{{') || value.startsWith('$')) return 'doubtful';
  const secret = value.trim().replace(SCHEME, '');
  if (secret.length < SHORTEST_SECRET || /\s/.test(secret)) return 'doubtful';
  if (STAND_IN.test(secret) || WORDS.test(secret)) return 'doubtful';
  return secret.length >= 16 || /\d/.test(secret) || /[^A-Za-z_]/.test(secret) ? 'certain' : 'doubtful';
}

function isPlaceholder(value: string): boolean {
  if (REFERENCE_PATH.test(value)) return true;
  const rest = value.replace(PLACEHOLDER, '');
  return rest !== value && SCHEME_ALONE.test(rest.replace(/[\s:;,"=]+/g, ' ').trim());
}
