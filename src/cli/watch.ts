import {stat} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import picomatch from 'picomatch';
import {createMatcher, patternFor} from '../bundle/patterns.js';
import {DEFAULT_CONFIG} from '../inputs/config-settings.js';
import {EXIT} from './exit-codes.js';
import {showProblem, tell} from './show.js';
import type {Terminal} from './terminal.js';
import {FolderWatch, MOST_FOLDERS, type WatchedFolder} from './folder-watch.js';
import {UsageError} from './usage-error.js';

/** An editor writes a file in several steps: what follows within so many milliseconds is one change. */
const SETTLED_MS = 150;

/**
 * Runs a check now, and again whenever a file that the patterns mean is written, added or removed. What cannot be
 * followed is shown, and does not end the watch: a config file that is being written may be wrong for a while. Ends
 * with Ctrl-C, or when nobody reads its output any more.
 *
 * @param patterns asked for before each wait, since the config file may name others
 * @returns the exit code
 * @throws UsageError when at first the patterns cannot be had, or no folder of them is there; and what the check throws
 */
export async function watchFiles(
  patterns: () => Promise<readonly string[]>,
  terminal: Terminal,
  check: () => Promise<number>
): Promise<number> {
  const bell = new Bell();
  const ending = new AbortController();
  const isEnding = (): boolean => ending.signal.aborted;
  const end = (): void => {
    ending.abort();
    bell.ring();
  };
  const release = terminal.onInterrupt(end);
  terminal.stdout.once('error', end);
  let watched = await openWatch(await patterns(), terminal, bell);
  try {
    while (!isEnding()) {
      await orProblem(check, terminal);
      watched = await renewed(watched, patterns, terminal, bell);
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

/** The config file, which need not be there. @param path the one that is read; empty where there is none */
export function patternOfConfig(path: string): string {
  return patternFor(path === '' ? DEFAULT_CONFIG : path);
}

interface Watched {
  readonly patterns: readonly string[];
  readonly close: () => void;
}

async function openWatch(patterns: readonly string[], terminal: Terminal, bell: Bell): Promise<Watched> {
  const matcher = createMatcher(patterns);
  const watch = new FolderWatch(terminal.cwd, await foldersOf(patterns, terminal.cwd), (path) => {
    if (path === null || matcher.matches(path)) bell.ring();
  });
  if (!(await watch.follow()))
    tell(`There are more than ${MOST_FOLDERS} folders: changes in the others are not seen.`, terminal);
  return {
    patterns,
    close: () => {
      watch.close();
    }
  };
}

/** The same watch, or where the patterns are others now one of these. The old one ends when the new one has begun. */
async function renewed(
  watched: Watched,
  patterns: () => Promise<readonly string[]>,
  terminal: Terminal,
  bell: Bell
): Promise<Watched> {
  try {
    const now = await patterns();
    if (JSON.stringify(now) === JSON.stringify(watched.patterns)) return watched;
    const next = await openWatch(now, terminal, bell);
    watched.close();
    return next;
  } catch (error) {
    // The check has said it.
    if (error instanceof UsageError) return watched;
    throw error;
  }
}

async function orProblem(check: () => Promise<number>, terminal: Terminal): Promise<void> {
  try {
    await check();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    showProblem(error.message, error.hint, terminal);
  }
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

/** The folders in which the patterns can find something; a deep one is within no other deep one. */
async function foldersOf(patterns: readonly string[], cwd: string): Promise<readonly WatchedFolder[]> {
  const includes = patterns.filter((pattern) => !pattern.startsWith('!'));
  const bases = await Promise.all(includes.map((pattern) => folderOf(pattern, cwd)));
  const found = bases.filter((base) => base !== null);
  if (found.length === 0)
    throw new UsageError(`There is no folder to watch for ${includes.join(', ')}.`, 'Check the patterns.');
  const deep = [...new Set(found.flatMap(({path, isDeep}) => (isDeep ? path : [])))];
  const flat = [...new Set(found.flatMap(({path, isDeep}) => (isDeep ? [] : path)))];
  const isCovered = (path: string): boolean => deep.some((other) => other === path || isWithin(path, other));
  return [
    ...deep
      .filter((path) => !deep.some((other) => other !== path && isWithin(path, other)))
      .map((path) => ({path, isDeep: true})),
    ...flat.filter((path) => !isCovered(path)).map((path) => ({path, isDeep: false}))
  ];
}

/** A pattern without wildcards is a file, which need not be there yet: its folder alone is watched. */
async function folderOf(pattern: string, cwd: string): Promise<WatchedFolder | null> {
  const {base, isGlob} = picomatch.scan(pattern);
  const path = base === '' ? '.' : base.replaceAll('\\', '');
  if (await isFolder(path, cwd)) return {path, isDeep: true};
  if (isGlob) return null;
  return (await isFolder(dirname(path), cwd)) ? {path: dirname(path), isDeep: false} : null;
}

async function isFolder(path: string, cwd: string): Promise<boolean> {
  return stat(join(cwd, path)).then(
    (found) => found.isDirectory(),
    () => false
  );
}

function isWithin(folder: string, other: string): boolean {
  return other === '.' || folder.startsWith(`${other}/`);
}
