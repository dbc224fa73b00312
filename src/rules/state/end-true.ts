import {without} from '../analysis/fixes.js';
import type {BundleRule} from '../rule.js';
import {statesIn} from '../analysis/flows.js';
import {STATE_PROPERTIES} from '../analysis/properties.js';
import {shapesIn, stateWords} from '../analysis/shapes.js';

export const endTrue: BundleRule = {
  id: 'state/end-true',
  scope: 'bundle',
  severity: 'error',
  summary: '`End` is `true`.',
  why: 'ZIS knows no other value. A state that does not end the flow has no `End`.',
  bad: '{"Type": "Pass", "End": false, "Next": "Done"}',
  good: '{"Type": "Pass", "Next": "Done"}',
  source: 'Understanding flow states, End (false is not supported)',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    for (const state of statesIn(bundle)) {
      const type = shapes.typeOf(state);
      const end =
        type !== null && STATE_PROPERTIES[type].has('End') ? shapes.get(state.node, 'End') : undefined;
      if (end === undefined || end.value === true) continue;
      const hint = shapes.get(state.node, 'Next')
        ? 'Remove it: "Next" says that the flow goes on.'
        : 'Write true without quotes, or name the next state in "Next".';
      const fix = shapes.get(state.node, 'Next') ? without(end, bundle.file.lines.text) : null;
      report(end, `"End" of ${stateWords(state)} is not true, the only value that it can have`, hint, fix);
    }
  }
};
