import type {JsonNode} from '../../bundle/json-types.js';
import {conditionsIn} from '../analysis/conditions.js';
import {shapesIn} from '../analysis/shapes.js';
import {beginningOf, keyOf, type BundleRule} from '../rule.js';

export const ruleNext: BundleRule = {
  id: 'choice/next',
  scope: 'bundle',
  severity: 'error',
  summary: 'Each rule of a Choice has a `Next`, and the conditions within it have none.',
  why: 'Without it nothing says where to go when the rule is true. A condition within And, Or or Not only helps to decide.',
  bad: '{"Not": {"Variable": "$.input.vip", "BooleanEquals": true, "Next": "Call"}}',
  good: '{"Not": {"Variable": "$.input.vip", "BooleanEquals": true}, "Next": "Call"}',
  source: 'Choice state, Choices; Amazon States Language, Choice state',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    const nested = new Set<JsonNode>();
    for (const {node, top} of conditionsIn(bundle)) {
      if (!top && shapes.get(node, 'Next') !== undefined) nested.add(topOf(node));
    }
    for (const {node, top} of conditionsIn(bundle)) {
      const next = shapes.get(node, 'Next');
      if (top && next === undefined) {
        if (nested.has(node)) continue;
        report(
          beginningOf(node),
          'this Choice rule has no "Next"',
          'Name the state to go to when it is true.'
        );
      } else if (top && next !== undefined && next.type !== 'string') {
        report(
          next,
          '"Next" of a Choice rule must be a string',
          'Name the state to go to when the rule is true.'
        );
      } else if (!top && next !== undefined) {
        const hint = 'Move it to the rule around it, the entry of Choices.';
        report(keyOf(next), 'a condition within And, Or or Not takes no "Next"', hint);
      }
    }
  }
};

/** The entry of Choices around a condition. */
function topOf(node: JsonNode): JsonNode {
  let at = node;
  while (at.parent !== null && at.parent.name !== 'Choices') at = at.parent;
  return at;
}
