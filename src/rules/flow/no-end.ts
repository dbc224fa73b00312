import type {BundleRule} from '../rule.js';
import {graphsIn} from '../analysis/graph.js';

export const noEnd: BundleRule = {
  id: 'flow/no-end',
  scope: 'bundle',
  severity: 'error',
  summary: 'From `StartAt` a state can be reached that ends the flow or the iteration.',
  why: 'The flow runs in circles until ZIS stops it.',
  bad: '{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 5, "Next": "A"}}}',
  good: '{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 5, "End": true}}}',
  source: 'Understanding flow states, End; Flow state limitations (run time)',
  check(bundle, report) {
    for (const {scope, canEnd, hasLooseEnd} of graphsIn(bundle)) {
      if (hasLooseEnd || canEnd || scope.startAt === null) continue;
      report(
        scope.startAt,
        `no state that can be reached from here ends the ${scope.owner === null ? 'flow' : 'iteration'}`,
        'Give the last state "End": true, or go to a Succeed or Fail state.'
      );
    }
  }
};
