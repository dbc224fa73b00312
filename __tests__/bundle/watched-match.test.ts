import {describe, expect, test} from '@jest/globals';
import {createMatcher, patternFault} from '../../src/bundle/patterns.js';
import {isSimplePattern} from '../../src/bundle/watched-match.js';

const PATHS = [`zis/${'a'.repeat(200)}.json`, `${'a/'.repeat(120)}a.json`, 'zis/a.json'];
const HOSTILE = [
  ...['+(a|aa)b', 'zis/+(a|aa)+(a|aa)b', 'zis/*a*a*a*a*a*a*a*a*a*a*b', '**/**/**/**/**/**/x', '*(*(*(a)))b'],
  ...[
    'zis/[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*!',
    'zis/{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}*b',
    '{1..1000000}'
  ],
  ...['!(!(!(a)))', `@(a|b${'|c'.repeat(900)})`, 'zis/(a|aa)+b', `zis/${'**a'.repeat(40)}b`, '('.repeat(900)],
  ...[`${'+('.repeat(200)}a${')'.repeat(200)}`, '*/'.repeat(500), '**/'.repeat(300), '[[:alpha:]]*'.repeat(9)]
];

describe('patterns', () => {
  test.each(HOSTILE.map((pattern) => [pattern.slice(0, 50), pattern]))(
    '%s matches, or is refused for the time it takes',
    (_, pattern) => {
      expect(patternFault(pattern)).toBeNull();
      const start = performance.now();
      try {
        const matcher = createMatcher([pattern, '!x']);
        for (const path of PATHS) matcher.matches(path);
      } catch (error) {
        expect(error).toMatchObject({
          hint: 'Write it with fewer wildcards in one name, and without groups that repeat.'
        });
      }
      expect(performance.now() - start).toBeLessThan(10_000);
    }
  );

  test.each([
    ...[
      'zis/**/*.json',
      'zis/**/*.{json,jsonc}',
      'packages/**/zis/**/*.json',
      'zis/bundle-[a-c].json',
      'a/*-*.json'
    ],
    ...['zis/\\(old\\)/*.json', '*.test.{yaml,yml,json}', 'zis/???.json']
  ])('%s is simple, and is matched without a watch', (pattern) => {
    expect(isSimplePattern(pattern)).toBe(true);
  });

  test('with groups still match what they mean', () => {
    const matcher = createMatcher(['zis/@(a|b)/*.json', '!zis/a/+(x|y).json']);
    expect(
      ['zis/a/c.json', 'zis/b/x.json', 'zis/a/xy.json', 'zis/c/c.json'].map((path) => matcher.matches(path))
    ).toEqual([true, true, false, false]);
  });

  test.each([
    ['a/\\\\\\\\\\', 'has backslashes that escape nothing; folders are separated by "/"'],
    ['zis/*.json\\', 'has backslashes that escape nothing; folders are separated by "/"'],
    ['a'.repeat(5000), 'is longer than 4096 characters']
  ])('are refused unread: %#', (pattern, fault) => {
    expect(patternFault(pattern)).toBe(fault);
  });
});
