import {describe, expect, test} from '@jest/globals';
import {bundleHash} from '../../src/bundle/canonical.js';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {accountAt} from '../support/account.js';
import {textAt} from '../support/bundles.js';
import {movingShapes, specsOf, type Shape} from '../support/moving-shapes.js';
import {Scenario, type Tree} from '../support/scenario.js';

/** Each shape in an integration of its own, so that one step takes all of them. */
const SHAPES = new Map<string, Shape>(
  Object.keys(movingShapes('')).map((name, index) => {
    const shape = movingShapes(`shape_${index}`)[name];
    if (shape === undefined) throw new Error(name);
    return [`shape_${index}`, shape];
  })
);

function treeOf(side: keyof Shape): Tree {
  const files = [...SHAPES].flatMap(([integration, shape]) =>
    shape[side].map(
      (one) => [`zis/${integration}/${textAt(one, 'name')}.json`, {...one, integration}] as const
    )
  );
  return Object.fromEntries(files);
}

/** Of one integration: the content of each bundle, and which job specs are installed. */
interface State {
  readonly bundles: Readonly<Record<string, string>>;
  readonly installed: readonly string[];
}

function stateIn({registry}: Scenario, integration: string): State {
  const own = <T extends JsonObject>(all: readonly T[]): T[] =>
    all.filter((one) => textAt(one, 'integration') === integration);
  return {
    bundles: hashes(own(registry.bundles())),
    installed: own(registry.jobSpecs())
      .filter(({installed}) => installed === true)
      .map((spec) => textAt(spec, 'name'))
      .sort()
  };
}

const hashes = (bundles: readonly JsonObject[]): Record<string, string> =>
  Object.fromEntries(bundles.map((one) => [textAt(one, 'name'), bundleHash(one)] as const).sort());

function sideOf(shape: Shape, side: keyof Shape): State {
  const installed = specsOf(shape[side]).filter((name) => side === 'after' || name !== 'j0');
  return {bundles: hashes(shape[side]), installed};
}

const expected = (side: keyof Shape) =>
  Object.fromEntries([...SHAPES].map(([integration, shape]) => [integration, sideOf(shape, side)]));

/** As it was; or as declared, but for bundles that are deleted only when every upload of the step succeeded. */
function isWhole({bundles, installed}: State, shape: Shape): boolean {
  const [former, declared] = [sideOf(shape, 'before'), sideOf(shape, 'after')];
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  if (same({bundles, installed}, former)) return true;
  const rest = Object.entries(bundles).filter(([name]) => declared.bundles[name] === undefined);
  const kept = Object.fromEntries(Object.entries(bundles).filter(([name]) => name in declared.bundles));
  return (
    same(kept, declared.bundles) &&
    rest.every(([name, hash]) => former.bundles[name] === hash) &&
    declared.installed.every((name) => installed.includes(name))
  );
}

const found = (scenario: Scenario) =>
  Object.fromEntries([...SHAPES.keys()].map((integration) => [integration, stateIn(scenario, integration)]));

/** The state before, as a step left it, but for the job spec that is not installed. */
async function deployed(): Promise<Scenario> {
  const scenario = await Scenario.start();
  await scenario.pushAndRun(treeOf('before'));
  for (const [integration, {before}] of SHAPES) {
    if (specsOf(before).includes('j0')) await accountAt(scenario.registry.url, integration).uninstall('j0');
  }
  expect(found(scenario)).toEqual(expected('before'));
  return scenario;
}

describe.each([true, false])('names that move, unique names enforced: %s', (uniqueNames) => {
  test('every shape ends as declared; refused at any upload it ends in the former state, and as declared the next time', async () => {
    const scenario = await deployed();
    scenario.registry.behave({uniqueNames});
    const push = scenario.push(treeOf('after'));
    for (let nth = 1; nth <= 4; nth += 1) {
      for (const integration of SHAPES.keys()) {
        scenario.registry.script({
          match: {method: 'POST', path: `/api/services/zis/registry/${integration}/bundles`, nth},
          fault: {kind: 'status', status: 400, body: '{"errors":[{"detail":"not today"}]}'}
        });
      }
      const refused = await scenario.runPush(push, {inputs: {'max-deletes': '100'}});
      // No integration takes so many uploads: then there was none to be refused.
      const isThrough = nth > 2 && refused.outputs['result'] === 'applied';
      if (!isThrough) expect(refused.outputs).toMatchObject({'failure-reason': 'apply-failed'});
      const wrong = [...SHAPES].filter(
        ([integration, shape]) => !isWhole(stateIn(scenario, integration), shape)
      );
      expect([nth, wrong.map(([integration]) => [integration, stateIn(scenario, integration)])]).toEqual([
        nth,
        []
      ]);
      await fetch(`${scenario.registry.url}/__emulator/faults`, {method: 'DELETE'});
    }
    const applied = await scenario.runPush(push, {inputs: {'max-deletes': '100'}});
    expect(['applied', 'no-changes']).toContain(applied.outputs['result']);
    expect(found(scenario)).toEqual(expected('after'));
  });
});
