import {UserError} from '../errors.js';
import type {Step} from '../plan/types.js';
import type {Clock, JobSpecStatus, Registry} from '../ports.js';
import {RegistryError} from '../registry/errors.js';
import type {FreshLists} from './fresh-lists.js';

/** The job specs of each integration; null where the account does not serve the list. */
export type JobSpecLists = FreshLists<readonly JobSpecStatus[] | null>;

/** How often and after how many milliseconds the list is read before a job spec counts as not installed. */
const READ_BACK_DELAYS = [0, 500, 2000];

/**
 * Installs and uninstalls the job specs of a step, then reads the list until it agrees: the registry's answer
 * to an installation alone does not say that the job spec is installed.
 *
 * @throws UserError `apply-failed` when the list goes on disagreeing, and what the registry throws
 */
export async function changeJobSpecs(
  step: Step,
  lists: JobSpecLists,
  {registry, clock}: {readonly registry: Registry; readonly clock: Clock}
): Promise<void> {
  const {install, uninstall} = step.jobSpecs;
  if (install.length + uninstall.length === 0) return;
  const missing: RegistryError[] = [];
  const noteMissing = (error: unknown): void => {
    if (!(error instanceof RegistryError) || error.status !== 404) throw error;
    missing.push(error);
  };
  await Promise.all([
    ...install.map((name) => registry.installJobSpec(name).catch(noteMissing)),
    ...uninstall.map((name) => registry.uninstallJobSpec(name))
  ]);
  // A registry without the list and without installation serves no job specs: the plan has said so.
  const [first] = missing;
  if (first !== undefined && (await lists.read(step.integration)) !== null) throw first;
  let wrong: readonly string[] = [];
  for (const delay of READ_BACK_DELAYS) {
    if (delay > 0) await clock.sleep(delay);
    wrong = await disagreements(step, lists);
    if (wrong.length === 0) return;
  }
  throw new UserError(
    'apply-failed',
    `${wrong.join(', ')} when read back`,
    'Run the step again; if it stays so, look at the job specs in the Admin Center.'
  );
}

async function disagreements({integration, jobSpecs}: Step, lists: JobSpecLists): Promise<string[]> {
  const list = await lists.read(integration);
  // An account that does not serve the list: the plan has said that nothing can be verified.
  if (list === null) return [];
  const installed = new Set(
    list.filter((spec) => spec.installed).map((spec) => `zis:${integration}:job_spec:${spec.name}`)
  );
  return [
    ...jobSpecs.install.filter((name) => !installed.has(name)).map((name) => `${name} is not installed`),
    ...jobSpecs.uninstall.filter((name) => installed.has(name)).map((name) => `${name} is still installed`)
  ];
}
