import type {JsonNode} from '../../bundle/json-types.js';
import {scopesIn} from '../analysis/flows.js';
import type {BundleRule} from '../rule.js';

/** How many items a Map takes (Map state, an older page). */
const MAX_ITEMS = 100;

export const mapItems: BundleRule = {
  id: 'state/map-items',
  scope: 'bundle',
  severity: 'warning',
  summary: `A Map goes through at most ${MAX_ITEMS} items.`,
  why: 'ZIS ends the flow at a Map with more.',
  bad: '{"List": {"Type": "Pass", "Result": ["… 101 items …"], "ResultPath": "$.list", "Next": "Each"}, "Each": {"Type": "Map", "ItemsPath": "$.list", "…": "…"}}',
  good: '(a list of at most 100 items)',
  source: `Map state, an older page: ${MAX_ITEMS} items`,
  check(bundle, report) {
    for (const scope of scopesIn(bundle)) {
      const long = new Map<string, number>();
      for (const {type, node} of scope.ordered) {
        const path = node.properties.get('ResultPath')?.value;
        const result = node.properties.get('Result');
        if (type === 'Pass' && typeof path === 'string' && result !== undefined) collect(path, result, long);
      }
      for (const {type, node} of long.size === 0 ? [] : scope.ordered) {
        const items = type === 'Map' ? node.properties.get('ItemsPath') : undefined;
        const length = typeof items?.value === 'string' ? long.get(items.value) : undefined;
        if (items === undefined || length === undefined) continue;
        report(items, `the list has ${length} items, and a Map takes ${MAX_ITEMS}`, 'Split the list.');
      }
    }
  }
};

/** The lists within a Result that are too long for a Map, by the path at which they can be read. */
function collect(path: string, {items, properties}: JsonNode, found: Map<string, number>): void {
  if (items.length > MAX_ITEMS) found.set(path, items.length);
  for (const [name, value] of properties) {
    if (value.type === 'object' || value.items.length > MAX_ITEMS) collect(`${path}.${name}`, value, found);
  }
}
