import type {JsonObject, JsonValue} from '../../bundle/json-types.js';
import {isObject, own, setOwn} from '../../bundle/json.js';
import type {FlowRun, Outcome, Visit} from '../../flow-run/ports.js';
import type {Contact} from '../../flow-run/unknowns.js';
import {JQ_ACTION} from '../../flow/built-ins.js';
import {callsOf, endResult, outermostVisits} from '../run-facts.js';
import {sampleEvent} from '../samples.js';
import {sameValue} from '../values.js';
import type {Owner, Scenario} from './scenario.js';

/** Of which event a proposed case begins. */
export interface TriggerEvent {
  readonly source: string;
  readonly type: string;
}

/** A case as it is written into a test file: the keys of the file format, in the order in which people read them. */
export function caseOf(
  name: string,
  run: FlowRun,
  scenario: Scenario,
  {trigger, owner}: {readonly trigger: TriggerEvent | null; readonly owner: Owner}
): JsonObject {
  const mocks = mocksOf(run, scenario);
  const unknowns = pinned(run.contacts);
  return {
    name,
    ...startOf(scenario.document, trigger, owner),
    ...(Object.keys(scenario.configs).length === 0 ? {} : {configs: scenario.configs}),
    ...(Object.keys(mocks).length === 0 ? {} : {mocks}),
    ...(Object.keys(unknowns).length === 0 ? {} : {unknowns}),
    expect: expectationsOf(run)
  };
}

/** How the case begins: by a built-in sample where it differs from it only by what `with` can say. */
function startOf(document: JsonValue, trigger: TriggerEvent | null, owner: Owner): JsonObject {
  const {input, account_id, subdomain, integration_key, ...others} = isObject(document) ? document : {};
  if (Object.keys(others).length > 0 || input === undefined) return {document};
  const account = {
    ...(subdomain === owner.subdomain ? {} : {subdomain: subdomain ?? null}),
    ...(account_id === owner.accountId ? {} : {account_id: account_id ?? null}),
    ...(integration_key === owner.integration ? {} : {integration_key: integration_key ?? null})
  };
  return {...eventOf(input, trigger), ...(Object.keys(account).length === 0 ? {} : {account})};
}

function eventOf(input: JsonValue, trigger: TriggerEvent | null): JsonObject {
  if (trigger === null) return {event: {input}};
  const sample = sampleEvent(trigger.type);
  const extra = sample === null ? null : differenceOf(sample.input, input);
  if (extra === null) return {event: {...trigger, input}};
  return {event: trigger.type, ...(isObject(extra) && Object.keys(extra).length === 0 ? {} : {with: extra})};
}

/** What has to be merged into a value to make another one of it; null when merging cannot do that. */
function differenceOf(from: JsonValue, to: JsonValue): JsonValue | null {
  if (!isObject(from) || !isObject(to)) return to;
  if (Object.keys(from).some((name) => !Object.hasOwn(to, name))) return null;
  const difference: JsonObject = {};
  for (const [name, value] of Object.entries(to)) {
    const before = own(from, name);
    if (before !== undefined && sameValue(before, value)) continue;
    const part = before === undefined ? value : differenceOf(before, value);
    if (part === null && value !== null) return null;
    setOwn(difference, name, part);
  }
  return difference;
}

/**
 * The mocks that give each call what it got. HTTP actions always have some; of built-in actions only those of which
 * a call got what would not come by itself, and then all of its calls.
 */
function mocksOf({visits}: FlowRun, scenario: Scenario): JsonObject {
  const mocks: JsonObject = {};
  const called = visits.filter(({call, outcome}) => call !== null && outcome !== null);
  const isGiven = (visit: Visit): boolean => scenario.isGiven(visit, visits);
  for (const action of new Set(called.map(({call}) => call?.action ?? ''))) {
    const own = called.filter(({call}) => call?.action === action);
    const outcomes = action === JQ_ACTION ? jqMocks(own, isGiven) : plainMocks(own, isGiven);
    const [only, ...others] = outcomes;
    if (only === undefined) continue;
    const isSame = others.every((other) => sameValue(other, only));
    setOwn(mocks, action, isSame && !Object.hasOwn(only, 'when') ? only : outcomes);
  }
  return mocks;
}

function plainMocks(visits: readonly Visit[], isGiven: (visit: Visit) => boolean): JsonObject[] {
  const isHttp = visits.some(({call}) => call?.request !== null);
  return isHttp || visits.some(isGiven) ? visits.map(mockOf) : [];
}

/** jq is real but for the programs of which a call got something else: those are told apart by their text. */
function jqMocks(visits: readonly Visit[], isGiven: (visit: Visit) => boolean): JsonObject[] {
  const programs = new Set(visits.filter(isGiven).map(programOf));
  return visits
    .filter((visit) => programs.has(programOf(visit)))
    .map((visit) => ({when: {parameters: {expr: programOf(visit)}}, ...mockOf(visit)}));
}

function programOf({call}: Visit): JsonValue {
  return own(call?.parameters ?? {}, 'expr') ?? null;
}

function mockOf({outcome, result}: Visit): JsonObject {
  if (outcome?.kind === 'http') return httpMock(outcome);
  if (outcome?.kind === 'error') {
    const {Error, Cause} = outcome;
    return {error: {...(Error === null ? {} : {Error}), Cause}};
  }
  return {result: result ?? null};
}

function httpMock({status, body, text}: Extract<Outcome, {kind: 'http'}>): JsonObject {
  return {status, ...(body === undefined ? {} : {body}), ...(text === undefined ? {} : {text})};
}

/** The answers that were taken for what ZIS does not document, so that the case does not hang on it. */
function pinned(contacts: readonly Contact[]): JsonObject {
  const open = contacts.filter(({latent}) => !latent);
  return Object.fromEntries(open.map(({id, candidates: [first = '']}) => [id, first]));
}

function expectationsOf(run: FlowRun): JsonObject {
  const {state, status, message, error} = endResult(run);
  const calls = callsOf(run).map(({action}) => ({action}));
  const named = run.end.status === 'failed' && run.end.error.named;
  return {
    end: {status, state, ...(message === null || message === 'Execution Successful' ? {} : {message})},
    ...(error === null || !named ? {} : {error: {Error: error.Error}}),
    path: outermostVisits(run).map((visit) => visit.state.name),
    ...(calls.length === 0 ? {} : {calls})
  };
}
