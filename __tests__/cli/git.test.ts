import {afterEach, describe, expect, test} from '@jest/globals';
import {symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {declaredSince} from '../../src/cli/since.js';
import {createGit, gitHistory} from '../../src/cli/git.js';
import {blobSha} from '../../src/bundle/blob-sha.js';
import {Workspace} from './support.js';

const open: Workspace[] = [];
function workspace(...args: ConstructorParameters<typeof Workspace>): Workspace {
  const made = new Workspace(...args);
  open.push(made);
  return made;
}
afterEach(() => {
  for (const made of open.splice(0)) made.end();
});

const since = (folder: string, asked?: string) => declaredSince(createGit(folder), asked);

describe('what was declared before', () => {
  test('is what the last commit declares, where there is no other branch', async () => {
    const work = workspace({'a.json': '{}'});
    const commit = work.commit();
    expect(await since(work.path)).toEqual({commit, words: `${commit.slice(0, 10)} (the last commit)`});
  });

  test('is where this branch left the default branch', async () => {
    const work = workspace({'a.json': '{}'});
    const fork = work.commit('fork');
    work.git('checkout', '-q', '-b', 'topic');
    work.commit('on the branch');
    expect(await since(work.path)).toEqual({
      commit: fork,
      words: `${fork.slice(0, 10)} (merge base with main)`
    });
  });

  test('is asked from the remote before the local branches', async () => {
    const work = workspace({'a.json': '{}'});
    const pushed = work.commit('pushed');
    work.git('update-ref', 'refs/remotes/origin/main', pushed);
    work.commit('not pushed');
    expect(await since(work.path)).toMatchObject({
      commit: pushed,
      words: `${pushed.slice(0, 10)} (merge base with origin/main)`
    });
  });

  test('is what the user names', async () => {
    const work = workspace({'a.json': '{}'});
    const first = work.commit();
    work.commit('later');
    work.git('tag', 'v1', first);
    expect(await since(work.path, 'v1')).toMatchObject({commit: first});
  });

  test.each(['nothing-of-this-name', '--help', '-x', 'main:a.json', ''])(
    'cannot be read at %j: a usage error',
    async (asked) => {
      const work = workspace({'a.json': '{}'});
      work.commit();
      await expect(since(work.path, asked)).rejects.toMatchObject({name: 'UsageError'});
    }
  );

  test('is not known without a commit, and without a repository', async () => {
    const work = workspace();
    expect(await since(work.path)).toEqual({unknown: 'this folder is in no git repository'});
    work.git('init', '-q');
    expect(await since(work.path)).toEqual({unknown: 'this repository has no commit yet'});
  });
});

describe('the history', () => {
  test('gives the files below the working folder, with paths relative to it and names of any kind', async () => {
    const work = workspace({'zis/é "x"\n.json': '{"a": 1}', 'elsewhere.json': '{}'});
    symlinkSync('elsewhere.json', join(work.path, 'zis', 'link.json'));
    const commit = work.commit();
    const history = gitHistory(createGit(join(work.path, 'zis')));
    const sha = blobSha(Buffer.from('{"a": 1}'));
    const link = {path: 'link.json', sha: blobSha(Buffer.from('elsewhere.json')), isLink: true};
    const file = {path: 'é "x"\n.json', sha, isLink: false};
    expect(await history.tree(commit)).toEqual({files: [link, file], isWhole: true});
    expect(Buffer.from(await history.blob(sha)).toString()).toBe('{"a": 1}');
  });

  test('says what git could not read', async () => {
    const work = workspace({'a.json': '{}'});
    work.commit();
    await expect(gitHistory(createGit(work.path)).blob('0'.repeat(40))).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('git could not read') as unknown
    });
  });
});
