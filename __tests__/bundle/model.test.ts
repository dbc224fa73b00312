import {describe, expect, test} from '@jest/globals';
import {readBundleFile} from '../../src/bundle/model.js';
import {Lines, MAX_FILE_BYTES} from '../../src/bundle/text.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('readBundleFile', () => {
  test('a byte order mark is a fault, and the rest is still read with its own positions', () => {
    const file = readBundleFile('a.json', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('{"a": 1}')]));
    expect(file.encodingFault).toBe('byte-order-mark');
    expect(file.json?.root?.value).toEqual({a: 1});
    expect(file.lines.position(1)).toEqual({line: 1, column: 2});
  });

  test.each([
    ['UTF-16 LE with a mark', new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), 'utf-16'],
    ['UTF-16 BE with a mark', new Uint8Array([0xfe, 0xff, 0, 0x7b, 0, 0x7d]), 'utf-16'],
    ['UTF-16 LE without one', new Uint8Array([0x7b, 0, 0x7d, 0]), 'utf-16'],
    ['Latin-1', new Uint8Array([0x7b, 0x22, 0xe4, 0x22, 0x7d]), 'not-utf-8'],
    ['a lone surrogate', new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]), 'not-utf-8']
  ])('%s is not read', (_, bytes, fault) => {
    expect(readBundleFile('a.json', bytes)).toMatchObject({encodingFault: fault, json: null});
  });

  test('a file over the limit is not read', () => {
    expect(readBundleFile('a.json', new Uint8Array(MAX_FILE_BYTES + 1))).toMatchObject({
      tooLarge: true,
      json: null
    });
    expect(readBundleFile('a.json', new Uint8Array(0)).json?.syntax?.message).toBe('the file is empty');
  });
});

test('offsets become lines and columns from 1, after both kinds of line break', () => {
  const lines = new Lines('ab\ncd\r\n\nx');
  const places = [0, 2, 3, 5, 7, 8, 9].map((offset) => lines.position(offset));
  expect(places.map(({line, column}) => [line, column])).toEqual([
    [1, 1],
    [1, 3],
    [2, 1],
    [2, 3],
    [3, 1],
    [4, 1],
    [4, 2]
  ]);
});
