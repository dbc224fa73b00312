import {afterAll, afterEach, beforeAll, describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {existsSync, readFileSync, readdirSync, symlinkSync, mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileContent} from '../../src/cli/pull/content.js';
import {comparable, freePath, safeFileName} from '../../src/cli/pull/file-names.js';
import {writeBundleFile} from '../../src/cli/pull/write.js';
import {startRegistryEmulator, type RegistryEmulator} from '../../src/emulator/index.js';
import {ROOT as API, call} from '../emulator/setup.js';
import {bundle, registered} from '../support/bundles.js';
import {FakeTerminal, Workspace, access} from './support.js';

const HOSTILE = [
  '../../etc/passwd',
  '/etc/passwd',
  'a/b\\c',
  '.git',
  '..',
  'CON',
  'con.txt',
  'Orders',
  'orders',
  'ORDERS?',
  'tab\tline\nbreak',
  '日本語 🎉',
  '-rf',
  '[x]{y,z}*!',
  '%2e%2e%2f',
  '$(reboot)',
  'x'.repeat(400),
  '__proto__',
  'node_modules'
];

describe('a file name', () => {
  test('is one that every system takes, for any bundle name', () => {
    const name = fc.oneof(fc.string({unit: 'binary', maxLength: 300}), fc.constantFrom(...HOSTILE));
    fc.assert(
      fc.property(name, (text) => {
        const file = safeFileName(text);
        expect(file).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}._-]*$/u);
        expect(file).not.toMatch(/[.-]$/);
        expect(file).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(Buffer.byteLength(file)).toBeLessThanOrEqual(130);
      })
    );
  });

  test('is never given twice, not even where letter case does not count', () => {
    const taken = new Set<string>([comparable('zis/Orders.json')]);
    expect(freePath('zis', 'orders', taken)).toBe('zis/orders-2.json');
    expect(freePath('zis', 'ORDERS', taken)).toBe('zis/ORDERS-3.json');
    expect(freePath('.', 'orders', taken)).toBe('orders.json');
  });
});

describe('the content of a file', () => {
  test('is laid out for reading, without what the server adds', () => {
    const text = fileContent(registered('orders'), null);
    expect(Object.keys(JSON.parse(text) as object)).toEqual([
      'name',
      'zis_template_version',
      'integration',
      'resources'
    ]);
    expect(text).toMatch(/"orders_flow": \{\n {6}"type": "ZIS::Flow"/);
    expect(text).not.toMatch(/uuid|zendesk_account_id/);
    expect(text.endsWith('}\n')).toBe(true);
  });

  test('keeps the order that the file had', () => {
    const before = {resources: {}, zis_template_version: '2019-10-14', name: 'orders'};
    const text = fileContent(registered('orders'), before);
    expect(Object.keys(JSON.parse(text) as object)).toEqual([
      'resources',
      'zis_template_version',
      'name',
      'integration'
    ]);
  });
});

test('nothing is written through a link that leads out of the working folder', async () => {
  const [inside, outside] = [new Workspace(), new Workspace()];
  symlinkSync(outside.path, join(inside.path, 'zis'));
  await expect(writeBundleFile(inside.path, 'zis/a.json', '{}')).rejects.toMatchObject({name: 'UserError'});
  expect(readdirSync(outside.path)).toEqual([]);
  inside.end();
  outside.end();
});

describe('pull', () => {
  let emulator: RegistryEmulator;
  let work: Workspace;
  beforeAll(async () => {
    emulator = await startRegistryEmulator();
  });
  afterAll(() => emulator.close());
  afterEach(() => {
    emulator.reset();
    work.end();
  });

  const upload = (name: string, result = 'hello') => {
    const key = safeFileName(name).replace(/\W/g, '_') + String(HOSTILE.indexOf(name) + 1);
    const content = {...bundle(key, {result}), name};
    return call(emulator.url, 'POST', `${API}/acme/bundles`, content);
  };
  const pull = async (answers: Record<string, string>, ...args: string[]) => {
    const terminal = new FakeTerminal({cwd: work.path, env: access(emulator.url), answers});
    return {code: await terminal.run('pull', ...args), out: terminal.out, err: terminal.err};
  };
  const plan = async () => {
    const terminal = new FakeTerminal({cwd: work.path, env: access(emulator.url)});
    return {
      code: await terminal.run('plan', '--deletes', 'prune', '--job-specs', 'keep', '--detailed-exitcode'),
      out: terminal.out,
      err: terminal.err
    };
  };
  const read = (path: string) => readFileSync(join(work.path, path), 'utf8');

  test('into an empty folder, and a plan has no changes: whatever the names are', async () => {
    work = new Workspace();
    for (const name of HOSTILE) expect((await upload(name)).status).toBeLessThan(300);
    const first = await pull({}, '--integration', 'acme');
    expect(first).toMatchObject({code: 0});
    expect(first.out).toContain(`${HOSTILE.length} new, 0 updated, 0 unchanged`);
    expect(readdirSync(join(work.path, 'zis'))).toHaveLength(HOSTILE.length);
    expect(readdirSync(work.path)).toEqual(['zis']);
    const planned = await plan();
    expect(planned.out).toContain('No changes');
    expect(planned).toMatchObject({code: 0});
    // Which integration it is stands in the files now.
    expect((await pull({})).out).toContain(`0 new, 0 updated, ${HOSTILE.length} unchanged`);
  });

  test('overwrites a committed file without a question, and leaves alone what is equal', async () => {
    work = new Workspace();
    await upload('orders');
    await pull({}, '--integration', 'acme');
    work.commit();
    await upload('orders', 'changed in the account');
    const {code, out} = await pull({});
    expect(code).toBe(0);
    expect(out).toContain('updated: zis/orders.json (acme/orders)');
    expect(read('zis/orders.json')).toContain('changed in the account');
  });

  test.each([
    ['no', {'has local edits. Overwrite': 'n\r'}, [], 1, 'mine'],
    ['yes', {'has local edits. Overwrite': 'y\r'}, [], 0, 'hello'],
    ['--force', {}, ['--force'], 0, 'hello']
  ])('asks before it overwrites local edits: %s', async (_, answers, flags, code, kept) => {
    work = new Workspace();
    await upload('orders');
    await pull({}, '--integration', 'acme');
    work.commit();
    work.write('zis/orders.json', read('zis/orders.json').replace('"hello"', '"mine"'));
    const result = await pull(answers, ...flags);
    expect(result.code).toBe(code);
    expect(read('zis/orders.json')).toContain(kept);
  });

  test('keeps the placeholders of a committed file unless somebody says otherwise', async () => {
    const content = {...bundle('orders', {result: '{{greeting}}'}), integration: 'acme'};
    work = new Workspace({'zis/orders.json': content});
    work.commit();
    await upload('orders');
    const result = await pull({'has placeholders. Overwrite': 'n\r'}, '--var', 'greeting=hi');
    expect(result).toMatchObject({code: 1});
    expect(read('zis/orders.json')).toContain('{{greeting}}');
  });

  test('keeps a file that is no bundle, and says which bundles are only here', async () => {
    work = new Workspace({
      'zis/orders.json': '{"broken',
      'zis/mine.json': {...bundle('mine'), integration: 'acme'}
    });
    await upload('orders');
    const {out} = await pull({}, '--force');
    expect(read('zis/orders.json')).toBe('{"broken');
    expect(out).toContain('new: zis/orders-2.json');
    expect(out).toContain('only here: zis/mine.json');
  });

  test('without an integration to ask for is a usage error, and so is a folder elsewhere', async () => {
    work = new Workspace();
    mkdirSync(join(work.path, 'zis'));
    expect(await pull({})).toMatchObject({code: 2});
    expect(await pull({}, '--integration', 'acme', '--out', '../x')).toMatchObject({code: 2});
    expect(existsSync(join(work.path, '../x'))).toBe(false);
  });
});
