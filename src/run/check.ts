import {UserError} from '../errors.js';
import {exceptionsOf, type Inputs} from '../inputs/inputs.js';
import type {Job} from '../job/job.js';
import {matrixOf} from '../job/matrix.js';
import {warning, type Notice} from '../job/notice.js';
import {checkBundles, type Checked} from '../rules/engine.js';
import {countBySeverity} from '../rules/finding.js';
import {RULES} from '../rules/index.js';
import {counted, listOf, plural} from '../words.js';
import {lateAfter} from './deadline.js';
import {CHECK_MS, demandFiles, readFiles} from './find-files.js';

/** What a check of the bundle files gives. */
export interface CheckedFiles {
  readonly checked: Checked;
  /** The blob SHA-1 of each file that is declared now, by path. */
  readonly blobs: ReadonlyMap<string, string>;
  readonly notices: readonly Notice[];
  /** Of all bundle files. */
  readonly paths: readonly string[];
}

/** Checks the bundle files with every rule. @throws UserError when there are none, or too many */
export async function check(job: Job): Promise<CheckedFiles> {
  const {command, inputs, ports, files} = job;
  const notices = await demandFiles(job);
  const blobs = new Map<string, string>();
  const checked = await checkBundles(readFiles(files, blobs, lateAfter(CHECK_MS, ports.clock)), {
    rules: RULES,
    severities: inputs.severities,
    exceptions: exceptionsOf(inputs),
    integration: inputs.integration,
    variables: inputs.variables,
    keep: inputs.keep,
    jq: ports.jq
  });
  const {problem} = command === 'validate' ? matrixOf(checked) : {problem: ''};
  const doubts = [...checked.notChecked, ...unusedVariables(checked), ...(problem === '' ? [] : [problem])];
  const paths = files.map(({path}) => path);
  const held = baselineNotices(checked, inputs.baseline.path);
  return {checked, blobs, notices: [...notices, ...doubts.map(warning), ...held], paths};
}

/** Why a run fails for its findings; null when `fail-on` lets them pass. */
export function findingsFailure({findings}: Checked, {failOn}: Pick<Inputs, 'failOn'>): UserError | null {
  if (failOn === 'never') return null;
  const {error: errors, warning: warnings} = countBySeverity(findings);
  if (errors === 0 && (failOn === 'error' || warnings === 0)) return null;
  const counts = [
    ...(errors === 0 ? [] : [counted(errors, 'error')]),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')])
  ].join(' and ');
  return new UserError('invalid-bundles', `the bundle files have ${counts}`, 'Each is marked at its line.');
}

/** What is held back must not look as if it were not there. */
function baselineNotices({baseline}: Checked, path: string): readonly Notice[] {
  const {held, gone} = baseline ?? {held: 0, gone: 0};
  const texts = [
    ...(held === 0 ? [] : [`${path} holds back ${counted(held, 'finding')}.`]),
    ...(gone === 0
      ? []
      : [
          `${counted(gone, 'finding')} of ${path} ${plural(gone, 'is', 'are')} gone: zis-bundles validate --prune drops ${plural(gone, 'it', 'them')}.`
        ])
  ];
  return texts.map((text) => ({level: 'notice', text}));
}

function unusedVariables({unusedVariables: names}: Checked): string[] {
  if (names.length === 0) return [];
  const what = plural(names.length, 'variable');
  return [`No bundle file has a placeholder for the ${what} ${listOf(names, 'and')} of the variables input.`];
}
