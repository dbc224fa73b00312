import {expect, test} from '@jest/globals';
import {bundle} from '../support/bundles.js';
import {MemoryWorkflow, type MemoryRun, type Tree} from '../support/memory-workflow.js';

const CHANGED = {inputs: {refresh: 'changed'}};
const ORDERS: Tree = {'zis/orders.json': bundle('orders')};
const TWO: Tree = {...ORDERS, 'zis/alerts.json': bundle('alerts')};
const shows = ({registry}: MemoryWorkflow): string[] =>
  registry.calls.splice(0).filter((call) => call.startsWith('show '));
const trust = ({summary}: MemoryRun): string => /(\d+ bundles? w\w+ not read)/.exec(summary)?.[1] ?? '';

async function deployed(tree: Tree = TWO): Promise<MemoryWorkflow> {
  const workflow = new MemoryWorkflow();
  expect((await workflow.pushAndRun(tree)).outputs).toMatchObject({result: 'applied'});
  workflow.registry.calls.length = 0;
  return workflow;
}

test('a plan and an apply read only bundles whose file is not as recorded, and say so', async () => {
  const workflow = await deployed();
  const next: Tree = {...TWO, 'zis/orders.json': bundle('orders', {result: 'new'})};
  const number = workflow.openPullRequest(next);
  const planned = await workflow.runPullRequest(number, CHANGED);
  expect(planned.outputs).toMatchObject({updated: '1', unchanged: '1'});
  expect(shows(workflow)).toHaveLength(1);
  expect(trust(planned)).toBe('1 bundle was not read');
  const applied = await workflow.mergeAndRun(number, CHANGED);
  expect(applied.outputs).toMatchObject({result: 'applied', updated: '1', unchanged: '1'});
  expect(trust(applied)).toBe('1 bundle was not read');
});

test('all are read unless it is asked for, and by drift always', async () => {
  const workflow = await deployed();
  const plain = await workflow.runPullRequest(workflow.openPullRequest(TWO));
  expect([shows(workflow).length, trust(plain)]).toEqual([2, '']);
  await workflow.registry.upload('acme', bundle('alerts', {result: 'by hand'}));
  shows(workflow);
  const again = await workflow.runPullRequest(workflow.openPullRequest(TWO, 'again'), CHANGED);
  expect([shows(workflow).length, again.outputs['updated']]).toEqual([0, '0']);
  const drift = await workflow.runSchedule(CHANGED);
  expect([shows(workflow).length, drift.outputs['result'], trust(drift)]).toEqual([2, 'drift', '']);
});

test('a bundle that was deleted by hand is created, whatever its record says', async () => {
  const workflow = await deployed();
  const [summary] = (await workflow.registry.list('acme')).filter(({name}) => name === 'alerts');
  await workflow.registry.delete('acme', summary?.uuid ?? '');
  const run = await workflow.pushAndRun(TWO, CHANGED);
  expect(run.outputs).toMatchObject({result: 'applied', created: '1', unchanged: '1'});
});

test('a later apply that failed, and a file at another path, take no word for it', async () => {
  const workflow = await deployed(ORDERS);
  workflow.registry.before = (call) => {
    if (call.startsWith('upload ')) throw new Error('the machine is gone');
  };
  const other: Tree = {'zis/orders.json': bundle('orders', {result: 'never there'})};
  await workflow.pushAndRun(other).catch(() => undefined);
  workflow.registry.before = () => undefined;
  shows(workflow);
  await workflow.pushAndRun(ORDERS, CHANGED);
  expect(shows(workflow)).not.toEqual([]);
  await workflow.runPullRequest(workflow.openPullRequest({'zis/moved.json': bundle('orders')}), CHANGED);
  expect(shows(workflow)).toHaveLength(1);
});
