import {describe, expect, test} from '@jest/globals';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {bundle} from '../support/bundles.js';
import {MemoryWorkflow, type MemoryRun, type Tree} from '../support/memory-workflow.js';

const ORDERS = {'zis/orders.json': bundle('orders')};
const CHANGED = {'zis/orders.json': bundle('orders', {result: 'changed'})};
/** A bundle of another team's integration, which the repository never declared. */
const THEIRS = bundle('vault', {integration: 'payments', result: 'their-own-content'});
const CLAIM: Tree = {
  ...CHANGED,
  'zis/vault.json': bundle('vault', {integration: 'payments', result: 'mine'})
};

/** An account in which the repository's bundle is deployed, and another team's bundle is registered. */
async function account(isPrivate: boolean): Promise<MemoryWorkflow> {
  const workflow = new MemoryWorkflow({}, {private: isPrivate});
  await workflow.pushAndRun(ORDERS);
  await workflow.registry.upload('payments', THEIRS);
  await workflow.registry.upload('payments', bundle('their-secret-plans', {integration: 'payments'}));
  workflow.registry.calls.length = 0;
  return workflow;
}

/** Everything that a run shows to somebody. */
function shownBy(workflow: MemoryWorkflow, run: MemoryRun): string {
  const comments = [...workflow.github.state.comments.values()].map(({body}) => body);
  const annotations = run.annotations.map((one) => JSON.stringify(one));
  return [...comments, run.summary, run.said, ...run.files.values(), ...annotations].join('\n');
}

describe('a plan in a public repository', () => {
  test('shows registered content only of integrations that the base commit declares', async () => {
    const workflow = await account(false);
    const run = await workflow.runPullRequest(workflow.openPullRequest(CLAIM));
    expect(run.outputs).toMatchObject({result: 'changes', updated: '2'});
    const shown = shownBy(workflow, run);
    expect(shown).not.toMatch(/their-own-content|their-secret-plans/);
    expect(shown).toMatch(/Content not shown: what is registered in .{0,3}payments/);
    expect(shown).toContain('in the integrations input');
    expect(run.summary).toMatch(
      /\*\*update\*\* \| `vault` \| `payments` \| `zis\/vault.json` \| not shown \|/
    );
    // What is the repository's own is shown as ever.
    expect(run.summary).toMatch(/-.*"hello"[^]*\+.*"changed"/);
  });

  test('tells as little of a deletion, and of names that are in use', async () => {
    const workflow = await account(false);
    const claims = bundle('new', {
      integration: 'payments',
      resources: bundle('vault', {integration: 'payments'})['resources'] as JsonObject
    });
    const run = await workflow.runPullRequest(workflow.openPullRequest({...ORDERS, 'zis/new.json': claims}), {
      inputs: {deletes: 'prune'}
    });
    expect(run.outputs).toMatchObject({created: '1', deleted: '2', warnings: '0'});
    const shown = shownBy(workflow, run);
    expect(shown).not.toMatch(/their-own-content|secret-plans_flow/);
  });

  test('shows nothing where the base commit cannot be read, and says so', async () => {
    const workflow = await account(false);
    const number = workflow.openPullRequest(CLAIM);
    const base = workflow.github.state.tip('main');
    workflow.github.before = (call) => {
      if (call === `tree ${base}`) throw new Error('unreachable');
    };
    workflow.github.fail('tree');
    const run = await workflow.runPullRequest(number);
    expect(run.summary).toMatch(/Content not shown: what is registered in .*acme.* and .*payments/);
    expect(shownBy(workflow, run)).not.toMatch(/their-own-content|"hello"/);
  });

  test('shows what the integrations input names', async () => {
    const workflow = await account(false);
    const run = await workflow.runPullRequest(workflow.openPullRequest(CLAIM), {
      inputs: {integrations: 'acme, payments'}
    });
    expect(run.summary).toContain('their-own-content');
    expect(run.summary).not.toContain('not shown');
  });
});

test('a plan in a private repository shows all', async () => {
  const workflow = await account(true);
  const run = await workflow.runPullRequest(workflow.openPullRequest(CLAIM));
  expect(run.summary).toContain('their-own-content');
});

describe('integrations', () => {
  const only = {inputs: {integrations: 'acme'}};

  test.each(['plan', 'apply', 'drift', 'validate'])(
    'a bundle file of another one fails a %s before the first request',
    async (command) => {
      const workflow = await account(true);
      const run = await workflow.pushAndRun(CLAIM, {inputs: {...only.inputs, command}});
      expect(run.outputs).toMatchObject({result: 'invalid', 'failure-reason': 'invalid-bundles'});
      expect(run.failure).toContain('zis/vault.json (payments)');
      expect(workflow.registry.calls).toEqual([]);
    }
  );

  test('what was declared in another one before is left alone, and named', async () => {
    const workflow = new MemoryWorkflow();
    const old = {...ORDERS, 'zis/vault.json': THEIRS};
    await workflow.pushAndRun(old);
    const run = await workflow.pushAndRun(CHANGED, only);
    expect(run.outputs).toMatchObject({result: 'applied', updated: '1', deleted: '0'});
    expect(run.said + run.summary).toContain('left alone because integrations does not name');
    expect(workflow.registeredNames()).toEqual(['orders', 'vault']);
  });
});
