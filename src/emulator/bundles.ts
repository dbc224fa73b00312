import {randomUUID} from 'node:crypto';
import type {JsonObject, JsonValue} from '../bundle/json-types.js';
import {badRequest, json, missing, noContent, ok, type Answer} from './answers.js';
import type {Behaviour} from './behaviour.js';
import {withJobSpecsOf, withoutBundle} from './job-specs.js';
import {page} from './pages.js';
import type {State, StoredBundle} from './state.js';
import type {Store} from './store.js';
import {Invalid, checkUpload, type SoundBundle} from './validate.js';

/** The one account that the emulator is. */
const ACCOUNT_ID = 12345;

export function listBundles(state: State, integration: string, query: URLSearchParams): Answer {
  return page('bundles', bundlesOf(state, integration), query, summary);
}

export function showBundle(state: State, integration: string, uuid: string): Answer {
  const found = bundlesOf(state, integration).find((bundle) => bundle.uuid === uuid);
  return found === undefined ? missing('bundle not found') : json(200, whole(found));
}

/** Replaces the bundle of the same name, which keeps its uuid and place, or adds one. */
export function uploadBundle(
  store: Store,
  integration: string,
  body: Uint8Array,
  {uniqueNames, orphanJobSpecs}: Pick<Behaviour, 'uniqueNames' | 'orphanJobSpecs'>
): Answer {
  const registered = bundlesOf(store.state, integration);
  let sound: SoundBundle;
  try {
    sound = checkUpload(parse(body), uniqueNames ? registered : []);
  } catch (error) {
    if (error instanceof Invalid) return badRequest(error.message);
    throw error;
  }
  const {state} = store;
  const old = registered.find(({name}) => name === sound.name);
  const bundle: StoredBundle = {
    sequence: old?.sequence ?? state.nextSequence,
    uuid: old?.uuid ?? randomUUID(),
    integration,
    ...sound
  };
  const others = state.bundles.filter(({uuid}) => uuid !== bundle.uuid);
  const bundles = [...others, bundle].sort((a, b) => a.sequence - b.sequence);
  const integrations = [...new Set([...state.integrations, integration])];
  const next = {...state, integrations, bundles, nextSequence: state.nextSequence + 1};
  store.commit(withJobSpecsOf(next, bundle, orphanJobSpecs));
  return ok;
}

export function deleteBundle(store: Store, integration: string, uuid: string): Answer {
  const found = bundlesOf(store.state, integration).find((bundle) => bundle.uuid === uuid);
  if (found === undefined) return missing('bundle not found');
  store.commit(withoutBundle(store.state, uuid));
  return noContent;
}

/** As the show endpoint gives it: the uploaded content, its integration, uuid and account set. */
export function whole(bundle: StoredBundle): JsonObject {
  const {content, integration, uuid} = bundle;
  return {...content, integration, uuid, zendesk_account_id: ACCOUNT_ID};
}

/** As the list endpoint gives it: without resources. */
function summary(bundle: StoredBundle): JsonObject {
  return Object.fromEntries(Object.entries(whole(bundle)).filter(([key]) => key !== 'resources'));
}

/** 409 for one that is there already. */
export function createIntegration(store: Store, integration: string): Answer {
  const {state} = store;
  if (state.integrations.includes(integration)) return json(409, {message: 'integration already exists'});
  store.commit({...state, integrations: [...state.integrations, integration]});
  return ok;
}

function bundlesOf(state: State, integration: string): StoredBundle[] {
  return state.bundles.filter((bundle) => bundle.integration === integration);
}

function parse(body: Uint8Array): JsonValue {
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(body)) as JsonValue;
  } catch {
    throw new Invalid('request body is not valid JSON');
  }
}
