import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {Members} from '../../src/bundle/json-members.js';
import type {JsonNode, JsonValue, Limit} from '../../src/bundle/json-types.js';
import {MAX_DEPTH, parseJson} from '../../src/bundle/json.js';
import {
  limitPassed,
  MAX_MEMBERS,
  MAX_NAME,
  MAX_NAMED,
  MAX_NUMBER,
  MAX_VALUES
} from '../../src/bundle/limits.js';

describe('what other programs leave in a file', () => {
  test.each([
    ['version https://git-lfs.github.com/spec/v1\noid sha256:0\n', 'a pointer of Git LFS', 'lfs: true', 0],
    ['{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> b\n}', 'a conflict marker of git', '>>>>>>>', 2],
    ['{"a": [1,\n=======\n2]}', 'a conflict marker of git', '>>>>>>>', 10],
    ['{“a”: 1}', 'a typographic quote (U+201C)', 'only "', 1],
    ['{"a":\u00a01}', 'a blank of another kind (U+00A0)', 'a plain blank', 5]
  ])('is called by its name: %j', (text, message, hint, start) => {
    const {syntax, duplicateKeys} = parseJson(text);
    expect(syntax?.message).toContain(message);
    expect(syntax?.hint).toContain(hint);
    expect([syntax?.start, duplicateKeys]).toEqual([start, []]);
  });
});

describe('parseJson', () => {
  test('gives the value that JSON.parse gives, for any JSON', () => {
    fc.assert(
      fc.property(fc.json({maxDepth: 6}), (text) => {
        const parsed = parseJson(text);
        expect(parsed.syntax).toBeNull();
        expect(JSON.stringify(parsed.root?.value)).toBe(JSON.stringify(JSON.parse(text)));
      })
    );
  });

  test('accepts what JSON.parse accepts and refuses what it refuses', () => {
    const text = fc.oneof(
      fc.string({
        unit: fc.constantFrom(
          '{',
          '}',
          '[',
          ']',
          ',',
          ':',
          '"',
          '1',
          '-',
          '.',
          'e',
          ' ',
          '\n',
          '\\',
          't',
          'null',
          '/'
        )
      }),
      fc.json().chain((json) => fc.nat({max: json.length}).map((cut) => json.slice(0, cut)))
    );
    fc.assert(
      fc.property(text, (source) => {
        let value: unknown;
        let sound = true;
        try {
          value = JSON.parse(source);
        } catch {
          sound = false;
        }
        const parsed = parseJson(source);
        expect(parsed.syntax === null).toBe(sound);
        if (sound) expect(parsed.root?.value).toEqual(value);
      }),
      {numRuns: 1000}
    );
  });

  test('every value knows its place: its span parses to its value', () => {
    fc.assert(
      fc.property(fc.json({maxDepth: 4}), (text) => {
        for (const node of nodesOf(parseJson(text).root)) {
          expect(JSON.parse(text.slice(node.start, node.end))).toEqual(node.value);
          if (node.key !== null)
            expect(JSON.parse(text.slice(node.key.start, node.key.end))).toBe(node.key.name);
        }
      })
    );
  });

  test.each([
    ['', 'the file is empty', 0],
    ['{"a": 1,\n}', 'JSON has no trailing commas', 7],
    ['[1,\n  2,\n]', 'JSON has no trailing commas', 7],
    ['// note\n{}', 'JSON has no comments', 0],
    ['{"a" 1}', 'a colon is missing after the property name', 5],
    ['{"a": 1 "b": 2}', 'a comma is missing before this', 8],
    ['{} {}', 'there is text after the end of the JSON value', 3],
    ['{"a": NaN}', 'JSON has only double-quoted strings', 6],
    ["{'a': 1}", 'JSON has only double-quoted strings', 1],
    ['{"a": "b', 'this string is never closed', 6],
    ['{"a": "\t"}', 'unescaped control character', 6],
    ['{"a": [1', 'a closing bracket is missing', 8]
  ])('says what is wrong with %j, and where', (text, message, offset) => {
    const {syntax, root} = parseJson(text);
    expect(root).toBeNull();
    expect(syntax?.message).toContain(message);
    expect(syntax?.start).toBe(offset);
  });

  test('finds every repeated key with the place of the one before it', () => {
    const text = '{"a": {"x": 1, "x": 2}, "b": 1, "a": 3, "a": 4}';
    const {duplicateKeys, root} = parseJson(text);
    expect(duplicateKeys.map(({key, first}) => [key.name, key.start, first.start])).toEqual([
      ['x', 15, 7],
      ['a', 32, 1],
      ['a', 40, 32]
    ]);
    expect(root?.value).toEqual({a: 4, b: 1});
    expect([...(root?.properties.keys() ?? [])]).toEqual(['a', 'b']);
  });

  test('gives the value of JSON.parse and the place of every value where keys are repeated, too', () => {
    fc.assert(
      fc.property(textWithFewKeys(), (text) => {
        const {root, duplicateKeys} = parseJson(text);
        expect(JSON.stringify(root?.value)).toBe(JSON.stringify(JSON.parse(text)));
        for (const node of nodesOf(root)) {
          expect(JSON.parse(text.slice(node.start, node.end))).toEqual(node.value);
        }
        for (const {key, first} of duplicateKeys) {
          expect(first.name).toBe(key.name);
          expect(first.start).toBeLessThan(key.start);
          expect(JSON.parse(text.slice(key.start, key.end))).toBe(key.name);
        }
      }),
      {numRuns: 1000}
    );
  });

  test('reports what stands before the place where the nesting is too deep', () => {
    const {duplicateKeys, tooDeep} = parseJson(
      `{"a": 1, "a": 2, "b": ${'['.repeat(MAX_DEPTH)}${']'.repeat(MAX_DEPTH)}}`
    );
    expect(tooDeep).not.toBeNull();
    expect(duplicateKeys.map(({key}) => key.name)).toEqual(['a']);
  });

  test('knows members by name and in order, be they few or many', () => {
    for (const count of [0, 1, 8, 9, 200]) {
      const names = Array.from({length: count}, (_, index) =>
        index % 3 === 0 ? `${count - index}` : `key "${index}"`
      );
      const text = `{${names.map((name, index) => `${JSON.stringify(name)}: ${index}`).join(', ')}}`;
      const {properties} = parseJson(text).root ?? {properties: new Members<JsonNode>([], [])};
      expect(properties.size).toBe(count);
      expect([...properties.keys()]).toEqual(names);
      expect([...properties].map(([name, {value}]) => [name, value])).toEqual(
        names.map((name, index) => [name, index])
      );
      expect([...properties.values()].map(({key}) => key?.name)).toEqual(names);
      for (const [index, name] of names.entries()) expect(properties.get(name)?.value).toBe(index);
      expect(properties.has('another')).toBe(false);
      expect(properties.get('constructor')).toBeUndefined();
    }
  });

  test('__proto__ is an ordinary own key, is reported, and changes no other object', () => {
    const {reservedKeys, root} = parseJson('{"__proto__": {"polluted": true}}');
    expect(reservedKeys.map((key) => key.name)).toEqual(['__proto__']);
    expect(Object.keys(root?.value as object)).toEqual(['__proto__']);
    expect(({} as {polluted?: boolean}).polluted).toBeUndefined();
  });

  test.each([
    ['9007199254740992', []],
    ['9007199254740993', ['9007199254740993']],
    ['0.1', []],
    ['-0', []],
    ['1.50', []],
    ['1e400', ['1e400']],
    ['100000000000000000000', []],
    ['0.1000000000000000055511151231257827', ['0.1000000000000000055511151231257827']],
    ['1e-400', ['1e-400']],
    ['12E2', []]
  ])('knows whether %s survives being read', (number, inexact) => {
    expect(parseJson(`[${number}]`).inexactNumbers.map(({text}) => text)).toEqual(inexact);
  });

  test('refuses nesting beyond the limit without overflowing the stack', () => {
    for (const depth of [MAX_DEPTH + 1, 10_000, 200_000]) {
      const {tooDeep, root} = parseJson('['.repeat(depth));
      expect(root).toBeNull();
      expect(tooDeep?.start).toBe(MAX_DEPTH);
    }
    expect(parseJson('['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH)).tooDeep).toBeNull();
  });
});

describe('the limits of a file', () => {
  const members = (count: number): string =>
    `{${Array.from({length: count}, (_, index) => `"m${index}": 1`).join(', ')}}`;

  test.each<[Limit, (more: number) => string]>([
    ['values', (more) => `[${'0,'.repeat(MAX_VALUES - 2 + more)}0]`],
    ['name', (more) => `{"${'n'.repeat(MAX_NAME + more)}": 1}`],
    ['name', (more) => `{"a": {"${'\\u00e9'.repeat(MAX_NAME + more)}": 1}}`],
    ['number', (more) => `{"n": 0.${'0'.repeat(MAX_NUMBER - 2 + more)}}`],
    ['members', (more) => `{"other": ${members(MAX_MEMBERS + more)}}`],
    ['resources', (more) => `{"resources": ${members(MAX_NAMED + more)}}`],
    ['states', (more) => `{"a": {"States": ${members(MAX_NAMED + more)}}}`]
  ])('%s: what is just within is read, what is beyond is named with its place', (limit, textOf) => {
    const within = parseJson(textOf(0));
    expect([within.beyond, within.root === null]).toEqual([null, false]);
    const text = textOf(1);
    const {beyond, root} = parseJson(text);
    expect([beyond?.limit, root]).toEqual([limit, null]);
    expect(text.slice(beyond?.start, beyond?.end)).not.toBe('');
    expect(limitPassed(JSON.parse(textOf(0)) as JsonValue)).toBeNull();
    if (limit !== 'number') expect(limitPassed(JSON.parse(text) as JsonValue)).toBe(limit);
  });

  test('a repeated key counts, and is still found', () => {
    const {beyond, duplicateKeys} = parseJson(`{"a": 1, "a": 2, "resources": ${members(MAX_NAMED + 1)}}`);
    expect([beyond?.limit, duplicateKeys.length]).toEqual(['resources', 1]);
  });

  test('a value of any depth is measured without overflowing the stack', () => {
    const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as JsonValue;
    expect(limitPassed(nested(MAX_DEPTH))).toBeNull();
    for (const depth of [MAX_DEPTH + 1, 200_000]) expect(limitPassed(nested(depth))).toBe('depth');
  });
});

function nodesOf(node: JsonNode | null): JsonNode[] {
  if (node === null) return [];
  return [node, ...[...node.properties.values(), ...node.items].flatMap(nodesOf)];
}

/** JSON with spaces and escapes, and so few names that many objects have one of them twice. */
function textWithFewKeys(): fc.Arbitrary<string> {
  const space = fc.constantFrom('', ' ', '\n  ');
  const written = (texts: readonly string[]): string[] => texts.map((text) => JSON.stringify(text));
  const texts = written(['', 'a"b', '}]', 'a":1,"b']);
  const leaf = fc.constantFrom('null', 'true', '-1.5e3', '"\\u0061"', ...texts);
  const names = written(['a', 'b', '1', '__proto__', 'a\\', 'length']);
  const name = fc.constantFrom('"\\u0061"', ...names);
  const {value} = fc.letrec<{value: string}>((tie) => ({
    value: fc.oneof(
      {depthSize: 'small', withCrossShrink: true},
      leaf,
      fc
        .array(fc.tuple(space, tie('value'), space), {maxLength: 4})
        .map((items) => `[${items.map((item) => item.join('')).join(',')}]`),
      fc
        .array(fc.tuple(space, name, space, tie('value'), space), {maxLength: 5})
        .map(
          (members) =>
            `{${members.map(([a, key, b, each, c]) => `${a}${key}${b}:${b}${each}${c}`).join(',')}}`
        )
    )
  }));
  return value;
}
