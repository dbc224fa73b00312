import type {JsonNode} from '../../bundle/json-types.js';
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
      if (coversAll(state.node.properties.get('Choices')?.items ?? [])) continue;
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

/** What is asked with true or false, and has no third answer. A boolean that is compared may be no boolean. */
const EITHER_WAY = ['IsPresent', 'IsNull'] as const;
