import {RESOURCE_WORDS} from '../analysis/resources.js';
import {keyOf, type BundleRule} from '../rule.js';

export const blankKey: BundleRule = {
  id: 'resource/blank-key',
  scope: 'bundle',
  severity: 'warning',
  summary: 'The key of a resource is not blank.',
  why: 'The key is how a person, and this report, tells the resources of a bundle apart.',
  bad: '{"resources": {"": {"type": "ZIS::Flow", "…": "…"}}}',
  good: '{"resources": {"main": {"type": "ZIS::Flow", "…": "…"}}}',
  source: 'Inferred: every documented sample has keys',
  check({resources}, report) {
    for (const {key, node, type} of resources) {
      if (key.trim() !== '') continue;
      report(keyOf(node), `the key of this ${RESOURCE_WORDS[type]} is blank`, 'Name it after the resource.');
    }
  }
};
