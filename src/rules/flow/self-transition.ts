import {quote} from '../../words.js';
import {graphsIn} from '../analysis/graph.js';
import type {BundleRule} from '../rule.js';

export const selfTransition: BundleRule = {
  id: 'flow/self-transition',
  scope: 'bundle',
  severity: 'warning',
  summary: 'No Choice and no Catch leads back to its own state.',
  why: 'A Choice changes no data, and decides the same again. A state that fails, and is tried again at once by its own Catch, fails again: the flow runs in circles until ZIS stops it.',
  bad: '{"Load": {"Type": "Action", "…": "…", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Load"}]}}',
  good: '{"Load": {"Type": "Action", "…": "…", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "NotLoaded"}]}}',
  source: 'Choice state; Flow states retry and error handling; Flow state limitations (run time)',
  check(bundle, report) {
    for (const state of graphsIn(bundle).flatMap(({reachable}) => reachable)) {
      for (const {kind, target, node} of state.transitions) {
        if (target !== state || kind === 'next') continue;
        const what = kind === 'catch' ? 'this Catch' : kind === 'default' ? '"Default"' : 'this Choice rule';
        const hint =
          kind === 'catch'
            ? 'Go to a state that ends the flow, or that waits before it tries again.'
            : 'Go to another state: the data is the same, and so is the choice.';
        report(node, `${what} leads back to its own state ${quote(state.name)}`, hint);
      }
    }
  }
};
