import type {JsonNode} from '../../bundle/json-types.js';
import {quote} from '../../words.js';
import {keyOf, type BundleRule, type ProjectRule} from '../rule.js';

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

export const noJobSpec: ProjectRule = {
  id: 'bundle/no-job-spec',
  scope: 'project',
  severity: 'warning',
  summary: 'The flows of a bundle are started by a job spec.',
  why: 'Without a job spec no event ever starts a flow. The registry takes such a bundle, and then nothing happens.',
  bad: '{"resources": {"main": {"type": "ZIS::Flow", "…": "…"}}}',
  good: '{"resources": {"main": {"type": "ZIS::Flow", "…": "…"}, "on_ticket": {"type": "ZIS::JobSpec", "…": "…"}}}',
  source:
    'Bundles API reference: a bundle has one or more job specs; that the registry takes one without was seen in the field',
  check(bundles, report) {
    const started = new Set<string>();
    for (const {jobSpecs} of bundles) {
      for (const {flow} of jobSpecs) if (flow !== null) started.add(flowId(flow.integration, flow.name));
    }
    for (const bundle of bundles) {
      if (bundle.jobSpecs.length > 0 || bundle.unsound.length > 0) continue;
      const flows = bundle.resources.filter(({type}) => type === 'ZIS::Flow');
      const [first] = flows;
      if (first === undefined) continue;
      if (flows.some(({name}) => started.has(flowId(bundle.integration, name)))) continue;
      const named = bundle.name === null ? 'the bundle' : `the bundle ${quote(bundle.name.text)}`;
      report(
        bundle,
        bundle.name?.at ?? first.at,
        `${named} has no job spec, so no event starts its flows`,
        'Add a resource of type "ZIS::JobSpec" that names the event and the flow.'
      );
    }
  }
};

function flowId(integration: string | null, name: string): string {
  return JSON.stringify([integration, name]);
}

/** A resource of an unknown type may be a flow whose type is misspelt: bundle/structure has reported it. */
function couldBeFlow(resource: JsonNode): boolean {
  const type = resource.properties.get('type')?.value;
  return type !== 'ZIS::Action::Http' && type !== 'ZIS::JobSpec';
}
