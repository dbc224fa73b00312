import {describe, expect, test} from '@jest/globals';
import {FreshLists} from '../../src/apply/fresh-lists.js';

/** A list that says how often it was read when its reading began; `finish` ends the oldest reading. */
function counted() {
  const open: ((fail: boolean) => void)[] = [];
  let readings = 0;
  const lists = new FreshLists((integration) => {
    readings += 1;
    const text = `${integration} ${readings}`;
    return new Promise<string>((resolve, reject) =>
      open.push((fail) => {
        if (fail) reject(new Error(text));
        else resolve(text);
      })
    );
  });
  const finish = async (fail = false): Promise<void> => {
    open.shift()?.(fail);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return {lists, finish, readings: () => readings};
}

describe('FreshLists', () => {
  test('calls that come while a list is being read get a later one, all of them the same', async () => {
    const {lists, finish, readings} = counted();
    const asked = ['first', 'second', 'third'].map(() => lists.read('acme'));
    expect(readings()).toBe(1);
    await finish();
    await finish();
    expect(await Promise.all(asked)).toEqual(['acme 1', 'acme 2', 'acme 2']);
  });

  test('a call after it was read gets a new one', async () => {
    const {lists, finish} = counted();
    const first = lists.read('acme');
    await finish();
    const second = lists.read('acme');
    await finish();
    expect([await first, await second]).toEqual(['acme 1', 'acme 2']);
  });

  test('a reading that fails fails those who asked for it, and not those after them', async () => {
    const {lists, finish} = counted();
    const first = expect(lists.read('acme')).rejects.toThrow('acme 1');
    const second = lists.read('acme');
    await finish(true);
    await finish();
    await first;
    expect(await second).toBe('acme 2');
  });

  test('integrations do not wait for one another', async () => {
    const {lists, readings} = counted();
    void lists.read('acme');
    void lists.read('other');
    expect(readings()).toBe(2);
    await Promise.resolve();
  });
});
