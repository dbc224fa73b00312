import {describe, expect, test} from '@jest/globals';
import {readFile} from 'node:fs/promises';
import {bundleHash} from '../../src/bundle/canonical.js';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {accountAt} from '../support/account.js';
import {bundle, textAt} from '../support/bundles.js';
import {
  ORDERS,
  orders,
  base,
  changed,
  withRefunds,
  BUNDLES,
  deployed,
  registered,
  installed,
  warnings,
  failsWith,
  drift
} from '../support/deploys.js';
import type {RunResult} from '../support/runner.js';
import {CREDENTIALS, Scenario, TOKENS, type Tree} from '../support/scenario.js';

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
