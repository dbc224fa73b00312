import {describe, expect, test} from '@jest/globals';
import {readHeader} from '../../src/report/header.js';
import {bundle} from '../support/bundles.js';
import {MemoryWorkflow, type MemoryRun, type Tree} from '../support/memory-workflow.js';

const REQUIRE_PLAN = {inputs: {'require-plan': 'true'}};
const file = (name: string, result = 'old'): Tree => ({[`zis/${name}.json`]: bundle(name, {result})});
const OLD: Tree = {...file('orders'), ...file('alerts')};

const reason = (run: MemoryRun): string => run.outputs['failure-reason'] ?? '';
const applied = (run: MemoryRun): void => {
  expect({failure: run.failure, result: run.outputs['result']}).toEqual({failure: '', result: 'applied'});
};
const contentOf = (workflow: MemoryWorkflow, name: string): string =>
  JSON.stringify([...workflow.registry.bundles.values()].find((each) => each['name'] === name) ?? null);
const stateOf = (workflow: MemoryWorkflow, number: number) => readHeader(workflow.onlyComment(number))?.state;

async function deployed(tree: Tree = OLD): Promise<MemoryWorkflow> {
  const workflow = new MemoryWorkflow();
  applied(await workflow.pushAndRun(tree));
  workflow.registry.calls.length = 0;
  return workflow;
}

describe('several pull requests in one push', () => {
  test.each(['merge', 'squash', 'rebase'] as const)('each shows its own bundles (%s)', async (method) => {
    const workflow = await deployed();
    const first = await workflow.propose({...OLD, ...file('orders', 'new')}, 'first');
    const second = await workflow.propose({...OLD, ...file('refunds')}, 'second');
    const third = await workflow.propose(file('orders'), 'third');
    const {before} = workflow.merge(first, {method});
    workflow.merge(second, {method});
    const {mergeSha: after} = workflow.merge(third, {method});
    applied(await workflow.runPush({before, after}, REQUIRE_PLAN));
    expect(workflow.registeredNames()).toEqual(['orders', 'refunds']);
    expect(contentOf(workflow, 'orders')).toContain('"new"');
    expect([first, second, third].map((number) => stateOf(workflow, number))).toEqual([
      'applied',
      'applied',
      'applied'
    ]);
    expect(workflow.onlyComment(first)).toContain('Applied by run 5/1, together with other pull requests.');
    const again = await workflow.runPush({before, after}, REQUIRE_PLAN);
    expect(again.outputs['result']).toBe('no-changes');
  });

  test('a push whose run never started is reviewed by the next', async () => {
    const workflow = await deployed();
    const first = await workflow.propose({...OLD, ...file('orders', 'new')}, 'first');
    const second = await workflow.propose({...OLD, ...file('refunds')}, 'second');
    workflow.merge(first);
    applied(await workflow.mergeAndRun(second, REQUIRE_PLAN));
    expect(contentOf(workflow, 'orders')).toContain('"new"');
  });

  test('no more comments are read than it takes', async () => {
    const workflow = await deployed();
    const first = await workflow.propose({...OLD, ...file('orders', 'new')}, 'first');
    const second = await workflow.propose({...OLD, ...file('refunds')}, 'second');
    const {before, mergeSha} = workflow.merge(first);
    applied(await workflow.runPush({before, after: mergeSha}, REQUIRE_PLAN));
    workflow.github.calls.length = 0;
    applied(await workflow.mergeAndRun(second, REQUIRE_PLAN));
    const asked = workflow.github.calls.filter((call) => /^(pullRequestsOf|listComments)/.test(call));
    // The comment is read by the review, and once more to be updated.
    expect(asked).toEqual([expect.stringMatching('pullRequestsOf'), 'listComments 2', 'listComments 2']);
  });

  test('two that change one bundle: what neither showed is not applied', async () => {
    const workflow = await deployed({'zis/orders.json': bundle('orders'), 'README.md': 'a'});
    const flow = (name: string) =>
      bundle('orders', {resources: {[name]: (bundle(name)['resources'] as Tree)[`${name}_flow`] as never}});
    const first = await workflow.propose({'zis/orders.json': flow('x'), 'README.md': 'a'}, 'first');
    const second = await workflow.propose({'zis/orders.json': bundle('orders'), 'README.md': 'b'}, 'second');
    workflow.merge(first);
    workflow.push({'zis/orders.json': flow('y'), 'README.md': 'b'}, 'second');
    const {before} = {before: workflow.github.state.tip('main')};
    workflow.github.state.closePullRequest(second);
    const {after} = workflow.push({'zis/orders.json': flow('y'), 'README.md': 'b'});
    const run = await workflow.runPush({before, after}, REQUIRE_PLAN);
    expect(reason(run)).toBe('plan-changed');
    expect(run.failure).toContain('#1');
    expect(workflow.registry.writes).toEqual([]);
  });

  test('a commit that was pushed beside them is not reviewed by them', async () => {
    const workflow = await deployed();
    const first = await workflow.propose({...OLD, ...file('orders', 'new')}, 'first');
    workflow.merge(first);
    const run = await workflow.pushAndRun(
      {...OLD, ...file('orders', 'new'), ...file('alerts', 'pushed')},
      REQUIRE_PLAN
    );
    expect(reason(run)).toBe('plan-changed');
    expect(run.failure).toContain('acme/"alerts"');
    expect(run.failure).not.toContain('acme/"orders"');
    expect(workflow.registry.writes).toEqual([]);
  });

  test('a pull request without a plan among them is named', async () => {
    const workflow = await deployed();
    const first = await workflow.propose({...OLD, ...file('orders', 'new')}, 'first');
    const second = workflow.openPullRequest({...OLD, ...file('refunds')}, 'second');
    workflow.merge(first);
    const run = await workflow.mergeAndRun(second, REQUIRE_PLAN);
    expect(reason(run)).toBe('plan-changed');
    expect(run.failure).toContain('pull request #2 has no plan comment');
  });

  test('more commits than are looked through are said', async () => {
    const workflow = await deployed();
    const first = await workflow.propose({...OLD, ...file('orders', 'new')}, 'first');
    workflow.merge(first);
    const tree = {...OLD, ...file('orders', 'new')};
    for (let index = 0; index < 60; index += 1) workflow.push({...tree, 'README.md': String(index)});
    const run = await workflow.pushAndRun({...tree, 'README.md': 'last'}, REQUIRE_PLAN);
    expect(reason(run)).toBe('plan-missing');
    expect(run.failure).toContain('only the newest 50 of');
  });
});

describe('a merge queue', () => {
  test('plans without a comment, and its push is reviewed by the pull requests', async () => {
    const workflow = await deployed();
    const first = await workflow.propose({...OLD, ...file('orders', 'new')}, 'first');
    const second = await workflow.propose({...OLD, ...file('refunds')}, 'second');
    const queued = await workflow.runMergeGroup(first);
    expect(queued.outputs).toMatchObject({result: 'changes', 'comment-id': ''});
    const {before} = workflow.merge(first);
    const {mergeSha: after} = workflow.merge(second);
    applied(await workflow.runPush({before, after}, REQUIRE_PLAN));
  });
});

describe('what we applied ourselves', () => {
  test('is no change by hand for a plan that was made before', async () => {
    const workflow = await deployed();
    const first = await workflow.propose({...OLD, ...file('orders', 'new')}, 'first');
    const second = await workflow.propose({...OLD, 'README.md': 'x'}, 'second', {
      inputs: {comment: 'always'}
    });
    workflow.push({...OLD, ...file('orders', 'newer'), 'README.md': 'x'}, 'second');
    await workflow.runPullRequest(second);
    applied(await workflow.mergeAndRun(first, REQUIRE_PLAN));
    // The second one takes the place of what the first brought, as a merge that resolves a conflict does.
    const before = workflow.github.state.tip('main');
    const tip = workflow.github.state.tip('second');
    workflow.github.state.branch(
      'main',
      workflow.github.state.commitTree(workflow.github.state.git.filesOf(tip), [before, tip], {})
    );
    const after = workflow.github.state.tip('main');
    workflow.github.state.pullRequest(second).pull.landed.push(after);
    workflow.github.state.closePullRequest(second);
    Object.assign(workflow.github.state.pullRequest(second).pull, {
      mergedAt: workflow.github.state.now(),
      mergeSha: after
    });
    const refused = await workflow.runPush({before, after}, REQUIRE_PLAN);
    expect(reason(refused)).toBe('plan-changed');
    const run = await workflow.runPush({before, after});
    applied(run);
    expect(run.said).toContain('What is applied is not what');
  });

  test('a revert, and a revert of it, are plans like any other', async () => {
    const workflow = await deployed();
    const change = {...OLD, ...file('orders', 'new'), ...file('refunds')};
    for (const [branch, tree] of [
      ['change', change],
      ['revert', OLD],
      ['again', change]
    ] as const) {
      applied(await workflow.mergeAndRun(await workflow.propose(tree, branch), REQUIRE_PLAN));
    }
    expect(workflow.registeredNames()).toEqual(['alerts', 'orders', 'refunds']);
  });
});

describe('a comment that cannot be read', () => {
  test.each(['pullRequestsOf', 'listComments'] as const)(
    '%s fails: what the last apply recorded tells of a change by hand',
    async (method) => {
      const workflow = await deployed();
      const number = await workflow.propose({...OLD, ...file('orders', 'new')});
      workflow.registry.put('acme', bundle('orders', {result: 'by hand'}));
      const {before, mergeSha: after} = workflow.merge(number);
      workflow.github.fail(method);
      const refused = await workflow.runPush({before, after});
      expect(reason(refused)).toBe('live-changed');
      expect(refused.failure).toContain('does not hold what the last apply recorded: acme/"orders"');
      expect(refused.said).toContain('What was reviewed is not known');
      expect(workflow.registry.writes).toEqual([]);
      const run = await workflow.runPush({before, after}, {inputs: {'on-live-change': 'overwrite'}});
      applied(run);
      expect(run.said).toContain('It is overwritten');
    }
  );

  test('without a change by hand it is applied, with a warning', async () => {
    const workflow = await deployed();
    const number = await workflow.propose({...OLD, ...file('orders', 'new')});
    const {before, mergeSha: after} = workflow.merge(number);
    workflow.github.fail('listComments');
    const run = await workflow.runPush({before, after});
    applied(run);
    expect(run.record.notices).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        text: expect.stringContaining('compared with what the last apply recorded')
      })
    );
  });
});
