import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

import {runAction as run} from '../../src/stand-ins/runner/runner.js';
import type {RunOptions, RunResult} from '../../src/stand-ins/runner/runner.js';

export type {Annotation, RunContext, RunOptions, RunResult} from '../../src/stand-ins/runner/runner.js';

/** The repository's root. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs this repository's action, unless another one is named. */
export function runAction(
  options: Omit<RunOptions, 'dist' | 'actionYml'> & Partial<RunOptions>
): Promise<RunResult> {
  return run({dist: `${ROOT}dist/index.js`, actionYml: `${ROOT}action.yml`, ...options});
}

let found: Promise<string> | null = null;

/** The path of a Node 24, the runtime that action.yml names: this one, or the one that npx has or fetches. */
export function node24(): Promise<string> {
  found ??= process.version.startsWith('v24.') ? Promise.resolve(process.execPath) : fetchNode24();
  return found;
}

async function fetchNode24(): Promise<string> {
  const {stdout} = await promisify(execFile)('npx', [
    '-y',
    '-p',
    'node@24',
    'node',
    '-p',
    'process.execPath'
  ]);
  const path = stdout.trim().split('\n').at(-1) ?? '';
  const {stdout: version} = await promisify(execFile)(path, ['--version']);
  if (!version.startsWith('v24.')) throw new Error(`npx gave ${version.trim()} instead of a Node 24.`);
  return path;
}
