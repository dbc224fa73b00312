import {describe, expect, test} from '@jest/globals';
import {createMatcher, patternFault} from '../../src/bundle/patterns.js';

describe('createMatcher', () => {
  test.each([
    [['zis/**/*.json'], 'zis/a.json', true],
    [['zis/**/*.json'], 'zis/deep/er/a.json', true],
    [['zis/**/*.json'], 'other/zis/a.json', false],
    [['zis/**/*.json'], 'zis/a.jsonc', false],
    [['./zis/*.json'], 'zis/a.json', true],
    [['zis/*.json', '!zis/draft-*.json'], 'zis/draft-a.json', false],
    [['!zis/draft-*.json', 'zis/*.json'], 'zis/draft-a.json', false],
    [['zis/{a,b}.json'], 'zis/b.json', true],
    [['**/*.json'], 'node_modules/x/package.json', false],
    [['node_modules/x/*.json'], 'node_modules/x/package.json', true],
    [['**/*.json'], '.zis/a.json', true],
    [['zis/[a.json'], 'zis/[a.json', true]
  ])('%j means %s: %s', (patterns, path, expected) => {
    expect(createMatcher(patterns).matches(path)).toBe(expected);
  });

  test('only folders that can hold a match are searched', () => {
    const matcher = createMatcher(['zis/flows/**/*.json', 'other/*.json']);
    const mayHold = (folder: string): boolean => matcher.mayHold(folder);
    expect(['zis', 'zis/flows', 'zis/flows/deep', 'other'].map(mayHold)).toEqual([true, true, true, true]);
    expect(['src', 'zis/docs', '.git', 'zis/flows/node_modules'].map(mayHold)).toEqual([
      false,
      false,
      false,
      false
    ]);
  });
});

test.each([
  ['/etc/*.json', 'absolute'],
  ['C:\\x\\*.json', 'absolute'],
  ['../*.json', 'leaves the workspace'],
  ['!zis/../../x', 'leaves the workspace'],
  ['!', 'empty']
])('the pattern %s is refused', (pattern, words) => {
  expect(patternFault(pattern)).toContain(words);
});
