import type {TreeFile} from '../ports.js';
import type {Client} from './client.js';
import {demand} from './demand.js';
import {GitHubError} from './errors.js';

/**
 * All files of a commit, sorted by path; symbolic links and submodules are left out. null when GitHub does
 * not have the commit: it was never there (404), was named by no SHA (422), or the repository is empty (409).
 *
 * GitHub cuts a recursive listing at 100,000 entries or 7 MB. Then every folder is listed for itself, so
 * that no file is taken for deleted.
 * https://docs.github.com/en/rest/git/trees#get-a-tree
 */
export async function getTree(client: Client, commitSha: string): Promise<readonly TreeFile[] | null> {
  try {
    const files = await listFiles(client, {path: '', sha: await rootOf(client, commitSha)});
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch (error) {
    if (error instanceof GitHubError && [404, 409, 422].includes(error.status ?? 0)) return null;
    throw error;
  }
}

interface Folder {
  /** Ends in a slash; empty for the root. */
  readonly path: string;
  readonly sha: string;
}

const FOLDERS_AT_ONCE = 8;

async function rootOf({request, owner, repo}: Client, commitSha: string): Promise<string> {
  const {data} = await request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
    owner,
    repo,
    commit_sha: commitSha
  });
  demand('a commit', data, {tree: 'object'});
  demand('the tree of a commit', data.tree, {sha: 'string'});
  return data.tree.sha;
}

async function listFiles(client: Client, root: Folder): Promise<TreeFile[]> {
  const files: TreeFile[] = [];
  const waiting = [root];
  while (waiting.length > 0) {
    const batch = waiting.splice(0, FOLDERS_AT_ONCE);
    for (const listing of await Promise.all(batch.map((folder) => listFolder(client, folder)))) {
      files.push(...listing.files);
      waiting.push(...listing.folders);
    }
  }
  return files;
}

interface Listing {
  readonly files: readonly TreeFile[];
  /** The sub-folders whose files are not among `files`. */
  readonly folders: readonly Folder[];
}

async function listFolder(client: Client, folder: Folder): Promise<Listing> {
  const deep = await readTree(client, folder.sha, {recursive: '1'});
  if (!deep.truncated) return {files: filesIn(folder, deep), folders: []};
  const flat = await readTree(client, folder.sha, {});
  if (flat.truncated) {
    const where = folder.path === '' ? 'the root folder' : folder.path;
    throw new GitHubError(`GitHub: ${where} has more entries than GitHub lists`, null, 'other');
  }
  const folders = flat.tree
    .filter((entry) => entry.type === 'tree')
    .map(({path, sha}) => ({path: `${folder.path}${path}/`, sha}));
  return {files: filesIn(folder, flat), folders};
}

interface TreeData {
  readonly truncated: boolean;
  readonly tree: readonly {path: string; mode: string; type: string; sha: string}[];
}

/** @param query any value of `recursive` means yes, so it must be left out for no */
async function readTree(
  {request, owner, repo}: Client,
  sha: string,
  query: {recursive?: string}
): Promise<TreeData> {
  const {data} = await request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
    owner,
    repo,
    tree_sha: sha,
    ...query
  });
  demand('a tree', data, {tree: 'array'});
  return data;
}

/** Git's modes of a plain and of an executable file. */
const FILE_MODES: readonly string[] = ['100644', '100755'];

function filesIn(folder: Folder, {tree}: TreeData): TreeFile[] {
  return tree
    .filter((entry) => entry.type === 'blob' && FILE_MODES.includes(entry.mode))
    .map(({path, sha}) => ({path: `${folder.path}${path}`, sha}));
}
