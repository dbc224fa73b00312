import {expect, test} from '@jest/globals';
import fc from 'fast-check';
import {bundleHash} from '../../src/bundle/canonical.js';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {applyTo, prepare} from '../support/apply-account.js';
import {textAt} from '../support/bundles.js';
import {MemoryAccount} from '../support/memory-account.js';
import {bundleOf, specsOf} from '../support/moving-shapes.js';

/** How many random shapes are tried; more by hand. */
const RUNS = Number(process.env['RUNS'] ?? 25);

const FLOWS = ['f1', 'f2', 'f3', 'f4'];
const SPECS = ['j1', 'j2', 'j3'];
const NAMES = ['a', 'b', 'c'];
/** The bundle of each flow and job spec, or none. */
type Split = Readonly<Record<string, string | null>>;

/** Job specs without a flow in their bundle start one of another. */
function bundlesOf(split: Split, content: string): JsonObject[] {
  const of = (names: readonly string[], bundle: string) => names.filter((name) => split[name] === bundle);
  return NAMES.flatMap((name) => {
    const [flows, specs] = [of(FLOWS, name), of(SPECS, name)];
    const contents = flows.map((flow) => (flow === 'f1' ? `${flow}=${content}` : flow));
    return flows.length === 0 ? [] : [bundleOf('acme', name, contents, specs)];
  });
}

/** Keeps the integration in use when nothing else is declared. */
const STAYS = bundleOf('acme', 'stays', ['f0'], ['j0']);

const arbSplit: fc.Arbitrary<Split> = fc.record(
  Object.fromEntries([...FLOWS, ...SPECS].map((name) => [name, fc.constantFrom(...NAMES, null)]))
);
const arbCase = fc.record({
  before: arbSplit,
  after: arbSplit,
  uniqueNames: fc.boolean(),
  /** Which upload is refused; 0 for none. */
  refused: fc.nat(4),
  off: fc.constantFrom(...SPECS)
});

const stateOf = (bundles: readonly JsonObject[]): Record<string, string> =>
  Object.fromEntries(bundles.map((one) => [textAt(one, 'name'), bundleHash(one)] as const).sort());
const qualified = (name: string): string => `zis:acme:job_spec:${name}`;

interface Sides {
  readonly former: readonly JsonObject[];
  readonly declared: readonly JsonObject[];
  readonly hasFailed: boolean;
}

/** Each bundle is as it was or as declared, and none is lost. */
function expectWhole(account: MemoryAccount, {former, declared, hasFailed}: Sides): void {
  const [old, now] = [new Map(Object.entries(stateOf(former))), new Map(Object.entries(stateOf(declared)))];
  const found = new Map(account.bundles().map((one) => [textAt(one, 'name'), one] as const));
  for (const [name, one] of found) {
    const hash = bundleHash(one);
    if (now.has(name) || old.get(name) === hash) expect([old.get(name), now.get(name)]).toContain(hash);
    // One that is to be deleted may have given names to a bundle that was uploaded, and waits for the next run.
    else expect(former.find((each) => each['name'] === name)).toMatchObject({resources: one['resources']});
  }
  if (hasFailed) for (const name of old.keys()) if (now.has(name)) expect(found.has(name)).toBe(true);
}

test('however names move, an apply ends as declared; and one of which an upload is refused leaves each bundle as it was or as declared, with its triggers on', async () => {
  await fc.assert(
    fc.asyncProperty(arbCase, async ({before, after, uniqueNames, refused, off}) => {
      const [former, declared] = [
        [...bundlesOf(before, 'old'), STAYS],
        [...bundlesOf(after, 'new'), STAYS]
      ];
      const account = new MemoryAccount();
      const wereOn = specsOf(former).filter((name) => name !== off);
      await prepare(account, former, wereOn.map(qualified));
      account.behave({uniqueNames});
      if (refused > 0) {
        account.script({
          match: {method: 'POST', path: '/api/services/zis/registry/acme/bundles', nth: refused},
          fault: {kind: 'status', status: 400, body: '{"errors":[{"detail":"not today"}]}'}
        });
        const {failure} = await applyTo(account, declared);
        expectWhole(account, {former, declared, hasFailed: failure !== null});
        // No trigger is off that was on, and that its bundle still has.
        const still = specsOf(account.bundles()).filter((spec) => wereOn.includes(spec));
        expect(account.installed()).toEqual(expect.arrayContaining(still));
        account.calm();
        account.behave({uniqueNames});
      }
      const applied = await applyTo(account, declared);
      expect(applied.failure).toBeNull();
      expect(stateOf(account.bundles())).toEqual(stateOf(declared));
      expect(account.installed()).toEqual(specsOf(declared));
    }),
    {numRuns: RUNS, ...(process.env['SEED'] === undefined ? {} : {seed: Number(process.env['SEED'])})}
  );
});
