import {newKey, slipInKey} from '../analysis/fixes.js';
import {quote} from '../../words.js';
import {OTHER_NAMES} from '../analysis/properties.js';
import {shapesIn} from '../analysis/shapes.js';
import {keyOf, type BundleRule} from '../rule.js';

export const misspeltKey: BundleRule = {
  id: 'flow/misspelt-key',
  scope: 'bundle',
  severity: 'error',
  summary: 'The properties of states, Choice rules and catchers are spelt as ZIS spells them.',
  why: 'A property of another spelling is not the property, and the one that was meant is missing.',
  bad: '{"Type": "Pass", "next": "Done"}',
  good: '{"Type": "Pass", "Next": "Done"}',
  source: 'Understanding flow states and the page of each state',
  check(bundle, report) {
    for (const {kind, name, meant, node, owner} of shapesIn(bundle).oddKeys) {
      if (kind !== 'misspelt' || meant === null) continue;
      if (OTHER_NAMES.get(name) === meant) {
        report(
          keyOf(node),
          `${quote(name)} is not ZIS's name for it: ${owner} needs ${quote(meant)}`,
          undefined,
          newKey(node, meant)
        );
      } else if (name === `${meant}.$`) {
        const hint = `Write ${quote(meant)}. Keys that end in .$ are for Parameters and the like.`;
        report(keyOf(node), `${owner} has ${quote(name)}, which it does not know`, hint, newKey(node, meant));
      } else {
        const hint = `Did you mean ${quote(meant)}?`;
        report(
          keyOf(node),
          `${owner} has ${quote(name)}, which it does not know`,
          hint,
          slipInKey(node, [meant])
        );
      }
    }
  }
};
