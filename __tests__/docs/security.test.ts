import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import {ROOT} from '../support/runner.js';

const page = readFileSync(`${ROOT}SECURITY.md`, 'utf8');
const section = /\n## What is promised\n([^]*?)\n## /.exec(page)?.[1] ?? '';
const promises = section.split('\n').filter((line) => line.startsWith('- '));

/** A test file with the names of its tests that hold a promise. */
const HOLDERS = /`(__tests__\/[\w/-]+\.test\.ts)`: ((?:"[^"]+"(?:; )?)+)/g;

test('there are promises', () => {
  expect(promises.length).toBeGreaterThan(10);
});

describe.each(promises)('%s', (promise) => {
  const holders = [...promise.matchAll(HOLDERS)];

  test('is held by tests that are there', () => {
    expect(holders.length).toBeGreaterThan(0);
    for (const [, path = '', names = ''] of holders) {
      expect([path, existsSync(`${ROOT}${path}`)]).toEqual([path, true]);
      const source = readFileSync(`${ROOT}${path}`, 'utf8');
      for (const [, name = ''] of names.matchAll(/"([^"]+)"/g))
        expect([path, name, source.includes(name)]).toEqual([path, name, true]);
    }
  });
});
