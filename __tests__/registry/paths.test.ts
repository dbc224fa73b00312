import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import type {RegistryError} from '../../src/registry/errors.js';
import {bundlePath, bundlesPath, installPath, jobSpecsPath} from '../../src/registry/paths.js';
import {bundle} from '../support/bundles.js';
import {client, failure, serverOf} from './setup.js';

/** What leads, or could lead, somewhere else in a URL. */
const ODD = [
  '',
  '.',
  '..',
  '../x',
  'a/b',
  'a\\b',
  'a?b',
  'a#b',
  '%2e%2e',
  'a b',
  'a\n',
  '\u202ea',
  'é',
  'x'.repeat(65)
];
const UUID = '5c722550-4180-4b64-9bcd-f8e38baac15d';

describe('the paths of the registry', () => {
  test('are those of the reference', () => {
    const root = '/api/services/zis/registry';
    expect(bundlesPath('acme_1-x')).toBe(`${root}/acme_1-x/bundles`);
    expect(bundlePath('acme', UUID)).toBe(`${root}/acme/bundles/${UUID}`);
    expect(jobSpecsPath('acme')).toBe(`${root}/acme/job_specs`);
    expect(installPath('zis:acme:job_spec:on new ü/1')).toBe(
      `${root}/job_specs/install?job_spec_name=zis%3Aacme%3Ajob_spec%3Aon%20new%20%C3%BC%2F1`
    );
  });

  test.each(ODD)('are none for %j', (text) => {
    expect([bundlesPath(text), jobSpecsPath(text), bundlePath(text, UUID), bundlePath('acme', text)]).toEqual(
      Array(4).fill(null)
    );
    expect(installPath(`zis:${text}:job_spec:x`)).toBeNull();
  });

  test.each([
    '',
    'x',
    'zis:acme:flow:x',
    'zis:acme:job_spec:',
    'zis:acme:job_spec:..',
    'zis:acme:job_spec:a\nb'
  ])('are none for the job spec %j', (name) => {
    expect(installPath(name)).toBeNull();
  });

  test('stay what they are when a URL is made of them, whatever the text', () => {
    const text = fc.oneof(fc.string({unit: 'binary'}), fc.string(), fc.constantFrom(...ODD));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const paths = [bundlesPath(a), bundlePath(a, b), bundlePath('acme', b), jobSpecsPath(a)];
        for (const path of [...paths, installPath(`zis:acme:job_spec:${b}`)]) {
          if (path === null) continue;
          const url = new URL(path, 'https://acme.zendesk.com');
          expect(url.pathname + url.search).toBe(path);
          expect(url.pathname.split('/').length).toBeLessThanOrEqual(8);
        }
      })
    );
  });
});

describe('what has no documented form', () => {
  test.each(ODD)('never leaves the machine: %j', async (text) => {
    const asked: string[] = [];
    const server = await serverOf((request, response) => {
      asked.push(request.url ?? '');
      response.end('{}');
    });
    const registry = client(server.url);
    expect(await registry.list(text)).toBeNull();
    expect(await registry.listJobSpecs(text)).toBeNull();
    const errors: RegistryError[] = [];
    for (const call of [
      registry.show('acme', text),
      registry.show(text, UUID),
      registry.delete('acme', text),
      registry.upload(text, bundle('orders')),
      registry.installJobSpec(`zis:${text}:job_spec:x`),
      registry.uninstallJobSpec(text)
    ]) {
      errors.push(await failure(call));
    }
    for (const {kind, message} of errors) {
      expect([kind, message]).toEqual(['rejected', expect.stringContaining('it was not asked')]);
    }
    expect(asked).toEqual([]);
    await server.close();
  });

  test.each(['..', '.', 'a/../../b', 'a?b=c'])('is refused in a list of the registry: %j', async (text) => {
    const asked: string[] = [];
    const server = await serverOf((request, response) => {
      asked.push(request.url ?? '');
      const entry = {uuid: text, name: text, integration: 'acme', installed: true};
      response.end(
        JSON.stringify({bundles: [{...entry, name: 'orders'}], job_specs: [{...entry, name: '..'}]})
      );
    });
    const registry = client(server.url);
    expect(await failure(registry.list('acme'))).toMatchObject({
      reason: 'registry-unexpected',
      message: expect.stringContaining('is called the uuid of a bundle')
    });
    expect(await failure(registry.listJobSpecs('acme'))).toMatchObject({reason: 'registry-unexpected'});
    expect(asked).toHaveLength(2);
    await server.close();
  });
});
