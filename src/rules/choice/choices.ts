import {statesIn} from '../analysis/flows.js';
import {shapesIn} from '../analysis/shapes.js';
import type {BundleRule} from '../rule.js';

export const choices: BundleRule = {
  id: 'choice/choices',
  scope: 'bundle',
  severity: 'error',
  summary: '`Choices` is a list of rules, with one in it at least.',
  why: 'A Choice state without rules decides nothing.',
  bad: '{"Type": "Choice", "Choices": [], "Default": "Done"}',
  good: '{"Type": "Choice", "Choices": [{"Variable": "$.input.vip", "BooleanEquals": true, "Next": "Call"}], "Default": "Done"}',
  source: 'Choice state, Choices',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    for (const state of statesIn(bundle)) {
      const rules = shapes.typeOf(state) === 'Choice' ? shapes.get(state.node, 'Choices') : undefined;
      if (rules?.type !== 'array') continue;
      if (rules.items.length === 0) report(rules, '"Choices" is empty', RULE);
      for (const rule of rules.items) {
        if (rule.type !== 'object') report(rule, 'a Choice rule must be an object', RULE);
      }
    }
  }
};

const RULE = 'A rule is {"Variable": "$.…", "StringEquals": "…", "Next": "…"}.';
