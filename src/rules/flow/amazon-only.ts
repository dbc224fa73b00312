import {quote} from '../../words.js';
import {AMAZON_ONLY} from '../analysis/properties.js';
import {shapesIn} from '../analysis/shapes.js';
import {isTimestamp} from '../analysis/timestamps.js';
import {keyOf, type BundleRule} from '../rule.js';

/** Where Amazon's constructs are taken for ZIS's. */
export const amazonOnly: BundleRule = {
  id: 'flow/amazon-only',
  scope: 'bundle',
  severity: 'warning',
  summary: 'No property is Amazon States Language only.',
  why: 'ZIS resembles Amazon States Language and has only a part of it. The rest is ignored at best.',
  bad: '{"Type": "Map", "ItemsPath": "$.list", "MaxConcurrency": 5, "Iterator": {"…": "…"}}',
  good: '{"Type": "Map", "ItemsPath": "$.list", "Iterator": {"…": "…"}}',
  source:
    'Flow state limitations; Understanding flow states; not named there: InputPath, OutputPath, ResultSelector, Assign',
  check(bundle, report) {
    for (const {kind, name, node, owner} of shapesIn(bundle).oddKeys) {
      if (kind !== 'amazon' || isTimestamp(name)) continue;
      const message = `${owner} has ${quote(name)}, which is Amazon States Language and not documented for ZIS`;
      report(keyOf(node), message, AMAZON_ONLY.get(name));
    }
  }
};
