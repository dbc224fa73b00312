import {describe, expect, test} from '@jest/globals';

import {countChangedLines} from '../../../src/stand-ins/github/git/line-count.js';

describe('countChangedLines', () => {
  test.each([
    ['nothing', 'a\nb\n', 'a\nb\n', 0, 0],
    ['a new file', '', 'a\nb\n', 2, 0],
    ['a removed file', 'a\nb\n', '', 0, 2],
    ['one line changed in the middle', 'a\nb\nc\n', 'a\nx\nc\n', 1, 1],
    ['a line put in among repeated ones', 'a\na\na\n', 'a\na\nb\na\n', 1, 0],
    ['lines moved', 'a\nb\nc\nd\n', 'c\na\nb\nd\n', 1, 1]
  ])('counts %s', (_, before, after, additions, deletions) => {
    expect(countChangedLines(before, after)).toEqual({additions, deletions});
  });
});
