import {describe, expect, test} from '@jest/globals';
import type {Credentials} from '../../src/registry/credentials.js';
import type {RegistryOptions} from '../../src/registry/client.js';
import type {EmulatorCredentials} from '../../src/emulator/index.js';
import type {Registry} from '../../src/ports.js';
import {MemoryAccount} from '../support/memory-account.js';
import {bundle} from '../emulator/setup.js';
import {failure} from './setup.js';

const CLIENT = {
  kind: 'oauth-client',
  clientId: 'demo-client',
  clientSecret: 'demo-client-secret',
  scope: 'read write',
  uploader: null
} as const satisfies Credentials;
const WITH_API_TOKEN: Credentials = {
  ...CLIENT,
  uploader: {kind: 'api-token', email: 'admin@example.com', apiToken: 'demo-api-token'}
};
const MINUTE = 60_000;

/** An account with one bundle, in which every client's tokens open every integration. */
async function started(credentials: readonly EmulatorCredentials[] = []): Promise<MemoryAccount> {
  const account = new MemoryAccount({credentials});
  await account.registry().upload('acme', bundle('orders'));
  account.behave({anyClient: true});
  account.forget();
  return account;
}

const open = (account: MemoryAccount, options: Partial<RegistryOptions> = {}): Registry =>
  account.registry({credentials: CLIENT, ...options});
const to = (account: MemoryAccount, path: string) =>
  account.requests.filter((request) => `${request.method} ${request.path}`.startsWith(path));
const minted = (account: MemoryAccount) => to(account, 'POST /oauth/tokens').length;

describe('a token for the step', () => {
  test('is asked for once, however many requests wait for it, and masked in every form before it is used', async () => {
    const account = await started();
    const told: {forms: readonly string[]; requests: number}[] = [];
    const registry = open(account, {
      onSecrets: (forms) => told.push({forms, requests: account.requests.length})
    });
    await Promise.all(['acme', 'acme', 'acme', 'acme'].map((name) => registry.list(name)));
    expect(account.requests.map(({method, path}) => `${method} ${path.split('?')[0] ?? ''}`)).toEqual([
      'POST /oauth/tokens',
      ...Array.from({length: 4}, () => 'GET /api/services/zis/registry/acme/bundles')
    ]);
    const [token = ''] = account.tokens.all;
    expect(told).toHaveLength(1);
    expect(told[0]?.requests).toBe(1);
    expect(told[0]?.forms).toEqual(
      expect.arrayContaining([
        token,
        `Bearer ${token}`,
        encodeURIComponent(token),
        btoa(token),
        Buffer.from(token).toString('base64url')
      ])
    );
  });

  test('is not repeated when the registry says it back', async () => {
    const account = await started();
    const lines: string[] = [];
    const registry = open(account, {log: {debug: (line) => lines.push(line)}});
    await registry.list('acme');
    const [token = ''] = account.tokens.all;
    const forms = [token, `Bearer ${token}`, encodeURIComponent(token), btoa(token)];
    const body = JSON.stringify({message: forms.join(' ')});
    for (const status of [400, 403, 503]) {
      account.script({match: {method: 'GET'}, fault: {kind: 'status', status, body}, times: 30});
      const {message, hint, detail} = await failure(registry.list('acme'));
      for (const form of forms) expect([message, hint, detail, ...lines].join()).not.toContain(form);
      account.calm();
      account.behave({anyClient: true});
    }
  });

  test('is made anew two minutes before its end', async () => {
    const account = await started();
    const registry = open(account, {deadline: () => Infinity});
    await registry.list('acme');
    await account.clock.sleep(27.9 * MINUTE);
    await registry.list('acme');
    expect(minted(account)).toBe(1);
    await account.clock.sleep(0.1 * MINUTE);
    await registry.list('acme');
    expect(minted(account)).toBe(2);
    expect(to(account, 'GET').every(({status}) => status === 200)).toBe(true);
  });

  test('serves to its end while no other is to be had', async () => {
    const account = await started();
    const registry = open(account, {deadline: () => Infinity});
    await registry.list('acme');
    await account.clock.sleep(28 * MINUTE);
    account.script({match: {method: 'POST'}, fault: {kind: 'status', status: 503}, times: 100});
    expect(await registry.list('acme')).toHaveLength(1);
  });

  test('that ends in the middle is made anew once, and the request sent again', async () => {
    const account = await started();
    const registry = open(account);
    await registry.list('acme');
    account.tokens.revokeAll();
    const lists = await Promise.all(['acme', 'acme', 'acme'].map((name) => registry.list(name)));
    expect(lists.map((list) => list?.length)).toEqual([1, 1, 1]);
    expect(minted(account)).toBe(2);
  });

  test('that is refused again when it is new stops the step, in words', async () => {
    const account = await started();
    const registry = open(account);
    await registry.list('acme');
    account.script({
      match: {path: /registry/},
      fault: {kind: 'status', status: 401, body: '{"message":"Authentication failed"}'},
      times: 100
    });
    const error = await failure(registry.list('acme'));
    expect([error.reason, error.message]).toEqual([
      'credentials-rejected',
      expect.stringContaining(
        'the access token that was made for this step was refused, and so was a new one'
      )
    ]);
    expect(minted(account)).toBe(2);
    await failure(registry.list('acme'));
    expect(minted(account)).toBe(2);
  });

  test('an answer without an end, of another kind or without a token', async () => {
    const account = await started();
    const answer = (body: object) => {
      const text = JSON.stringify(body);
      account.script({
        match: {path: /oauth/},
        fault: {kind: 'body', body: text, contentType: 'application/json'}
      });
      return open(account, {deadline: () => Infinity});
    };
    for (const body of [
      {},
      {access_token: 7},
      {access_token: 'short'},
      {access_token: 'two words in it'},
      {access_token: 'long-enough', token_type: 'mac'}
    ]) {
      expect((await failure(answer(body).list('acme'))).reason).toBe('registry-unexpected');
    }
    account.forget();
    const token = account.tokens.issueToClient({}, ['read', 'write'], 1800);
    const registry = answer({access_token: token});
    await registry.list('acme');
    await account.clock.sleep(27.9 * MINUTE);
    await registry.list('acme');
    expect(minted(account)).toBe(1);
    await account.clock.sleep(0.1 * MINUTE);
    await registry.list('acme');
    expect(minted(account)).toBe(2);
  });
});

describe('a client that gets no token', () => {
  const OTHERS: readonly EmulatorCredentials[] = [
    {kind: 'oauth-client', clientId: 'browser', clientSecret: 'demo-client-secret', isPublic: true},
    {kind: 'oauth-client', clientId: 'reader', clientSecret: 'demo-client-secret', scopes: ['read']},
    {kind: 'oauth-client', clientId: 'agent', clientSecret: 'demo-client-secret', admin: false}
  ];
  test.each([
    [
      'wrong-id',
      'read write',
      'the account has no OAuth client with this id and secret',
      'zis_<integration>'
    ],
    ['browser', 'read write', 'a public one', 'Confidential'],
    ['reader', 'read write', 'a scope is missing', 'oauth-scope'],
    ['agent', 'read write', 'not an administrator', 'administrator']
  ])('%s: %s', async (clientId, scope, cause, hint) => {
    const account = await started(OTHERS);
    const registry = open(account, {credentials: {...CLIENT, clientId, scope}});
    const errors = await Promise.all([failure(registry.list('acme')), failure(registry.list('acme'))]);
    for (const error of errors) {
      expect(error.reason).toBe('credentials-rejected');
      expect(error.message).toContain(cause);
      expect(error.hint).toContain(hint);
      expect(error.message + error.hint).not.toContain('demo-client-secret');
    }
    expect(minted(account)).toBe(1);
  });

  test('a token without the scope of a request', async () => {
    const account = await started(OTHERS);
    const registry = open(account, {credentials: {...CLIENT, clientId: 'reader', scope: 'read'}});
    const uuid = (await registry.list('acme'))?.[0]?.uuid ?? '';
    const error = await failure(registry.delete('acme', uuid));
    expect([error.reason, error.message]).toEqual([
      'credentials-rejected',
      expect.stringContaining('a scope is missing')
    ]);
  });
});

describe('two roles', () => {
  test('an API token beside the client uploads, and does nothing else', async () => {
    const account = await started();
    const registry = open(account, {credentials: WITH_API_TOKEN});
    await registry.upload('acme', bundle('alerts'));
    expect(minted(account)).toBe(0);
    await registry.installJobSpec('zis:acme:job_spec:alerts_spec');
    const uuid = (await registry.list('acme'))?.[0]?.uuid ?? '';
    await registry.show('acme', uuid);
    await registry.delete('acme', uuid);
    expect(account.signatures('POST', /bundles$/)).toEqual(['Basic']);
    expect(account.signatures('GET', /registry/)).toEqual(['Bearer', 'Bearer']);
    expect(account.signatures('DELETE', /bundles/)).toEqual(['Bearer']);
    expect(account.signatures('POST', /install/)).toEqual(['Bearer']);
    expect(account.signatures('POST', /oauth/)).toEqual([null]);
  });
});

describe('uploads with an OAuth token alone', () => {
  test('the first goes out alone; refused, nothing was written and the error says what to do', async () => {
    const account = await started();
    const registry = open(account);
    const names = ['a', 'b', 'c', 'd'];
    const errors = await Promise.all(names.map((name) => failure(registry.upload('acme', bundle(name)))));
    for (const error of errors) expect(error.reason).toBe('upload-needs-api-token');
    expect(errors[0]?.hint).toMatch(/email and api-token.*27 October 2026.*30 days.*30 April 2027/);
    expect(to(account, 'POST /api/services')).toHaveLength(1);
    expect(account.bundles()).toHaveLength(1);
  });

  test('the day the registry takes them all go at once after the first', async () => {
    const account = await started();
    account.behave({oauthUploads: true});
    const registry = open(account);
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => registry.upload('acme', bundle(name))));
    const [first, ...others] = to(account, 'POST /api/services').map(({at}) => at);
    expect(new Set(others).size).toBe(1);
    expect(others[0]).toBeGreaterThanOrEqual((first ?? 0) + 100);
    expect(account.bundles()).toHaveLength(5);
  });

  test('what was made on the way is named', async () => {
    const account = await started();
    account.behave({anyClient: false});
    const registry = open(account);
    await registry.list('acme');
    const error = await failure(registry.upload('acme', bundle('a')));
    expect(error.hint).toContain('Made on the way: an OAuth token of the client zis_acme');
  });
});

describe('tokens of an integration', () => {
  test('are made where the registry wants them, once each, and revoked at the end', async () => {
    const account = await started();
    await account.registry().upload('shop', bundle('carts'));
    account.behave({anyClient: false});
    const registry = open(account);
    const lists = await Promise.all(['acme', 'shop', 'acme', 'shop'].map((name) => registry.list(name)));
    expect(lists.map((list) => list?.map(({name}) => name))).toEqual([
      ['orders'],
      ['carts'],
      ['orders'],
      ['carts']
    ]);
    expect(to(account, 'POST /api/v2/oauth/tokens')).toHaveLength(2);
    expect(account.tokens.valid).toHaveLength(3);
    expect(await registry.close?.()).toEqual([]);
    expect(account.tokens.valid).toHaveLength(1);
  });

  test('one that ends is made anew', async () => {
    const account = await started();
    account.behave({anyClient: false});
    const registry = open(account);
    await registry.list('acme');
    account.tokens.revokeAll();
    expect(await registry.list('acme')).toHaveLength(1);
  });

  test('an integration that the account does not have is not known, until it is there', async () => {
    const account = await started();
    account.behave({anyClient: false});
    const registry = open(account, {credentials: WITH_API_TOKEN});
    expect(await registry.list('shop')).toBeNull();
    await registry.upload('shop', bundle('carts'));
    expect(await registry.list('shop')).toHaveLength(1);
    await registry.close?.();
  });

  test('what cannot be revoked is said', async () => {
    const account = await started();
    account.behave({anyClient: false});
    const registry = open(account);
    await registry.list('acme');
    account.script({match: {method: 'DELETE'}, fault: {kind: 'status', status: 403}, times: 9});
    expect(await registry.close?.()).toEqual([expect.stringMatching(/zis_acme.*403.*revoke it/)]);
  });
});

describe('what a refused credential of the account means', () => {
  test('an API token that was not used for 30 days', async () => {
    const account = await started();
    account.behave({date: '2026-12-01'});
    await account.registry().list('acme');
    account.behave({date: '2027-01-01'});
    const error = await failure(account.registry().list('acme'));
    expect(error.message).toContain('the API token is mistyped, revoked or deactivated');
    expect(error.hint).toContain('not used for 30 days');
    expect(error.hint).toContain('oauth-client-id');
  });

  test('a password where the account takes none any more', async () => {
    const account = await started([{kind: 'password', email: 'a@example.com', password: 'the-password'}]);
    account.behave({passwords: false});
    const credentials = {kind: 'password', email: 'a@example.com', password: 'the-password'} as const;
    const error = await failure(account.registry({credentials}).list('acme'));
    expect(error.message).toContain('the account lets passwords in no more');
    expect(error.hint).toContain('12 January 2026');
  });
});
