import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {parse} from 'yaml';
import {MAX_VALUES, parseYaml} from '../../src/bundle/yaml.js';
import type {JsonNode} from '../../src/bundle/json-types.js';

const faultOf = (text: string) => parseYaml(text).faults[0]?.message ?? '';
const spelled = (text: string, {start, end}: {start: number; end: number}) => text.slice(start, end);

describe('a YAML text', () => {
  test('becomes a tree whose values and keys know their places', () => {
    const text = 'name: "first"\nlist:\n  - 12\n  - {deep: yes}\n';
    const {root} = parseYaml(text);
    expect(root?.value).toEqual({name: 'first', list: [12, {deep: 'yes'}]});
    const deep = root?.properties.get('list')?.items[1]?.properties.get('deep');
    expect(deep && spelled(text, deep)).toBe('yes');
    expect(deep?.key && spelled(text, deep.key)).toBe('deep');
    expect(deep?.parent?.parent?.name).toBe('list');
    const twelve = root?.properties.get('list')?.items[0];
    expect(twelve && spelled(text, twelve)).toBe('12');
  });

  test('may be JSON, as it is written with tabs and escapes', () => {
    const text =
      '{\n\t"a": [1, 2.50, -0, 1e3],\n\t"b": "x\\/y \\ud83d\\ude00 \\u00e9",\n\t"c": null, "d": {}}';
    expect(parseYaml(text).root?.value).toEqual(JSON.parse(text));
  });

  test('that fast-check writes as JSON is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue({noUnicodeString: false}), fc.nat(4), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const {root, faults} = parseYaml(text);
        const inexact = faults.some(({message}) => message.endsWith('cannot be held exactly'));
        if (!inexact) expect(root?.value).toEqual(JSON.parse(text));
      })
    );
  });

  test('never makes the reader throw or hang', () => {
    const parts = [
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      '&x ',
      '*x',
      '!t ',
      '|\n',
      '? ',
      '#',
      ',',
      '1e400'
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), {maxLength: 60}), (all) => {
        const {root, faults} = parseYaml(all.join(''));
        expect(root === null).toBe(faults.length > 0);
      }),
      {numRuns: 500}
    );
  });

  test('keeps what other readers would take for dates, booleans or octal numbers', () => {
    const {root} = parseYaml('a: 2026-01-01\nb: no\nc: 012\nd: on\ne: ~\nf: 0x10\n');
    expect(root?.value).toEqual({a: '2026-01-01', b: 'no', c: 12, d: 'on', e: null, f: 16});
  });

  test('has keys that are numbers as texts', () => {
    expect(parseYaml('200: ok\ntrue: x').root?.value).toEqual({'200': 'ok', true: 'x'});
  });

  test('has __proto__ as a key like any other', () => {
    const value = parseYaml('__proto__: {x: 1}').root?.value;
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect((value as {x?: unknown}).x).toBeUndefined();
  });

  test('has what an alias stands for at the place of its anchor', () => {
    const text = 'one: &it {a: 1}\ntwo: *it\nit2: &it 5\nthree: [*it]\n';
    const {root} = parseYaml(text);
    expect(root?.value).toEqual({one: {a: 1}, two: {a: 1}, it2: 5, three: [5]});
    const a = root?.properties.get('two')?.properties.get('a') as JsonNode;
    expect(text.indexOf('1')).toBe(a.start);
    expect(a.parent?.name).toBe('two');
    expect(parse(text)).toEqual(root?.value);
  });

  test.each([
    ['', 'the file is empty'],
    ['# only a comment\n', 'the file is empty'],
    ['a: [1, 2\nb: 3', 'flow sequence in block collection must be sufficiently indented and end with a ]'],
    ['a: 1\n\tb: 2', 'Tabs are not allowed as indentation'],
    ['a: 1\na: 2', 'the key "a" stands here a second time'],
    ['a: *none', 'there is no anchor &none before this'],
    ['a: 1\n---\nb: 2', 'a second document begins here'],
    ['a: .nan', '.nan is no value that JSON has'],
    ['a: 9007199254740993', 'the number 9007199254740993 cannot be held exactly'],
    ['a: !secret x', 'the tag !secret is not read'],
    ['? {a: 1}\n: 2', 'a key has to be a text'],
    ['%YAML 1.1\n---\na: yes', 'this is YAML 1.1, and YAML 1.2 is read']
  ])('is refused with its reason: %j', (text, message) => {
    expect(faultOf(text).toLowerCase()).toBe(message.toLowerCase());
  });

  test('that stands for too much or is nested too deeply is refused', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let at = 1; at < 10; at += 1) bomb.push(`a${at}: &a${at} [${`*a${at - 1}, `.repeat(10)}]`);
    expect(faultOf(bomb.join('\n'))).toBe(`the file stands for more than ${MAX_VALUES} values`);
    expect(faultOf('&a [*a]')).toMatch(/nested deeper|anchor/);
    expect(faultOf(`${'['.repeat(200)}${']'.repeat(200)}`)).toBe('this is nested deeper than 128 levels');
    expect(faultOf('['.repeat(20_000))).toMatch(/nested too deeply/);
  });
});
