import {describe, expect, test} from '@jest/globals';

import {blobSha} from '../../src/bundle/blob-sha.js';
import {GitHubError} from '../../src/github/errors.js';
import {toChangedLines} from '../../src/github/list-changed-lines.js';
import {startFakeGitHub, TOKEN_USER, TOKENS} from '../support/fake-github.js';
import type {FakeGitHub} from '../support/fake-github.js';
import {adapter, rejection} from './support.js';

async function withPullRequest(): Promise<{fake: FakeGitHub; base: string; head: string; number: number}> {
  const fake = await startFakeGitHub();
  const base = fake.push('main', {'zis/a.json': '{"a": 1}'}).after;
  const head = fake.commit({'zis/a.json': '{"a": 2}'}, base);
  fake.branch('feature', head);
  return {fake, base, head, number: fake.openPullRequest({head: 'feature'}).number};
}

test('nothing is sent before the first call', async () => {
  const {fake} = await withPullRequest();
  adapter(fake);
  expect(fake.exchanges).toEqual([]);
});

describe('login', () => {
  test('is the user of a personal token', async () => {
    const {fake} = await withPullRequest();
    expect(await adapter(fake, {token: TOKENS.user}).github.login()).toBe(TOKEN_USER);
  });

  test("is not known for a workflow's own token and for one that is refused", async () => {
    const {fake} = await withPullRequest();
    expect(await adapter(fake).github.login()).toBeNull();
    expect(await adapter(fake, {token: 'ghp_revoked'}).github.login()).toBeNull();
  });

  test('is an error when GitHub is down, since then nobody knows', async () => {
    const {fake} = await withPullRequest();
    fake.fail('GET /user', 3, {status: 503});
    expect(await rejection(adapter(fake).github.login())).toMatchObject({status: 503, kind: 'unavailable'});
  });
});

describe('the lines of a pull request', () => {
  test('are those that it adds or changes, by file', async () => {
    const fake = await startFakeGitHub();
    const lines = Array.from({length: 40}, (_, at) => `line ${at}\n`);
    fake.push('main', {'a.json': lines.join(''), 'gone.json': 'x\n', 'same.json': 'y\n'});
    const changed = lines.with(4, 'new\n').with(5, 'new\n').with(30, 'new\n').toSpliced(10, 1);
    fake.branch('change', fake.tip('main'));
    fake.push('change', {'a.json': changed.join(''), 'same.json': 'y\n', 'b.json': 'one\ntwo'});
    const {number} = fake.openPullRequest({head: 'change', base: 'main', title: 'Change'});
    expect(await adapter(fake).github.changedLines(number)).toEqual(
      new Map([
        [
          'a.json',
          [
            {first: 5, last: 6},
            {first: 30, last: 30}
          ]
        ],
        ['b.json', [{first: 1, last: 2}]],
        ['gone.json', []]
      ])
    );
  });

  test('are all of a file that is too large for a patch, and none of one that is only renamed', () => {
    expect(
      toChangedLines([
        {filename: 'big.json', changes: 9000},
        {filename: 'renamed.json', changes: 0},
        {filename: 'odd.json', changes: 1, patch: '+before any hunk\n@@ garbage @@\n+x'}
      ])
    ).toEqual(
      new Map([
        ['big.json', [{first: 1, last: Infinity}]],
        ['renamed.json', []],
        ['odd.json', []]
      ])
    );
  });
});

describe('comments', () => {
  test('are read through all pages, oldest first', async () => {
    const {fake, number} = await withPullRequest();
    for (let count = 1; count <= 250; count += 1) fake.addComment(number, 'ann', `comment ${count}`);
    const comments = await adapter(fake).github.listComments(number);
    expect(comments.map(({body}) => body)).toEqual(
      Array.from({length: 250}, (_, index) => `comment ${index + 1}`)
    );
    expect(fake.exchanges.map(({query}) => query)).toEqual([
      {per_page: '100', page: '1'},
      {per_page: '100', page: '2'},
      {per_page: '100', page: '3'}
    ]);
  });

  test('know their author, bots and deleted accounts among them', async () => {
    const {fake, number} = await withPullRequest();
    fake.addComment(number, 'ann', 'a');
    fake.addComment(number, 'renovate[bot]', 'b');
    fake.addComment(number, null, 'c');
    const comments = await adapter(fake).github.listComments(number);
    expect(comments.map(({author}) => author)).toEqual([
      {login: 'ann', isBot: false},
      {login: 'renovate[bot]', isBot: true},
      null
    ]);
  });

  test('are written, changed and deleted', async () => {
    const {fake, number} = await withPullRequest();
    const {github} = adapter(fake);
    const made = await github.createComment(number, 'Hello ✓');
    expect(made).toEqual({
      id: made.id,
      url: `https://github.com/acme/zis-integrations/pull/${number}#issuecomment-${made.id}`,
      body: 'Hello ✓',
      author: {login: 'github-actions[bot]', isBot: true}
    });
    expect(await github.updateComment(made.id, 'Changed')).toEqual({...made, body: 'Changed'});
    await github.deleteComment(made.id);
    expect(fake.commentsOn(number)).toEqual([]);
    expect(await rejection(github.updateComment(made.id, 'x'))).toMatchObject({
      status: 404,
      kind: 'not-found'
    });
  });

  test('that are too long are told apart', async () => {
    const {fake, number} = await withPullRequest();
    const error = await rejection(adapter(fake).github.createComment(number, 'x'.repeat(65_537)));
    expect(error).toBeInstanceOf(GitHubError);
    expect(error).toMatchObject({
      status: 422,
      kind: 'too-long',
      message: expect.stringContaining('Body is too long (maximum is 65536 characters)')
    });
  });

  test('that the token may not write are told apart, with the permission that is missing', async () => {
    const {fake, number} = await withPullRequest();
    const error = await rejection(adapter(fake, {token: TOKENS.readOnly}).github.createComment(number, 'x'));
    expect(error).toMatchObject({
      status: 403,
      kind: 'permission',
      message:
        'GitHub: POST /repos/acme/zis-integrations/issues/1/comments was answered with 403: ' +
        'Resource not accessible by integration (the token needs one of: issues=write; pull_requests=write)'
    });
    expect(fake.exchanges).toHaveLength(1);
  });
});

describe('pull requests', () => {
  test('are read while open, and when merged', async () => {
    const {fake, base, head, number} = await withPullRequest();
    const {github} = adapter(fake);
    expect(await github.pullRequest(number)).toEqual({
      number,
      headSha: head,
      baseSha: base,
      baseRef: 'main',
      mergeCommitSha: fake.trialMerge(fake.pullRequest(number)),
      state: 'open',
      merged: false
    });
    const {mergeSha} = fake.merge(number);
    const merged = {
      number,
      headSha: head,
      baseSha: base,
      baseRef: 'main',
      mergeCommitSha: mergeSha,
      state: 'closed',
      merged: true
    };
    expect(await github.pullRequest(number)).toEqual(merged);
    expect(await github.pullRequestsOf(mergeSha)).toEqual([merged]);
    expect(await github.pullRequestsOf(base)).toEqual([]);
  });

  test('that are not there are an error', async () => {
    const {fake} = await withPullRequest();
    expect(await rejection(adapter(fake).github.pullRequest(99))).toMatchObject({
      status: 404,
      kind: 'not-found'
    });
  });
});

describe('trees', () => {
  test('have all files, but no links and no submodules', async () => {
    const fake = await startFakeGitHub();
    const sha = fake.commit({
      'zis/b/deep.json': 'x',
      'zis/a.json': {mode: '100755', content: 'y'},
      'README.md': '',
      'zis/link.json': {mode: '120000', content: 'a.json'},
      vendored: {mode: '160000', commit: 'c'.repeat(40)}
    });
    const {github} = adapter(fake);
    const tree = await github.tree(sha);
    expect(tree?.files.map(({path, isLink}) => [path, isLink])).toEqual([
      ['README.md', false],
      ['zis/a.json', false],
      ['zis/b/deep.json', false],
      ['zis/link.json', true]
    ]);
    expect(tree?.isWhole).toBe(true);
    const blob = await github.blob(tree!.files[1]!.sha);
    expect(Buffer.from(blob).toString()).toBe('y');
    expect(fake.exchanges).toHaveLength(2);
  });

  test('that GitHub cuts are read folder by folder, and nothing is missed', async () => {
    const fake = await startFakeGitHub();
    const files: Record<string, string> = {};
    for (let folder = 0; folder < 9; folder += 1) {
      for (let file = 0; file < 6; file += 1)
        files[`zis/f${folder}/${folder % 2}/${file}.json`] = `${folder}`;
    }
    const sha = fake.commit({...files, 'top.txt': ''});
    fake.treeLimit = 9;
    const tree = await adapter(fake).github.tree(sha);
    expect(tree?.files.map(({path}) => path)).toEqual([...Object.keys(files), 'top.txt'].sort());
    expect(tree?.isWhole).toBe(true);
    const recursive = fake.exchanges.filter(
      ({responseBody}) => (responseBody as {truncated?: boolean}).truncated
    );
    expect(recursive).toHaveLength(2);

    const asked = fake.exchanges.length;
    const part = await adapter(fake).github.tree(sha, (folder) => ['zis', 'zis/f3'].includes(folder));
    expect(part?.files.map(({path}) => path)).toEqual([
      'top.txt',
      ...Object.keys(files).filter((path) => path.startsWith('zis/f3/'))
    ]);
    expect(part?.isWhole).toBe(false);
    expect(fake.exchanges.length - asked).toBeLessThan(asked);
  });

  test('of very many folders that have to be listed one by one are given up', async () => {
    const fake = await startFakeGitHub();
    const names = Array.from({length: 1001}, (_, index) => `zis/f${index}/a.json`);
    const sha = fake.commit(Object.fromEntries(names.map((name) => [name, ''])));
    fake.treeLimit = 1500;
    const {github} = adapter(fake);
    const before = fake.exchanges.length;
    expect(await rejection(github.tree(sha))).toMatchObject({
      kind: 'other',
      message: expect.stringContaining('more than 1000 folders')
    });
    expect(fake.exchanges.length - before).toBeLessThan(1100);
  });

  test('with a folder that GitHub cannot list whole are an error, not a short list', async () => {
    const fake = await startFakeGitHub();
    const sha = fake.commit({'zis/a.json': '', 'zis/b.json': '', 'zis/c.json': ''});
    fake.treeLimit = 2;
    expect(await rejection(adapter(fake).github.tree(sha))).toMatchObject({
      kind: 'other',
      message: 'GitHub: zis/ has more entries than GitHub lists'
    });
  });

  test.each([
    ['is not there', 404],
    ['is in an empty repository', 409],
    ['is no SHA', 422]
  ])('of a commit that %s are null', async (_, status) => {
    const {fake} = await withPullRequest();
    if (status !== 404) fake.fail(/git\/(trees|commits)\//, 2, {status});
    expect(await adapter(fake).github.tree('0'.repeat(40))).toBeNull();
  });

  test('without permission are an error, since then nobody knows', async () => {
    const {fake, base} = await withPullRequest();
    const {github} = adapter(fake, {token: TOKENS.none});
    expect(await rejection(github.tree(base))).toMatchObject({status: 403, kind: 'permission'});
  });
});

describe('blobs', () => {
  test('keep every byte', async () => {
    const fake = await startFakeGitHub();
    const bytes = Uint8Array.from({length: 1_000}, (_, index) => index % 256);
    const sha = fake.commit({'a.bin': bytes});
    const {github} = adapter(fake);
    const [file] = (await github.tree(sha))?.files ?? [];
    expect(Buffer.compare(await github.blob(file!.sha), bytes)).toBe(0);
  });

  test('may come as text, and in no encoding that is not known', async () => {
    const fake = await startFakeGitHub();
    const body = {
      sha: 'x',
      node_id: 'x',
      url: 'https://github.com',
      size: 2,
      content: 'é',
      encoding: 'utf-8'
    };
    fake.fail('/git/blobs/', 1, {status: 200, body});
    fake.fail('/git/blobs/', 1, {status: 200, body: {...body, encoding: 'none'}});
    const {github} = adapter(fake);
    const sha = blobSha(Buffer.from('é'));
    expect(Buffer.from(await github.blob(sha)).toString()).toBe('é');
    expect(await rejection(github.blob(sha))).toMatchObject({
      kind: 'other',
      message: `GitHub: blob ${sha} has the unknown encoding "none"`
    });
  });
});

describe('a comparison', () => {
  test('says how the head stands to the base, and what it has beyond it', async () => {
    const fake = await startFakeGitHub();
    const root = fake.commit({'a.json': ''});
    const [left, right] = [fake.commit({'b.json': ''}, root), fake.commit({'c.json': ''}, root)];
    const tip = fake.commit({'d.json': ''}, right);
    const {github} = adapter(fake);
    const of = async (base: string, head: string) => {
      const found = await github.compare(base, head);
      return [found?.status, found?.mergeBaseSha, found?.commits];
    };
    expect(await of(root, root)).toEqual(['identical', root, []]);
    expect(await of(root, tip)).toEqual(['ahead', root, [right, tip]]);
    expect(await of(tip, root)).toEqual(['behind', root, []]);
    expect(await of(left, tip)).toEqual(['diverged', root, [right, tip]]);
    fake.branch('release/1.x', right);
    expect(await of('release/1.x', root)).toEqual(['behind', root, []]);
  });

  test('is null where a commit is not there, and where none is in common', async () => {
    const fake = await startFakeGitHub();
    const [one, other] = [fake.commit({'a.json': ''}), fake.commit({'b.json': ''})];
    const {github} = adapter(fake);
    expect(await github.compare(one, other)).toBeNull();
    expect(await github.compare('0'.repeat(40), one)).toBeNull();
    expect(await github.compare('nothing', one)).toBeNull();
  });

  test('of more commits than GitHub names says so', async () => {
    const fake = await startFakeGitHub();
    const root = fake.commit({'a.json': ''});
    const tip = fake.commit({'b.json': ''}, root);
    const {github} = adapter(fake);
    expect((await github.compare(root, tip))?.hasAllCommits).toBe(true);
    const body = {...(fake.exchanges[0]?.responseBody as object), ahead_by: 251, total_commits: 251};
    fake.fail('/compare/', 1, {status: 200, body});
    expect(await github.compare(root, tip)).toMatchObject({commits: [tip], hasAllCommits: false});
  });

  test('with a status that GitHub does not document is an error', async () => {
    const fake = await startFakeGitHub();
    const root = fake.commit({'a.json': ''});
    const {github} = adapter(fake);
    await github.compare(root, root);
    const body = {...(fake.exchanges[0]?.responseBody as object), status: 'sideways'};
    fake.fail('/compare/', 1, {status: 200, body});
    expect(await rejection(github.compare(root, root))).toMatchObject({kind: 'other'});
    fake.forget();
  });
});

test('parts of an address are encoded', async () => {
  const fake = await startFakeGitHub();
  await adapter(fake).github.tree('../../../user?x=1#');
  expect(fake.exchanges[0]?.path).toBe(
    '/repos/acme/zis-integrations/git/trees/..%2F..%2F..%2Fuser%3Fx%3D1%23'
  );
});
