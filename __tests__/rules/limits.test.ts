import {describe, expect, test} from '@jest/globals';
import {UserError} from '../../src/errors.js';
import {readBundleFile} from '../../src/bundle/model.js';
import type {WorkspaceFile} from '../../src/ports.js';
import {checkBundles} from '../../src/rules/engine.js';
import {SHOWN} from '../../src/rules/findings-limit.js';
import {RULES} from '../../src/rules/index.js';
import {MAX_BYTES, MAX_FILES, readFiles} from '../../src/run/find-files.js';
import {suggest} from '../../src/words.js';

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const fileOf = (path: string, value: unknown) => readBundleFile(path, bytes(value));
const check = (files: Parameters<typeof checkBundles>[0]) =>
  checkBundles(files, {rules: RULES, integration: 'acme'});

/** A bundle whose flow has so many states of an unknown type, and as many that wait for nothing. */
function faulty(states: number, name = 'a') {
  const all = Object.fromEntries(
    Array.from({length: 2 * states}, (_, index) => [
      `S${index}`,
      {Type: index % 2 === 0 ? 'Pas' : 'Wait', End: true}
    ])
  );
  const flow = {type: 'ZIS::Flow', properties: {name, definition: {StartAt: 'S0', States: all}}};
  return {name, zis_template_version: '2019-10-14', resources: {flow}};
}

describe('findings', () => {
  test('of one rule end at a hundred a file, with a word that there are more; those of others are kept', async () => {
    const {findings} = await check([fileOf('a.json', faulty(500)), fileOf('b.json', faulty(5, 'b'))]);
    const of = (rule: string, path: string) =>
      findings.filter((each) => each.rule === rule && each.path === path);
    for (const rule of ['state/type', 'state/wait-duration']) {
      const found = of(rule, 'a.json');
      expect(found).toHaveLength(SHOWN.ofARule + 1);
      expect(found.at(-1)?.message).toContain('more than 100');
      expect(of(rule, 'b.json').length).toBeGreaterThan(3);
    }
  });

  test('of the structure end so too, and then no rule looks into the resources', async () => {
    const resources = Object.fromEntries(
      Array.from({length: 300}, (_, index) => [`r${index}`, {type: 'ZIS::Flw'}])
    );
    const {findings} = await check([
      fileOf('a.json', {...faulty(3), resources: {...resources, ...faulty(3).resources}})
    ]);
    expect(new Set(findings.map(({rule}) => rule))).toEqual(new Set(['bundle/structure']));
  });

  test('of a run end at ten thousand of a severity, which is said, and still fails', async () => {
    function* files() {
      for (let index = 0; index < 120; index += 1) yield fileOf(`${index}.json`, faulty(101, `b${index}`));
    }
    const {findings, notChecked} = await check(files());
    const severities = new Map<string, number>();
    for (const {severity} of findings) severities.set(severity, (severities.get(severity) ?? 0) + 1);
    expect(Math.max(...severities.values())).toBe(SHOWN.ofARun);
    expect(notChecked).toEqual([expect.stringContaining('10,000 findings of each severity')]);
  });

  test('quote no text at length', async () => {
    const state = {Type: 'Action', ActionName: `zis:acme:action:${'x'.repeat(100_000)}`, End: true};
    const flow = {type: 'ZIS::Flow', properties: {name: 'f', definition: {StartAt: 'A', States: {A: state}}}};
    const {findings} = await check([fileOf('a.json', {...faulty(1), resources: {flow}})]);
    for (const {message, hint} of findings) expect((message + hint).length).toBeLessThan(8_001);
  });
});

test('a name is compared with two thousand others', () => {
  const names = (count: number) => [...Array.from({length: count}, (_, index) => `other${index}`), 'Load'];
  expect([suggest('Lod', names(1_000)), suggest('Lod', names(3_000))]).toEqual(['Load', null]);
});

describe('the files of a run', () => {
  const entry = (path: string, size: number): WorkspaceFile => ({
    path,
    bytes: size,
    read: () => Promise.resolve(bytes(faulty(1, path)))
  });
  const read = async (files: readonly WorkspaceFile[], isLate = () => false) => {
    const {findings, complete, files: count} = await check(readFiles(files, new Map(), isLate));
    return {findings, complete, count};
  };

  test('are so many and so large together, or none is read', async () => {
    const many = Array.from({length: MAX_FILES + 1}, (_, index) => entry(`${index}.json`, 1));
    const large = Array.from({length: MAX_BYTES / 4_000_000 + 1}, (_, index) =>
      entry(`${index}.json`, 4_000_000)
    );
    for (const [files, words] of [
      [many, '20001 files'],
      [large, 'MiB together']
    ] as const) {
      const refused = await read(files).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(UserError);
      expect((refused as UserError).message).toContain(words);
    }
    // A file that is too large for a bundle is not read, and does not count.
    expect((await read([...large.map(({path}) => entry(path, 6_000_000)), entry('a.json', 1)])).count).toBe(
      28
    );
  });

  test('are left when the time for the check is over, and that is a finding at each', async () => {
    let asked = 0;
    const isLate = () => (asked += 1) > 2;
    const {findings, complete} = await read(
      ['a', 'b', 'c', 'd'].map((name) => entry(name, 1)),
      isLate
    );
    const late = findings.filter(({message}) => message.includes('was not checked'));
    expect(late.map(({path, severity}) => [path, severity])).toEqual([
      ['c', 'error'],
      ['d', 'error']
    ]);
    expect(complete).toBe(false);
  });
});
