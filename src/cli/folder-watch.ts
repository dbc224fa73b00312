import {watch, type FSWatcher} from 'node:fs';
import {readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';

/** More folders are not watched: the system has a limit of its own, often 8,192. */
export const MOST_FOLDERS = 2_000;

/** A folder, relative to the working folder, with slashes; `.` is that one itself. */
export interface WatchedFolder {
  readonly path: string;
  /** Whether what is below it is watched, too. */
  readonly isDeep: boolean;
}

/** Folders in which nobody keeps bundles, and which may hold very many others. */
const LEFT_OUT = new Set(['.git', 'node_modules']);

/**
 * Watches folders and all folders below them, each by itself. A watch on a file, which node's recursive one keeps on
 * Linux, hears nothing more once an editor or `sed -i` has put another file in its place.
 */
export class FolderWatch {
  /** By path, with what tells a folder from another that takes its place. */
  private readonly watched = new Map<string, {readonly watcher: FSWatcher; readonly inode: number}>();
  private following: Promise<unknown> | null = null;
  private isClosed = false;
  /** How many watches were ever opened. */
  private opened = 0;

  /**
   * @param changed is told the path of what was written, added or removed; null where the system does not say
   */
  constructor(
    private readonly cwd: string,
    private readonly folders: readonly WatchedFolder[],
    private readonly changed: (path: string | null) => void
  ) {}

  /** Watches the folders that there are now. @returns whether all of them could be watched */
  async follow(): Promise<boolean> {
    for (const {path: folder, isDeep} of this.folders) {
      for (const path of [folder, ...(isDeep ? await foldersBelow(this.cwd, folder) : [])]) {
        const inode = await stat(join(this.cwd, path)).then(
          ({ino}) => ino,
          () => null
        );
        if (this.isClosed || inode === null || this.watched.get(path)?.inode === inode) continue;
        this.forget(path);
        if (this.watched.size >= MOST_FOLDERS) return false;
        this.watch(path, inode);
      }
    }
    return true;
  }

  close(): void {
    this.isClosed = true;
    for (const path of [...this.watched.keys()]) this.forget(path);
  }

  private forget(folder: string): void {
    this.watched.get(folder)?.watcher.close();
    this.watched.delete(folder);
  }

  private watch(folder: string, inode: number): void {
    try {
      const watcher = watch(join(this.cwd, folder), (event, name) => {
        this.changed(name === null ? null : pathOf(folder, name));
        if (event === 'rename') this.followLater();
      });
      watcher.on('error', () => {
        this.forget(folder);
      });
      this.watched.set(folder, {watcher, inode});
      this.opened += 1;
    } catch {
      // It was removed meanwhile.
    }
  }

  /** Looks for folders that were added; what is in them already counts as changed. */
  private followLater(): void {
    const before = this.opened;
    this.following ??= this.follow().finally(() => {
      this.following = null;
      if (this.opened > before) this.changed(null);
    });
  }
}

async function foldersBelow(cwd: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(cwd, folder), {withFileTypes: true}).catch(() => []);
  const own = entries.filter((entry) => entry.isDirectory() && !LEFT_OUT.has(entry.name));
  const below: string[] = [];
  for (const {name} of own) {
    if (below.length >= MOST_FOLDERS) break;
    const path = pathOf(folder, name);
    below.push(path, ...(await foldersBelow(cwd, path)));
  }
  return below;
}

function pathOf(folder: string, name: string): string {
  const path = name.replaceAll('\\', '/');
  return folder === '.' ? path : `${folder}/${path}`;
}
