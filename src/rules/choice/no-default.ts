import type {JsonNode, JsonObject, JsonValue} from '../../bundle/json-types.js';
import {hashOf} from '../../bundle/canonical.js';
import {textOf} from '../../flow/template.js';
import {nameOf, statesIn} from '../analysis/flows.js';
import {shapesIn, stateWords} from '../analysis/shapes.js';
import type {BundleRule} from '../rule.js';

export const noDefault: BundleRule = {
  id: 'choice/no-default',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A Choice state has a `Default`.',
  why: 'Nothing documents what happens when no rule is true and there is no Default. In Amazon States Language the flow fails.',
  bad: '{"Type": "Choice", "Choices": [{"Variable": "$.input.vip", "BooleanEquals": true, "Next": "Call"}]}',
  good: '{"Type": "Choice", "Choices": [{"Variable": "$.input.vip", "BooleanEquals": true, "Next": "Call"}], "Default": "Done"}',
  source: 'Choice state, Default; Amazon States Language, States.NoChoiceMatched',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    for (const state of statesIn(bundle)) {
      if (shapes.typeOf(state) !== 'Choice' || shapes.get(state.node, 'Default') !== undefined) continue;
      const rules = state.node.properties.get('Choices')?.items ?? [];
      if (coversAll(rules) || hasOpposites(rules)) continue;
      const hint = 'Name the state to go to when no rule is true.';
      report(nameOf(state), `${stateWords(state)} has no "Default"`, hint);
    }
  }
};

/** Whether one of two rules is always true: they ask whether the same thing is true and whether it is false. */
function coversAll(rules: readonly JsonNode[]): boolean {
  const asked = new Map<string, unknown>();
  for (const {properties} of rules) {
    const test = EITHER_WAY.find((operator) => properties.has(operator));
    if (test === undefined) continue;
    const answer = properties.get(test)?.value;
    const question = `${test} ${textOf(properties.get('Variable'))}`;
    if (asked.has(question) && asked.get(question) !== answer) return true;
    asked.set(question, answer);
  }
  return false;
}

/** Whether one rule is the Not of another one: either the one or the other is true. */
function hasOpposites(rules: readonly JsonNode[]): boolean {
  const asked = new Set<string>();
  const denied = new Set<string>();
  for (const {properties} of rules) {
    const inner = properties.get('Not');
    if (inner !== undefined) denied.add(hashOf(inner.value));
    else asked.add(hashOf(conditionOf(properties)));
  }
  return [...denied].some((condition) => asked.has(condition));
}

function conditionOf({nodes}: JsonNode['properties']): JsonObject {
  const condition: Record<string, JsonValue> = {};
  for (const {name, value} of nodes) if (name !== 'Next' && name !== 'Comment') condition[name] = value;
  return condition;
}

/** What is asked with true or false, and has no third answer. A boolean that is compared may be no boolean. */
const EITHER_WAY = ['IsPresent', 'IsNull'] as const;
