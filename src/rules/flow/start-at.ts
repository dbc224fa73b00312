import {slipInText} from '../analysis/fixes.js';
import type {BundleRule} from '../rule.js';
import {listOf, quote} from '../../words.js';
import {scopesIn} from '../analysis/flows.js';
import {NearNames} from '../analysis/near.js';

/** More names than this do not help in a hint. */
const NAMES_SHOWN = 5;

export const startAt: BundleRule = {
  id: 'flow/start-at',
  scope: 'bundle',
  severity: 'error',
  summary: '`StartAt` names a state of the same flow or Iterator.',
  why: 'The registry takes the bundle, and the flow fails each time it is started.',
  bad: '{"StartAt": "Begin", "States": {"Start": {"Type": "Succeed"}}}',
  good: '{"StartAt": "Start", "States": {"Start": {"Type": "Succeed"}}}',
  source: 'Understanding flow states; Amazon States Language, StartAt',
  check(bundle, report) {
    const names = new NearNames();
    for (const {startAt: at, states, node} of scopesIn(bundle)) {
      const name = at?.value;
      const declared = node.properties.get('States')?.properties;
      if (
        at === null ||
        typeof name !== 'string' ||
        declared === undefined ||
        declared.size === 0 ||
        declared.has(name)
      )
        continue;
      const all =
        states.size > NAMES_SHOWN ? '' : `The states here are ${listOf([...states.keys()], 'and')}.`;
      const hint = names.didYouMean(name, states) || all;
      report(
        at,
        `"StartAt" names the state ${quote(name)}, which does not exist here`,
        hint,
        slipInText(at, states.keys())
      );
    }
  }
};
