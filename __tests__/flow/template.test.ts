import {expect, test} from '@jest/globals';
import fc from 'fast-check';
import {decimalText, isDynamicKey, plainKey, readText, textForm} from '../../src/flow/template.js';

test.each([
  ['$', 'path'],
  ['$.a', 'path'],
  ['$.a {{$.b}}', 'template'],
  ['a', 'template'],
  [' $.a', 'template'],
  ['', 'template'],
  ['$.a}}', 'path']
])('%j is read as a %s', (text, kind) => {
  expect(readText(text).kind).toBe(kind);
});

test.each([
  ['a.$', 'a', true],
  ['a', 'a', false],
  ['.$', '.$', false],
  ['a.$.$', 'a.$', true],
  ['$', '$', false]
])('the key %j is %j, looked up: %s', (key, plain, dynamic) => {
  expect(plainKey(key)).toBe(plain);
  expect(isDynamicKey(key)).toBe(dynamic);
});

test.each([
  [1e21, '1000000000000000000000'],
  [1.5e300, `15${'0'.repeat(299)}`],
  [-1.25e-7, '-0.000000125'],
  [123456.789, '123456.789'],
  [-0, '0']
])('%d in decimals', (value, text) => {
  expect(decimalText(value)).toBe(text);
});

test('any number in decimals is that number, and has no exponent', () => {
  fc.assert(
    fc.property(fc.double({noNaN: true, noDefaultInfinity: true}), (value) => {
      const text = decimalText(value);
      expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Number(text)).toBe(value === 0 ? 0 : value);
    })
  );
});

test.each([
  ['as it is', 'as it is'],
  [null, 'null'],
  [true, 'true'],
  [{a: [1e21]}, '{"a":[1e+21]}']
])('%j as a text', (value, text) => {
  expect(textForm(value)).toBe(text);
});
