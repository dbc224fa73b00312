import {expect, test} from '@jest/globals';
import {circleIn, importsIn, importsOfSource} from '../support/imports.js';

test('no module of src imports itself on any way, types included', () => {
  const imports = importsOfSource();
  expect(imports.size).toBeGreaterThan(300);
  expect(circleIn(imports)).toBeNull();
});

test('every kind of import counts', () => {
  const text = `
    import {a} from './a.js';
    import './b.js';
    import type {C} from '../c.js';
    export * from '../plan/d.js';
    export const e = () => import('./e.js');
    type F = import('./f.js').F;
    import fs from 'node:fs';`;
  expect(importsIn('run/run.ts', text)).toEqual([
    'run/a.ts',
    'run/b.ts',
    'c.ts',
    'plan/d.ts',
    'run/e.ts',
    'run/f.ts'
  ]);
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
