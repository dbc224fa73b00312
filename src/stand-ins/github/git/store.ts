import {blobSha, commitSha, inGitOrder, treeSha} from './objects.js';
import type {CommitContent, GitMode, TreeEntry} from './objects.js';

/** A file's content, or what else can stand at a path. */
export type FileContent =
  | string
  | Uint8Array
  | {readonly mode: '100644' | '100755' | '120000'; readonly content: string | Uint8Array}
  | {readonly mode: '160000'; readonly commit: string};

/** A whole tree: every path from the repository's root, with its content. */
export type FileMap = Readonly<Record<string, FileContent>>;

export interface FlatEntry {
  readonly mode: GitMode;
  readonly sha: string;
}

/** By full path. */
export type FlatTree = ReadonlyMap<string, FlatEntry>;

export interface Commit extends CommitContent {
  readonly sha: string;
}

/** Git's objects in memory, under the SHA-1s that git itself would give them. */
export class GitStore {
  private readonly blobs = new Map<string, Uint8Array>();
  private readonly trees = new Map<string, readonly TreeEntry[]>();
  private readonly commits = new Map<string, Commit>();

  blob(sha: string): Uint8Array | null {
    return this.blobs.get(sha) ?? null;
  }

  /** A folder's own entries. */
  tree(sha: string): readonly TreeEntry[] | null {
    return this.trees.get(sha) ?? null;
  }

  commit(sha: string): Commit | null {
    return this.commits.get(sha) ?? null;
  }

  /** The commit of this SHA-1, which may be shortened. */
  commitStarting(sha: string): Commit | null {
    return (
      this.commits.get(sha) ?? [...this.commits.values()].find((each) => each.sha.startsWith(sha)) ?? null
    );
  }

  /** @throws Error when there is no such commit */
  knownCommit(sha: string): Commit {
    const commit = this.commits.get(sha);
    if (commit === undefined) throw new Error(`There is no commit ${sha}.`);
    return commit;
  }

  /** Every entry below a tree, folders included, parents before their children. */
  walk(sha: string, prefix = ''): readonly (TreeEntry & {readonly path: string})[] {
    return (this.trees.get(sha) ?? []).flatMap((entry) => {
      const path = `${prefix}${entry.name}`;
      const below = entry.mode === '040000' ? this.walk(entry.sha, `${path}/`) : [];
      return [{...entry, path}, ...below];
    });
  }

  /** Everything but the folders of a commit. */
  filesOf(commit: string): FlatTree {
    const entries = this.walk(this.knownCommit(commit).tree).filter(({mode}) => mode !== '040000');
    return new Map(entries.map(({path, mode, sha}) => [path, {mode, sha}]));
  }

  writeFiles(files: FileMap): FlatTree {
    return new Map(Object.entries(files).map(([path, content]) => [path, this.writeFile(content)]));
  }

  /** Writes the folders that these files need and returns the root's SHA-1. */
  writeTree(files: FlatTree): string {
    const folders = new Map<string, Map<string, FlatEntry>>();
    const entries: TreeEntry[] = [];
    for (const [path, entry] of files) {
      const slash = path.indexOf('/');
      if (slash < 0) {
        entries.push({name: path, ...entry});
        continue;
      }
      const folder = path.slice(0, slash);
      const content = folders.get(folder) ?? new Map<string, FlatEntry>();
      folders.set(folder, content.set(path.slice(slash + 1), entry));
    }
    for (const [name, content] of folders) {
      entries.push({name, mode: '040000', sha: this.writeTree(content)});
    }
    const sha = treeSha(entries);
    this.trees.set(sha, inGitOrder(entries));
    return sha;
  }

  writeCommit(content: CommitContent): string {
    const sha = commitSha(content);
    this.commits.set(sha, {...content, sha});
    return sha;
  }

  /** The commit and all that it follows from, itself first, nearest first. */
  ancestors(sha: string): readonly string[] {
    const found = new Set([sha]);
    for (const each of found) {
      for (const parent of this.commits.get(each)?.parents ?? []) found.add(parent);
    }
    return [...found];
  }

  /** The nearest commit that both follow from. */
  mergeBase(a: string, b: string): string | null {
    const ofB = new Set(this.ancestors(b));
    return this.ancestors(a).find((sha) => ofB.has(sha)) ?? null;
  }

  /**
   * Merges by whole files: a file that only one side changed is taken from that side.
   * null when both sides changed one file differently.
   */
  merge(ours: string, theirs: string): FlatTree | null {
    const base = this.mergeBase(ours, theirs);
    const before: FlatTree = base === null ? new Map<string, FlatEntry>() : this.filesOf(base);
    const [mine, other] = [this.filesOf(ours), this.filesOf(theirs)];
    const merged = new Map<string, FlatEntry>();
    for (const path of new Set([...mine.keys(), ...other.keys()])) {
      const [was, left, right] = [before.get(path), mine.get(path), other.get(path)];
      if (!same(left, was) && !same(right, was) && !same(left, right)) return null;
      const taken = same(left, was) ? right : left;
      if (taken !== undefined) merged.set(path, taken);
    }
    return merged;
  }

  /** A commit's files with what another commit changed against its first parent. */
  pick(onto: string, sha: string): FlatTree {
    const [parent] = this.knownCommit(sha).parents;
    const before: FlatTree = parent === undefined ? new Map<string, FlatEntry>() : this.filesOf(parent);
    const after = this.filesOf(sha);
    const files = new Map(this.filesOf(onto));
    for (const path of new Set([...before.keys(), ...after.keys()])) {
      const is = after.get(path);
      if (same(before.get(path), is)) continue;
      if (is === undefined) files.delete(path);
      else files.set(path, is);
    }
    return files;
  }

  private writeFile(file: FileContent): FlatEntry {
    if (typeof file === 'object' && 'commit' in file) return {mode: file.mode, sha: file.commit};
    const {mode, content} =
      typeof file === 'string' || file instanceof Uint8Array
        ? {mode: '100644' as const, content: file}
        : file;
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const sha = blobSha(bytes);
    this.blobs.set(sha, bytes);
    return {mode, sha};
  }
}

function same(a: FlatEntry | undefined, b: FlatEntry | undefined): boolean {
  return a?.sha === b?.sha && a?.mode === b?.mode;
}
