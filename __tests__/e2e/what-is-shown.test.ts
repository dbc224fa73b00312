import {expect, test} from '@jest/globals';
import {accountAt} from '../support/account.js';
import {bundle} from '../support/bundles.js';
import {Scenario} from '../support/scenario.js';

const orders = {'zis/orders.json': bundle('orders')};

test("a stranger's pull request in a public repository does not make the step print another team's bundle", async () => {
  const scenario = await Scenario.start({}, {private: false});
  await scenario.pushAndRun(orders);
  await accountAt(scenario.registry.url, 'payments').upload(
    bundle('vault', {integration: 'payments', result: 'their-own-content'})
  );
  const claim = {...orders, 'zis/vault.json': bundle('vault', {integration: 'payments', result: 'mine'})};
  const number = scenario.openPullRequest(claim);
  const run = await scenario.runPullRequest(number, claim, {eventName: 'pull_request_target'});
  expect(run.outputs).toMatchObject({result: 'changes', updated: '1'});
  const shown = [run.stdout, run.summary, scenario.onlyComment(number), JSON.stringify(run.outputs)].join(
    '\n'
  );
  expect(shown).toContain('Content not shown');
  expect(shown).not.toContain('their-own-content');
  const named = await scenario.runPullRequest(number, claim, {inputs: {integrations: 'acme\npayments'}});
  expect(named.summary).toContain('their-own-content');
  scenario.takeWrites();
  const {mergeSha, before} = scenario.github.merge(number);
  const refused = await scenario.runPush(
    {before, after: mergeSha, tree: claim},
    {inputs: {integrations: 'acme'}}
  );
  expect(refused.outputs).toMatchObject({result: 'invalid', 'failure-reason': 'invalid-bundles'});
  expect(refused.stdout).toContain('zis/vault.json (payments)');
  expect(scenario.takeWrites()).toEqual([]);
});

test('refresh: changed takes what the last apply recorded on its word, and says so', async () => {
  const scenario = await Scenario.start();
  const tree = {...orders, 'zis/alerts.json': bundle('alerts')};
  await scenario.pushAndRun(tree);
  const next = {...tree, 'zis/alerts.json': bundle('alerts', {result: 'new'})};
  const number = scenario.openPullRequest(next);
  const from = scenario.registry.requests.length;
  const run = await scenario.runPullRequest(number, next, {inputs: {refresh: 'changed'}});
  expect(run.outputs).toMatchObject({result: 'changes', updated: '1', unchanged: '1'});
  expect(run.summary).toContain('1 bundle was not read');
  const reads = scenario.registry.requests.slice(from).map(({path}) => path);
  expect(reads.filter((path) => /\/bundles\/[^/?]+$/.test(path))).toHaveLength(1);
});
