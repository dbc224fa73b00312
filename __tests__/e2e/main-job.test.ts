import {readFile} from 'node:fs/promises';
import {describe, expect, test} from '@jest/globals';
import {bundleHash} from '../../src/bundle/canonical.js';
import {readHeader} from '../../src/report/header.js';
import {bundle} from '../support/bundles.js';
import {node24} from '../support/runner.js';
import {Scenario, TOKENS, ZERO_SHA} from '../support/scenario.js';

const ORDERS = 'zis/orders.json';
const ALERTS = 'zis/alerts.json';
const REFUNDS = 'zis/refunds.json';
const base = {[ORDERS]: bundle('orders'), [ALERTS]: bundle('alerts')};
const changed = {[ORDERS]: bundle('orders', {result: 'goodbye'}), [REFUNDS]: bundle('refunds')};

describe.each([
  ['the Node that runs the tests', () => Promise.resolve(process.execPath)],
  ['Node 24, the runtime of action.yml', node24]
])('on %s', (_, nodePath) => {
  test('a pull request gets its diff and its merge changes the registry; a second push writes nothing', async () => {
    const node = await nodePath();
    const scenario = await Scenario.start();
    const first = await scenario.pushAndRun(base, {node});
    expect(first.outputs).toMatchObject({result: 'applied', created: '2', 'failure-reason': ''});
    scenario.takeWrites();

    const number = scenario.openPullRequest(changed);
    const planned = await scenario.runPullRequest(number, changed, {node, action: 'opened'});
    expect(planned.exitCode).toBe(0);
    expect(planned.outputs).toMatchObject({
      result: 'changes',
      'failure-reason': '',
      valid: 'true',
      'has-changes': 'true',
      errors: '0',
      created: '1',
      updated: '1',
      deleted: '1',
      unchanged: '0'
    });
    expect(scenario.takeWrites()).toEqual([]);
    const comment = scenario.onlyComment(number);
    expect(comment).toContain('1 to create, 1 to update, 1 to delete');
    expect(comment).toMatch(/^-.*"hello"/m);
    expect(comment).toMatch(/^\+.*"goodbye"/m);
    expect(planned.summary).toContain('1 to create, 1 to update, 1 to delete');

    const {before, mergeSha} = scenario.github.merge(number);
    const push = {before, after: mergeSha, tree: changed};
    const applied = await scenario.runPush(push, {node});
    expect(applied.exitCode).toBe(0);
    expect(applied.outputs).toMatchObject({
      result: 'applied',
      created: '1',
      updated: '1',
      deleted: '1',
      unchanged: '0'
    });
    expect(scenario.registeredNames()).toEqual(['orders', 'refunds']);
    expect(scenario.registry.bundles().map(bundleHash).sort()).toEqual(
      Object.values(changed).map(bundleHash).sort()
    );
    scenario.takeWrites();

    const again = await scenario.runPush(push, {node});
    expect(again.exitCode).toBe(0);
    expect(again.outputs).toMatchObject({
      result: 'no-changes',
      'has-changes': 'false',
      unchanged: '2',
      created: '0'
    });
    expect(scenario.takeWrites()).toEqual([]);
  });
});

describe('the plan', () => {
  test('its file has the shape of the contract, sorted, with hashes and no content', async () => {
    const scenario = await Scenario.start();
    await scenario.pushAndRun(base);
    const number = scenario.openPullRequest(changed);
    const {outputs} = await scenario.runPullRequest(number, changed);
    const plan = JSON.parse(await readFile(outputs['plan-path'] ?? '', 'utf8')) as Record<string, unknown>;
    expect(plan).toEqual({
      version: 1,
      target: {registryUrl: scenario.registry.url, subdomain: 'acme'},
      planHash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      bundles: [
        expect.objectContaining({
          name: 'alerts',
          action: 'delete',
          path: null,
          desiredHash: null,
          liveHash: bundleHash(base[ALERTS])
        }),
        expect.objectContaining({
          integration: 'acme',
          name: 'orders',
          action: 'update',
          path: ORDERS,
          uuid: expect.any(String),
          desiredHash: bundleHash(changed[ORDERS]),
          liveHash: bundleHash(base[ORDERS]),
          resources: [{key: 'orders_flow', type: 'ZIS::Flow', name: 'orders_flow', change: 'changed'}],
          jobSpecs: {install: ['zis:acme:job_spec:orders_job'], uninstall: []}
        }),
        expect.objectContaining({name: 'refunds', action: 'create', uuid: null, liveHash: null})
      ]
    });
    expect(JSON.stringify(plan)).not.toContain('goodbye');
    expect(await readFile(outputs['report-path'] ?? '', 'utf8')).toContain('goodbye');
    const header = readHeader(scenario.onlyComment(number));
    expect(header).toMatchObject({version: 1, planHash: plan['planHash'], state: 'open'});
    expect(header?.bundles?.map(({name}) => name)).toEqual(['alerts', 'orders', 'refunds']);
  });

  test('the comment is updated when the head changes, and left alone when a run is repeated', async () => {
    const scenario = await Scenario.start();
    const number = scenario.openPullRequest(changed);
    await scenario.runPullRequest(number, changed, {runId: 1});
    const before = scenario.github.exchanges.length;
    const repeated = await scenario.runPullRequest(number, changed, {runId: 2, runAttempt: 3});
    expect(scenario.github.exchanges.slice(before).map(({method}) => method)).not.toContain('PATCH');
    expect(repeated.outputs['comment-id']).not.toBe('');

    scenario.pushToPullRequest(base);
    const updated = await scenario.runPullRequest(number, base);
    expect(scenario.onlyComment(number)).toContain('2 to create');
    expect(updated.outputs['comment-id']).toBe(repeated.outputs['comment-id']);
  });

  test('a comment is not created when there is nothing to say, and says so when one exists', async () => {
    const scenario = await Scenario.start();
    await scenario.pushAndRun(base);
    const number = scenario.openPullRequest({...base, 'README.md': 'hello'});
    await scenario.runPullRequest(number, base);
    expect(scenario.github.commentsOn(number)).toEqual([]);
    const always = await scenario.runPullRequest(number, base, {inputs: {comment: 'always'}});
    expect(always.outputs['result']).toBe('no-changes');
    expect(scenario.onlyComment(number)).toContain('no changes');
  });

  test("somebody else's comment with our marker is not ours, wherever it stands in the pages", async () => {
    const scenario = await Scenario.start();
    const number = scenario.openPullRequest(changed);
    await scenario.runPullRequest(number, changed);
    const ours = scenario.github.commentsOn(number)[0]?.body ?? '';
    const other = await Scenario.start();
    const again = other.openPullRequest(changed);
    other.github.addComment(again, 'mallory', ours);
    for (let i = 0; i < 120; i += 1) other.github.addComment(again, 'octo-dev', `comment ${i}`);
    other.pushToPullRequest(changed);
    await other.runPullRequest(again, changed);
    expect(other.github.commentsOn(again)).toHaveLength(122);
    other.pushToPullRequest(base);
    await other.runPullRequest(again, base);
    expect(other.github.commentsOn(again)).toHaveLength(122);
    expect(other.github.commentsOn(again)[0]?.body).toBe(ours);
  });

  test.each([
    ["a user's own token", TOKENS.user],
    ["a GitHub App's token, which cannot ask for its name", TOKENS.app]
  ])('with %s there is one comment too', async (_, token) => {
    const scenario = await Scenario.start();
    const number = scenario.openPullRequest(changed);
    await scenario.runPullRequest(number, changed, {token});
    scenario.pushToPullRequest(base);
    await scenario.runPullRequest(number, base, {token});
    expect(scenario.onlyComment(number)).toContain('orders');
    expect(scenario.onlyComment(number)).not.toContain('refunds');
  });

  test('steps with another comment-key or another matrix have comments of their own', async () => {
    const scenario = await Scenario.start();
    const number = scenario.openPullRequest(changed);
    await scenario.runPullRequest(number, changed);
    await scenario.runPullRequest(number, changed, {inputs: {'comment-key': 'second'}});
    await scenario.runPullRequest(number, changed, {matrix: {account: 'a'}});
    await scenario.runPullRequest(number, changed, {matrix: {account: 'b'}});
    await scenario.runPullRequest(number, changed, {matrix: {account: 'b'}});
    expect(scenario.github.commentsOn(number)).toHaveLength(4);
  });

  test('a run for an older head leaves the comment to the newer one', async () => {
    const scenario = await Scenario.start();
    const number = scenario.openPullRequest(changed);
    const old = scenario.github.pullRequestEvent(number, 'opened');
    scenario.pushToPullRequest(base);
    await scenario.runPullRequest(number, base);
    const newer = scenario.onlyComment(number);
    const late = await scenario.run(
      {eventName: 'pull_request', event: old, sha: 'a'.repeat(40), ref: 'refs/pull/1/merge'},
      {tree: changed}
    );
    expect(late.exitCode).toBe(0);
    expect(scenario.onlyComment(number)).toBe(newer);
  });

  test('pull_request_target plans too', async () => {
    const scenario = await Scenario.start();
    const number = scenario.openPullRequest(changed);
    const result = await scenario.runPullRequest(number, changed, {eventName: 'pull_request_target'});
    expect(result.outputs['result']).toBe('changes');
  });

  test('a merge group is planned without a comment', async () => {
    const scenario = await Scenario.start();
    const number = scenario.openPullRequest(changed);
    const result = await scenario.run(
      {
        eventName: 'merge_group',
        event: scenario.github.mergeGroupEvent(number),
        sha: scenario.github.tip('main'),
        ref: 'refs/heads/gh-readonly-queue/main/pr-1'
      },
      {tree: changed}
    );
    expect(result.exitCode).toBe(0);
    expect(result.outputs['result']).toBe('changes');
    expect(scenario.github.commentsOn(number)).toEqual([]);
    expect(scenario.takeWrites()).toEqual([]);
  });
});

describe('without permission or credentials', () => {
  test('a fork without secrets is checked, says in one notice why there is no diff, and passes', async () => {
    const scenario = await Scenario.start();
    const number = scenario.openPullRequest(changed);
    const result = await scenario.runPullRequest(number, changed, {
      inputs: {email: '', 'api-token': ''},
      token: TOKENS.readOnly
    });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({
      result: 'valid',
      valid: 'true',
      'failure-reason': '',
      'plan-path': ''
    });
    expect(result.summary).toContain('not compared with the registry');
    expect(result.annotations.filter(({level}) => level === 'notice')).toHaveLength(1);
    expect(scenario.registry.requests).toEqual([]);
  });

  test('a fork with a broken bundle fails on the finding alone', async () => {
    const scenario = await Scenario.start();
    const tree = {...changed, [ORDERS]: '{"name": "orders",}\n'};
    const number = scenario.openPullRequest(tree);
    const result = await scenario.runPullRequest(number, tree, {
      inputs: {email: '', 'api-token': ''},
      token: TOKENS.readOnly
    });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({result: 'invalid', 'failure-reason': 'invalid-bundles'});
  });

  test('a read-only token fails nothing: one warning names the permission, the summary has the report', async () => {
    const scenario = await Scenario.start();
    const number = scenario.openPullRequest(changed);
    const result = await scenario.runPullRequest(number, changed, {token: TOKENS.readOnly});
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({result: 'changes', 'comment-id': ''});
    const warnings = result.annotations.filter(({level}) => level === 'warning');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.message).toContain('pull-requests: write');
    expect(result.summary).toContain('2 to create');
  });

  test('GitHub being out of order never fails a plan', async () => {
    const scenario = await Scenario.start();
    const number = scenario.openPullRequest(changed);
    scenario.github.fail(/.*/, 100, {status: 500});
    const result = await scenario.runPullRequest(number, changed);
    expect(result.exitCode).toBe(0);
    expect(result.outputs['result']).toBe('changes');
    scenario.github.forget();
  });

  test.each(['push', 'schedule'])(
    '%s without credentials fails with credentials-missing',
    async (eventName) => {
      const scenario = await Scenario.start();
      const {after} = scenario.push(base);
      const event =
        eventName === 'push'
          ? scenario.github.pushEvent({ref: 'refs/heads/main', before: ZERO_SHA, after})
          : scenario.github.scheduleEvent();
      const result = await scenario.run(
        {eventName, event, sha: after, ref: 'refs/heads/main'},
        {tree: base, inputs: {'api-token': ''}}
      );
      expect(result.exitCode).toBe(1);
      expect(result.outputs).toMatchObject({result: 'failed', 'failure-reason': 'credentials-missing'});
    }
  );

  test('wrong credentials are rejected in words, and appear nowhere', async () => {
    const scenario = await Scenario.start();
    const token = 'wrong-S3CRET-token';
    const result = await scenario.pushAndRun(base, {inputs: {'api-token': token}});
    expect(result.outputs).toMatchObject({result: 'failed', 'failure-reason': 'credentials-rejected'});
    const log = result.stdout.replace(/^::add-mask::.*$/gm, '');
    for (const text of [log, result.stderr, result.summary, JSON.stringify(result.outputs)]) {
      expect(text).not.toContain(token);
      expect(text).not.toContain(Buffer.from(`admin@example.com/token:${token}`).toString('base64'));
    }
    expect(result.masks).toContain(token);
  });
});

describe('apply', () => {
  test('nothing is written when any bundle is invalid', async () => {
    const scenario = await Scenario.start();
    const result = await scenario.pushAndRun({
      ...base,
      [REFUNDS]: {...bundle('refunds'), zis_template_version: '2020-01-01'}
    });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({
      result: 'invalid',
      'failure-reason': 'invalid-bundles',
      valid: 'false',
      errors: '1'
    });
    expect(scenario.takeWrites()).toEqual([]);
    expect(result.annotations).toContainEqual(
      expect.objectContaining({level: 'error', file: REFUNDS, line: 4})
    );
  });

  test('a pull request that is closed and merged is applied', async () => {
    const scenario = await Scenario.start();
    await scenario.pushAndRun(base);
    const number = scenario.openPullRequest(changed);
    await scenario.runPullRequest(number, changed);
    const {mergeSha} = scenario.github.merge(number);
    const event = scenario.github.pullRequestEvent(number, 'closed');
    const result = await scenario.run(
      {eventName: 'pull_request', event, sha: mergeSha, ref: 'refs/heads/main'},
      {tree: changed}
    );
    expect(result.outputs).toMatchObject({result: 'applied', deleted: '1'});
    expect(scenario.registeredNames()).toEqual(['orders', 'refunds']);
    expect(readHeader(scenario.onlyComment(number))?.state).toBe('applied');
  });

  test('a pull request that is closed without a merge has its comment marked, and nothing is applied', async () => {
    const scenario = await Scenario.start();
    const number = scenario.openPullRequest(changed);
    await scenario.runPullRequest(number, changed);
    scenario.github.closePullRequest(number);
    const result = await scenario.runPullRequest(number, changed, {action: 'closed'});
    expect(result.exitCode).toBe(0);
    expect(scenario.onlyComment(number)).toContain('closed without being merged');
    expect(scenario.takeWrites()).toEqual([]);
  });

  test('a push to another branch, or of a tag, only validates: no registry, no credentials', async () => {
    const scenario = await Scenario.start();
    const {before, after} = scenario.push(base);
    for (const ref of ['refs/heads/feature', 'refs/tags/v1']) {
      const event = scenario.github.pushEvent({ref, before, after});
      const result = await scenario.run(
        {eventName: 'push', event, sha: after, ref},
        {tree: base, inputs: {email: '', 'api-token': ''}}
      );
      expect(result.exitCode).toBe(0);
      expect(result.outputs).toMatchObject({result: 'valid', 'has-changes': 'false'});
    }
    expect(scenario.registry.requests).toEqual([]);
  });

  test('what was never declared here is not deleted', async () => {
    const scenario = await Scenario.start();
    await scenario.pushAndRun({...base, [REFUNDS]: bundle('refunds')});
    const other = await Scenario.start();
    other.push(base);
    const url = {'registry-url': scenario.registry.url};
    const result = await other.pushAndRun({[ORDERS]: bundle('orders')}, {inputs: url});
    expect(result.outputs).toMatchObject({deleted: '1', unchanged: '1'});
    expect(scenario.registeredNames()).toEqual(['orders', 'refunds']);
  });

  test.each([
    ['of zeros, as for a new branch', ZERO_SHA],
    ['that GitHub does not have, as after a force push', 'f'.repeat(40)]
  ])('a `before` %s deletes nothing and says so', async (_, before) => {
    const scenario = await Scenario.start();
    await scenario.pushAndRun(base);
    const {after} = scenario.push(changed);
    const inputs = {'comment-key': 'without-a-record'};
    const result = await scenario.runPush({before, after, tree: changed}, {inputs});
    expect(result.outputs).toMatchObject({result: 'applied', deleted: '0'});
    expect(scenario.registeredNames()).toEqual(['alerts', 'orders', 'refunds']);
    expect(result.summary).toContain('Nothing is deleted');
  });

  test('deletes: never keeps, deletes: prune takes everything that is not declared', async () => {
    const scenario = await Scenario.start();
    await scenario.pushAndRun(base);
    const kept = await scenario.pushAndRun({[ORDERS]: bundle('orders')}, {inputs: {deletes: 'never'}});
    expect(kept.outputs).toMatchObject({result: 'no-changes', deleted: '0'});
    const pruned = await scenario.pushAndRun({[ORDERS]: bundle('orders')}, {inputs: {deletes: 'prune'}});
    expect(pruned.outputs).toMatchObject({result: 'applied', deleted: '1'});
    expect(scenario.registeredNames()).toEqual(['orders']);
  });

  test('more deletions than max-deletes stop before the first write', async () => {
    const scenario = await Scenario.start();
    await scenario.pushAndRun(base);
    scenario.takeWrites();
    const result = await scenario.pushAndRun({[REFUNDS]: bundle('refunds')}, {inputs: {'max-deletes': '1'}});
    expect(result.exitCode).toBe(1);
    expect(result.outputs['failure-reason']).toBe('too-many-deletes');
    expect(scenario.takeWrites()).toEqual([]);
  });

  test('a pattern that matches nothing is an error, unless the repository really declares nothing', async () => {
    const scenario = await Scenario.start();
    await scenario.pushAndRun(base);
    scenario.takeWrites();
    const mistyped = await scenario.pushAndRun(base, {inputs: {bundles: 'zsi/*.json'}});
    expect(mistyped.exitCode).toBe(1);
    expect(mistyped.outputs['failure-reason']).toBe('invalid-inputs');
    expect(mistyped.stdout).toContain('zsi/*.json');
    expect(scenario.takeWrites()).toEqual([]);
    const meant = await scenario.pushAndRun({'README.md': 'no bundles'}, {inputs: {'allow-empty': 'true'}});
    expect(meant.outputs).toMatchObject({result: 'applied', deleted: '2'});
    expect(scenario.registeredNames()).toEqual([]);
  });
});

describe('drift', () => {
  const schedule = (scenario: Scenario, tree: Record<string, string | object>) =>
    scenario.run(
      {
        eventName: 'schedule',
        event: scenario.github.scheduleEvent(),
        sha: scenario.github.tip('main'),
        ref: 'refs/heads/main'
      },
      {tree: tree as typeof base}
    );

  test('passes while the registry holds what the checkout declares, and fails when it does not', async () => {
    const scenario = await Scenario.start();
    await scenario.pushAndRun(base);
    scenario.takeWrites();
    const clean = await schedule(scenario, base);
    expect(clean.exitCode).toBe(0);
    expect(clean.outputs).toMatchObject({result: 'no-changes', 'failure-reason': ''});
    const drifted = await schedule(scenario, {
      ...base,
      [ORDERS]: bundle('orders', {result: 'edited in the account'})
    });
    expect(drifted.exitCode).toBe(1);
    expect(drifted.outputs).toMatchObject({
      result: 'drift',
      'failure-reason': 'drift',
      updated: '1',
      unchanged: '1'
    });
    expect(scenario.takeWrites()).toEqual([]);
  });
});
