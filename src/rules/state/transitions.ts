import {keyOf, type BundleRule} from '../rule.js';
import {quote} from '../../words.js';
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
        report(keyOf(end), `${stateWords(state)} has both "Next" and "End"`, 'Remove one of them.');
      }
    }
  }
};

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
      report(end, `"End" of ${stateWords(state)} is not true, the only value that it can have`, hint);
    }
  }
};

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
