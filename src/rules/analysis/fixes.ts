import type {JsonNode} from '../../bundle/json-types.js';
import {quote, sureMatch} from '../../words.js';
import type {Fix} from '../fix.js';
import type {Place} from '../place.js';

/** Longer texts are not offered: they would not be read. */
const LONGEST_TEXT = 2_000;

/** Another text for a string; null where a placeholder stands in it, or the text is very long. */
export function newText(node: JsonNode, text: string): Fix | null {
  return typeof node.value === 'string' ? newTextAt(node, node.value, text) : null;
}

/** A truth value, or a whole number that a JavaScript number holds, as a string of the same characters; null for all else. */
export function asText({type, start, end, value}: JsonNode): Fix | null {
  const written = JSON.stringify(value);
  const isExact = Number.isSafeInteger(value) && end - start === written.length;
  if (type !== 'boolean' && !isExact) return null;
  const text = JSON.stringify(written);
  return {title: `Replace ${written} with ${text}`, edits: [{start, end, text}]};
}

/** Another text for a string of which only the place is known; null where a placeholder stands in it. */
export function newTextAt({start, end, filling}: Place, before: string, text: string): Fix | null {
  if (filling !== undefined || Math.max(before.length, text.length) > LONGEST_TEXT) return null;
  const title = `Replace ${quote(before)} with ${quote(text)}`;
  return {title, edits: [{start, end, text: JSON.stringify(text)}]};
}

/** Another name for a property; null where a placeholder stands in it, or its object has one of that name. */
export function newKey({key, parent}: JsonNode, name: string): Fix | null {
  if (key === null || key.filling !== undefined || parent?.properties.has(name) === true) return null;
  if (key.name === name || Math.max(key.name.length, name.length) > LONGEST_TEXT) return null;
  const title = `Rename ${quote(key.name)} to ${quote(name)}`;
  return {title, edits: [{start: key.start, end: key.end, text: JSON.stringify(name)}]};
}

/** The one known text that is a slip away from that of a string; null when there is none, or more than one. */
export function slipInText(node: JsonNode, known: Iterable<string>): Fix | null {
  const meant = typeof node.value === 'string' ? sureMatch(node.value, known) : null;
  return meant === null ? null : newText(node, meant);
}

/** The one known name that is a slip away from that of a property; null when there is none, or more than one. */
export function slipInKey(node: JsonNode, known: Iterable<string>): Fix | null {
  const meant = sureMatch(node.name, known);
  return meant === null ? null : newKey(node, meant);
}

/**
 * A property taken out of its object, with one of the commas beside it.
 *
 * @param text that of the file
 * @returns null when more than commas and blanks would go along: a comment, or another property of the same name
 */
export function without(node: JsonNode, text: string): Fix | null {
  const {key, parent} = node;
  if (key === null || parent?.type !== 'object') return null;
  const siblings = parent.properties.nodes;
  const at = siblings.indexOf(node);
  const [before, after] = [siblings[at - 1], siblings[at + 1]];
  const [start, end] =
    before !== undefined ? [before.end, node.end] : [key.start, after?.key?.start ?? node.end];
  if (!/^[\s,]*$/.test(text.slice(start, key.start) + text.slice(node.end, end))) return null;
  return {title: `Remove ${quote(key.name)}`, edits: [{start, end, text: ''}]};
}

/** Two fixes that only together mend a fault; null unless both are there. */
export function together(first: Fix | null, second: Fix | null): Fix | null {
  if (first === null || second === null) return null;
  const edits = [...first.edits, ...second.edits].sort((a, b) => a.start - b.start);
  const title = `${first.title}, and ${second.title.charAt(0).toLowerCase()}${second.title.slice(1)}`;
  return {title, edits};
}
