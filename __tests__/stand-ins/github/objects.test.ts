import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';

import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';

import {GitStore} from '../../../src/stand-ins/github/git/store.js';
import type {Signature} from '../../../src/stand-ins/github/git/objects.js';

const run = promisify(execFile);

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'git-test-'));
  await git('init', '--quiet');
});

afterAll(() => rm(folder, {recursive: true, force: true}));

async function git(...args: string[]): Promise<string> {
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    GIT_AUTHOR_NAME: 'Ann Author',
    GIT_AUTHOR_EMAIL: 'ann@example.com',
    GIT_AUTHOR_DATE: '1700000000 +0000',
    GIT_COMMITTER_NAME: 'Ann Author',
    GIT_COMMITTER_EMAIL: 'ann@example.com',
    GIT_COMMITTER_DATE: '1700000000 +0000'
  };
  const {stdout} = await run('git', args, {cwd: folder, env});
  return stdout.trim();
}

describe('object ids are those of git', () => {
  test('for blobs, trees with a hard order, executables, links and commits', async () => {
    // "lib" sorts after "lib.txt" as a folder, and before it as a file.
    await mkdir(path.join(folder, 'lib', 'deep'), {recursive: true});
    await writeFile(path.join(folder, 'lib', 'deep', 'ü.json'), '{"a": "é"}\n');
    await writeFile(path.join(folder, 'lib.txt'), '');
    await writeFile(path.join(folder, 'lib-x'), 'x');
    await writeFile(path.join(folder, 'run.sh'), '#!/bin/sh\n', {mode: 0o755});
    await symlink('lib.txt', path.join(folder, 'link'));
    await git('add', '-A');
    const tree = await git('write-tree');
    const root = await git('commit-tree', tree, '-m', 'First line\n\nBody');
    const next = await git('commit-tree', tree, '-p', root, '-m', 'Second');

    const store = new GitStore();
    const written = store.writeTree(
      store.writeFiles({
        'lib.txt': '',
        'lib/deep/ü.json': '{"a": "é"}\n',
        'lib-x': 'x',
        'run.sh': {mode: '100755', content: '#!/bin/sh\n'},
        link: {mode: '120000', content: 'lib.txt'}
      })
    );
    const author: Signature = {name: 'Ann Author', email: 'ann@example.com', at: 1_700_000_000_000};
    const content = {tree: written, author, committer: author};
    const first = store.writeCommit({...content, parents: [], message: 'First line\n\nBody'});
    const second = store.writeCommit({...content, parents: [first], message: 'Second'});

    expect(written).toBe(tree);
    expect(first).toBe(root);
    expect(second).toBe(next);
    const listed = (await git('ls-tree', '-r', '-z', tree)).split('\0').filter((line) => line !== '');
    const own = [...store.filesOf(second)].map(([file, {mode, sha}]) => `${mode} blob ${sha}\t${file}`);
    expect(own).toEqual(listed);
  });

  test('for the empty tree', () => {
    expect(new GitStore().writeTree(new Map())).toBe('4b825dc642cb6eb9a060e54bf8d69288fbee4904');
  });
});

describe('merging', () => {
  const author: Signature = {name: 'a', email: 'a@example.com', at: 0};

  function history(
    base: Record<string, string>,
    ours: Record<string, string>,
    theirs: Record<string, string>
  ) {
    const store = new GitStore();
    const commit = (files: Record<string, string>, parents: string[]) =>
      store.writeCommit({
        tree: store.writeTree(store.writeFiles(files)),
        parents,
        author,
        committer: author,
        message: JSON.stringify(files)
      });
    const root = commit(base, []);
    const merged = store.merge(commit(ours, [root]), commit(theirs, [root]));
    return (
      merged &&
      Object.fromEntries(
        [...merged].map(([file, {sha}]) => [file, Buffer.from(store.blob(sha) ?? []).toString()])
      )
    );
  }

  test('takes what each side added, changed and removed', () => {
    const merged = history({a: '1', b: '1', c: '1'}, {a: '2', b: '1', c: '1', d: 'new'}, {a: '1', c: '1'});
    expect(merged).toEqual({a: '2', c: '1', d: 'new'});
  });

  test('gives up when both changed one file differently, and not when they changed it alike', () => {
    expect(history({a: '1'}, {a: '2'}, {a: '3'})).toBeNull();
    expect(history({a: '1'}, {a: '2'}, {})).toBeNull();
    expect(history({a: '1'}, {a: '2'}, {a: '2'})).toEqual({a: '2'});
  });
});
