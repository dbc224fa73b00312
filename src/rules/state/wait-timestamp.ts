import {quote} from '../../words.js';
import {shapesIn} from '../analysis/shapes.js';
import {isTimestamp} from '../analysis/timestamps.js';
import {keyOf, type BundleRule} from '../rule.js';

export const waitTimestamp: BundleRule = {
  id: 'state/wait-timestamp',
  scope: 'bundle',
  severity: 'error',
  summary: 'A Wait state waits for a time, not until a time.',
  why: 'ZIS has neither `Timestamp` nor `TimestampPath`, which Amazon States Language has.',
  bad: '{"Type": "Wait", "Timestamp": "2030-01-01T00:00:00Z", "Next": "Load"}',
  good: '{"Type": "Wait", "Seconds": 30, "Next": "Load"}',
  source: 'Wait state (Timestamp and TimestampPath are not supported)',
  check(bundle, report) {
    for (const {name, node} of shapesIn(bundle).oddKeys) {
      if (!isTimestamp(name)) continue;
      const hint = 'Say how long to wait with "Seconds" or "SecondsPath".';
      report(
        keyOf(node),
        `${quote(name)} is not supported by ZIS: a Wait state cannot wait until a time`,
        hint
      );
    }
  }
};
