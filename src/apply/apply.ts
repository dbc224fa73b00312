import type {UserError} from '../errors.js';
import {changesSomething} from '../plan/plan.js';
import type {Plan, Step, StepOutcome} from '../plan/types.js';
import type {BundleSummary, Clock, Log, Registry} from '../ports.js';
import {changeJobSpecs} from './job-specs.js';
import {Ledger} from './ledger.js';
import {isStillThere, readBack, upload, uuidOf} from './upload.js';

export interface ApplyPorts {
  readonly registry: Registry;
  readonly log: Log;
  readonly clock: Clock;
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
  const uploads = steps.filter((step) => step.action === 'create' || step.action === 'update');
  const uploaded = await uploadAll(uploads, ledger, ports);
  const unchanged = steps.filter((step) => step.action === 'unchanged');
  await Promise.all(
    [...uploaded, ...unchanged].map(async (step) => {
      if (await ledger.attempt(step, () => changeJobSpecs(step, ports))) ledger.done(step);
    })
  );
  const deletions = steps.filter((step) => step.action === 'delete');
  if (ledger.failed) for (const step of deletions) ledger.skip(step, 'nothing is deleted after a failure');
  else await Promise.all(deletions.map((step) => remove(step, ledger, ports)));
  return {outcomes: ledger.of(steps), failure: ledger.failure(steps)};
}

/** Uploads integration by integration in parallel, then reads back. @returns the steps that went well */
async function uploadAll(steps: readonly Step[], ledger: Ledger, ports: ApplyPorts): Promise<Step[]> {
  const lists = new Map<string, Promise<readonly BundleSummary[]>>();
  for (const {integration} of steps) {
    if (lists.has(integration)) continue;
    const list = ports.registry.list(integration).then((bundles) => bundles ?? []);
    // Each step awaits it and fails with it; this only keeps an early failure from counting as unhandled.
    list.catch(() => undefined);
    lists.set(integration, list);
  }
  const results = await Promise.all(
    steps.map(async (step) => {
      const sent = await ledger.attempt(step, async () => {
        await upload(step, (await lists.get(step.integration)) ?? [], ports);
      });
      return sent && (await ledger.attempt(step, () => readBack(step, ports))) ? step : null;
    })
  );
  return results.filter((step) => step !== null);
}

/** Deletes a bundle, its job specs before it: they would go on firing without it. */
async function remove(step: Step, ledger: Ledger, ports: ApplyPorts): Promise<void> {
  const removed = await ledger.attempt(step, async () => {
    const isThere = await isStillThere(step, ports.registry);
    await changeJobSpecs(step, ports);
    if (isThere) await ports.registry.delete(step.integration, uuidOf(step));
  });
  if (removed) ledger.done(step);
}
