import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {Meter, type Budget} from '../../src/emulator/behaviour.js';
import {startRegistryEmulator, type RegistryEmulator} from '../../src/emulator/index.js';
import {fakeClock} from '../support/ports.js';
import {ROOT, bundle, call} from './setup.js';

const clock = fakeClock();
let emulator: RegistryEmulator;
beforeEach(async () => {
  emulator = await startRegistryEmulator({clock});
});
afterEach(() => emulator.close());

const BUNDLES = `${ROOT}/acme/bundles`;
const upload = (name: string, specs?: readonly string[]) =>
  call(emulator.url, 'POST', BUNDLES, bundle(name, specs));
const names = async () => {
  const {json} = await call(emulator.url, 'GET', BUNDLES);
  return (json?.['bundles'] as {name: string}[]).map(({name}) => name);
};
const install = (spec: string) =>
  call(emulator.url, 'POST', `${ROOT}/job_specs/install?job_spec_name=zis:acme:job_spec:${spec}`);
const installed = () =>
  emulator.jobSpecs().flatMap(({name, installed: is}) => (is === true ? [name as string] : []));
const control = (method: string, body?: string) => call(emulator.url, method, '/__emulator/behaviour', body);

describe('unique names', () => {
  test('a name of another bundle is refused, unless the switch is off: then the last upload has it', async () => {
    await upload('orders', ['shared']);
    await install('shared');
    expect((await upload('alerts', ['shared'])).text).toContain('Bundle contains duplicated resources');
    emulator.behave({uniqueNames: false});
    expect((await upload('alerts', ['shared'])).status).toBe(200);
    expect(installed()).toEqual([]);
    const [, alerts] = emulator.bundles();
    await call(emulator.url, 'DELETE', `${BUNDLES}/${alerts?.['uuid'] as string}`);
    expect((await install('shared')).status).toBe(400);
  });
});

test('an upload takes installed job specs off, unless the switch is off', async () => {
  await upload('orders', ['a']);
  await install('a');
  await upload('orders', ['a', 'b']);
  expect(installed()).toEqual([]);
  await install('a');
  emulator.behave({orphanJobSpecs: false});
  await upload('orders', ['a', 'b']);
  expect(installed()).toEqual(['a']);
});

test('lists and shows lag, and installations too: each by its own switch', async () => {
  emulator.behave({readLagMs: 5000});
  await upload('orders', ['a']);
  expect(await names()).toEqual([]);
  expect((await install('a')).status).toBe(200);
  await clock.sleep(4999);
  expect(await names()).toEqual([]);
  await clock.sleep(1);
  expect(await names()).toEqual(['orders']);
  emulator.behave({installLagMs: 3000});
  await upload('alerts', ['b']);
  expect(await install('b')).toMatchObject({status: 400});
  await clock.sleep(3000);
  expect((await install('b')).status).toBe(200);
});

describe('a budget of requests', () => {
  const budget = {requests: 2, perMs: 3000, window: 'sliding', tell: 'retry-after'} as const;

  test('refuses what is beyond it and says when to come again', async () => {
    emulator.behave({budget});
    await names();
    await clock.sleep(1500);
    await names();
    const response = await fetch(emulator.url + BUNDLES);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '2']);
    emulator.behave({budget: {...budget, requests: 1, tell: 'ratelimit-reset'}});
    await names();
    const other = await fetch(emulator.url + BUNDLES);
    expect([other.headers.get('retry-after'), other.headers.get('ratelimit-reset')]).toEqual([null, '3']);
  });

  test.each<[Budget['window'], number[]]>([
    // The times at which requests are served, of one every 500 ms.
    ['sliding', [0, 500, 3000, 3500, 6000, 6500]],
    ['fixed', [0, 500, 3000, 3500, 6000, 6500]]
  ])('a %s window', (window, served) => {
    const meter = new Meter();
    const times = Array.from({length: 14}, (_, index) => index * 500);
    expect(times.filter((now) => meter.take({...budget, window}, now) === 0)).toEqual(served);
  });

  test('a fixed window begins anew whenever its time has come, a sliding one when its oldest request is old', () => {
    const times = [0, 2900, 3000, 3100];
    const waits = (window: Budget['window']): number[] => {
      const meter = new Meter();
      return times.map((now) => meter.take({...budget, window}, now));
    };
    expect(waits('fixed')).toEqual([0, 0, 0, 0]);
    expect(waits('sliding')).toEqual([0, 0, 0, 2800]);
  });
});

test('a firewall answers with a page for a body that it does not like', async () => {
  emulator.behave({firewall: 'alerts_flow'});
  expect((await upload('orders')).status).toBe(200);
  const refused = await upload('alerts');
  expect(refused).toMatchObject({status: 403, json: null});
  expect(refused.text).toContain('<!DOCTYPE html>');
});

test.each(['gzip', 'br'] as const)('answers in %s', async (encoding) => {
  emulator.behave({encoding});
  await upload('orders');
  const response = await fetch(emulator.url + BUNDLES);
  expect(response.headers.get('content-encoding')).toBe(encoding);
  expect(await names()).toEqual(['orders']);
});

test('an answer that is only late leaves its upload done at once', async () => {
  emulator.script({fault: {kind: 'delay', ms: 25_000, when: 'after'}});
  const before = clock.now();
  let changedAt = -1;
  const sleep = clock.sleep.bind(clock);
  clock.sleep = (milliseconds) => {
    if (milliseconds === 25_000) changedAt = emulator.bundles().length;
    return sleep(milliseconds);
  };
  await upload('orders');
  expect([changedAt, clock.now() - before]).toEqual([1, 25_000]);
});

describe('the control interface', () => {
  test('sets, shows and takes back switches', async () => {
    expect((await control('POST', '{"uniqueNames": false, "readLagMs": 20}')).status).toBe(204);
    expect((await control('GET')).json).toMatchObject({uniqueNames: false, readLagMs: 20, budget: null});
    await control('DELETE');
    expect((await control('GET')).json).toMatchObject({uniqueNames: true, readLagMs: 0});
  });

  test.each([
    ['[]', 'The switches are an object.'],
    ['{"uniqueName": true}', 'The switches are uniqueNames, orphanJobSpecs'],
    ['{"readLagMs": -1}', 'readLagMs is a whole number from 0 to 60000.'],
    ['{"budget": {"requests": 0}}', 'budget is null, or {requests'],
    ['{"encoding": "zstd"}', 'encoding is null, "gzip" or "br".']
  ])('%s is refused, and nothing is set', async (body, words) => {
    const {status, text} = await control('POST', body);
    expect(status).toBe(400);
    expect(text).toContain(words);
    expect((await control('GET')).json).toMatchObject({uniqueNames: true, budget: null});
  });
});
