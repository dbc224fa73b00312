import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {patternFor} from '../../bundle/patterns.js';
import type {RunRecord} from '../../job/record.js';
import {baselineText} from '../../rules/baseline.js';
import {counted} from '../../words.js';
import type {CommandLine} from '../args.js';
import {inputsFrom} from '../inputs.js';
import {fixFiles, tellOfFixes} from '../fix.js';
import {patternsFrom} from '../patterns.js';
import {runSession} from '../session.js';
import {show, tell} from '../show.js';
import type {Terminal} from '../terminal.js';
import {UsageError} from '../usage-error.js';
import {patternOfConfig, watchFiles} from '../watch.js';

/**
 * `validate`: checks the bundle files, once or with `--watch` whenever one changes; with `--fix` it mends them before.
 *
 * @returns the exit code
 * @throws UsageError for `--fix` with `--watch`: nobody looks at what is mended while they type
 */
export async function validate(line: CommandLine, terminal: Terminal): Promise<number> {
  const given = {bundles: patternsFrom(line.positionals, terminal.cwd)};
  const [fixes, watches] = [line.flags.has('fix'), line.flags.has('watch')];
  if (fixes && watches) throw new UsageError('--fix and --watch exclude each other', 'Fix once, then watch.');
  const check = async (): Promise<number> => {
    const inputs = await inputsFrom('validate', line, terminal, given);
    if (fixes) await fixFiles(inputs, terminal);
    const {path} = inputs.baseline;
    const onRecord = ({checked}: RunRecord): Promise<void> => prune(path, checked, terminal);
    const options = {terminal, inputs, since: undefined, ...(line.flags.has('prune') ? {onRecord} : {})};
    const shown = await runSession('validate', options);
    const code = show(shown, line, terminal);
    if (!fixes && line.format === 'pretty') tellOfFixes(shown.model.findings, terminal);
    return code;
  };
  if (!watches) return check();
  const patterns = async (): Promise<string[]> => {
    const {bundles, configPath, baseline} = await inputsFrom('validate', line, terminal, given);
    return [...bundles, patternOfConfig(configPath), patternFor(baseline.path)];
  };
  return watchFiles(patterns, terminal, check);
}

/** Drops what is gone from the baseline. */
async function prune(path: string, {baseline}: RunRecord['checked'], terminal: Terminal): Promise<void> {
  if (baseline === null || baseline.gone === 0) return;
  await writeFile(join(terminal.cwd, path), baselineText(baseline.entries), 'utf8');
  tell(`${counted(baseline.gone, 'finding')} dropped from ${path}.`, terminal);
}
