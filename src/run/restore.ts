import {idKey} from '../bundle/identity.js';
import {messageOf} from '../errors.js';
import {GitHubError} from '../github/errors.js';
import type {Job} from '../job/job.js';
import {warning, type Notice} from '../job/notice.js';
import type {RecordPart, RunRecord} from '../job/record.js';
import {readBackup} from '../plan/backup.js';
import {newestSuccess, type Deployed} from '../plan/deployed.js';
import {readJobSpecs} from '../plan/job-specs.js';
import {hasChanges, withSteps} from '../plan/plan.js';
import {isOldRecord, type RecordedBundle} from '../plan/record.js';
import {readRegistered} from '../plan/registered.js';
import {bundlesIn, restoreSteps, withFormerJobSpecs} from '../plan/restore.js';
import type {Plan, Target} from '../plan/types.js';
import type {Registry} from '../ports.js';
import {beginRestore} from './apply-record.js';
import {carryOut, doubtsOfUpload, saveBackup} from './apply.js';
import {refuseTooManyDeletes} from './max-deletes.js';
import {refuseOtherBackups} from './integrations.js';
import {readRecords} from './records.js';
import {findTakenNames} from './taken-names.js';

/**
 * Puts a backup back: plans it like any other change, and carries it out. It is exempt from what binds an apply to a
 * commit and to a reviewed plan, and is held to max-deletes.
 *
 * @param add adds a step's part to the run's record
 * @throws UserError `invalid-inputs` for what is no backup of this account, `too-many-deletes`
 */
export async function restore(
  job: Job,
  add: (part: RecordPart) => RunRecord,
  {registry, target}: {readonly registry: Registry; readonly target: Target}
): Promise<void> {
  const {inputs, ports} = job;
  const bytes = await ports.files.read(inputs.backup);
  const backup = readBackup(new TextDecoder().decode(bytes), inputs.backup, target);
  refuseOtherBackups(job, bundlesIn(backup));
  const registered = await readRegistered(registry, {
    declared: bundlesIn(backup),
    declaredBefore: null,
    deletes: 'never',
    onRead: (done, all) => ports.onProgress?.('Registered bundles read', done, all)
  });
  const {plan: bare, notices} = restoreSteps(target, backup, registered.bundles);
  const lists = await readJobSpecs(registry, bare.steps, inputs.jobSpecs);
  const plan = withSteps(bare, withFormerJobSpecs(bare.steps, backup, lists, inputs.jobSpecs));
  const names = await findTakenNames(job, registry, plan.steps, registered.unmanaged, []);
  const {deployed, trouble} = await lastDeployed(job);
  const undone = hasChanges(plan) ? [UNDONE] : [];
  const record = add({plan, notices: [...undone, ...[...notices, ...names.notices].map(warning)]});
  add({notices: [...trouble, ...doubtsOfUpload(job, plan)]});
  refuseTooManyDeletes(plan, inputs.maxDeletes);
  await ports.confirm?.(plan, record);
  add(await saveBackup(job, plan, registry, lists));
  const deployment = await beginRestore(job, deployed?.sha ?? '', afterwards(plan, deployed));
  add(
    await carryOut(job, plan, registry, {
      deployment,
      options: {mayRearrange: true, taken: names.taken},
      success: 'A backup was put back.'
    })
  );
}

const UNDONE: Notice = {
  level: 'warning',
  text: 'The next push applies what its commit declares, and so undoes this: revert the merge that went wrong.'
};

/** The last apply of this step that succeeded: what is restored is recorded at its commit. */
async function lastDeployed(
  job: Job
): Promise<{readonly deployed: Deployed | null; readonly trouble: readonly Notice[]}> {
  const {github} = job.ports;
  if (github === null) return {deployed: null, trouble: []};
  try {
    const {own} = await readRecords(job, github, false);
    return {deployed: newestSuccess(own), trouble: []};
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return {
      deployed: null,
      trouble: [
        warning(`This is not recorded, because earlier applies could not be read: ${messageOf(error)}.`)
      ]
    };
  }
}

/** What this step deploys once the plan is carried out: what the last apply recorded, changed by the plan. */
function afterwards({steps}: Plan, deployed: Deployed | null): readonly RecordedBundle[] | null {
  const before = deployed === null || isOldRecord(deployed.record) ? null : deployed.record.bundles;
  if (before === null) return null;
  const known = new Map(before.map((bundle) => [idKey(bundle), bundle]));
  for (const {integration, name, desiredHash} of steps) {
    if (desiredHash === null) continue;
    const path = known.get(idKey({integration, name}))?.path ?? '';
    known.set(idKey({integration, name}), {integration, name, path, desiredHash});
  }
  return [...known.values()];
}
