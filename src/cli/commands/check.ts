import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {patternFor} from '../../bundle/patterns.js';
import {DEFAULT_CONFIG} from '../../inputs/config-settings.js';
import type {RunRecord} from '../../job/record.js';
import {baselineText} from '../../rules/baseline.js';
import {counted} from '../../words.js';
import type {CommandLine} from '../args.js';
import {EXIT} from '../exit-codes.js';
import {inputsFrom} from '../inputs.js';
import {patternsFrom} from '../patterns.js';
import {runSession} from '../session.js';
import {show, showProblem, tell} from '../show.js';
import type {Terminal} from '../terminal.js';
import {UsageError} from '../usage-error.js';
import {watchFiles} from '../watch.js';

/** `validate`: checks the bundle files, once or with `--watch` whenever one changes. @returns the exit code */
export async function validate(line: CommandLine, terminal: Terminal): Promise<number> {
  const given = {bundles: patternsFrom(line.positionals, terminal.cwd)};
  const check = async (): Promise<number> => {
    const inputs = await inputsFrom('validate', line, terminal, given);
    const {path} = inputs.baseline;
    const onRecord = ({checked}: RunRecord): Promise<void> => prune(path, checked, terminal);
    const options = {terminal, inputs, since: undefined, ...(line.flags.has('prune') ? {onRecord} : {})};
    return show(await runSession('validate', options), line, terminal);
  };
  if (!line.flags.has('watch')) return check();
  const {bundles, configPath, baseline} = await inputsFrom('validate', line, terminal, given);
  const config = patternFor(configPath === '' ? DEFAULT_CONFIG : configPath);
  return watchFiles([...bundles, config, patternFor(baseline.path)], terminal, () =>
    orProblem(check, terminal)
  );
}

/** Drops what is gone from the baseline. */
async function prune(path: string, {baseline}: RunRecord['checked'], terminal: Terminal): Promise<void> {
  if (baseline === null || baseline.gone === 0) return;
  await writeFile(join(terminal.cwd, path), baselineText(baseline.entries), 'utf8');
  tell(`${counted(baseline.gone, 'finding')} dropped from ${path}.`, terminal);
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
