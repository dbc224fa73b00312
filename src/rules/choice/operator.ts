import {slipInKey} from '../analysis/fixes.js';
import {OPERATORS, UNSUPPORTED_OPERATORS} from '../../flow/operators.js';
import {quote} from '../../words.js';
import {conditionsIn} from '../analysis/conditions.js';
import {keyOf, type BundleRule} from '../rule.js';

export const operator: BundleRule = {
  id: 'choice/operator',
  scope: 'bundle',
  severity: 'error',
  summary: `The operator of a condition is one of the ${OPERATORS.size} that ZIS knows.`,
  why: 'A flow cannot compare with what ZIS does not have. For StringMatches the registry refuses the whole bundle with the words "And is required", which do not name the operator.',
  bad: '{"Variable": "$.input.subject", "StringMatches": "*urgent*", "Next": "Urgent"}',
  good: '{"Variable": "$.is_urgent", "BooleanEquals": true, "Next": "Urgent"}',
  source: 'Choice state, table of operators; that StringMatches is refused, and how, was seen',
  check(bundle, report) {
    for (const {keys} of conditionsIn(bundle)) {
      for (const {node, meant} of keys.wrongOperators) {
        const {name} = node;
        const instead = UNSUPPORTED_OPERATORS.get(name);
        if (instead !== undefined) {
          const refused =
            name === 'StringMatches' ? ': the registry refuses the bundle with "And is required"' : '';
          report(keyOf(node), `ZIS does not support ${quote(name)}${refused}`, instead);
        } else {
          const near = meant === null ? KNOWN : `Did you mean ${quote(meant)}?`;
          const hint = UNSUPPORTED_OPERATORS.get(meant ?? '') ?? near;
          report(keyOf(node), `ZIS has no operator ${quote(name)}`, hint, slipInKey(node, OPERATORS.keys()));
        }
      }
    }
  }
};
const KNOWN =
  'There are StringEquals, NumericEquals, BooleanEquals, TimestampEquals, IsPresent, IsNull and more.';
