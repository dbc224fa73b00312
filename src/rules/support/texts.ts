import type {JsonNode} from '../../bundle/json.js';
import {perBundle} from './memo.js';

/** All strings of a bundle that are values, not names, in the file's order. */
export const textsIn = perBundle(({root}): readonly JsonNode[] => {
  const texts: JsonNode[] = [];
  collect(root, texts);
  return texts;
});

/** The depth is bounded by the parser. */
function collect(node: JsonNode, texts: JsonNode[]): void {
  const {type} = node;
  if (type === 'string') texts.push(node);
  else if (type === 'array') for (const item of node.items) collect(item, texts);
  else if (type === 'object') for (const member of node.properties.values()) collect(member, texts);
}
