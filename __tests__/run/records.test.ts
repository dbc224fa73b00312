import {describe, expect, test} from '@jest/globals';
import {bundle} from '../support/bundles.js';
import {MemoryWorkflow, type MemoryRun, type Tree} from '../support/memory-workflow.js';

const file = (name: string, result = 'old'): Tree => ({[`zis/${name}.json`]: bundle(name, {result})});
const reason = (run: MemoryRun): string => run.outputs['failure-reason'] ?? '';

async function deployed(tree: Tree): Promise<MemoryWorkflow> {
  const workflow = new MemoryWorkflow();
  expect((await workflow.pushAndRun(tree)).failure).toBe('');
  return workflow;
}

/** A deployment of this commit that succeeded, with the payload of the newest one. */
function record(workflow: MemoryWorkflow, sha: string, creator: string, change: object = {}): void {
  const {state} = workflow.github;
  const model = [...state.deployments.values()].at(-1)!;
  const payload = {...(model.payload as object), ...change};
  const id = state.newId();
  const by = state.account(creator);
  const statuses = model.statuses.map((status) => ({...status, creator: by}));
  state.deployments.set(id, {...model, id, sha, ref: sha, payload, creator: by, statuses});
}

describe('whose record it is', () => {
  test('another step may have applied a newer commit', async () => {
    const workflow = new MemoryWorkflow();
    const tree: Tree = {'zis/a/orders.json': bundle('orders'), 'zis/b/alerts.json': bundle('alerts')};
    const first = workflow.push(tree);
    const second = workflow.push({...tree, 'README.md': 'x'});
    const step = (key: string) => ({inputs: {bundles: `zis/${key}/*.json`, 'comment-key': key}});
    expect(reason(await workflow.runPush(second, step('a')))).toBe('');
    expect(reason(await workflow.runPush(first, step('b')))).toBe('');
    expect(reason(await workflow.runPush(first, step('a')))).toBe('stale-commit');
    expect(workflow.registeredNames()).toEqual(['alerts', 'orders']);
  });

  test.each([
    ['of somebody else', 'mallory', {}],
    ['for another registry', 'github-actions[bot]', {registryUrl: 'https://other.example.com'}]
  ])('one %s holds nothing back', async (_, creator, change) => {
    const workflow = new MemoryWorkflow();
    const first = workflow.push(file('orders'));
    expect(reason(await workflow.runPush(first))).toBe('');
    const second = workflow.push({...file('orders'), 'README.md': 'x'});
    record(workflow, second.after, creator, change);
    expect(reason(await workflow.runPush(first))).toBe('');
    record(workflow, second.after, 'github-actions[bot]');
    expect(reason(await workflow.runPush(first))).toBe('stale-commit');
  });
});

describe('how far back the records count', () => {
  test('to the last success: what was deleted since, and registered by hand, stays', async () => {
    const workflow = await deployed({...file('orders'), ...file('ghost')});
    expect(reason(await workflow.pushAndRun(file('orders')))).toBe('');
    expect(workflow.registeredNames()).toEqual(['orders']);
    workflow.registry.put('acme', bundle('ghost'));
    expect(reason(await workflow.pushAndRun(file('orders', 'new')))).toBe('');
    expect(workflow.registeredNames()).toEqual(['ghost', 'orders']);
  });

  test('over applies that failed: their deletions are made up for', async () => {
    const workflow = await deployed({...file('orders'), ...file('alerts')});
    workflow.registry.before = (call) => {
      if (call === 'upload orders') throw new Error('refused');
    };
    expect(reason(await workflow.pushAndRun(file('orders', 'new')))).toBe('internal');
    expect(workflow.registeredNames()).toEqual(['alerts', 'orders']);
    workflow.registry.before = () => undefined;
    expect(reason(await workflow.pushAndRun(file('orders', 'newer')))).toBe('');
    expect(workflow.registeredNames()).toEqual(['orders']);
  });

  test('where none succeeded, to the commit before the oldest', async () => {
    const workflow = new MemoryWorkflow();
    workflow.push({...file('orders'), ...file('alerts')});
    workflow.registry.put('acme', bundle('alerts', {result: 'old'}));
    workflow.registry.before = (call) => {
      if (call === 'upload orders') throw new Error('refused');
    };
    expect(reason(await workflow.pushAndRun(file('orders')))).toBe('internal');
    workflow.registry.before = () => undefined;
    expect(reason(await workflow.pushAndRun(file('orders', 'new')))).toBe('');
    expect(workflow.registeredNames()).toEqual(['orders']);
  });
});
