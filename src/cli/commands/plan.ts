import type {CommandLine} from '../args.js';
import {readAccess} from '../credentials.js';
import {EXIT} from '../exit-codes.js';
import {inputsFrom} from '../inputs.js';
import {patternsFrom} from '../patterns.js';
import {runSession} from '../session.js';
import {show} from '../show.js';
import type {Terminal} from '../terminal.js';

/** `plan` and `drift`: compare the bundle files with the registry. @returns the exit code */
export async function plan(
  command: 'plan' | 'drift',
  line: CommandLine,
  terminal: Terminal
): Promise<number> {
  const bundles = patternsFrom(line.positionals, terminal.cwd);
  const access = await readAccess(terminal, line);
  const inputs = await inputsFrom(command, line, terminal, {bundles, access});
  const shown = await runSession(command, {terminal, inputs, since: line.flags.get('since')?.[0]});
  const code = show(shown, line, terminal);
  const asked = line.flags.has('detailed-exitcode');
  return asked && code === EXIT.fine && shown.result === 'changes' ? EXIT.changes : code;
}
