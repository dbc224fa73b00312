import {execFileSync, spawnSync} from 'node:child_process';
import {chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {ROOT} from '../support/runner.js';
import {readWorkflow} from '../support/workflow.js';

const {jobs} = readWorkflow(readFileSync(`${ROOT}.github/workflows/release.yml`, 'utf8'));
const CHANGELOG = `# Changelog

## Unreleased

- later

## 1.10.0 - 2026-11-01

- ten

### Fixed

- a hole

## 1x0.0

- not a version

## 1.1.0

- one
`;

/** A clone of which origin/main is one commit, and the branch `side` another. */
const folder = mkdtempSync(join(tmpdir(), 'zis-release-'));
beforeAll(() => {
  git('init');
  git('commit', '--allow-empty', '-m', 'one');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  git('branch', 'side');
  git('checkout', 'side');
  git('commit', '--allow-empty', '-m', 'two');
  git('checkout', 'main');
  writeFileSync(join(folder, 'CHANGELOG.md'), CHANGELOG);
});
afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
});

function version(version: string): void {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({version}));
}

/** Runs the script of a step of the release in the folder. `gh` answers with the tags, and writes down its calls. */
function step(
  name: string,
  {tag, tags = []}: {tag: string; tags?: readonly string[]}
): {status: number | null; stdout: string; calls: string} {
  const {run = ''} =
    Object.values(jobs)
      .flatMap((job) => job.steps)
      .find((one) => one.name?.startsWith(name)) ?? {};
  writeFileSync(join(folder, 'tags'), tags.map((one) => `refs/tags/${one}\n`).join(''));
  writeFileSync(join(folder, 'calls'), '');
  const gh = '#!/bin/sh\necho "$*" >> calls\ncase "$*" in *matching-refs*) cat tags ;; esac\n';
  writeFileSync(join(folder, 'gh'), gh);
  chmodSync(join(folder, 'gh'), 0o755);
  const env = {
    PATH: `${folder}:${process.env['PATH'] ?? ''}`,
    GITHUB_REF_NAME: tag,
    DEFAULT_BRANCH: 'main',
    GH_REPO: 'acme/x'
  };
  const {status, stdout} = spawnSync('bash', ['-eo', 'pipefail', '-c', run], {
    cwd: folder,
    env,
    encoding: 'utf8'
  });
  return {status, stdout, calls: readFileSync(join(folder, 'calls'), 'utf8')};
}

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'init.defaultBranch=main'];
  execFileSync('git', [...identity, ...args], {cwd: folder, stdio: 'ignore'});
}

describe('the tag', () => {
  const CHECK = 'The tag is on the default branch';

  test('is the version of package.json, with a section of its own', () => {
    version('1.1.0');
    expect(step(CHECK, {tag: 'v1.1.0'})).toMatchObject({status: 0});
    expect(step(CHECK, {tag: 'v1.10.0'}).stdout).toContain('package.json has another version');
  });

  test.each(['1.0.0', '1.1', '1.x.0', '1.10'])(
    '%s has no section, although a part of a title fits',
    (number) => {
      version(number);
      expect(step(CHECK, {tag: `v${number}`}).stdout).toContain(`CHANGELOG.md has no section ${number}`);
    }
  );

  test('is on the default branch', () => {
    version('1.1.0');
    git('checkout', 'side');
    const {status, stdout} = step(CHECK, {tag: 'v1.1.0'});
    git('checkout', 'main');
    expect([status, stdout]).toEqual([1, '::error::v1.1.0 is not on main.\n']);
  });
});

test('the notes are the section of the version, to the last line', () => {
  const pack = Object.values(jobs)
    .flatMap((job) => job.steps)
    .find(({name}) => name?.startsWith('Pack'));
  const [, script = ''] = /(awk [\s\S]*)$/.exec(pack?.run ?? '') ?? [];
  spawnSync('bash', ['-c', script], {
    cwd: folder,
    env: {...process.env, GITHUB_REF_NAME: 'v1.10.0'}
  });
  expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toBe('\n- ten\n\n### Fixed\n\n- a hole\n\n');
});

describe('the major tag', () => {
  test.each([
    ['moves to a newer version', 'v1.10.0', ['v1.9.0', 'v1.10.0'], true],
    ['is not held back by a release candidate', 'v1.10.0', ['v1.10.0', 'v1.11.0-rc.1', 'v1.x'], true],
    ['is not moved back by a fix to an older version', 'v1.9.1', ['v1.9.1', 'v1.10.0'], false],
    ['knows nothing of other majors', 'v1.2.0', ['v1.2.0', 'v12.0.0'], true]
  ])('%s', (_, tag, tags, moves) => {
    const {status, calls, stdout} = step('Move the major tag', {tag, tags});
    expect(status).toBe(0);
    expect(calls.includes('--method PATCH repos/acme/x/git/refs/tags/v1 ')).toBe(moves);
    expect(stdout.includes('stays at')).toBe(!moves);
  });
});

describe('the package on npm', () => {
  test('is published last, with provenance, by a job that may do nothing else', () => {
    expect(Object.keys(jobs)).toEqual(['check', 'publish', 'npm']);
    expect(jobs['publish']).toMatchObject({needs: 'check'});
    expect(jobs['npm']).toMatchObject({needs: 'publish', environment: 'release'});
    expect(jobs['npm']?.permissions).toEqual({contents: 'read', 'id-token': 'write'});
    const scripts = jobs['npm']?.steps.flatMap(({run}) => run ?? []);
    expect(scripts).toEqual(['npm publish --provenance --access public --ignore-scripts']);
  });

  test('needs no stored secret', () => {
    expect(JSON.stringify(jobs)).not.toContain('secrets.');
  });
});

test('the token is given to no step that does not need it', () => {
  for (const job of Object.values(jobs)) {
    expect(JSON.stringify(job.env ?? {})).not.toContain('token');
    for (const {env = {}, run = ''} of job.steps) {
      expect([run.includes('gh '), JSON.stringify(env).includes('github.token')]).toEqual([
        run.includes('gh '),
        run.includes('gh ')
      ]);
    }
  }
});

test('dist names the licences of all that is in it, those within jq-wasm too', () => {
  const licences = readFileSync(`${ROOT}dist/licenses.txt`, 'utf8');
  for (const holder of ['jq-wasm', 'Stephen Dolan', 'K.Kosako', 'Kungliga Tekniska', 'picomatch'])
    expect(licences).toContain(holder);
});

test("the terminal's program starts without the Action's packages", () => {
  const program = readFileSync(`${ROOT}dist/cli/index.js`, 'utf8');
  expect(program).not.toMatch(/node_modules\/(?:@actions|@octokit|undici)\//);
});
