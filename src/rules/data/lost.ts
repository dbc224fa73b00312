import type {BundleRule} from '../rule.js';
import {quote} from '../suggest.js';
import type {StateReads} from './analysis.js';
import type {Replacement} from './document.js';
import {dataIn} from './reads.js';

export const lostData: BundleRule = {
  id: 'data/lost',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A state or a Catch without ResultPath does not replace data that is read later.',
  why: 'Without ResultPath, and with `$`, the result takes the place of all data, `$.input` with it. The state that reads it later fails with "JSON path not found", and on the route of a Catch nobody sees why.',
  bad: '{"Type": "Action", "ActionName": "zis:common:action:LoadConfig", "Next": "ReadInput"}',
  good: '{"Type": "Action", "ActionName": "zis:common:action:LoadConfig", "ResultPath": "$.settings", "Next": "ReadInput"}',
  source:
    'Flow states retry and error handling (ResultPath of a Catch); for states it follows from the samples',
  check(bundle, report) {
    for (const states of dataIn(bundle).values()) {
      for (const [replacement, {reader, text}] of firstLosses(states)) {
        const {catcher, state, at} = replacement;
        const given = (catcher ?? state.node).properties.has('ResultPath');
        const what = catcher === null ? `the result of the state ${quote(state.name)}` : 'the caught error';
        const how = given ? 'ResultPath "$"' : 'no ResultPath';
        report(
          at,
          `with ${how}, ${what} replaces all data, and the state ${quote(reader)} reads ${quote(text)} later`,
          `Give it a place of its own, such as "ResultPath": ${catcher === null ? '"$.result"' : '"$.error"'}.`
        );
      }
    }
  }
};

interface Loss {
  readonly reader: string;
  readonly text: string;
}

/** For each replacement the first state that misses what it took. */
function firstLosses(states: readonly StateReads[]): Map<Replacement, Loss> {
  const losses = new Map<Replacement, Loss>();
  for (const {state, before, reads} of states) {
    for (const {root, text} of reads) {
      const taker = before.lostTo(root);
      if (taker !== null && !losses.has(taker)) losses.set(taker, {reader: state.name, text});
    }
  }
  return losses;
}
