import {bundleHash} from '../../src/bundle/canonical.js';
import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';
import type {DeclaredBundle, RegisteredBundle} from '../../src/bundle/model.js';

interface BundleOptions {
  readonly integration?: string;
  /** What the flow's one state gives: another one makes another bundle. */
  readonly result?: JsonValue;
  /** Further resources. */
  readonly resources?: JsonObject;
}

/** A bundle of the given resources. @param topLevel what else it has, or has otherwise */
export function bundleWith(name: string, resources: JsonObject, topLevel: JsonObject = {}): JsonObject {
  return {name, description: '', zis_template_version: '2019-10-14', ...topLevel, resources};
}

/** A flow. @param definition what else it has, or has otherwise */
export function flow(
  name: string,
  startAt: string,
  states: JsonObject,
  definition: JsonObject = {}
): JsonObject {
  return {
    type: 'ZIS::Flow',
    properties: {name, definition: {StartAt: startAt, States: states, ...definition}}
  };
}

export function action(name: string, definition: JsonObject): JsonObject {
  return {type: 'ZIS::Action::Http', properties: {name, definition}};
}

/** @param flowName as it stands in the file: `zis:acme:flow:orders` */
export function jobSpec(name: string, eventType: string, flowName: string): JsonObject {
  const properties = {name, event_source: 'support', event_type: eventType, flow_name: flowName};
  return {type: 'ZIS::JobSpec', properties};
}

/** A small sound bundle: one flow of one state, and the job spec that starts it. */
export function bundle(
  name: string,
  {integration = 'acme', result = 'hello', resources = {}}: BundleOptions = {}
): JsonObject {
  const [flowName, specName] = [`${name}_flow`, `${name}_job`];
  const states = {Greet: {Type: 'Pass', Result: result, ResultPath: '$.greeting', End: true}};
  return bundleWith(name, {
    [flowName]: flow(flowName, 'Greet', states),
    [specName]: jobSpec(specName, 'ticket.TicketCreated', `zis:${integration}:flow:${flowName}`),
    ...resources
  });
}

/** A text in a bundle or job spec; empty where there is none. */
export function textAt(object: JsonObject | undefined, key: string): string {
  const value = object?.[key];
  return typeof value === 'string' ? value : '';
}

export function declared(
  name: string,
  content: JsonObject = bundle(name),
  integration = 'acme'
): DeclaredBundle {
  return {integration, name, path: `zis/${name}.json`, content, hash: bundleHash(content)};
}

export function registered(
  name: string,
  content: JsonObject = bundle(name),
  integration = 'acme'
): RegisteredBundle {
  const stored = {...content, integration, uuid: `uuid-${name}`, zendesk_account_id: 1};
  return {integration, name, uuid: `uuid-${name}`, content: stored, hash: bundleHash(stored)};
}
