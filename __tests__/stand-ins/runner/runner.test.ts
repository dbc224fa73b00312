import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

import {describe, expect, test} from '@jest/globals';

import {readCommandFile} from '../../../src/stand-ins/runner/command-file.js';
import type {RunContext, RunResult} from '../../../src/stand-ins/runner/runner.js';
import {node24, ROOT, runAction} from '../../support/runner.js';

const FIXTURE = path.join(ROOT, '__tests__/fixtures/runner');
const CONTEXT: RunContext = {
  eventName: 'pull_request',
  event: {action: 'opened', number: 7},
  repository: 'acme/zis-integrations',
  sha: 'a'.repeat(40),
  ref: 'refs/pull/7/merge',
  headRef: 'feature',
  baseRef: 'main',
  serverUrl: 'https://github.com',
  apiUrl: 'http://127.0.0.1:1',
  token: 'ghs_secret',
  workspace: FIXTURE
};

function run(
  inputs: Record<string, string>,
  more: Partial<Parameters<typeof runAction>[0]> = {}
): Promise<RunResult> {
  return runAction({
    dist: path.join(FIXTURE, 'main.mjs'),
    actionYml: path.join(FIXTURE, 'action.yml'),
    inputs,
    context: CONTEXT,
    ...more
  });
}

interface Seen {
  readonly env: Record<string, string>;
  readonly event: unknown;
  readonly cwd: string;
  readonly version: string;
}

async function seen(...args: Parameters<typeof run>): Promise<Seen> {
  const result = await run(...args);
  const file = readFileSync(path.join(result.tempDir, 'seen.json'), 'utf8');
  await result.dispose();
  return JSON.parse(file) as Seen;
}

describe('the environment', () => {
  test('has the inputs with the defaults of action.yml, spaces as underscores and dashes kept', async () => {
    const {env} = await seen({'two words': ' as it is '});
    expect(env).toMatchObject({
      INPUT_MODE: 'report',
      INPUT_TWO_WORDS: ' as it is ',
      'INPUT_WITH-DASH': 'dashed',
      INPUT_TRUTH: 'true',
      'INPUT_GITHUB-TOKEN': 'ghs_secret',
      INPUT_MATRIX: 'null'
    });
  });

  test('has the matrix as JSON, and an empty input instead of its default', async () => {
    const {env} = await seen({'with-dash': ''}, {matrix: {account: 'eu'}});
    expect([JSON.parse(env['INPUT_MATRIX']!), env['INPUT_WITH-DASH']]).toEqual([{account: 'eu'}, '']);
  });

  test('is clean: nothing but what the runner and the step set', async () => {
    const {env, event, cwd} = await seen({}, {extraEnv: {ZIS_EXTRA: '1'}});
    const others = Object.keys(env).filter((name) => !/^(GITHUB|RUNNER|INPUT)_/.test(name));
    expect(others.sort()).toEqual(['CI', 'HOME', 'PATH', 'ZIS_EXTRA']);
    expect(Object.keys(env)).not.toContain('GITHUB_TOKEN');
    expect(event).toEqual(CONTEXT.event);
    expect(cwd).toBe(FIXTURE);
    expect(env).toMatchObject({
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REF_NAME: '7/merge',
      GITHUB_BASE_REF: 'main',
      GITHUB_REPOSITORY_OWNER: 'acme',
      GITHUB_WORKSPACE: FIXTURE
    });
  });

  test('refuses an input that action.yml does not have', async () => {
    await expect(run({mod: 'x'})).rejects.toThrow(
      "Unexpected input(s) 'mod', valid inputs are ['mode', 'two words'"
    );
  });

  test('can be Node 24', async () => {
    const {version} = await seen({}, {node: await node24()});
    expect(version).toMatch(/^v24\./);
  }, 60_000);
});

describe('the result', () => {
  test('has the outputs, also of several lines', async () => {
    const result = await run({mode: 'commands'});
    expect(result.outputs).toEqual({plain: 'a=b<<c', lines: 'first\n\nsecond=2', empty: '', last: ''});
    expect(result).toMatchObject({
      exitCode: 3,
      summary: '# Summary\n',
      stderr: 'to stderr\n',
      masks: ['s3cret%']
    });
    await result.dispose();
  });

  test('has the annotations, unescaped, and none that are not commands', async () => {
    const result = await run({mode: 'commands'});
    await result.dispose();
    const nowhere = {title: null, file: null, line: null, endLine: null, col: null, endColumn: null};
    expect(result.annotations).toEqual([
      {
        level: 'error',
        message: 'one\ntwo 100%25',
        title: 'No: 50%',
        file: 'zis/a,b.json',
        line: 3,
        endLine: 4,
        col: 5,
        endColumn: 6
      },
      {...nowhere, level: 'warning', message: 'plain'},
      {...nowhere, level: 'notice', message: '', title: 'T'},
      {...nowhere, level: 'warning', message: 'again'}
    ]);
  });

  test('keeps RUNNER_TEMP, with nothing of the runner in it, until it is disposed of', async () => {
    const result = await run({mode: 'commands'});
    expect(readdirSync(result.tempDir)).toEqual([]);
    await result.dispose();
    expect(existsSync(result.tempDir)).toBe(false);
  });

  test('is an error when the action does not end', async () => {
    await expect(run({mode: 'hang'}, {timeoutMs: 300})).rejects.toThrow(
      'ended by SIGKILL (it may take 300 ms)'
    );
  });
});

describe('a file of outputs', () => {
  test.each([
    ['a line without a value', 'oops\n', 'neither name=value nor name<<delimiter'],
    ['a value that does not end', 'a<<END\nx\n', 'finds no line "END"']
  ])('is refused with %s', (_, text, message) => {
    expect(() => readCommandFile(text)).toThrow(message);
  });
});
