import {readFile, stat} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {messageOf} from '../errors.js';
import type {Checkout} from '../ports.js';
import {originOf} from './git-config.js';

/** A commit's name: SHA-1, or SHA-256 in repositories that use it. */
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** More than any HEAD, loose ref, `.git` file or config that git writes. */
const MAX_SMALL_FILE = 1024 * 1024;

/** Room for about a million refs. */
const MAX_PACKED_REFS = 96 * 1024 * 1024;

/** How often a ref may name another one (git: SYMREF_MAXDEPTH). */
const MAX_LINKS = 5;

/**
 * The git checkouts that hold these folders, each once, read from git's own files (gitrepository-layout,
 * gitworktree): no git program is needed. Of each folder it is the nearest `.git` above it; what lies above the
 * workspace is not looked at. One that cannot be read comes with the reason and throws nothing.
 *
 * @param workspace an absolute path
 * @param folders   relative to the workspace, with forward slashes; empty for itself; they need not exist
 */
export async function findCheckouts(workspace: string, folders: readonly string[]): Promise<Checkout[]> {
  const roots = new Map<string, Promise<string | null>>();
  const rootOf = (folder: string): Promise<string | null> => {
    const known = roots.get(folder);
    if (known !== undefined) return known;
    const found = stat(join(workspace, folder, '.git')).then(
      () => folder,
      () => (folder === '' ? null : rootOf(parentOf(folder)))
    );
    roots.set(folder, found);
    return found;
  };
  const found = new Set(await Promise.all(folders.map(rootOf)));
  const known = [...found].filter((root) => root !== null).sort();
  return Promise.all(known.map((root) => readCheckout(workspace, root)));
}

function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

async function readCheckout(workspace: string, root: string): Promise<Checkout> {
  try {
    const folders = await gitFolders(join(workspace, root, '.git'));
    const config = (await readSmall(join(folders.common, 'config'))) ?? '';
    return {root, sha: await headOf(folders), origin: originOf(config), fault: ''};
  } catch (error) {
    return {root, sha: null, origin: null, fault: messageOf(error)};
  }
}

interface GitFolders {
  /** Has HEAD and what else is this worktree's own. */
  readonly own: string;
  /** Has refs and config, which all worktrees of a repository share. */
  readonly common: string;
}

/** @param git `.git`: a folder, or in a worktree or submodule a file that names one */
async function gitFolders(git: string): Promise<GitFolders> {
  const own = (await stat(git)).isDirectory() ? git : await namedFolder(git);
  const common = (await readSmall(join(own, 'commondir')))?.trim() ?? '';
  return {own, common: common === '' ? own : resolve(own, common)};
}

async function namedFolder(file: string): Promise<string> {
  const [, named] = /^gitdir: (.+?)\r?\n?$/.exec((await readSmall(file)) ?? '') ?? [];
  if (named === undefined) throw new Error(`${file} names no git folder`);
  return resolve(dirname(file), named);
}

async function headOf(folders: GitFolders): Promise<string> {
  let text = await readSmall(join(folders.own, 'HEAD'));
  if (text === null) throw new Error(`${join(folders.own, 'HEAD')} is not there`);
  for (let links = 0; links <= MAX_LINKS; links += 1) {
    const value = text.trim();
    if (COMMIT.test(value)) return value;
    const ref = /^ref:\s*(\S+)$/.exec(value)?.[1];
    if (ref === undefined || !isRef(ref)) throw new Error('HEAD names no commit and no ref');
    // git writes this into HEAD where refs are kept in another format (reftable), for programs that know only files.
    if (ref === 'refs/heads/.invalid') throw new Error('its refs are not kept in files (reftable)');
    const next = await readRef(folders, ref);
    if (next === null) throw new Error(`HEAD names ${ref}, which has no commit yet`);
    text = next;
  }
  throw new Error('HEAD names one ref after another');
}

/** A name that leads to a file below the git folder and nowhere else. */
function isRef(name: string): boolean {
  return name.startsWith('refs/') && !name.split('/').some((part) => part === '..' || part === '');
}

/** A ref's own file comes before its line in packed-refs. */
async function readRef({own, common}: GitFolders, ref: string): Promise<string | null> {
  const loose = (await readSmall(join(own, ref))) ?? (await readSmall(join(common, ref)));
  if (loose !== null) return loose;
  const packed = await readBounded(join(common, 'packed-refs'), MAX_PACKED_REFS);
  const line = packed?.split('\n').find((each) => each.trimEnd().endsWith(` ${ref}`));
  return line === undefined ? null : line.slice(0, line.indexOf(' '));
}

function readSmall(path: string): Promise<string | null> {
  return readBounded(path, MAX_SMALL_FILE);
}

/** null where no file is; throws for one that cannot be read or is too large to be git's. */
async function readBounded(path: string, most: number): Promise<string | null> {
  try {
    // A pipe would be waited for, and a device has no end.
    const found = await stat(path);
    if (!found.isFile()) return null;
    if (found.size > most) throw new Error(`${path} is larger than git would write it (${found.size} bytes)`);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** A folder stands where a ref's file would be when refs of longer names exist. */
function isMissing(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}
