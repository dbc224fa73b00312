import {mkdir, symlink, writeFile} from 'node:fs/promises';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, test} from '@jest/globals';
import {startRegistryEmulator} from '../../src/emulator/index.js';
import {bundle} from '../support/bundles.js';
import {bundleOf} from '../support/check.js';
import {HIDDEN, HOSTILE_PARTS} from '../support/hostile.js';
import {runAction, type RunResult} from '../support/runner.js';
import {CREDENTIALS} from '../support/scenario.js';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Runs `command: apply` in a workspace of these files. No registry and no GitHub is there: nothing may ask for one. */
async function runIn(
  files: Files,
  inputs: Record<string, string> = {},
  prepare?: (folder: string) => Promise<void>
) {
  const folder = await mkdtemp(join(tmpdir(), 'zis-bad-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(join(folder, 'zis'), {recursive: true});
      await writeFile(join(folder, 'zis', name), content);
    }
    await prepare?.(folder);
    const result = await runAction({
      inputs: {...CREDENTIALS, 'registry-url': 'http://127.0.0.1:9', command: 'apply', ...inputs},
      context: {
        eventName: 'workflow_dispatch',
        event: {},
        repository: 'acme/integrations',
        sha: 'a'.repeat(40),
        ref: 'refs/heads/main',
        serverUrl: 'https://github.com',
        apiUrl: 'http://127.0.0.1:9',
        token: '',
        workspace: folder
      }
    });
    await result.dispose();
    return result;
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

function expectRefused(result: RunResult, reason: string, ...words: string[]): void {
  expect(result.exitCode).toBe(1);
  expect(result.outputs['failure-reason']).toBe(reason);
  const said = result.annotations.map(({message}) => message).join('\n');
  for (const word of words) expect(said).toContain(word);
  expect(result.stdout + result.stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
  expect(result.stdout + result.stderr).not.toContain('This is a bug');
}

const sound = JSON.stringify(bundle('orders'));
const other = JSON.stringify(bundle('refunds'));
const deep = '['.repeat(10_000) + ']'.repeat(10_000);

describe('a bundle file that is', () => {
  test.each<[string, string | Uint8Array, number, string]>([
    ['empty', '', 1, 'the file is empty'],
    ['an array at top level', `[${sound}]`, 1, 'this file holds an array'],
    [
      'left with a trailing comma',
      '{\n  "name": "orders",\n  "resources": {},\n}\n',
      3,
      'no trailing commas'
    ],
    ['begun with a byte order mark', `\ufeff${sound}`, 1, 'byte order mark'],
    ['UTF-16', Buffer.from(sound, 'utf16le'), 1, 'UTF-16'],
    ['Latin-1', Buffer.from('{"name": "gr\u00fc\u00dfe"}', 'latin1'), 1, 'not valid UTF-8'],
    [
      'a carrier of __proto__',
      sound.replace('"resources":{', '"resources":{"__proto__":{"polluted":1},'),
      1,
      '__proto__'
    ],
    ['nested 10,000 deep', `{"name": "x", "resources": ${deep}}`, 1, 'nested more than 128 deep'],
    ['of 6 MB', `{"name": "${'x'.repeat(6_000_000)}"}`, 1, 'MiB'],
    ['full of repeated keys', '{\n"name": "a",\n"name": "b"}', 3, 'stands in this object already'],
    ['without a name', sound.replace('"name":"orders",', ''), 1, 'the bundle has no "name"']
  ])('%s is refused at its place, and the others are still checked', async (_, content, line, words) => {
    const result = await runIn({'a-bad.json': content, 'b-bad-too.json': '{"name": 1}', 'good.json': other});
    expectRefused(result, 'invalid-bundles', words);
    expect(result.annotations).toContainEqual(
      expect.objectContaining({file: 'zis/a-bad.json', line, level: 'error'})
    );
    expect(result.annotations).toContainEqual(
      expect.objectContaining({file: 'zis/b-bad-too.json', level: 'error'})
    );
    expect(result.annotations.filter(({file}) => file === 'zis/good.json')).toEqual([]);
  });

  test('one of two with one identity is refused, and so is the other', async () => {
    const result = await runIn({'a.json': sound, 'b.json': sound});
    expectRefused(
      result,
      'invalid-bundles',
      'is declared in zis/b.json too',
      'is declared in zis/a.json too'
    );
  });

  test('without an integration is refused, with the integrations that its names name', async () => {
    const text = sound.replace('zis:acme:flow:', 'zis:other:flow:');
    const mixed = text.replace(
      '"End":true',
      '"Next":"B"},"B":{"Type":"Action","ActionName":"zis:acme:action:x","End":true'
    );
    expectRefused(await runIn({'a.json': mixed}), 'invalid-bundles', '"acme" and "other"');
  });

  test('a symbolic link out of the workspace is not read', async () => {
    const result = await runIn({'bad.json': '{"name": 1}', 'good.json': sound}, {}, (folder) =>
      symlink('/etc/hostname', join(folder, 'zis', 'link.json'))
    );
    expectRefused(result, 'invalid-bundles', 'zis/link.json is a symbolic link');
    const marked = result.annotations.map(({file, title}) => `${file} ${title}`);
    expect(marked).toContain('zis/link.json json/readable');
    expect(marked).toContain('zis/bad.json bundle/structure');
  });
});

describe('a sound bundle', () => {
  test('whose names are workflow commands tells the runner nothing, nor does its file', async () => {
    const text = HOSTILE_PARTS.join('').replaceAll('\ud800', '');
    const {resources, ...rest} = bundle('orders', {result: {[text]: text}});
    const hostile = JSON.stringify({
      ...rest,
      name: `orders${text}`,
      integration: 'acme',
      resources: Object.fromEntries(
        Object.entries(resources as object).map(([key, resource]) => [`${text}${key}`, resource as unknown])
      )
    });
    const emulator = await startRegistryEmulator();
    try {
      const files = {[`${text.replaceAll(/[/\0]/g, '')}.json`]: hostile};
      const inputs = {'registry-url': emulator.url, subdomain: ''};
      const applied = await runIn(files, inputs);
      expect(applied.outputs['result']).toBe('applied');
      const refused = await runIn({...files, 'b.json': hostile}, inputs);
      expectRefused(refused, 'invalid-bundles', 'is declared in');
      for (const {masks, stdout, annotations} of [applied, refused]) {
        expect(masks.filter((mask) => mask.length < 8)).toEqual([]);
        // A path is told to the runner as it is.
        expect(stdout.replace(/,file=[^,]*/g, '').replace(/[\n\u200b]/g, '')).not.toMatch(HIDDEN);
        expect(annotations.length).toBe(stdout.match(/^::(?:error|warning|notice)/gm)?.length ?? 0);
      }
    } finally {
      await emulator.close();
    }
  });

  test('with a program that keeps jq busy for hours ends the step in seconds, and the others are checked', async () => {
    const call = (expr: string) => ({
      Type: 'Action',
      ActionName: 'zis:common:transform:Jq',
      Parameters: {expr, 'data.$': '$.input'},
      ResultPath: '$.r',
      End: true
    });
    const endless = Array.from({length: 700}, () => '("a"*99999999*0)').join(',');
    const withProgram = (expr: string) => JSON.stringify(bundleOf({Start: call(expr)}));
    const result = await runIn(
      {'endless.json': withProgram(endless), 'wrong.json': withProgram('.a |')},
      {command: 'validate', integration: 'acme'}
    );
    const found = result.annotations.map(({file, title}) => `${file} ${title}`);
    expect(found).toContain('zis/wrong.json jq/syntax');
    expect(found).toContain('zis/endless.json jq/not-checked');
  });
});

describe('inputs', () => {
  test('are all refused at once, before anything is read', async () => {
    const result = await runIn(
      {},
      {command: 'aply', subdomain: 'evil.com/x', 'max-deletes': 'many', password: 'p-S3CRET'}
    );
    expectRefused(
      result,
      'invalid-inputs',
      'command is "aply"',
      'Did you mean "apply"?',
      'evil.com/x',
      'max-deletes is "many"',
      '"api-token" and "password"'
    );
    expect(result.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain('p-S3CRET');
  });

  test('no file matches: the patterns are named', async () => {
    expectRefused(
      await runIn({'a.json': sound}, {bundles: 'zis/*.jsn'}),
      'invalid-inputs',
      'zis/*.jsn',
      'allow-empty'
    );
  });

  test('http to another machine is refused', async () => {
    expectRefused(
      await runIn({'a.json': sound}, {'registry-url': 'http://example.com'}),
      'invalid-inputs',
      'registry-url'
    );
  });
});

test('more than ten errors: ten are marked, all are in the log and the summary', async () => {
  const resources = Object.fromEntries(
    Array.from({length: 25}, (_, i) => [`r${i}`, {type: 'ZIS::Flw', properties: {name: 'x'}}])
  );
  const result = await runIn({
    'a.json': JSON.stringify({...bundle('orders'), integration: 'acme', resources}, null, 2)
  });
  expect(result.annotations.filter(({level, file}) => level === 'error' && file !== null)).toHaveLength(10);
  expect(result.outputs['errors']).toBe('25');
  expect(result.stdout.match(/^zis\/a\.json:\d+:\d+ error /gm)).toHaveLength(25);
  expect(result.summary.match(/must be "ZIS::Flow"/g)?.length).toBe(25);
});

test('fail-on: never reports errors and passes, but still applies nothing', async () => {
  const planned = await runIn({'a.json': '{"name": "x"}'}, {command: 'plan', 'fail-on': 'never'});
  expect(planned.exitCode).toBe(0);
  expect(planned.outputs).toMatchObject({result: 'invalid', valid: 'false', 'failure-reason': ''});
  expectRefused(await runIn({'a.json': '{"name": "x"}'}, {'fail-on': 'never'}), 'invalid-bundles');
});

test('a registry that cannot be reached is registry-unavailable, within max-minutes', async () => {
  const result = await runIn({'a.json': sound}, {'max-minutes': '0.05'});
  expectRefused(result, 'registry-unavailable', '127.0.0.1:9');
});
