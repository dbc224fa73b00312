import {describe, expect, test} from '@jest/globals';
import {readFile} from 'node:fs/promises';
import {bundleHash} from '../../src/bundle/canonical.js';
import type {JsonObject} from '../../src/bundle/json-types.js';
import type {EmulatorOptions} from '../../src/emulator/index.js';
import {accountAt} from '../support/account.js';
import {bundle, textAt} from '../support/bundles.js';
import type {RunResult} from '../support/runner.js';
import {CREDENTIALS, Scenario, TOKENS, type RunSettings, type Tree} from '../support/scenario.js';

const ORDERS = 'zis/orders.json';
const ALERTS = 'zis/alerts.json';
const REFUNDS = 'zis/refunds.json';
const orders = (result: string): JsonObject => bundle('orders', {result});
const base: Tree = {[ORDERS]: orders('hello'), [ALERTS]: bundle('alerts')};
const changed: Tree = {[ORDERS]: orders('goodbye'), [ALERTS]: bundle('alerts')};
const withRefunds: Tree = {...base, [REFUNDS]: bundle('refunds')};
const REQUIRE_PLAN = {inputs: {'require-plan': 'true'}};
const BUNDLES = '/api/services/zis/registry/acme/bundles';

/** A scenario in which these files are deployed. */
async function deployed(tree: Tree, options: EmulatorOptions = {}): Promise<Scenario> {
  const scenario = await Scenario.start(options);
  const {outputs} = await scenario.pushAndRun(tree);
  expect(outputs['result']).toBe('applied');
  scenario.takeWrites();
  return scenario;
}

/** Merges a pull request; its run is still to come. */
function merge(scenario: Scenario, number: number, tree: Tree) {
  const {before, mergeSha} = scenario.github.merge(number);
  return {before, after: mergeSha, tree};
}

/** A pull request on which the plan for these files was shown, merged. */
async function reviewed(scenario: Scenario, tree: Tree) {
  const number = scenario.openPullRequest(tree);
  await scenario.runPullRequest(number, tree, {inputs: {comment: 'always'}});
  return {number, push: merge(scenario, number, tree)};
}

const registered = (scenario: Scenario, name: string): JsonObject | undefined =>
  scenario.registry.bundles().find((found) => found['name'] === name);
const installed = (scenario: Scenario): string[] =>
  scenario.registry
    .jobSpecs()
    .filter((spec) => spec['installed'] === true)
    .map((spec) => textAt(spec, 'name'))
    .sort();
const warnings = ({annotations}: RunResult): string[] =>
  annotations.filter(({level}) => level === 'warning').map(({message}) => message);
const failsWith = (result: RunResult, reason: string): void => {
  expect(result.outputs).toMatchObject({result: 'failed', 'failure-reason': reason});
  expect(result.exitCode).toBe(1);
};

describe('plan, then exactly that plan', () => {
  test('what was reviewed is applied', async () => {
    const scenario = await deployed(base);
    const {push} = await reviewed(scenario, changed);
    const result = await scenario.runPush(push, REQUIRE_PLAN);
    expect(result.outputs).toMatchObject({result: 'applied', updated: '1'});
    expect(result.summary).not.toMatch(/reviewed this plan|no longer holds|is not what/);
  });

  test('a commit without a pull request: plan-missing where a plan is required, else it is applied', async () => {
    const scenario = await deployed(base);
    const push = scenario.push(changed);
    const refused = await scenario.runPush(push, REQUIRE_PLAN);
    failsWith(refused, 'plan-missing');
    expect(refused.stdout).toContain('this commit is of no merged pull request');
    expect(scenario.takeWrites()).toEqual([]);
    expect((await scenario.runPush(push)).outputs['result']).toBe('applied');
  });

  test('a pull request without a plan comment: plan-missing where a plan is required, else the report says it', async () => {
    const scenario = await deployed(base);
    const push = merge(scenario, scenario.openPullRequest(changed), changed);
    const refused = await scenario.runPush(push, REQUIRE_PLAN);
    failsWith(refused, 'plan-missing');
    expect(scenario.takeWrites()).toEqual([]);
    const applied = await scenario.runPush(push);
    expect(applied.outputs['result']).toBe('applied');
    expect(applied.summary).toContain('Nobody reviewed this plan');
  });

  test('files that changed after the plan was shown: plan-changed where a plan is required, else the report says it, both with the diff', async () => {
    const scenario = await deployed(base);
    const number = scenario.openPullRequest(changed);
    await scenario.runPullRequest(number, changed);
    const later: Tree = {...changed, [ORDERS]: orders('something else')};
    scenario.pushToPullRequest(later);
    const push = merge(scenario, number, later);

    const refused = await scenario.runPush(push, REQUIRE_PLAN);
    failsWith(refused, 'plan-changed');
    expect(scenario.takeWrites()).toEqual([]);
    const applied = await scenario.runPush(push);
    expect(applied.outputs['result']).toBe('applied');
    for (const {summary} of [refused, applied]) {
      expect(summary).toContain('declared in the plan → declared now');
      expect(summary).toMatch(/^-.*"goodbye"/m);
      expect(summary).toMatch(/^\+.*"something else"/m);
    }
  });

  test('a bundle that changed in the account: live-changed, with the diff, unless on-live-change: overwrite', async () => {
    const scenario = await deployed(base);
    const {push} = await reviewed(scenario, changed);
    await accountAt(scenario.registry.url).upload(orders('edited by hand'));
    scenario.takeWrites();

    const refused = await scenario.runPush(push);
    failsWith(refused, 'live-changed');
    expect(scenario.takeWrites()).toEqual([]);
    expect(refused.summary).toContain('registered when the plan was made → registered now');
    expect(refused.summary).toMatch(/^-.*"hello"/m);
    expect(refused.summary).toMatch(/^\+.*"edited by hand"/m);

    const overwritten = await scenario.runPush(push, {inputs: {'on-live-change': 'overwrite'}});
    expect(overwritten.outputs['result']).toBe('applied');
    expect(warnings(overwritten).join()).toContain('It is overwritten');
    expect(bundleHash(registered(scenario, 'orders') ?? {})).toBe(bundleHash(orders('goodbye')));
  });

  test("a plan comment that somebody else forged is nobody's plan", async () => {
    const scenario = await deployed(base);
    const number = scenario.openPullRequest(changed);
    await scenario.runPullRequest(number, changed);
    const [ours] = scenario.github.commentsOn(number);
    scenario.github.comments.delete(ours?.id ?? 0);
    scenario.github.addComment(number, 'mallory', ours?.body ?? '');
    scenario.github.addComment(number, null, ours?.body ?? '');
    const result = await scenario.runPush(merge(scenario, number, changed), REQUIRE_PLAN);
    failsWith(result, 'plan-missing');
    expect(scenario.takeWrites()).toEqual([]);
  });

  test('a second apply after one that failed is still held to what was reviewed', async () => {
    const scenario = await deployed(base);
    const both: Tree = {[ORDERS]: orders('goodbye'), [ALERTS]: bundle('alerts', {result: 'louder'})};
    const {push} = await reviewed(scenario, both);
    scenario.registry.script({match: {method: 'POST', path: BUNDLES}, fault: {kind: 'status', status: 400}});
    failsWith(await scenario.runPush(push, {...REQUIRE_PLAN, ...SERIAL}), 'apply-failed');
    expect(bundleHash(registered(scenario, 'orders') ?? {})).toBe(bundleHash(orders('goodbye')));

    const account = accountAt(scenario.registry.url);
    await account.upload(bundle('alerts', {result: 'edited by hand'}));
    failsWith(await scenario.runPush(push, REQUIRE_PLAN), 'live-changed');
    await account.upload(bundle('alerts'));
    const done = await scenario.runPush(push, REQUIRE_PLAN);
    expect(done.outputs).toMatchObject({result: 'applied', updated: '1', unchanged: '1'});
  });

  test('more bundles than a comment can name are held to the hash of the plan', async () => {
    const scenario = await Scenario.start();
    const many = Object.fromEntries(
      Array.from({length: 260}, (_, index) => [`zis/b${index}.json`, bundle(`b${index}`)])
    );
    const number = scenario.openPullRequest(many);
    await scenario.runPullRequest(number, many);
    const push = merge(scenario, number, many);
    await accountAt(scenario.registry.url).upload(bundle('b7', {result: 'made by hand'}));
    failsWith(await scenario.runPush(push, REQUIRE_PLAN), 'plan-changed');
    await accountAt(scenario.registry.url).delete(textAt(registered(scenario, 'b7'), 'uuid'));
    expect((await scenario.runPush(push, REQUIRE_PLAN)).outputs).toMatchObject({
      result: 'applied',
      created: '260'
    });
  });
});

/** One request after the other, in the plan's order. */
const SERIAL: {inputs: Record<string, string>} = {inputs: {'max-parallel': '1', 'require-plan': 'true'}};

describe('the record of deployments', () => {
  const records = (scenario: Scenario) => [...scenario.github.deployments.values()];
  const states = (scenario: Scenario) =>
    records(scenario).map(({statuses}) => statuses.map(({state}) => state));

  test('each apply records one, with its statuses and a link to the run', async () => {
    const scenario = await Scenario.start();
    await scenario.pushAndRun(base, {runId: 4711});
    const [record] = records(scenario);
    expect(record).toMatchObject({
      task: 'zis-bundles',
      environment: 'acme',
      sha: scenario.github.tip('main')
    });
    expect(states(scenario)).toEqual([['in_progress', 'success']]);
    for (const {logUrl} of record?.statuses ?? []) expect(logUrl).toContain('/actions/runs/4711');
    const request = scenario.github.exchanges.find(
      ({method, path}) => method === 'POST' && /deployments$/.test(path)
    );
    expect(request?.body).toMatchObject({required_contexts: [], auto_merge: false});

    scenario.registry.script({match: {method: 'POST', path: BUNDLES}, fault: {kind: 'status', status: 400}});
    await scenario.pushAndRun(changed, {inputs: {environment: 'production'}});
    expect(records(scenario)[1]?.environment).toBe('production');
    expect(states(scenario)[1]).toEqual(['in_progress', 'failure']);
  });

  test('a plan, a drift check and a refused apply record none', async () => {
    const scenario = await deployed(base);
    const number = scenario.openPullRequest(changed);
    await scenario.runPullRequest(number, changed);
    await drift(scenario, base);
    await scenario.pushAndRun(changed, REQUIRE_PLAN);
    expect(records(scenario)).toHaveLength(1);
  });

  describe('a deletion is not lost', () => {
    const next: Tree = {...base, [ORDERS]: orders('the next commit')};
    const expectDeleted = async (scenario: Scenario): Promise<void> => {
      const result = await scenario.pushAndRun(next);
      expect(result.outputs).toMatchObject({result: 'applied', deleted: '1'});
      expect(scenario.registeredNames()).toEqual(['alerts', 'orders']);
    };

    test('when the run that should have made it never started', async () => {
      const scenario = await deployed(withRefunds);
      scenario.push(base);
      await expectDeleted(scenario);
    });

    test('when that run was cancelled', async () => {
      const cancel = new AbortController();
      let armed = false;
      const scenario = await deployed(withRefunds, {
        onChange: () => {
          if (armed) cancel.abort();
        }
      });
      armed = true;
      await expect(scenario.pushAndRun(changed, {signal: cancel.signal})).rejects.toThrow();
      armed = false;
      expect(states(scenario)[1]).toEqual(['in_progress']);
      expect(scenario.registeredNames()).toContain('refunds');
      await expectDeleted(scenario);
    });

    test('when that run failed half-way', async () => {
      const scenario = await deployed(withRefunds);
      scenario.registry.script({
        match: {method: 'POST', path: BUNDLES},
        fault: {kind: 'status', status: 400}
      });
      failsWith(await scenario.pushAndRun(changed), 'apply-failed');
      expect(scenario.registeredNames()).toContain('refunds');
      await expectDeleted(scenario);
    });

    test('when no run ever succeeded', async () => {
      const scenario = await Scenario.start();
      scenario.registry.script({
        match: {method: 'POST', path: BUNDLES},
        fault: {kind: 'status', status: 400}
      });
      failsWith(
        await scenario.pushAndRun({'zis/a.json': bundle('a'), ...withRefunds}, SERIAL_ONLY),
        'apply-failed'
      );
      expect(scenario.registeredNames()).toContain('refunds');
      scenario.push(base);
      await expectDeleted(scenario);
    });

    test('when GitHub did not say what was declared before: then nothing is deleted, the report says so, and the next run makes up for it', async () => {
      const scenario = await deployed(withRefunds);
      scenario.github.fail(/^GET .*\/deployments$/, 3, {status: 502});
      const blind = await scenario.pushAndRun(changed);
      expect(blind.outputs).toMatchObject({result: 'applied', updated: '1', deleted: '0'});
      expect(blind.summary).toContain('Nothing is deleted in this run');
      scenario.github.forget();
      await expectDeleted(scenario);
    });

    test('when the bundle left only for one commit in between: it stays', async () => {
      const scenario = await deployed(withRefunds);
      scenario.push(base);
      const result = await scenario.pushAndRun(withRefunds);
      expect(result.outputs).toMatchObject({result: 'no-changes', deleted: '0'});
    });
  });

  test('without permission: one warning names it, and the commit before the push is what was declared before', async () => {
    const scenario = await deployed(withRefunds);
    scenario.github.fail(/deployments/, 9, {
      status: 403,
      body: {message: 'Resource not accessible by integration'}
    });
    const result = await scenario.pushAndRun(base);
    expect(result.outputs).toMatchObject({result: 'applied', deleted: '1'});
    expect(warnings(result)).toHaveLength(1);
    expect(warnings(result)[0]).toContain('deployments: write');
    scenario.github.forget();
  });

  test('what another step or another target deployed to the same environment says nothing of ours', async () => {
    const scenario = await deployed(withRefunds, {});
    const push = scenario.push(base);
    await scenario.runPush(push, {inputs: {'comment-key': 'other', deletes: 'never'}});
    const result = await scenario.runPush({...push, before: push.after});
    expect(result.outputs).toMatchObject({result: 'applied', deleted: '1'});
  });
});

const SERIAL_ONLY = {inputs: {'max-parallel': '1'}};

describe('deletions', () => {
  test('exactly max-deletes may go', async () => {
    const scenario = await deployed(withRefunds);
    const tree = {[ORDERS]: base[ORDERS] ?? ''};
    failsWith(await scenario.pushAndRun(tree, {inputs: {'max-deletes': '1'}}), 'too-many-deletes');
    expect(scenario.takeWrites()).toEqual([]);
    const result = await scenario.pushAndRun(tree, {inputs: {'max-deletes': '2'}});
    expect(result.outputs).toMatchObject({result: 'applied', deleted: '2'});
  });

  test('nothing is deleted when an upload failed', async () => {
    const scenario = await deployed(withRefunds);
    scenario.registry.script({
      match: {method: 'POST', path: BUNDLES},
      fault: {
        kind: 'status',
        status: 400,
        body: '{"errors":[{"code":"1010","detail":"Bundle contains duplicated resources","status":"400"}]}'
      }
    });
    const result = await scenario.pushAndRun(changed);
    failsWith(result, 'apply-failed');
    expect(scenario.registeredNames()).toEqual(['alerts', 'orders', 'refunds']);
    expect(result.summary).toContain('not tried');
    expect(result.summary).toContain('Bundle contains duplicated resources');
    expect(result.summary).toContain('a resource name is used twice');
    expect(result.summary).toContain('Running the step again is safe');
  });
});

describe('job specs', () => {
  const spec = (name: string, event = 'ticket.TicketCreated'): JsonObject => ({
    type: 'ZIS::JobSpec',
    properties: {name, event_source: 'support', event_type: event, flow_name: 'zis:acme:flow:orders_flow'}
  });
  const second = bundle('orders', {resources: {second_job: spec('second_job', 'ticket.TicketDeleted')}});
  const withSecond: Tree = {...base, [ORDERS]: second};

  test('install: what an upload orphaned is installed again, what left is uninstalled, and a deleted bundle loses its own first', async () => {
    const scenario = await deployed({...withSecond, [REFUNDS]: bundle('refunds')});
    expect(installed(scenario)).toEqual(['alerts_job', 'orders_job', 'refunds_job', 'second_job']);
    await accountAt(scenario.registry.url).uninstall('alerts_job');
    scenario.takeWrites();
    const number = scenario.openPullRequest(changed);
    const {summary} = await scenario.runPullRequest(number, changed);
    for (const text of [summary, scenario.onlyComment(number)]) {
      for (const name of ['orders_job', 'alerts_job'])
        expect(text).toContain(`- **install** job spec \`zis:acme:job_spec:${name}\``);
      for (const name of ['second_job', 'refunds_job'])
        expect(text).toContain(`- **uninstall** job spec \`zis:acme:job_spec:${name}\``);
    }
    const result = await scenario.runPush(merge(scenario, number, changed), SERIAL_ONLY);
    expect(result.outputs).toMatchObject({result: 'applied', updated: '1', deleted: '1'});
    expect(installed(scenario)).toEqual(['alerts_job', 'orders_job']);
    const writes = scenario
      .takeWrites()
      .map((write) => decodeURIComponent(write).replace(/[0-9a-f-]{36}/, '{uuid}'));
    expect(writes[0]).toBe('POST acme/bundles');
    expect(writes.slice(-2)).toEqual([
      'DELETE job_specs/install?job_spec_name=zis:acme:job_spec:refunds_job',
      'DELETE acme/bundles/{uuid}'
    ]);
    expect(writes).toHaveLength(6);
  });

  test('install: job specs alone are a change', async () => {
    const scenario = await deployed(base);
    await accountAt(scenario.registry.url).uninstall('orders_job');
    const found = await drift(scenario, base);
    expect(found.outputs).toMatchObject({result: 'drift', 'has-changes': 'true', updated: '0'});
    const result = await scenario.pushAndRun({...base, 'README.md': 'again'});
    expect(result.outputs).toMatchObject({result: 'applied', 'has-changes': 'true', updated: '0'});
    expect(installed(scenario)).toEqual(['alerts_job', 'orders_job']);
  });

  test('keep: only those that were installed are installed again', async () => {
    const scenario = await Scenario.start();
    const inputs = {'job-specs': 'keep'};
    await scenario.pushAndRun(base, {inputs});
    expect(installed(scenario)).toEqual([]);
    await accountAt(scenario.registry.url).install('orders_job');
    const both: Tree = {[ORDERS]: orders('goodbye'), [ALERTS]: bundle('alerts', {result: 'louder'})};
    await scenario.pushAndRun(both, {inputs});
    expect(installed(scenario)).toEqual(['orders_job']);
  });

  test('ignore: none is asked for or touched', async () => {
    const scenario = await deployed(base);
    await scenario.pushAndRun(changed, {inputs: {'job-specs': 'ignore'}});
    expect(installed(scenario)).toEqual(['alerts_job']);
    expect(scenario.takeWrites()).toEqual(['POST acme/bundles']);
  });

  test('one that is installed and that nothing declares is named in a warning', async () => {
    const scenario = await deployed({...base, [REFUNDS]: bundle('refunds')});
    const uuid = textAt(registered(scenario, 'refunds'), 'uuid');
    await accountAt(scenario.registry.url).delete(uuid);
    const result = await scenario.pushAndRun({...base, 'README.md': 'again'}, {inputs: {deletes: 'never'}});
    expect(warnings(result).join()).toContain('zis:acme:job_spec:refunds_job');
    expect(installed(scenario)).toContain('refunds_job');
  });

  test('an account that does not serve the list: they are installed, and the report says what could not be verified', async () => {
    const scenario = await Scenario.start();
    scenario.registry.script({
      match: {method: 'GET', path: '/api/services/zis/registry/acme/job_specs'},
      times: 99,
      fault: {
        kind: 'status',
        status: 404,
        contentType: 'application/json',
        body: '{"error":"InvalidEndpoint","description":"Not found"}'
      }
    });
    const result = await scenario.pushAndRun(base);
    expect(result.outputs['result']).toBe('applied');
    expect(result.summary).toContain('could not be verified');
    expect(installed(scenario)).toEqual(['alerts_job', 'orders_job']);
    expect((await scenario.pushAndRun({...base, 'README.md': 'again'})).outputs['result']).toBe('no-changes');
  });

  test('one that the registry says to have installed, and that is not installed when read back, is installed again', async () => {
    const scenario = await deployed(base);
    const install = {method: 'POST', path: '/api/services/zis/registry/job_specs/install'};
    scenario.registry.script({match: install, fault: {kind: 'status', status: 200}});
    expect((await scenario.pushAndRun(changed)).outputs['result']).toBe('applied');
    expect(installed(scenario)).toEqual(['alerts_job', 'orders_job']);
  });

  test('one that a failed run left installed is uninstalled by the next', async () => {
    const scenario = await deployed(withSecond);
    const uninstall = {method: 'DELETE', path: '/api/services/zis/registry/job_specs/install'};
    scenario.registry.script({match: uninstall, fault: {kind: 'status', status: 400}});
    failsWith(await scenario.pushAndRun(base), 'apply-failed');
    expect(installed(scenario)).toContain('second_job');
    const result = await scenario.pushAndRun({...base, 'README.md': 'again'});
    expect(result.outputs['result']).toBe('applied');
    expect(installed(scenario)).toEqual(['alerts_job', 'orders_job']);
  });
});

describe('the backup', () => {
  test('holds what is replaced, deleted and created, and restore puts it back, names that moved too', async () => {
    const scenario = await deployed(withRefunds);
    const {resources = {}} = bundle('refunds');
    const moved: Tree = {
      [ORDERS]: orders('goodbye'),
      'zis/new.json': bundle('new'),
      'zis/returns.json': {...bundle('returns'), resources}
    };
    const result = await scenario.pushAndRun(moved);
    expect(result.outputs).toMatchObject({created: '2', updated: '1', deleted: '2'});
    const backup = result.outputs['backup-path'] ?? '';
    const saved = JSON.parse(await readFile(backup, 'utf8')) as {bundles: JsonObject[]};
    expect(saved).toMatchObject({
      version: 2,
      target: {registryUrl: scenario.registry.url, subdomain: 'acme'},
      created: [{name: 'new'}, {name: 'returns', desiredHash: bundleHash({...bundle('returns'), resources})}]
    });
    expect(saved.bundles.map(({name}) => name)).toEqual(['alerts', 'orders', 'refunds']);
    expect(saved.bundles[1]).toMatchObject({
      integration: 'acme',
      jobSpecs: ['zis:acme:job_spec:orders_job'],
      installed: ['zis:acme:job_spec:orders_job']
    });
    const event = scenario.github.workflowDispatchEvent();
    const sha = scenario.github.tip('main');
    const restored = await scenario.run(
      {eventName: 'workflow_dispatch', event, sha, ref: 'refs/heads/main'},
      {inputs: {command: 'restore', backup}, tree: moved}
    );
    expect(restored.outputs).toMatchObject({result: 'applied', created: '2', updated: '1', deleted: '2'});
    for (const content of Object.values(withRefunds) as JsonObject[]) {
      expect(bundleHash(registered(scenario, textAt(content, 'name')) ?? {})).toBe(bundleHash(content));
    }
    expect(scenario.registeredNames()).toEqual(['alerts', 'orders', 'refunds']);
    expect(installed(scenario)).toEqual(['alerts_job', 'orders_job', 'refunds_job']);
    expect(restored.summary).toContain('revert the merge that went wrong');
  });

  test('is not written when nothing is replaced or deleted', async () => {
    const scenario = await Scenario.start();
    expect((await scenario.pushAndRun(base)).outputs['backup-path']).toBe('');
  });
});

function drift(scenario: Scenario, tree: Tree, settings: RunSettings = {}): Promise<RunResult> {
  const sha = scenario.github.tip('main');
  const event = scenario.github.scheduleEvent();
  return scenario.run({eventName: 'schedule', event, sha, ref: 'refs/heads/main'}, {tree, ...settings});
}

describe('the drift issue', () => {
  const settings = {inputs: {'drift-issue': 'true'}};
  const issues = (scenario: Scenario) => [...scenario.github.issues.values()];
  const writes = (scenario: Scenario) =>
    scenario.github.exchanges.filter(({method, path}) => method !== 'GET' && path.includes('/issues')).length;

  test('is opened, left alone, updated and closed', async () => {
    const scenario = await deployed(base);
    const account = accountAt(scenario.registry.url);
    await drift(scenario, base, settings);
    expect(issues(scenario)).toEqual([]);

    await account.upload(orders('edited by hand'));
    await account.install('orders_job');
    const drifted = await drift(scenario, base, settings);
    failsWithDrift(drifted);
    const [issue] = issues(scenario);
    expect(issue).toMatchObject({title: 'ZIS drift in acme', state: 'open'});
    expect(issue?.body).toMatch(/^-.*"edited by hand"/m);
    const before = writes(scenario);
    failsWithDrift(await drift(scenario, base, {...settings, runId: 99}));
    expect(writes(scenario)).toBe(before);

    await account.upload(orders('edited again'));
    await account.install('orders_job');
    failsWithDrift(await drift(scenario, base, settings));
    expect(issues(scenario)).toHaveLength(1);
    expect(issues(scenario)[0]?.body).toMatch(/^-.*"edited again"/m);

    await account.upload(orders('hello'));
    await account.install('orders_job');
    expect((await drift(scenario, base, settings)).outputs['result']).toBe('no-changes');
    expect(issues(scenario)).toMatchObject([{state: 'closed'}]);
  });

  test('of somebody else is not ours, and another target has its own', async () => {
    const scenario = await deployed(base);
    await accountAt(scenario.registry.url).upload(orders('edited by hand'));
    await drift(scenario, base, settings);
    const [ours] = issues(scenario);
    scenario.github.openIssue('forged', ours?.body ?? '', 'mallory', ['zis-drift']);
    scenario.github.closeIssue(ours!, 'octo-dev');
    await drift(scenario, base, settings);
    expect(issues(scenario).map(({state}) => state)).toEqual(['closed', 'open', 'open']);
    expect(issues(scenario)[1]?.title).toBe('forged');
    await drift(scenario, base, {inputs: {...settings.inputs, 'comment-key': 'second'}});
    expect(issues(scenario)).toHaveLength(4);
  });

  test('is not written without permission: one warning names it, and the drift is reported all the same', async () => {
    const scenario = await deployed(base);
    await accountAt(scenario.registry.url).upload(orders('edited by hand'));
    const result = await drift(scenario, base, {...settings, token: TOKENS.readOnly});
    failsWithDrift(result);
    expect(warnings(result)).toHaveLength(1);
    expect(warnings(result)[0]).toContain('issues: write');
    expect(result.summary).toContain('edited by hand');
  });

  function failsWithDrift(result: RunResult): void {
    expect(result.outputs).toMatchObject({result: 'drift', 'failure-reason': 'drift'});
    expect(result.exitCode).toBe(1);
  }
});

describe('credentials', () => {
  const OAUTH = {email: '', 'api-token': '', 'oauth-token': 'demo-oauth-token'};

  test('an oauth-token alone is enough for a plan, for drift and for deletions; an upload is refused in words', async () => {
    const scenario = await deployed(withRefunds);
    const number = scenario.openPullRequest(changed);
    const planned = await scenario.runPullRequest(number, changed, {inputs: OAUTH});
    expect(planned.outputs).toMatchObject({result: 'changes', updated: '1', deleted: '1'});
    expect((await drift(scenario, withRefunds, {inputs: OAUTH})).outputs['result']).toBe('no-changes');
    const push = scenario.push(base);
    const deleted = await scenario.runPush(push, {inputs: OAUTH});
    expect(deleted.outputs).toMatchObject({result: 'applied', deleted: '1'});
    expect(warnings(deleted)).toEqual([]);

    const uploaded = await scenario.pushAndRun(changed, {inputs: OAUTH});
    failsWith(uploaded, 'upload-needs-api-token');
    expect(warnings(uploaded).join()).toContain('list, show and delete only');
    expect(uploaded.stdout).toContain('the registry takes no OAuth token for uploads');
    expect(uploaded.stdout).toContain('Give email and api-token (or password) in its place');
  });

  test('a user who is no administrator is told so', async () => {
    const user = {
      kind: 'api-token',
      email: CREDENTIALS.email,
      apiToken: CREDENTIALS['api-token'],
      admin: false
    } as const;
    const scenario = await Scenario.start({credentials: [user]});
    const result = await scenario.pushAndRun(base);
    failsWith(result, 'credentials-rejected');
    expect(result.stdout).toContain('the user of these credentials is not an administrator');
  });

  test('an OAuth token of another integration is told so', async () => {
    const foreign = {kind: 'oauth', oauthToken: 'demo-oauth-token', integration: 'other'} as const;
    const scenario = await Scenario.start({credentials: [foreign]});
    const number = scenario.openPullRequest(base);
    const result = await scenario.runPullRequest(number, base, {inputs: OAUTH});
    failsWith(result, 'credentials-rejected');
    expect(result.stdout).toContain('belongs to another integration');
    expect(result.stdout).toContain('zis_<integration>');
  });

  test.each([
    [
      'an API token that no longer counts',
      'GET',
      401,
      'Authentication failed',
      'mistyped, revoked or deactivated',
      'in Admin Center whether the token is active'
    ],
    [
      'an API token where the account takes none',
      'GET',
      403,
      'API token is not supported',
      'takes no API token for this request',
      'Use an oauth-token'
    ],
    [
      'an integration name that another account owns',
      'POST',
      403,
      'integration is not available for upsert by this account',
      'another Zendesk account owns this integration name',
      'choose another one'
    ]
  ])('%s is explained', async (_, method, status, said, cause, hint) => {
    const scenario = await Scenario.start();
    const body = JSON.stringify({message: said});
    const match = {method, path: BUNDLES};
    scenario.registry.script({
      match,
      times: 99,
      fault: {kind: 'status', status, body, contentType: 'application/json'}
    });
    const result = await scenario.pushAndRun(base);
    failsWith(result, 'credentials-rejected');
    for (const words of [said, cause, hint]) expect(result.stdout).toContain(words);
    expect(scenario.registeredNames()).toEqual([]);
  });
});

describe('two applies at once', () => {
  test('an update stops with live-changed where another apply got there first; what two create has the content of the last', async () => {
    const theirs = [orders('theirs'), bundle('zebra', {result: 'theirs'})];
    let armed = false;
    const others: Promise<void>[] = [];
    const scenario: Scenario = await deployed(base, {
      onChange: () => {
        if (armed && others.length === 0) others.push(accountAt(scenario.registry.url).upload(...theirs));
      }
    });
    const push = scenario.push({
      'zis/aaa.json': bundle('aaa'),
      ...changed,
      'zis/zebra.json': bundle('zebra', {result: 'ours'})
    });
    armed = true;
    const result = await scenario.runPush(push, SERIAL_ONLY);
    await Promise.all(others);
    failsWith(result, 'live-changed');
    expect(result.outputs).toMatchObject({created: '2', updated: '0'});
    // The list is read once before all creations, and the registry has no conditional writes.
    expect(bundleHash(registered(scenario, 'zebra') ?? {})).toBe(
      bundleHash(bundle('zebra', {result: 'ours'}))
    );
    expect(bundleHash(registered(scenario, 'orders') ?? {})).toBe(bundleHash(theirs[0] ?? {}));
  });

  test('whatever they do to one another, each bundle is one of the two, and the last to run again gets its own', async () => {
    const tree = (result: string): Tree =>
      Object.fromEntries(
        Array.from({length: 6}, (_, index) => [`zis/b${index}.json`, bundle(`b${index}`, {result})])
      );
    const scenario = await Scenario.start();
    const [first, second] = [scenario.push(tree('first')), scenario.push(tree('second'))];
    const results = await Promise.all([scenario.runPush(first), scenario.runPush(second)]);
    for (const {outputs} of results)
      expect(['', 'live-changed', 'apply-failed', 'stale-commit']).toContain(outputs['failure-reason']);
    const possible = [first, second]
      .flatMap((push) => Object.values(push.tree))
      .map((one) => bundleHash(one as JsonObject));
    for (const found of scenario.registry.bundles()) expect(possible).toContain(bundleHash(found));
    expect(scenario.registeredNames()).toEqual(['b0', 'b1', 'b2', 'b3', 'b4', 'b5']);

    const {exitCode} = await scenario.runPush(second);
    expect(exitCode).toBe(0);
    expect(scenario.registry.bundles().map(bundleHash).sort()).toEqual(
      Object.values(second.tree)
        .map((one) => bundleHash(one as JsonObject))
        .sort()
    );
  }, 120_000);
});
