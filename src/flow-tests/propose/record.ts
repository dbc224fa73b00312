import type {JsonObject, JsonValue} from '../../bundle/json-types.js';
import {isObject} from '../../bundle/json.js';
import type {FlowRun} from '../../flow-run/ports.js';
import {Allowance} from '../../flow-run/allowance.js';
import {inLockstep} from '../../flow-run/lockstep.js';
import type {Flow} from '../../flow/states.js';
import type {TestedBundle} from '../bundles.js';
import {statesOf} from '../coverage.js';
import type {Matching} from '../matchers.js';
import type {FlowEngine} from '../questions.js';
import {callsOf} from '../run-facts.js';
import {caseOf} from './proposed-case.js';
import {Scenario, type Owner} from './scenario.js';
import {configFor} from './configs.js';

export interface Recording {
  readonly bundle: TestedBundle;
  readonly flow: Flow;
  /** What the event's file holds: `input`, and `source` and `type`, or what else the start document has. */
  readonly event: JsonObject;
  /** The event's file as the case names it; null: the event stands in the case. */
  readonly file: string | null;
  readonly name: string;
}

export interface Recorded {
  readonly content: JsonObject;
  /** The actions and configs whose answers nobody recorded. */
  readonly made: readonly string[];
}

/** A case of what a flow does with an event, with all of its calls as they are expected from now on. */
export async function recordCase(recording: Recording, engine: FlowEngine): Promise<Recorded> {
  const [recorded] = await inLockstep([record(recording)], (asked) => engine.answer(asked));
  if (recorded === undefined) throw new Error('nothing was recorded');
  return recorded;
}

function* record({bundle, flow, event, file, name}: Recording): Matching<Recorded> {
  const {subdomain, account_id, integration_key, input = null} = event;
  const owner: Owner = {
    subdomain: typeof subdomain === 'string' ? subdomain : 'example',
    accountId: typeof account_id === 'number' ? account_id : 1,
    integration: typeof integration_key === 'string' ? integration_key : bundle.integration
  };
  const tested = {flow, actions: bundle.actions, states: statesOf(flow).length, allowance: new Allowance()};
  const document = {
    input,
    account_id: owner.accountId,
    integration_key: owner.integration,
    subdomain: owner.subdomain
  };
  const scenario = new Scenario(tested, owner, document);
  let run = yield* scenario.run();
  // What LoadConfig gives without a config is not documented: there is one, with what is read of it.
  for (let tries = 0; tries < MOST_CONFIGS && addConfig(scenario, run); tries += 1)
    run = yield* scenario.run();
  const content = caseOf(name, run, scenario, {trigger: null, owner: usualOwner(bundle)});
  const {source, type} = event;
  const inline: JsonValue = {
    ...(typeof source === 'string' ? {source} : {}),
    ...(typeof type === 'string' ? {type} : {}),
    input
  };
  return {
    content: {
      ...content,
      event: file === null ? inline : {file},
      expect: {...(isObject(content['expect']) ? content['expect'] : {}), ...callsExpected(run)}
    },
    made: madeUp(run, scenario)
  };
}

const MOST_CONFIGS = 10;

function usualOwner({integration}: TestedBundle): Owner {
  return {subdomain: 'example', accountId: 1, integration};
}

function addConfig(scenario: Scenario, {contacts, visits}: FlowRun): boolean {
  if (!contacts.some(({id}) => id === 'config.missing')) return false;
  for (const {call, state} of visits) {
    const scope = call?.parameters['scope'];
    if (typeof scope !== 'string' || scope.includes('*') || Object.hasOwn(scenario.configs, scope)) continue;
    scenario.configs[scope] = configFor(state);
    return true;
  }
  return false;
}

/** All calls with what they send. */
function callsExpected(run: FlowRun): JsonObject {
  const calls = callsOf(run).map(({action, parameters, request}) => {
    if (request === null) return {action, parameters};
    const {method, url, body} = request;
    return {action, request: {method, url, ...(body === null ? {} : {body})}};
  });
  return calls.length === 0 ? {} : {calls};
}

function madeUp(run: FlowRun, {configs}: Scenario): string[] {
  const actions = callsOf(run)
    .filter(({request}) => request !== null)
    .map(({action}) => action);
  return [...new Set([...actions, ...Object.keys(configs)])];
}
