import {startFromArguments} from '../../emulator/cli.js';
import {EXIT} from '../exit-codes.js';
import type {Terminal} from '../terminal.js';

/** `registry`: a ZIS Registry on this machine until Ctrl-C. @returns the exit code */
export async function registry(argv: readonly string[], terminal: Terminal): Promise<number> {
  const log = (text: string): void => {
    terminal.stdout.write(`${text}\n`);
  };
  const {out, err, exitCode, emulator} = await startFromArguments(argv, log, 'zis-bundles registry');
  // Before the greeting, which says that Ctrl-C works.
  const stopped = emulator === null ? null : interrupted(terminal);
  terminal.stdout.write(out);
  terminal.stderr.write(err);
  await stopped;
  await emulator?.close();
  return exitCode ?? EXIT.fine;
}

function interrupted(terminal: Terminal): Promise<void> {
  return new Promise((resolve) => {
    const release = terminal.onInterrupt(() => {
      release();
      resolve();
    });
  });
}
