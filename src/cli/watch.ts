import {stat} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import picomatch from 'picomatch';
import {createMatcher} from '../bundle/patterns.js';
import {EXIT} from './exit-codes.js';
import {tell} from './show.js';
import type {Terminal} from './terminal.js';
import {FolderWatch, MOST_FOLDERS} from './folder-watch.js';
import {UsageError} from './usage-error.js';

/** An editor writes a file in several steps: what follows within so many milliseconds is one change. */
const SETTLED_MS = 150;

/**
 * Runs a check now, and again whenever a file that the patterns mean is written, added or removed. Ends with
 * Ctrl-C, or when nobody reads its output any more.
 *
 * @returns the exit code
 * @throws UsageError when no folder of the patterns is there, and what the check throws
 */
export async function watchFiles(
  patterns: readonly string[],
  terminal: Terminal,
  check: () => Promise<number>
): Promise<number> {
  const folders = await foldersOf(patterns, terminal.cwd);
  const matcher = createMatcher(patterns);
  const bell = new Bell();
  const ending = new AbortController();
  const isEnding = (): boolean => ending.signal.aborted;
  const end = (): void => {
    ending.abort();
    bell.ring();
  };
  const release = terminal.onInterrupt(end);
  terminal.stdout.once('error', end);
  const watched = new FolderWatch(terminal.cwd, folders, (path) => {
    if (path === null || matcher.matches(path)) bell.ring();
  });
  if (!(await watched.follow()))
    tell(`There are more than ${MOST_FOLDERS} folders: changes in the others are not seen.`, terminal);
  try {
    while (!isEnding()) {
      await check();
      tell('Waiting for a change. Ctrl-C ends this.', terminal);
      await bell.heard();
      if (!isEnding()) await setTimeout(SETTLED_MS);
      bell.hush();
    }
  } finally {
    watched.close();
    release();
  }
  return EXIT.interrupted;
}

/** Rings once however often it is rung, until it is hushed. */
class Bell {
  private rung = false;
  private listener: (() => void) | null = null;

  ring(): void {
    this.rung = true;
    this.listener?.();
  }

  async heard(): Promise<void> {
    if (!this.rung) await new Promise<void>((resolve) => (this.listener = resolve));
    this.listener = null;
  }

  hush(): void {
    this.rung = false;
  }
}

/** The folders in which the patterns can find something, none of them within another. */
async function foldersOf(patterns: readonly string[], cwd: string): Promise<string[]> {
  const includes = patterns.filter((pattern) => !pattern.startsWith('!'));
  const bases = await Promise.all(includes.map((pattern) => folderOf(picomatch.scan(pattern).base, cwd)));
  const found = [...new Set(bases.filter((base) => base !== null))];
  if (found.length === 0)
    throw new UsageError(`There is no folder to watch for ${includes.join(', ')}.`, 'Check the patterns.');
  return found.filter((folder) => !found.some((other) => other !== folder && isWithin(folder, other)));
}

/** A pattern without wildcards is a file: its folder is watched. */
async function folderOf(base: string, cwd: string): Promise<string | null> {
  const path = base === '' ? '.' : base.replaceAll('\\', '');
  const found = await stat(join(cwd, path)).catch(() => null);
  if (found === null) return null;
  return found.isDirectory() ? path : dirname(path);
}

function isWithin(folder: string, other: string): boolean {
  return other === '.' || folder.startsWith(`${other}/`);
}
