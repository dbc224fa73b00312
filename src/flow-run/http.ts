import type {JsonNode, JsonObject, JsonValue} from '../bundle/json-types.js';
import {setOwn} from '../bundle/objects.js';
import {isDynamicKey, plainKey} from '../flow/template.js';
import type {StateFailure} from './failure.js';
import {MAX_ANSWER_BYTES} from './limits.js';
import type {Points} from './points.js';
import type {HttpRequest, Outcome} from './ports.js';
import type {Resolver} from './resolve.js';

/**
 * The request that an action makes.
 *
 * @param definition of the custom action
 * @param resolver   reads the state's resolved Parameters
 * @throws StateFailure when a path finds nothing in them
 */
export function requestOf(definition: JsonNode, subdomain: string, resolver: Resolver): HttpRequest {
  const {properties} = definition;
  const get = (name: string): JsonNode | undefined => properties.get(name) ?? properties.get(`${name}.$`);
  const text = (node: JsonNode | undefined): string =>
    node === undefined ? '' : resolver.text(node, isDynamicKey(node.name));
  const path = get('path');
  const url = path === undefined ? text(get('url')) : `https://${subdomain}.zendesk.com${text(path)}`;
  const query = fieldsOf(get('queryParams') ?? get('query'), text);
  const body = get('requestBody');
  return {
    method: text(get('method')),
    url: withQuery(url, query),
    headers: headersOf(fieldsOf(get('headers'), text)),
    body: body === undefined ? null : resolver.body(body)
  };
}

/** What an action gives for an HTTP answer. @throws StateFailure for one that fails the state */
export function resultOf(answer: Outcome & {kind: 'http'}, node: JsonNode, points: Points): JsonValue {
  const {status, body, text} = answer;
  if (status < 200 || status > 299) throw statusFailure(status, node, points);
  if (bytesOf(text ?? (body === undefined ? '' : JSON.stringify(body))) > MAX_ANSWER_BYTES) {
    throw points.failure(node, 'the answer of the external action is larger than 2 MB', 'States.TaskFailed');
  }
  if (text !== undefined && text !== '') return {__httpresponse: text};
  if (body !== undefined) return body;
  switch (points.answer('http.empty-body', node)) {
    case 'object':
      return {};
    case 'text':
      return {__httpresponse: ''};
    default:
      return null;
  }
}

function statusFailure(status: number, node: JsonNode, points: Points): StateFailure {
  const cause = `external action failed due to status code: ${status}`;
  return points.failure(node, cause, 'States.TaskFailed', status);
}

/** UTF-8; a text that is short enough in any case is not counted. */
function bytesOf(text: string): number {
  return text.length * 3 <= MAX_ANSWER_BYTES ? text.length : Buffer.byteLength(text);
}

type Field = readonly [name: string, value: string];

/** Headers or query parameters: a list of `{key, value}`. */
function fieldsOf(list: JsonNode | undefined, text: (node: JsonNode) => string): Field[] {
  const fields: Field[] = [];
  for (const {properties} of list?.items ?? []) {
    const key = properties.get('key');
    const value = properties.nodes.find(({name}) => plainKey(name) === 'value');
    if (typeof key?.value === 'string' && value !== undefined) fields.push([key.value, text(value)]);
  }
  return fields;
}

function headersOf(fields: readonly Field[]): JsonObject {
  const headers = new Map<string, string>();
  for (const [name, value] of fields) {
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  const object: JsonObject = {};
  for (const [name, value] of headers) setOwn(object, name, value);
  return object;
}

/** The address with parameters added to those that it has. */
function withQuery(url: string, fields: readonly Field[]): string {
  if (fields.length === 0) return url;
  const query = fields.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
  const [, address = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(url) ?? [];
  const sign = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&';
  return `${address}${sign}${query}${fragment}`;
}

/** Percent-encoded; half a surrogate pair, of which there is no UTF-8, as U+FFFD. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
