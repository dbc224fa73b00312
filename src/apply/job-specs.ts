import {UserError} from '../errors.js';
import type {Step} from '../plan/types.js';
import type {Clock, Registry} from '../ports.js';

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
  {registry, clock}: {readonly registry: Registry; readonly clock: Clock}
): Promise<void> {
  const {install, uninstall} = step.jobSpecs;
  if (install.length + uninstall.length === 0) return;
  await Promise.all([
    ...install.map((name) => registry.installJobSpec(name)),
    ...uninstall.map((name) => registry.uninstallJobSpec(name))
  ]);
  let wrong: readonly string[] = [];
  for (const delay of READ_BACK_DELAYS) {
    if (delay > 0) await clock.sleep(delay);
    wrong = await disagreements(step, registry);
    if (wrong.length === 0) return;
  }
  throw new UserError(
    'apply-failed',
    `${wrong.join(', ')} when read back`,
    'Run the step again; if it stays so, look at the job specs in the Admin Center.'
  );
}

async function disagreements({integration, jobSpecs}: Step, registry: Registry): Promise<string[]> {
  const list = await registry.listJobSpecs(integration);
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
