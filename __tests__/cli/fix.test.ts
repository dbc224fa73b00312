import {lstatSync, readFileSync, statSync, symlinkSync, chmodSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, describe, expect, test} from '@jest/globals';
import type {JsonValue} from '../../src/bundle/json-types.js';
import {actionOf, bundleOf} from '../support/check.js';
import {FakeTerminal, run, Workspace} from './support.js';

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
  const code = await terminal.run('validate', ...args);
  return {code, out: terminal.out, err: terminal.err};
}

const textOf = ({path}: Workspace, file: string): string => readFileSync(join(path, file), 'utf8');

/** A flow that waits and ends, as text. */
const waiting = (next: string, type = 'Succeed', name = 'support'): string =>
  `${JSON.stringify({...bundleOf({Begin: {Type: 'Wait', Seconds: 1, Next: next}, Finish: {Type: type}}), name}, null, '\t')}\r\n`;

describe('validate --fix', () => {
  test('mends files, says what it changed, and reports what is left', async () => {
    const workspace = workspaceOf({
      'zis/a.json': waiting('Finsh', 'succeed'),
      'zis/b.json': waiting('Finish', 'Succeed', 'b'),
      'zis/c.json': waiting('Elsewhere', 'Succeed', 'c')
    });
    chmodSync(join(workspace.path, 'zis/a.json'), 0o640);
    const {code, out, err} = await ran(workspace, '--fix');
    expect(textOf(workspace, 'zis/a.json')).toBe(waiting('Finish'));
    expect(statSync(join(workspace.path, 'zis/a.json')).mode & 0o777).toBe(0o640);
    expect(textOf(workspace, 'zis/b.json')).toBe(waiting('Finish', 'Succeed', 'b'));
    expect(textOf(workspace, 'zis/c.json')).toBe(waiting('Elsewhere', 'Succeed', 'c'));
    expect(err.split('\n').slice(0, 3)).toEqual([
      expect.stringMatching(
        /^fixed: zis\/a\.json:\d+:\d+ Replace "Finsh" with "Finish" \(flow\/unknown-state\)$/
      ),
      expect.stringMatching(/^fixed: zis\/a\.json:\d+:\d+ Replace "succeed" with "Succeed" \(state\/type\)$/),
      'note: 2 findings fixed in 1 file.'
    ]);
    expect(out).toContain('zis/c.json:17:16 error "Next" names the state "Elsewhere"');
    expect(out).toContain('3 bundle files checked: 1 error, ');
    expect(code).toBe(1);
    expect((await ran(workspace, '--fix', 'zis/a.json')).err).toContain('note: Nothing was fixed.');
  });

  test('keeps a byte order mark, and what --format json gives', async () => {
    const workspace = workspaceOf({'zis/a.json': `\uFEFF${waiting('Finsh')}`});
    const {out} = await ran(workspace, '--fix', '--format', 'json');
    expect(textOf(workspace, 'zis/a.json')).toBe(`\uFEFF${waiting('Finish')}`);
    expect((JSON.parse(out) as {findings: {rule: string}[]}).findings.map(({rule}) => rule)).toEqual([
      'json/encoding'
    ]);
  });

  test('leaves excepted findings alone, and a link a link', async () => {
    const workspace = workspaceOf({
      'real/a.json': waiting('Finsh'),
      'zis-bundles.yml': 'rules:\n  flow/unknown-state: off\n'
    });
    await ran(workspace, '--fix', 'real/a.json');
    expect(textOf(workspace, 'real/a.json')).toBe(waiting('Finsh'));
    workspace.remove('zis-bundles.yml');
    symlinkSync('a.json', join(workspace.path, 'real/b.json'));
    await ran(workspace, '--fix', 'real/*.json');
    expect(lstatSync(join(workspace.path, 'real/b.json')).isSymbolicLink()).toBe(true);
    expect(textOf(workspace, 'real/a.json')).toBe(waiting('Finish'));
  });

  test('shows no credential of what it mends', async () => {
    const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ456789';
    const path = `/api/v2/tickets.json?note=two words&access_token=${secret}`;
    const resources = {call: actionOf('call', {path})};
    const workspace = workspaceOf({
      'zis/a.json': bundleOf({Done: {Type: 'Succeed'}}, {resources}) as JsonValue
    });
    const {out, err} = await ran(workspace, '--fix');
    expect(textOf(workspace, 'zis/a.json')).toContain('note=two%20words');
    expect(err).toContain('fixed: zis/a.json:');
    expect(out + err).not.toContain(secret);
    const json = await ran(
      workspaceOf({'zis/a.json': bundleOf({Done: {Type: 'Succeed'}}, {resources}) as JsonValue}),
      '--format',
      'json'
    );
    expect(json.out).not.toContain(secret);
  });

  test('mends more than is shown of a rule', async () => {
    const states = Object.fromEntries(
      Array.from({length: 150}, (_, at) => [`State ${at}`, {Type: 'Pass', next: `State ${at + 1}`}])
    );
    const workspace = workspaceOf({
      'zis/a.json': {...bundleOf({...states, 'State 150': {Type: 'Succeed'}})} as JsonValue
    });
    const {code, err} = await ran(workspace, '--fix');
    expect(code).toBe(0);
    expect(err).toContain('fixed: 50 more\nnote: 150 findings fixed in 1 file.');
  });

  test('does not go with --watch', async () => {
    const workspace = workspaceOf({'zis/a.json': waiting('Finish')});
    expect(await ran(workspace, '--fix', '--watch')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--fix and --watch exclude each other')
    });
  });

  test('is named where it can help', async () => {
    const workspace = workspaceOf({
      'zis/a.json': waiting('Finsh', 'succeed'),
      'zis/b.json': waiting('Other', 'Succeed', 'b')
    });
    expect((await ran(workspace)).err).toContain('note: --fix may mend 2 of 5 findings.');
    expect((await ran(workspace, 'zis/b.json')).err).not.toContain('--fix');
    expect((await ran(workspace, '--format', 'json')).err).not.toContain('--fix');
  });

  test('works as it is shipped', async () => {
    const workspace = workspaceOf({'zis/a.json': waiting('Finsh')});
    const {code, stdout, stderr} = await run(['validate', '--fix'], {cwd: workspace.path});
    expect([code, stdout]).toEqual([0, '1 bundle file checked: no findings.\n']);
    expect(stderr).toMatch(/^fixed: zis\/a\.json:\d+:\d+ Replace "Finsh" with "Finish"/);
    expect(textOf(workspace, 'zis/a.json')).toBe(waiting('Finish'));
  });
});
