import {startFromArguments} from '../../emulator/cli.js';
import {EXIT} from '../exit-codes.js';
import {linesOf, visible, visibleLines, type Painted} from '../../visible.js';
import type {Terminal} from '../terminal.js';

/** `registry`: a ZIS Registry on this machine until Ctrl-C. @returns the exit code */
export async function registry(argv: readonly string[], terminal: Terminal): Promise<number> {
  const log = (text: string): void => {
    terminal.stdout.write(linesOf([visible(text)]));
  };
  const {out, err, exitCode, emulator} = await startFromArguments(argv, log, 'zis-bundles registry');
  // Before the greeting, which says that Ctrl-C works.
  const stopped = emulator === null ? null : interrupted(terminal);
  terminal.stdout.write(textOf(out));
  terminal.stderr.write(textOf(err));
  await stopped;
  await emulator?.close();
  return exitCode ?? EXIT.fine;
}

/** Whole lines, or none. */
function textOf(text: string): Painted {
  return linesOf(text === '' ? [] : visibleLines(text.replace(/\n$/, '')));
}

function interrupted(terminal: Terminal): Promise<void> {
  return new Promise((resolve) => {
    const release = terminal.onInterrupt(() => {
      release();
      resolve();
    });
  });
}
