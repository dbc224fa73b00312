import {execFileSync} from 'node:child_process';
import {appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {findCheckouts} from '../../src/actions/git-checkout.js';
import {originOf} from '../../src/actions/git-config.js';

const workspace = mkdtempSync(join(tmpdir(), 'zis-checkout-'));
afterAll(() => {
  rmSync(workspace, {recursive: true, force: true});
});

const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com'
};
const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], {
    cwd: join(workspace, folder),
    env,
    encoding: 'utf8',
    stdio: 'pipe'
  }).trim();
const put = (path: string, text: string): void => {
  mkdirSync(join(workspace, path, '..'), {recursive: true});
  writeFileSync(join(workspace, path), text);
};

/** A repository with one commit. */
function repository(folder: string, ...initArgs: string[]): string {
  mkdirSync(join(workspace, folder), {recursive: true});
  git(folder, 'init', '--quiet', '--initial-branch=main', ...initArgs);
  git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'first');
  return git(folder, 'rev-parse', 'HEAD');
}

describe('checkouts that git itself made', () => {
  let first = '';
  beforeAll(() => {
    first = repository('main');
    git('main', 'remote', 'add', 'origin', 'https://github.com/acme/zis-integrations.git');
  });
  const only = async (folder: string) => {
    const found = await findCheckouts(workspace, [folder]);
    expect(found).toHaveLength(1);
    return found[0]!;
  };

  test('a branch, of a folder below it that need not exist', async () => {
    expect(
      await findCheckouts(workspace, ['main', 'main/zis/gone/deep', 'main/README.md', 'elsewhere'])
    ).toEqual([{root: 'main', sha: first, origin: 'acme/zis-integrations', fault: ''}]);
  });

  test('packed refs, then a loose one that is newer', async () => {
    git('main', 'pack-refs', '--all');
    expect((await only('main')).sha).toBe(first);
    git('main', 'commit', '--quiet', '--allow-empty', '-m', 'second');
    expect((await only('main')).sha).toBe(git('main', 'rev-parse', 'HEAD'));
  });

  test('a detached HEAD, as actions/checkout leaves it', async () => {
    git('main', 'checkout', '--quiet', '--detach', first);
    expect((await only('main')).sha).toBe(first);
    git('main', 'checkout', '--quiet', 'main');
  });

  test('a worktree has its own HEAD and the refs and origin of its repository', async () => {
    git('main', 'worktree', 'add', '--quiet', '-b', 'other', join(workspace, 'tree'), first);
    expect(await only('tree/zis')).toEqual({
      root: 'tree',
      sha: first,
      origin: 'acme/zis-integrations',
      fault: ''
    });
    git('tree', 'commit', '--quiet', '--allow-empty', '-m', 'third');
    git('main', 'pack-refs', '--all');
    expect((await only('tree')).sha).toBe(git('tree', 'rev-parse', 'HEAD'));
    expect((await only('main')).sha).not.toBe((await only('tree')).sha);
  });

  test('a submodule is a checkout of its own', async () => {
    const sha = repository('library');
    git('main', 'submodule', '--quiet', 'add', join(workspace, 'library'), 'shared');
    const found = await findCheckouts(workspace, ['main/shared/zis', 'main/zis']);
    expect(found.map(({root, sha: at}) => [root, at])).toEqual([
      ['main', git('main', 'rev-parse', 'HEAD')],
      ['main/shared', sha]
    ]);
    expect(found[1]).toMatchObject({fault: ''});
  });

  test('a shallow clone, and one with SHA-256', async () => {
    git('', 'clone', '--quiet', '--depth=1', `file://${join(workspace, 'main')}`, 'shallow');
    expect(await only('shallow')).toMatchObject({
      sha: git('main', 'rev-parse', 'HEAD'),
      origin: null,
      fault: ''
    });
    const long = repository('sha256', '--object-format=sha256');
    expect(long).toHaveLength(64);
    expect((await only('sha256')).sha).toBe(long);
  });

  test('without a commit, and with refs that are no files: said', async () => {
    mkdirSync(join(workspace, 'empty'));
    git('empty', 'init', '--quiet', '--initial-branch=main');
    expect(await only('empty')).toMatchObject({
      sha: null,
      fault: 'HEAD names refs/heads/main, which has no commit yet'
    });
    put('reftable/.git/HEAD', 'ref: refs/heads/.invalid\n');
    expect((await only('reftable')).fault).toContain('reftable');
  });
});

describe('a .git that is not sound', () => {
  test.each([
    ['a file that names nothing', {'.git': 'hello'}, 'names no git folder'],
    ['a file that names a folder which is not there', {'.git': 'gitdir: ../nowhere\n'}, 'HEAD is not there'],
    ['no HEAD', {'.git/config': ''}, 'HEAD is not there'],
    ['a HEAD of nonsense', {'.git/HEAD': 'nonsense'}, 'names no commit and no ref'],
    ['an empty HEAD', {'.git/HEAD': ''}, 'names no commit and no ref'],
    ['a HEAD that leads out', {'.git/HEAD': 'ref: refs/../../../secret'}, 'names no commit and no ref'],
    [
      'refs in a circle',
      {
        '.git/HEAD': 'ref: refs/heads/a',
        '.git/refs/heads/a': 'ref: refs/heads/b',
        '.git/refs/heads/b': 'ref: refs/heads/a'
      },
      'one ref after another'
    ],
    ['a HEAD of two megabytes', {'.git/HEAD': 'x'.repeat(2 ** 21)}, 'larger than git would write it']
  ])('%s is said, and throws nothing', async (name, files, fault) => {
    for (const [path, text] of Object.entries(files)) put(`broken/${name}/${path}`, text);
    const [found] = await findCheckouts(workspace, [`broken/${name}/zis`]);
    expect(found).toMatchObject({root: `broken/${name}`, sha: null, origin: null});
    expect(found?.fault).toContain(fault);
  });

  test('may have a pipe or a device where a file is meant, and nothing waits for them', async () => {
    const sha = repository('piped');
    const head = join(workspace, 'piped', '.git', 'HEAD');
    rmSync(head);
    execFileSync('mkfifo', [head]);
    const [piped] = await findCheckouts(workspace, ['piped']);
    expect(piped).toMatchObject({sha: null, fault: `${head} is not there`});
    rmSync(head);
    writeFileSync(head, sha);
    rmSync(join(workspace, 'piped', '.git', 'config'));
    symlinkSync('/dev/zero', join(workspace, 'piped', '.git', 'config'));
    expect(await findCheckouts(workspace, ['piped'])).toMatchObject([{sha, origin: null, fault: ''}]);
  });

  test('is not looked for above the workspace', async () => {
    expect(await findCheckouts(join(workspace, 'main/zis'), ['', 'deep'])).toEqual([]);
  });

  test('a config that ends anywhere is read as far as it goes', async () => {
    repository('config');
    appendFileSync(
      join(workspace, 'config/.git/config'),
      '[remote "origin"]\n\turl = "https://github.com/acme/x'
    );
    expect((await findCheckouts(workspace, ['config']))[0]).toMatchObject({origin: 'acme/x', fault: ''});
  });
});

describe('originOf', () => {
  const config = (url: string): string =>
    `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${url}\n\tfetch = +refs\n`;

  test.each([
    ['https://github.com/acme/zis', 'acme/zis'],
    ['https://github.com/acme/zis.git', 'acme/zis'],
    ['https://token@ghe.example.com/acme/zis.git/', 'acme/zis'],
    ['HTTPS://example.com/a/b/acme/zis.git?x=1#y', 'acme/zis'],
    ['ssh://git@github.com:22/acme/zis.git', 'acme/zis'],
    ['git@github.com:acme/zis.git', 'acme/zis'],
    ['github.com:acme/zis', 'acme/zis'],
    ['"https://github.com/acme/zis.git" # ours', 'acme/zis'],
    ['https://github.com/zis', null],
    ['file:///srv/acme/zis.git', null],
    ['/srv/acme/zis.git', null],
    ['../acme/zis.git', null],
    ['C:/repos/acme/zis', null],
    ['C:\\\\repos\\\\acme\\\\zis', null],
    ['', null]
  ])('%s is %s', (url, repository) => {
    expect(originOf(config(url))).toBe(repository);
  });

  test('takes the first url of the remote origin, whatever the case of its keys', () => {
    expect(originOf('[REMOTE "origin"] URL = https://x/a/b\n[remote "origin"]\nurl = https://x/c/d')).toBe(
      'a/b'
    );
    expect(
      originOf('[remote "Origin"]\nurl = https://x/a/b\n[remote "fork"]\nurl = https://x/c/d')
    ).toBeNull();
    expect(originOf('[remote "origin"]\npushurl = https://x/a/b\n# url = https://x/c/d')).toBeNull();
    expect(originOf('')).toBeNull();
  });
});
