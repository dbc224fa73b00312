import {describe, expect, test} from '@jest/globals';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {UserError} from '../../src/errors.js';
import {TestSources} from '../../src/run/test-sources.js';
import {bundleWith, errorsOf, runTree} from './support.js';

const MESSAGE = '{{$.input.text}}'.repeat(20);
const LONG = {Done: {Type: 'Succeed', Message: MESSAGE}};

/** One bundle with a test file that has these cases. */
const tree = (states: JsonObject, content: JsonObject, others: Record<string, string> = {}) => ({
  'zis/b.json': bundleWith(states),
  'zis-tests/b.test.json': JSON.stringify({flow: 'f', ...content}),
  ...others
});
const named = (count: number, content: JsonObject): JsonObject[] =>
  Array.from({length: count}, (_, at) => ({name: `case ${at}`, ...content}));

describe('tests that are too much together', () => {
  test('stop their runs, also those that are expected to fail', async () => {
    const text = 'x'.repeat(200_000);
    const cases = named(300, {expect: {end: {status: 'failed'}}});
    const {cases: results} = await runTree(tree(LONG, {defaults: {event: {input: {text}}}, cases}));
    const messages = results.map(({failures}) => failures.map(({message}) => message).join('; '));
    expect(messages[0]).toBe('the flow succeeded at "Done"');
    expect(messages.at(-1)).toContain(
      'the run stopped at "Done": all runs together make more than 512 million characters of data'
    );
    expect(results.every(({status}) => status === 'failed')).toBe(true);
  });

  test('are not read further where their cases make too much of their defaults', async () => {
    const input = Object.fromEntries(Array.from({length: 900}, (_, at) => [`k${at}`, at]));
    const cases = named(5000, {event: {input: {a: 1}}});
    expect(await errorsOf(tree(LONG, {defaults: {event: {input}}, cases}))).toEqual([
      '1: the cases make too much data (Leave out rows, or shorten the defaults.)'
    ]);
  });

  test('are not read further where what is shared is read for too many of them', async () => {
    const mocks = Object.fromEntries(
      Array.from({length: 50}, (_, at) => [`a${at}`, {status: 200, body: Array<number>(150).fill(1)}])
    );
    const [first = ''] = (await errorsOf(tree(LONG, {defaults: {mocks}, cases: named(5000, {})}))).filter(
      (error) => error.includes('too much')
    );
    expect(first).toBe('1: the cases of all files make too much data (Run fewer files at a time.)');
  });

  test('are not read further where they change a large event for too many cases', async () => {
    const input = Object.fromEntries(Array.from({length: 900}, (_, at) => [`k${at}`, at]));
    const files = {'zis-tests/e.json': JSON.stringify({input})};
    const cases = named(4000, {event: {file: 'e.json'}, with: {a: 1}});
    const [first] = await errorsOf(tree(LONG, {cases}, files));
    expect(first).toBe('1: the cases of all files make too much data (Run fewer files at a time.)');
  });

  test('keep an error that stands behind a hundred warnings', async () => {
    const row = Object.fromEntries(Array.from({length: 150}, (_, at) => [`c${at}`, 1]));
    const content = {
      cases: [
        {name: 'a', each: [row]},
        {name: 'b', evnt: 1}
      ]
    };
    const {errors, warnings, cases} = await runTree(tree(LONG, content));
    expect(errors.map(({message}) => message)).toEqual(['a case has no "evnt"']);
    expect(warnings).toHaveLength(101);
    expect(warnings.map(({message}) => message)).toContain('the file has more warnings than these 100');
    expect(cases).toEqual([]);
  });

  test('are not read once reading them took too long', async () => {
    const {errors, cases} = await runTree(tree(LONG, {cases: named(1, {})}), {isLate: () => true});
    expect(errors.map(({message}) => message)).toEqual([
      'the file was not run: to read the files before it took more than 1 minute'
    ]);
    expect(cases).toEqual([]);
  });

  test('read 64 MB and no more', async () => {
    const file = (path: string) => ({path, bytes: 4 * 1024 * 1024, read: () => Promise.resolve(Buffer.of())});
    const sources = new TestSources({find: ([path = '']) => Promise.resolve([file(path)])});
    for (let at = 0; at < 16; at += 1)
      expect(await sources.contentOf(`event-${at}.json`)).toBeInstanceOf(Uint8Array);
    expect(await sources.contentOf('last.json')).toMatchObject({
      message: 'last.json was not read: the tests read more than 64 MB'
    });
    await expect(sources.read(file('b.test.yaml'))).rejects.toThrow(UserError);
  });
});
