import {lstat, mkdir, mkdtemp, readFile, readdir, realpath, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, relative, resolve, sep} from 'node:path';
import type {Dirent} from 'node:fs';
import {createMatcher, type PathMatcher} from '../bundle/patterns.js';
import {UserError, messageOf} from '../errors.js';
import type {Files, WorkspaceFile} from '../ports.js';
import {findCheckouts} from './git-checkout.js';

/**
 * The workspace and the folder for results.
 *
 * @param workspace GITHUB_WORKSPACE, an absolute path
 * @param temporary RUNNER_TEMP; the system's folder for temporary files where it is not set
 */
export function createFiles(workspace: string, temporary: string): Files {
  let results: Promise<string> | null = null;
  return {
    find: (patterns) => find(workspace, createMatcher(patterns)),
    checkouts: async (folders) => findCheckouts(await realpath(workspace), folders),
    leftOut: (paths) => absent(workspace, paths),
    read: (path) => readNamed(resolve(workspace, path), path),
    async write(name, content) {
      results ??= resultsFolder(temporary === '' ? tmpdir() : temporary);
      const path = join(await results, name);
      await writeFile(path, content, 'utf8');
      return path;
    }
  };
}

/** A backup of ten thousand bundles of 25 KB. */
const MOST_BYTES = 256 * 1024 * 1024;

async function readNamed(file: string, path: string): Promise<Uint8Array> {
  const refused = (why: string, hint: string): UserError =>
    new UserError('invalid-inputs', `${path} ${why}`, hint);
  try {
    const {size} = await stat(file);
    if (size > MOST_BYTES) throw refused('is larger than 256 MB', 'Give the file that an apply wrote.');
    return await readFile(file);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw refused(`cannot be read: ${messageOf(error)}`, 'Check the path: it is relative to the workspace.');
  }
}

/** A new folder each time: two steps of one job never read each other's files. */
async function resultsFolder(temporary: string): Promise<string> {
  await mkdir(temporary, {recursive: true});
  return mkdtemp(join(temporary, 'zis-bundles-'));
}

async function find(workspace: string, matcher: PathMatcher): Promise<WorkspaceFile[]> {
  const root = await realpath(workspace);
  const found: WorkspaceFile[] = [];
  await search('');
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));

  async function search(folder: string): Promise<void> {
    for (const entry of await readdir(join(root, folder), {withFileTypes: true})) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (matcher.mayHold(path)) await search(path);
      } else if (matcher.matches(path)) {
        const bytes = await sizeOf(root, path, {entry, matcher});
        if (typeof bytes === 'string')
          found.push({path, bytes: 0, read: () => Promise.reject(refusedLink(path, bytes))});
        else if (bytes !== null) found.push({path, bytes, read: () => read(join(root, path), path)});
      }
    }
  }
}

/** The paths at which nothing is, not even a link that leads nowhere. */
async function absent(workspace: string, paths: readonly string[]): Promise<string[]> {
  const gone: string[] = [];
  for (const path of paths) {
    const found = await lstat(join(workspace, path)).catch(() => null);
    if (found === null) gone.push(path);
  }
  return gone;
}

/** The size of a regular file, or of the workspace's file that a link leads to; null for anything else. */
async function sizeOf(
  root: string,
  path: string,
  {entry, matcher}: {readonly entry: Dirent; readonly matcher: PathMatcher}
): Promise<number | Refused | null> {
  const target = entry.isSymbolicLink()
    ? await realpath(join(root, path)).catch(() => null)
    : join(root, path);
  if (target === null || relative(root, target).split(sep)[0] === '..') return 'outside';
  if (entry.isSymbolicLink()) {
    const leadsTo = relative(root, target).split(sep);
    // What git keeps for itself: credentials of the checkout, and what others committed.
    if (leadsTo.includes('.git')) return 'hidden';
    if (!matcher.allows(leadsTo.join('/'))) return 'excluded';
  }
  const file = await stat(target);
  return file.isFile() ? file.size : null;
}

/** Why a link is not followed, and where it leads. */
type Refused = keyof typeof LEADS;

const LEADS = {
  outside: 'out of the workspace or nowhere',
  hidden: 'into a .git folder',
  excluded: 'to what the `bundles` input leaves out'
} as const;

function refusedLink(path: string, why: Refused): UserError {
  return new UserError(
    'invalid-bundles',
    `${path} is a symbolic link that leads ${LEADS[why]}`,
    'Put the file itself there, or exclude it with a `!` pattern in the `bundles` input.'
  );
}

async function read(file: string, path: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new UserError(
      'invalid-bundles',
      `${path} cannot be read: ${messageOf(error)}`,
      'Check its permissions.',
      {
        cause: error
      }
    );
  }
}
