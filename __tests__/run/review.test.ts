import {describe, expect, test} from '@jest/globals';
import {readHeader, withHeader} from '../../src/report/header.js';
import {ACTIONS_BOT} from '../../src/stand-ins/github/state.js';
import {bundle} from '../support/bundles.js';
import {MemoryWorkflow, PLAN_KEY, type MemoryRun, type Tree} from '../support/memory-workflow.js';

const REQUIRE_PLAN = {inputs: {'require-plan': 'true'}};
const ORDERS = 'zis/orders.json';
const orders = (result: string): Tree => ({[ORDERS]: bundle('orders', {result})});
const ALERTS: Tree = {'zis/alerts.json': bundle('alerts')};
const REFUNDS: Tree = {'zis/refunds.json': bundle('refunds')};
const OLD = orders('old');
const NEW = orders('new');

const reason = (run: MemoryRun): string => run.outputs['failure-reason'] ?? '';
const applied = (run: MemoryRun): void => {
  expect({failure: run.failure, result: run.outputs['result']}).toEqual({failure: '', result: 'applied'});
};

/** A workflow in which these files are deployed. */
async function deployed(tree: Tree = OLD): Promise<MemoryWorkflow> {
  const workflow = new MemoryWorkflow();
  applied(await workflow.pushAndRun(tree));
  workflow.registry.calls.length = 0;
  return workflow;
}

/** Its plan comment is changed by somebody, and it is merged with require-plan. */
async function tampered(change: (body: string, workflow: MemoryWorkflow) => string): Promise<{
  run: MemoryRun;
  workflow: MemoryWorkflow;
}> {
  const workflow = await deployed();
  const number = await workflow.propose(NEW);
  const [comment] = workflow.github.state.commentsOn(number);
  comment!.body = change(comment!.body, workflow);
  return {run: await workflow.mergeAndRun(number, REQUIRE_PLAN), workflow};
}

describe('require-plan', () => {
  test.each(['merge', 'squash', 'rebase'] as const)('applies what was reviewed (%s)', async (method) => {
    const workflow = await deployed();
    const number = await workflow.propose(NEW);
    applied(await workflow.mergeAndRun(number, REQUIRE_PLAN, {method}));
    expect(readHeader(workflow.onlyComment(number))).toMatchObject({state: 'applied'});
  });

  test('a rebase of several commits, and a merge commit with a later one of its own', async () => {
    const workflow = await deployed();
    const number = workflow.openPullRequest({...OLD, ...ALERTS});
    workflow.push({...NEW, ...ALERTS}, 'change');
    await workflow.runPullRequest(number);
    applied(await workflow.mergeAndRun(number, REQUIRE_PLAN, {method: 'rebase'}));
    expect(workflow.registeredNames()).toEqual(['alerts', 'orders']);
  });

  test('a deletion must have been shown, too', async () => {
    const workflow = await deployed({...OLD, ...ALERTS});
    const number = await workflow.propose(OLD);
    applied(await workflow.mergeAndRun(number, REQUIRE_PLAN));
    expect(workflow.registeredNames()).toEqual(['orders']);
    const run = await workflow.pushAndRun({...REFUNDS}, REQUIRE_PLAN);
    expect(reason(run)).toBe('plan-missing');
    expect(workflow.registeredNames()).toEqual(['orders']);
  });

  test('nothing to apply needs no plan', async () => {
    const workflow = await deployed();
    const run = await workflow.pushAndRun({...OLD, 'README.md': 'More words'}, REQUIRE_PLAN);
    expect(run.outputs).toMatchObject({result: 'no-changes', 'failure-reason': ''});
  });

  test('an apply without a plan-key stops before it asks anything', async () => {
    const workflow = await deployed();
    const number = await workflow.propose(NEW);
    workflow.registry.calls.length = 0;
    const run = await workflow.mergeAndRun(number, {inputs: {'require-plan': 'true', 'plan-key': ''}});
    expect(reason(run)).toBe('invalid-inputs');
    expect(run.failure).toContain('plan-key');
    expect(workflow.registry.calls).toEqual([]);
  });

  test('a plan without a plan-key says in a notice that its comment is not signed', async () => {
    const workflow = await deployed();
    const number = workflow.openPullRequest(NEW);
    const run = await workflow.runPullRequest(number, {inputs: {'require-plan': 'true', 'plan-key': ''}});
    expect(run.record.notices).toContainEqual(
      expect.objectContaining({level: 'notice', text: expect.stringContaining('not signed')})
    );
    expect(readHeader(workflow.onlyComment(number))).not.toHaveProperty('mac');
    expect(reason(await workflow.mergeAndRun(number, REQUIRE_PLAN))).toBe('plan-missing');
  });

  test('a commit of no pull request, and a pull request without a plan', async () => {
    const workflow = await deployed();
    expect(reason(await workflow.pushAndRun(NEW, REQUIRE_PLAN))).toBe('plan-missing');
    const number = workflow.openPullRequest(NEW, 'other');
    expect(reason(await workflow.mergeAndRun(number, REQUIRE_PLAN))).toBe('plan-missing');
    expect(workflow.registry.writes).toEqual([]);
  });

  test('the plan must be of the head that was merged', async () => {
    const workflow = await deployed();
    const number = await workflow.propose(NEW);
    workflow.push({...NEW, 'README.md': 'More words'}, 'change');
    const {before, mergeSha: after} = workflow.merge(number);
    const refused = await workflow.runPush({before, after}, REQUIRE_PLAN);
    expect(reason(refused)).toBe('plan-changed');
    expect(refused.failure).toContain(`and ${workflow.github.state.tip('change')} was merged`);
    expect(workflow.registry.writes).toEqual([]);
    applied(await workflow.runPush({before, after}));
  });

  test('what is declared otherwise than it was shown is plan-changed, with the diff', async () => {
    const workflow = await deployed();
    const number = await workflow.propose(NEW);
    workflow.merge(number);
    const run = await workflow.pushAndRun(orders('sneaked in'), REQUIRE_PLAN);
    expect(reason(run)).toBe('plan-changed');
    const other = await workflow.runPullRequest(number, {
      action: 'closed',
      tree: orders('generated'),
      ...REQUIRE_PLAN
    });
    expect(reason(other)).toBe('plan-changed');
    expect(other.failure).toContain('what is applied is not what the plan comment on pull request #1 showed');
    expect(other.record.explanations.map(({title}) => title)).toEqual([
      'acme/"orders": declared in the plan → declared now'
    ]);
    expect(other.record.explanations[0]).toMatchObject({
      before: bundle('orders', {result: 'new'}),
      after: bundle('orders', {result: 'generated'})
    });
    expect(workflow.registry.writes).toEqual([]);
  });
});

describe('a plan comment that was changed', () => {
  test.each<[string, (body: string) => string]>([
    ['a word that people see', (body) => body.replace('orders', 'harmless')],
    [
      'its hashes',
      (body) =>
        withHeader(body, {
          ...readHeader(body)!,
          bundles: [{...readHeader(body)!.bundles![0]!}],
          planHash: 'sha256:x'
        })
    ],
    ['its signature', (body) => withHeader(body, {...readHeader(body)!, mac: 'f'.repeat(64)})],
    ['no signature', (body) => withHeader(body, {...readHeader(body)!, mac: ''})]
  ])('%s: nothing is applied', async (_, change) => {
    const {run, workflow} = await tampered(change);
    expect(reason(run)).toBe('plan-missing');
    expect(run.failure).toContain('not signed with this plan-key, or was changed since');
    expect(workflow.registry.writes).toEqual([]);
  });

  test('is not signed by the apply that refused it: the next one refuses it, too', async () => {
    const {workflow} = await tampered((body) => body.replace('orders', 'harmless'));
    const run = await workflow.runPullRequest(1, {action: 'closed', ...REQUIRE_PLAN});
    expect(reason(run)).toBe('plan-missing');
    expect(readHeader(workflow.onlyComment(1))).toMatchObject({planHash: null, bundles: null});
  });

  test('nor by a run that marks it closed', async () => {
    const workflow = await deployed();
    const number = await workflow.propose(NEW);
    const [comment] = workflow.github.state.commentsOn(number);
    comment!.body = comment!.body.replace('orders', 'harmless');
    workflow.github.state.closePullRequest(number);
    await workflow.runPullRequest(number, {action: 'closed'});
    expect(readHeader(comment!.body)).toMatchObject({state: 'closed'});
    workflow.github.state.pullRequest(number).state = 'open';
    expect(reason(await workflow.mergeAndRun(number, REQUIRE_PLAN))).toBe('plan-missing');
  });

  test('a plan that is run again signs it anew', async () => {
    const workflow = await deployed();
    const number = await workflow.propose(NEW);
    const [comment] = workflow.github.state.commentsOn(number);
    comment!.body = withHeader(comment!.body, {...readHeader(comment!.body)!, mac: 'f'.repeat(64)});
    await workflow.runPullRequest(number);
    applied(await workflow.mergeAndRun(number, REQUIRE_PLAN));
  });

  test('a comment of another workflow with a forged header hides ours from nobody', async () => {
    const workflow = await deployed();
    const probe = await workflow.propose(NEW, 'probe');
    const header = readHeader(workflow.onlyComment(probe))!;
    const number = workflow.openPullRequest(NEW);
    const forged = withHeader(workflow.onlyComment(probe), {...header, bundles: [], mac: 'f'.repeat(64)});
    workflow.github.state.addComment(number, ACTIONS_BOT.login, forged);
    const ours = withHeader(workflow.onlyComment(probe), {...header, key: 'of another step'});
    workflow.github.state.addComment(number, ACTIONS_BOT.login, ours);
    await workflow.runPullRequest(number);
    const [first] = workflow.github.state.commentsOn(number);
    // The plan took the forged one over; somebody forges one again, above ours.
    workflow.github.state.addComment(number, ACTIONS_BOT.login, first!.body);
    first!.body = forged;
    applied(await workflow.mergeAndRun(number, REQUIRE_PLAN));
  });

  test('a signed plan of another pull request, or with another key, proves nothing', async () => {
    const workflow = await deployed();
    const first = await workflow.propose(NEW, 'first');
    const second = workflow.openPullRequest(NEW, 'second');
    workflow.github.state.addComment(second, ACTIONS_BOT.login, workflow.onlyComment(first));
    expect(reason(await workflow.mergeAndRun(second, REQUIRE_PLAN))).toBe('plan-missing');
    const third = workflow.openPullRequest({...NEW, ...ALERTS}, 'third');
    await workflow.runPullRequest(third, {inputs: {'plan-key': `${PLAN_KEY}, nearly`}});
    expect(reason(await workflow.mergeAndRun(third, REQUIRE_PLAN))).toBe('plan-missing');
  });

  test('without require-plan it is said in a warning, and no reason to stop', async () => {
    const workflow = await deployed();
    const number = await workflow.propose(NEW);
    const [comment] = workflow.github.state.commentsOn(number);
    comment!.body = comment!.body.replace('orders', 'harmless');
    const run = await workflow.mergeAndRun(number);
    applied(run);
    expect(run.record.notices).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        text: expect.stringContaining('What was reviewed is not known')
      })
    );
  });
});

describe('an apply keeps the plan in the comment', () => {
  test('when it was refused before it looked: the next is held to the same plan', async () => {
    const workflow = await deployed({...OLD, ...ALERTS});
    const number = await workflow.propose(NEW);
    const {before, mergeSha: after} = workflow.merge(number);
    const strict = {inputs: {'require-plan': 'true', 'max-deletes': '0'}};
    expect(reason(await workflow.runPush({before, after}, strict))).toBe('too-many-deletes');
    applied(await workflow.runPush({before, after}, REQUIRE_PLAN));
  });

  test('when it failed half-way', async () => {
    const workflow = await deployed();
    const number = await workflow.propose({...NEW, ...ALERTS});
    workflow.registry.before = (call) => {
      if (call === 'upload alerts') throw new Error('refused');
    };
    const {before, mergeSha: after} = workflow.merge(number);
    expect(reason(await workflow.runPush({before, after}, REQUIRE_PLAN))).toBe('internal');
    workflow.registry.before = () => undefined;
    applied(await workflow.runPush({before, after}, REQUIRE_PLAN));
  });
});

describe('a change in the account', () => {
  const byHand = bundle('orders', {result: 'by hand'});

  test('live-changed with the diff, or overwritten with a warning', async () => {
    const workflow = await deployed();
    const number = await workflow.propose(NEW);
    workflow.registry.put('acme', byHand);
    const {before, mergeSha: after} = workflow.merge(number);
    const refused = await workflow.runPush({before, after});
    expect(reason(refused)).toBe('live-changed');
    expect(refused.record.explanations).toMatchObject([
      {
        title: 'acme/"orders": registered when the plan was made → registered now',
        before: bundle('orders', {result: 'old'})
      }
    ]);
    expect(workflow.registry.writes).toEqual([]);
    const run = await workflow.runPush({before, after}, {inputs: {'on-live-change': 'overwrite'}});
    applied(run);
    expect(run.said).toContain('It is overwritten, as on-live-change says.');
  });

  test('a bundle that is to be deleted counts, too', async () => {
    const workflow = await deployed({...OLD, ...ALERTS});
    const number = await workflow.propose(OLD);
    workflow.registry.put('acme', bundle('alerts', {result: 'by hand'}));
    expect(reason(await workflow.mergeAndRun(number))).toBe('live-changed');
    expect(workflow.registeredNames()).toEqual(['alerts', 'orders']);
  });

  test('and one that appeared where the plan would create it', async () => {
    const workflow = await deployed();
    const number = await workflow.propose({...OLD, ...ALERTS});
    workflow.registry.put('acme', bundle('alerts', {result: 'by hand'}));
    expect(reason(await workflow.mergeAndRun(number))).toBe('live-changed');
  });
});

describe('whose plan it is', () => {
  test('of several pull requests that hold the commit, the one whose merge it is', async () => {
    const workflow = await deployed();
    const inner = await workflow.propose({...OLD, ...ALERTS}, 'inner');
    // Another one brings the same commit, and is merged first.
    workflow.github.state.branch('outer', workflow.github.state.tip('inner'));
    const outer = workflow.github.state.openPullRequest({head: 'outer', title: 'Outer'}).number;
    await workflow.runPullRequest(outer);
    applied(await workflow.mergeAndRun(outer, REQUIRE_PLAN));
    expect(readHeader(workflow.onlyComment(outer))).toMatchObject({state: 'applied'});
    expect(readHeader(workflow.onlyComment(inner))).toMatchObject({state: 'open'});
  });

  test('of several that were merged with the commit, the one whose merge it is', async () => {
    const workflow = await deployed();
    const inner = await workflow.propose({...OLD, ...ALERTS}, 'inner');
    workflow.github.state.branch('outer', workflow.github.state.tip('inner'));
    const outer = workflow.github.state.openPullRequest({head: 'outer', title: 'Outer'}).number;
    await workflow.runPullRequest(outer);
    const {before, mergeSha: after} = workflow.merge(outer);
    const {pull} = workflow.github.state.pullRequest(inner);
    pull.landed.push(after);
    Object.assign(pull, {mergedAt: workflow.github.state.now(), mergeSha: before});
    applied(await workflow.runPush({before, after}, REQUIRE_PLAN));
    expect(readHeader(workflow.onlyComment(outer))).toMatchObject({state: 'applied'});
    expect(readHeader(workflow.onlyComment(inner))).toMatchObject({state: 'open'});
  });

  test('one that GitHub names and that was not merged is no review', async () => {
    const workflow = await deployed();
    const number = await workflow.propose(NEW);
    const before = workflow.github.state.tip('main');
    const after = workflow.github.state.tip('change');
    workflow.github.state.branch('main', after);
    const {github} = workflow;
    github.pullRequestsOf = async () => [await github.pullRequest(number)];
    expect(reason(await workflow.runPush({before, after}, REQUIRE_PLAN))).toBe('plan-missing');
  });

  test('one that was merged into another branch shows nothing of this one', async () => {
    const workflow = await deployed();
    workflow.github.state.branch('feature', workflow.github.state.tip('main'));
    const stacked = workflow.openPullRequest(NEW, 'stacked', 'feature');
    await workflow.runPullRequest(stacked);
    const {mergeSha} = workflow.merge(stacked);
    const before = workflow.github.state.tip('main');
    workflow.github.state.branch('main', mergeSha);
    expect(reason(await workflow.runPush({before, after: mergeSha}, REQUIRE_PLAN))).toBe('plan-missing');
  });

  test('an open one, or one that was closed, is no review', async () => {
    const workflow = await deployed();
    const number = await workflow.propose(NEW);
    const before = workflow.github.state.tip('main');
    const after = workflow.github.state.tip('change');
    workflow.github.state.branch('main', after);
    expect(reason(await workflow.runPush({before, after}, REQUIRE_PLAN))).toBe('plan-missing');
    workflow.github.state.closePullRequest(number);
    expect(reason(await workflow.runPush({before, after}, REQUIRE_PLAN))).toBe('plan-missing');
  });
});

describe('GitHub that fails', () => {
  test.each(['pullRequestsOf', 'listComments', 'login'] as const)(
    '%s: nothing passes require-plan, and without it a warning says what is not known',
    async (method) => {
      const workflow = await deployed();
      const number = await workflow.propose(NEW);
      const {before, mergeSha: after} = workflow.merge(number);
      workflow.github.fail(method);
      expect(reason(await workflow.runPush({before, after}, REQUIRE_PLAN))).toBe('plan-missing');
      expect(workflow.registry.writes).toEqual([]);
      const run = await workflow.runPush({before, after});
      applied(run);
      expect(run.record.notices).toContainEqual(
        expect.objectContaining({level: 'warning', text: expect.stringContaining(`GitHub: ${method} failed`)})
      );
    }
  );

  test('no token passes no require-plan either', async () => {
    const workflow = await deployed();
    const number = await workflow.propose(NEW);
    const run = await workflow.mergeAndRun(number, {...REQUIRE_PLAN, token: false});
    expect(reason(run)).toBe('plan-missing');
    expect(workflow.registry.writes).toEqual([]);
  });

  test('and says so where there is nothing to apply', async () => {
    const workflow = await deployed();
    workflow.github.fail('pullRequestsOf');
    const run = await workflow.pushAndRun({...OLD, 'README.md': 'x'}, REQUIRE_PLAN);
    expect(run.outputs).toMatchObject({result: 'no-changes'});
    expect(run.said).toContain('pullRequestsOf failed');
  });
});
