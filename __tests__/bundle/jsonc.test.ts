import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {parseJson} from '../../src/bundle/json.js';
import {withoutComments} from '../../src/bundle/jsonc.js';
import {readBundleFile} from '../../src/bundle/model.js';

const read = (path: string, text: string) => readBundleFile(path, new TextEncoder().encode(text)).json;

describe('a .jsonc file', () => {
  test('may hold comments and trailing commas, and all else keeps its place', () => {
    const text = '// top\n{"a": [1, /* two, */ 2, ], // end,\n "b": {"c": 3,\n},}\n/**/';
    const json = read('zis/a.jsonc', text);
    expect(json?.root?.value).toEqual({a: [1, 2], b: {c: 3}});
    const c = json?.root?.properties.get('b')?.properties.get('c');
    expect(text.slice(c?.key?.start, c?.end)).toBe('"c": 3');
  });

  test('what looks like a comment or a comma in a string is left alone', () => {
    const text = '{"url": "https://x/*y*/", "quote": "\\"// ,}", "end": ",]"}';
    expect(withoutComments(text)).toBe(text);
  });

  test.each([
    ['{"a": 1 /* never closed', 'this comment is never closed'],
    ['[,]', 'a value is expected here'],
    ['[1,,]', 'a value is expected here'],
    ['{,}', 'a value is expected here'],
    ['{"a": 1 / 2}', 'JSON has only'],
    ['{"a": "b\n// c"}', 'this string is never closed'],
    ['', 'the file is empty'],
    ['// only this', 'the file is empty']
  ])('%j is still at fault', (text, message) => {
    expect(read('a.jsonc', text)?.syntax?.message).toContain(message);
  });

  test('is known by its name, in any letter case', () => {
    expect(read('A.JSONC', '{} // x')?.syntax).toBeNull();
    expect(read('a.json', '{} // x')?.syntax).toMatchObject({message: 'JSON has no comments', inJsonc: true});
    expect(read('a.json', '[1,]')?.syntax).toMatchObject({
      message: 'JSON has no trailing commas',
      inJsonc: true
    });
    expect(read('a.json', '[1 2]')?.syntax).toMatchObject({inJsonc: false});
  });
});

describe('taking comments out', () => {
  const space = fc.constantFrom('', ' ', '\n', '\t', '/**/', '/* , ] } */', '// "x"\n', '//\r\n');

  test('never changes what JSON says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(space, {minLength: 1}), (value, spaces) => {
        const strict = JSON.stringify(value, null, 1);
        let next = 0;
        // Every line break of the indented text stands between two tokens.
        const loose = strict.replace(/\n/g, () => `\n${spaces[next++ % spaces.length] ?? ''}`);
        expect(parseJson(withoutComments(loose)).root?.value).toEqual(JSON.parse(strict));
      })
    );
  });

  test('keeps the length and the line breaks of any text, in time', () => {
    const part = fc.oneof(
      fc.constantFrom('"', '/', '*', '//', '/*', '*/', ',', '\\', '\n', ']', '}'),
      fc.string()
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        const result = withoutComments(text);
        expect(result).toHaveLength(text.length);
        expect(result.replace(/[^\n]/g, ' ')).toBe(text.replace(/[^\n]/g, ' '));
      })
    );
    const start = performance.now();
    for (const hostile of ['/*', '//', '"', '[,', ',', '\\"', '/**/'])
      withoutComments(hostile.repeat(500_000));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
