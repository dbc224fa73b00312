import {flowsOf, type Flow} from '../flow/states.js';
import {resourcesOf, type Resource} from '../bundle/model.js';
import type {JsonNode} from '../bundle/json-types.js';
import type {Lines} from '../bundle/text.js';
import {didYouMean, listOf, quote} from '../words.js';
import type {TestFile} from './test-file.js';

export type {Flow} from '../flow/states.js';

/** What is known of a bundle file before it is read for tests. */
export interface KnownBundle {
  readonly path: string;
  /** `properties.name` of its flows; none where it could not be read. */
  readonly flows: readonly string[];
  /** Whether it could be read and identified. */
  readonly isReadable: boolean;
}

/** A bundle that is read to be tested. */
export interface TestedBundle {
  readonly path: string;
  readonly lines: Lines;
  readonly integration: string;
  readonly flows: ReadonlyMap<string, Flow>;
  /** Its custom actions by `properties.name`. */
  readonly actions: ReadonlyMap<string, Resource>;
}

/** The parts of a bundle that its tests need. @param root the bundle, with its placeholders filled in */
export function testedBundle(path: string, lines: Lines, root: JsonNode, integration: string): TestedBundle {
  const resources = resourcesOf(root);
  const actions = resources.filter(({type}) => type === 'ZIS::Action::Http');
  return {
    path,
    lines,
    integration,
    flows: new Map(flowsOf(resources).map((flow) => [flow.resource.name, flow])),
    actions: new Map(actions.map((action) => [action.name, action]))
  };
}

/** The path of the bundle that a test file tests; null, with a problem, where none or several may be meant. */
export function bundleOf({bundle, flow, problems}: TestFile, known: readonly KnownBundle[]): string | null {
  const name = typeof flow?.value === 'string' ? flow.value : null;
  if (flow === null || name === null) return null;
  if (bundle !== null && typeof bundle.value === 'string') return named(bundle.value);
  const having = known.filter(({flows}) => flows.includes(name));
  const [only, other] = having;
  if (only !== undefined && other === undefined) return only.path;
  if (only !== undefined) {
    const paths = listOf(having.map(({path}) => path).slice(0, 5), 'and');
    const hint = `Say which one is tested: bundle: ${only.path}`;
    problems.error(flow, `${having.length} bundles have a flow ${quote(name)}: ${paths}`, hint);
  } else {
    problems.error(flow, `no bundle has a flow ${quote(name)}`, missingHint(name));
  }
  return null;

  function named(path: string): string | null {
    const found = known.find((each) => each.path === path.replace(/^\.\//, ''));
    if (found === undefined) {
      const paths = known.map((each) => each.path);
      const hint =
        didYouMean(path, paths) ||
        'Paths are relative to the workspace; `bundles` says which files are bundles.';
      problems.error(bundle ?? TOP, `there is no bundle file ${quote(path)}`, hint);
      return null;
    }
    if (!found.isReadable || found.flows.includes(name ?? '')) return found.path;
    const hint = didYouMean(name ?? '', found.flows);
    problems.error(flow ?? TOP, `${found.path} has no flow ${quote(name ?? '')}`, hint || flowsHint(found));
    return null;
  }

  function missingHint(wanted: string): string {
    const near = didYouMean(
      wanted,
      known.flatMap(({flows}) => flows)
    );
    if (near !== '') return near;
    const broken = known.filter(({isReadable}) => !isReadable).map(({path}) => path);
    if (broken.length > 0) return `${listOf(broken.slice(0, 5), 'and')} could not be read.`;
    if (known.length === 0) return 'No bundle file was found: see `bundles`.';
    const flows = known.flatMap((bundle) => bundle.flows);
    return flows.length === 0 ? 'The bundles have no flow.' : `The bundles have ${shortList(flows)}.`;
  }
}

function flowsHint({flows}: KnownBundle): string {
  return flows.length === 0 ? 'It has no flow.' : `It has ${shortList(flows)}.`;
}

function shortList(flows: readonly string[]): string {
  const named = listOf(flows.slice(0, MOST_NAMED), 'and');
  return flows.length <= MOST_NAMED ? named : `${named}, and ${flows.length - MOST_NAMED} more`;
}

const MOST_NAMED = 10;

const TOP = {start: 0, end: 1};
