import {slipInKey} from '../analysis/fixes.js';
import type {ResourceType} from '../../bundle/model.js';
import {didYouMean, listOf, quote} from '../../words.js';
import {RESOURCE_WORDS} from '../analysis/resources.js';
import {keyOf, type BundleRule} from '../rule.js';

const RESOURCE_KEYS = ['type', 'properties'];

/** What each type's properties hold. A `description` is taken everywhere: the registry stores it, seen in the field. */
const PROPERTY_KEYS: Readonly<Record<ResourceType, readonly string[]>> = {
  'ZIS::Flow': ['name', 'description', 'definition'],
  'ZIS::Action::Http': ['name', 'description', 'definition'],
  'ZIS::JobSpec': ['name', 'description', 'event_source', 'event_type', 'flow_name']
};

export const unknownKey: BundleRule = {
  id: 'resource/unknown-key',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A resource has no properties other than those of its type.',
  why: 'No page names them. The registry was seen to take some, and nothing says that ZIS heeds them, so what they were meant to do does not happen.',
  bad: '{"type": "ZIS::JobSpec", "properties": {"name": "on_ticket", "event_filter": "priority:high", "…": "…"}}',
  good: '{"type": "ZIS::JobSpec", "properties": {"name": "on_ticket", "…": "…"}}',
  source: 'Bundles API reference, JSON format; that some others are taken was seen in the field',
  check({resources}, report) {
    for (const {node, properties, type} of resources) {
      for (const value of node.properties.nodes) {
        const {name} = value;
        if (RESOURCE_KEYS.includes(name)) continue;
        const hint = PROPERTY_KEYS[type].includes(name)
          ? 'It belongs inside "properties".'
          : didYouMean(name, RESOURCE_KEYS) || `It has ${listOf(RESOURCE_KEYS, 'and')}.`;
        report(
          keyOf(value),
          `${quote(name)} is no property of a resource`,
          hint,
          slipInKey(value, RESOURCE_KEYS)
        );
      }
      const known = PROPERTY_KEYS[type];
      for (const value of properties.properties.nodes) {
        const {name} = value;
        if (known.includes(name)) continue;
        const hint = didYouMean(name, known) || `It has ${listOf(known, 'and')}.`;
        report(
          keyOf(value),
          `"properties" of this ${RESOURCE_WORDS[type]} does not take ${quote(name)}`,
          hint,
          slipInKey(value, known)
        );
      }
    }
  }
};
