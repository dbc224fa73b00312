import {afterAll, afterEach, beforeAll, describe, expect, test} from '@jest/globals';
import {spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, renameSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {startRegistryEmulator, type RegistryEmulator} from '../../src/emulator/index.js';
import {RULES} from '../../src/rules/index.js';
import {VERSION} from '../../src/version.js';
import {bundle} from '../support/bundles.js';
import {ENTRY, Workspace, access, run, start, textOf, until} from './support.js';

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

const orders = {...bundle('orders'), integration: 'acme'};
const broken = JSON.parse(
  JSON.stringify(orders).replace('"StartAt":"Greet"', '"StartAt":"Gret"')
) as typeof orders;
const cli = (args: readonly string[], env: Record<string, string> = {}) => run(args, {cwd: work.path, env});

describe('validate', () => {
  test('says what it checked, exit 0', async () => {
    work = new Workspace({'zis/orders.json': orders});
    expect(await cli(['validate'])).toEqual({
      code: 0,
      stdout: '1 bundle file checked: no findings.\n',
      stderr: ''
    });
  });

  test('shows a mistake at its place without colours, exit 1', async () => {
    work = new Workspace({'zis/orders.json': broken});
    const {code, stdout} = await cli(['validate', '--explain']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^zis\/orders\.json:\d+:\d+ error .*\(flow\//);
    expect(stdout).toContain('Why:');
    expect(stdout).not.toContain('\u001b');
  });

  test.each([
    [['validate', 'zis'], 1],
    [['validate', 'zis/broken.json'], 1],
    [['validate', 'zis/[a].json'], 0],
    [['validate', 'zis/*.json', '!zis/broken.json'], 0],
    [['validate', '--fail-on', 'never'], 0],
    [['validate', 'nowhere/*.json'], 1],
    [['validate', 'nowhere/*.json', '--allow-empty'], 0],
    [['validate', '../*.json'], 2],
    [['validate', '--fail-on', 'warnings'], 2],
    [['validate', '--rules', 'flow/nothing: off'], 2]
  ])('%j ends with %i', async (args, code) => {
    work = new Workspace({'zis/[a].json': orders, 'zis/broken.json': {...broken, name: 'broken'}});
    const ended = await cli(args);
    expect(ended.code).toBe(code);
    if (code === 2) expect(ended.stderr).toMatch(/^error: /);
  });

  test('takes an absolute path, as tools that run before a commit give it', async () => {
    work = new Workspace({'zis/orders.json': orders});
    expect((await cli(['validate', `${work.path}/zis/orders.json`])).code).toBe(0);
  });

  test('speaks of flags and arguments where the Action speaks of inputs', async () => {
    work = new Workspace({'zis/orders.json': {...orders, name: '{{prefix}}_orders'}});
    expect((await cli(['validate'])).stdout).toContain('Give it a value in --var: prefix=');
    const {stderr} = await cli(['validate', 'elsewhere']);
    expect(stderr).toContain(
      'Check the patterns. If the repository really declares no bundle, use --allow-empty.'
    );
    expect((await cli(['rules', 'json/size'])).stdout).not.toContain('` input');
  });

  test('names files with comments that the default pattern misses', async () => {
    work = new Workspace({'zis/orders.jsonc': orders, 'zis/more.jsonc': orders});
    const {code, stderr} = await cli(['validate']);
    expect([code, stderr.replace(/\s+/g, ' ')]).toEqual([
      1,
      expect.stringContaining(
        'There is zis/more.jsonc and 1 more: a pattern such as zis/**/*.{json,jsonc} means both.'
      )
    ]);
    expect((await cli(['validate', 'zis'])).code).toBe(1);
  });

  test('asks nothing of an account, however broken the environment is', async () => {
    work = new Workspace({'zis/orders.json': orders});
    expect((await cli(['validate'], {ZENDESK_SUBDOMAIN: 'not a label', ZIS_REGISTRY_URL: 'x'})).code).toBe(0);
  });

  test('gives json and sarif that a program can read, and commands for a GitHub runner', async () => {
    work = new Workspace({'zis/orders.json': broken});
    const json = JSON.parse((await cli(['validate', '--format', 'json'])).stdout) as Record<string, unknown>;
    expect(json).toMatchObject({version: 1, command: 'validate', result: 'invalid', plan: null, files: 1});
    const sarif = JSON.parse((await cli(['validate', '--format', 'sarif'])).stdout) as {
      runs: {results: unknown[]}[];
    };
    expect(sarif.runs[0]?.results).toHaveLength((json['findings'] as unknown[]).length);
    expect((await cli(['validate', '--format', 'github'])).stdout).toMatch(
      /^::error title=[^,]+,file=zis\/orders\.json,line=/
    );
  });

  test.each([
    [
      'validate',
      (path: string, text: string) => {
        writeFileSync(path, text);
      }
    ],
    [
      'test',
      (path: string, text: string) => {
        // As editors and `sed -i` save.
        writeFileSync(`${path}~`, text);
        renameSync(`${path}~`, path);
      }
    ]
  ])('%s --watch hears every save, and ends with Ctrl-C', async (command, save) => {
    work = new Workspace({'zis/orders.json': orders});
    const child = start([command, '--watch'], {cwd: work.path});
    const [out, err] = [textOf(child.stdout), textOf(child.stderr)];
    const path = join(work.path, 'zis/orders.json');
    for (let turn = 1; turn <= 3; turn += 1) {
      await until(err, new RegExp(`(?:Waiting[^]*){${turn}}`));
      save(path, JSON.stringify(turn % 2 === 1 ? broken : orders, null, turn));
    }
    await until(err, /(?:Waiting[^]*){4}/);
    if (command === 'validate') expect(out()).toMatch(/no findings[^]*1 error[^]*no findings[^]*1 error/);
    mkdirSync(join(work.path, 'zis/more/deep'), {recursive: true});
    await until(err, /(?:Waiting[^]*){5}/);
    save(join(work.path, 'zis/more/deep/other.json'), JSON.stringify({...orders, name: 'other'}));
    await until(err, /(?:Waiting[^]*){6}/);
    child.kill('SIGINT');
    await once(child, 'close');
    expect(child.exitCode).toBe(130);
  });
});

test('validate --watch hears of the config file and of the baseline, and survives a wrong one', async () => {
  work = new Workspace({'zis/orders.json': broken});
  const child = start(['validate', '--watch'], {cwd: work.path});
  const [out, err] = [textOf(child.stdout), textOf(child.stderr)];
  await until(err, /(?:Waiting[^]*){1}/);
  expect(out()).toMatch(/1 error/);
  work.write('zis-bundles.yml', 'rules:\n  flow/*: of\n');
  await until(err, /Did you mean "off"\?[^]*(?:Waiting[^]*){1}/);
  work.write('zis-bundles.yml', 'rules:\n  flow/*: off\n');
  await until(out, /1 error[^]*no findings/);
  work.write('zis-bundles.yml', 'rules: {}\n');
  await until(out, /no findings[^]*1 error/);
  expect((await cli(['baseline'])).code).toBe(0);
  await until(out, /no findings[^]*1 error[^]*no findings/);
  child.kill('SIGINT');
  await once(child, 'close');
});

describe('with an account', () => {
  test('from pull to apply: the exit codes tell what there is', async () => {
    work = new Workspace({'zis/orders.json': orders});
    work.commit();
    const env = access(emulator.url);
    const plan = await cli(['plan'], env);
    expect(plan).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^note: Zendesk ends all API tokens.*\n$/)
    });
    expect(plan.stdout).toContain('Declared before: ');
    expect((await cli(['plan', '--detailed-exitcode'], env)).code).toBe(3);
    expect((await cli(['drift'], env)).code).toBe(1);
    expect((await cli(['apply'], env)).code).toBe(2);
    expect((await cli(['apply', '--yes'], env)).code).toBe(0);
    expect((await cli(['plan', '--detailed-exitcode'], env)).code).toBe(0);
    expect((await cli(['drift'], env)).code).toBe(0);
    const json = JSON.parse((await cli(['plan', '--format', 'json'], env)).stdout) as object;
    expect(json).toMatchObject({result: 'no-changes', plan: {version: 1, bundles: [{action: 'unchanged'}]}});
  });

  test('no credentials, and nobody to ask: which variables are missing, exit 1', async () => {
    work = new Workspace({'zis/orders.json': orders});
    const {code, stderr} = await cli(['plan'], {ZENDESK_EMAIL: 'a@example.com'});
    expect(code).toBe(1);
    expect(stderr).toContain('no ZENDESK_SUBDOMAIN, no ZENDESK_API_TOKEN');
  });

  test('wrong credentials never show', async () => {
    work = new Workspace({'zis/orders.json': orders});
    const {code, stdout, stderr} = await cli(['plan'], {
      ...access(emulator.url),
      ZENDESK_API_TOKEN: 's3cret-t0ken'
    });
    expect(code).toBe(1);
    expect(stderr).toContain('rejected the credentials');
    expect(stdout + stderr).not.toContain('s3cret-t0ken');
  });

  test('an invalid bundle stops an apply before any request', async () => {
    work = new Workspace({'zis/orders.json': broken});
    expect((await cli(['apply', '--yes'], access(emulator.url))).code).toBe(1);
    expect(emulator.requests).toEqual([]);
  });
});

describe('the program', () => {
  test('ends quietly when its reader has had enough', () => {
    work = new Workspace();
    const script = `"${process.execPath}" "${ENTRY}" rules | head -n 1`;
    const {stdout, stderr} = spawnSync('sh', ['-c', script], {encoding: 'utf8', cwd: work.path});
    expect(stdout).toMatch(/^\w/);
    expect(stderr).toBe('');
  });

  test('says its version and how to use it', async () => {
    work = new Workspace();
    expect(await cli(['--version'])).toMatchObject({code: 0, stdout: `${VERSION}\n`});
    expect(await cli([])).toMatchObject({code: 0, stdout: expect.stringContaining('Usage:') as unknown});
  });

  test('lists the rules, and shows the page of one', async () => {
    work = new Workspace();
    const {stdout} = await cli(['rules']);
    for (const {id} of RULES) expect(stdout).toContain(id);
    expect((await cli(['rules', 'flow/unknown-state'])).stdout).toContain('Wrong:');
    expect(await cli(['rules', 'flow/unknown-stat'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean "flow/unknown-state"?') as unknown
    });
  });

  test('is the registry emulator too, until Ctrl-C', async () => {
    work = new Workspace();
    const child = start(['registry', '--port', '0'], {cwd: work.path});
    const out = textOf(child.stdout);
    await until(out, 'Ctrl+C stops it');
    child.kill('SIGINT');
    await once(child, 'close');
    expect(child.exitCode).toBe(0);
    expect((await cli(['registry', '--prot', '1'])).stderr).toContain('Usage: zis-bundles registry');
  });
});
