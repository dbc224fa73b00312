import {afterEach, describe, expect, test} from '@jest/globals';
import {readFileSync} from 'node:fs';
import {parse} from 'yaml';
import type {JsonValue} from '../../src/bundle/json-types.js';
import {variablesFrom} from '../../src/cli/variable-files.js';
import {bundleOf} from '../support/check.js';
import {ROOT} from '../support/runner.js';
import {FakeTerminal, Workspace} from './support.js';

const BUNDLE: JsonValue = {...bundleOf({Done: {Type: 'Succeed', Message: '{{shop_name}}'}}), owner: 'me'};

const workspaces: Workspace[] = [];
afterEach(() => {
  for (const workspace of workspaces.splice(0)) workspace.end();
});

async function ran(files: Readonly<Record<string, JsonValue>>, ...args: readonly string[]) {
  const workspace = new Workspace(files);
  workspaces.push(workspace);
  const terminal = new FakeTerminal({cwd: workspace.path, columns: 200});
  const code = await terminal.run(...args);
  return {code, out: terminal.out, err: terminal.err, workspace};
}

describe('zis-bundles.yml in the terminal', () => {
  test('says which files and rules, and flags come before it', async () => {
    const config = 'bundles: flows/*.json\nrules:\n  bundle/*: error\nkeep-placeholders: shop_*\n';
    const files = {'flows/a.json': BUNDLE, 'zis/b.json': '{', 'zis-bundles.yml': config};
    const plain = await ran(files, 'validate');
    expect(plain).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^flows\/a\.json:\d+:\d+ error .*bundle\/unknown-key/)
    });
    expect(plain.out).toContain('1 bundle file checked: 1 error.');
    expect(await ran(files, 'validate', '--rules', 'bundle/unknown-key: off')).toMatchObject({code: 0});
    expect(await ran(files, 'validate', 'zis')).toMatchObject({
      code: 1,
      out: expect.stringContaining('json/syntax')
    });
  });

  test('may stand elsewhere, and what is wrong with it is a usage error at its place', async () => {
    const files = {'zis/a.json': BUNDLE, 'ci/zis.yml': 'fail-onn: never\nkeep-placeholders: shop_*\n'};
    const faulty = await ran(files, 'validate', '--config', 'ci/zis.yml');
    expect(faulty).toMatchObject({code: 2, out: ''});
    expect(faulty.err).toContain('ci/zis.yml:1:1: there is no key "fail-onn" (Did you mean "fail-on"?)');
    expect(await ran(files, 'validate', '--config', 'ci/none.yml')).toMatchObject({code: 2});
    // Without it the placeholder is not filled in.
    expect(await ran(files, 'validate')).toMatchObject({
      code: 1,
      out: expect.stringContaining('variable/unfilled')
    });
  });

  test('says where flow tests are', async () => {
    const testFile = 'flow: main\ncases:\n  - name: ends\n    event: {}\n    expect: {result: succeeded}\n';
    const files = {
      'flows/a.json': BUNDLE,
      'cases/a.yaml': testFile,
      'zis-bundles.yml':
        'bundles: flows/*.json\ntests: cases/*.yaml\nkeep-placeholders: "*"\ncoverage-min: 100\n'
    };
    const tested = await ran(files, 'test');
    expect(tested.out + tested.err).toContain('cases/a.yaml');
  });
});

test('--explain shows why something is excepted, and --format json has it', async () => {
  const config =
    'keep-placeholders: "*"\noverrides:\n  - files: zis/a.json\n    rules: {bundle/*: off}\n    reason: another program reads owner\n';
  const files = {'zis/a.json': BUNDLE, 'zis-bundles.yml': config};
  const explained = await ran(files, 'validate', '--explain');
  expect(explained).toMatchObject({code: 0});
  expect(explained.out).toContain(
    'zis-bundles.yml:3:5 override of bundle/*: off for 1 finding: another program reads owner'
  );
  expect((await ran(files, 'validate')).out).not.toContain('another program');
  const json = JSON.parse((await ran(files, 'validate', '--format', 'json')).out) as {exceptions: unknown[]};
  expect(json.exceptions).toEqual([
    expect.objectContaining({
      path: 'zis-bundles.yml',
      line: 3,
      reason: 'another program reads owner',
      findings: 1
    })
  ]);
});

test('the pre-commit hook runs a command that there is, on the files of the defaults', () => {
  const [hook] = parse(readFileSync(`${ROOT}.pre-commit-hooks.yaml`, 'utf8')) as [Record<string, string>];
  const {bin} = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {bin: Record<string, string>};
  const [program = '', ...args] = (hook['entry'] ?? '').split(' ');
  expect(bin).toHaveProperty(program);
  expect(args).toEqual(['validate']);
  const files = new RegExp(hook['files'] ?? '');
  expect(['zis/a.json', 'zis/b/c.jsonc', 'zis-bundles.yml'].every((path) => files.test(path))).toBe(true);
  expect(files.test('README.md')).toBe(false);
});

describe('--var-file', () => {
  const named: JsonValue = {...bundleOf({Done: {Type: 'Succeed'}}), name: '{{prefix}}_{{account}}'};
  const nameIn = async (files: Record<string, JsonValue>, ...args: string[]): Promise<unknown> => {
    const {code, out, err} = await ran(
      {'zis/a.json': named, ...files},
      'validate',
      '--format',
      'json',
      ...args
    );
    const {findings} = JSON.parse(code === 2 ? '{"findings":[]}' : out) as {findings: {message: string}[]};
    return code === 2 ? err : findings.map(({message}) => message).filter((text) => text.includes('{{'));
  };
  const A = {'a.vars': '# of one account\naccount=one\nprefix=first\n'};

  test('gives values, which --var and later files come before', async () => {
    expect(await nameIn({})).toHaveLength(2);
    expect(await nameIn(A, '--var-file', 'a.vars')).toEqual([]);
    expect(await nameIn({'b.vars': 'prefix:=7\n'}, '--var-file', 'b.vars', '--var', 'account=two')).toEqual(
      []
    );
    const workspace = new Workspace({...A, 'b.vars': 'prefix:={"a": 1}\n'});
    workspaces.push(workspace);
    expect(await variablesFrom(workspace.path, ['a.vars', 'b.vars'], [])).toBe(
      'account:="one"\nprefix:={"a":1}'
    );
    expect(await variablesFrom(workspace.path, ['a.vars'], ['prefix=second'])).toBe(
      'account:="one"\nprefix=second'
    );
    expect(await variablesFrom(workspace.path, [], ['x=1', 'x=2'])).toBe('x=1\nx=2');
  });

  test('that cannot be read or understood is named with its lines', async () => {
    expect(await nameIn({}, '--var-file', 'none.vars')).toContain('--var-file none.vars cannot be read');
    const faulty = {'a.vars': 'account=one\nprefix\nx:={\n'};
    const said = await nameIn(faulty, '--var-file', 'a.vars');
    expect(said).toContain('a.vars:2: there is no `=`');
    expect(said).toContain('a.vars:3: the value of "x" is not JSON');
  });
});
