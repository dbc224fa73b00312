import {describe, expect, test} from '@jest/globals';
import {bundleHash} from '../../src/bundle/canonical.js';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {applyTo, prepare} from '../support/apply-account.js';
import {textAt} from '../support/bundles.js';
import {MemoryAccount} from '../support/memory-account.js';
import {bundleOf, movingShapes, specsOf, type Shape} from '../support/moving-shapes.js';

const SHAPES = movingShapes('acme');
/** A bundle that has nothing to do with the others, and is always among them. */
const OTHER = bundleOf('acme', 'other', ['of'], ['oj']);
const OTHER_NEW = bundleOf('acme', 'other', ['of=new'], ['oj']);

const qualified = (name: string): string => `zis:acme:job_spec:${name}`;
const stateOf = (bundles: readonly JsonObject[]): Record<string, string> =>
  Object.fromEntries(bundles.map((one) => [textAt(one, 'name'), bundleHash(one)] as const).sort());

async function ready({before}: Shape, uniqueNames: boolean): Promise<MemoryAccount> {
  const account = new MemoryAccount();
  const all = [...before, OTHER];
  await prepare(
    account,
    all,
    specsOf(all)
      .filter((name) => name !== 'j0')
      .map(qualified)
  );
  account.behave({uniqueNames});
  return account;
}

const cases = Object.entries(SHAPES).flatMap(([name, shape]) =>
  [true, false].map((unique) => [name, unique, shape] as const)
);

describe('names that move', () => {
  test.each(cases)(
    '%s, unique names: %s: ends as declared with every trigger on',
    async (_, unique, shape) => {
      const account = await ready(shape, unique);
      const after = [...shape.after, OTHER_NEW];
      const applied = await applyTo(account, after);
      expect(applied.failure).toBeNull();
      expect(stateOf(account.bundles())).toEqual(stateOf(after));
      expect(account.installed()).toEqual(specsOf(after));
      account.forget();
      const again = await applyTo(account, after);
      expect([again.failure, account.writes()]).toEqual([null, []]);
    }
  );

  test.each(cases)(
    '%s, unique names: %s: a refused upload, wherever it comes, leaves the former state',
    async (_, unique, shape) => {
      const whole = await ready(shape, unique);
      await applyTo(whole, [...shape.after, OTHER]);
      const uploads = whole.writes().filter((write) => write === 'POST acme/bundles').length;
      expect(uploads).toBeGreaterThan(0);
      for (let nth = 1; nth <= uploads; nth += 1) {
        const account = await ready(shape, unique);
        account.script({
          match: {method: 'POST', path: '/api/services/zis/registry/acme/bundles', nth},
          fault: {kind: 'status', status: 400, body: '{"errors":[{"detail":"not today"}]}'}
        });
        const applied = await applyTo(account, [...shape.after, OTHER]);
        expect(applied.failure?.message).toContain('not today');
        const former = [...shape.before, OTHER];
        expect([nth, stateOf(account.bundles())]).toEqual([nth, stateOf(former)]);
        expect([nth, account.installed()]).toEqual([nth, specsOf(former).filter((name) => name !== 'j0')]);
        for (const {written} of applied.outcomes) expect(written ?? false).toBe(false);
        account.calm();
        account.behave({uniqueNames: unique});
        const next = await applyTo(account, [...shape.after, OTHER_NEW]);
        expect(next.failure).toBeNull();
        expect(stateOf(account.bundles())).toEqual(stateOf([...shape.after, OTHER_NEW]));
        expect(account.installed()).toEqual(specsOf([...shape.after, OTHER_NEW]));
      }
    }
  );
});
