import {isOpen} from '../../bundle/fill-text.js';
import type {JsonNode} from '../../bundle/json-types.js';
import type {Resource} from '../../bundle/model.js';
import {JQ_ACTION} from '../../flow/built-ins.js';
import {parsePath, parseTemplate, rootOf, type ReferencePath} from '../../flow/path.js';
import {outermost, type Scope, type State} from '../../flow/states.js';
import {textOf} from '../../flow/template.js';
import {callersIn, callsIn, showsAllCalls, type Call} from './calls.js';
import {INITIAL_ROOTS} from './data-effects.js';
import {perBundle} from './memo.js';
import type {BundleContext} from '../rule.js';

/** Whether a path names a value that holds no free text, or that says that it is encoded. By whole words. */
export function isSafeName(path: string): boolean {
  const names = path.split(/[.[\]'"]+/).filter((name) => name !== '' && name !== '$');
  if (names.some((name) => wordsOf(name).some((word) => ENCODED.has(word)))) return true;
  const last = names.filter((name) => !/^\d+$/.test(name)).at(-1) ?? '';
  return NO_FREE_TEXT.has(wordsOf(last).at(-1) ?? '') || JOINED_ID.test(last);
}

/** The words of `ticketId`, `ticket_id` and `ticket-id`, in lower case. */
function wordsOf(name: string): string[] {
  return name
    .split(/(?<=[a-z\d])(?=[A-Z])|[^A-Za-z\d]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

const ENCODED: ReadonlySet<string> = new Set(['enc', 'encoded', 'encode', 'urlencoded', 'uri', 'escaped']);

const NO_FREE_TEXT: ReadonlySet<string> = new Set([
  ...['id', 'ids', 'uuid', 'guid', 'token', 'cursor', 'number', 'num', 'count', 'page', 'size', 'limit'],
  ...['key', 'code', 'timestamp', 'domain', 'uri']
]);

/** `ticketid` and its like, in which nothing tells the words apart. */
const JOINED_ID =
  /^(?:account|brand|comment|customer|external|group|issue|order|org|organization|product|requester|ticket|user)id$/i;

/** Whether every state that runs an action passes it, under this path, what needs no encoding. */
export function isPassedSafely(bundle: BundleContext, action: Resource, path: ReferencePath): boolean {
  if (path.fault !== null || !showsAllCalls(bundle)) return false;
  const callers = callersIn(bundle).get(action) ?? [];
  return callers.length > 0 && callers.every((call) => passesSafely(bundle, call, path));
}

/** Goes down the literal objects of a state's Parameters to the value, or to the path that leads to it. */
function passesSafely(bundle: BundleContext, {state, parameters}: Call, {segments}: ReferencePath): boolean {
  let node: JsonNode | null = parameters;
  for (const step of segments) {
    const dynamic: JsonNode | undefined = node?.properties.get(`${step}.$`);
    if (dynamic !== undefined) return isSafeText(bundle, state, textOf(dynamic));
    node = (typeof step === 'number' ? node?.items[step] : node?.properties.get(step)) ?? null;
  }
  if (node === null || segments.length === 0) return false;
  if (isOpen(node.filling) || node.type === 'number' || node.type === 'boolean') return true;
  return node.type === 'string' && UNENCODED.test(textOf(node));
}

/** A path, or a text with placeholders. */
function isSafeText(bundle: BundleContext, state: State, text: string): boolean {
  if (text.startsWith('$') && !text.includes('{{')) return isSafePath(bundle, state, text);
  let done = 0;
  for (const {start, end, inner, path} of parseTemplate(text).placeholders) {
    if (path === null || !isSafePath(bundle, state, inner)) return false;
    if (!UNENCODED.test(text.slice(done, start))) return false;
    done = end;
  }
  return UNENCODED.test(text.slice(done));
}

function isSafePath(bundle: BundleContext, state: State, text: string): boolean {
  if (isSafeName(text)) return true;
  const encoded = encodedRoots(bundle).get(outermost(state.scope));
  const root = rootOf(parsePath(text));
  if (encoded === undefined || root === null) return false;
  return encoded.has(root) || (encoded.has('') && !INITIAL_ROOTS.includes(root));
}

/**
 * The names under which jq programs with `@uri` put their results, by flow; empty for a result that takes the
 * place of all data.
 */
const encodedRoots = perBundle((bundle): ReadonlyMap<Scope, ReadonlySet<string>> => {
  const roots = new Map<Scope, Set<string>>();
  for (const {state, text, parameters} of callsIn(bundle)) {
    if (text !== JQ_ACTION) continue;
    const expr = parameters?.properties.get('expr') ?? parameters?.properties.get('expr.$');
    if (!textOf(expr).includes('@uri')) continue;
    const scope = outermost(state.scope);
    const written = textOf(state.node.properties.get('ResultPath')) || '$';
    if (!written.startsWith('$')) continue;
    const root = rootOf(parsePath(written));
    roots.set(scope, (roots.get(scope) ?? new Set<string>()).add(root ?? ''));
  }
  return roots;
});

/** What a value in a query string can hold as it is (RFC 3986, section 3.4), without what separates values. */
const UNENCODED = /^(?:[\w.~!$'()*,;:@/?-]|%[0-9a-f]{2})*$/i;
