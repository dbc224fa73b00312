import {expect, test} from '@jest/globals';
import {circleIn, importsOfSource} from '../support/imports.js';

test('no module of src imports itself on any way, types included', () => {
  const imports = importsOfSource();
  expect(imports.get('index.ts')).toContain('run/run.ts');
  // By import() and as a type alone.
  expect(imports.get('index.ts')).toContain('registry/client.ts');
  expect(imports.get('rules/rule.ts')).toContain('rules/analysis/jq-program.ts');
  expect(circleIn(imports)).toBeNull();
});

test('a circle is found, however long', () => {
  const circle = new Map([
    ['a', ['b', 'd']],
    ['b', ['c']],
    ['c', ['d', 'b']],
    ['d', []]
  ]);
  expect(circleIn(circle)).toEqual(['b', 'c', 'b']);
});
