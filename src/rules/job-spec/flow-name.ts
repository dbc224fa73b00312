import {parseQualifiedName} from '../../bundle/identity.js';
import {INTEGRATION_NAME} from '../../bundle/model.js';
import type {BundleFacts, BundleRule, JobSpecFacts, ProjectRule} from '../rule.js';
import {didYouMean, listOf, quote, suggest} from '../../words.js';

export const flowName: BundleRule = {
  id: 'job-spec/flow-name',
  scope: 'bundle',
  severity: 'error',
  summary: 'A job spec names its flow as `zis:{integration}:flow:{name}`.',
  why: 'A bare name, or the name of an action, starts nothing.',
  bad: '{"event_source": "support", "event_type": "ticket.TicketCreated", "flow_name": "main"}',
  good: '{"event_source": "support", "event_type": "ticket.TicketCreated", "flow_name": "zis:my_integration:flow:main"}',
  source: 'Bundles API reference, JSON format; Glossary, job spec',
  check({resources, identity}, report) {
    for (const {type, properties} of resources) {
      const node = properties.properties.get('flow_name');
      if (type !== 'ZIS::JobSpec' || typeof node?.value !== 'string') continue;
      const name = parseQualifiedName(node.value);
      if (name === null) {
        const integration = identity.integration ?? '{integration}';
        const bare = node.value.split(':').at(-1)?.trim() ?? '';
        report(
          node,
          `${quote(node.value)} does not name a flow`,
          `Write "zis:${integration}:flow:${bare === '' ? '{name}' : bare}".`
        );
      } else if (name.kind !== 'flow') {
        report(
          node,
          name.kind === 'action'
            ? '"flow_name" names an action, not a flow'
            : `"flow_name" has ${quote(name.kind)} where the name of a flow has "flow"`,
          `Write "zis:${name.integration}:flow:${name.name}", with the name of the flow that the event starts.`
        );
      }
    }
  }
};

export const flowIntegration: BundleRule = {
  id: 'job-spec/flow-integration',
  scope: 'bundle',
  severity: 'error',
  summary: 'The flow of a job spec belongs to the integration of the bundle.',
  why: 'A bundle is uploaded to one integration and its job specs start flows of that one. The name of another one is mostly left over from a copy or from another environment.',
  bad: '{"integration": "acme", "…": {"flow_name": "zis:acme_sandbox:flow:main"}}',
  good: '{"integration": "acme", "…": {"flow_name": "zis:acme:flow:main"}}',
  source: 'Bundles API reference, JSON format; Glossary, job spec',
  check({resources, identity}, report) {
    if (identity.integration === null || !INTEGRATION_NAME.test(identity.integration)) return;
    for (const {type, properties} of resources) {
      const node = properties.properties.get('flow_name');
      if (type !== 'ZIS::JobSpec' || typeof node?.value !== 'string') continue;
      const name = parseQualifiedName(node.value);
      if (name?.kind !== 'flow' || name.integration === identity.integration) continue;
      report(
        node,
        `the flow belongs to the integration ${quote(name.integration)}, and the bundle to ${quote(identity.integration)}`,
        `Write "zis:${identity.integration}:flow:${name.name}".`
      );
    }
  }
};

export const unknownFlow: ProjectRule = {
  id: 'job-spec/unknown-flow',
  scope: 'project',
  severity: 'error',
  summary: 'The flow that a job spec names is declared.',
  why: 'A job spec cannot start a flow that there is not: its events come to nothing.',
  bad: '{"flow_name": "zis:acme:flow:mian", "…": "a bundle whose flow is named main"}',
  good: '{"flow_name": "zis:acme:flow:main", "…": "a bundle whose flow is named main"}',
  source: 'Bundles API reference, JSON format; Glossary, job spec',
  check(bundles, report) {
    eachForeignFlow(bundles, (bundle, spec, name, {here, elsewhere}) => {
      if (elsewhere.length > 0) return;
      const hint =
        didYouMean(name, here) ||
        nearElsewhere(bundles, bundle, name) ||
        (here.length === 0 ? 'The bundle has no flow.' : `The bundle has ${listSome(here)}.`);
      report(bundle, spec.flowAt, `no flow is named ${quote(name)}`, hint);
    });
  }
};

export const flowElsewhere: ProjectRule = {
  id: 'job-spec/flow-elsewhere',
  scope: 'project',
  severity: 'warning',
  summary: 'The flow that a job spec names is in the same bundle.',
  why: 'Whether a job spec may start the flow of another bundle is not documented, and the two bundles are uploaded apart: for a while one is there without the other.',
  bad: '(zis/specs.json has a job spec for zis:acme:flow:main, and the flow main is in zis/flows.json)',
  good: '(zis/flows.json has both)',
  source: 'Inferred: the Bundles API reference shows a flow and its job spec in one bundle',
  check(bundles, report) {
    eachForeignFlow(bundles, (bundle, spec, name, {elsewhere}) => {
      if (elsewhere.length === 0) return;
      report(
        bundle,
        spec.flowAt,
        `the flow ${quote(name)} is not in this bundle but in ${elsewhere.slice(0, 3).join(', ')}`,
        'Move the job spec to the bundle of its flow.'
      );
    });
  }
};

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

/** In more files no name is looked for: each of them is compared with each unknown flow. */
const MAX_FILES = 100;

/** The flow that was meant in another file: of the same integration, or of the same name in another one. */
function nearElsewhere(bundles: readonly BundleFacts[], own: BundleFacts, name: string): string {
  if (bundles.length > MAX_FILES) return '';
  for (const {path, integration, resources} of bundles) {
    if (path === own.path || integration === null) continue;
    const flows: string[] = [];
    for (const each of resources) if (each.type === 'ZIS::Flow') flows.push(each.name);
    if (integration !== own.integration) {
      if (!flows.includes(name)) continue;
      return `${path} has a flow of this name, in the integration ${quote(integration)}.`;
    }
    const meant = suggest(name, flows);
    if (meant !== null) return `Did you mean ${quote(meant)}, which is in ${path}?`;
  }
  return '';
}

/** Where flows of the job spec's integration are. */
interface Flows {
  /** The names of the flows of the same bundle. */
  readonly here: readonly string[];
  /** The files of the same integration that have the flow. */
  readonly elsewhere: readonly string[];
}

/** Visits each job spec whose flow is of the bundle's integration and not among the bundle's own flows. */
function eachForeignFlow(
  bundles: readonly BundleFacts[],
  visit: (bundle: BundleFacts, spec: JobSpecFacts, name: string, flows: Flows) => void
): void {
  const owners = ownersOfFlows(bundles);
  for (const bundle of bundles) {
    const here = new Set(bundle.resources.filter(({type}) => type === 'ZIS::Flow').map(({name}) => name));
    for (const spec of bundle.jobSpecs) {
      const name = spec.flow?.kind === 'flow' ? spec.flow.name : null;
      if (name === null || here.has(name)) continue;
      if (bundle.integration !== null && bundle.integration !== spec.flow?.integration) continue;
      // A resource whose name cannot be read, or is blank, may be the flow.
      if (bundle.unsound.some((each) => each === null || each.trim() === '' || each === name)) continue;
      const elsewhere = owners.get(idOf(bundle.integration, name)) ?? [];
      visit(bundle, spec, name, {here: [...here], elsewhere});
    }
  }
}

function ownersOfFlows(bundles: readonly BundleFacts[]): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const {integration, path, resources} of bundles) {
    for (const {type, name} of resources) {
      if (type !== 'ZIS::Flow' || integration === null) continue;
      const id = idOf(integration, name);
      const paths = owners.get(id);
      if (paths === undefined) owners.set(id, [path]);
      else paths.push(path);
    }
  }
  return owners;
}

function idOf(integration: string | null, name: string): string {
  return JSON.stringify([integration, name]);
}

function listSome(names: readonly string[]): string {
  return names.length <= 5 ? listOf(names, 'and') : `${listOf(names.slice(0, 4), 'and')} and others`;
}
