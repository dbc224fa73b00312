import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, dirname, join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {COMMAND_NAMES} from '../../src/cli/commands.js';
import {VERSION} from '../../src/version.js';
import {access, textOf, until} from '../cli/support.js';
import {ROOT} from '../support/runner.js';

const MEGABYTE = 1_000_000;

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly {readonly path: string}[];
}

/** What somebody has who has never seen this project: an empty folder, and npm without cache and network. */
const home = mkdtempSync(join(tmpdir(), 'zis-pack-'));
const folder = join(home, 'stranger');
const installed = join(folder, 'node_modules/zis-bundles');
const environment = {
  PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
  HOME: home,
  npm_config_update_notifier: 'false'
};

let packed: Packed;
beforeAll(() => {
  mkdirSync(folder);
  const {stdout} = ran('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', home], {
    cwd: ROOT
  });
  [packed] = JSON.parse(stdout) as [Packed];
  const install = ['install', '--offline', '--no-audit', '--no-fund', join(home, packed.filename)];
  expect(ran('npm', install)).toMatchObject({status: 0});
});
afterAll(() => {
  rmSync(home, {recursive: true, force: true});
});

function ran(
  program: string,
  args: readonly string[],
  {cwd = folder, env = {}}: {readonly cwd?: string; readonly env?: Readonly<Record<string, string>>} = {}
) {
  const {status, stdout, stderr} = spawnSync(program, args, {
    cwd,
    env: {...environment, ...env},
    encoding: 'utf8',
    timeout: 100_000
  });
  return {status, stdout, stderr};
}

const npx = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  ran('npx', ['--no-install', 'zis-bundles', ...args], {env});

describe('the package', () => {
  test('holds what runs, and nothing else', () => {
    const built = readdirSync(`${ROOT}dist`, {recursive: true, encoding: 'utf8'})
      .filter((path) => statSync(`${ROOT}dist/${path}`).isFile())
      .map((path) => `dist/${path}`)
      // The terminal has it as a command.
      .filter((path) => !path.startsWith('dist/registry/'));
    const rest = [
      'LICENSE',
      'README.md',
      'action.yml',
      'examples/zis-tests/greet-new-tickets.test.yaml',
      'examples/zis/alert-urgent-tickets.json',
      'examples/zis/greet-new-tickets.json',
      'examples/zis/link-orders.json',
      'package.json',
      'schema/zis-bundle.schema.json',
      'schema/zis-bundles-config.schema.json',
      'schema/zis-flow-test.schema.json'
    ];
    expect(packed.files.map(({path}) => path).sort()).toEqual([...built, ...rest].sort());
  });

  test('is small', () => {
    expect(packed.size).toBeLessThan(2.5 * MEGABYTE);
    expect(packed.unpackedSize).toBeLessThan(9 * MEGABYTE);
  });

  test('installs itself alone, and runs nothing on the way', () => {
    const visible = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(visible).toEqual(['zis-bundles']);
    expect(readdirSync(join(folder, 'node_modules/.bin'))).toEqual(['zis-bundles']);
    expect(readdirSync(installed)).not.toContain('node_modules');
    const facts = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {scripts: object};
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'])
      expect(facts).not.toHaveProperty(kind);
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare', 'prepack'])
      expect(facts.scripts).not.toHaveProperty(script);
  });

  test('says where it comes from, as provenance wants it', () => {
    const facts = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as object;
    expect(facts).toMatchObject({
      repository: {type: 'git', url: 'git+https://github.com/zis-bundles/zis-bundles.git'},
      homepage: 'https://github.com/zis-bundles/zis-bundles#readme',
      bugs: 'https://github.com/zis-bundles/zis-bundles/issues',
      license: 'MIT',
      engines: {node: '>=20.19'}
    });
  });
});

describe('npx zis-bundles in an empty folder', () => {
  test('says its version and its commands', () => {
    expect(npx(['--version'])).toEqual({status: 0, stdout: `${VERSION}\n`, stderr: ''});
    const {stdout} = npx(['--help']);
    for (const name of COMMAND_NAMES) expect(stdout).toContain(`\n  ${name} `);
  });

  test('plays the demo', () => {
    const {status, stdout, stderr} = npx(['demo']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('ZIS bundles: 1 to create, 1 to update, 1 to delete');
    expect(stdout).toContain('✓ exactly what the default branch declares');
    expect(stdout).toContain('✓ no changes, and no request that writes');
  });

  test('validates, tests and plans against a registry of its own', async () => {
    expect(npx(['validate']).stderr).toContain('no file matches bundles: zis/**/*.json');
    for (const name of ['zis', 'zis-tests'])
      cpSync(join(installed, 'examples', name), join(folder, name), {recursive: true});
    expect(npx(['validate'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('3 bundle files checked: 1 remark.\n')
    });
    expect(npx(['test'])).toMatchObject({status: 0, stdout: expect.stringContaining('6 passed')});
    const registry = spawn(join(folder, 'node_modules/.bin/zis-bundles'), ['registry', '--port', '0'], {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 100_000
    });
    try {
      const out = textOf(registry.stdout);
      await until(out, 'Ctrl+C stops it');
      const [url = ''] = /http:\/\/\S+/.exec(out()) ?? [];
      const plan = npx(['plan'], access(url));
      expect(plan.status).toBe(0);
      expect(plan.stdout).toContain('3 to create');
      await until(out, 'GET /api/services/zis/registry/acme_support/bundles');
    } finally {
      registry.kill('SIGINT');
    }
    await once(registry, 'close');
    expect(registry.exitCode).toBe(0);
  });
});
