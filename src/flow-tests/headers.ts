import type {JsonNode, JsonObject} from '../bundle/json-types.js';
import {objectOfMembers, renamed} from './values.js';

/** The expected request with its headers named as the call names them: their case does not count. */
export function withHeadersOf(request: JsonNode, headers: JsonObject): JsonNode {
  const names = new Map(Object.keys(headers).map((name) => [name.toLowerCase(), name]));
  const expected = request.properties.get('headers');
  if (expected?.type !== 'object') return request;
  const headersNamed = expected.properties.nodes.map((header) => {
    const name = names.get(header.name.toLowerCase());
    if (name === undefined || name === header.name) return header;
    return header.key === null ? header : renamed(header, {...header.key, name});
  });
  const others = request.properties.nodes.filter(({name}) => name !== 'headers');
  return objectOfMembers(
    [...others, objectOfMembers(headersNamed, expected.key, expected)],
    request.key,
    request
  );
}
