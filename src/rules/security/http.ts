import type {JsonNode} from '../../bundle/json.js';
import type {BundleContext} from '../rule.js';

/** The definitions of the HTTP actions of a bundle. */
export function* httpDefinitions({resources}: BundleContext): Generator<JsonNode> {
  for (const {type, properties} of resources) {
    const definition = properties.properties.get('definition');
    if (type === 'ZIS::Action::Http' && definition?.type === 'object') yield definition;
  }
}

/** The texts from which an action makes its URL: `url`, `path`, and both with `.$`. */
export function* urlTexts(definition: JsonNode): Generator<{readonly node: JsonNode; readonly text: string}> {
  for (const key of ['url', 'url.$', 'path', 'path.$']) {
    const node = definition.properties.get(key);
    if (typeof node?.value === 'string') yield {node, text: node.value};
  }
}
