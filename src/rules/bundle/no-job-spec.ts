import {quote} from '../../words.js';
import type {ProjectRule} from '../rule.js';

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
