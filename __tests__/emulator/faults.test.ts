import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {startRegistryEmulator, type RegistryEmulator} from '../../src/emulator/index.js';
import {ROOT, bundle, call} from './setup.js';

let emulator: RegistryEmulator;
const lines: string[] = [];
beforeEach(async () => {
  lines.length = 0;
  emulator = await startRegistryEmulator({log: (line) => lines.push(line)});
});
afterEach(() => emulator.close());

const BUNDLES = `${ROOT}/acme/bundles`;
const list = () => call(emulator.url, 'GET', BUNDLES);
const upload = () => call(emulator.url, 'POST', BUNDLES, bundle('orders'));

describe('scripted faults', () => {
  test('a status with body, type and headers comes once, unprocessed', async () => {
    emulator.script({
      fault: {
        kind: 'status',
        status: 503,
        body: '<p>',
        contentType: 'text/html',
        headers: {'retry-after': '1'}
      }
    });
    expect(await upload()).toMatchObject({status: 503, text: '<p>'});
    expect(emulator.bundles()).toEqual([]);
    expect((await upload()).status).toBe(200);
  });

  test('hit the method and path that they name, from the nth request on, so many times', async () => {
    emulator.script(
      {match: {method: 'post', path: BUNDLES, nth: 2}, times: 2, fault: {kind: 'status', status: 500}},
      {match: {path: /page%5Bsize%5D=7/g}, fault: {kind: 'status', status: 418}}
    );
    const statuses = [];
    for (let turn = 0; turn < 4; turn++) statuses.push((await upload()).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
    expect((await list()).status).toBe(200);
    expect((await call(emulator.url, 'GET', `${BUNDLES}?page%5Bsize%5D=7`)).status).toBe(418);
  });

  test('come one after the other in the order of the script', async () => {
    emulator.script({fault: {kind: 'status', status: 500}}, {fault: {kind: 'status', status: 429}});
    expect([(await list()).status, (await list()).status, (await list()).status]).toEqual([500, 429, 200]);
  });

  test('a reset before the upload leaves nothing, one after it leaves the bundle', async () => {
    emulator.script({fault: {kind: 'reset', when: 'before'}});
    await expect(upload()).rejects.toThrow();
    expect(emulator.bundles()).toHaveLength(0);
    emulator.script({fault: {kind: 'reset', when: 'after'}});
    await expect(upload()).rejects.toThrow();
    expect(emulator.bundles()).toHaveLength(1);
    expect(emulator.requests.map(({status}) => status)).toEqual([null, null]);
  });

  test('a cut answer, another body and a redirect', async () => {
    await upload();
    emulator.script({fault: {kind: 'truncate', bytes: 5}});
    await expect(list()).rejects.toThrow();
    emulator.script({fault: {kind: 'body', body: 'other', contentType: 'text/plain'}});
    expect(await list()).toMatchObject({status: 200, text: 'other'});
    emulator.script({fault: {kind: 'redirect', to: 'https://other.example.com/', status: 307}});
    expect((await list()).status).toBe(307);
  });

  test('a delay and the latency are slept by the clock given', async () => {
    const slept: number[] = [];
    const slow = await startRegistryEmulator({
      latencyMs: 40,
      clock: {now: () => 1000, sleep: (milliseconds) => Promise.resolve(void slept.push(milliseconds))}
    });
    slow.script({fault: {kind: 'delay', ms: 500}});
    await call(slow.url, 'GET', BUNDLES);
    await call(slow.url, 'GET', BUNDLES);
    expect(slept).toEqual([540, 40]);
    expect(slow.requests[0]?.at).toBe(1000);
    await slow.close();
  });

  test('do not keep a closed emulator alive', async () => {
    emulator.script({fault: {kind: 'delay', ms: 600_000}});
    const pending = expect(list()).rejects.toThrow();
    while (emulator.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await emulator.close();
    await pending;
  });
});

describe('over HTTP', () => {
  const faults = '/__emulator/faults';

  test('faults are scripted and cleared, and requests read', async () => {
    const script = {
      match: {method: 'GET', pathPattern: 'bundles$'},
      times: 5,
      fault: {kind: 'status', status: 500}
    };
    expect((await call(emulator.url, 'POST', faults, [script])).status).toBe(204);
    expect((await list()).status).toBe(500);
    expect((await call(emulator.url, 'DELETE', faults)).status).toBe(204);
    expect((await list()).status).toBe(200);
    const requests = await call(emulator.url, 'GET', '/__emulator/requests');
    expect(requests.json).toMatchObject([
      {method: 'GET', path: BUNDLES, status: 500, at: expect.any(Number)},
      {method: 'GET', path: BUNDLES, status: 200}
    ]);
  });

  test.each([
    'nothing',
    '{}',
    '{"fault": {"kind": "fire"}}',
    '{"fault": {"kind": "delay"}}',
    '{"fault": {"kind": "delay", "ms": 1}, "times": "two"}',
    '{"fault": {"kind": "delay", "ms": 1}, "match": 1}',
    '{"fault": {"kind": "delay", "ms": 1}, "match": {"pathPattern": "("}}'
  ])('the script %s is refused in words', async (body) => {
    const reply = await call(emulator.url, 'POST', faults, body);
    expect(reply.status).toBe(400);
    expect(reply.text.trim()).not.toBe('');
  });

  test('anything else there is a 404', async () => {
    expect((await call(emulator.url, 'GET', '/__emulator/bundles')).status).toBe(404);
  });
});

test('neither the record nor the log holds credentials', async () => {
  await upload();
  await list();
  const told = JSON.stringify(emulator.requests) + lines.join('\n');
  expect(lines).toEqual([`POST ${BUNDLES} 200`, `GET ${BUNDLES} 200`]);
  expect(told).not.toMatch(/demo-api-token|Basic/);
  expect(told).not.toContain(btoa('admin@example.com/token:demo-api-token'));
});

test('reset empties everything', async () => {
  await upload();
  emulator.script({fault: {kind: 'status', status: 500}});
  emulator.reset();
  expect((await list()).json?.bundles).toEqual([]);
  expect(emulator.requests).toHaveLength(1);
  expect(emulator.jobSpecs()).toEqual([]);
});

test('close may be called twice', async () => {
  await emulator.close();
  await emulator.close();
});
