import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';
import {startRegistryEmulator, type RegistryEmulator} from '../../src/emulator/index.js';
import {BEARER, ROOT, bundle, call} from './setup.js';

let emulator: RegistryEmulator;
beforeEach(async () => {
  emulator = await startRegistryEmulator();
});
afterEach(() => emulator.close());

const BUNDLES = `${ROOT}/acme/bundles`;
const send = (method: string, path: string, body?: JsonValue, headers?: Record<string, string>) =>
  call(emulator.url, method, path, body, headers);
const upload = (body: JsonValue) => send('POST', BUNDLES, body);
const first = async () => ((await send('GET', BUNDLES)).json?.bundles as JsonObject[])[0];

describe('the four endpoints', () => {
  test('an unknown integration has an empty list', async () => {
    expect(await send('GET', BUNDLES)).toMatchObject({
      status: 200,
      json: {bundles: [], meta: {has_more: false}}
    });
  });

  test('an upload is listed without its resources and shown with exactly its content', async () => {
    const content = {
      ...bundle('orders'),
      resources: {...(bundle('orders').resources as JsonObject)},
      extra: [1, null]
    };
    expect(await upload(content)).toMatchObject({status: 200, text: ''});
    const listed = await first();
    expect(listed).toEqual({
      name: 'orders',
      description: '',
      extra: [1, null],
      integration: 'acme',
      uuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      zendesk_account_id: 12345,
      zis_template_version: '2019-10-14'
    });
    const shown = await send('GET', `${BUNDLES}/${listed?.uuid as string}`);
    expect(shown.json).toEqual({
      ...content,
      integration: 'acme',
      uuid: listed?.uuid,
      zendesk_account_id: 12345
    });
  });

  test('an upload of the same name replaces and keeps uuid and place', async () => {
    await upload(bundle('a'));
    await upload(bundle('b'));
    const before = await first();
    await upload({...bundle('a'), description: 'new'});
    expect(await first()).toEqual({...before, description: 'new'});
    expect(emulator.bundles()).toHaveLength(2);
  });

  test('a deletion is 204, then the documented 404 whose inner status is 400', async () => {
    await upload(bundle('orders'));
    const path = `${BUNDLES}/${(await first())?.uuid as string}`;
    expect(await send('DELETE', path)).toMatchObject({status: 204, text: ''});
    for (const method of ['DELETE', 'GET']) {
      expect(await send(method, path)).toMatchObject({
        status: 404,
        json: {errors: [{code: '1020', status: '400'}], message: 'Missing Resource'}
      });
    }
  });

  test('an integration does not see the bundles of another', async () => {
    await upload(bundle('orders'));
    const uuid = (await first())?.uuid as string;
    expect((await send('GET', `${ROOT}/other/bundles`)).json?.bundles).toEqual([]);
    expect((await send('GET', `${ROOT}/other/bundles/${uuid}`)).status).toBe(404);
    expect((await send('DELETE', `${ROOT}/other/bundles/${uuid}`)).status).toBe(404);
  });

  test.each([
    ['GET', '/'],
    ['GET', ROOT],
    ['PUT', BUNDLES],
    ['GET', `${BUNDLES}/a/b`],
    ['GET', `${ROOT}/%zz/bundles`],
    ['PATCH', `${ROOT}/job_specs/install`]
  ])('%s %s is none of them', async (method, path) => {
    expect(await send(method, path)).toMatchObject({status: 404, json: {error: 'InvalidEndpoint'}});
  });
});

describe('pages', () => {
  beforeEach(async () => {
    for (let index = 0; index < 25; index++) await upload(bundle(`b${index}`, []));
  });
  const namesOf = (page: JsonObject | null) => (page?.bundles as JsonObject[]).map(({name}) => name);

  test('are 20 long; the last one has a cursor too, and no more', async () => {
    const one = (await send('GET', BUNDLES)).json;
    expect(namesOf(one)).toHaveLength(20);
    const meta = one?.meta as {after: string; has_more: boolean};
    expect(meta).toMatchObject({has_more: true, after: expect.any(String)});
    const two = (await send('GET', `${BUNDLES}?page[after]=${meta.after}&page[size]=`)).json;
    expect(namesOf(two)).toEqual(['b20', 'b21', 'b22', 'b23', 'b24']);
    expect(two?.meta).toMatchObject({has_more: false, after: expect.stringMatching(/./)});
    const back = (await send('GET', `${BUNDLES}?page[size]=3&page[before]=${meta.after}`)).json;
    expect(namesOf(back)).toEqual(['b16', 'b17', 'b18']);
  });

  test('hold at most 100', async () => {
    for (let index = 25; index < 120; index++) await upload(bundle(`b${index}`, []));
    expect(namesOf((await send('GET', `${BUNDLES}?page[size]=5000`)).json)).toHaveLength(100);
  });

  test('go on when the entry of the cursor was deleted', async () => {
    const meta = (await send('GET', BUNDLES)).json?.meta as JsonObject;
    await send('DELETE', `${BUNDLES}/${emulator.bundles()[19]?.uuid as string}`);
    expect(namesOf((await send('GET', `${BUNDLES}?page[after]=${meta.after as string}`)).json)).toHaveLength(
      5
    );
  });

  test.each(['page[size]=0', 'page[size]=x', 'page[after]=nonsense', 'page[before]=7'])(
    '%s is a 400',
    async (query) => {
      expect((await send('GET', `${BUNDLES}?${query}`)).status).toBe(400);
    }
  );
});

describe('who is let in', () => {
  test('nobody without credentials, and nobody with wrong ones', async () => {
    for (const authorization of [
      '',
      'Basic',
      `Basic ${btoa('admin@example.com/token:wrong')}`,
      'Bearer wrong'
    ]) {
      const reply = await send('GET', BUNDLES, undefined, {authorization});
      expect(reply).toMatchObject({status: 401, json: {errors: [{code: '1001'}], message: 'Unauthorized'}});
    }
  });

  test('an OAuth token lists, shows and deletes, but uploads are refused in plain text', async () => {
    await upload(bundle('orders'));
    const path = `${BUNDLES}/${(await first())?.uuid as string}`;
    const authorization = BEARER;
    expect(await send('POST', BUNDLES, bundle('x'), {authorization})).toMatchObject({
      status: 401,
      json: null,
      text: 'Authorization failed due to OAuth being disabled for this API request'
    });
    expect((await send('GET', BUNDLES, undefined, {authorization})).status).toBe(200);
    expect(
      (await send('GET', path, undefined, {authorization: BEARER.replace('Bearer', 'bearer')})).status
    ).toBe(200);
    expect((await send('DELETE', path, undefined, {authorization})).status).toBe(204);
  });

  test('given accounts replace the demo ones', async () => {
    await emulator.close();
    emulator = await startRegistryEmulator({
      credentials: [
        {kind: 'password', email: 'root@example.com', password: 'pä:ss'},
        {kind: 'password', email: 'agent@example.com', password: 'word', admin: false},
        {kind: 'oauth', oauthToken: 'of-other', integration: 'other'}
      ]
    });
    const as = async (authorization: string) => send('GET', BUNDLES, undefined, {authorization});
    const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
    expect((await as(basic('root@example.com:pä:ss'))).status).toBe(200);
    expect(await as(basic('agent@example.com:word'))).toMatchObject({
      status: 403,
      json: {message: 'Only admin user is allowed'}
    });
    expect((await as('Bearer of-other')).text).toContain('integration mismatch');
    expect((await send('GET', BUNDLES)).status).toBe(401);
  });
});

describe('what an upload is checked for', () => {
  const refusal = async (body: JsonValue) => {
    const reply = await upload(body);
    expect(reply).toMatchObject({
      status: 400,
      json: {errors: [{code: '1010', status: '400'}], message: 'Unauthorized'}
    });
    expect(emulator.bundles()).toEqual([]);
    return ((reply.json?.errors as JsonObject[])[0]?.detail ?? '') as string;
  };
  const withResource = (resource: JsonValue) => ({...bundle('orders'), resources: {it: resource}});
  const choice = (rule: JsonObject): JsonObject => ({
    type: 'ZIS::Flow',
    properties: {
      name: 'f',
      definition: {
        StartAt: 'M',
        States: {M: {Type: 'Map', Iterator: {States: {C: {Type: 'Choice', Choices: [rule]}}}}}
      }
    }
  });

  test.each<[string, JsonValue]>([
    ['text that is not JSON', '{"name": '],
    ['an array', []],
    ['null', null],
    ['no name', {...bundle('x'), name: null}],
    ['a blank name', bundle(' ')],
    ['another template version', {...bundle('x'), zis_template_version: '2019-02-28'}],
    ['no resources', {...bundle('x'), resources: {}}],
    ['resources in an array', {...bundle('x'), resources: []}],
    ['a resource that is null', withResource(null)],
    ['an unknown type', withResource({type: 'ZIS::Queue', properties: {name: 'q'}})],
    ['no properties', withResource({type: 'ZIS::Flow'})],
    ['no properties.name', withResource({type: 'ZIS::Flow', properties: {}})]
  ])('%s is refused', async (_, body) => {
    expect(await refusal(body)).not.toBe('');
  });

  test('StringMatches is refused without being named, at any depth', async () => {
    const rule = {Variable: '$.x', StringMatches: 'a*', Next: 'C'};
    for (const wrapped of [rule, {And: [{Not: rule}], Next: 'C'}, {Or: [rule], Next: 'C'}]) {
      expect(await refusal(withResource(choice(wrapped)))).toMatch(
        /^BundleValidationError: .*And is required$/
      );
    }
    expect((await upload(withResource(choice({Variable: '$.x', StringEquals: 'a', Next: 'C'})))).status).toBe(
      200
    );
  });

  test('names used twice are refused, in the bundle or in another one of the integration', async () => {
    const flow = (bundle('orders').resources as JsonObject).flow ?? null;
    expect(await refusal({...bundle('x'), resources: {a: flow, b: flow}})).toBe(
      'Bundle contains duplicated resources'
    );
    await upload(bundle('orders'));
    expect((await upload({...bundle('other'), resources: {a: flow}})).text).toContain('duplicated resources');
    expect((await send('POST', `${ROOT}/elsewhere/bundles`, bundle('orders'))).status).toBe(200);
  });

  test('cross-references are not checked', async () => {
    const broken = structuredClone(bundle('orders'));
    (broken.resources as JsonObject).spec = {
      type: 'ZIS::JobSpec',
      properties: {name: 's', flow_name: 'zis:x:flow:y'}
    };
    expect((await upload(broken)).status).toBe(200);
  });

  test('the integration name is checked on every endpoint', async () => {
    for (const integration of ['Acme', 'a'.repeat(65), 'a%20b']) {
      expect((await send('GET', `${ROOT}/${integration}/bundles`)).text).toContain('invalid integration key');
    }
  });

  test('bytes that are not UTF-8 are refused, and so is a body over 10 MB', async () => {
    const headers = {authorization: `Basic ${btoa('admin@example.com/token:demo-api-token')}`};
    const body = new Uint8Array([0x22, 0xff, 0x22]);
    expect((await fetch(emulator.url + BUNDLES, {method: 'POST', headers, body})).status).toBe(400);
    expect((await upload({...bundle('x'), description: 'x'.repeat(10 * 1024 * 1024)})).status).toBe(413);
    expect(emulator.bundles()).toEqual([]);
  });

  test('a key named __proto__ is kept as it is', async () => {
    const text =
      '{"name":"p","zis_template_version":"2019-10-14","__proto__":{"x":1},"resources":{"a":{"type":"ZIS::Flow","properties":{"name":"f"}}}}';
    expect((await upload(text)).status).toBe(200);
    expect(Object.keys(emulator.bundles()[0] ?? {})).toContain('__proto__');
  });
});
