import {describe, expect, test} from '@jest/globals';

import type {Deployment, DeploymentState, NewDeployment} from '../../src/ports.js';
import {startFakeGitHub, TOKENS} from '../support/fake-github.js';
import type {FakeGitHub} from '../support/fake-github.js';
import {adapter, rejection} from './support.js';

const TASK = 'zis-bundles';
const TOO_LONG = '✓𝄞'.repeat(71);

async function withCommit(): Promise<{fake: FakeGitHub; sha: string; deployment: NewDeployment}> {
  const fake = await startFakeGitHub();
  const sha = fake.push('main', {'zis/a.json': '{}'}).after;
  const payload = {version: 1, key: 'é'};
  const deployment = {sha, environment: 'acme', task: TASK, description: 'ZIS bundles', payload};
  return {fake, sha, deployment};
}

describe('a deployment', () => {
  test('is recorded for exactly its commit, and read again', async () => {
    const {fake, sha, deployment} = await withCommit();
    const {github} = adapter(fake);
    const made = await github.createDeployment(deployment);
    expect(made).toMatchObject({sha, creator: 'github-actions[bot]', payload: {version: 1, key: 'é'}});
    expect(made.id).toBe([...fake.deployments.keys()][0]);
    expect(fake.exchanges[0]?.body).toEqual({
      ref: sha,
      environment: 'acme',
      task: TASK,
      description: 'ZIS bundles',
      payload: {version: 1, key: 'é'},
      required_contexts: [],
      auto_merge: false
    });
    expect(await all(github.deployments(TASK))).toEqual([made]);
  });

  test('has a description of at most 140 characters, and no half of one', async () => {
    const {fake, deployment} = await withCommit();
    const {github} = adapter(fake);
    const {id} = await github.createDeployment({...deployment, description: TOO_LONG});
    expect(fake.deployments.get(id)?.description).toBe(`${'✓𝄞'.repeat(69)}✓…`);
    await github.createDeployment({...deployment, description: '𝄞'.repeat(140)});
    expect([...fake.deployments.values()][1]?.description).toBe('𝄞'.repeat(140));
  });

  test('that GitHub made a merge commit for is an error that says so', async () => {
    const {fake, sha, deployment} = await withCommit();
    fake.fail('POST', 1, {status: 202, body: {message: 'Auto-merged main into topic on deployment.'}});
    expect(await rejection(adapter(fake).github.createDeployment(deployment))).toMatchObject({
      name: 'GitHubError',
      status: 202,
      kind: 'other',
      message: `GitHub: commit ${sha} was not recorded as deployed: Auto-merged main into topic on deployment.`
    });
    fake.fail('POST', 1, {status: 202, body: {}});
    expect(await rejection(adapter(fake).github.createDeployment(deployment))).toMatchObject({kind: 'other'});
  });

  test('of a commit that GitHub does not have is an error', async () => {
    const {fake, deployment} = await withCommit();
    const {github} = adapter(fake);
    expect(await rejection(github.createDeployment({...deployment, sha: 'f'.repeat(40)}))).toMatchObject({
      status: 422,
      kind: 'other',
      message: expect.stringContaining('No ref found')
    });
  });

  test('is not made twice when its outcome is unknown', async () => {
    const {fake, deployment} = await withCommit();
    fake.fail('POST', 1, {reset: 'after'});
    expect(await rejection(adapter(fake).github.createDeployment(deployment))).toMatchObject({
      kind: 'unavailable'
    });
    expect(fake.deployments.size).toBe(1);
  });
});

describe("a deployment's payload", () => {
  test.each([
    ['an object', {hash: 'x'}, {hash: 'x'}],
    ['an object as text', '{"hash": "x"}', {hash: 'x'}],
    ['an object with a number that octokit reads as a bigint', {n: [1e20]}, {n: [1e20]}],
    ['other JSON', '["x"]', null],
    ['null as text', 'null', null],
    ['text that is no JSON', 'release 1', null],
    ['empty text', '', null]
  ])('may be %s', async (_, payload, read) => {
    const {fake, sha} = await withCommit();
    record(fake, {sha, payload});
    const [deployment] = await all(adapter(fake).github.deployments(TASK));
    expect(deployment?.payload).toEqual(read);
    expect(() => JSON.stringify(deployment)).not.toThrow();
  });
});

describe('deployments', () => {
  test('are those of one task in all environments, newest first, with their times and creators', async () => {
    const {fake, sha} = await withCommit();
    const first = record(fake, {sha});
    const sandbox = record(fake, {sha, environment: 'sandbox'});
    record(fake, {sha, task: 'deploy'});
    const found = await all(adapter(fake).github.deployments(TASK));
    expect(found.map(({id}) => id)).toEqual([sandbox, first]);
    const at = Date.parse(fake.deployments.get(first)?.createdAt ?? '');
    expect(found[1]).toEqual({id: first, sha, payload: {}, creator: 'ann', createdAt: at, updatedAt: at});
  });

  test('are fetched only as far as they are read', async () => {
    const {fake, sha} = await withCommit();
    const ids = Array.from({length: 201}, () => record(fake, {sha})).reverse();
    const reader = adapter(fake).github.deployments(TASK)[Symbol.asyncIterator]();
    const pages = () => fake.exchanges.map(({query}) => query['page']);
    expect(pages()).toEqual([]);
    const read: number[] = [];
    const next = async (count: number) => {
      for (let left = count; left > 0; left -= 1) read.push(((await reader.next()).value as Deployment).id);
    };
    await next(100);
    expect(pages()).toEqual(['1']);
    await next(1);
    expect(pages()).toEqual(['1', '2']);
    await next(100);
    expect(await reader.next()).toMatchObject({done: true});
    expect(read).toEqual(ids);
    expect(fake.exchanges.map(({query}) => query)).toEqual(
      ['1', '2', '3'].map((page) => ({task: TASK, per_page: '100', page}))
    );
  });

  test('may be left after the first', async () => {
    const {fake, sha} = await withCommit();
    const ids = Array.from({length: 101}, () => record(fake, {sha}));
    const read: number[] = [];
    for await (const {id} of adapter(fake).github.deployments(TASK)) {
      read.push(id);
      break;
    }
    expect(read).toEqual(ids.slice(-1));
    expect(fake.exchanges).toHaveLength(1);
  });
});

describe('the states of a deployment', () => {
  test('are all that it ever had, also after a later success', async () => {
    const {fake, deployment} = await withCommit();
    const {github} = adapter(fake);
    const first = await github.createDeployment(deployment);
    const give = (id: number, state: DeploymentState) =>
      github.createDeploymentStatus(id, {state, description: state, logUrl: 'https://github.com/acme/run/1'});
    await give(first.id, 'in_progress');
    await give(first.id, 'success');
    const second = await github.createDeployment(deployment);
    expect(await github.deploymentStatuses(second.id)).toEqual([]);
    await give(second.id, 'success');
    const statuses = await github.deploymentStatuses(first.id);
    expect(statuses.map(({state}) => state)).toEqual(['inactive', 'success', 'in_progress']);
    expect(Math.abs((statuses[0]?.createdAt ?? 0) - Date.now())).toBeLessThan(10_000);
    expect(fake.deployments.get(first.id)?.statuses[0]).toMatchObject({
      description: 'in_progress',
      environment: 'acme',
      logUrl: 'https://github.com/acme/run/1'
    });
  });

  test('are read through all pages', async () => {
    const {fake, deployment} = await withCommit();
    const {github} = adapter(fake);
    const {id} = await github.createDeployment(deployment);
    await github.createDeploymentStatus(id, {state: 'success', description: '', logUrl: ''});
    const [status] = fake.deployments.get(id)!.statuses;
    for (let count = 0; count < 100; count += 1) {
      fake.deployments.get(id)!.statuses.push({...status!, id: fake.newId(), state: 'failure'});
    }
    const statuses = await github.deploymentStatuses(id);
    expect([statuses.length, statuses.at(-1)?.state]).toEqual([101, 'success']);
  });

  test('have a description of at most 140 characters, and a log only where there is one', async () => {
    const {fake, deployment} = await withCommit();
    const {github} = adapter(fake);
    const {id} = await github.createDeployment(deployment);
    await github.createDeploymentStatus(id, {state: 'failure', description: TOO_LONG, logUrl: ''});
    expect(fake.exchanges.at(-1)?.body).toEqual({
      state: 'failure',
      description: `${'✓𝄞'.repeat(69)}✓…`
    });
  });

  test('of a deployment that is gone are an error', async () => {
    const {fake} = await withCommit();
    const {github} = adapter(fake);
    const status = {state: 'success', description: '', logUrl: ''} as const;
    expect(await rejection(github.deploymentStatuses(7))).toMatchObject({status: 404, kind: 'not-found'});
    expect(await rejection(github.createDeploymentStatus(7, status))).toMatchObject({kind: 'not-found'});
  });
});

describe('a token', () => {
  test('that may only read deployments cannot record any', async () => {
    const {fake, sha, deployment} = await withCommit();
    const id = record(fake, {sha});
    const {github} = adapter(fake, {token: TOKENS.readOnly});
    expect(await all(github.deployments(TASK))).toHaveLength(1);
    expect(await rejection(github.createDeployment(deployment))).toMatchObject({
      status: 403,
      kind: 'permission',
      message: expect.stringContaining('(the token needs one of: deployments=write)')
    });
    const status = {state: 'success', description: '', logUrl: ''} as const;
    expect(await rejection(github.createDeploymentStatus(id, status))).toMatchObject({kind: 'permission'});
  });

  test('that may not read deployments is told so', async () => {
    const {fake} = await withCommit();
    const {github} = adapter(fake, {token: TOKENS.none});
    expect(await rejection(all(github.deployments(TASK)))).toMatchObject({kind: 'permission'});
    expect(await rejection(github.deploymentStatuses(1))).toMatchObject({kind: 'permission'});
  });
});

/** Adds a deployment as another client might have made it. */
function record(
  fake: FakeGitHub,
  about: {sha: string; environment?: string; task?: string; payload?: string | Record<string, unknown>}
): number {
  const id = fake.newId();
  const at = fake.now();
  fake.deployments.set(id, {
    id,
    ref: about.sha,
    task: TASK,
    environment: 'acme',
    description: null,
    payload: {},
    transient: false,
    production: false,
    creator: fake.account('ann'),
    createdAt: at,
    updatedAt: at,
    statuses: [],
    ...about
  });
  return id;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
