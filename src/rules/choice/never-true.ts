import {conditionsIn} from '../analysis/conditions.js';
import {Implications} from '../analysis/implication.js';
import {beginningOf, type BundleRule} from '../rule.js';

/** So many conditions of one And are compared with each other. */
const MOST_PARTS = 40;

export const neverTrue: BundleRule = {
  id: 'choice/never-true',
  scope: 'bundle',
  severity: 'warning',
  summary: 'The conditions of an And can be true together.',
  why: 'A rule whose conditions exclude each other never decides: the way that it names is never taken.',
  bad: '{"And": [{"Variable": "$.count", "NumericGreaterThan": 5}, {"Variable": "$.count", "NumericLessThan": 3}], "Next": "Some"}',
  good: '{"And": [{"Variable": "$.count", "NumericGreaterThan": 3}, {"Variable": "$.count", "NumericLessThan": 5}], "Next": "Some"}',
  source: 'Choice state, And',
  check(bundle, report) {
    const implications = new Implications();
    const lineOf = (start: number): number => bundle.file.lines.position(start).line;
    for (const {node} of conditionsIn(bundle)) {
      const parts = (node.properties.get('And')?.items ?? []).slice(0, MOST_PARTS);
      for (const [index, part] of parts.entries()) {
        const other = parts.slice(0, index).find((earlier) => implications.exclude(earlier, part));
        if (other === undefined) continue;
        report(
          beginningOf(part),
          `this condition is never true together with the one on line ${lineOf(other.start)}`,
          'Put them into "Or", or correct one of them.'
        );
        break;
      }
    }
  }
};
