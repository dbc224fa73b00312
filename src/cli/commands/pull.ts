import {tmpdir} from 'node:os';
import {createFiles} from '../../actions/files.js';
import {idKey} from '../../bundle/identity.js';
import type {DeclaredBundle, RegisteredBundle} from '../../bundle/model.js';
import type {Inputs} from '../../inputs/inputs.js';
import {linesOf, plain, visible} from '../../visible.js';
import {checkBundles} from '../../rules/engine.js';
import {RULES} from '../../rules/index.js';
import {readFiles} from '../../run/find-files.js';
import type {CommandLine} from '../args.js';
import {readAccess} from '../credentials.js';
import {EXIT} from '../exit-codes.js';
import {createGit} from '../git.js';
import {inputsFrom} from '../inputs.js';
import {counted} from '../../words.js';
import {folderFault, patternForFolder} from '../patterns.js';
import {confirm} from '../prompt.js';
import {lossesIn} from '../pull/losses.js';
import {planPull, type PullStep} from '../pull/plan.js';
import {readAll} from '../pull/read.js';
import {writeBundleFile} from '../pull/write.js';
import {showProblem} from '../show.js';
import {canAsk, type Terminal} from '../terminal.js';
import {UsageError} from '../usage-error.js';

/**
 * `pull`: writes what is registered into files, one a bundle. Files that hold it already are left alone, and
 * what only a file has is overwritten only with `--force` or after a yes.
 *
 * @returns the exit code
 */
export async function pull(line: CommandLine, terminal: Terminal): Promise<number> {
  const folder = folderFrom(line);
  const access = await readAccess(terminal, line);
  const inputs = await inputsFrom('plan', line, terminal, {bundles: [patternForFolder(folder)], access});
  const files = await createFiles(terminal.cwd, tmpdir()).find(inputs.bundles);
  const {declared} = await checkBundles(readFiles(files, new Map()), {
    rules: RULES,
    integration: inputs.integration,
    variables: inputs.variables,
    keep: inputs.keep
  });
  const integrations = integrationsFrom(inputs, declared);
  const registered = await readAll(integrations, inputs, terminal);
  const steps = planPull({registered, declared, files: files.map(({path}) => path), folder});
  const kept = await write(steps, line, terminal);
  say(summary(steps, kept, notRegistered(declared, registered, integrations)), terminal);
  if (kept.size === 0) return EXIT.fine;
  const hint = 'Commit or put aside what would be lost, or use --force.';
  showProblem(`${counted(kept.size, 'file')} left alone`, hint, terminal);
  return EXIT.failed;
}

/** The folder of the files, without `./` and trailing slashes. */
function folderFrom({flags}: CommandLine): string {
  const folder = (flags.get('out')?.[0] ?? 'zis').replace(/^(?:\.\/)+/, '').replace(/(?<!\/)\/+$/, '') || '.';
  const fault = folderFault(folder);
  if (fault === null) return folder;
  throw new UsageError(`--out ${fault}.`, 'Give a folder below this one.');
}

function integrationsFrom({integration}: Inputs, declared: readonly DeclaredBundle[]): string[] {
  const known = integration === '' ? declared.map((bundle) => bundle.integration) : [integration];
  if (known.length > 0) return [...new Set(known)].sort();
  throw new UsageError(
    'No bundle file says which integration to pull.',
    'Name it: zis-bundles pull --integration NAME.'
  );
}

/** @returns the steps whose files were left alone */
async function write(
  steps: readonly PullStep[],
  line: CommandLine,
  terminal: Terminal
): Promise<ReadonlySet<PullStep>> {
  const lossOf = await lossesIn(createGit(terminal.cwd), terminal.cwd);
  const kept = new Set<PullStep>();
  for (const step of steps.filter(({change}) => change !== 'unchanged')) {
    const loss = line.flags.has('force') ? null : await lossOf(step.path);
    if (loss !== null && !(await mayOverwrite(step.path, loss, terminal))) {
      kept.add(step);
      say([`kept: ${step.path} (${loss})`], terminal);
    } else {
      await writeBundleFile(terminal.cwd, step.path, step.content);
      say([`${step.change}: ${step.path} (${step.integration}/${step.name})`], terminal);
    }
  }
  return kept;
}

async function mayOverwrite(path: string, loss: string, terminal: Terminal): Promise<boolean> {
  return canAsk(terminal) && confirm(terminal, plain`${path} has ${loss}. Overwrite the file?`);
}

function notRegistered(
  declared: readonly DeclaredBundle[],
  registered: readonly RegisteredBundle[],
  integrations: readonly string[]
): readonly DeclaredBundle[] {
  const known = new Set(registered.map(idKey));
  return declared.filter((bundle) => integrations.includes(bundle.integration) && !known.has(idKey(bundle)));
}

function summary(
  steps: readonly PullStep[],
  kept: ReadonlySet<PullStep>,
  only: readonly DeclaredBundle[]
): string[] {
  const count = (change: PullStep['change']): number =>
    steps.filter((step) => step.change === change && !kept.has(step)).length;
  return [
    ...only.map(({path}) => `only here: ${path} (not registered)`),
    `${counted(steps.length, 'bundle')} registered: ${count('new')} new, ${count('updated')} updated, ${count('unchanged')} unchanged.`
  ];
}

function say(lines: readonly string[], {stdout}: Terminal): void {
  stdout.write(linesOf(lines.map((line) => visible(line))));
}
