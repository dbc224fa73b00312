import type {JsonNode, Span} from '../../bundle/json-types.js';
import type {Place} from '../place.js';

/** Counting takes time in proportion to the string, for each of its parts. */
const MAX_COUNTED = 4000;

/**
 * The place of a part of a string's value in the file. Where the string is written with escapes that it need
 * not have (`\u00e9`, `\/`), is very long, or has placeholders filled in, the place is the whole string.
 *
 * @param start and `end`: UTF-16 offsets in the value
 */
export function spanWithin(
  node: Pick<JsonNode, 'value' | 'filling'> & Span,
  start: number,
  end: number
): Place {
  const {value} = node;
  if (node.filling !== undefined) return node;
  if (typeof value !== 'string' || value.length > MAX_COUNTED) return node;
  // JSON.stringify writes the shortest form, so that equal lengths mean equal texts.
  if (JSON.stringify(value).length !== node.end - node.start) return node;
  const offsetOf = (offset: number): number => node.start + JSON.stringify(value.slice(0, offset)).length - 1;
  const from = offsetOf(start);
  return {start: from, end: Math.max(offsetOf(end), from + 1)};
}
