import {applyPlan} from '../apply/apply.js';
import {UserError} from '../errors.js';
import type {Job} from '../job/job.js';
import type {Notice} from '../job/notice.js';
import type {RecordPart} from '../job/record.js';
import {createLimit} from '../limit.js';
import {backupOf} from '../plan/backup.js';
import type {Plan, Step} from '../plan/types.js';
import type {Registry} from '../ports.js';
import {beginDeployment} from './apply-record.js';
import {plain} from '../visible.js';
import {counted} from '../words.js';

/**
 * Takes a plan to the registry, recorded as a deployment from its beginning to its end.
 *
 * @param deletionsKnown whether the plan has all deletions that are due
 * @returns what was done, and why the rest was not
 */
export async function applyRecorded(
  job: Job,
  plan: Plan,
  registry: Registry,
  deletionsKnown: boolean
): Promise<RecordPart> {
  const {inputs, ports} = job;
  const deployment = await beginDeployment(job, deletionsKnown);
  const {outcomes, failure, notices} = await ports.log.group(plain`Apply`, () =>
    applyPlan(
      plan,
      {
        registry,
        log: ports.log,
        clock: ports.clock,
        limit: createLimit(inputs.maxParallel),
        deadline: ports.deadline
      },
      {mayRearrange: inputs.deletes !== 'never'}
    )
  );
  const said = notices.map((text): Notice => ({level: 'notice', text}));
  const ended = await (failure === null
    ? deployment.finish('success', 'The registry holds what this commit declares.')
    : deployment.finish('failure', `The apply failed: ${failure.reason}.`));
  return {outcomes, failure, notices: [...said, ...deployment.notices, ...ended]};
}

/** Saves what the plan is about to replace and delete. */
export async function saveBackup({ports}: Job, plan: Plan): Promise<RecordPart> {
  const backup = backupOf(plan);
  if (backup === null) return {};
  return {backupPath: await ports.files.write('backup.json', `${JSON.stringify(backup, null, 2)}\n`)};
}

/** What is known to speak against the plan's uploads before they are tried. */
export function doubtsOfUpload({inputs}: Job, {steps}: Plan): readonly Notice[] {
  if (inputs.credentials?.kind !== 'oauth' || !steps.some(isUpload)) return [];
  const text =
    'Zendesk documents OAuth tokens for list, show and delete only: the registry may refuse to upload with one.';
  return [{level: 'warning', text}];
}

/** @throws UserError `too-many-deletes` */
export function refuseTooManyDeletes({steps}: Plan, most: number): void {
  const deletions = steps.filter((step) => step.action === 'delete').length;
  if (deletions <= most) return;
  throw new UserError(
    'too-many-deletes',
    `this apply would delete ${counted(deletions, 'bundle')}, and max-deletes allows ${most}; nothing was written`,
    'If they are all meant to go, raise max-deletes for one run; else look for what removed their files.'
  );
}

function isUpload({action}: Step): boolean {
  return action === 'create' || action === 'update';
}
