import {describe, expect, test} from '@jest/globals';

import {startFakeGitHub, TOKENS} from '../support/fake-github.js';
import {adapter, rejection} from './support.js';

describe('open issues', () => {
  test('are those with the label, oldest first, without pull requests', async () => {
    const fake = await startFakeGitHub();
    const base = fake.push('main', {'zis/a.json': '1'}).after;
    fake.branch('feature', fake.commit({'zis/a.json': '2'}, base));
    const first = fake.openIssue('Drift', null, 'renovate[bot]', ['zis drift', 'bug']);
    fake.openPullRequest({head: 'feature', labels: ['zis drift']});
    fake.openIssue('Another', 'x', 'ann', ['bug']);
    const second = fake.openIssue('Drift again', 'See <b>', 'ann', ['zis drift']);
    fake.closeIssue(fake.openIssue('Closed', 'x', 'ann', ['zis drift']), 'ann');
    expect(await adapter(fake).github.openIssues('zis drift')).toEqual([
      {
        number: first.number,
        url: `https://github.com/acme/zis-integrations/issues/${first.number}`,
        title: 'Drift',
        body: '',
        author: {login: 'renovate[bot]', isBot: true}
      },
      {
        number: second.number,
        url: `https://github.com/acme/zis-integrations/issues/${second.number}`,
        title: 'Drift again',
        body: 'See <b>',
        author: {login: 'ann', isBot: false}
      }
    ]);
  });

  test('are read through all pages', async () => {
    const fake = await startFakeGitHub();
    for (let count = 1; count <= 201; count += 1) fake.openIssue(`${count}`, null, 'ann', ['drift']);
    const issues = await adapter(fake).github.openIssues('drift');
    expect(issues.map(({number}) => number)).toEqual(Array.from({length: 201}, (_, index) => index + 1));
    expect(fake.exchanges.map(({query}) => [query['per_page'], query['page']])).toEqual([
      ['100', '1'],
      ['100', '2'],
      ['100', '3']
    ]);
  });
});

describe('an issue', () => {
  test('is opened, changed in part, and closed', async () => {
    const fake = await startFakeGitHub();
    const {github} = adapter(fake);
    const made = await github.createIssue({title: 'Drift ✓', body: 'One', labels: ['zis', 'drift']});
    expect(made).toEqual({
      number: 1,
      url: 'https://github.com/acme/zis-integrations/issues/1',
      title: 'Drift ✓',
      body: 'One',
      author: {login: 'github-actions[bot]', isBot: true}
    });
    expect(fake.issues.get(1)?.labels.map(({name}) => name)).toEqual(['zis', 'drift']);
    expect(await github.openIssues('drift')).toEqual([made]);
    expect(await github.updateIssue(1, {body: 'Two'})).toEqual({...made, body: 'Two'});
    expect(await github.updateIssue(1, {title: 'No drift', state: 'closed'})).toEqual({
      ...made,
      title: 'No drift',
      body: 'Two'
    });
    expect(fake.issues.get(1)).toMatchObject({state: 'closed', labels: [{name: 'zis'}, {name: 'drift'}]});
    expect(await github.openIssues('drift')).toEqual([]);
  });

  test('of a deleted account has no author', async () => {
    const fake = await startFakeGitHub();
    const body = {number: 5, html_url: 'https://github.com/x', title: 'Drift', body: null, user: null};
    fake.fail('GET', 1, {status: 200, body: [body]});
    expect(await adapter(fake).github.openIssues('drift')).toEqual([
      {number: 5, url: 'https://github.com/x', title: 'Drift', body: '', author: null}
    ]);
  });

  test('that is too long is told apart', async () => {
    const fake = await startFakeGitHub();
    const {github} = adapter(fake);
    const {number} = await github.createIssue({title: 't', body: 'x'.repeat(65_536), labels: []});
    const tooLong = {status: 422, kind: 'too-long'};
    const body = 'x'.repeat(65_537);
    expect(await rejection(github.createIssue({title: 't', body, labels: []}))).toMatchObject(tooLong);
    expect(await rejection(github.updateIssue(number, {body}))).toMatchObject(tooLong);
    expect(await rejection(github.updateIssue(number, {title: 'x'.repeat(257)}))).toMatchObject(tooLong);
  });

  test('that is gone, or in a repository without issues, is not found', async () => {
    const fake = await startFakeGitHub();
    const {github} = adapter(fake);
    expect(await rejection(github.updateIssue(9, {body: 'x'}))).toMatchObject({
      status: 404,
      kind: 'not-found'
    });
    fake.fail('POST', 1, {status: 410, body: {message: 'Issues are disabled for this repo'}});
    expect(await rejection(github.createIssue({title: 't', body: '', labels: []}))).toMatchObject({
      status: 410,
      kind: 'not-found'
    });
  });

  test('is not opened twice when its outcome is unknown', async () => {
    const fake = await startFakeGitHub();
    fake.fail('POST', 1, {reset: 'after'});
    const issue = {title: 'Drift', body: '', labels: []};
    expect(await rejection(adapter(fake).github.createIssue(issue))).toMatchObject({kind: 'unavailable'});
    expect(fake.issues.size).toBe(1);
  });

  test('that the token may not write is told apart, with the permission that is missing', async () => {
    const fake = await startFakeGitHub();
    fake.openIssue('Drift', '', 'ann', ['drift']);
    const {github} = adapter(fake, {token: TOKENS.readOnly});
    expect(await github.openIssues('drift')).toHaveLength(1);
    expect(await rejection(github.createIssue({title: 't', body: '', labels: []}))).toMatchObject({
      status: 403,
      kind: 'permission',
      message: expect.stringContaining('(the token needs one of: issues=write)')
    });
    expect(await rejection(github.updateIssue(1, {state: 'closed'}))).toMatchObject({kind: 'permission'});
    const {github: blind} = adapter(fake, {token: TOKENS.none});
    expect(await rejection(blind.openIssues('drift'))).toMatchObject({kind: 'permission'});
  });
});
