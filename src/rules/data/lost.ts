import type {BundleRule} from '../rule.js';
import {quote} from '../../words.js';
import type {DoubtfulRead} from '../analysis/data-flow.js';
import type {Replacement} from '../analysis/data-effects.js';
import {dataIn} from '../analysis/data-reads.js';

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
    for (const {doubtful} of dataIn(bundle)) {
      for (const [replacement, {state: reader, text}] of firstLosses(doubtful)) {
        const {catcher, state, at} = replacement;
        const given = (catcher ?? state.node).properties.has('ResultPath');
        const what = catcher === null ? `the result of the state ${quote(state.name)}` : 'the caught error';
        const how = given ? 'ResultPath "$"' : 'no ResultPath';
        report(
          at,
          `with ${how}, ${what} replaces all data, and the state ${quote(reader.name)} reads ${quote(text)} later`,
          `Give it a place of its own, such as "ResultPath": ${catcher === null ? '"$.result"' : '"$.error"'}.`
        );
      }
    }
  }
};

/** For each replacement the first read that misses what it took. */
function firstLosses(reads: readonly DoubtfulRead[]): Map<Replacement, DoubtfulRead> {
  const losses = new Map<Replacement, DoubtfulRead>();
  for (const read of reads) {
    if (read.lostTo !== null && !losses.has(read.lostTo)) losses.set(read.lostTo, read);
  }
  return losses;
}
