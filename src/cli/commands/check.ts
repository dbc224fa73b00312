import type {CommandLine} from '../args.js';
import {NO_ACCESS} from '../credentials.js';
import {inputsFrom} from '../inputs.js';
import {patternsFrom} from '../patterns.js';
import {runSession} from '../session.js';
import {show} from '../show.js';
import type {Terminal} from '../terminal.js';
import {watchFiles} from '../watch.js';

/** `validate`: checks the bundle files, once or with `--watch` whenever one changes. @returns the exit code */
export async function validate(line: CommandLine, terminal: Terminal): Promise<number> {
  const inputs = inputsFrom('validate', line, patternsFrom(line.positionals, terminal.cwd), NO_ACCESS);
  const check = async (): Promise<number> =>
    show(await runSession('validate', {terminal, inputs, since: undefined}), line, terminal);
  if (!line.flags.has('watch')) return check();
  return watchFiles(inputs.bundles, terminal, check);
}
