import {open} from 'node:fs/promises';
import {resolve} from 'node:path';
import type {JsonValue} from '../bundle/json-types.js';
import {decode} from '../bundle/text.js';
import {parseVariables} from '../bundle/variables.js';
import {messageOf} from '../errors.js';
import {counted} from '../words.js';
import {UsageError} from './usage-error.js';

/** Far more than variables take. */
const MOST_BYTES = 1024 * 1024;
/** As many faults of a file as are read. */
const MOST_PROBLEMS = 20;

/**
 * The `variables` input as the flags have it: `--var` before `--var-file`, and of several files the later one.
 *
 * @param files paths of files that have lines as the input does, relative to `cwd`
 * @param given the lines of `--var`
 * @throws UsageError for a file that cannot be read, and with all faults in one that cannot be understood
 */
export async function variablesFrom(
  cwd: string,
  files: readonly string[],
  given: readonly string[]
): Promise<string> {
  if (files.length === 0) return given.join('\n');
  const values = new Map<string, JsonValue>();
  for (const path of files) {
    for (const [name, value] of await readVariables(cwd, path)) values.set(name, value);
  }
  for (const name of parseVariables(given.join('\n')).variables.keys()) values.delete(name);
  return [...[...values].map(([name, value]) => `${name}:=${JSON.stringify(value)}`), ...given].join('\n');
}

async function readVariables(cwd: string, path: string): Promise<ReadonlyMap<string, JsonValue>> {
  const {variables, problems} = parseVariables(await readText(cwd, path));
  if (problems.length === 0) return variables;
  const shown = problems
    .slice(0, MOST_PROBLEMS)
    .map(({line, message, hint}) => `${path}:${line}: ${message}. ${hint}`.trim());
  const left = problems.length - shown.length;
  throw new UsageError([...shown, ...(left === 0 ? [] : [`And ${counted(left, 'more fault')}.`])].join(' '));
}

async function readText(cwd: string, path: string): Promise<string> {
  try {
    const file = await open(resolve(cwd, path));
    try {
      const {bytesRead, buffer} = await file.read(Buffer.alloc(MOST_BYTES + 1), 0, MOST_BYTES + 1, 0);
      if (bytesRead > MOST_BYTES) throw new Error('it is larger than 1 MB');
      const {text, fault} = decode(buffer.subarray(0, bytesRead));
      if (fault !== null && fault !== 'byte-order-mark') throw new Error('it is no UTF-8');
      return text;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new UsageError(`--var-file ${path} cannot be read: ${messageOf(error)}.`, 'Check the path.');
  }
}
