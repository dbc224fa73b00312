import {parseQualifiedName} from '../../bundle/identity.js';
import type {JsonNode} from '../../bundle/json-types.js';
import {quote} from '../../words.js';
import {flowsIn} from '../analysis/flows.js';
import type {BundleRule} from '../rule.js';

export const notStarted: BundleRule = {
  id: 'flow/not-started',
  scope: 'bundle',
  severity: 'warning',
  summary: 'Every flow is started by a job spec.',
  why: 'Only job specs start flows. A flow that none names never runs.',
  bad: '{"resources": {"a": {"type": "ZIS::Flow", "…": "no job spec names it"}, "b": {"…": "…"}}}',
  good: '{"resources": {"a": {"type": "ZIS::Flow", "…": "…"}, "on_a": {"type": "ZIS::JobSpec", "properties": {"flow_name": "zis:my_integration:flow:a", "…": "…"}}}}',
  source: 'Inferred: job specs are the only thing that starts flows in the Job Specs API reference',
  check(bundle, report) {
    const all = bundle.root.properties.get('resources')?.properties.size ?? 0;
    const keysAreLost = (bundle.file.json?.duplicateKeys.length ?? 0) > 0;
    // What cannot be read may be the job spec that starts it.
    if (bundle.resources.length < all || keysAreLost) return;
    const flows = flowsIn(bundle);
    const names = new Set(flows.map(({resource}) => resource.name));
    const started = startedFlows(bundle.root);
    // A job spec that cannot be read, or names a flow that is not here, may be the one that is missing. A
    // bundle without any job spec is another finding.
    if (started.size === 0 || [...started].some((name) => name === null || !names.has(name))) return;
    for (const {resource} of flows) {
      if (started.has(resource.name)) continue;
      const at = resource.properties.properties.get('name') ?? resource.node;
      report(
        at,
        `no job spec of this bundle starts the flow ${quote(resource.name)}`,
        'Add a job spec that names it, or remove it.'
      );
    }
  }
};

/** The names of the flows that job specs name; null stands for those that cannot be read. */
function startedFlows(root: JsonNode): Set<string | null> {
  const names = new Set<string | null>();
  for (const resource of root.properties.get('resources')?.properties.nodes ?? []) {
    if (resource.properties.get('type')?.value !== 'ZIS::JobSpec') continue;
    const flowName = resource.properties.get('properties')?.properties.get('flow_name')?.value;
    const parsed = typeof flowName === 'string' ? parseQualifiedName(flowName) : null;
    names.add(parsed?.kind === 'flow' ? parsed.name : null);
  }
  return names;
}
