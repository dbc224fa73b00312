import type {JsonNode} from '../../bundle/json-types.js';
import {listOf} from '../../words.js';
import {
  COMBINERS,
  conditionsIn,
  keyWords,
  type Condition,
  type ConditionKeys
} from '../analysis/conditions.js';
import {shapesIn, type Shapes} from '../analysis/shapes.js';
import {beginningOf, keyOf, type BundleRule} from '../rule.js';

export const condition: BundleRule = {
  id: 'choice/condition',
  scope: 'bundle',
  severity: 'error',
  summary:
    'A Choice rule has one condition: a `Variable` with one operator, or one of `And`, `Or` and `Not`.',
  why: 'Nothing says what ZIS makes of a rule with two conditions or with none, and what the registry says of it does not name the rule.',
  bad: '{"Variable": "$.input.count", "NumericGreaterThan": 1, "NumericLessThan": 9, "Next": "Some"}',
  good: '{"And": [{"Variable": "$.input.count", "NumericGreaterThan": 1}, {"Variable": "$.input.count", "NumericLessThan": 9}], "Next": "Some"}',
  source: 'Choice state, Choices',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    for (const each of conditionsIn(bundle)) {
      const variable = shapes.get(each.node, 'Variable');
      const combined = combinedIn(each.node, shapes);
      if (isSound(each.keys, variable, combined)) continue;
      const fault = faultOf(each, variable, combined);
      if (fault !== null) report(fault.at, fault.message, fault.hint);
    }
  }
};

export const nesting: BundleRule = {
  id: 'choice/nesting',
  scope: 'bundle',
  severity: 'error',
  summary: '`And` and `Or` hold a list of conditions, `Not` holds one condition.',
  why: 'And and Or combine a list, Not turns one around: of another shape there is nothing to decide by.',
  bad: '{"Not": [{"Variable": "$.input.vip", "BooleanEquals": true}], "Next": "Call"}',
  good: '{"Not": {"Variable": "$.input.vip", "BooleanEquals": true}, "Next": "Call"}',
  source: 'Choice state, And, Or and Not',
  check(bundle, report) {
    for (const {keys} of conditionsIn(bundle)) {
      for (const node of keys.combined) {
        const name = keyWords(node);
        if (node.name === 'Not') {
          if (node.type !== 'object') report(node, `${name} must be one condition, an object`, CONDITION);
          continue;
        }
        if (node.type !== 'array') report(node, `${name} must be a list of conditions`, CONDITION);
        else if (node.items.length === 0) report(node, `${name} is empty`, CONDITION);
        for (const item of node.items) {
          if (item.type !== 'object') report(item, `a condition within ${name} must be an object`, CONDITION);
        }
      }
    }
  }
};

const CONDITION = 'A condition is {"Variable": "$.…", "StringEquals": "…"}.';

interface Fault {
  readonly at: {readonly start: number; readonly end: number};
  readonly message: string;
  readonly hint: string;
}

function combinedIn(node: JsonNode, shapes: Shapes): JsonNode[] {
  const combined: JsonNode[] = [];
  for (const name of COMBINERS) {
    const found = shapes.get(node, name);
    if (found !== undefined) combined.push(found);
  }
  return combined;
}

/** Nearly all conditions are: what is wrong with the others is looked for in them only. */
function isSound(
  {operators, wrongOperators}: ConditionKeys,
  variable: JsonNode | undefined,
  combined: readonly JsonNode[]
): boolean {
  if (wrongOperators.length > 0 || operators.length + combined.length !== 1) return false;
  return combined.length === 1 ? variable === undefined : variable?.type === 'string';
}

function faultOf(
  {node, keys}: Condition,
  variable: JsonNode | undefined,
  combined: readonly JsonNode[]
): Fault | null {
  const comparisons = [...keys.operators, ...keys.wrongOperators.map((wrong) => wrong.node)];
  const [, second] = [...combined, ...comparisons];
  if (second !== undefined) {
    const names = [...combined, ...comparisons].map(({name}) => name);
    const hint =
      combined.length === 0
        ? 'Put each into a condition of its own, within "And" or "Or".'
        : 'Put one into the other.';
    return {at: keyOf(second), message: `one condition cannot have ${listOf(names, 'and')} together`, hint};
  }
  if (combined.length > 0) {
    if (variable === undefined) return null;
    const message = `"Variable" does nothing beside ${keyWords(combined[0] ?? variable)}`;
    return {at: keyOf(variable), message, hint: 'Put it into the conditions within.'};
  }
  if (comparisons.length === 0) {
    const message = variable === undefined ? 'this condition is empty' : 'this condition has no operator';
    return {at: beginningOf(node), message, hint: CONDITION};
  }
  if (variable === undefined) {
    if (keys.wrongOperators.length > 0) return null;
    return {
      at: beginningOf(node),
      message: 'this condition has no "Variable"',
      hint: 'It is the path of the value to test.'
    };
  }
  if (variable.type === 'string') return null;
  return {
    at: variable,
    message: '"Variable" must be a string',
    hint: 'It is the path of the value to test, such as $.input.status.'
  };
}
