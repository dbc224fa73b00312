import {describe, expect, test} from '@jest/globals';

import type {GitHub} from '../../src/ports.js';
import {startFakeGitHub, TOKENS} from '../support/fake-github.js';
import type {FakeGitHub} from '../support/fake-github.js';
import {adapter, NOW, rejection} from './support.js';

const SECONDARY = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

async function withIssue(): Promise<{fake: FakeGitHub; number: number}> {
  const fake = await startFakeGitHub();
  fake.push('main', {});
  return {fake, number: fake.openIssue('Hello', null, 'ann').number};
}

describe('reads', () => {
  test('are tried again after 5xx, with growing, jittered waits', async () => {
    const {fake, number} = await withIssue();
    fake.fail('GET', 2, {status: 502, body: '<html>Bad gateway</html>'});
    const {github, slept, debug} = adapter(fake);
    expect(await github.listComments(number)).toEqual([]);
    expect(slept).toEqual([750, 1_500]);
    expect(debug[0]).toBe(
      'GitHub: GET /repos/acme/zis-integrations/issues/1/comments was answered with 502. Trying again in 750 ms.'
    );
  });

  test('are tried again after a broken connection and a cut answer', async () => {
    const {fake, number} = await withIssue();
    fake.addComment(number, 'ann', 'Hello');
    fake.fail('GET', 1, {reset: true});
    fake.fail('GET', 1, {cut: true});
    const {github, slept} = adapter(fake);
    expect(await github.listComments(number)).toHaveLength(1);
    expect(slept).toHaveLength(2);
  });

  test('are given up after the third attempt', async () => {
    const {fake, number} = await withIssue();
    fake.fail('GET', 9, {reset: true});
    const error = await rejection(adapter(fake).github.listComments(number));
    expect(error).toMatchObject({name: 'GitHubError', status: null, kind: 'unavailable'});
    expect(fake.exchanges).toHaveLength(3);
  });

  test('are not tried again where the answer is final', async () => {
    const {fake} = await withIssue();
    const {github, slept} = adapter(fake);
    await rejection(github.listComments(99));
    expect([fake.exchanges.length, slept]).toEqual([1, []]);
  });

  test('that take too long are tried again', async () => {
    const {fake, number} = await withIssue();
    fake.fail('GET', 1, {delay: 30_000});
    const {github, slept} = adapter(fake, {timeoutMs: 2_000});
    expect(await github.listComments(number)).toEqual([]);
    expect(slept).toHaveLength(1);
    fake.fail('GET', 9, {delay: 30_000});
    const {github: hasty} = adapter(fake, {timeoutMs: 100});
    expect(await rejection(hasty.listComments(number))).toMatchObject({status: null, kind: 'unavailable'});
  });

  test('are waited for less long once one has taken too long', async () => {
    const {fake, number} = await withIssue();
    fake.fail('GET', 9, {delay: 30_000});
    const {github} = adapter(fake, {timeoutMs: 1_000});
    const start = Date.now();
    await rejection(github.listComments(number));
    await rejection(github.listComments(number));
    expect(Date.now() - start).toBeLessThan(5_000);
    expect(fake.exchanges.length).toBeLessThanOrEqual(6);
  });

  test('that a proxy answers with a page are an error that says so', async () => {
    const {fake, number} = await withIssue();
    fake.fail('GET', 1, {status: 200, body: '<html>Please sign in</html>'});
    expect(await rejection(adapter(fake).github.listComments(number))).toMatchObject({
      status: 200,
      kind: 'other',
      message: expect.stringContaining('the answer is not JSON; is there a proxy between?')
    });
  });

  test('of a list that are answered with something else are an error', async () => {
    const {fake, number} = await withIssue();
    fake.fail('GET', 1, {status: 200, body: {comments: []}});
    expect(await rejection(adapter(fake).github.listComments(number))).toMatchObject({kind: 'other'});
  });

  test.each([
    ['a comment', 'html_url', [{id: 1}], (github: GitHub) => github.listComments(1)],
    ['an author', 'login', [{id: 1, html_url: '', user: {}}], (github: GitHub) => github.listComments(1)],
    ['a pull request', 'number', {}, (github: GitHub) => github.pullRequest(1)],
    [
      'the head of a pull request',
      'sha',
      {number: 1, state: 'open', head: {}, base: {}},
      (github: GitHub) => github.pullRequest(1)
    ],
    ['a tree', 'tree', {}, (github: GitHub) => github.tree('a')],
    ['a comparison', 'status', {}, (github: GitHub) => github.compare('a', 'b')],
    ['a file', 'encoding', [], (github: GitHub) => github.blob('a')],
    ['a user', 'login', {}, (github: GitHub) => github.login()],
    ['an issue', 'number', [{}], (github: GitHub) => github.openIssues('zis')],
    ['a deployment', 'id', {id: 'x'}, (github: GitHub) => github.createDeployment(DEPLOYMENT)]
  ] as const)('of %s without a usable "%s" are an error that says so', async (what, field, body, call) => {
    const {fake} = await withIssue();
    fake.fail(what === 'a deployment' ? 'POST' : 'GET', 1, {status: 200, body});
    expect(await rejection(call(adapter(fake).github))).toMatchObject({
      name: 'GitHubError',
      kind: 'other',
      message: `GitHub: ${what} was answered without a usable "${field}"`
    });
  });
});

const DEPLOYMENT = {sha: 'a', environment: 'production', task: 'deploy', description: '', payload: {}};

describe('writes', () => {
  test.each([
    ['a 5xx', {status: 502}],
    ['a broken connection', {reset: 'after'}],
    ['a cut answer', {cut: true}]
  ] as const)('are never repeated after %s: the comment may be there', async (_, fault) => {
    const {fake, number} = await withIssue();
    fake.fail('POST', 1, fault);
    const {github, slept} = adapter(fake);
    expect(await rejection(github.createComment(number, 'once'))).toMatchObject({kind: 'unavailable'});
    expect([fake.exchanges.length, slept]).toEqual([1, []]);
    const [comment] = [fake.addComment(number, 'ann', 'x')];
    fake.fail('PATCH', 1, fault);
    expect(await rejection(github.updateComment(comment.id, 'once'))).toMatchObject({kind: 'unavailable'});
    expect(fake.exchanges).toHaveLength(2);
  });
});

describe('rate limits', () => {
  test.each([
    ['429 with retry-after', {status: 429, headers: {'retry-after': '7'}}, 7_000],
    ['a secondary limit with retry-after', {status: 403, headers: {'retry-after': '30'}}, 30_000],
    [
      'a used-up limit, until it is reset',
      {status: 403, headers: {'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1_000 + 12)}},
      12_000
    ],
    ['a secondary limit that says nothing', {status: 403, body: {message: SECONDARY}}, 60_000]
  ] as const)('are waited for: %s', async (_, fault, wait) => {
    const {fake, number} = await withIssue();
    fake.fail('POST', 1, fault);
    const {github, slept} = adapter(fake);
    expect(await github.createComment(number, 'Hello')).toMatchObject({body: 'Hello'});
    expect(slept).toEqual([wait]);
    expect(fake.commentsOn(number)).toHaveLength(1);
  });

  test('that last longer than a minute are an error at once, and none of permission', async () => {
    const {fake, number} = await withIssue();
    fake.fail('POST', 1, {status: 403, headers: {'retry-after': '61'}, body: {message: SECONDARY}});
    const {github, slept} = adapter(fake);
    expect(await rejection(github.createComment(number, 'x'))).toMatchObject({
      status: 403,
      kind: 'unavailable'
    });
    expect(slept).toEqual([]);
  });

  test('end after three attempts', async () => {
    const {fake, number} = await withIssue();
    fake.fail('POST', 9, {status: 429, headers: {'retry-after': '1'}});
    await rejection(adapter(fake).github.createComment(number, 'x'));
    expect(fake.exchanges).toHaveLength(3);
  });
});

describe('the token', () => {
  test('is in no message, also after a retry', async () => {
    const {fake, number} = await withIssue();
    fake.fail('POST', 1, {status: 400, body: {message: `What is ${TOKENS.full}?`, errors: [TOKENS.full]}});
    const {github} = adapter(fake);
    const error = await rejection(github.createComment(number, 'x'));
    expect((error as Error).message).toContain('What is ***?; ***');
    expect(`${(error as Error).stack ?? ''}${JSON.stringify(error)}`).not.toContain(TOKENS.full);
  });

  test('is in no message when it is no header value', async () => {
    const {fake, number} = await withIssue();
    const {github, debug} = adapter(fake, {token: 'ghp_two\nlines'});
    const error = await rejection(github.listComments(number));
    expect(error).toMatchObject({kind: 'unavailable'});
    expect(`${(error as Error).message}${debug.join()}`).not.toMatch(/ghp_two|lines/);
  });

  test('that is missing is an error of permission', async () => {
    const {fake, number} = await withIssue();
    expect(await rejection(adapter(fake, {token: ' '}).github.listComments(number))).toMatchObject({
      kind: 'permission',
      message: 'GitHub: there is no token'
    });
    expect(fake.exchanges).toEqual([]);
  });
});

test('a GitHub that cannot be reached is unavailable', async () => {
  const {fake, number} = await withIssue();
  const {github} = adapter(fake, {apiUrl: 'http://127.0.0.1:1/'});
  expect(await rejection(github.createComment(number, 'x'))).toMatchObject({
    status: null,
    kind: 'unavailable'
  });
});
