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

/** A small sound bundle: one flow of one state, and the job spec that starts it. */
export function bundle(
  name: string,
  {integration = 'acme', result = 'hello', resources = {}}: BundleOptions = {}
): JsonObject {
  return {
    name,
    zis_template_version: '2019-10-14',
    resources: {
      [`${name}_flow`]: {
        type: 'ZIS::Flow',
        properties: {
          name: `${name}_flow`,
          definition: {
            StartAt: 'Greet',
            States: {Greet: {Type: 'Pass', Result: result, ResultPath: '$.greeting', End: true}}
          }
        }
      },
      [`${name}_job`]: {
        type: 'ZIS::JobSpec',
        properties: {
          name: `${name}_job`,
          event_source: 'support',
          event_type: 'ticket.TicketCreated',
          flow_name: `zis:${integration}:flow:${name}_flow`
        }
      },
      ...resources
    }
  };
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
