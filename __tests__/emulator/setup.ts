import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';
import {bundleWith, flow, jobSpec} from '../support/bundles.js';

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
  const flowName = `zis:acme:flow:${name}_flow`;
  const jobSpecs = specs.map((spec) => [spec, jobSpec(spec, 'ticket.TicketCreated', flowName)]);
  return bundleWith(name, {
    flow: flow(`${name}_flow`, 'Done', {Done: {Type: 'Succeed'}}),
    ...(Object.fromEntries(jobSpecs) as JsonObject)
  });
}

function jsonOf(text: string): JsonObject | null {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return null;
  }
}
