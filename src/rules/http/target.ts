import type {JsonNode} from '../../bundle/json-types.js';
import {textOf} from '../../flow/template.js';
import {listOf, quote, suggest} from '../../words.js';
import {DEFINITION_PROPERTIES, httpActionsIn, TARGETS} from '../analysis/http-definition.js';
import {keyOf, type BundleRule} from '../rule.js';

export const target: BundleRule = {
  id: 'http/target',
  scope: 'bundle',
  severity: 'error',
  summary: 'An HTTP action says where its request goes exactly once: by url, or by path.',
  why: '`path` is for the account itself, `url` for every other place. With both, or with neither, it is open where the request goes.',
  bad: '{"method": "GET", "url": "https://example.com/items", "path": "/api/v2/tickets.json"}',
  good: '{"method": "GET", "path": "/api/v2/tickets.json"}',
  source: 'ZIS custom actions, rows `url` and `path`',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      const given = TARGETS.filter((key) => definition.properties.has(key));
      const [first, second] = given;
      if (first === undefined) {
        const misspelt = misspeltTarget(definition);
        report(
          misspelt === null ? keyOf(definition) : keyOf(misspelt.node),
          'this action has neither a url nor a path',
          misspelt === null
            ? 'Give a path for a request to the account itself, a url for another place.'
            : `Did you mean ${quote(misspelt.meant)}?`
        );
      } else if (second !== undefined) {
        const node = definition.properties.get(second) ?? definition;
        report(
          keyOf(node),
          `this action has ${listOf(given, 'and')}, and needs exactly one of them`,
          'Keep the path for a request to the account itself, the url for another place.'
        );
      } else {
        const node = definition.properties.get(first) ?? definition;
        const hint = first.startsWith('url')
          ? 'Give a whole address: https, a host.'
          : 'Give a path, such as "/api/v2/tickets.json".';
        if (node.type !== 'string') report(node, `the ${first} of an action must be a string`, hint);
        else if (textOf(node).trim() === '') report(node, `the ${first} of this action is blank`, hint);
      }
    }
  }
};

function misspeltTarget({properties}: JsonNode): {node: JsonNode; meant: string} | null {
  for (const [key, node] of properties) {
    if (DEFINITION_PROPERTIES.includes(key)) continue;
    const meant = suggest(key, TARGETS);
    if (meant !== null) return {node, meant};
  }
  return null;
}
