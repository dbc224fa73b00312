import {describe, expect, it} from '@jest/globals';
import {inLockstep} from '../../src/flow-run/lockstep.js';

/** Asks for so many numbers, one after the other, and gives their sum. */
function* sum(name: string, questions: number): Generator<string, number, number> {
  let total = 0;
  for (let at = 0; at < questions; at += 1) total += yield `${name}${at}`;
  return total;
}

describe('inLockstep', () => {
  it('answers what all tasks ask in one round', async () => {
    const rounds: string[][] = [];
    const results = await inLockstep([sum('a', 2), sum('b', 0), sum('c', 1)], (asked) => {
      rounds.push([...asked]);
      return Promise.resolve(asked.map((_, index) => index + 1));
    });
    expect(results).toEqual([2, 0, 2]);
    expect(rounds).toEqual([['a0', 'c0'], ['a1']]);
  });

  it('asks nothing for no task', async () => {
    expect(await inLockstep([], () => Promise.reject(new Error('asked')))).toEqual([]);
  });

  it('refuses an answer that is too short', async () => {
    await expect(inLockstep([sum('a', 1)], () => Promise.resolve([]))).rejects.toThrow('has no answer');
  });
});
