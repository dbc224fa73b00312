import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {
  startRegistryEmulator,
  type EmulatorCredentials,
  type RegistryEmulator
} from '../../src/emulator/index.js';
import {fakeClock} from '../support/ports.js';
import {BEARER, ROOT, bundle, call} from './setup.js';

const CLIENTS: readonly EmulatorCredentials[] = [
  {kind: 'oauth-client', clientId: 'deploy', clientSecret: 'deploy-secret'},
  {kind: 'oauth-client', clientId: 'browser', clientSecret: 'browser-secret', isPublic: true},
  {kind: 'oauth-client', clientId: 'reader', clientSecret: 'reader-secret', scopes: ['read']},
  {kind: 'oauth-client', clientId: 'agent', clientSecret: 'agent-secret', admin: false},
  {kind: 'api-token', email: 'admin@example.com', apiToken: 'demo-api-token'},
  {kind: 'password', email: 'admin@example.com', password: 'the-password'}
];
const BUNDLES = `${ROOT}/acme/bundles`;

let clock = fakeClock();
let emulator: RegistryEmulator;
beforeEach(async () => {
  clock = fakeClock();
  emulator = await startRegistryEmulator({clock, credentials: CLIENTS});
  await call(emulator.url, 'POST', BUNDLES, bundle('orders'));
});
afterEach(() => emulator.close());

const ask = (body: JsonObject | string) => call(emulator.url, 'POST', '/oauth/tokens', body);
const grant = (client: string, more: JsonObject = {}): JsonObject => ({
  grant_type: 'client_credentials',
  client_id: client,
  client_secret: `${client}-secret`,
  ...more
});
const bearer = async (client = 'deploy', more: JsonObject = {}): Promise<Record<string, string>> => {
  const {json} = await ask(grant(client, more));
  return {authorization: `Bearer ${json?.['access_token'] as string}`};
};
const as = (headers: Record<string, string>, method: string, path: string, body?: JsonObject) =>
  call(emulator.url, method, path, body, headers);

describe('POST /oauth/tokens', () => {
  test('gives a token, and says when it ends only when that was asked for', async () => {
    const {status, json} = await ask(grant('deploy', {scope: 'read'}));
    expect([status, json]).toEqual([
      200,
      {access_token: expect.stringMatching(/^.{40,}$/), token_type: 'bearer', scope: 'read'}
    ]);
    expect((await ask(grant('deploy', {expires_in: 300}))).json).toMatchObject({
      expires_in: 300,
      scope: 'read write'
    });
  });

  test.each([
    ['a wrong secret', grant('deploy', {client_secret: 'no'}), 401, 'invalid_client'],
    ['an unknown client', grant('zis_acme'), 401, 'invalid_client'],
    ['a public client', grant('browser'), 401, 'unauthorized_client'],
    ['a scope that the client may not have', grant('reader', {scope: 'read write'}), 400, 'invalid_scope'],
    ['no scope', grant('deploy', {scope: ' '}), 400, 'invalid_scope'],
    ['less than 5 minutes', grant('deploy', {expires_in: 299}), 400, 'invalid_request'],
    ['more than 48 hours', grant('deploy', {expires_in: 172_801}), 400, 'invalid_request'],
    ['another grant', grant('deploy', {grant_type: 'password'}), 400, 'unsupported_grant_type'],
    ['no JSON', 'grant_type=client_credentials', 400, 'invalid_request']
  ])('refuses %s', async (_, body, status, error) => {
    expect(await ask(body)).toMatchObject({status, json: {error, error_description: expect.any(String)}});
    expect(emulator.tokens.all).toEqual([]);
  });

  test('a token ends when its time is over: half an hour unless another was asked for', async () => {
    emulator.behave({anyClient: true});
    const [usual, short] = [await bearer(), await bearer('deploy', {expires_in: 300})];
    await clock.sleep(299_999);
    expect((await as(short, 'GET', BUNDLES)).status).toBe(200);
    await clock.sleep(1);
    expect(await as(short, 'GET', BUNDLES)).toMatchObject({status: 401});
    await clock.sleep(25 * 60_000 - 1);
    expect((await as(usual, 'GET', BUNDLES)).status).toBe(200);
    await clock.sleep(1);
    expect((await as(usual, 'GET', BUNDLES)).text).toContain('Authentication failed');
  });
});

describe('what a token opens', () => {
  test('an upload is refused in the words that were reported, unless the switch is on', async () => {
    emulator.behave({anyClient: true});
    const headers = await bearer();
    expect(await as(headers, 'POST', BUNDLES, bundle('a'))).toMatchObject({
      status: 401,
      text: 'Authorization failed due to OAuth being disabled for this API request'
    });
    emulator.behave({oauthUploads: true});
    expect((await as(headers, 'POST', BUNDLES, bundle('a'))).status).toBe(200);
  });

  test('a scope that lacks is a 403, and so is a user who is no admin', async () => {
    emulator.behave({anyClient: true});
    const [uuid] = emulator.bundles().map((each) => each['uuid'] as string);
    const reader = await bearer('reader', {scope: 'read'});
    expect((await as(reader, 'GET', BUNDLES)).status).toBe(200);
    expect(await as(reader, 'DELETE', `${BUNDLES}/${uuid}`)).toMatchObject({
      status: 403,
      text: expect.stringContaining('missing the following required scopes: write')
    });
    const agent = await bearer('agent');
    expect((await as(agent, 'GET', BUNDLES)).text).toContain('Only admin user is allowed');
    expect((await as(agent, 'GET', '/api/v2/oauth/clients.json')).status).toBe(403);
    const zis = await bearer('deploy', {scope: 'zis:read'});
    expect((await as(zis, 'GET', BUNDLES)).status).toBe(200);
    expect((await as(zis, 'GET', '/api/v2/oauth/clients.json')).status).toBe(403);
  });
});

describe('tokens of an integration', () => {
  const makeFor = async (headers: Record<string, string>, id: unknown) =>
    as(headers, 'POST', '/api/v2/oauth/tokens', {
      token: {client_id: id as number, scopes: ['read', 'write']}
    });

  test('are made of its client, open it alone, and can be revoked', async () => {
    const headers = await bearer();
    expect((await as(headers, 'GET', BUNDLES)).text).toContain('integration mismatch');
    expect((await as(headers, 'POST', `${ROOT}/shop`)).status).toBe(200);
    expect((await as(headers, 'POST', `${ROOT}/shop`)).status).toBe(409);
    const {json} = await as(headers, 'GET', '/api/v2/oauth/clients.json?page[size]=100');
    const clients = json?.['clients'] as {id: number; identifier: string}[];
    expect(clients.map(({identifier}) => identifier).sort()).toEqual(['zis_acme', 'zis_shop']);
    const made = await makeFor(headers, clients.find(({identifier}) => identifier === 'zis_acme')?.id);
    const {id, full_token: token} = made.json?.['token'] as {id: number; full_token: string};
    expect(emulator.tokens.valid).toContain(token);
    const zis = {authorization: `Bearer ${token}`};
    expect((await as(zis, 'GET', BUNDLES)).status).toBe(200);
    expect((await as(zis, 'GET', `${ROOT}/shop/bundles`)).text).toContain('integration mismatch');
    expect((await as(zis, 'GET', '/api/v2/oauth/clients.json')).status).toBe(401);
    expect((await as(headers, 'DELETE', `/api/v2/oauth/tokens/${id}.json`)).status).toBe(204);
    expect((await as(headers, 'DELETE', `/api/v2/oauth/tokens/${id}.json`)).status).toBe(404);
    expect((await as(zis, 'GET', BUNDLES)).text).toContain('Authentication failed');
  });

  test('are not made of a client that is not there', async () => {
    expect((await makeFor(await bearer(), 1)).status).toBe(422);
    expect((await as({authorization: BEARER}, 'GET', '/api/v2/oauth/clients.json')).status).toBe(401);
  });
});

describe('what ends', () => {
  test('an API token ends on 30 April 2027, and 30 days after its last use', async () => {
    const on = async (date: string | null): Promise<number> => {
      emulator.behave({date});
      return (await call(emulator.url, 'GET', BUNDLES)).status;
    };
    expect(await on('2026-12-01')).toBe(200);
    expect(await on('2026-12-31')).toBe(200);
    expect(await on('2027-01-31')).toBe(401);
    expect(await on(null)).toBe(200);
    emulator.reset();
    expect(await on('2027-04-29')).toBe(200);
    expect(await on('2027-04-30')).toBe(401);
  });

  test('a password ends when the account takes none any more', async () => {
    const basic = {authorization: `Basic ${btoa('admin@example.com:the-password')}`};
    expect((await as(basic, 'GET', BUNDLES)).status).toBe(200);
    emulator.behave({passwords: false});
    expect((await as(basic, 'GET', BUNDLES)).text).toContain('Authentication failed');
  });
});
