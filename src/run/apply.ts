import {applyPlan, type Applied, type ApplyOptions} from '../apply/apply.js';
import {idKey} from '../bundle/identity.js';
import type {Job} from '../job/job.js';
import type {Notice} from '../job/notice.js';
import type {RecordPart} from '../job/record.js';
import {createLimit} from '../limit.js';
import {backupOf} from '../plan/backup.js';
import {readJobSpecs, type JobSpecLists} from '../plan/job-specs.js';
import {changesSomething, withSteps} from '../plan/plan.js';
import type {TakenName} from '../plan/moves.js';
import type {Plan, Step} from '../plan/types.js';
import type {Registry} from '../ports.js';
import {uploadsByOAuth} from '../registry/credentials.js';
import {plain} from '../visible.js';
import {beginDeployment, type ApplyBasis, type DeploymentRecord} from './apply-record.js';
import type {DeclaredBefore} from './declared-before.js';

/**
 * Takes a plan to the registry, recorded as a deployment from its beginning to its end.
 *
 * @returns what was done, and why the rest was not
 */
export async function applyRecorded(
  job: Job,
  plan: Plan,
  registry: Registry,
  {basis, taken}: {readonly basis: ApplyBasis; readonly taken: readonly TakenName[]}
): Promise<RecordPart> {
  const deployment = await beginDeployment(job, basis);
  const owned = withoutStrangers(plan, basis.before, deployment.creator);
  // Where nothing may be deleted in this run, no other bundle makes room either.
  const mayRearrange = job.inputs.deletes !== 'never' && basis.before.candidates !== null;
  const options = {mayRearrange, taken};
  const done = await carryOut(job, owned.plan, registry, {
    deployment,
    options,
    success: 'The registry holds what this commit declares.'
  });
  return {...done, plan: owned.plan, notices: [...owned.notices, ...(done.notices ?? [])]};
}

/** Takes a plan to the registry, with what cancels and bounds the step, and says in its record how it ended. */
export async function carryOut(
  job: Job,
  plan: Plan,
  registry: Registry,
  {
    deployment,
    options,
    success
  }: {
    readonly deployment: DeploymentRecord;
    readonly options: ApplyOptions;
    /** What the record says when all went well. */
    readonly success: string;
  }
): Promise<RecordPart> {
  const {inputs, ports} = job;
  const {cancellation, onProgress} = ports;
  const applying = (): Promise<Applied> =>
    applyPlan(
      plan,
      {
        registry,
        log: ports.log,
        clock: ports.clock,
        limit: createLimit(inputs.maxParallel),
        deadline: ports.deadline,
        ...(cancellation === undefined ? {} : cancellation),
        onProgress: (made, all) => onProgress?.('Changes made', made, all)
      },
      options
    );
  const {outcomes, failure, notices} = await ports.log.group(
    plain`Apply`,
    () => cancellation?.completing(applying) ?? applying()
  );
  const said = notices.map((text): Notice => ({level: 'notice', text}));
  const ended = await (failure === null
    ? deployment.finish('success', success)
    : deployment.finish('failure', `The apply failed: ${failure.reason}.`));
  return {outcomes, failure, notices: [...said, ...deployment.notices, ...ended]};
}

/**
 * The plan without deletions that rest on the records of others. Who we are, the token of an App learns only when it
 * has created a record; until then those of other Apps were taken for ours.
 */
function withoutStrangers(
  plan: Plan,
  {records, candidates}: DeclaredBefore,
  creator: string | null
): {readonly plan: Plan; readonly notices: readonly Notice[]} {
  const strangers = records.assumed.filter((each) => each !== creator);
  if (strangers.length === 0) return {plan, notices: []};
  const owned = new Set(
    (candidates ?? [])
      .filter(({deployed}) => deployed === null || !strangers.includes(deployed.creator))
      .map(idKey)
  );
  const steps = plan.steps.filter((step) => step.action !== 'delete' || owned.has(idKey(step)));
  if (steps.length === plan.steps.length) return {plan, notices: []};
  const text =
    `Records of applies that ${strangers.join(', ')} created are left out, and what only they list is not deleted: ` +
    `this apply's own record is by ${creator ?? 'nobody'}.`;
  return {plan: withSteps(plan, steps), notices: [{level: 'warning', text}]};
}

/**
 * Saves what the plan is about to change.
 *
 * @param known the job specs of integrations, as far as they were read for the plan
 */
export async function saveBackup(
  {ports}: Job,
  plan: Plan,
  registry: Registry,
  known: JobSpecLists
): Promise<RecordPart> {
  if (backupOf(plan, known) === null) return {};
  // With job-specs: ignore nothing has asked for them yet.
  const asked = plan.steps.filter(changesSomething).filter(({integration}) => !known.has(integration));
  const lists = new Map([...known, ...(await readJobSpecs(registry, asked, 'install'))]);
  const backup = backupOf(plan, lists);
  if (backup === null) return {};
  const backupPath = await ports.files.write('backup.json', `${JSON.stringify(backup, null, 2)}\n`);
  ports.onBackup?.(backupPath);
  return {backupPath};
}

/** What is known to speak against the plan's uploads before they are tried. */
export function doubtsOfUpload({inputs}: Job, {steps}: Plan): readonly Notice[] {
  if (inputs.credentials === null || !uploadsByOAuth(inputs.credentials) || !steps.some(isUpload)) return [];
  const text =
    'Zendesk documents OAuth tokens for list, show and delete only: the registry may refuse to upload with one.';
  return [{level: 'warning', text}];
}

function isUpload({action}: Step): boolean {
  return action === 'create' || action === 'update';
}
