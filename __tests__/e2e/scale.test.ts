import {expect, test} from '@jest/globals';
import {bundle} from '../support/bundles.js';
import {CREDENTIALS, Scenario, type Tree} from '../support/scenario.js';

const names = Array.from({length: 100}, (_, index) => `bundle_${index}`);
const treeOf = (result: string): Tree =>
  Object.fromEntries(names.map((name) => [`zis/${name}.json`, bundle(name, {result})]));

test('planning 100 bundles of one integration takes at most 110 registry requests, never more than max-parallel at once', async () => {
  const scenario = await Scenario.start();
  const authorization = `Basic ${Buffer.from(`${CREDENTIALS.email}/token:${CREDENTIALS['api-token']}`).toString('base64')}`;
  await Promise.all(
    names.map((name) =>
      fetch(`${scenario.registry.url}/api/services/zis/registry/acme/bundles`, {
        method: 'POST',
        headers: {authorization, 'content-type': 'application/json'},
        body: JSON.stringify(bundle(name, {result: 'before'}))
      })
    )
  );
  const tree = treeOf('after');
  const number = scenario.openPullRequest(tree);
  const before = scenario.registry.requests.length;
  const result = await scenario.runPullRequest(number, tree, {inputs: {'max-parallel': '5'}});
  expect(result.outputs).toMatchObject({result: 'changes', updated: '100'});
  const requests = scenario.registry.requests.slice(before);
  expect(requests.length).toBeLessThanOrEqual(110);
  expect(Math.max(...requests.map(({inFlight}) => inFlight))).toBeLessThanOrEqual(5);
  expect(new Set(requests.map(({connection}) => connection)).size).toBeLessThanOrEqual(5);
  expect(scenario.onlyComment(number).length).toBeLessThanOrEqual(60_000);
});
