import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {decode} from '../../bundle/text.js';
import type {Source} from './findings.js';

/** Reads the lines of bundle files below a folder, each file once. */
export function createSource(cwd: string): Source {
  const files = new Map<string, readonly string[] | null>();
  return (path) => {
    const known = files.get(path);
    if (known !== undefined) return known;
    const lines = linesOf(join(cwd, path));
    files.set(path, lines);
    return lines;
  };
}

/** A file that went away since it was checked is shown without its lines. */
function linesOf(path: string): readonly string[] | null {
  try {
    return decode(readFileSync(path)).text.split('\n');
  } catch {
    return null;
  }
}
