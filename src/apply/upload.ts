import {bundleHash} from '../bundle/canonical.js';
import type {JsonObject} from '../bundle/json-types.js';
import {UserError} from '../errors.js';
import {refuseAmbiguous} from '../plan/registered.js';
import type {Step} from '../plan/types.js';
import type {BundleSummary, Clock, Registry} from '../ports.js';
import {RegistryError} from '../registry/errors.js';
import type {FreshLists} from './fresh-lists.js';

/** The bundles of each integration; null for one that the registry does not know. */
export type BundleLists = FreshLists<readonly BundleSummary[] | null>;

/** For how long an upload whose outcome was unknown, and that turned out not to have happened, is tried again: milliseconds. */
const PATIENCE = 60_000;

/** How often and after how many milliseconds a bundle is read back before it counts as not taken. */
const READ_BACK_DELAYS = [0, 500, 2000];

/**
 * Uploads a step's bundle, unless the registry holds it already. Another run may have got there first: the
 * bundle is read again just before the write, and anything but what the plan saw stops it.
 *
 * @throws UserError `live-changed`, and what the registry throws
 */
export async function upload(
  step: Step,
  lists: BundleLists,
  {registry, clock}: {readonly registry: Registry; readonly clock: Clock}
): Promise<void> {
  const desired = contentOf(step);
  const live = await registered(step, lists, registry);
  const liveHash = live === null ? null : bundleHash(live);
  if (liveHash === step.desiredHash) return;
  if (liveHash !== step.liveHash) throw liveChanged(step);
  let failedAt: number | null = null;
  for (let tries = 1; ; tries += 1) {
    try {
      await registry.upload(step.integration, desired);
      return;
    } catch (error) {
      if (!(error instanceof RegistryError) || error.kind !== 'uncertain') throw error;
      failedAt ??= clock.now();
      if (await holds(step, lists, registry)) return;
      const delay = Math.min(10_000, 1000 * 2 ** (tries - 1)) * (0.5 + clock.random() / 2);
      if (clock.now() + delay > failedAt + PATIENCE) throw error;
      await clock.sleep(delay);
    }
  }
}

/**
 * Reads an uploaded bundle back.
 *
 * @throws UserError `apply-failed` when the registry does not hold what was uploaded
 */
export async function readBack(
  step: Step,
  lists: BundleLists,
  {registry, clock}: {readonly registry: Registry; readonly clock: Clock}
): Promise<void> {
  for (const delay of READ_BACK_DELAYS) {
    if (delay > 0) await clock.sleep(delay);
    if (await holds(step, lists, registry)) return;
  }
  throw new UserError(
    'apply-failed',
    `the registry took the bundle ${JSON.stringify(step.name)}, but when read back it does not hold what was uploaded`,
    'Run the step again; if it stays so, compare the plan with the bundle that the registry shows.'
  );
}

/** Whether a deletion may go on: the registry still holds what the plan saw. `false` when the bundle is gone already. */
export async function isStillThere(step: Step, registry: Registry): Promise<boolean> {
  const live = await registry.show(step.integration, uuidOf(step));
  if (live === null) return false;
  if (bundleHash(live) !== step.liveHash) throw liveChanged(step);
  return true;
}

export function uuidOf(step: Step): string {
  if (step.uuid === null) throw new Error(`the registered bundle ${step.name} has no uuid`);
  return step.uuid;
}

async function holds(step: Step, lists: BundleLists, registry: Registry): Promise<boolean> {
  const live = await registered(step, lists, registry);
  return live !== null && bundleHash(live) === step.desiredHash;
}

/** The bundle as it is registered now: by its uuid, else, as it may have got a new one, by its name. */
async function registered(step: Step, lists: BundleLists, registry: Registry): Promise<JsonObject | null> {
  const known = step.uuid === null ? null : await registry.show(step.integration, step.uuid);
  if (known !== null) return known;
  const listed = (await lists.read(step.integration)) ?? [];
  refuseAmbiguous(listed);
  const summary = listed.find((bundle) => bundle.name === step.name);
  return summary === undefined ? null : registry.show(step.integration, summary.uuid);
}

function contentOf(step: Step): JsonObject {
  if (step.desired === null) throw new Error(`the upload of ${step.name} has no content`);
  return step.desired;
}

function liveChanged(step: Step): UserError {
  return new UserError(
    'live-changed',
    `the registered bundle ${JSON.stringify(step.name)} was changed by somebody else while this apply ran`,
    'Run the step again: it plans anew from what is registered then. Let applies wait for one another with `concurrency`.'
  );
}
