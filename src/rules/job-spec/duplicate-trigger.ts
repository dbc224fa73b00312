import type {BundleFacts, JobSpecFacts, ProjectRule} from '../rule.js';
import {quote} from '../../words.js';

export const duplicateTrigger: ProjectRule = {
  id: 'job-spec/duplicate-trigger',
  scope: 'project',
  severity: 'warning',
  summary: 'No two job specs start one flow for one event.',
  why: 'Each of them ties the event to the flow, so that it may run twice: two comments, two messages, two orders.',
  bad: '{"a": {"event_type": "ticket.TicketCreated", "flow_name": "zis:acme:flow:main"}, "b": {"event_type": "ticket.TicketCreated", "flow_name": "zis:acme:flow:main"}}',
  good: '{"a": {"event_type": "ticket.TicketCreated", "flow_name": "zis:acme:flow:main"}}',
  source: 'Glossary: one job spec ties one event type to one flow',
  check(bundles, report) {
    const first = new Map<string, DeclaredSpec>();
    for (const bundle of bundles) {
      for (const spec of bundle.jobSpecs) {
        const {eventSource, eventType, flow} = spec;
        // One of another integration is job-spec/flow-integration's.
        if (flow === null || (bundle.integration ?? flow.integration) !== flow.integration) continue;
        const id = JSON.stringify([eventSource, eventType, flow.integration, flow.name]);
        const earlier = first.get(id);
        if (earlier === undefined) {
          first.set(id, {bundle, spec});
          continue;
        }
        if (sharesName(earlier, {bundle, spec})) continue;
        const place = earlier.bundle === bundle ? '' : ` in ${earlier.bundle.path}`;
        report(
          bundle,
          spec.nameAt,
          `the job spec ${quote(earlier.spec.name)}${place} starts this flow for the same event already`,
          'Remove one of them: the flow may run twice.'
        );
      }
    }
  }
};

interface DeclaredSpec {
  readonly bundle: BundleFacts;
  readonly spec: JobSpecFacts;
}

/**
 * Whether two job specs are twins because their bundles, their flows or they themselves have one name: that is the
 * fault then, and bundle/duplicate-bundle, project/name-collision or resource/duplicate-name reports it.
 */
function sharesName(a: DeclaredSpec, b: DeclaredSpec): boolean {
  if (a.spec.name === b.spec.name) return true;
  if (a.bundle === b.bundle) return false;
  if (a.bundle.name !== null && a.bundle.name.text === b.bundle.name?.text) return true;
  return hasFlow(a.bundle, a.spec.flow?.name) && hasFlow(b.bundle, b.spec.flow?.name);
}

function hasFlow({resources}: BundleFacts, wanted: string | undefined): boolean {
  return resources.some(({type, name}) => type === 'ZIS::Flow' && name === wanted);
}
