import {UserError} from '../errors.js';
import type {Inputs} from '../inputs/inputs.js';
import {branchOf, deployBranchOf, isMerge, type Command, type Event} from '../job/command.js';
import type {Job, Ports} from '../job/job.js';
import {warning, type Notice} from '../job/notice.js';
import {emptyRecord, withPart, type RecordPart, type RunRecord} from '../job/record.js';
import {installedOfUploads, type JobSpecLists} from '../plan/job-specs.js';
import type {TakenName} from '../plan/moves.js';
import {isOldRecord} from '../plan/record.js';
import type {RecordedApply} from '../plan/recorded.js';
import type {Plan} from '../plan/types.js';
import type {Registry} from '../ports.js';
import type {Checked} from '../rules/engine.js';
import {visible} from '../visible.js';
import {apiTokenNotice} from './api-token-notice.js';
import {applyRecorded, doubtsOfUpload, saveBackup} from './apply.js';
import type {ApplyBasis} from './apply-record.js';
import {check, findingsFailure} from './check.js';
import {closeComment} from './comment.js';
import {compare} from './compare.js';
import {checkDrift} from './drift.js';
import {findDeclaredBefore, type DeclaredBefore} from './declared-before.js';
import {readHeadTree, refuseIncomplete, refuseWrongCheckout} from './checkout.js';
import {refuseTooManyDeletes, tooManyDeletes} from './max-deletes.js';
import {refuseUnknownBranch} from './merged.js';
import {refuseOtherIntegrations, withinIntegrations} from './integrations.js';
import {prepare, type RunPlace} from './prepare.js';
import {publish, type Published} from './publish.js';
import {runTests, testsFailure} from './run-tests.js';
import {restore} from './restore.js';
import {holdToReview} from './review.js';
import {findWeakened} from './weakened.js';
import {withheldFrom} from './withheld.js';

export interface RunResult extends Published {
  readonly command: Command;
  readonly record: RunRecord;
}

/**
 * The whole run: find the bundle files and check them; compare them with the registry; for an apply, carry
 * the plan out; then report. What the user can mend ends up in the record's `failure`; anything else is thrown.
 */
export async function run(inputs: Inputs, event: Event, place: RunPlace, ports: Ports): Promise<RunResult> {
  const job = await prepare(inputs, event, place, ports);
  const {command} = job;
  if (command === 'close') {
    const record = emptyRecord(job.refs);
    return {
      command,
      record,
      comment: await closeComment(job),
      planPath: '',
      reportPath: '',
      sarifPath: '',
      junitPath: ''
    };
  }
  const record = await work(job);
  return {command, record, ...(await publish(job, command, record))};
}

/**
 * The sequence up to its report: each way in shows the record in its own way. What the user can mend ends up in
 * the record's `failure`; anything else is thrown.
 */
export async function work(job: Job): Promise<RunRecord> {
  let record = emptyRecord(job.refs);
  // The one place that puts together what the steps found out, so that a step that fails loses nothing of it.
  const add: Add = (part) => (record = withPart(record, part));
  try {
    await carryOut(job, add);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    add({failure: error});
  }
  if (record.outcomes === null && isCancelled(job)) add({failure: cancelledBefore()});
  if (record.failure === null) {
    add({failure: findingsFailure(record.checked, job.inputs) ?? testsFailure(record.tests, job.inputs)});
  }
  return record;
}

function isCancelled({ports}: Job): boolean {
  return ports.cancellation?.stop.aborted === true;
}

function cancelledBefore(): UserError {
  return new UserError('cancelled', 'the step was cancelled; nothing was written', 'Run it again.');
}

/** Adds a step's part to the record. @returns the record as it is now */
type Add = (part: RecordPart) => RunRecord;

async function carryOut(job: Job, add: Add): Promise<void> {
  const {command, inputs} = job;
  if (command === 'restore') {
    const {target} = inputs;
    if (target === null || inputs.credentials === null) withoutCredentials(job);
    else await usingRegistry(job, add, (registry) => restore(job, add, {registry, target}));
    return;
  }
  add({notices: planKeyDemanded(job)});
  await refuseUnknownBranch(job);
  add({notices: await refuseWrongCheckout(job)});
  const {checked, blobs, notices, paths} = await check(job);
  add({checked, notices});
  add(await findWeakened(job));
  refuseOtherIntegrations(job, checked);
  const {tests} = add(await runTests(job, checked, paths));
  if (command === 'validate') {
    add({notices: unnamedBranch(job)});
    return;
  }
  const head = await readHeadTree(job);
  await refuseIncomplete(job, head);
  if (command === 'apply') refuse(checked, tests, inputs);
  if (!checked.complete) {
    // A drift check that compared nothing must not pass, whatever findings may do.
    if (command === 'drift') refuse(checked, null, inputs);
    return;
  }
  const {target} = inputs;
  if (target === null || inputs.credentials === null) {
    add({notices: [withoutCredentials(job)]});
    return;
  }
  const now = {declared: checked.declared, blobs, head};
  const before = withinIntegrations(job, await findDeclaredBefore(job, now));
  add({notices: before.notices});
  const withheld = await withheldFrom(job, checked, blobs);
  await usingRegistry(job, add, async (registry) => {
    const compared = await compare(job, {target, registry}, checked, {before, head, withheld});
    const {plan, deletionsKnown, lists, taken, ...found} = compared;
    add({plan, ...found});
    if (command === 'plan') add({notices: tooManyDeletes(plan, inputs)});
    const installed = installedOfUploads(plan.steps, lists);
    const basis = {declared: checked.declared, before, deletionsKnown, installed};
    if (command === 'apply') {
      refuse(found.checked, null, inputs);
      await apply(job, add, {plan, registry, basis, blobs, taken, lists});
    }
    if (command === 'drift') add(checkDrift(plan, appliesOf(before), before.deployed?.sha ?? null));
  });
}

/** Opens the registry, and takes back at the end what was made in the account to get in. */
async function usingRegistry(
  {inputs, ports}: Job,
  add: Add,
  use: (registry: Registry) => Promise<void>
): Promise<void> {
  const notice = apiTokenNotice(inputs, ports.clock.now());
  // In the log alone: a comment that counts days would change every day.
  if (notice !== null) ports.log[notice.level](visible(notice.text));
  const registry = await ports.openRegistry();
  try {
    await use(registry);
  } finally {
    add({notices: ((await registry.close?.()) ?? []).map(warning)});
  }
}

/** @throws UserError `invalid-inputs` for an apply that could not tell a true plan comment from a forged one */
function planKeyDemanded({command, inputs}: Job): readonly Notice[] {
  if (!inputs.requirePlan || inputs.planKey !== '') return [];
  if (command === 'apply') {
    throw new UserError(
      'invalid-inputs',
      'require-plan is set without plan-key, and without it anyone who can write comments can forge a plan',
      'Give the plan and the apply the same secret as plan-key (docs/deploys.md); make one with: openssl rand -hex 32'
    );
  }
  if (command !== 'plan') return [];
  const text =
    'The plan comment is not signed, because no plan-key is given: an apply with require-plan does not take it.';
  return [{level: 'notice', text}];
}

/** A push or merge of which nobody knows whether it is to be applied: with some runners the event does not tell. */
function unnamedBranch({inputs, event}: Job): readonly Notice[] {
  const isWhole = inputs.command !== 'auto' || (event.name !== 'push' && !isMerge(event));
  if (isWhole || branchOf(event) === null || deployBranchOf(event, inputs.deployBranch) !== null) return [];
  const text =
    'The event does not say which branch is the default one, so this one is taken for another branch: it was ' +
    'validated and not applied. Set deploy-branch to the branch that is applied.';
  return [{level: 'notice', text}];
}

/**
 * Refuses a plan before the first write when it deletes too much or is not what was reviewed; then saves what
 * is about to be replaced, and takes the plan to the registry.
 */
async function apply(
  job: Job,
  add: Add,
  parts: {
    readonly plan: Plan;
    readonly registry: Registry;
    readonly basis: ApplyBasis;
    readonly blobs: ReadonlyMap<string, string>;
    readonly taken: readonly TakenName[];
    readonly lists: JobSpecLists;
  }
): Promise<void> {
  const {plan, registry, basis, blobs, taken, lists} = parts;
  const {inputs, ports} = job;
  refuseTooManyDeletes(plan, inputs.maxDeletes);
  const record = add(
    await holdToReview(job, plan, {
      commits: commitsOf(job, basis.before),
      applies: appliesOf(basis.before),
      earlier: () => basis.before.versions(),
      current: blobs
    })
  );
  if (record.failure !== null) return;
  await ports.confirm?.(plan, record);
  add(await saveBackup(job, plan, registry, lists));
  add({notices: doubtsOfUpload(job, plan)});
  add(await applyRecorded(job, plan, registry, {basis, taken}));
}

/** What is applied beyond the last deployed commit, the applied commit first. */
function commitsOf({commit}: Job, {comparison}: DeclaredBefore): readonly string[] {
  return [...new Set([commit.sha, ...(comparison?.commits ?? []).toReversed()])].filter((sha) => sha !== '');
}

/** What earlier applies of this step recorded, newest first. */
function appliesOf({records}: DeclaredBefore): readonly RecordedApply[] {
  return records.own.map(({sha, record}) => ({sha, bundles: isOldRecord(record) ? null : record.bundles}));
}

/** @throws UserError when an apply must not go on: nothing is written while a bundle is invalid or a flow test fails */
function refuse(checked: Checked, tests: RunRecord['tests'], inputs: Inputs): void {
  const failOn = inputs.failOn === 'warning' ? 'warning' : 'error';
  const failure = findingsFailure(checked, {failOn}) ?? testsFailure(tests, inputs);
  if (failure !== null) throw failure;
}

/**
 * A plan without credentials (forks and Dependabot get no secrets) says why there is no diff.
 *
 * @throws UserError `credentials-missing` for commands that are nothing without the registry
 */
function withoutCredentials({command, inputs}: Job): Notice {
  const missing = [
    ...(inputs.target === null ? ['subdomain'] : []),
    ...(inputs.credentials === null
      ? ['credentials (oauth-client-id and oauth-client-secret, or email and api-token)']
      : [])
  ].join(' and ');
  if (command !== 'plan') {
    throw new UserError(
      'credentials-missing',
      `${command} needs the registry, and no ${missing} is given`,
      'Store them as secrets and hand them in. Pull requests from forks and from Dependabot get no secrets.'
    );
  }
  return {
    level: 'notice',
    text:
      `The bundles were checked, but not compared with the registry: no ${missing} is given. ` +
      'Pull requests from forks and from Dependabot get no secrets.'
  };
}
