import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {startRegistryEmulator, type RegistryEmulator} from '../../src/emulator/index.js';
import {BEARER, ROOT, bundle, call} from './setup.js';

let emulator: RegistryEmulator;
beforeEach(async () => {
  emulator = await startRegistryEmulator();
});
afterEach(() => emulator.close());

const upload = (name: string, specs: string[]) =>
  call(emulator.url, 'POST', `${ROOT}/acme/bundles`, bundle(name, specs));
const change = (method: 'POST' | 'DELETE', name: string, headers = {}) =>
  call(
    emulator.url,
    method,
    `${ROOT}/job_specs/install?job_spec_name=${encodeURIComponent(name)}`,
    undefined,
    headers
  );
const install = (name: string) => change('POST', `zis:acme:job_spec:${name}`);
const uninstall = (name: string) => change('DELETE', `zis:acme:job_spec:${name}`);
const installed = (): JsonObject =>
  Object.fromEntries(emulator.jobSpecs().map((spec) => [spec.name as string, spec.installed as boolean]));

describe('job specs', () => {
  test('are listed with what starts them, not installed at first', async () => {
    await upload('orders', ['a']);
    const reply = await call(emulator.url, 'GET', `${ROOT}/acme/job_specs`);
    expect(reply.json).toMatchObject({
      job_specs: [
        {
          name: 'a',
          integration: 'acme',
          installed: false,
          event_source: 'support',
          event_type: 'ticket.TicketCreated',
          flow_name: 'zis:acme:flow:orders_flow',
          uuid: expect.any(String)
        }
      ],
      meta: {has_more: false}
    });
  });

  test('are installed with 200 and uninstalled with 204, by OAuth too', async () => {
    await upload('orders', ['a', 'b']);
    expect(await install('a')).toMatchObject({status: 200, text: ''});
    expect(installed()).toEqual({a: true, b: false});
    expect((await change('DELETE', 'zis:acme:job_spec:a', {authorization: BEARER})).status).toBe(204);
    expect(installed()).toEqual({a: false, b: false});
  });

  test('that no bundle has cannot be installed, nor by a bare name, nor in another integration', async () => {
    await upload('orders', ['a']);
    for (const name of ['zis:acme:job_spec:z', 'a', '', 'zis:other:job_spec:a']) {
      const reply = await change('POST', name);
      expect(reply.status).toBe(400);
      expect(reply.text).toContain('one or more requested job specs is invalid');
    }
    expect((await uninstall('z')).status).toBe(404);
  });

  test('are no longer installed after an upload of their bundle; those of other bundles stay', async () => {
    await upload('orders', ['a']);
    await upload('users', ['u']);
    await install('a');
    await install('u');
    await upload('orders', ['a']);
    expect(installed()).toEqual({a: false, u: true});
  });

  test('that leave their bundle stay installed until they are uninstalled, and then are gone', async () => {
    await upload('orders', ['a', 'b', 'c']);
    await install('a');
    await install('b');
    await upload('orders', ['b']);
    expect(installed()).toEqual({a: true, b: false});
    expect((await install('a')).status).toBe(400);
    expect((await uninstall('a')).status).toBe(204);
    expect(installed()).toEqual({b: false});
  });

  test('stay installed when their bundle is deleted', async () => {
    await upload('orders', ['a', 'b']);
    await install('a');
    const [stored] = emulator.bundles();
    await call(emulator.url, 'DELETE', `${ROOT}/acme/bundles/${stored?.uuid as string}`);
    expect(installed()).toEqual({a: true});
    await upload('orders', ['a']);
    expect(installed()).toEqual({a: false});
  });

  test('need credentials', async () => {
    expect((await change('POST', 'zis:acme:job_spec:a', {authorization: 'Bearer wrong'})).status).toBe(401);
  });
});
