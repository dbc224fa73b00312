import type {JsonNode} from '../../bundle/json-types.js';
import {parsePath, parseTemplate, type PathSegment} from '../../flow/path.js';
import type {Scope} from '../../flow/states.js';
import {JQ_ACTION} from '../../flow/built-ins.js';
import {occurrences} from '../../words.js';

/** The paths that the states of a scope read, as far as they are written down; those of jq programs by their looks. */
export function readsIn({ordered}: Scope): (readonly PathSegment[])[] {
  const reads: (readonly PathSegment[])[] = [];
  for (const {node, iterator} of ordered) {
    for (const member of node.properties.nodes) {
      if (member.name === 'Iterator' && iterator !== null) readsOfItems(node, iterator, reads);
      else if (!WRITTEN.has(member.name)) collect(member, reads);
    }
    if (node.properties.get('ActionName')?.value === JQ_ACTION) reads.push(...readsOfJq(node));
  }
  return reads;
}

/** Names of a state under which no path is read. */
const WRITTEN: ReadonlySet<string> = new Set(['ResultPath', 'Comment', 'Next', 'Type', 'ActionName']);

function collect(node: JsonNode, reads: (readonly PathSegment[])[]): void {
  for (const member of [...node.properties.nodes, ...node.items]) {
    if (member.name !== 'ResultPath' && member.name !== 'Next') collect(member, reads);
  }
  if (typeof node.value === 'string') for (const segments of pathsIn(node.value)) reads.push(segments);
}

/** The paths in a text: it is one, or has some in placeholders. */
export function pathsIn(text: string): (readonly PathSegment[])[] {
  if (text.startsWith('$')) {
    const {segments, fault} = parsePath(text);
    return fault === null ? [segments] : [];
  }
  return parseTemplate(text).placeholders.flatMap(({path}) => (path?.fault === null ? [path.segments] : []));
}

/** What the states of an Iterator read of an item, as read of the first item. */
function readsOfItems(map: JsonNode, iterator: Scope, reads: (readonly PathSegment[])[]): void {
  const items = map.properties.get('ItemsPath')?.value;
  const [list] = typeof items === 'string' ? pathsIn(items) : [];
  if (list === undefined) return;
  reads.push([...list, 0]);
  for (const segments of readsIn(iterator)) reads.push([...list, 0, ...segments]);
}

/**
 * The paths that a state's jq program seems to read: `.orders[].id`, and `$order.id` behind `.input as $order`, behind
 * where its data is. What is piped on is not followed.
 */
export function readsOfJq(state: JsonNode): (readonly PathSegment[])[] {
  const from = dataOf(state);
  const expr = state.properties.get('Parameters')?.properties.get('expr')?.value;
  if (typeof expr !== 'string' || from === null) return [];
  const program = expr.slice(0, MOST_PROGRAM);
  const reads: (readonly PathSegment[])[] = [];
  if (/^\s*\.\[/.test(program)) reads.push([...from, 0]);
  const bound = new Map<string, readonly PathSegment[]>();
  for (const [, path = '', name = ''] of program.matchAll(JQ_BINDING))
    bound.set(name, [...from, ...jqSegments(path)]);
  for (const [, path = ''] of program.matchAll(JQ_PATH)) reads.push([...from, ...jqSegments(path)]);
  for (const [, name = '', path = ''] of program.matchAll(JQ_VARIABLE)) {
    const source = bound.get(name);
    if (source !== undefined) reads.push([...source, ...jqSegments(path)]);
  }
  return reads.filter((segments) => segments.length > from.length);
}

/** Where the data of a state's jq program is; null when that is no path. */
function dataOf(state: JsonNode): readonly PathSegment[] | null {
  const data = state.properties.get('Parameters')?.properties.get('data.$')?.value;
  return typeof data === 'string' ? (pathsIn(data)[0] ?? null) : null;
}

/** `orders[].id` as segments. */
function jqSegments(path: string): PathSegment[] {
  return path.split('.').flatMap((part): PathSegment[] => {
    const lists = occurrences(part, '[]');
    const name = part.replaceAll('[]', '');
    return [...(name === '' ? [] : [name]), ...Array.from({length: lists}, () => 0)];
  });
}

const MOST_PROGRAM = 10_000;
const PATH = String.raw`[A-Za-z_]\w{0,60}(?:\.[A-Za-z_]\w{0,60}|\[\]){0,12}`;
const JQ_PATH = new RegExp(String.raw`(?<![\w)\]"'$.])\.(${PATH})`, 'g');
const JQ_BINDING = new RegExp(String.raw`(?<![\w)\]"'$.])\.(${PATH})?\s{1,9}as\s{1,9}\$(\w{1,60})`, 'g');
const JQ_VARIABLE = new RegExp(String.raw`\$(\w{1,60})\.(${PATH})`, 'g');
