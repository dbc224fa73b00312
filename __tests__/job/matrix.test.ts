import {describe, expect, test} from '@jest/globals';
import * as fc from 'fast-check';
import {createMatcher, patternFor} from '../../src/bundle/patterns.js';
import type {DeclaredBundle} from '../../src/bundle/model.js';
import {matrixOf} from '../../src/job/matrix.js';
import {visible} from '../../src/visible.js';
import {declared} from '../support/bundles.js';

const bundleOf = (integration: string, path: string): DeclaredBundle => ({
  ...declared('orders', {}, integration),
  path
});
const many = (count: number, folder = 'zis'): DeclaredBundle[] =>
  Array.from({length: count}, (_, i) => bundleOf(`integration_${i}`, `${folder}/${i}.json`));

describe('the matrix output', () => {
  test('has one job an integration, sorted, with its files a line each', () => {
    const files = [bundleOf('shop', 'zis/b.json'), bundleOf('crm', 'zis/c.json'), bundleOf('shop', 'a.json')];
    expect(JSON.parse(matrixOf({declared: files, complete: true}).text)).toEqual({
      include: [
        {integration: 'crm', bundles: 'zis/c.json'},
        {integration: 'shop', bundles: 'a.json\nzis/b.json'}
      ]
    });
  });

  test('takes 256 integrations, and is empty with a message that names the limit for 257', () => {
    const most = matrixOf({declared: many(256), complete: true});
    expect((JSON.parse(most.text) as {include: object[]}).include).toHaveLength(256);
    expect(most.problem).toBe('');
    const more = matrixOf({declared: many(257), complete: true});
    expect(more).toEqual({text: '', problem: expect.stringContaining('257 integrations')});
    expect(more.problem).toContain('at most 256 jobs');
  });

  test('is empty with a message when it is larger than the outputs of a job may be', () => {
    const {text, problem} = matrixOf({declared: many(200, 'x'.repeat(4_000)), complete: true});
    expect(text).toBe('');
    expect(problem).toContain('1 MB');
  });

  test('has nothing in it that cannot be seen, and means the same paths', () => {
    const paths = [
      'zis/\u202eb.json',
      'zis/\u200b.json',
      'zis/\u2028.json',
      'zis/\u007f.json',
      'zis/\u{e0041}.json'
    ];
    const {text} = matrixOf({declared: paths.map((path) => bundleOf('shop', path)), complete: true});
    expect(visible(text)).toBe(text);
    const [{bundles}] = (JSON.parse(text) as {include: [{bundles: string}]}).include;
    expect(bundles.split('\n').sort()).toEqual([...paths].sort());
  });

  test('is empty where nothing is declared, and where not all files can be told an integration', () => {
    expect(matrixOf({declared: [], complete: true})).toEqual({text: '', problem: ''});
    expect(matrixOf({declared: many(1), complete: false})).toEqual({text: '', problem: ''});
  });
});

describe('a path as a pattern', () => {
  test.each([
    'zis/[a]/(b)+{c,d}.json',
    '!zis/#1.json',
    'zis/**.json',
    ' zis/a.json ',
    'zis/a\\b?.json',
    'zis/@(x|y).json',
    'zis/two\nlines.json'
  ])('matches %j through the line of an input', (path) => {
    const matcher = createMatcher([patternFor(path).trim()]);
    expect(matcher.matches(path)).toBe(true);
    expect(matcher.matches(`${path}x`)).toBe(false);
  });

  test('means itself and no other path, and is found by a search that opens only folders that can hold it', () => {
    const path = fc
      .array(fc.stringMatching(/^[ -~]{1,6}$/), {minLength: 1, maxLength: 3})
      .map((parts) => parts.join('/'))
      .filter((text) => !/^\.{1,2}(\/|$)|\/\.{1,2}(\/|$)|\/\/|^\/|\/$|^\s|\s$|\\/.test(text));
    fc.assert(
      fc.property(path, path, (one, other) => {
        const matcher = createMatcher([patternFor(one)]);
        expect(matcher.matches(one)).toBe(true);
        const folders = one.split('/').slice(0, -1);
        for (let depth = 1; depth <= folders.length; depth += 1)
          expect(matcher.mayHold(folders.slice(0, depth).join('/'))).toBe(true);
        if (other !== one) expect(matcher.matches(other)).toBe(false);
      }),
      {numRuns: 300}
    );
  });
});
