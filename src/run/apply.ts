import {applyPlan} from '../apply/apply.js';
import {beginDeployment} from './apply-record.js';
import {UserError} from '../errors.js';
import type {Job, RunRecord} from '../job/job.js';
import {backupOf} from '../plan/backup.js';
import type {Plan, Step} from '../plan/types.js';
import type {Registry} from '../ports.js';
import type {Previously} from './declared-before.js';
import {createLimit} from '../limit.js';
import {holdToReview} from './review.js';

export interface DeployContext {
  readonly previously: Previously;
  /** The blob SHA-1 of each file that is declared now, by path. */
  readonly current: ReadonlyMap<string, string>;
}

/**
 * Applies a plan: refuses it before the first write when it deletes too much or is not what was reviewed; then
 * saves what is about to be replaced, records the deployment, and takes the plan to the registry.
 */
export async function deploy(
  job: Job,
  record: RunRecord,
  plan: Plan,
  registry: Registry,
  {previously, current}: DeployContext
): Promise<void> {
  const {inputs, ports} = job;
  refuseTooManyDeletes(plan, inputs.maxDeletes);
  await holdToReview(job, record, plan, {earlier: previously.versions, current});
  await ports.confirm?.(plan, record);
  const backup = backupOf(plan);
  if (backup !== null)
    record.backupPath = await ports.files.write('backup.json', `${JSON.stringify(backup, null, 2)}\n`);
  if (inputs.credentials?.kind === 'oauth' && plan.steps.some(isUpload)) {
    const text =
      'Zendesk documents OAuth tokens for list, show and delete only: the registry may refuse to upload with one.';
    record.notices.push({level: 'warning', text});
  }
  const deployment = await beginDeployment(
    job,
    record,
    inputs.deletes !== 'removed' || previously.bundles !== null
  );
  const applied = await ports.log.group('Apply', () =>
    applyPlan(plan, {
      registry,
      log: ports.log,
      clock: ports.clock,
      limit: createLimit(inputs.maxParallel)
    })
  );
  record.outcomes = applied.outcomes;
  record.failure = applied.failure;
  await (applied.failure === null
    ? deployment.finish('success', 'The registry holds what this commit declares.')
    : deployment.finish('failure', `The apply failed: ${applied.failure.reason}.`));
}

function isUpload({action}: Step): boolean {
  return action === 'create' || action === 'update';
}

function refuseTooManyDeletes({steps}: Plan, most: number): void {
  const deletions = steps.filter((step) => step.action === 'delete').length;
  if (deletions <= most) return;
  throw new UserError(
    'too-many-deletes',
    `this apply would delete ${deletions} bundles, and max-deletes allows ${most}; nothing was written`,
    'If they are all meant to go, raise max-deletes for one run; else look for what removed their files.'
  );
}
