import {afterAll, afterEach, beforeAll, describe, expect, test} from '@jest/globals';
import {startRegistryEmulator, type RegistryEmulator} from '../../src/emulator/index.js';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {readWorkflowCommands} from '../../src/stand-ins/runner/read-workflow-commands.js';
import {bundle} from '../support/bundles.js';
import {HIDDEN, HOSTILE_PARTS} from '../support/hostile.js';
import {FakeTerminal, Workspace, access} from './support.js';

/** All of them in one text; a file's name can hold all but one. */
const TEXT = HOSTILE_PARTS.join('');
const FILE = `zis/${HOSTILE_PARTS.join('').replaceAll('\0', '').replaceAll('\ud800', '')}`;

let emulator: RegistryEmulator;
let work: Workspace;
beforeAll(async () => (emulator = await startRegistryEmulator()));
afterAll(() => emulator.close());
afterEach(() => {
  emulator.reset();
  work.end();
});

/** A sound bundle with a hostile text wherever one may stand. */
function hostile(name: string, result: string): JsonObject {
  const {resources, ...rest} = bundle(name, {result: {[TEXT]: result}});
  return {
    ...rest,
    integration: 'acme',
    description: TEXT,
    resources: Object.fromEntries(
      Object.entries(resources as JsonObject).map(([key, resource]) => [`${TEXT}${key}`, resource])
    )
  };
}

/** A broken one: its findings quote what is in it. */
function broken(): JsonObject {
  const state = {Type: TEXT, Next: TEXT, [TEXT]: 1, Parameters: {[`${TEXT}.$`]: TEXT}};
  const definition = {StartAt: TEXT, States: {[TEXT]: state}};
  return {
    name: TEXT,
    integration: TEXT,
    zis_template_version: TEXT,
    resources: {
      [TEXT]: {type: 'ZIS::Flow', properties: {name: TEXT, definition}},
      b: {type: TEXT, properties: {}},
      c: {
        type: 'ZIS::JobSpec',
        properties: {name: 'c', event_source: TEXT, event_type: TEXT, flow_name: `zis:acme:flow:${TEXT}`}
      }
    }
  };
}

async function said(args: readonly string[], answers: Record<string, string> = {}, columns = 80) {
  const person = new FakeTerminal({cwd: work.path, env: access(emulator.url), answers, columns});
  await person.run(...args);
  return {out: person.out, err: person.err};
}

/** Of the hidden characters a terminal gets line breaks, and on stderr what progress and readline move the cursor by. */
const MOVES = /\n|\r(?:\u001b\[2K)?|\u001b\[(?:\d*G|0J)/g;

function expectVisible({out, err}: {out: string; err: string}): void {
  expect(out.replaceAll('\n', '')).not.toMatch(HIDDEN);
  expect(err.replace(MOVES, '')).not.toMatch(HIDDEN);
  // Either of them may be read by a runner.
  expect(`${out}${err}`).not.toContain('##[');
}

describe('a terminal shows hostile text', () => {
  test.each([
    ['as findings', ['validate']],
    ['as findings with their rules', ['validate', '--explain']],
    ['as JSON', ['validate', '--format', 'json']],
    ['as SARIF', ['validate', '--format', 'sarif']],
    ['in the wrong flag', ['validate', `--${TEXT}`]],
    ['as a pattern without files', ['validate', `${TEXT}.json`]],
    ['as a rule', ['rules', TEXT]],
    ['as a folder', ['pull', '--out', TEXT]],
    ['as a commit', ['plan', '--since', TEXT]],
    ['as an account', ['plan', '--subdomain', TEXT]]
  ])('%s, and nothing of it is hidden', async (_, args) => {
    work = new Workspace({[`${FILE}.json`]: broken(), 'zis/text.json': `{"name": "${TEXT}`});
    const shown = await said(args);
    expect(shown.out.length + shown.err.length).toBeGreaterThan(20);
    if (args.includes('json'))
      expect(shown.out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expectVisible(shown);
  });

  test.each(['pretty', 'json', 'sarif', 'github'])(
    'as %s, of which a runner takes nothing else',
    async (format) => {
      work = new Workspace({[`${FILE}.json`]: broken()});
      const {out, err} = await said(['validate', '--format', format]);
      expect(out).toContain('add-mask');
      expect(`${out}${err}`).not.toContain('##[');
      const {annotations, masks} = readWorkflowCommands(`${out}${err}`);
      expect(masks).toEqual([]);
      if (format !== 'github') expect(annotations).toEqual([]);
    }
  );

  test.each(['##[error]x', '##vso[task.setvariable variable=a]b', '##teamcity[buildStatus]'])(
    'as JSON, which still says what the file says: %s',
    async (command) => {
      work = new Workspace({'zis/b.json': {...bundle('b'), name: `b${command}`, integration: 'acme'}});
      const {out} = await said(['plan', '--format', 'json']);
      expect(out).not.toMatch(/##\w*\[/);
      expect(JSON.stringify(JSON.parse(out))).toContain(`b${command}`);
      const {out: told, err} = await said(['plan']);
      expect(`${told}${err}`).toContain(`b##`);
      expect(`${told}${err}`).not.toMatch(/##\w*\[/);
    }
  );

  test('for a runner without a command that it does not give itself', async () => {
    work = new Workspace({[`${FILE}.json`]: broken()});
    const {out} = await said(['validate', '--format', 'github']);
    const {annotations, masks} = readWorkflowCommands(out);
    expect(annotations.length).toBeGreaterThan(3);
    expect(annotations.length).toBe(out.match(/^::/gm)?.length);
    expect(masks).toEqual([]);
  });

  test('in a plan, in the questions of apply and pull, and in what they did', async () => {
    work = new Workspace({
      [`${FILE}.json`]: hostile('orders', 'mine'),
      'zis/more.json': hostile('more', 'x')
    });
    expectVisible(await said(['apply'], {'Apply this plan': 'y\r'}));
    expect(emulator.bundles()).toHaveLength(2);
    work.write(`${FILE}.json`, hostile('orders', `theirs${TEXT}`));
    for (const format of ['pretty', 'json', 'github']) {
      const shown = await said(['plan', '--format', format], {}, 200);
      expect(shown.out).toContain('orders');
      expectVisible({...shown, out: shown.out.replaceAll('\u200b', '_')});
      if (format === 'github') expect(readWorkflowCommands(shown.out)).toEqual({annotations: [], masks: []});
    }
    expectVisible(await said(['pull'], {'Overwrite the file?': 'n\r'}));
    emulator.script({
      match: {method: 'POST'},
      fault: {kind: 'status', status: 422, body: JSON.stringify({errors: [{code: TEXT, detail: TEXT}]})}
    });
    expectVisible(await said(['apply', '--yes']));
  });
});
