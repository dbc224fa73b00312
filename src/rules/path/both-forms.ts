import {plainKey} from '../../flow/template.js';
import {quote} from '../../words.js';
import {valuesIn} from '../analysis/values.js';
import {keyOf, type BundleRule} from '../rule.js';

export const bothForms: BundleRule = {
  id: 'path/both-forms',
  scope: 'bundle',
  severity: 'error',
  summary: 'A value is given once: under its key, or under the key with `.$`.',
  why: 'Both forms name the same value, and which one wins is not said.',
  bad: '{"scope": "settings", "scope.$": "$.input.scope"}',
  good: '{"scope.$": "$.input.scope"}',
  source: 'ZIS action state (parameters with reference paths)',
  check(bundle, report) {
    for (const {node, reading} of valuesIn(bundle).sites) {
      const {name, parent} = node;
      if (reading !== 'dynamic' || parent?.type !== 'object') continue;
      const plain = plainKey(name);
      // An action's url and path are one choice of four, which http/target looks at.
      const isTarget = (plain === 'url' || plain === 'path') && parent.name === 'definition';
      if (isTarget || !parent.properties.has(plain)) continue;
      report(keyOf(node), `${quote(plain)} and ${quote(name)} give one value twice`, 'Keep one of them.');
    }
  }
};
