import {createHash} from 'node:crypto';
import type {JsonObject} from '../bundle/json-types.js';
import {isObject, objectOf} from '../bundle/objects.js';
import {json, noContent, type Answer} from './answers.js';
import type {EmulatorClient, EmulatorCredentials} from './auth.js';
import {page} from './pages.js';
import type {State} from './state.js';
import type {Tokens} from './tokens.js';

const DEFAULT_SECONDS = 30 * 60;
const LEAST_SECONDS = 5 * 60;
const MOST_SECONDS = 48 * 60 * 60;
const SCOPES = ['read', 'write', 'zis:read', 'zis:write', 'oauth:read', 'oauth:write'];

/** `POST /oauth/tokens`: a token for a client that knows its secret. */
export function mintToken(
  tokens: Tokens,
  accepted: readonly EmulatorCredentials[],
  body: Uint8Array
): Answer {
  const asked = parse(body);
  if (asked === null) return refusal(400, 'invalid_request', 'The request body is no JSON object.');
  if (asked.grant_type !== 'client_credentials') {
    return refusal(400, 'unsupported_grant_type', 'The authorization grant type is not supported.');
  }
  const client = accepted.find((one) => isClient(one) && one.clientId === asked.client_id);
  if (client?.kind !== 'oauth-client' || client.clientSecret !== asked.client_secret) {
    return refusal(401, 'invalid_client', 'Client authentication failed.');
  }
  if (client.isPublic === true) {
    return refusal(401, 'unauthorized_client', 'The client is not authorized to use this grant type.');
  }
  return tokenFor(client, tokens, asked);
}

function tokenFor(
  client: EmulatorCredentials & {readonly kind: 'oauth-client'},
  tokens: Tokens,
  asked: JsonObject
): Answer {
  const {scope = 'read write', expires_in: seconds = DEFAULT_SECONDS} = asked;
  const scopes = typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [];
  const allowed = client.scopes ?? SCOPES;
  if (scopes.length === 0 || !scopes.every((one) => allowed.includes(one))) {
    return refusal(400, 'invalid_scope', 'The requested scope is invalid, unknown, or malformed.');
  }
  if (typeof seconds !== 'number' || !(seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS)) {
    return refusal(400, 'invalid_request', `expires_in is from ${LEAST_SECONDS} to ${MOST_SECONDS}.`);
  }
  return json(200, {
    access_token: tokens.issueToClient(client, scopes, seconds),
    token_type: 'bearer',
    scope: scopes.join(' '),
    ...(asked.expires_in === undefined ? {} : {expires_in: seconds})
  });
}

/** `GET /api/v2/oauth/clients.json`: the client that every integration has, `zis_{integration}`. */
export function listClients(state: State, query: URLSearchParams): Answer {
  return page('clients', clientsOf(state), query, ({sequence: id, identifier}) => ({
    id,
    identifier,
    name: identifier
  }));
}

/** `POST /api/v2/oauth/tokens`: a token of one of those clients, for its integration alone. */
export function makeToken(tokens: Tokens, state: State, body: Uint8Array): Answer {
  const {client_id: id, scopes} = objectOf(parse(body)?.token);
  const client = clientsOf(state).find(({sequence}) => sequence === id);
  if (
    client === undefined ||
    !Array.isArray(scopes) ||
    !scopes.every((one) => typeof one === 'string' && SCOPES.includes(one))
  ) {
    return json(422, {error: 'RecordInvalid', description: 'Record validation errors'});
  }
  const {token, id: tokenId} = tokens.issueForIntegration(client.integration, scopes.map(String));
  return json(201, {token: {id: tokenId, client_id: client.sequence, scopes, full_token: token}});
}

/** `DELETE /api/v2/oauth/tokens/{id}.json` */
export function revokeToken(tokens: Tokens, id: string): Answer {
  return tokens.revoke(Number(id))
    ? noContent
    : json(404, {error: 'RecordNotFound', description: 'Not found'});
}

interface ZisClient {
  /** Its numeric id. */
  readonly sequence: number;
  readonly identifier: string;
  readonly integration: string;
}

/** In the order of their ids. */
function clientsOf({integrations, bundles, jobSpecs}: State): ZisClient[] {
  const names = new Set([...integrations, ...[...bundles, ...jobSpecs].map(({integration}) => integration)]);
  return [...names]
    .map((integration) => ({sequence: idOf(integration), identifier: `zis_${integration}`, integration}))
    .sort((a, b) => a.sequence - b.sequence);
}

/** Always the same for an integration, with 12 digits at most. */
function idOf(integration: string): number {
  return Number.parseInt(createHash('sha256').update(integration).digest('hex').slice(0, 9), 16);
}

function isClient(credentials: EmulatorCredentials): credentials is EmulatorClient {
  return credentials.kind === 'oauth-client';
}

function refusal(status: number, error: string, description: string): Answer {
  return json(status, {error, error_description: description});
}

function parse(body: Uint8Array): JsonObject | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(body));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
