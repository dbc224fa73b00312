import {STATE_TYPES} from '../../bundle/flow.js';
import type {Resource} from '../../bundle/model.js';
import {rootOf} from '../../bundle/path.js';
import {keyOf, type BundleContext, type BundleRule} from '../rule.js';
import {didYouMean, listOf, quote, suggest} from '../suggest.js';
import {statesIn} from '../support/flows.js';
import {perBundle} from '../support/memo.js';
import {collectReads, plainKey, valuesIn, type PathRead} from '../support/values.js';
import {INITIAL_ROOTS} from '../data/document.js';
import {actionsIn, callsIn, type Call} from './calls.js';

export const missingParameter: BundleRule = {
  id: 'action/missing-parameter',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A state passes every parameter that the action reads.',
  why: 'In an action `$` is what the calling state passes in Parameters. A placeholder for which it passes nothing fails the call, or leaves a hole in the request.',
  bad: '{"path": "/api/v2/tickets/{{$.ticketId}}"}, called with {"ticket_id.$": "$.input.ticket_event.ticket.id"}',
  good: '{"path": "/api/v2/tickets/{{$.ticket_id}}"}, called with {"ticket_id.$": "$.input.ticket_event.ticket.id"}',
  source: 'ZIS custom actions (the data of an action); Fixing common ZIS errors, "JSON path not found"',
  check(bundle, report) {
    for (const call of callsIn(bundle)) {
      const {action, parameters, node} = call;
      if (action === null || (parameters !== null && parameters.type !== 'object')) continue;
      const {names} = namesReadBy(bundle, action);
      const passed = passedBy(call);
      const known = parameters === null ? writtenNames(bundle) : passed;
      const missing = names.filter((name) => !known.includes(name) && !GIVEN.has(name));
      if (missing.length === 0) continue;
      const at = parameters === null ? node : keyOf(parameters);
      const unused = passed.filter((name) => !names.includes(name));
      const near = missing.map((name) => [name, suggest(name, unused)] as const);
      for (const [name, meant] of near) {
        if (meant === null) continue;
        report(
          keyOf(parameterOf(call, meant)),
          `the action ${quote(action.name)} reads ${quote(`$.${name}`)}, and this state passes ${quote(meant)}`,
          'Give both the same name.'
        );
      }
      const absent = near.filter(([, meant]) => meant === null).map(([name]) => name);
      if (absent.length > 0) {
        const paths = absent.map((name) => `$.${name}`);
        report(
          at,
          `the action ${quote(action.name)} reads ${listOf(paths, 'and')}, which this state does not pass`
        );
      }
    }
  }
};

export const unusedParameter: BundleRule = {
  id: 'action/unused-parameter',
  scope: 'bundle',
  severity: 'warning',
  summary: 'An action reads every parameter that a state passes to it.',
  why: 'A parameter that the action does not read has no effect: a name is misspelt on one side, or a placeholder was forgotten.',
  bad: '{"priority.$": "$.input.priority"}, passed to an action in which $.priority does not occur',
  good: '{"requestBody": {"priority": "{{$.priority}}"}}',
  source: 'ZIS custom actions (the data of an action)',
  check(bundle, report) {
    for (const call of callsIn(bundle)) {
      if (call.action === null) continue;
      const {names, literal, whole} = namesReadBy(bundle, call.action);
      if (whole) continue;
      const passed = passedBy(call);
      const missing = names.filter((name) => !passed.includes(name));
      for (const name of passed) {
        // A near miss of a name that the action does read has been reported as such.
        if (names.includes(name) || literal.includes(name)) continue;
        if (missing.some((wanted) => suggest(wanted, [name]) !== null)) continue;
        report(
          keyOf(parameterOf(call, name)),
          `the action ${quote(call.action.name)} does not read ${quote(`$.${name}`)}`,
          didYouMean(name, names)
        );
      }
    }
  }
};

export const unusedAction: BundleRule = {
  id: 'action/unused',
  scope: 'bundle',
  severity: 'warning',
  summary: 'Some state runs each custom action.',
  why: 'An action that nothing runs is left over, or the state that should run it names another one. Actions cannot be called from other bundles.',
  bad: '(a resource of the type ZIS::Action::Http that no ActionName names)',
  good: '{"Type": "Action", "ActionName": "zis:my_integration:action:fetch_ticket"}',
  source: 'ZIS custom actions (an action is called from the same bundle)',
  check(bundle, report) {
    if (!showsAllCalls(bundle)) return;
    const called = new Set(callsIn(bundle).map(({name, text}) => name?.name ?? text.split(':').at(-1)));
    const actions = actionsIn(bundle);
    const unknown = callsIn(bundle).filter(({action, builtIn}) => action === null && !builtIn);
    for (const {name, properties} of actions.values()) {
      if (called.has(name) || unknown.some((call) => suggest(call.name?.name ?? '', [name]) !== null))
        continue;
      report(properties.properties.get('name') ?? properties, `no state runs the action ${quote(name)}`);
    }
  }
};

/** Whether a flow, an Iterator or a state that could not be looked into may call an action unseen. */
function showsAllCalls(bundle: BundleContext): boolean {
  const all = bundle.root.properties.get('resources')?.properties.size ?? 0;
  if (all !== bundle.resources.length) return false;
  const states = statesIn(bundle);
  if (states.some(({type, iterator}) => !isStateType(type) || (type === 'Map' && !iterator?.states.size)))
    return false;
  return callsIn(bundle).length === states.filter(({type}) => type === 'Action').length;
}

function isStateType(type: string): boolean {
  return (STATE_TYPES as readonly string[]).includes(type);
}

/** Zendesk's own samples read these in an action without passing them. */
const GIVEN: ReadonlySet<string> = new Set(INITIAL_ROOTS.filter((root) => root !== 'input'));

/** A state without Parameters may hand on all data, as in Amazon's language: ZIS does not say. */
const writtenNames = perBundle((bundle): readonly string[] => {
  const written = valuesIn(bundle).sites.filter(({writes}) => writes);
  const roots = written.map(({path}) => (path === null ? null : rootOf(path)));
  return ['input', ...roots.filter((root) => root !== null)];
});

interface NamesRead {
  readonly names: readonly string[];
  /** Names of paths that stand where ZIS does not look them up, as path/literal says. */
  readonly literal: readonly string[];
  /** Whether the action also reads `$` as a whole. */
  readonly whole: boolean;
}

const readNames = perBundle((bundle): Map<Resource, NamesRead> => {
  const read = new Map<Resource, NamesRead>();
  const {of} = valuesIn(bundle);
  for (const action of actionsIn(bundle).values()) {
    const sites = of.get(action) ?? [];
    const reads: PathRead[] = [];
    collectReads(sites, reads);
    const roots = reads.map(({root}) => root);
    const names = [...new Set(roots.filter((root) => root !== null))];
    const literal = sites.flatMap(({path, reading}) =>
      path === null || reading !== 'text' ? [] : (rootOf(path) ?? [])
    );
    read.set(action, {names, literal, whole: roots.includes(null)});
  }
  return read;
});

function namesReadBy(bundle: BundleContext, action: Resource): NamesRead {
  return readNames(bundle).get(action) ?? {names: [], literal: [], whole: true};
}

function passedBy({parameters}: Call): string[] {
  return (parameters?.properties.names ?? []).map(plainKey);
}

function parameterOf({parameters, node}: Call, name: string) {
  return parameters?.properties.get(name) ?? parameters?.properties.get(`${name}.$`) ?? node;
}
