import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {Breaker} from '../../src/registry/breaker.js';
import {createLimit} from '../../src/limit.js';
import {quotable} from '../../src/registry/quote.js';
import {backoff, retryAfter} from '../../src/registry/retry.js';

describe('limit', () => {
  test('never runs more than so many tasks at a time, in order, and goes on after a failure', async () => {
    const limit = createLimit(3);
    const started: number[] = [];
    let [running, most] = [0, 0];
    const tasks = Array.from({length: 20}, (_, index) =>
      limit(async () => {
        started.push(index);
        most = Math.max(most, ++running);
        await new Promise((resolve) => setImmediate(resolve));
        running--;
        if (index % 4 === 0) throw new Error('one in four');
      })
    );
    await Promise.allSettled(tasks);
    expect(most).toBe(3);
    expect(started).toEqual([...started].sort((a, b) => a - b));
    expect(started).toHaveLength(20);
  });
});

describe('breaker', () => {
  test('one request that fails in all its attempts does not open it, nor does a blip of all in flight', () => {
    const single = new Breaker(1);
    for (let attempt = 0; attempt < 4; attempt++) single.failed();
    expect(single.open).toBe(false);
    const wide = new Breaker(8);
    for (let request = 0; request < 16; request++) wide.failed();
    expect(wide.open).toBe(false);
  });

  test('opens on failures in a row and closes on an answer', () => {
    const breaker = new Breaker(2);
    for (let attempt = 0; attempt < 8; attempt++) breaker.failed();
    expect(breaker.open).toBe(true);
    breaker.answered();
    expect(breaker.open).toBe(false);
  });

  test('opens when nothing but timeouts came back for a minute, however few', () => {
    const breaker = new Breaker(8);
    breaker.timedOut(1000, 31_000);
    expect(breaker.open).toBe(false);
    breaker.timedOut(31_200, 61_200);
    expect(breaker.why).toBe('gave no answer for 60 s');
  });

  test('an answer in between ends the silence', () => {
    const breaker = new Breaker(8);
    breaker.timedOut(0, 30_000);
    breaker.answered();
    breaker.timedOut(30_000, 60_000);
    expect(breaker.open).toBe(false);
  });
});

describe('backoff', () => {
  test('doubles from half a second and never passes ten', () => {
    expect([1, 2, 3, 10].map((attempt) => backoff(attempt, 1))).toEqual([500, 1000, 2000, 10_000]);
    expect(backoff(3, 0)).toBe(0);
  });
});

describe('retryAfter', () => {
  const now = Date.parse('2026-11-23T09:00:00Z');
  const date = 'Mon, 23 Nov 2026 12:00:00 GMT';

  test('reads seconds', () => {
    expect(retryAfter({'retry-after': '7'}, now)).toBe(7000);
    expect(retryAfter({'retry-after': ' 0.5 '}, now)).toBe(500);
  });

  test('measures a date from the date of the answer, whatever the clock here says', () => {
    expect(retryAfter({'retry-after': 'Mon, 23 Nov 2026 12:00:09 GMT', date}, now)).toBe(9000);
    expect(retryAfter({'retry-after': 'Mon, 23 Nov 2026 11:00:00 GMT', date}, now)).toBe(0);
  });

  test('measures it from here when the answer has no date', () => {
    expect(retryAfter({'retry-after': 'Mon, 23 Nov 2026 09:00:30 GMT'}, now)).toBe(30_000);
  });

  test.each(['', 'soon', '-5', '1e9', '12 apples', 'Mon'])('ignores %j', (text) => {
    expect(retryAfter({'retry-after': text}, now)).toBeNull();
  });
});

describe('quotable', () => {
  const same = (text: string) => text;

  test('writes invisible characters as escapes', () => {
    expect(quotable('a\nb\u001b[31m\u202ec', same)).toBe('a\\nb\\u001b[31m\\u202ec');
  });

  test('is at most 300 characters long, well-formed and without the secret', () => {
    fc.assert(
      fc.property(fc.string({maxLength: 500, unit: 'binary'}), (text) => {
        const quoted = quotable(`${text}s3cr3t-value${text}`, (all) => all.replaceAll('s3cr3t-value', '***'));
        expect(quoted.length).toBeLessThanOrEqual(300);
        expect(quoted).not.toContain('s3cr3t-value');
        expect(Buffer.from(quoted, 'utf8').toString('utf8')).toBe(quoted);
      })
    );
    expect(quotable('😀'.repeat(200), same)).toMatch(/😀…$/u);
  });
});
