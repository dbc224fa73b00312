import {keyOf, type BundleRule} from '../rule.js';
import {quote} from '../../words.js';
import {shapesIn} from '../analysis/shapes.js';

export const noTransition: BundleRule = {
  id: 'state/no-transition',
  scope: 'bundle',
  severity: 'error',
  summary: 'Succeed, Fail and Choice states have no `Next` and no `End` of their own.',
  why: 'Succeed and Fail end the flow by themselves. A Choice goes where its rules or its Default say.',
  bad: '{"Type": "Succeed", "End": true}',
  good: '{"Type": "Succeed"}',
  source: 'Understanding flow states, Next and End; Choice state',
  check(bundle, report) {
    for (const {kind, meant, name, node, state, owner} of shapesIn(bundle).oddKeys) {
      if (kind !== 'elsewhere' || (meant !== 'Next' && meant !== 'End')) continue;
      const hint =
        state?.type === 'Choice'
          ? 'Each rule has a "Next" of its own. Where to go when no rule is true is "Default".'
          : 'Remove it: the flow ends here by itself.';
      report(keyOf(node), `${owner} has ${quote(name)}, which its type does not take`, hint);
    }
  }
};
