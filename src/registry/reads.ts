import type {JsonObject} from '../bundle/json-types.js';
import {isObject} from '../bundle/json.js';
import type {ReadUse} from '../ports.js';
import {decodeJson} from './error-body.js';
import type {Failures} from './failures.js';
import type {Answer} from './http.js';
import type {Call, Sender} from './sender.js';

/** What the endpoints need to ask the registry and to judge its answers. */
export interface Api {
  readonly sender: Sender;
  readonly failures: Failures;
}

/**
 * A request that changes nothing.
 *
 * @param integration whose resources it is about; empty where it is about those of the account
 * @param use         whether it completes a write
 */
export function readCall(
  {
    operation,
    subject,
    integration
  }: {readonly operation: string; readonly subject: string; readonly integration: string},
  path: string,
  use: ReadUse = {}
): Call {
  return {
    operation,
    subject,
    integration,
    write: false,
    repeatable: true,
    method: 'GET',
    path,
    body: null,
    ...use
  };
}

/** The JSON object that a successful answer holds; a RegistryError of kind `unexpected` for anything else. */
export function answeredObject(failures: Failures, call: Call, answer: Answer): JsonObject {
  const unexpected = (what: string) => failures.unexpected(call, answer, what);
  if (answer.fault === 'too-large') throw unexpected('a body of more than 20 MB');
  if (answer.fault === 'encoding') throw unexpected('a content encoding that was not asked for');
  if (answer.fault === 'cut') throw unexpected('a body that ends too early');
  if (answer.body.byteLength === 0) throw unexpected('an empty body');
  const json = decodeJson(answer.body);
  if (json === undefined) throw unexpected('a body that is not JSON in UTF-8, or is cut');
  if (!isObject(json)) throw unexpected('JSON that is not an object');
  return json;
}

/** An entry that does not say whose it is belongs to the integration that was asked for. */
export function isForeign(entry: JsonObject, integration: string): boolean {
  return entry.integration !== undefined && entry.integration !== null && entry.integration !== integration;
}
