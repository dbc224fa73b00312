import {describe, expect, test} from '@jest/globals';

import type {Exchange} from '../../../src/stand-ins/github/github.js';
import {startFakeGitHub, TOKENS} from '../../support/fake-github.js';
import {checkExchange} from '../../support/openapi.js';
import {call} from './call.js';

/** A right exchange to make wrong ones from: a comment that is written. */
async function comment(): Promise<Exchange> {
  const github = await startFakeGitHub();
  github.push('main', {});
  const {number} = github.openIssue('Hello', null, 'ann');
  await call(github, 'POST', `issues/${number}/comments`, {body: {body: 'Hello'}});
  const [exchange] = github.exchanges;
  return exchange!;
}

describe("the check against GitHub's description", () => {
  test('finds nothing wrong with a right exchange', async () => {
    expect(checkExchange(await comment())).toEqual([]);
  });

  test('finds an unknown property of a request body', async () => {
    const faults = checkExchange({...(await comment()), body: {body: 'x', text: 'x'}});
    expect(faults).toEqual([expect.stringContaining('must NOT have unevaluated properties (text)')]);
  });

  test('finds a missing and a mistyped one', async () => {
    const exchange = await comment();
    expect(checkExchange({...exchange, body: {}})).toEqual([
      expect.stringContaining("required property 'body'")
    ]);
    expect(checkExchange({...exchange, body: {body: 1}})).toEqual([
      expect.stringContaining('/body must be string')
    ]);
    expect(checkExchange({...exchange, body: undefined})).toEqual([expect.stringContaining('has no body')]);
  });

  test('finds an unknown property deep inside, where the schema is a choice', async () => {
    const issue = {...(await comment()), path: '/repos/acme/zis-integrations/issues'};
    const check = (body: object) => checkExchange({...issue, body, scripted: true});
    expect(check({title: 'x', labels: ['a', {name: 'b'}], milestone: null})).toEqual([]);
    expect(check({title: 'x', labels: [{nam: 'b'}]}).join()).toContain('(nam)');
  });

  test('finds an unknown query parameter and one of the wrong type', async () => {
    const list = {...(await comment()), method: 'GET', body: undefined, status: 200, responseBody: []};
    expect(checkExchange({...list, query: {per_page: '100', page: '2'}})).toEqual([]);
    expect(checkExchange({...list, query: {perPage: '100'}})).toEqual([
      expect.stringContaining('the query parameter "perPage" is unknown')
    ]);
    expect(checkExchange({...list, query: {page: 'two', since: 'today'}})).toEqual([
      expect.stringContaining('"since" must match format'),
      expect.stringContaining('"page" must be integer')
    ]);
  });

  test('finds a path parameter of the wrong type and an operation that is not there', async () => {
    const exchange = await comment();
    expect(checkExchange({...exchange, path: '/repos/a/b/issues/one/comments'})).toEqual([
      expect.stringContaining('"issue_number" must be integer')
    ]);
    expect(checkExchange({...exchange, method: 'PUT'})).toEqual([
      expect.stringContaining('GitHub has no such operation')
    ]);
  });

  test('finds an answer of the wrong shape or with a status that is not documented', async () => {
    const exchange = await comment();
    const {responseBody} = exchange;
    const without = {...(responseBody as object), user: undefined};
    expect(checkExchange({...exchange, responseBody: JSON.parse(JSON.stringify(without))})).toEqual([
      expect.stringContaining("must have required property 'user'")
    ]);
    expect(
      checkExchange({...exchange, responseBody: {...without, user: {login: 'x'}}}).length
    ).toBeGreaterThan(0);
    expect(checkExchange({...exchange, status: 200})).toEqual([
      expect.stringContaining('the status 200 is not documented')
    ]);
    expect(checkExchange({...exchange, status: 500, responseBody: {message: 'bug'}})).toHaveLength(1);
  });

  test('fails the test whose code asked GitHub for something wrong', async () => {
    const github = await startFakeGitHub();
    await call(github, 'GET', 'branches', {token: TOKENS.full});
    expect(github.violations()).toHaveLength(1);
    expect(() => {
      github.assertClean();
    }).toThrow('GitHub has no such operation');
    github.forget();
  });
});
