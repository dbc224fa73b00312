import type {JsonNode} from '../bundle/json-types.js';
import {didYouMean, listOf, quote, withArticle} from '../words.js';
import type {Problems} from './problem.js';

/**
 * The members of an object by name; null, with a problem, where it is none. Members with other names are problems.
 *
 * @param what the object in words, such as `a case`
 * @param known the names that it may have; null when they are the user's own
 */
export function membersOf(
  node: JsonNode,
  what: string,
  known: readonly string[] | null,
  problems: Problems
): JsonNode['properties'] | null {
  if (node.type !== 'object') {
    wrongType(node, what, 'an object', problems);
    return null;
  }
  if (known === null) return node.properties;
  for (const member of node.properties.nodes) {
    if (known.includes(member.name)) continue;
    const hint = didYouMean(member.name, known) || `It has ${listOf(known, 'and')}.`;
    problems.error(member.key ?? member, `${what} has no ${quote(member.name)}`, hint);
  }
  return node.properties;
}

/** A text; null, with a problem, for anything else. */
export function textOf(node: JsonNode, what: string, problems: Problems): string | null {
  if (typeof node.value === 'string' && node.value !== '') return node.value;
  wrongType(node, what, node.value === '' ? 'a text that is not empty' : 'a text', problems);
  return null;
}

/** The items of a list; none, with a problem, for anything else. */
export function itemsOf(node: JsonNode, what: string, problems: Problems): readonly JsonNode[] {
  if (node.type === 'array') return node.items;
  wrongType(node, what, 'a list', problems);
  return [];
}

/** A number within bounds; null, with a problem, for anything else. */
export function numberOf(
  node: JsonNode,
  what: string,
  {least, most, whole}: {readonly least: number; readonly most: number; readonly whole: boolean},
  problems: Problems
): number | null {
  const {value} = node;
  if (typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value)))
    return value;
  const kind = whole ? 'a whole number' : 'a number';
  const wanted = most === Infinity ? `${kind}, ${least} or more` : `${kind} from ${least} to ${most}`;
  if (typeof value === 'number') problems.error(node, `${what} is ${wanted}`, `This is ${value}.`);
  else wrongType(node, what, wanted, problems);
  return null;
}

/** One of some words; null, with a problem, for anything else. */
export function wordOf<const T extends string>(
  node: JsonNode,
  what: string,
  words: readonly T[],
  problems: Problems
): T | null {
  const found = words.find((word) => word === node.value);
  if (found !== undefined) return found;
  const hint = typeof node.value === 'string' ? didYouMean(node.value, words) : '';
  problems.error(node, `${what} is ${listOf(words)}`, hint);
  return null;
}

export function wrongType(node: JsonNode, what: string, wanted: string, problems: Problems): void {
  const found =
    typeof node.value === 'string' ? 'a text' : node.type === 'array' ? 'a list' : withArticle(node.type);
  problems.error(node, `${what} is ${wanted}`, found === wanted ? '' : `This is ${found}.`);
}
