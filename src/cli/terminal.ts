import type {Readable} from 'node:stream';
import {inertOutput, type Painted} from '../visible.js';

/** What a command needs of its process. */
export interface Terminal {
  /** The folder that paths and patterns are relative to. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable & {readonly isTTY?: boolean};
  /** Results go here. */
  readonly stdout: Output;
  /** Everything else: progress, notices, questions, failures. */
  readonly stderr: Output;
  /**
   * Takes Ctrl-C (SIGINT) and SIGTERM over from the process, whose end they would be.
   *
   * @returns what gives them back
   */
  onInterrupt(listener: () => void): () => void;
}

/** A stream that takes only what may be shown as it is. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: Painted): boolean;
  once(event: 'error', listener: () => void): unknown;
}

/** Whether somebody is there to answer a question. */
export function canAsk({stdin, stderr}: Terminal): boolean {
  return stdin.isTTY === true && stderr.isTTY === true;
}

/** No terminal is so narrow that fewer columns would be worth anything. */
const LEAST_COLUMNS = 20;

/** The columns of a terminal; Infinity for a file or a pipe, where lines are left whole. */
export function widthOf({isTTY, columns}: Output): number {
  if (isTTY !== true) return Infinity;
  return Math.max(columns ?? 80, LEAST_COLUMNS);
}

/** Whether escape sequences are understood and wanted (https://no-color.org). */
export function wantsColour({isTTY}: Output, env: Terminal['env']): boolean {
  return isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/**
 * The same stream, whose lines no runner takes for commands.
 *
 * @param commands whether lines that begin with `::` are meant as such
 */
export function inertTo(output: Output, commands: boolean): Output {
  return {
    get isTTY() {
      return output.isTTY ?? false;
    },
    get columns() {
      return output.columns ?? 80;
    },
    write: (text) => output.write(inertOutput(text, commands)),
    once: (event, listener) => output.once(event, listener)
  };
}
