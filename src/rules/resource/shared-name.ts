import type {Resource} from '../../bundle/model.js';
import {quote} from '../../words.js';
import {nameNode, RESOURCE_WORDS} from '../analysis/resources.js';
import type {BundleRule} from '../rule.js';

export const sharedName: BundleRule = {
  id: 'resource/shared-name',
  scope: 'bundle',
  severity: 'info',
  summary: 'Resources of different types have different names.',
  why: 'The documentation asks for names that are unique in a bundle and does not say whether that means all types together. Bundles that share names between a flow and its job spec are in use.',
  bad: '{"main": {"type": "ZIS::Flow", "properties": {"name": "main", "…": "…"}}, "spec": {"type": "ZIS::JobSpec", "properties": {"name": "main", "…": "…"}}}',
  good: '{"main": {"type": "ZIS::Flow", "properties": {"name": "main", "…": "…"}}, "spec": {"type": "ZIS::JobSpec", "properties": {"name": "on_ticket", "…": "…"}}}',
  source: 'Fixing common ZIS errors, "Bundle contains duplicated resources" (its reach is unclear)',
  check({resources}, report) {
    const first = new Map<string, Resource>();
    for (const resource of resources) {
      const earlier = first.get(resource.name);
      if (earlier === undefined) first.set(resource.name, resource);
      else if (earlier.type !== resource.type) {
        report(
          nameNode(resource),
          `this ${RESOURCE_WORDS[resource.type]} has the name of a ${RESOURCE_WORDS[earlier.type]}, ${quote(resource.name)}`,
          'Distinct names are the safe choice.'
        );
      }
    }
  }
};
