import {without} from '../analysis/fixes.js';
import {keyOf, type BundleRule} from '../rule.js';
import {nameOf, statesIn} from '../analysis/flows.js';
import {STATE_PROPERTIES} from '../analysis/properties.js';
import {shapesIn, stateWords} from '../analysis/shapes.js';

export const nextOrEnd: BundleRule = {
  id: 'state/next-or-end',
  scope: 'bundle',
  severity: 'error',
  summary: 'Action, Map, Wait and Pass states have either `Next` or `End`.',
  why: 'Without one of them the flow does not know how to go on, and with both it is not clear what counts.',
  bad: '{"Type": "Wait", "Seconds": 5}',
  good: '{"Type": "Wait", "Seconds": 5, "Next": "Load"}',
  source: 'Understanding flow states, Next and End',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    for (const state of statesIn(bundle)) {
      const type = shapes.typeOf(state);
      if (type === null || !STATE_PROPERTIES[type].has('Next')) continue;
      const next = shapes.get(state.node, 'Next');
      const end = shapes.get(state.node, 'End');
      if (next === undefined && end === undefined) {
        const hint = 'Say which state is "Next", or that the flow ends here: "End": true.';
        report(nameOf(state), `${stateWords(state)} has neither "Next" nor "End"`, hint);
      } else if (next?.type === 'string' && end?.value === true) {
        report(
          keyOf(end),
          `${stateWords(state)} has both "Next" and "End"`,
          'Remove one of them.',
          without(end, bundle.file.lines.text)
        );
      }
    }
  }
};
