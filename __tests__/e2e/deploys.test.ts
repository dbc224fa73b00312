import {describe, expect, test} from '@jest/globals';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {accountAt} from '../support/account.js';
import {bundle, textAt} from '../support/bundles.js';
import {
  ORDERS,
  ALERTS,
  REFUNDS,
  orders,
  base,
  changed,
  withRefunds,
  REQUIRE_PLAN,
  BUNDLES,
  deployed,
  merge,
  registered,
  installed,
  warnings,
  failsWith,
  SERIAL_ONLY,
  drift
} from '../support/deploys.js';
import {Scenario, type Tree} from '../support/scenario.js';

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
