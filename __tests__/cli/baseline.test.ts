import {afterEach, describe, expect, test} from '@jest/globals';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {JsonValue} from '../../src/bundle/json-types.js';
import {baselineText, parseBaseline} from '../../src/rules/baseline.js';
import {bundleOf} from '../support/check.js';
import {FakeTerminal, Workspace} from './support.js';

/** A bundle with a state that nothing leads to for each name. */
const withLost = (...names: readonly string[]): JsonValue => {
  const states = Object.fromEntries(names.map((name) => [name, {Type: 'Succeed'}]));
  return bundleOf({Done: {Type: 'Succeed'}, ...states}) as JsonValue;
};

const workspaces: Workspace[] = [];
afterEach(() => {
  for (const workspace of workspaces.splice(0)) workspace.end();
});

function workspaceOf(files: Readonly<Record<string, JsonValue>>): Workspace {
  const workspace = new Workspace(files);
  workspaces.push(workspace);
  return workspace;
}

async function ran({path}: Workspace, ...args: readonly string[]) {
  const terminal = new FakeTerminal({cwd: path, columns: 200});
  const code = await terminal.run(...args);
  return {code, out: terminal.out, err: terminal.err};
}

const baselineOf = ({path}: Workspace): string => readFileSync(join(path, 'zis-baseline.json'), 'utf8');
const STRICT = ['validate', '--fail-on', 'warning'] as const;

describe('a baseline', () => {
  test('holds back what was there, wherever its lines go, and nothing that is new', async () => {
    const workspace = workspaceOf({'zis/a.json': withLost('Lost')});
    expect(await ran(workspace, ...STRICT)).toMatchObject({code: 1});
    expect(await ran(workspace, 'baseline')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^zis-baseline\.json holds back \d+ findings? of 1 bundle file\.\n$/)
    });
    const held = await ran(workspace, ...STRICT);
    expect(held).toMatchObject({code: 0, out: '1 bundle file checked: no findings.\n'});
    expect(held.err).toMatch(/note: zis-baseline\.json holds back \d+ findings?\./);
    workspace.remove('zis/a.json');
    workspace.write('zis/moved.json', `\n\n${JSON.stringify(withLost('Lost'), null, 4)}`);
    expect(await ran(workspace, ...STRICT)).toMatchObject({code: 0});
    workspace.write('zis/moved.json', withLost('Lost', 'New'));
    const grown = await ran(workspace, ...STRICT);
    expect(grown.code).toBe(1);
    expect(grown.out).toContain('"New"');
    expect(grown.out).not.toContain('"Lost"');
  });

  test('says what is gone, and --prune drops it', async () => {
    const workspace = workspaceOf({'zis/a.json': withLost('Lost', 'Gone')});
    await ran(workspace, 'baseline');
    const before = baselineOf(workspace);
    workspace.write('zis/a.json', withLost('Lost'));
    const told = await ran(workspace, ...STRICT);
    expect(told.err).toContain(
      '1 finding of zis-baseline.json is gone: zis-bundles validate --prune drops it.'
    );
    expect(baselineOf(workspace)).toBe(before);
    expect((await ran(workspace, ...STRICT, '--prune')).err).toContain(
      '1 finding dropped from zis-baseline.json.'
    );
    expect(baselineOf(workspace)).toBe(
      before
        .split('\n')
        .filter((line) => !line.includes('Gone'))
        .join('\n')
        .replace(/,\n {2}\]/, '\n  ]')
    );
    expect((await ran(workspace, ...STRICT)).err).not.toContain('gone');
    workspace.write('zis/a.json', withLost('Lost', 'Gone'));
    expect(await ran(workspace, ...STRICT)).toMatchObject({code: 1, out: expect.stringContaining('"Gone"')});
  });

  test('keeps what was not looked at: other files, and files that cannot be read', async () => {
    const other = {...(withLost('Other') as object), name: 'other'} as JsonValue;
    const workspace = workspaceOf({'zis/a.json': withLost('Lost'), 'zis/b.json': other});
    await ran(workspace, 'baseline');
    const before = baselineOf(workspace);
    await ran(workspace, 'validate', '--prune', 'zis/a.json');
    await ran(workspace, 'baseline', 'zis/a.json');
    expect(baselineOf(workspace)).toBe(before);
    workspace.write('zis/b.json', '{');
    expect(await ran(workspace, 'validate', '--prune')).toMatchObject({code: 1});
    const unread = await ran(workspace, 'baseline');
    expect(unread).toMatchObject({code: 1, out: expect.stringContaining('json/syntax')});
    expect(unread.err).toContain('1 finding cannot be held back');
    expect(baselineOf(workspace)).toBe(before);
    workspace.remove('zis/b.json');
    await ran(workspace, 'validate', '--prune');
    expect(baselineOf(workspace)).not.toContain('other');
  });

  test('stands beside the config file, and is written only where there is something', async () => {
    const workspace = workspaceOf({'zis/a.json': withLost('Lost'), 'ci/zis.yml': '# ours\n'});
    expect((await ran(workspace, 'baseline', '--config', 'ci/zis.yml')).out).toMatch(
      /^ci\/zis-baseline\.json holds/
    );
    expect(await ran(workspace, ...STRICT, '--config', 'ci/zis.yml')).toMatchObject({code: 0});
    expect(await ran(workspace, ...STRICT)).toMatchObject({code: 1});
    const off = await ran(workspace, 'baseline', '--rules', 'flow/*: off');
    expect(off.out).toBe('Nothing is found that could be held back.\n');
    expect(existsSync(join(workspace.path, 'zis-baseline.json'))).toBe(false);
    expect(await ran(workspace, 'baseline', 'nowhere')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no file matches')
    });
  });

  test.each([
    ['<<<<<<< ours', '1:1: '],
    ['{}', '1:1: this is no baseline of version 1'],
    ['{"version": 2, "findings": []}', '1:1: this is no baseline of version 1'],
    ['{"version": 1, "findings": [{"rule": "a/b"}]}', '1:29: an entry has a rule and a bundle'],
    ['{"version": 1, "findings": [{"rule": "a/b", "bundle": "c", "count": 0}]}', 'a whole number above 0'],
    ['{"version": 1, "findings": [{"rule": "a/b", "bundle": "c", "line": 2}]}', 'an entry has no key "line"'],
    ['{"version": 1, "findings": [7]}', '1:29: an entry has']
  ])('that reads %s is refused', async (text, problem) => {
    const workspace = workspaceOf({'zis/a.json': withLost('Lost'), 'zis-baseline.json': text});
    const {code, err} = await ran(workspace, 'validate');
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, ' ')).toContain(`zis-baseline.json:`);
    expect(err.replace(/\s+/g, ' ')).toContain(problem);
  });

  test('is read as it was written', () => {
    const where = {rule: 'a/b', bundle: 'i/n', file: null, resource: 'r', state: null};
    const entries = [
      {...where, count: 3},
      {...where, bundle: null, file: 'z.json', resource: null, count: 1}
    ];
    const read = parseBaseline('b.json', new TextEncoder().encode(baselineText(entries)));
    expect(read.problems).toEqual([]);
    expect(new Set(read.entries)).toEqual(new Set(entries));
    expect(baselineText([])).toBe('{\n  "version": 1,\n  "findings": []\n}\n');
  });
});
