import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {Breaker} from '../../src/registry/breaker.js';
import {createLimit} from '../../src/limit.js';
import {quotable} from '../../src/registry/quote.js';
import {askedWait, backoff, retryAfter} from '../../src/registry/retry.js';

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
  test('opens when for a minute every attempt failed, however many', () => {
    const breaker = new Breaker();
    breaker.failed(1000, 31_000);
    for (let at = 31_000; at < 60_999; at += 100) breaker.failed(at, at);
    expect(breaker.why).toBeNull();
    breaker.failed(31_200, 61_200);
    expect(breaker.why).toMatch(/^failed \d+ times in a row, for 60 s$/);
    breaker.answered();
    expect(breaker.why).toBeNull();
  });

  test('an answer in between ends the outage', () => {
    const breaker = new Breaker();
    breaker.failed(0, 30_000);
    breaker.answered();
    breaker.failed(30_000, 89_000);
    expect(breaker.why).toBeNull();
  });
});

describe('backoff', () => {
  test('doubles from half a second, never passes ten, and is never nothing', () => {
    expect([1, 2, 3, 10].map((attempt) => backoff(attempt, 1))).toEqual([500, 1000, 2000, 10_000]);
    expect([1, 3].map((attempt) => backoff(attempt, 0))).toEqual([250, 1000]);
  });
});

describe('the wait that a refusal asks for', () => {
  const now = Date.parse('2026-11-23T09:00:00Z');
  const date = 'Mon, 23 Nov 2026 12:00:00 GMT';

  test.each([
    [{'retry-after': '4', 'ratelimit-reset': '9'}, 4000],
    [{'ratelimit-reset': '9'}, 9000],
    [{'retry-after': 'soon', 'ratelimit-reset': '9'}, 9000],
    [{'ratelimit-reset': String(Date.parse(date) / 1000 + 20), date}, 20_000],
    [{'ratelimit-reset': String(now / 1000 - 20)}, 0],
    [{'ratelimit-reset': '-3'}, null],
    [{}, null]
  ])('%j', (headers, wait) => {
    expect(askedWait(headers, now)).toBe(wait);
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
