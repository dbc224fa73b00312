import {expect, test} from '@jest/globals';
import type {EmulatorCredentials} from '../../src/emulator/index.js';
import {bundle} from '../support/bundles.js';
import {CREDENTIALS, Scenario} from '../support/scenario.js';

const API_TOKEN = {
  kind: 'api-token',
  email: CREDENTIALS.email,
  apiToken: CREDENTIALS['api-token']
} as const satisfies EmulatorCredentials;
const ACCEPTED: readonly EmulatorCredentials[] = [
  API_TOKEN,
  {kind: 'password', email: CREDENTIALS.email, password: 'the-password'},
  {kind: 'oauth-client', clientId: 'deploy', clientSecret: 'deploy-secret'},
  {kind: 'oauth-client', clientId: 'browser', clientSecret: 'browser-secret', isPublic: true},
  {kind: 'oauth-client', clientId: 'reader', clientSecret: 'reader-secret', scopes: ['read']},
  {kind: 'oauth-client', clientId: 'agent', clientSecret: 'agent-secret', admin: false}
];
const client = (id: string) => ({'oauth-client-id': id, 'oauth-client-secret': `${id}-secret`});
const alone = (id: string) => ({...client(id), email: '', 'api-token': ''});
const ZIS = '/api/services/zis/registry';
const orders = {'zis/orders.json': bundle('orders')};
const more = {...orders, 'zis/a.json': bundle('a'), 'zis/b.json': bundle('b')};

const started = async (): Promise<Scenario> => {
  const scenario = await Scenario.start({credentials: ACCEPTED});
  await scenario.pushAndRun(orders);
  return scenario;
};
const uploads = ({registry}: Scenario): number =>
  registry.requests.filter(({method, path}) => method === 'POST' && path === `${ZIS}/acme/bundles`).length;

test('an OAuth client does everything but uploads, for which an API token stands beside it', async () => {
  const scenario = await started();
  const applied = await scenario.pushAndRun(more, {inputs: client('deploy')});
  expect(applied.outputs).toMatchObject({result: 'applied', created: '2'});
  expect(applied.stdout).toMatch(
    /::notice::Zendesk ends all API tokens on 30 April 2027|::warning::Zendesk (?:ends|has ended)/
  );
  expect(applied.stdout.match(/all API tokens on 30 April 2027/g)).toHaveLength(1);
  const deleted = await scenario.pushAndRun(orders, {inputs: alone('deploy')});
  expect(deleted.outputs).toMatchObject({result: 'applied', deleted: '2'});
  expect(deleted.stdout).not.toContain('API tokens on 30 April');
  // Each run has a token of the client, which ends by itself, and one of the integration, which was revoked.
  const {all, valid} = scenario.registry.tokens;
  expect([all.length, valid.length]).toEqual([4, 2]);
});

test('alone it tries one upload; refused, nothing is written; the day it is taken all goes through', async () => {
  const scenario = await started();
  const before = uploads(scenario);
  const push = scenario.push(more);
  const refused = await scenario.runPush(push, {inputs: alone('deploy')});
  expect(refused.outputs).toMatchObject({
    result: 'failed',
    'failure-reason': 'upload-needs-api-token',
    created: '0'
  });
  for (const words of [
    'takes no OAuth token for uploads',
    '27 October 2026',
    '30 April 2027',
    'the client zis_acme'
  ])
    expect(refused.stdout).toContain(words);
  expect(uploads(scenario) - before).toBe(1);
  expect(scenario.registry.bundles()).toHaveLength(1);
  scenario.registry.behave({oauthUploads: true});
  const applied = await scenario.runPush(push, {inputs: alone('deploy')});
  expect(applied.outputs).toMatchObject({result: 'applied', created: '2'});
});

test.each([
  ['wrong', {}, 'the account has no OAuth client with this id and secret'],
  ['browser', {}, 'the OAuth client is a public one'],
  ['reader', {}, 'a scope is missing'],
  ['agent', {}, 'not an administrator'],
  ['API token', {date: '2027-04-30'}, 'the API token is mistyped, revoked or deactivated'],
  ['password', {passwords: false}, 'the account lets passwords in no more']
])('refused: %s', async (name, switches, words) => {
  const scenario = await started();
  scenario.registry.behave(switches);
  const own: Readonly<Record<string, Record<string, string>>> = {
    'API token': {},
    password: {'api-token': '', password: 'the-password'}
  };
  const result = await scenario.pushAndRun(more, {inputs: own[name] ?? alone(name)});
  expect(result.outputs).toMatchObject({result: 'failed', 'failure-reason': 'credentials-rejected'});
  expect(result.stdout).toContain(words);
  expect(scenario.registry.bundles()).toHaveLength(1);
});

test('an id without its secret, as on a fork, checks the files and says why there is no diff', async () => {
  const scenario = await started();
  const number = scenario.openPullRequest(more);
  const inputs = {...alone('deploy'), 'oauth-client-secret': ''};
  const planned = await scenario.runPullRequest(number, more, {inputs});
  expect([planned.exitCode, planned.outputs['result']]).toEqual([0, 'valid']);
  expect(planned.stdout).toContain('no credentials (oauth-client-id and oauth-client-secret');
});

test('a token that ends in the middle is made anew once; one that is refused again stops the step, which counts what it did', async () => {
  let onWrite = (): void => undefined;
  const scenario = await Scenario.start({
    credentials: ACCEPTED,
    onChange: () => {
      onWrite();
    }
  });
  await scenario.pushAndRun(orders);
  const {registry} = scenario;
  const once = (action: () => void): void => {
    onWrite = () => {
      onWrite = () => undefined;
      action();
    };
  };
  once(() => {
    registry.tokens.revokeAll();
  });
  const renewed = await scenario.pushAndRun(more, {inputs: client('deploy')});
  expect(renewed.outputs).toMatchObject({result: 'applied', created: '2'});
  once(() => {
    const body = JSON.stringify({error: "Couldn't authenticate you"});
    const fault = {kind: 'status', status: 401, body, contentType: 'application/json'} as const;
    for (const method of ['GET', 'DELETE']) registry.script({match: {method}, times: 99, fault});
  });
  const stopped = await scenario.pushAndRun(
    {...more, 'zis/c.json': bundle('c')},
    {inputs: {...client('deploy'), 'max-parallel': '1'}}
  );
  expect(stopped.outputs).toMatchObject({result: 'failed', 'failure-reason': 'credentials-rejected'});
  expect(stopped.stdout).toContain('was refused, and so was a new one');
  expect(registry.bundles()).toHaveLength(4);
  expect(stopped.summary).toMatch(/\bc\b/);
});

test('an API token that rested for 30 days is deactivated, and a scheduled drift keeps one alive', async () => {
  const scenario = await started();
  const drift = async (date: string) => {
    scenario.registry.behave({date});
    const [event, sha] = [scenario.github.scheduleEvent(), scenario.github.tip('main')];
    return scenario.run({eventName: 'schedule', event, sha, ref: 'refs/heads/main'});
  };
  for (const date of ['2026-12-01', '2026-12-28', '2027-01-20']) {
    expect((await drift(date)).outputs['result']).toBe('no-changes');
  }
  const late = await drift('2027-03-01');
  expect(late.outputs['failure-reason']).toBe('credentials-rejected');
  expect(late.stdout).toContain('not used for 30 days');
});

test('a token of an integration is made through an outage, and one that cannot be revoked is named', async () => {
  const scenario = await started();
  const path = '/api/v2/oauth/tokens';
  scenario.registry.script({match: {method: 'POST', path}, fault: {kind: 'status', status: 503}});
  scenario.registry.script({
    match: {method: 'DELETE', path},
    times: 99,
    fault: {kind: 'status', status: 403}
  });
  const number = scenario.openPullRequest(more);
  const planned = await scenario.runPullRequest(number, more, {inputs: client('deploy')});
  expect(planned.outputs['result']).toBe('changes');
  expect(planned.stdout).toMatch(/::warning::.*zis_acme.*revoke it in the account/);
});
