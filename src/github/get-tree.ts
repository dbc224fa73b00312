import type {CommitTree, TreeFile} from '../ports.js';
import type {Client} from './client.js';
import {demand} from './demand.js';
import {GitHubError} from './errors.js';

/**
 * The files and symbolic links of a commit, sorted by path; submodules are left out. null when GitHub does not
 * have the commit: it was never there (404), was named by no SHA (422), or the repository is empty (409).
 *
 * GitHub cuts a recursive listing at 100,000 entries or 7 MB. Then every folder is listed for itself, so
 * that no file is taken for deleted.
 * https://docs.github.com/en/rest/git/trees#get-a-tree
 *
 * @param mayHold which folders matter, where not all of them can be listed at once; all, if not given
 */
export async function getTree(
  client: Client,
  commitSha: string,
  mayHold: (folder: string) => boolean = () => true
): Promise<CommitTree | null> {
  const listed =
    (await orMissing(listFiles(client, {path: '', sha: commitSha}, mayHold))) ??
    (await orMissing(rootOf(client, commitSha).then((sha) => listFiles(client, {path: '', sha}, mayHold))));
  if (listed === null) return null;
  const files = [...listed.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {...listed, files};
}

/** null for a commit that is not there. */
async function orMissing<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
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
/** Each costs a request or two: a tree of more is not read. */
const MOST_FOLDERS = 1_000;

/** The API names a tree by the commit that has it, too; this is for a server that takes only the tree's own name. */
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

async function listFiles(
  client: Client,
  root: Folder,
  mayHold: (folder: string) => boolean
): Promise<CommitTree> {
  const files: TreeFile[] = [];
  const waiting = [root];
  let [isWhole, asked] = [true, 0];
  while (waiting.length > 0) {
    asked += Math.min(waiting.length, FOLDERS_AT_ONCE);
    if (asked > MOST_FOLDERS) {
      const message = `GitHub: the tree has more than ${MOST_FOLDERS} folders that would have to be listed one by one`;
      throw new GitHubError(message, null, 'other');
    }
    const batch = waiting.splice(0, FOLDERS_AT_ONCE);
    for (const listing of await Promise.all(batch.map((folder) => listFolder(client, folder)))) {
      files.push(...listing.files);
      const folders = listing.folders.filter(({path}) => mayHold(path.slice(0, -1)));
      isWhole &&= folders.length === listing.folders.length;
      waiting.push(...folders);
    }
  }
  return {files, isWhole};
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
  readonly tree: readonly {path: string; mode: string; type: string; sha: string; size?: number}[];
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
  // Whether it is cut off decides about what is taken for deleted: a server has to say it.
  demand('a tree', data, {tree: 'array', truncated: 'boolean'});
  for (const entry of data.tree)
    demand('an entry of a tree', entry, {path: 'string', mode: 'string', type: 'string', sha: 'string'});
  return data;
}

/** Git's modes of a plain and of an executable file, and of a symbolic link. */
const FILE_MODES: readonly string[] = ['100644', '100755'];
const LINK_MODE = '120000';

function filesIn(folder: Folder, {tree}: TreeData): TreeFile[] {
  return tree
    .filter(({type, mode}) => type === 'blob' && (FILE_MODES.includes(mode) || mode === LINK_MODE))
    .map(({path, mode, sha, size}) => ({
      path: `${folder.path}${path}`,
      sha,
      isLink: mode === LINK_MODE,
      ...(typeof size === 'number' ? {bytes: size} : {})
    }));
}
