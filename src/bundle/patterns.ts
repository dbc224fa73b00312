import picomatch from 'picomatch';
import {isSimplePattern, watchedMatcher} from './watched-match.js';

/** Folders that are never searched unless a pattern names them. */
const NEVER_SEARCHED = ['.git', 'node_modules'];

/** Which paths the `bundles` input means: the same answer for the workspace and for a commit's tree. */
export interface PathMatcher {
  /** @param path relative to the workspace, with forward slashes */
  matches(path: string): boolean;
  /** Whether no pattern keeps what a link leads to out: an exclusion, or a folder that is never searched. */
  allows(path: string): boolean;
  /** Whether a folder can hold a match, so that a search need not open the others. */
  mayHold(folder: string): boolean;
}

/**
 * @param patterns globs relative to the workspace; those that begin with `!` exclude, wherever they stand
 */
export function createMatcher(patterns: readonly string[]): PathMatcher {
  const excludes = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => normalise(pattern.slice(1)));
  const includes = patterns.filter((pattern) => !pattern.startsWith('!')).map(normalise);
  const skipped = NEVER_SEARCHED.filter(
    (folder) => !includes.some((pattern) => pattern.split('/').includes(folder))
  );
  const included = matcherOf(includes);
  const excluded = matcherOf(excludes);
  const bases = includes.map(fixedPrefix);
  const searched = (path: string): boolean => !path.split('/').some((folder) => skipped.includes(folder));
  return {
    matches: (path) => searched(path) && included(path) && !excluded(path),
    allows: (path) => searched(path) && !excluded(path),
    mayHold: (folder) =>
      searched(folder) && bases.some((base) => isWithin(folder, base) || isWithin(base, folder))
  };
}

function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  const of = (some: readonly string[]) => picomatch([...some], {dot: true, strictBrackets: false});
  const simple = of(patterns.filter(isSimplePattern));
  const others = patterns.filter((pattern) => !isSimplePattern(pattern));
  if (others.length === 0) return simple;
  const watched = watchedMatcher(others, () => of(others));
  return (path) => simple(path) || watched(path);
}

/** The folders, or files, with which the patterns that include begin: what they match lies there. */
export function fixedPrefixes(patterns: readonly string[]): string[] {
  return patterns
    .filter((pattern) => !pattern.startsWith('!'))
    .map((pattern) => fixedPrefix(normalise(pattern)));
}

/** @param pattern normalised */
function fixedPrefix(pattern: string): string {
  return picomatch.scan(pattern).base.replace(/\\(.)/g, '$1');
}

/** No path of a repository on GitHub is longer. */
const LONGEST_PATTERN = 4_096;

/** What is wrong with a pattern, or null. */
export function patternFault(pattern: string): string | null {
  const path = normalise(pattern.replace(/^!/, ''));
  if (path === '') return 'is empty';
  if (path.length > LONGEST_PATTERN) return `is longer than ${LONGEST_PATTERN} characters`;
  // picomatch never comes to an end with five of them.
  if (path.includes('\\\\\\') || path.endsWith('\\'))
    return 'has backslashes that escape nothing; folders are separated by "/"';
  if (path.startsWith('/') || /^[a-z]:/i.test(path))
    return 'is absolute; patterns are relative to the workspace';
  if (path.split('/').includes('..')) return 'leaves the workspace with ".."';
  return null;
}

/**
 * A pattern that means this one path, for one line of the `bundles` input. Blanks at the ends and line breaks,
 * which a line cannot carry, and backslashes, which picomatch does not always take for themselves, become `?`.
 */
export function patternFor(path: string): string {
  const parts = path.split('\\').map((part) => part.replace(SPECIAL, '\\$&'));
  return parts.join('?').replace(/^\s+|(?<!\s)\s+$|[\r\n]/g, (blanks) => '?'.repeat(blanks.length));
}

/** What a pattern, or a line of the input, takes for more than itself. */
const SPECIAL = /[!"#$*()[\]{}+?@|^]/g;

function normalise(pattern: string): string {
  return pattern.trim().replace(/^\.\//, '');
}

function isWithin(inner: string, outer: string): boolean {
  return outer === '' || outer === '.' || inner === outer || inner.startsWith(`${outer}/`);
}
