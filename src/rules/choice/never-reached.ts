import type {JsonNode} from '../../bundle/json-types.js';
import {statesIn} from '../analysis/flows.js';
import {shapesIn} from '../analysis/shapes.js';
import {beginningOf, type BundleRule, type Report} from '../rule.js';
import {Implications} from '../analysis/implication.js';

export const neverReached: BundleRule = {
  id: 'choice/never-reached',
  scope: 'bundle',
  severity: 'warning',
  summary: 'No rule of a Choice is hidden by one before it.',
  why: 'The first rule that is true decides. A rule that can only be true when an earlier one is decides nothing.',
  bad: '[{"Variable": "$.count", "NumericGreaterThan": 5, "Next": "Some"}, {"Variable": "$.count", "NumericGreaterThan": 50, "Next": "Many"}]',
  good: '[{"Variable": "$.count", "NumericGreaterThan": 50, "Next": "Many"}, {"Variable": "$.count", "NumericGreaterThan": 5, "Next": "Some"}]',
  source: 'Choice state (rules are looked at in order, and the first that is true decides)',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    const implications = new Implications();
    for (const state of statesIn(bundle)) {
      const rules = shapes.typeOf(state) === 'Choice' ? state.node.properties.get('Choices') : undefined;
      if (rules !== undefined && rules.items.length > 1) {
        checkOrder(rules.items, implications, (node) => bundle.file.lines.position(node.start).line, report);
      }
    }
  }
};

function checkOrder(
  rules: readonly JsonNode[],
  implications: Implications,
  lineOf: (node: JsonNode) => number,
  report: Report
): void {
  const deciding: JsonNode[] = [];
  for (const rule of rules) {
    if (implications.isSpent) return;
    const hiding = deciding.find((earlier) => implications.implies(rule, earlier));
    if (hiding === undefined) {
      deciding.push(rule);
      continue;
    }
    const [message, hint] = implications.implies(hiding, rule)
      ? [
          `this rule has the condition of the one on line ${lineOf(hiding)}, which comes first`,
          'Remove one of them.'
        ]
      : [
          `this rule never decides: whenever it is true, so is the one on line ${lineOf(hiding)}, which comes first`,
          'Put the narrower rule first.'
        ];
    report(beginningOf(rule), message, hint);
  }
}
