import {readFileSync, readdirSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import {allRoutes} from '../../../src/stand-ins/github/router.js';
import {startFakeGitHub, TOKEN_USER, TOKENS} from '../../support/fake-github.js';
import type {FakeGitHub} from '../../support/fake-github.js';
import {ROOT} from '../../support/runner.js';
import {call} from './call.js';

const FILES = {'README.md': '# Hello\n', 'zis/a.json': '{"a": 1}\n', 'zis/b.json': '{"b": 1}\n'};
const CHANGED = {...FILES, 'zis/a.json': '{"a": 2}\n', 'zis/c.json': '{}\n'};

async function withPullRequest(): Promise<{github: FakeGitHub; base: string; head: string; number: number}> {
  const github = await startFakeGitHub();
  const base = github.push('main', FILES, {message: 'Start'}).after;
  const head = github.commit(CHANGED, base, {message: 'Change a, add c'});
  github.branch('feature', head);
  const {number} = github.openPullRequest({head: 'feature', body: 'Please', labels: ['zis']});
  return {github, base, head, number};
}

const OPERATION = /'((?:GET|POST|PATCH|PUT|DELETE) \/[^']*)'/g;

test('serves every operation that the product asks for, and no other', () => {
  const folder = `${ROOT}src/github`;
  const asked = readdirSync(folder).flatMap((file) => {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    return [...text.matchAll(OPERATION)].map(([, operation = '']) => operation);
  });
  const served = allRoutes().map(({operation}) => operation);
  expect(served.sort()).toEqual([...new Set(asked)].sort());
});

test('serves every operation of the description, and no other', () => {
  const file = `${ROOT}__tests__/support/github-rest-slice.openapi.json`;
  const {paths} = JSON.parse(readFileSync(file, 'utf8')) as {paths: Record<string, object>};
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
  );
  const served = allRoutes().map(({operation}) => operation);
  expect(served.sort()).toEqual(described.sort());
});

describe('pull requests', () => {
  test('are open with a trial merge, then merged', async () => {
    const {github, base, head, number} = await withPullRequest();
    const open = await call(github, 'GET', `pulls/${number}`);
    expect(open.body).toMatchObject({
      state: 'open',
      title: 'Change a, add c',
      merged: false,
      mergeable: true,
      merge_commit_sha: github.trialMerge(github.pullRequest(number)),
      head: {sha: head, ref: 'feature', label: 'acme:feature'},
      base: {sha: base, ref: 'main'},
      commits: 1,
      additions: 2,
      deletions: 1,
      changed_files: 2
    });

    const {before, mergeSha, ref} = github.merge(number);
    expect([before, ref, github.tip('main')]).toEqual([base, 'refs/heads/main', mergeSha]);
    const merged = await call(github, 'GET', `pulls/${number}`);
    expect(merged.body).toMatchObject({state: 'closed', merged: true, merge_commit_sha: mergeSha});
    const found = await call(github, 'GET', `commits/${mergeSha}/pulls`);
    expect(found.body).toMatchObject([{number}]);
  });

  test('name their files', async () => {
    const {github, number} = await withPullRequest();
    const {body} = await call(github, 'GET', `pulls/${number}/files`);
    expect(body).toMatchObject([
      {filename: 'zis/a.json', status: 'modified', additions: 1, deletions: 1},
      {filename: 'zis/c.json', status: 'added', additions: 1, deletions: 0}
    ]);
  });

  test('of a fork come from its repository', async () => {
    const {github, base} = await withPullRequest();
    github.branch('stranger:patch-1', github.commit(CHANGED, base, {author: 'stranger'}));
    const {number} = github.openPullRequest({head: 'stranger:patch-1', author: 'stranger'});
    const {body} = await call(github, 'GET', `pulls/${number}`);
    expect(body).toMatchObject({
      head: {label: 'stranger:patch-1', repo: {fork: true, full_name: 'stranger/zis-integrations'}},
      base: {repo: {fork: false, full_name: 'acme/zis-integrations'}}
    });
  });

  test('that conflict have no trial merge and cannot be merged', async () => {
    const {github, number} = await withPullRequest();
    github.push('main', {...FILES, 'zis/a.json': '{"a": 3}\n'});
    const {body} = await call(github, 'GET', `pulls/${number}`);
    expect(body).toMatchObject({mergeable: false, mergeable_state: 'dirty', merge_commit_sha: null});
    expect(() => github.merge(number)).toThrow('conflicts with main');
  });

  test('closed without a merge keep their head', async () => {
    const {github, number, head} = await withPullRequest();
    github.closePullRequest(number);
    github.push('feature', {'other.txt': ''});
    const {body} = await call(github, 'GET', `pulls/${number}`);
    expect(body).toMatchObject({state: 'closed', merged: false, merge_commit_sha: null, head: {sha: head}});
  });

  test('merged by squashing leave one commit that leads back to them', async () => {
    const {github, number, base} = await withPullRequest();
    const {mergeSha} = github.merge(number, {method: 'squash'});
    expect((await call(github, 'GET', `git/commits/${mergeSha}`)).body).toMatchObject({
      message: 'Change a, add c (#1)',
      parents: [{sha: base}]
    });
    expect((await call(github, 'GET', `commits/${mergeSha}/pulls`)).body).toMatchObject([{number}]);
  });
});

describe('comments', () => {
  test('are made, changed, listed and deleted', async () => {
    const {github, number} = await withPullRequest();
    const made = await call(github, 'POST', `issues/${number}/comments`, {body: {body: 'Hello'}});
    expect([made.status, made.body]).toMatchObject([
      201,
      {body: 'Hello', user: {login: 'github-actions[bot]', type: 'Bot'}}
    ]);
    const {id} = made.body as {id: number};
    await call(github, 'PATCH', `issues/comments/${id}`, {body: {body: 'Changed'}});
    github.addComment(number, null, 'from a deleted account');
    const {body} = await call(github, 'GET', `issues/${number}/comments`);
    expect(body).toMatchObject([{id, body: 'Changed'}, {user: null}]);
    expect((await call(github, 'DELETE', `issues/comments/${id}`)).status).toBe(204);
    expect((await call(github, 'PATCH', `issues/comments/${id}`, {body: {body: 'x'}})).status).toBe(404);
    expect(github.commentsOn(number)).toHaveLength(1);
  });

  test('may have 65,536 characters and no more', async () => {
    const {github, number} = await withPullRequest();
    const post = (body: string) => call(github, 'POST', `issues/${number}/comments`, {body: {body}});
    expect((await post('x'.repeat(65_536))).status).toBe(201);
    const long = await post('x'.repeat(65_537));
    expect([long.status, long.body]).toMatchObject([
      422,
      {message: 'Validation Failed', errors: [{message: 'Body is too long (maximum is 65536 characters)'}]}
    ]);
  });

  test('come in pages of 30, of 100 at most, with links to the neighbours', async () => {
    const {github, number} = await withPullRequest();
    for (let count = 1; count <= 205; count += 1) github.addComment(number, 'ann', `comment ${count}`);
    const list = (query: string) => call(github, 'GET', `issues/${number}/comments${query}`);
    expect((await list('')).body).toHaveLength(30);
    const second = await list('?per_page=1000&page=2');
    expect(second.body).toHaveLength(100);
    const url = `${github.apiUrl}/repos/${github.repository}/issues/${number}/comments?per_page=1000`;
    expect(second.headers.get('link')).toBe(
      `<${url}&page=1>; rel="prev", <${url}&page=3>; rel="next", <${url}&page=3>; rel="last", <${url}&page=1>; rel="first"`
    );
    const last = await list('?per_page=100&page=3');
    expect([(last.body as unknown[]).length, last.headers.get('link')?.includes('next')]).toEqual([5, false]);
    expect((await list('?per_page=100&page=9')).body).toEqual([]);
  });
});

describe('git data', () => {
  test('is read by commit, tree, blob and comparison', async () => {
    const {github, base, head} = await withPullRequest();
    const commit = await call(github, 'GET', `git/commits/${head}`);
    const {sha: root} = (commit.body as {tree: {sha: string}}).tree;
    const tree = await call(github, 'GET', `git/trees/${root}?recursive=1`);
    const entries = (tree.body as {tree: {path: string; type: string; sha: string}[]}).tree;
    expect(entries.map(({path, type}) => `${type} ${path}`)).toEqual([
      'blob README.md',
      'tree zis',
      'blob zis/a.json',
      'blob zis/b.json',
      'blob zis/c.json'
    ]);
    const blob = await call(github, 'GET', `git/blobs/${entries[2]!.sha}`);
    const {content} = blob.body as {content: string};
    expect(Buffer.from(content, 'base64').toString()).toBe('{"a": 2}\n');
    const flat = await call(github, 'GET', `git/trees/${root}`);
    expect((flat.body as {tree: unknown[]}).tree).toHaveLength(2);

    expect((await call(github, 'GET', `compare/${base}...feature`)).body).toMatchObject({
      status: 'ahead',
      ahead_by: 1,
      behind_by: 0,
      merge_base_commit: {sha: base},
      files: [{filename: 'zis/a.json'}, {filename: 'zis/c.json'}]
    });
  });

  test('that is not there is 404', async () => {
    const {github} = await withPullRequest();
    const none = '0'.repeat(40);
    expect((await call(github, 'GET', `git/commits/${none}`)).status).toBe(404);
    expect((await call(github, 'GET', `git/trees/${none}`)).status).toBe(404);
    expect((await call(github, 'GET', `git/blobs/${none}`)).status).toBe(404);
    expect((await call(github, 'GET', `compare/main...${none}`)).status).toBe(404);
  });

  test('of a large tree is cut', async () => {
    const {github} = await withPullRequest();
    github.treeLimit = 2;
    const {body} = await call(github, 'GET', 'git/trees/main?recursive=1');
    expect(body).toMatchObject({truncated: true, tree: [{path: 'README.md'}, {path: 'zis'}]});
  });
});

describe('deployments', () => {
  test('are listed newest first, by environment, and a success retires those before it', async () => {
    const {github} = await withPullRequest();
    const deploy = async (environment: string) => {
      const {body} = await call(github, 'POST', 'deployments', {
        body: {ref: 'main', environment, auto_merge: false, required_contexts: [], payload: {hash: 'x'}}
      });
      const {id} = body as {id: number};
      await call(github, 'POST', `deployments/${id}/statuses`, {
        body: {state: 'success', description: 'done'}
      });
      return id;
    };
    const [first, second] = [await deploy('acme'), await deploy('acme')];
    await deploy('sandbox');
    const {body} = await call(github, 'GET', 'deployments?environment=acme');
    expect(body).toMatchObject([{id: second, payload: {hash: 'x'}}, {id: first}]);
    const statuses = await call(github, 'GET', `deployments/${first}/statuses`);
    expect(statuses.body).toMatchObject([{state: 'inactive'}, {state: 'success', description: 'done'}]);
    expect((await call(github, 'GET', `deployments/${second}/statuses`)).body).toMatchObject([
      {state: 'success'}
    ]);
  });

  test('wait for the checks that they name, and need a ref', async () => {
    const {github} = await withPullRequest();
    const post = (body: object) => call(github, 'POST', 'deployments', {body});
    expect((await post({ref: 'main', required_contexts: ['ci']})).status).toBe(409);
    expect((await post({ref: 'gone', required_contexts: []})).status).toBe(422);
  });
});

describe('issues and labels', () => {
  test('are opened, changed, filtered and closed', async () => {
    const {github} = await withPullRequest();
    const made = await call(github, 'POST', 'issues', {body: {title: 'Drift', body: 'x', labels: ['drift']}});
    const issue = (made.body as {number: number}).number;
    const titles = async (query: string) => {
      const {body} = await call(github, 'GET', `issues${query}`);
      return (body as {title: string}[]).map(({title}) => title);
    };
    expect(await titles('')).toEqual(['Drift', 'Change a, add c']);
    expect(await titles('?labels=drift&creator=github-actions[bot]')).toEqual(['Drift']);
    const closed = await call(github, 'PATCH', `issues/${issue}`, {body: {state: 'closed', title: 'Drift!'}});
    expect(closed.body).toMatchObject({state: 'closed', state_reason: 'completed', title: 'Drift!'});
    expect(await titles('?state=closed')).toEqual(['Drift!']);
  });
});

describe('tokens', () => {
  test('unknown or missing are refused', async () => {
    const {github} = await withPullRequest();
    for (const token of [null, 'ghp_wrong', '__proto__']) {
      const {status, body} = await call(github, 'GET', '/user', {token});
      expect([status, body]).toMatchObject([401, {message: 'Bad credentials'}]);
    }
  });

  test('that may not do something are told which permission would', async () => {
    const {github, number} = await withPullRequest();
    const {status, body, headers} = await call(github, 'POST', `issues/${number}/comments`, {
      body: {body: 'x'},
      token: TOKENS.readOnly
    });
    expect([status, body]).toMatchObject([403, {message: 'Resource not accessible by integration'}]);
    expect(headers.get('x-accepted-github-permissions')).toBe('issues=write; pull_requests=write');
    expect((await call(github, 'GET', `pulls/${number}`, {token: TOKENS.none})).status).toBe(403);
  });

  test("of a user name the user; a workflow's own does not", async () => {
    const {github} = await withPullRequest();
    expect((await call(github, 'GET', '/user', {token: TOKENS.user})).body).toMatchObject({
      login: TOKEN_USER
    });
    expect((await call(github, 'GET', '/user')).status).toBe(403);
  });
});

describe('exchanges', () => {
  test('are recorded in full but for the token', async () => {
    const {github, number} = await withPullRequest();
    const path = `/repos/${github.repository}/issues/${number}/comments`;
    await call(github, 'POST', `issues/${number}/comments`, {body: {body: 'Hello'}});
    expect(github.exchanges).toMatchObject([
      {
        method: 'POST',
        path,
        query: {},
        operation: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
        headers: {'user-agent': 'tests'},
        body: {body: 'Hello'},
        status: 201,
        responseBody: {body: 'Hello'},
        scripted: false
      }
    ]);
    expect(JSON.stringify(github.exchanges)).not.toContain(TOKENS.full);
  });

  test('can be made to fail: a status, a broken connection, a cut answer, a delay', async () => {
    const {github, number} = await withPullRequest();
    const comments = `issues/${number}/comments`;
    github.fail('GET /repos', 1, {status: 502, body: '<html>'});
    github.fail(/^POST .*\/comments$/, 1, {reset: 'after'});
    github.fail((method) => method === 'PATCH', 1, {reset: true});
    await expect(call(github, 'GET', comments)).rejects.toThrow(SyntaxError);
    await expect(call(github, 'POST', comments, {body: {body: 'written all the same'}})).rejects.toThrow(
      'fetch failed'
    );
    expect(github.commentsOn(number)).toMatchObject([{body: 'written all the same'}]);
    const [comment] = github.commentsOn(number);
    const edit = () => call(github, 'PATCH', `issues/comments/${comment!.id}`, {body: {body: 'new'}});
    await expect(edit()).rejects.toThrow('fetch failed');
    expect(comment!.body).toBe('written all the same');
    github.fail('PATCH', 1, {cut: true});
    await expect(edit()).rejects.toThrow('terminated');
    expect(comment!.body).toBe('new');
    github.fail('GET', 1, {delay: 80});
    const started = performance.now();
    expect((await call(github, 'GET', comments)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(70);
    expect(github.exchanges.map(({status, scripted}) => [status, scripted])).toEqual([
      [502, true],
      [null, true],
      [null, true],
      [200, false],
      [200, false]
    ]);
  });
});
