import {nameOf, statesIn} from '../analysis/flows.js';
import {shapesIn, stateWords} from '../analysis/shapes.js';
import {TIMESTAMPS} from '../analysis/timestamps.js';
import {keyOf, type BundleRule} from '../rule.js';

export const waitDuration: BundleRule = {
  id: 'state/wait-duration',
  scope: 'bundle',
  severity: 'error',
  summary: 'A Wait state has either `Seconds`, more than 0, or `SecondsPath`.',
  why: 'A Wait state that does not say how long cannot be run.',
  bad: '{"Type": "Wait", "Seconds": 5, "SecondsPath": "$.delay", "Next": "Load"}',
  good: '{"Type": "Wait", "SecondsPath": "$.delay", "Next": "Load"}',
  source: 'Wait state, Seconds and SecondsPath',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    for (const state of statesIn(bundle)) {
      if (shapes.typeOf(state) !== 'Wait') continue;
      const seconds = shapes.get(state.node, 'Seconds');
      const path = shapes.get(state.node, 'SecondsPath');
      const timestamp = TIMESTAMPS.some((name) => state.node.properties.has(name));
      if (seconds === undefined && path === undefined && !timestamp) {
        report(
          nameOf(state),
          `${stateWords(state)} does not say how long`,
          'Add "Seconds" or "SecondsPath".'
        );
      } else if (seconds !== undefined && path !== undefined) {
        report(
          keyOf(path),
          `${stateWords(state)} has both "Seconds" and "SecondsPath"`,
          'Remove one of them.'
        );
      } else if (typeof seconds?.value === 'number' && seconds.value <= 0) {
        report(seconds, `"Seconds" is ${seconds.value}, and must be more than 0`);
      }
    }
  }
};
