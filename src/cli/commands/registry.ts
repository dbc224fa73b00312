import {startFromArguments} from '../../emulator/cli.js';
import {EXIT} from '../exit-codes.js';
import type {Terminal} from '../terminal.js';

/** `registry`: a ZIS Registry on this machine until Ctrl-C. @returns the exit code */
export async function registry(argv: readonly string[], terminal: Terminal): Promise<number> {
  const log = (text: string): void => {
    terminal.stdout.write(`${text}\n`);
  };
  const {out, err, exitCode, emulator} = await startFromArguments(argv, log, 'zis-bundles registry');
  terminal.stdout.write(out);
  terminal.stderr.write(err);
  if (emulator === null) return exitCode ?? EXIT.fine;
  await new Promise<void>((resolve) => {
    const release = terminal.onInterrupt(() => {
      release();
      resolve();
    });
  });
  await emulator.close();
  return EXIT.fine;
}
