import type {UserError} from '../errors.js';
import {changesSomething} from '../plan/plan.js';
import type {Plan, Step, StepOutcome} from '../plan/types.js';
import type {Clock, Log, Registry} from '../ports.js';
import {FreshLists} from './fresh-lists.js';
import {changeJobSpecs, type JobSpecLists} from './job-specs.js';
import {Ledger} from './ledger.js';
import {isStillThere, readBack, upload, uuidOf, type BundleLists} from './upload.js';

export interface ApplyPorts {
  readonly registry: Registry;
  readonly log: Log;
  readonly clock: Clock;
  /** Runs tasks, only so many at a time. */
  readonly limit: <T>(task: () => Promise<T>) => Promise<T>;
}

export interface Applied {
  /** One for every step that changes something, in the plan's order. */
  readonly outcomes: readonly StepOutcome[];
  /** Why the apply failed; null when every step was done. */
  readonly failure: UserError | null;
}

/**
 * Takes a plan to the registry: uploads, each read back and compared; then job specs; then, only when all of
 * that succeeded, deletions. A bundle that fails does not keep the others from being uploaded, except that
 * refused credentials stop every further write. Never throws for what the registry answers. Running it again
 * is safe: what was done is seen by the next plan, and not done again.
 */
export async function applyPlan(plan: Plan, ports: ApplyPorts): Promise<Applied> {
  const ledger = new Ledger(ports.log);
  const steps = plan.steps.filter(changesSomething);
  const jobSpecs: JobSpecLists = new FreshLists((name) => ports.registry.listJobSpecs(name));
  const uploads = steps.filter((step) => step.action === 'create' || step.action === 'update');
  const uploaded = await uploadAll(uploads, ledger, ports);
  const unchanged = steps.filter((step) => step.action === 'unchanged');
  await Promise.all(
    [...uploaded, ...unchanged].map(async (step) => {
      if (await ledger.attempt(step, () => changeJobSpecs(step, jobSpecs, ports))) ledger.done(step);
    })
  );
  const deletions = steps.filter((step) => step.action === 'delete');
  if (ledger.failed) for (const step of deletions) ledger.skip(step, 'nothing is deleted after a failure');
  else await Promise.all(deletions.map((step) => ports.limit(() => remove(step, jobSpecs, ledger, ports))));
  return {outcomes: ledger.of(steps), failure: ledger.failure(steps)};
}

/** Uploads and reads back, so many bundles at a time. @returns the steps that went well */
async function uploadAll(steps: readonly Step[], ledger: Ledger, ports: ApplyPorts): Promise<Step[]> {
  const lists: BundleLists = new FreshLists((name) => ports.registry.list(name));
  const results = await Promise.all(
    steps.map((step) =>
      // One task for all of it: what is read before the write must not grow old in a queue.
      ports.limit(async () => {
        const sent = await ledger.attempt(step, () => upload(step, lists, ports));
        const read = sent && (await ledger.attempt(step, () => readBack(step, lists, ports)));
        if (read) ledger.wrote(step);
        return read ? step : null;
      })
    )
  );
  return results.filter((step) => step !== null);
}

/** Deletes a bundle, its job specs before it: they would go on firing without it. */
async function remove(step: Step, jobSpecs: JobSpecLists, ledger: Ledger, ports: ApplyPorts): Promise<void> {
  const removed = await ledger.attempt(step, async () => {
    const isThere = await isStillThere(step, ports.registry);
    await changeJobSpecs(step, jobSpecs, ports);
    if (isThere) await ports.registry.delete(step.integration, uuidOf(step));
  });
  if (removed) ledger.done(step);
}
