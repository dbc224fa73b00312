import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {once} from 'node:events';
import {createServer} from 'node:http';
import {gzipSync} from 'node:zlib';
import type {AddressInfo} from 'node:net';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {startRegistryEmulator, type RegistryEmulator} from '../../src/emulator/index.js';
import {secretForms} from '../../src/registry/credentials.js';
import {bundle} from '../support/bundles.js';
import {ADMIN, OAUTH, client, failure, serverOf} from './setup.js';

let emulator: RegistryEmulator;
beforeEach(async () => {
  emulator = await startRegistryEmulator();
});
afterEach(() => emulator.close());

/** Answers every request with this body, or with the next of these bodies. */
async function answering(
  status: number,
  body: string | Buffer | JsonObject | JsonObject[],
  type = 'application/json'
) {
  let requests = 0;
  const server = await serverOf((_request, response) => {
    const value = Array.isArray(body) ? body[Math.min(requests, body.length - 1)] : body;
    requests += 1;
    response.writeHead(status, {'content-type': type});
    response.end(typeof value === 'string' || Buffer.isBuffer(value) ? value : JSON.stringify(value));
  });
  return {...server, requests: () => requests};
}

describe('against a registry that works', () => {
  test('uploads, lists, shows, replaces and deletes a bundle', async () => {
    const registry = client(emulator.url);
    await registry.upload('acme', bundle('orders'));
    const [summary, ...others] = (await registry.list('acme')) ?? [];
    expect(others).toEqual([]);
    expect(summary).toEqual({uuid: expect.any(String), name: 'orders', integration: 'acme'});
    const uuid = summary?.uuid ?? '';
    expect(await registry.show('acme', uuid)).toMatchObject(bundle('orders'));
    await registry.upload('acme', {...bundle('orders'), description: 'new'});
    expect(await registry.show('acme', uuid)).toMatchObject({description: 'new'});
    await registry.delete('acme', uuid);
    await registry.delete('acme', uuid);
    expect(await registry.show('acme', uuid)).toBeNull();
    expect(await registry.list('acme')).toEqual([]);
  });

  test('installs and uninstalls job specs and lists them', async () => {
    const registry = client(emulator.url);
    await registry.upload('acme', bundle('orders'));
    await registry.installJobSpec('zis:acme:job_spec:orders_job');
    expect(await registry.listJobSpecs('acme')).toEqual([
      {name: 'orders_job', integration: 'acme', installed: true}
    ]);
    await registry.uninstallJobSpec('zis:acme:job_spec:orders_job');
    await registry.uninstallJobSpec('zis:acme:job_spec:nobody');
    expect(await registry.listJobSpecs('acme')).toEqual([
      {name: 'orders_job', integration: 'acme', installed: false}
    ]);
  });

  test('finds all of 250 bundles, in pages of 100', async () => {
    const registry = client(emulator.url);
    const names = Array.from({length: 250}, (_, index) => `b${index}`);
    await Promise.all(names.map((name) => registry.upload('acme', bundle(name))));
    const before = emulator.requests.length;
    const found = (await registry.list('acme')) ?? [];
    expect(found.map(({name}) => name).sort()).toEqual([...names].sort());
    expect(emulator.requests.length - before).toBe(3);
    expect(((await registry.listJobSpecs('acme')) ?? []).length).toBe(250);
  }, 30_000);

  test('encodes the name of a job spec', async () => {
    const registry = client(emulator.url);
    await registry.uninstallJobSpec('zis:acme:job_spec:a&b c+%');
    expect(emulator.requests.map(({path}) => path)).toEqual([
      '/api/services/zis/registry/job_specs/install?job_spec_name=zis%3Aacme%3Ajob_spec%3Aa%26b%20c%2B%25'
    ]);
  });

  test('has never more than max-parallel requests in flight, over as many kept connections', async () => {
    await emulator.close();
    emulator = await startRegistryEmulator({latencyMs: 5});
    const registry = client(emulator.url, {maxParallel: 3});
    await Promise.all(Array.from({length: 30}, (_, index) => registry.show('acme', `uuid-${index}`)));
    expect(Math.max(...emulator.requests.map(({inFlight}) => inFlight))).toBe(3);
    expect(new Set(emulator.requests.map(({connection}) => connection)).size).toBe(3);
  });

  test('says who it is and asks for JSON', async () => {
    let headers: unknown;
    const server = await serverOf((request, response) => {
      headers = request.headers;
      response.end('{"bundles": []}');
    });
    const registry = client(server.url);
    expect(await registry.list('acme')).toEqual([]);
    expect(headers).toMatchObject({'user-agent': 'zis-bundles/test', accept: 'application/json'});
    await server.close();
  });

  test('reaches an IPv6 address', async () => {
    const six = await startRegistryEmulator({host: '::1'});
    const registry = client(six.url);
    expect(await registry.list('acme')).toEqual([]);
    await six.close();
  });
});

describe('lists that are not as documented', () => {
  const entry = {uuid: 'u-1', name: 'orders', integration: 'acme'};
  const more = (after: unknown) => ({bundles: [entry], meta: {has_more: true, after}}) as JsonObject;

  test.each<[string, JsonObject | string | Buffer]>([
    ['no bundles', {meta: {has_more: false}}],
    ['bundles that are no array', {bundles: {}}],
    ['an entry that is null', {bundles: [null]}],
    ['an entry without uuid', {bundles: [{name: 'orders', integration: 'acme'}]}],
    ['an entry without name', {bundles: [{uuid: 'u-1', integration: 'acme'}]}],
    ['an entry of another integration', {bundles: [{...entry, integration: 'other'}]}],
    ['more pages but no cursor', {bundles: [], meta: {has_more: true, after: null}}],
    ['more pages and an empty cursor', more('')],
    ['a cursor that is an object', more({})],
    ['has_more that is a text', {bundles: [], meta: {has_more: 'true', after: 'x'}}],
    ['meta that is a text', {bundles: [], meta: 'none'}],
    ['an array', '[]'],
    ['null', 'null'],
    ['nothing', ''],
    ['a page for people', '<!DOCTYPE html><html><body>Sign in to s3cret</body></html>'],
    ['bytes that are not UTF-8', Buffer.from('{"bundles": [], "x": "\xff"}', 'latin1')]
  ])('%s: registry-unexpected', async (_, body) => {
    const server = await answering(200, body);
    const registry = client(server.url);
    const error = await failure(registry.list('acme'));
    expect(error).toMatchObject({reason: 'registry-unexpected', kind: 'unexpected', status: 200});
    expect(error.message).toMatch(/^Could not list bundles of acme: the registry answered /);
    expect(error.message).not.toContain('s3cret');
    await server.close();
  });

  test('a page for people is called one', async () => {
    const server = await answering(200, '<html>', 'text/html');
    const registry = client(server.url);
    expect((await failure(registry.list('acme'))).message).toContain('an HTML page');
    await server.close();
  });

  test('a cursor that comes again ends in an error, not in a loop', async () => {
    const server = await answering(200, [more('a'), more('b'), more('a')]);
    const registry = client(server.url);
    const error = await failure(registry.list('acme'));
    expect(error).toMatchObject({reason: 'registry-unexpected'});
    expect(error.message).toContain('cursor');
    expect(server.requests()).toBe(3);
    await server.close();
  });

  test('a 404 for a later page is a refusal, and no absent list', async () => {
    for (const list of ['list', 'listJobSpecs'] as const) {
      const key = list === 'list' ? 'bundles' : 'job_specs';
      let turn = 0;
      const server = await serverOf((_request, response) => {
        turn += 1;
        response.writeHead(turn === 1 ? 200 : 404, {'content-type': 'application/json'});
        const page =
          turn === 1 ? {[key]: [], meta: {has_more: true, after: 'a'}} : {message: 'no such cursor'};
        response.end(JSON.stringify(page));
      });
      const error = await failure(client(server.url)[list]('acme'));
      expect(error).toMatchObject({status: 404});
      expect(error.message).toContain('no such cursor');
      await server.close();
    }
  });

  test('cursors that never end are given up', async () => {
    let turn = 0;
    const server = await serverOf((_request, response) => {
      response.end(JSON.stringify({bundles: [], meta: {has_more: true, after: turn++}}));
    });
    const registry = client(server.url);
    expect(await failure(registry.list('acme'))).toMatchObject({reason: 'registry-unexpected'});
    await server.close();
  }, 30_000);

  test('a page without meta is the last, a number is a cursor, and JSON counts as JSON whatever its type', async () => {
    const server = await answering(200, [more(2), {bundles: []}], 'text/plain');
    const registry = client(server.url);
    expect(await registry.list('acme')).toEqual([entry]);
    await server.close();
  });

  test('pages that are large without end are given up', async () => {
    let turn = 0;
    const padding = 'x'.repeat(15 * 1024 * 1024);
    const server = await serverOf((_request, response) => {
      response.end(JSON.stringify({bundles: [], padding, meta: {has_more: true, after: turn++}}));
    });
    const error = await failure(client(server.url).list('acme'));
    expect([error.reason, turn]).toEqual(['registry-unexpected', 7]);
    expect(error.message).toContain('a list of more than 100 MB');
    await server.close();
  });

  test.each([
    ['nested more than 128 deep', `{"d": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    [
      'more than 2,000 resources',
      JSON.stringify(Object.fromEntries(Array.from({length: 2_001}, (_, at) => [`r${at}`, 1])))
    ],
    ['more than 1,000 characters in a name', JSON.stringify({['r'.repeat(1_001)]: 1})]
  ])('a bundle %s is not looked into', async (words, resources) => {
    const server = await serverOf((_request, response) => {
      response.end(`{"name": "orders", "resources": ${resources}}`);
    });
    const error = await failure(client(server.url).show('acme', '2f6a5a52-2d6b-4d5c-9d0a-3f5a7c1b9e10'));
    expect(error.reason).toBe('registry-unexpected');
    expect(error.message).toContain(words);
    await server.close();
  });

  test('a body that never ends is not read to its end', async () => {
    const chunk = 'x'.repeat(1024 * 1024);
    const server = await serverOf((_request, response) => {
      const pour = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', pour);
      pour();
    });
    const registry = client(server.url);
    const error = await failure(registry.list('acme'));
    expect(error).toMatchObject({reason: 'registry-unexpected'});
    expect(error.message).toContain('20 MB');
    await server.close();
  }, 30_000);

  test.each<[string, JsonObject]>([
    ['no installed flag', {name: 'spec', integration: 'acme'}],
    ['no name', {installed: true}],
    ['another integration', {name: 'spec', installed: true, integration: 'other'}]
  ])('a job spec with %s: registry-unexpected', async (_, spec) => {
    const server = await answering(200, {job_specs: [spec]});
    const registry = client(server.url);
    expect(await failure(registry.listJobSpecs('acme'))).toMatchObject({reason: 'registry-unexpected'});
    await server.close();
  });
});

describe('show', () => {
  test.each<[string, JsonObject]>([
    ['a wrapped bundle', {bundle: {name: 'orders', resources: {}}}],
    ['no resources', {name: 'orders'}],
    ['another uuid', {name: 'orders', resources: {}, uuid: 'u-2'}],
    ['another integration', {name: 'orders', resources: {}, integration: 'other'}]
  ])('%s: registry-unexpected', async (_, body) => {
    const server = await answering(200, body);
    const registry = client(server.url);
    expect(await failure(registry.show('acme', 'u-1'))).toMatchObject({reason: 'registry-unexpected'});
    await server.close();
  });
});

describe('things that are not there', () => {
  const DOCUMENTED = {errors: [{code: '1020', detail: 'no', status: '400'}], message: 'Missing Resource'};

  test.each<[string, JsonObject]>([
    ['the documented body, whose inner status is 400', DOCUMENTED],
    ['a message alone', {message: 'not found'}]
  ])('404 with %s: no integration, no bundle, no job specs', async (_, body) => {
    const server = await answering(404, body);
    const registry = client(server.url);
    expect(await registry.list('acme')).toBeNull();
    expect(await registry.show('acme', 'u-1')).toBeNull();
    expect(await registry.listJobSpecs('acme')).toBeNull();
    await registry.delete('acme', 'u-1');
    await registry.uninstallJobSpec('zis:acme:job_spec:x');
    await server.close();
  });

  test.each([
    ['an HTML page', '<html>', 'text/html'],
    ['plain text', 'page not found', 'text/plain'],
    ['an account without ZIS', '{"error":"InvalidEndpoint","description":"Not found"}', 'application/json'],
    ['nothing', '', 'text/plain']
  ])('404 with %s: no bundle, but for a list something else is answering', async (_, body, type) => {
    const server = await answering(404, body, type);
    const registry = client(server.url);
    const error = await failure(registry.list('acme'));
    expect(error).toMatchObject({reason: 'registry-unexpected', status: 404});
    expect(error.hint).toContain('registry-url');
    expect(await registry.show('acme', 'u-1')).toBeNull();
    await server.close();
  });

  test.each<[string, number, JsonObject]>([
    ['403 in JSON', 403, {message: 'API token is not supported'}],
    [
      "Zendesk's 404 for a path that it does not know",
      404,
      {error: 'InvalidEndpoint', description: 'Not found'}
    ]
  ])('%s: the account does not serve the list of job specs', async (_, status, body) => {
    const server = await answering(status, body);
    const registry = client(server.url);
    expect(await registry.listJobSpecs('acme')).toBeNull();
    await server.close();
  });

  test.each([
    ['404 with an HTML page', 404, '<html>', 'text/html'],
    ['404 with nothing', 404, '', 'text/plain'],
    ['401 in plain text', 401, 'no', 'text/plain'],
    ['405', 405, '', 'text/plain']
  ])(
    '%s: the list of job specs, which is not in the API reference, is not served',
    async (_, status, body, type) => {
      const server = await answering(status, body, type);
      const registry = client(server.url);
      expect(await registry.listJobSpecs('acme')).toBeNull();
      await server.close();
    }
  );

  test('a job spec that is installed already (409) counts as installed', async () => {
    const server = await answering(409, {message: 'exists'});
    const registry = client(server.url);
    await registry.installJobSpec('zis:acme:job_spec:x');
    await server.close();
  });
});

test('a gateway that has the registry below a path is asked there', async () => {
  const asked: (string | undefined)[] = [];
  const gateway = await serverOf((request, response) => {
    asked.push(request.url);
    response.writeHead(200, {'content-type': 'application/json'});
    response.end('{"bundles": []}');
  });
  const registry = client(`${gateway.url}/zendesk/acme`);
  expect(await registry.list('acme')).toEqual([]);
  expect(asked).toEqual([
    expect.stringMatching(/^\/zendesk\/acme\/api\/services\/zis\/registry\/acme\/bundles\?/)
  ]);
  await gateway.close();
});

describe('redirects', () => {
  test('are not followed, and only the host of their target is named', async () => {
    const seen: unknown[] = [];
    const other = await serverOf((request, response) => {
      seen.push(request.headers);
      response.end('{"bundles": []}');
    });
    const target = `${other.url}/path?token=in-the-query`;
    emulator.script({times: 9, fault: {kind: 'redirect', to: target}});
    const registry = client(emulator.url);
    for (const attempt of [
      registry.list('acme'),
      registry.upload('acme', bundle('orders')),
      registry.delete('acme', 'u')
    ]) {
      const error = await failure(attempt);
      expect(error).toMatchObject({reason: 'registry-unexpected', status: 302});
      expect(error.message).toContain(new URL(other.url).host);
      expect(error.message).not.toContain('in-the-query');
    }
    expect(seen).toEqual([]);
    await other.close();
  });

  test('a redirect to a host that repeats the secret does not give it away in lower case', async () => {
    emulator.script({fault: {kind: 'redirect', to: 'https://ABCDEF123456.example.com/'}});
    const registry = client(emulator.url, {
      credentials: {kind: 'api-token', email: 'admin@example.com', apiToken: 'ABCDEF123456'}
    });
    const error = await failure(registry.list('acme'));
    expect(error.message).toContain('redirect');
    expect(error.message).not.toMatch(/abcdef123456/i);
  });

  test('a redirect without a readable target is told as well', async () => {
    emulator.script({fault: {kind: 'redirect', to: 'https://['}}, {fault: {kind: 'redirect', to: '/login'}});
    const registry = client(emulator.url);
    expect((await failure(registry.list('acme'))).message).toContain('unreadable');
    expect((await failure(registry.list('acme'))).message).toContain('another path');
  });
});

describe('credentials', () => {
  test('OAuth reads and deletes; its upload is refused in words', async () => {
    const admin = client(emulator.url, {credentials: ADMIN});
    await admin.upload('acme', bundle('orders'));
    const registry = client(emulator.url, {credentials: OAUTH});
    const [summary] = (await registry.list('acme')) ?? [];
    await registry.delete('acme', summary?.uuid ?? '');
    const error = await failure(registry.upload('acme', bundle('orders')));
    expect(error).toMatchObject({reason: 'upload-needs-api-token', status: 401});
    expect(error.message).toContain('no OAuth token');
    expect(error.hint).toContain('api-token');
  });

  test('once they are rejected no further write is sent, and nothing is retried', async () => {
    const registry = client(emulator.url, {
      credentials: {kind: 'password', email: 'who@example.com', password: 'wrong-one'}
    });
    const first = await failure(registry.upload('acme', bundle('orders')));
    expect(first).toMatchObject({reason: 'credentials-rejected', status: 401, code: '1001'});
    expect(await failure(registry.delete('acme', 'u'))).toBe(first);
    expect(await failure(registry.installJobSpec('zis:acme:job_spec:x'))).toBe(first);
    expect(emulator.requests).toHaveLength(1);
  });

  test('somebody who is no administrator is told so', async () => {
    await emulator.close();
    emulator = await startRegistryEmulator({
      credentials: [{kind: 'password', email: 'agent@example.com', password: 'agent-password', admin: false}]
    });
    const registry = client(emulator.url, {
      credentials: {kind: 'password', email: 'agent@example.com', password: 'agent-password'}
    });
    const error = await failure(registry.list('acme'));
    expect(error).toMatchObject({reason: 'credentials-rejected', status: 403});
    expect(error.message).toContain('not an administrator');
  });

  test('an OAuth token of another integration is told as such', async () => {
    await emulator.close();
    emulator = await startRegistryEmulator({
      credentials: [{kind: 'oauth', oauthToken: 'demo-oauth-token', integration: 'other'}]
    });
    const registry = client(emulator.url, {credentials: OAUTH});
    expect((await failure(registry.list('acme'))).message).toContain('belongs to another integration');
  });
});

describe('refusals', () => {
  test.each([
    ['the integration: acme is not available for upsert by this account', /another Zendesk account owns/],
    ['invalid integration key', /not one that ZIS takes/],
    ['Bundle contains duplicated resources', /used twice/],
    ['BundleValidationError: And is required', /StringMatches/],
    ['one or more requested job specs is invalid', /not in a bundle that is registered/],
    ['something new', /"something new"\.$/]
  ])('400 "%s" is translated', async (detail, words) => {
    const server = await answering(400, {
      errors: [{code: '1010', detail, status: '400'}],
      message: 'Unauthorized'
    });
    const registry = client(server.url);
    const error = await failure(registry.upload('acme', bundle('orders')));
    expect(error).toMatchObject({
      reason: 'apply-failed',
      kind: 'rejected',
      status: 400,
      code: '1010',
      detail,
      operation: 'upload bundle'
    });
    expect(error.message).toMatch(words);
    expect(error.message).toContain('acme/orders');
    expect(error.message).not.toContain('Unauthorized');
    expect(error.hint).not.toBe('');
    expect(await failure(registry.list('acme'))).toMatchObject({
      reason: 'registry-unexpected',
      kind: 'rejected'
    });
    await server.close();
  });

  test.each([
    ['{"message": "just this"}', 'application/json', '"just this"'],
    ['in plain words\u0007', 'text/plain', '"in plain words\\u0007"'],
    ['<h1>Blocked</h1>', 'text/html', '400 and an HTML page'],
    ['', 'text/plain', '400 and an empty body'],
    ['{"errors": [null, {"detail": 7}]}', 'application/json', '"7"'],
    ['{"errors": []}', 'application/json', 'no explanation'],
    ['[1]', 'application/json', 'other JSON'],
    [`"${'long '.repeat(200)}"`, 'application/json', '…"']
  ])('a 400 whose body is %j is told', async (body, type, words) => {
    const server = await answering(400, body, type);
    const registry = client(server.url);
    const error = await failure(registry.upload('acme', bundle('orders')));
    expect(error.message).toContain(words);
    expect(error.message.length).toBeLessThan(500);
    expect(error.message).not.toContain('Blocked');
    await server.close();
  });
});

test('https goes through the proxy of the environment, which is not shown the credentials', async () => {
  const asked: {url: string | undefined; headers: unknown}[] = [];
  const proxy = createServer().listen(0, '127.0.0.1');
  proxy.on('connect', (request, socket) => {
    asked.push({url: request.url, headers: request.headers});
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
  });
  await once(proxy, 'listening');
  const before = process.env.https_proxy;
  process.env.https_proxy = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  try {
    const registry = client('https://acme.zendesk.com');
    const error = await failure(registry.list('acme'));
    expect(error).toMatchObject({reason: 'registry-unavailable', status: null});
    expect(error.message).toContain('407');
    expect(new Set(asked.map(({url}) => url))).toEqual(new Set(['acme.zendesk.com:443']));
    for (const form of secretForms(ADMIN)) expect(JSON.stringify(asked)).not.toContain(form);
  } finally {
    if (before === undefined) delete process.env.https_proxy;
    else process.env.https_proxy = before;
    proxy.close();
  }
});

describe('content encodings', () => {
  test.each(['gzip', 'br'] as const)('an answer in %s is read', async (encoding) => {
    emulator.behave({encoding});
    const registry = client(emulator.url);
    await registry.upload('acme', bundle('orders'));
    expect(await registry.list('acme')).toHaveLength(1);
    emulator.script({times: 2, fault: {kind: 'truncate', bytes: 20}});
    expect((await failure(registry.list('acme'))).message).toContain('a body that ends too early');
  });

  test('one that was not asked for, and what swells beyond all bounds, is registry-unexpected', async () => {
    let body = Buffer.from('x');
    let encoding = 'zstd';
    const server = await serverOf((_request, response) => {
      response.writeHead(200, {'content-type': 'application/json', 'content-encoding': encoding});
      response.end(body);
    });
    const registry = client(server.url);
    expect((await failure(registry.list('acme'))).message).toContain(
      'a content encoding that was not asked for'
    );
    [body, encoding] = [gzipSync(Buffer.alloc(30 * 1024 * 1024, ' ')), 'gzip'];
    expect((await failure(registry.list('acme'))).message).toContain('a body of more than 20 MB');
    await server.close();
  });
});

describe('a firewall ahead of the registry', () => {
  test('blocks one upload with a page: that is refused, and the credentials are not doubted', async () => {
    emulator.behave({firewall: 'orders_flow'});
    const registry = client(emulator.url);
    const error = await failure(registry.upload('acme', bundle('orders')));
    expect(error).toMatchObject({kind: 'rejected', reason: 'apply-failed', status: 403});
    expect(error.hint).toContain('firewall');
    await registry.upload('acme', bundle('alerts'));
  });

  test('blocks the list of job specs: that is no account without such a list', async () => {
    emulator.script({fault: {kind: 'status', status: 403, body: '<html>', contentType: 'text/html'}});
    expect(await failure(client(emulator.url).listJobSpecs('acme'))).toMatchObject({
      reason: 'registry-unexpected'
    });
  });
});
