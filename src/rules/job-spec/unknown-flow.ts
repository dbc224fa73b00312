import {newTextAt} from '../analysis/fixes.js';
import type {QualifiedName} from '../../bundle/identity.js';
import type {Fix} from '../fix.js';
import type {BundleFacts, JobSpecFacts, ProjectRule} from '../rule.js';
import {didYouMean, listOf, quote, suggest, sureMatch} from '../../words.js';

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
      report(bundle, spec.flowAt, `no flow is named ${quote(name)}`, hint, slipAt(spec, here));
    });
  }
};

function slipAt({flow, flowAt}: JobSpecFacts, here: readonly string[]): Fix | null {
  const meant = flow === null ? null : sureMatch(flow.name, here);
  return flow === null || meant === null
    ? null
    : newTextAt(flowAt, flowNameOf(flow, flow.name), flowNameOf(flow, meant));
}

function flowNameOf({integration, kind}: QualifiedName, name: string): string {
  return `zis:${integration}:${kind}:${name}`;
}

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
      // So may one with a placeholder that nothing filled in: that one is reported.
      if ([...here].some((each) => each.includes('{{'))) continue;
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
