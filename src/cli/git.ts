import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {UserError, messageOf} from '../errors.js';
import type {History, TreeFile} from '../ports.js';

/** Runs git in the working folder, without a shell, and gives what it says. Rejects when git fails. */
export type Git = (...args: readonly string[]) => Promise<Buffer>;

/** Far more than the listing of any repository. */
const MAX_OUTPUT = 256 * 1024 * 1024;

/** @param cwd a folder of the working tree: paths are relative to it */
export function createGit(cwd: string): Git {
  const run = promisify(execFile);
  return async (...args) => {
    // Without optional locks a plan never gets in the way of a commit that is being made.
    const env = {...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C'};
    const {stdout} = await run('git', args, {cwd, env, encoding: 'buffer', maxBuffer: MAX_OUTPUT});
    return stdout;
  };
}

/** What git says in one line; null when it fails. */
export async function lineFrom(git: Git, ...args: readonly string[]): Promise<string | null> {
  try {
    return (await git(...args)).toString('utf8').trim();
  } catch {
    return null;
  }
}

/** The repository's commits below the working folder, with paths relative to it. */
export function gitHistory(git: Git): History {
  return {
    async tree(commitSha) {
      const listing = await orUserError(git('ls-tree', '-r', '-z', commitSha));
      return {files: listing.toString('utf8').split('\0').flatMap(treeFile), isWhole: true};
    },
    blob: (sha) => orUserError(git('cat-file', 'blob', sha))
  };
}

/**
 * Which of these files git was told to leave out of the work tree (a sparse checkout). Others that are missing were
 * removed by hand.
 */
export async function skippedBy(git: Git, paths: readonly string[]): Promise<readonly string[]> {
  const listed = (await orUserError(git('ls-files', '-t', '-z'))).toString('utf8').split('\0');
  const skipped = new Set(listed.filter((entry) => entry.startsWith('S ')).map((entry) => entry.slice(2)));
  return paths.filter((path) => skipped.has(path));
}

/** That the work tree is not the last commit, in a sentence; nothing where it is, or there is no commit. */
export async function uncommitted(git: Git, headSha: string): Promise<readonly string[]> {
  if (headSha === '') return [];
  const status = await lineFrom(git, 'status', '--porcelain', '--untracked-files=normal', '--', '.');
  const changes = (status ?? '').split('\n').filter(Boolean).length;
  if (changes === 0) return [];
  const [verb, noun] = changes === 1 ? ['is', 'change'] : ['are', 'changes'];
  return [
    `There ${verb} ${changes} uncommitted ${noun} here: this is of the files as they are, not of a commit.`
  ];
}

/** `100644 blob 3b18e5…\tzis/orders.json`; links have the mode 120000, submodules the type `commit`. */
function treeFile(entry: string): TreeFile[] {
  const match = /^(\d+) blob ([0-9a-f]+)\t(.+)$/su.exec(entry);
  if (match === null) return [];
  const [, mode, sha = '', path = ''] = match;
  return [{path, sha, isLink: mode === '120000'}];
}

async function orUserError(output: Promise<Buffer>): Promise<Buffer> {
  try {
    return await output;
  } catch (error) {
    throw new UserError(
      'internal',
      `git could not read what was declared before: ${messageOf(error).trim()}`,
      'Mend the repository (git fsck), or use --deletes never, which needs no history.',
      {cause: error}
    );
  }
}
