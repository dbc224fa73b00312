import {isObject} from '../bundle/json.js';
import type {Target} from '../plan/types.js';
import {commentData, inline, type Markdown} from './escape.js';

/** What a comment says to later runs, hidden at its start. */
export interface Header {
  readonly version: 1;
  /** Tells apart several steps, and the jobs of a matrix, that comment on one pull request. */
  readonly key: string;
  readonly target: Target;
  readonly headSha: string;
  /** Run and attempt that wrote the comment. */
  readonly run: string;
  /** null when the registry was not asked. */
  readonly planHash: string | null;
  /** `applied` and `closed` comments are history. */
  readonly state: CommentState;
  /** null when they are too many for a comment; the plan hash still covers them all. */
  readonly bundles: readonly HeaderBundle[] | null;
  /** Who has the plan key can make it (report/signature.ts); left out of an unsigned comment. */
  readonly mac?: string;
}

export type CommentState = 'open' | 'applied' | 'closed';

export interface HeaderBundle {
  readonly integration: string;
  readonly name: string;
  readonly desiredHash: string | null;
  readonly liveHash: string | null;
}

const MARKER = 'zis-bundles';
const AT_START = /^<!-- zis-bundles:([A-Za-z0-9_-]{1,65536}) -->(?=\r?\n|$)/;
const STATES: readonly unknown[] = ['open', 'applied', 'closed'];

/** How long a header is by default at most; a comment must have room for more than its header. */
export const MAX_HEADER = 40_000;

/**
 * The header as one HTML comment, the first line of a pull request comment.
 *
 * @param most with more characters than this the header does without its unchanged bundles, then without all
 */
export function renderHeader(header: Header, most = MAX_HEADER): Markdown {
  const changed = header.bundles?.filter(({desiredHash, liveHash}) => desiredHash !== liveHash) ?? null;
  for (const bundles of [header.bundles, changed]) {
    const rendered = commentData(MARKER, inOrder({...header, bundles}));
    if (rendered.length <= most) return rendered;
  }
  return commentData(MARKER, inOrder({...header, bundles: null}));
}

/** The header at the very start of a comment; null when there is none or it is not wholly sound. Never throws. */
export function readHeader(body: string): Header | null {
  const encoded = AT_START.exec(body)?.[1];
  if (encoded === undefined) return null;
  const bytes = Buffer.from(encoded, 'base64url');
  if (bytes.toString('base64url') !== encoded) return null;
  try {
    return toHeader(JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes)));
  } catch {
    return null;
  }
}

/** What of a comment people see: all but its header, however GitHub gives line ends back. */
export function visiblePart(body: string): string {
  return body.replace(AT_START, '').replace(/\r\n/g, '\n').trim();
}

/** The comment with another header; one without a header comes back as it is. */
export function withHeader(body: string, header: Header): string {
  return body.replace(AT_START, () => renderHeader(header, Infinity));
}

/**
 * Whether two comments say the same of the same commit. What only tells which run wrote them, the header's
 * `run`, its `mac` and the last line, does not count. A body without a header is like no other.
 */
export function sameSubstance(oldBody: string, newBody: string): boolean {
  const [old, now] = [readHeader(oldBody), readHeader(newBody)];
  if (old === null || now === null) return false;
  const facts = (header: Header) => JSON.stringify(inOrder({...header, run: '', mac: ''}));
  return facts(old) === facts(now) && substance(oldBody) === substance(newBody);
}

/**
 * The comment with another state in its header and a sentence above its headline that says why. A comment
 * that has this state already, or no header, comes back as it is.
 */
export function markComment(body: string, state: CommentState, sentence: string): string {
  const header = readHeader(body);
  if (header === null || header.state === state) return body;
  const rest = body.replace(AT_START, '');
  return `${renderHeader({...header, state})}\n\n> [!NOTE]\n> ${inline(sentence)}${rest}`;
}

/** The body without header line and last line, as GitHub might give it back. */
function substance(body: string): string {
  const lines = body.replace(/\r\n/g, '\n').trimEnd().split('\n');
  return lines.slice(1, -1).join('\n').trim();
}

/** A copy with the known fields in one order. */
function inOrder(header: Header): Header {
  const {version, key, target, headSha, run, planHash, state, bundles, mac = ''} = header;
  return {
    version,
    key,
    target: {registryUrl: target.registryUrl, subdomain: target.subdomain},
    headSha,
    run,
    planHash,
    state,
    bundles:
      bundles?.map(({integration, name, desiredHash, liveHash}) => ({
        integration,
        name,
        desiredHash,
        liveHash
      })) ?? null,
    ...(mac === '' ? {} : {mac})
  };
}

function toHeader(value: unknown): Header | null {
  if (!isObject(value) || !isObject(value['target'])) return null;
  const {version, key, target, headSha, run, planHash, state, bundles, mac = ''} = value;
  const {registryUrl, subdomain} = target;
  const texts = [key, headSha, run, registryUrl, subdomain, mac].every((text) => typeof text === 'string');
  const isSound = version === 1 && texts && isTextOrNull(planHash) && STATES.includes(state);
  if (!isSound || !(bundles === null || (Array.isArray(bundles) && bundles.every(isBundle)))) return null;
  return inOrder(value as unknown as Header);
}

function isBundle(value: unknown): boolean {
  if (!isObject(value)) return false;
  const {integration, name, desiredHash, liveHash} = value;
  return (
    typeof integration === 'string' &&
    typeof name === 'string' &&
    isTextOrNull(desiredHash) &&
    isTextOrNull(liveHash)
  );
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}
