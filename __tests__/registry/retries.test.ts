import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {createServer, type AddressInfo} from 'node:net';
import {once} from 'node:events';
import {startRegistryEmulator, type Fault, type RegistryEmulator} from '../../src/emulator/index.js';
import {bundle} from '../support/bundles.js';
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
  const faults: [string, Fault][] = [
    ['500', status(500)],
    ['503', status(503)],
    ['429', status(429)],
    ['a reset before', {kind: 'reset', when: 'before'}],
    ['a reset after', {kind: 'reset', when: 'after'}]
  ];

  test.each(faults)('%s, then fine: list, delete, install and uninstall succeed', async (_, fault) => {
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
    expect(clock.sleeps).toEqual([250, 250, 250, 250]);
    expect(emulator.bundles()).toEqual([]);
  });

  test('four attempts, then registry-unavailable with the registry’s words', async () => {
    const clock = testClock(1);
    const body = '{"errors":[{"code":"1050","detail":"database is down","status":"500"}]}';
    emulator.script({times: 9, fault: {kind: 'status', status: 500, body}});
    const registry = client(emulator.url, {clock});
    const error = await failure(registry.list('acme'));
    expect(error).toMatchObject({
      reason: 'registry-unavailable',
      kind: 'unavailable',
      status: 500,
      code: '1050'
    });
    expect(error.message).toContain('database is down');
    expect(clock.sleeps).toEqual([500, 1000, 2000]);
  });

  test('a deletion that was never answered is uncertain', async () => {
    emulator.script({times: 4, fault: {kind: 'reset', when: 'after'}});
    const registry = client(emulator.url);
    expect(await failure(registry.delete('acme', 'u'))).toMatchObject({
      kind: 'uncertain',
      reason: 'registry-unavailable',
      status: null
    });
  });

  test('an answer that does not come in time is called off and asked for again', async () => {
    emulator.script({fault: {kind: 'delay', ms: 60_000}});
    const registry = client(emulator.url, {timeoutMs: 500});
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
    emulator.script({times: 3, fault: status(503)}, {fault: {kind: 'body', body: '{"bun'}});
    expect(await failure(registry.list('acme'))).toMatchObject({reason: 'registry-unexpected'});
    expect(emulator.requests.length).toBe(7);
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

  test('a wait of over a minute is not waited for', async () => {
    const clock = testClock();
    emulator.script({fault: status(429, {'retry-after': '61'})});
    const registry = client(emulator.url, {clock});
    const error = await failure(registry.upload('acme', bundle('orders')));
    expect(error).toMatchObject({reason: 'registry-unavailable', kind: 'unavailable', status: 429});
    expect(error.message).toContain('61 s');
    expect(clock.sleeps).toEqual([]);
  });
});

describe('uploads', () => {
  test('are sent again after 429, which was not processed', async () => {
    emulator.script({times: 3, fault: status(429)});
    const registry = client(emulator.url);
    await registry.upload('acme', bundle('orders'));
    expect(emulator.bundles()).toHaveLength(1);
  });

  test.each<[string, Fault]>([
    ['500', status(500)],
    ['a reset before', {kind: 'reset', when: 'before'}],
    ['a reset after', {kind: 'reset', when: 'after'}],
    ['silence', {kind: 'delay', ms: 60_000}]
  ])('are not sent again after %s: the outcome is uncertain', async (_, fault) => {
    emulator.script({fault});
    const registry = client(emulator.url, {timeoutMs: 100});
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
    expect(clock.sleeps).toHaveLength(3);
  });
});

describe('a registry that is down', () => {
  test('ends a hundred requests in a few attempts', async () => {
    let connections = 0;
    const server = await serverOf((request) => {
      connections += 1;
      request.socket.destroy();
    });
    const registry = client(server.url);
    const shows = Array.from({length: 100}, (_, index) => failure(registry.show('acme', `u-${index}`)));
    const errors = await Promise.all(shows);
    expect(new Set(errors.map(({reason}) => reason))).toEqual(new Set(['registry-unavailable']));
    expect(connections).toBeLessThanOrEqual(32);
    expect(errors.at(-1)?.message).toContain('in a row');
    await server.close();
  });

  test('the time for all requests together is bounded', async () => {
    const clock = testClock(1);
    emulator.script({times: 99, fault: status(503, {'retry-after': '40'})});
    const registry = client(emulator.url, {clock, deadlineMs: 60_000});
    const error = await failure(registry.list('acme'));
    expect(error).toMatchObject({reason: 'registry-unavailable'});
    expect(error.message).toContain('run out');
    expect(clock.sleeps).toEqual([40_000]);
    await clock.sleep(30_000);
    const before = emulator.requests.length;
    expect((await failure(registry.upload('acme', bundle('orders')))).message).toContain('run out');
    expect(emulator.requests).toHaveLength(before);
  });
});
