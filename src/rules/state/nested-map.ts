import {nameOf, statesIn} from '../analysis/flows.js';
import {stateWords} from '../analysis/shapes.js';
import type {BundleRule} from '../rule.js';

export const nestedMap: BundleRule = {
  id: 'state/nested-map',
  scope: 'bundle',
  severity: 'warning',
  summary: 'No Map stands in the Iterator of another one.',
  why: 'Each item of the outer Map runs through all items of the inner one, and ZIS stops a flow after 250 transitions.',
  bad: '{"Type": "Map", "Iterator": {"StartAt": "Inner", "States": {"Inner": {"Type": "Map", "…": "…"}}}}',
  good: '(one Map, over a list that a Jq action has made flat)',
  source: 'Flow state limitations, an older page: 250 state transitions with nested Maps',
  check(bundle, report) {
    for (const state of statesIn(bundle)) {
      const {owner} = state.scope;
      if (state.type !== 'Map' || owner === null) continue;
      report(
        nameOf(state),
        `${stateWords(state)} stands in the Iterator of ${stateWords(owner)}`,
        'Make one flat list with a Jq action first, and go through that.'
      );
    }
  }
};
