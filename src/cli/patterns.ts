import {statSync} from 'node:fs';
import {isAbsolute, join, relative, sep} from 'node:path';

/**
 * What was typed as the `bundles` input has it: a folder means the bundle files in it, a file means itself
 * whatever characters are in its name, everything else is a pattern.
 */
export function patternsFrom(typed: readonly string[], cwd: string): string[] {
  return typed.map((text) => patternFrom(text, cwd));
}

/** As patternsFrom, for the `tests` input: a folder means the test files in it. */
export function testPatternsFrom(typed: readonly string[], cwd: string): string[] {
  return typed.map((text) =>
    patternFrom(text, cwd, (folder) => patternIn(folder, '**/*.test.{yaml,yml,json}'))
  );
}

/** A path as the patterns have them: from the working folder, with forward slashes. */
export function pathIn(cwd: string, typed: string): string {
  // Tools that run checks before a commit hand in absolute paths.
  const inside = isAbsolute(typed) ? relative(cwd, typed) : typed;
  return sep === '/' ? inside : inside.replaceAll(sep, '/');
}

/** The pattern of all bundle files in a folder. */
export function patternForFolder(folder: string): string {
  return patternIn(folder, '**/*.{json,jsonc}');
}

function patternIn(folder: string, files: string): string {
  const path = folder.replace(/^\.\//, '').replace(/(?<!\/)\/+$/, '');
  return path === '' || path === '.' ? files : `${literally(path)}/${files}`;
}

function patternFrom(text: string, cwd: string, ofFolder = patternForFolder): string {
  const path = pathIn(cwd, text);
  const file = statSync(join(cwd, path), {throwIfNoEntry: false});
  if (file?.isDirectory() === true) return ofFolder(path === '' ? '.' : path);
  return file?.isFile() === true ? literally(path) : path;
}

function literally(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&');
}

/** Why a folder cannot be used, for "the folder …"; null when it can. */
export function folderFault(folder: string): string | null {
  if (folder === '.') return null;
  return isAbsolute(folder) || folder.split('/').includes('..') ? 'leads out of the working folder' : null;
}
