import {slipInKey} from '../analysis/fixes.js';
import type {JsonNode} from '../../bundle/json-types.js';
import {quote} from '../../words.js';
import {shapesIn} from '../analysis/shapes.js';
import {keyOf, type BundleRule} from '../rule.js';

export const unknownKey: BundleRule = {
  id: 'flow/unknown-key',
  scope: 'bundle',
  severity: 'warning',
  summary: 'Definitions, states, Choice rules and catchers have only properties that ZIS documents.',
  why: 'What ZIS does not know it ignores at best, or refuses the bundle.',
  bad: '{"Type": "Succeed", "Colour": "green"}',
  good: '{"Type": "Succeed", "Comment": "green"}',
  source:
    'Understanding flow states and the page of each state; what the registry does with others is not documented',
  check(bundle, report) {
    for (const {kind, name, meant, node, owner} of shapesIn(bundle).oddKeys) {
      if (kind !== 'unknown' || belongsIntoIterator(node)) continue;
      const hint = meant === null ? 'Notes go into "Comment".' : `Did you mean ${quote(meant)}?`;
      report(
        keyOf(node),
        `${owner} has ${quote(name)}, which ZIS does not document`,
        hint,
        meant === null ? null : slipInKey(node, [meant])
      );
    }
  }
};

/** `StartAt` and `States` of a Map without an Iterator: state/required-property says where they belong. */
function belongsIntoIterator({name, parent}: JsonNode): boolean {
  if (parent?.properties.get('Type')?.value !== 'Map' || parent.properties.has('Iterator')) return false;
  return name === 'StartAt' || name === 'States';
}
