import {patternFor} from '../../bundle/patterns.js';
import {DEFAULT_CONFIG} from '../../inputs/config-file.js';
import type {CommandLine} from '../args.js';
import {EXIT} from '../exit-codes.js';
import {inputsFrom} from '../inputs.js';
import {patternsFrom} from '../patterns.js';
import {runSession} from '../session.js';
import {show, showProblem} from '../show.js';
import type {Terminal} from '../terminal.js';
import {UsageError} from '../usage-error.js';
import {watchFiles} from '../watch.js';

/** `validate`: checks the bundle files, once or with `--watch` whenever one changes. @returns the exit code */
export async function validate(line: CommandLine, terminal: Terminal): Promise<number> {
  const given = {bundles: patternsFrom(line.positionals, terminal.cwd)};
  const check = async (): Promise<number> => {
    const inputs = await inputsFrom('validate', line, terminal, given);
    return show(await runSession('validate', {terminal, inputs, since: undefined}), line, terminal);
  };
  if (!line.flags.has('watch')) return check();
  const {bundles, configPath} = await inputsFrom('validate', line, terminal, given);
  const config = patternFor(configPath === '' ? DEFAULT_CONFIG : configPath);
  return watchFiles([...bundles, config], terminal, () => orProblem(check, terminal));
}

/** A config file that is being written may be wrong for a while: that does not end the watch. */
async function orProblem(check: () => Promise<number>, terminal: Terminal): Promise<number> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    showProblem(error.message, error.hint, terminal);
    return EXIT.usage;
  }
}
