import {writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createFiles} from '../../actions/files.js';
import {UserError} from '../../errors.js';
import {exceptionsOf} from '../../inputs/inputs.js';
import {createJqChecker} from '../../jq/checker.js';
import {baselineText} from '../../rules/baseline.js';
import {checkBundles} from '../../rules/engine.js';
import {countBySeverity} from '../../rules/finding.js';
import {RULES} from '../../rules/index.js';
import {readFiles} from '../../run/find-files.js';
import {linesOf, plain} from '../../visible.js';
import {counted} from '../../words.js';
import type {CommandLine} from '../args.js';
import {EXIT} from '../exit-codes.js';
import {inputsFrom} from '../inputs.js';
import {findingsText} from '../output/findings.js';
import {createSource} from '../output/source.js';
import {patternsFrom} from '../patterns.js';
import {lookOf, showProblem, tell} from '../show.js';
import type {Terminal} from '../terminal.js';

/**
 * `baseline`: writes what is found now into the baseline file, which holds it back from then on. What cannot be held
 * back is shown.
 *
 * @returns the exit code
 */
export async function baseline(line: CommandLine, terminal: Terminal): Promise<number> {
  const {cwd, stdout} = terminal;
  const bundles = patternsFrom(line.positionals, cwd);
  const inputs = await inputsFrom('validate', line, terminal, {bundles});
  const {path, entries} = inputs.baseline;
  const found = await createFiles(cwd, tmpdir()).find(inputs.bundles);
  if (found.length === 0) {
    const message = `no file matches bundles: ${inputs.bundles.join(', ')}`;
    throw new UserError('invalid-inputs', message, 'Check the patterns.');
  }
  const {severities, integration, variables, keep} = inputs;
  const checked = await checkBundles(readFiles(found, new Map()), {
    rules: RULES,
    severities,
    exceptions: {...exceptionsOf(inputs), baseline: {entries: entries ?? [], accepts: true}},
    integration,
    variables,
    keep,
    jq: createJqChecker()
  });
  for (const doubt of checked.notChecked) tell(`note: ${doubt}`, terminal);
  const use = checked.baseline;
  if (use === null || (use.entries.length === 0 && entries === null)) {
    stdout.write(linesOf([plain`Nothing is found that could be held back.`]));
  } else {
    await writeFile(join(cwd, path), baselineText(use.entries), 'utf8');
    stdout.write(
      linesOf([
        plain`${path} holds back ${counted(use.held, 'finding')} of ${counted(found.length, 'bundle file')}.`
      ])
    );
  }
  return showRest(checked.findings, terminal);
}

/** What no baseline can hold back: without it nothing sound can be planned. */
function showRest(findings: Parameters<typeof findingsText>[0]['findings'], terminal: Terminal): number {
  if (findings.length === 0) return EXIT.fine;
  const source = createSource(terminal.cwd);
  terminal.stdout.write(
    linesOf(findingsText({findings, source, secrets: []}, lookOf(terminal, terminal.stdout)))
  );
  if (countBySeverity(findings).error === 0) return EXIT.fine;
  const hint = 'Essential rules and exceptions that cannot be followed are for mending.';
  showProblem(`${counted(findings.length, 'finding')} cannot be held back`, hint, terminal);
  return EXIT.failed;
}
