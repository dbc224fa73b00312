import {expect, test} from '@jest/globals';
import {failureIn} from '../../src/rules/analysis/jq-failures.js';
import {givesText, readsOfProgram} from '../../src/rules/analysis/jq-reads.js';
import {growthFault} from '../support/growth.js';

/** What programs are made of, each repeated up to the length that is looked into. */
const PIECES = [
  ...[
    '.a',
    '.a.b ',
    '(',
    ')',
    '((',
    '[',
    '{',
    '}',
    '"',
    '"a" ',
    '"\\(',
    '\\(.a)',
    '| ',
    '.a|tonumber|',
    'tonumber,'
  ],
  ...[
    '.[',
    '.[]',
    '.[0]',
    'test("',
    '.a as $x|',
    'def f: ',
    'try ',
    'if ',
    '?',
    '//',
    'aa ',
    ' ',
    '\n',
    '#',
    '$a'
  ],
  ...[
    '@text ',
    'error(',
    'fromjson|',
    'map(.a)|',
    '.a-',
    '=',
    '==',
    '.a;',
    '.. ',
    '... ',
    'a:',
    '{a:1}',
    '1e9 '
  ],
  ...['(.a)', 'not ', 'a::', '.é', 'has(', 'split(" ")|', 'join(","),', '\\\\']
];
const AROUND: readonly (readonly [string, string])[] = [
  ['', ''],
  ['.a | ', ' | tonumber'],
  ['"', ''],
  ['(', ')']
];
const LENGTH = 16_000;

test.each(PIECES)('a program of %j takes time in proportion to its length', async (piece) => {
  for (const [before, behind] of AROUND) {
    const fault = await growthFault({
      size: LENGTH,
      make: (size) => before + piece.repeat(size / piece.length) + behind,
      run: (program) => [failureIn(program), readsOfProgram(program), givesText(program)]
    });
    expect(fault).toBeNull();
  }
});
