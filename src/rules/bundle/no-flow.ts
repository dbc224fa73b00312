import type {JsonNode} from '../../bundle/json-types.js';
import {keyOf, type BundleRule} from '../rule.js';

export const noFlow: BundleRule = {
  id: 'bundle/no-flow',
  scope: 'bundle',
  severity: 'error',
  summary: 'A bundle has at least one flow.',
  why: 'Actions and job specs do nothing on their own: an action runs in a flow, and a job spec starts one.',
  bad: '{"resources": {"get_ticket": {"type": "ZIS::Action::Http", "…": "…"}}}',
  good: '{"resources": {"get_ticket": {"type": "ZIS::Action::Http", "…": "…"}, "main": {"type": "ZIS::Flow", "…": "…"}}}',
  source:
    'Bundles API reference: a bundle consists of one or more flows, of job specs and of actions, if any',
  check({root, resources}, report) {
    const all = root.properties.get('resources');
    if (all?.type !== 'object' || all.properties.size === 0) return;
    if (resources.length === 0 || all.properties.nodes.some(couldBeFlow)) return;
    report(
      keyOf(all),
      'the bundle has no flow',
      'Add a resource of type "ZIS::Flow", or move these resources into the bundle of the flow that needs them.'
    );
  }
};

/** A resource of an unknown type may be a flow whose type is misspelt: bundle/structure has reported it. */
function couldBeFlow(resource: JsonNode): boolean {
  const type = resource.properties.get('type')?.value;
  return type !== 'ZIS::Action::Http' && type !== 'ZIS::JobSpec';
}
