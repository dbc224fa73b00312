import type {JsonNode} from '../../bundle/json-types.js';
import {httpActionsIn, TARGETS} from './http-definition.js';
import type {BundleContext} from '../rule.js';

/** The texts from which the HTTP actions of a bundle make their URLs, where an action has too many of them also. */
export function* urlTexts(
  bundle: BundleContext
): Generator<{readonly node: JsonNode; readonly text: string}> {
  for (const {definition} of httpActionsIn(bundle)) {
    for (const key of TARGETS) {
      const node = definition.properties.get(key);
      if (typeof node?.value === 'string') yield {node, text: node.value};
    }
  }
}
