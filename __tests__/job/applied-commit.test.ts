import {describe, expect, test} from '@jest/globals';
import {appliedCommit, inCheckout, inWorkspace} from '../../src/job/applied-commit.js';
import type {Checkout} from '../../src/ports.js';

const SHA = 'a'.repeat(40);
const checkout = (settings: Partial<Checkout> = {}): Checkout => ({
  root: '',
  sha: SHA,
  origin: 'acme/zis',
  fault: '',
  ...settings
});
const event = {assumed: 'e'.repeat(40), repository: 'acme/zis'};

describe('the applied commit', () => {
  test.each([
    ['that is checked out', [checkout()], {sha: SHA, root: ''}],
    ['that is checked out into a folder', [checkout({root: 'src'})], {sha: SHA, root: 'src'}],
    ['whose origin is written in another case', [checkout({origin: 'Acme/ZIS'})], {sha: SHA}],
    ['whose origin names no repository', [checkout({origin: null})], {sha: SHA}]
  ])('is the one %s', (_, checkouts, expected) => {
    expect(appliedCommit(checkouts, event)).toMatchObject({...expected, source: 'checkout', doubt: ''});
  });

  test("is the event's where there is no git", () => {
    expect(appliedCommit([], event)).toEqual({sha: event.assumed, root: '', source: 'event', doubt: ''});
  });

  test.each([
    [
      '.git cannot be read',
      [checkout({sha: null, origin: null, fault: 'HEAD is not there'})],
      'HEAD is not there'
    ],
    ['there are several', [checkout(), checkout({root: 'b'})], '(.git, b/.git)'],
    ['it is of another repository', [checkout({origin: 'acme/other'})], 'a checkout of acme/other']
  ])('is not known when %s, and why is said', (_, checkouts, words) => {
    const commit = appliedCommit(checkouts, event);
    expect(commit.sha).toBe('');
    expect(commit.doubt).toContain(words);
  });

  test('outside a workflow every origin is right', () => {
    expect(appliedCommit([checkout({origin: 'any/where'})], {...event, repository: ''}).sha).toBe(SHA);
  });
});

test('paths lead from the checkout to the workspace and back', () => {
  expect(inWorkspace({root: ''}, 'zis/a.json')).toBe('zis/a.json');
  expect(inWorkspace({root: 'src'}, 'zis/a.json')).toBe('src/zis/a.json');
  expect(inCheckout({root: ''}, 'zis/a.json')).toBe('zis/a.json');
  expect(inCheckout({root: 'src'}, 'src/zis/a.json')).toBe('zis/a.json');
  expect(inCheckout({root: 'src'}, 'srcs/zis/a.json')).toBeNull();
});
