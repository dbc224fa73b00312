import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {createServer, type AddressInfo} from 'node:net';
import {once} from 'node:events';
import {startRegistryEmulator, type Fault, type RegistryEmulator} from '../../src/emulator/index.js';
import type {Budget} from '../../src/emulator/index.js';
import {NoAnswer, type Http} from '../../src/registry/http.js';
import {bundle} from '../support/bundles.js';
import {MemoryAccount, refusedConnection} from '../support/memory-account.js';
import {client, failure, serverOf, testClock} from './setup.js';

let emulator: RegistryEmulator;
beforeEach(async () => {
  emulator = await startRegistryEmulator();
});
afterEach(() => emulator.close());

const SPEC = 'zis:acme:job_spec:orders_job';
const status = (code: number, headers: Record<string, string> = {}): Fault => ({
  kind: 'status',
  status: code,
  headers
});

/** A port on which nobody listens. */
async function deadUrl(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}

describe('what can be repeated is repeated', () => {
  const again = [375, 375, 375, 375];
  const faults: [string, Fault, number[]][] = [
    ['500', status(500), again],
    ['503', status(503), again],
    ['408', status(408), again],
    ['a reset before', {kind: 'reset', when: 'before'}, again],
    ['a reset after', {kind: 'reset', when: 'after'}, again]
  ];

  test.each(faults)('%s, then fine: list, delete, install and uninstall succeed', async (_, fault, wait) => {
    const clock = testClock();
    const registry = client(emulator.url, {clock});
    await registry.upload('acme', bundle('orders'));
    const [found] = (await registry.list('acme')) ?? [];
    for (const step of [
      () => registry.installJobSpec(SPEC),
      () => registry.list('acme'),
      () => registry.uninstallJobSpec(SPEC),
      () => registry.delete('acme', found?.uuid ?? '')
    ]) {
      emulator.script({fault});
      await step();
    }
    expect(clock.sleeps).toEqual(wait);
    expect(emulator.bundles()).toEqual([]);
  });

  test('429 without a word of how long: a pause of a second, then of two', async () => {
    const clock = testClock();
    emulator.script({times: 2, fault: status(429)});
    expect(await client(emulator.url, {clock}).list('acme')).toEqual([]);
    expect(clock.sleeps).toEqual([1000, 2000]);
  });

  test('a minute of attempts, then registry-unavailable with the registry’s words', async () => {
    const clock = testClock(1);
    const body = '{"errors":[{"code":"1050","detail":"database is down","status":"500"}]}';
    emulator.script({times: 99, fault: {kind: 'status', status: 500, body}});
    const registry = client(emulator.url, {clock});
    const error = await failure(registry.list('acme'));
    expect(error).toMatchObject({
      reason: 'registry-unavailable',
      kind: 'unavailable',
      status: 500,
      code: '1050'
    });
    expect(error.message).toContain('database is down');
    expect(error.message).toContain('the last of 10 attempts in 56 s');
    expect(clock.sleeps).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000, 10_000]);
  });

  test('a deletion that was never answered is uncertain', async () => {
    emulator.script({times: 99, fault: {kind: 'reset', when: 'after'}});
    const registry = client(emulator.url);
    expect(await failure(registry.delete('acme', 'u'))).toMatchObject({
      kind: 'uncertain',
      reason: 'registry-unavailable',
      status: null
    });
  });

  test('an answer that does not come in time is called off and asked for again', async () => {
    emulator.script({fault: {kind: 'delay', ms: 60_000}});
    const registry = client(emulator.url, {timeoutMs: 3_000});
    expect(await registry.list('acme')).toEqual([]);
    expect(emulator.requests.length).toBe(2);
  });

  test('an answer that trickles in for longer than the time allowed is called off too', async () => {
    const server = await serverOf((_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 10);
      response.on('close', () => {
        clearInterval(drip);
      });
    });
    const registry = client(server.url, {timeoutMs: 60});
    const error = await failure(registry.list('acme'));
    expect(error).toMatchObject({kind: 'unavailable', reason: 'registry-unavailable'});
    expect(error.message).toContain('no answer within 0.06 s');
    await server.close();
  });

  test('a cut list is asked for once more, then it is registry-unexpected', async () => {
    const registry = client(emulator.url);
    await registry.upload('acme', bundle('orders'));
    emulator.script({fault: {kind: 'truncate', bytes: 9}});
    expect(await registry.list('acme')).toHaveLength(1);
    for (const fault of [
      {kind: 'truncate', bytes: 9},
      {kind: 'body', body: '{"bundles": [{"uu'}
    ] as const) {
      const before = emulator.requests.length;
      emulator.script({times: 2, fault});
      expect(await failure(registry.list('acme'))).toMatchObject({
        reason: 'registry-unexpected',
        status: 200
      });
      expect(emulator.requests.length - before).toBe(2);
    }
  });

  test('a list that is cut after other failures is asked for once more, and is registry-unexpected at the end', async () => {
    const registry = client(emulator.url);
    emulator.script({fault: status(503)}, {fault: {kind: 'body', body: '{"bun'}});
    expect(await registry.list('acme')).toEqual([]);
    emulator.script({times: 3, fault: status(503)}, {times: 2, fault: {kind: 'body', body: '{"bun'}});
    expect(await failure(registry.list('acme'))).toMatchObject({reason: 'registry-unexpected'});
    expect(emulator.requests.length).toBe(8);
  });

  test('400, 401, 403 and 404 are not repeated', async () => {
    const registry = client(emulator.url);
    for (const code of [400, 404, 403, 401]) {
      emulator.script({fault: status(code)});
      await failure(registry.list('acme'));
    }
    expect(emulator.requests).toHaveLength(4);
  });
});

describe('Retry-After', () => {
  test('is waited for, in seconds or until a date, and never cut short by the backoff', async () => {
    const clock = testClock(0);
    emulator.script(
      {fault: status(429, {'retry-after': '7'})},
      {
        fault: status(503, {
          date: 'Mon, 23 Nov 2026 03:00:00 GMT',
          'retry-after': 'Mon, 23 Nov 2026 03:00:20 GMT'
        })
      }
    );
    const registry = client(emulator.url, {clock});
    expect(await registry.list('acme')).toEqual([]);
    expect(clock.sleeps).toEqual([7000, 20_000]);
  });

  test('of a 429 is waited for within the time of the step, however long', async () => {
    const clock = testClock();
    emulator.script({fault: status(429, {'retry-after': '300'})});
    const registry = client(emulator.url, {clock});
    await registry.upload('acme', bundle('orders'));
    expect(clock.sleeps).toEqual([300_000]);
  });

  test('of a 429 that is longer than the step has time is not waited for', async () => {
    const clock = testClock();
    emulator.script({fault: status(429, {'retry-after': '3600'})});
    const registry = client(emulator.url, {clock});
    const error = await failure(registry.upload('acme', bundle('orders')));
    expect(error).toMatchObject({reason: 'registry-unavailable', kind: 'late', status: 429});
    expect(error.message).toContain(
      'it asks for a wait of 3600 s, more than is left of the time of this step'
    );
    expect(clock.sleeps).toEqual([]);
  });

  test('of a 503 of over a minute is not waited for', async () => {
    const clock = testClock();
    emulator.script({fault: status(503, {'retry-after': '61'})});
    const error = await failure(client(emulator.url, {clock}).list('acme'));
    expect(error.message).toContain('asking for a wait of 61 s, more than the 60 s allowed');
    expect(clock.sleeps).toEqual([]);
  });
});

describe('uploads', () => {
  test('are sent again while the registry is busy with the bundle (409), and refused in the end', async () => {
    const clock = testClock();
    emulator.script({times: 2, fault: status(409)});
    await client(emulator.url, {clock}).upload('acme', bundle('orders'));
    expect(emulator.bundles()).toHaveLength(1);
    expect(clock.sleeps).toEqual([375, 750]);
    emulator.script({times: 99, fault: status(409)});
    const error = await failure(client(emulator.url, {clock}).upload('acme', bundle('orders')));
    expect(error).toMatchObject({kind: 'rejected', reason: 'apply-failed', status: 409});
  });

  test('are sent again after 429, which was not processed', async () => {
    emulator.script({times: 3, fault: status(429)});
    const registry = client(emulator.url);
    await registry.upload('acme', bundle('orders'));
    expect(emulator.bundles()).toHaveLength(1);
  });

  test.each<[string, Fault]>([
    ['500', status(500)],
    ['408', status(408)],
    ['a reset before', {kind: 'reset', when: 'before'}],
    ['a reset after', {kind: 'reset', when: 'after'}],
    ['silence', {kind: 'delay', ms: 60_000}]
  ])('are not sent again after %s: the outcome is uncertain', async (_, fault) => {
    emulator.script({fault});
    const registry = client(emulator.url, {timeoutMs: 1_000});
    const error = await failure(registry.upload('acme', bundle('orders')));
    expect(error).toMatchObject({kind: 'uncertain', reason: 'registry-unavailable'});
    expect(error.message).toContain('not known');
    expect(emulator.requests.length).toBe(1);
  });

  test('a cut answer to an upload that was accepted is no failure', async () => {
    emulator.script({fault: {kind: 'truncate', bytes: 0}});
    const registry = client(emulator.url);
    await registry.upload('acme', bundle('orders'));
    expect(emulator.bundles()).toHaveLength(1);
  });

  test('are tried again on a connection that was never made, and then nothing was changed', async () => {
    const clock = testClock();
    const registry = client(await deadUrl(), {clock});
    const error = await failure(registry.upload('acme', bundle('orders')));
    expect(error).toMatchObject({kind: 'unavailable', reason: 'registry-unavailable', status: null});
    expect(error.message).toContain('ECONNREFUSED');
    expect(clock.sleeps.length).toBeGreaterThan(5);
  });
});

describe('a registry that is down', () => {
  test('ends a hundred requests in a minute and few attempts', async () => {
    const account = new MemoryAccount({
      before: () => {
        throw refusedConnection();
      }
    });
    const registry = account.registry();
    const start = account.clock.now();
    const shows = Array.from({length: 100}, (_, index) => failure(registry.show('acme', `u-${index}`)));
    const errors = await Promise.all(shows);
    expect(new Set(errors.map(({reason}) => reason))).toEqual(new Set(['registry-unavailable']));
    expect(account.requests.length).toBeLessThan(150);
    expect(errors.at(-1)?.message).toContain('in a row');
    expect(account.clock.now() - start).toBeLessThan(75_000);
  });

  test.each([0, 150, 950, 5000])(
    'for 20 s from %d ms on is sat out by every kind of request',
    async (from) => {
      let start = Infinity;
      const account = new MemoryAccount({
        before: ({at}) => {
          if (at >= start + from && at < start + from + 20_000) throw refusedConnection();
        }
      });
      const registry = account.registry({maxParallel: 1});
      await registry.upload('acme', bundle('orders'));
      const [found] = (await registry.list('acme')) ?? [];
      start = account.clock.now();
      for (let turn = 0; turn < 20; turn += 1) {
        await registry.show('acme', found?.uuid ?? '');
        await registry.installJobSpec(SPEC);
        await registry.upload('acme', bundle('orders'));
        await registry.uninstallJobSpec(SPEC);
      }
      expect(account.clock.now() - start).toBeGreaterThan(20_000);
    }
  );

  test('a certificate that is not trusted is not asked again', async () => {
    const clock = testClock();
    const http: Http = {send: () => Promise.reject(new NoAnswer(false, 'CERT_HAS_EXPIRED', true))};
    const error = await failure(client('https://acme.zendesk.com', {clock, http}).list('acme'));
    expect(error).toMatchObject({reason: 'registry-unavailable', kind: 'unavailable'});
    expect(error.hint).toMatch(/this machine's date and time/);
    expect(clock.sleeps).toEqual([]);
  });

  test('the time for all requests together is bounded, and longer for what completes an upload', async () => {
    const clock = testClock(1);
    emulator.script({times: 1, fault: status(503, {'retry-after': '40'})});
    const deadline = clock.now() + 60_000;
    const registry = client(emulator.url, {clock, deadline: () => deadline});
    await registry.upload('acme', bundle('orders')).catch(() => undefined);
    await registry.upload('acme', bundle('orders'));
    await clock.sleep(50_000);
    emulator.script({fault: status(503, {'retry-after': '40'})});
    expect((await failure(registry.list('acme'))).message).toContain('time allowed for it has run out');
    await clock.sleep(30_000);
    const before = emulator.requests.length;
    expect((await failure(registry.upload('acme', bundle('orders')))).message).toContain('run out');
    expect(emulator.requests).toHaveLength(before);
    await registry.installJobSpec(SPEC);
    expect(await registry.list('acme', {completes: true})).toHaveLength(1);
    await clock.sleep(90_000);
    expect((await failure(registry.installJobSpec(SPEC))).message).toContain('run out');
  });
});

describe('a budget of requests', () => {
  const shows = 40;

  test.each<[number, Budget['tell'], Budget['window']]>([
    [4, 'retry-after', 'sliding'],
    [2, 'retry-after', 'sliding'],
    [1, 'retry-after', 'sliding'],
    [4, 'ratelimit-reset', 'fixed'],
    [1, 'ratelimit-reset', 'fixed'],
    [4, 'nothing', 'sliding'],
    [1, 'nothing', 'fixed']
  ])('of %d in 3 s, told by %s, %s: all are served, few are refused', async (requests, tell, window) => {
    const account = new MemoryAccount();
    account.behave({budget: {requests, perMs: 3000, window, tell}});
    const registry = account.registry();
    const start = account.clock.now();
    await Promise.all(Array.from({length: shows}, (_, index) => registry.show('acme', `u-${index}`)));
    const refused = account.requests.filter(({status: code}) => code === 429).length;
    expect(refused).toBeLessThanOrEqual(16);
    // No slower than half of what the budget gives.
    expect(account.clock.now() - start).toBeLessThan(2 * (shows / requests) * 3000 + 10_000);
  });

  test('one refusal holds back every request of the step, whichever it is', async () => {
    const account = new MemoryAccount();
    const registry = account.registry();
    account.script({match: {nth: 3}, fault: status(429, {'retry-after': '7'})});
    const start = account.clock.now();
    await Promise.all(Array.from({length: 30}, (_, index) => registry.show('acme', `u-${index}`)));
    const times = account.requests.map(({at}) => at - start);
    // Eight were under way when it came.
    expect(times.filter((at) => at < 7000)).toHaveLength(10);
    expect(times.filter((at) => at >= 7000).length).toBe(21);
  });

  test('of 200 a minute is used to the full and seldom passed', async () => {
    const account = new MemoryAccount();
    account.behave({budget: {requests: 200, perMs: 60_000, window: 'fixed', tell: 'retry-after'}});
    const registry = account.registry();
    const start = account.clock.now();
    await Promise.all(Array.from({length: 1900}, (_, index) => registry.show('acme', `u-${index}`)));
    const minutes = (account.clock.now() - start) / 60_000;
    expect(minutes).toBeLessThan(10);
    expect(account.requests.filter(({status: code}) => code === 429).length).toBeLessThan(20);
  });
});

test('what completes an upload goes before what waits', async () => {
  const account = new MemoryAccount();
  const registry = account.registry({maxParallel: 1});
  await registry.upload('acme', bundle('orders'));
  const [found] = (await registry.list('acme')) ?? [];
  account.forget();
  const waiting = Array.from({length: 5}, () => registry.show('acme', found?.uuid ?? ''));
  await Promise.all([...waiting, registry.installJobSpec(SPEC)]);
  expect(account.requests.map(({method}) => method).indexOf('POST')).toBe(1);
});

describe('signals', () => {
  test('one that stops writing lets installations through, and nothing else that writes', async () => {
    const stop = new AbortController();
    const account = new MemoryAccount();
    const registry = account.registry({stopWriting: stop.signal});
    await registry.upload('acme', bundle('orders'));
    stop.abort();
    await registry.installJobSpec(SPEC);
    for (const write of [
      () => registry.upload('acme', bundle('orders')),
      () => registry.uninstallJobSpec(SPEC),
      () => registry.delete('acme', 'u')
    ])
      expect(await failure(write())).toMatchObject({kind: 'interrupted'});
    expect(account.writes()).toHaveLength(2);
  });

  test('one that gives up ends what is in flight, what waits for its turn and what waits to try again', async () => {
    const end = new AbortController();
    const account = new MemoryAccount({latencyMs: 20_000});
    const registry = account.registry({giveUp: end.signal, maxParallel: 2});
    account.script({match: {nth: 2}, fault: status(503, {'retry-after': '50'})});
    const upload = registry.upload('acme', bundle('orders'));
    const lists = [failure(registry.list('acme')), failure(registry.list('acme'))];
    const start = account.clock.now();
    void account.clock.sleep(30_000).then(() => {
      end.abort();
    });
    await upload;
    const errors = await Promise.all(lists);
    expect(account.clock.now() - start).toBe(30_000);
    for (const error of errors) expect(error.kind).toBe('interrupted');
    expect(await failure(registry.list('acme'))).toMatchObject({kind: 'interrupted'});
  });
});
