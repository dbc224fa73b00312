import {UserError} from '../errors.js';
import {isUpload, movesIn, type TakenName} from '../plan/moves.js';
import {changesSomething} from '../plan/plan.js';
import type {Plan, Step, StepOutcome} from '../plan/types.js';
import {Bundles} from './bundles.js';
import {GroupApply, explainTaken, isDuplicate, type GroupOptions} from './group-apply.js';
import {groupsOf} from './groups.js';
import {JobSpecs} from './job-specs.js';
import {Ledger, NOT_BEGUN} from './ledger.js';
import type {ApplyPorts} from './ports.js';
import {Starts} from './starts.js';
import {Uploads, type Work} from './uploads.js';

export type {ApplyPorts} from './ports.js';

export interface ApplyOptions {
  /** Whether registered bundles may be stripped or deleted to make room for names that move (not with `deletes: never`). */
  readonly mayRearrange?: boolean;
  /** Names that registered bundles outside the plan hold, to explain a refusal. */
  readonly taken?: readonly TakenName[];
}

export interface Applied {
  /** One for every step that changes something, in the plan's order. */
  readonly outcomes: readonly StepOutcome[];
  /** Why the apply failed; null when every step was done. */
  readonly failure: UserError | null;
  /** What a reader should know besides, as sentences. */
  readonly notices: readonly string[];
}

/**
 * Takes a plan to the registry. Each bundle is uploaded, read back, and its job specs installed at once, side by side
 * with the others; bundles among which names move follow one another. Then the job specs that left a bundle are
 * uninstalled; then, only when every upload succeeded, bundles are deleted; last, the job specs are read back.
 *
 * A bundle that fails does not keep the others from being uploaded, except that refused credentials stop every further
 * write. Never throws for what the registry answers. Running it again is safe: what was done is seen by the next plan,
 * and not done again.
 */
export async function applyPlan(plan: Plan, ports: ApplyPorts, options: ApplyOptions = {}): Promise<Applied> {
  const steps = plan.steps.filter(changesSomething);
  const integrations = new Set(steps.map(({integration}) => integration)).size;
  const starts = new Starts(ports.clock, ports.deadline, ports.stop, integrations);
  const work: Work = {
    ports,
    ledger: new Ledger(ports.log, starts, (made) => ports.onProgress?.(made, steps.length)),
    starts,
    bundles: new Bundles(ports.registry, ports.clock),
    jobSpecs: new JobSpecs(ports.registry, ports.clock)
  };
  const {ledger} = work;
  const uploads = new Uploads(work);
  await uploadAll(steps, uploads, work, {mayRearrange: true, taken: [], ...options});
  await uploads.readBack();
  await uninstallAll(steps, work);
  await verify(work);
  if (
    await deleteAll(
      steps.filter(({action}) => action === 'delete'),
      work
    )
  )
    await verify(work);
  return {
    outcomes: ledger.of(steps),
    failure: ledger.failure(steps),
    notices: uploads.notices
  };
}

/** Uploads everything, and installs job specs of bundles that are not uploaded. */
async function uploadAll(
  steps: readonly Step[],
  uploads: Uploads,
  work: Work,
  options: GroupOptions
): Promise<void> {
  const groups = groupsOf(steps, movesIn(steps)).map((group) => ({
    group,
    apply: new GroupApply(group, uploads, work, options)
  }));
  const grouped = new Set(groups.flatMap(({group}) => group.members));
  const singles = steps.filter((step) => isUpload(step) && !grouped.has(step));
  const unchanged = steps.filter(({action}) => action === 'unchanged');
  const [states] = await Promise.all([
    Promise.all(groups.map(({apply}) => apply.inWaves())),
    ...singles.map((step) => uploadOne(step, uploads, work, options)),
    ...unchanged.map((step) => installOnly(step, work))
  ]);
  // Where names have to be freed a bundle is missing for a moment: that comes when nothing else is left to upload.
  const blocked = groups.filter((_, index) => states[index] === 'blocked');
  await Promise.all(blocked.map(({apply}) => apply.rearranged()));
}

async function uploadOne(step: Step, uploads: Uploads, work: Work, options: GroupOptions): Promise<void> {
  const {ledger, ports} = work;
  const {declared} = step;
  if (declared === null) throw new Error(`the upload of ${step.name} has no content`);
  // One task for all of it: what is read before the write must not grow old in a queue.
  await ports.limit(async () => {
    if (!mayBegin(step, work)) return;
    const sent = await ledger.attempt(step, async () => {
      try {
        await uploads.send(step, declared, step.jobSpecs.install);
      } catch (error) {
        throw isDuplicate(error) ? explainTaken(step, error, options) : error;
      }
    });
    if (sent) ledger.done(step);
  });
}

/** A bundle that is as declared, of which job specs are to be installed. */
async function installOnly(step: Step, work: Work): Promise<void> {
  const {ledger, jobSpecs, starts, ports} = work;
  const {install} = step.jobSpecs;
  await ports.limit(async () => {
    if (install.length === 0 || !mayBegin(step, work)) return;
    await ledger.attempt(step, () =>
      jobSpecs.install(
        step,
        install,
        () => true,
        () => starts.isUrgent
      )
    );
  });
}

/** The job specs that left a bundle, once every upload was tried: a flow that moved is there again by then. */
async function uninstallAll(steps: readonly Step[], {ledger, jobSpecs, starts, ports}: Work): Promise<void> {
  const standing = steps.filter((step) => step.action !== 'delete' && ledger.stands(step));
  await Promise.all(
    standing.map((step) =>
      ports.limit(async () => {
        const {uninstall} = step.jobSpecs;
        if (uninstall.length > 0) {
          if (starts.isUrgent || ledger.isRefused) {
            ledger.leaveOut(step, `these job specs were not uninstalled any more: ${uninstall.join(', ')}`);
            return;
          }
          if (!(await ledger.attempt(step, () => jobSpecs.uninstall(step, uninstall)))) return;
        }
        ledger.done(step);
      })
    )
  );
}

/** @returns whether there was something to delete */
async function deleteAll(steps: readonly Step[], work: Work): Promise<boolean> {
  const {ledger, jobSpecs, bundles, ports} = work;
  // One that had to make room for a name is gone already.
  const left = steps.filter((step) => bundles.contentOf(step) !== null);
  if (ledger.failed) {
    for (const step of left) ledger.skip(step, 'nothing is deleted after a failure');
    return false;
  }
  await Promise.all(
    left.map((step) =>
      ports.limit(async () => {
        if (!mayBegin(step, work)) return;
        const removed = await ledger.attempt(step, async () => {
          // Its job specs would go on firing without it.
          await jobSpecs.uninstall(step, step.jobSpecs.uninstall);
          await bundles.remove(step);
        });
        if (removed) ledger.done(step);
      })
    )
  );
  return left.length > 0;
}

/** Reads the job specs back. What is not as it should be has failed. */
async function verify({jobSpecs, ledger, starts}: Work): Promise<void> {
  const {wrong, unread} = await jobSpecs.verify(() => starts.isUrgent || ledger.isRefused);
  const hint = 'Run the step again; if it stays so, look at the job specs in the Admin Center.';
  for (const [step, words] of wrong)
    ledger.fail(step, new UserError('apply-failed', `${words.join(', ')} when read back`, hint));
  for (const [step, error] of unread) ledger.fail(step, error);
}

/** Whether a step may begin; if not, it is entered as not tried. */
function mayBegin(step: Step, {starts, ledger}: Work): boolean {
  if (ledger.isRefused) {
    ledger.leave(step);
    return false;
  }
  const why = starts.why();
  if (why !== null) ledger.skip(step, NOT_BEGUN[why]);
  return why === null;
}
