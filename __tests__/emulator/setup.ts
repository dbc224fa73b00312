import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';

export const ROOT = '/api/services/zis/registry';
export const BASIC = `Basic ${btoa('admin@example.com/token:demo-api-token')}`;
export const BEARER = 'Bearer demo-oauth-token';

export interface Reply {
  readonly status: number;
  readonly text: string;
  /** The body as JSON; null where it is none. */
  readonly json: JsonObject | null;
}

/** Sends one request as the demo administrator unless the headers say otherwise. */
export async function call(
  url: string,
  method: string,
  path: string,
  body?: JsonValue,
  headers: Record<string, string> = {}
): Promise<Reply> {
  const payload = body === undefined ? {} : {body: typeof body === 'string' ? body : JSON.stringify(body)};
  const response = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: {authorization: BASIC, ...headers},
    ...payload
  });
  const text = await response.text();
  return {status: response.status, text, json: jsonOf(text)};
}

/** A sound bundle whose resources are named after it. */
export function bundle(name: string, specs: readonly string[] = [`${name}_spec`]): JsonObject {
  const flow = {
    type: 'ZIS::Flow',
    properties: {name: `${name}_flow`, definition: {StartAt: 'Done', States: {Done: {Type: 'Succeed'}}}}
  };
  const jobSpecs = specs.map((spec) => [
    spec,
    {
      type: 'ZIS::JobSpec',
      properties: {
        name: spec,
        event_source: 'support',
        event_type: 'ticket.TicketCreated',
        flow_name: `zis:acme:flow:${name}_flow`
      }
    }
  ]);
  return {
    name,
    description: '',
    zis_template_version: '2019-10-14',
    resources: {flow, ...(Object.fromEntries(jobSpecs) as JsonObject)}
  };
}

function jsonOf(text: string): JsonObject | null {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return null;
  }
}
