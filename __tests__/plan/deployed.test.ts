import {describe, expect, test} from '@jest/globals';
import {
  endsTheSearch,
  lastStatusAt,
  newestSuccess,
  overlaps,
  standingOf,
  type Deployed,
  type Relation,
  type StandingInput
} from '../../src/plan/deployed.js';
import type {FoundRecord} from '../../src/plan/record.js';

const RECORD: FoundRecord = {
  scope: 's',
  registryUrl: '',
  step: '',
  inputs: '',
  bundles: [],
  before: null,
  deletionsKnown: true,
  unmerged: false,
  restore: false,
  installed: [],
  mac: ''
};

/** An apply of a commit, with its states, the oldest first, a second apart. */
function apply(sha: string, states: readonly string[], record: Partial<FoundRecord> = {}, at = 0): Deployed {
  const statuses = states.map((state, index) => ({state, createdAt: at + index * 1000})).reverse();
  return {sha, creator: 'bot', record: {...RECORD, ...record}, createdAt: at, statuses};
}

const DONE = ['in_progress', 'success'];
const FAILED = ['in_progress', 'failure'];

/** A line of commits, the oldest first: a relation is read off it, and what is not on it is apart. */
function line(...commits: readonly string[]) {
  const asked: string[] = [];
  const at = (sha: string): number => commits.indexOf(sha);
  return {
    asked,
    relation:
      (head: string) =>
      (sha: string): Promise<Relation> => {
        asked.push(sha);
        if (sha.startsWith('gone')) return Promise.resolve('gone');
        if (sha.startsWith('silent')) return Promise.resolve('unknown');
        if (at(sha) < 0 || at(head) < 0) return Promise.resolve(sha === head ? 'identical' : 'diverged');
        const distance = at(head) - at(sha);
        return Promise.resolve(distance === 0 ? 'identical' : distance > 0 ? 'ahead' : 'behind');
      },
    reaches: (ancestor: string, commit: string) =>
      Promise.resolve(at(ancestor) >= 0 && at(ancestor) <= at(commit))
  };
}

describe('standingOf', () => {
  const LINE = ['c0', 'c1', 'c2', 'c3'];
  const done = (sha: string): Deployed => apply(sha, DONE);
  const failed = (sha: string): Deployed => apply(sha, FAILED);
  const trial = (sha: string): Deployed => apply(sha, DONE, {unmerged: true});

  test.each<[string, string, readonly Deployed[], string, Partial<StandingInput>, number]>([
    ['no record', 'c1', [], 'first', {}, 0],
    ['only applies of commits that are not merged', 'c1', [trial('pr')], 'first', {}, 0],
    ['the newest deployed commit again', 'c2', [done('c2')], 'follows', {}, 0],
    ['a descendant', 'c3', [done('c2')], 'follows', {}, 1],
    [
      'a descendant of the newest success, its own failure between',
      'c3',
      [failed('c3'), done('c2')],
      'follows',
      {},
      0
    ],
    ['a descendant of a failed one', 'c3', [failed('c2'), done('c1')], 'follows', {}, 2],
    ['an older commit', 'c1', [done('c2')], 'stale c2', {}, 1],
    ['an older commit, though it was deployed once', 'c1', [done('c2'), done('c1')], 'stale c2', {}, 1],
    ['an ancestor of a newer one that failed', 'c2', [failed('c3'), done('c1')], 'stale c3', {}, 2],
    ['an ancestor of one that failed, nothing ever succeeded', 'c1', [failed('c2')], 'stale c2', {}, 1],
    ['another line', 'x', [done('c2')], 'stale c2', {}, 1],
    ['another line than one that failed', 'c2', [failed('x'), done('c1')], 'follows', {}, 2],
    ['an ancestor of a trial', 'c1', [trial('c2'), done('c1')], 'follows', {}, 0],
    [
      'the newest one again, on another line than the last success',
      'x',
      [failed('x'), done('c2')],
      'follows',
      {},
      0
    ],
    ['the deployed commit is gone', 'c2', [done('gone')], 'unknown gone', {}, 1],
    ['GitHub does not say', 'c2', [done('silent')], 'unknown silent', {}, 1],
    ['GitHub does not say of a failed one', 'c2', [failed('silent'), done('c1')], 'unknown silent', {}, 2],
    ['a failed one is gone', 'c2', [failed('gone'), done('c1')], 'follows', {}, 2],
    ['an older commit that is allowed', 'c1', [done('c2')], 'left-on-purpose c2', {allowOlder: 'c2'}, 1],
    ['an older commit, any allowed', 'c1', [done('c2')], 'left-on-purpose c2', {allowOlder: 'true'}, 1],
    ['an older commit, another allowed', 'c1', [done('c3'), done('c2')], 'stale c3', {allowOlder: 'c2'}, 1],
    [
      'allowed from the success, a failed one after it',
      'c0',
      [failed('c2'), done('c1')],
      'left-on-purpose c1',
      {allowOlder: 'c1'},
      1
    ],
    [
      'allowed from the failed one',
      'c1',
      [failed('c2'), done('c1')],
      'left-on-purpose c2',
      {allowOlder: 'c2'},
      2
    ],
    [
      'a forced push that takes the newest commits back',
      'c1',
      [done('c2')],
      'replaced c2',
      {replaced: 'c2'},
      1
    ],
    [
      'a forced push that takes more back than was deployed',
      'c1',
      [done('c2')],
      'replaced c2',
      {replaced: 'c3'},
      1
    ],
    ['a forced push to another line', 'x', [done('c2')], 'replaced c2', {replaced: 'c3'}, 1],
    ['a forced push that is run again later', 'c1', [done('c2')], 'stale c2', {replaced: 'x'}, 1]
  ])('%s', async (_, head, records, expected, settings, asked) => {
    const commits = line(...LINE);
    const input = {head, records, allowOlder: '', replaced: null, ...settings};
    const standing = await standingOf(input, commits.relation(head), commits.reaches);
    expect(`${standing.kind} ${'left' in standing ? standing.left.sha : ''}`.trim()).toBe(expected);
    expect(commits.asked).toHaveLength(asked);
  });

  test('asks for three failed applies at most, each commit once', async () => {
    const commits = line(...LINE);
    const records = ['a', 'a', 'b', 'c', 'd'].map(failed);
    const input = {head: 'c3', records, allowOlder: '', replaced: null};
    expect(await standingOf(input, commits.relation('c3'), commits.reaches)).toEqual({kind: 'follows'});
    expect(commits.asked).toEqual(['a', 'b', 'c']);
  });
});

describe('which applies count', () => {
  test('the newest success is the most recently created one of a merged commit, whatever came of it since', () => {
    const records = [
      apply('c4', FAILED),
      apply('pr', DONE, {unmerged: true}),
      apply('c3', [...DONE, 'inactive']),
      apply('c2', DONE)
    ];
    expect(newestSuccess(records)?.sha).toBe('c3');
    expect(newestSuccess([apply('c1', FAILED)])).toBeNull();
  });

  test.each([
    ['a success', apply('c', DONE), [true, true]],
    ['a failure', apply('c', FAILED), [false, false]],
    ['a success that did not know what to delete', apply('c', DONE, {deletionsKnown: false}), [false, false]],
    ['a success of a commit that is not merged', apply('c', DONE, {unmerged: true}), [false, true]]
  ])('%s ends the search for what was declared before', (_, deployed, [merged, any]) => {
    expect([endsTheSearch(deployed, false), endsTheSearch(deployed, true)]).toEqual([merged, any]);
  });

  test('an older apply that ended after a newer one began overlaps it; one that a success retired does not', () => {
    const newest = apply('c2', DONE, {}, 5000);
    expect(overlaps(apply('c1', DONE, {}, 4500), newest)).toBe(true);
    expect(overlaps(apply('c1', FAILED, {}, 4000), newest)).toBe(true);
    expect(overlaps(apply('c1', DONE, {}, 3000), newest)).toBe(false);
    const retired = apply('c1', [...DONE, 'inactive'], {}, 3500);
    expect(lastStatusAt(retired)).toBe(4500);
    expect(overlaps(retired, newest)).toBe(false);
    expect(overlaps(apply('c1', []), newest)).toBe(false);
  });
});
