import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {UserError, messageOf, stackOf} from '../src/errors.js';
import {plain, visible, visibleJson, visibleLines} from '../src/visible.js';
import {HIDDEN, hostileText} from './support/hostile.js';

describe('text that is shown', () => {
  test('has nothing in it that cannot be seen, and is left as it is the next time', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const line of [
          visible(text),
          plain`a ${text} b`,
          messageOf(new Error(text)),
          messageOf(text),
          new UserError('internal', text, text).message,
          new UserError('internal', text, text).hint,
          ...visibleLines(text)
        ]) {
          expect(line).not.toMatch(HIDDEN);
          expect(visible(line)).toBe(line);
        }
      }),
      {numRuns: 500}
    );
  });

  test('is bounded where it is a part of a sentence', () => {
    const long = '\u0085'.repeat(1_000_000);
    expect(plain`${long}`.length).toBeLessThan(10_000);
    expect(messageOf(new Error(long)).length).toBeLessThan(30_000);
  });

  test('as JSON is the same value', () => {
    fc.assert(
      fc.property(fc.array(hostileText), fc.constantFrom(undefined, 2), (texts, indent) => {
        const json = visibleJson({texts}, indent);
        expect(JSON.parse(json)).toEqual({texts});
        expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      })
    );
  });

  test('of a stack is where it was thrown, and not what', () => {
    const error = new Error('a\n    at ::add-mask::x (y.js:1:1)\n::error::z');
    const lines = stackOf(error);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.every((line) => line.startsWith('    at '))).toBe(true);
    expect(stackOf('thrown')).toEqual([]);
  });
});
