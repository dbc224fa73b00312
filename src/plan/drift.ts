import {idKey} from '../bundle/identity.js';
import type {BundleId} from '../bundle/model.js';
import {changesSomething} from './plan.js';
import {authorOf, type RecordedApply} from './recorded.js';
import type {Plan, Step} from './types.js';

/**
 * Why the registry does not hold what is declared. `account`: somebody changed it there. `pending`: it holds what
 * our last apply left, and what is declared now was not applied yet.
 */
export type DriftCause = 'account' | 'pending';

/** What keeps the registry from what is declared, bundle by bundle. */
export interface Drift {
  readonly bundles: readonly DriftingBundle[];
  /** The commit of the last successful apply; null when there is none, or it is not known. */
  readonly deployed: string | null;
}

export interface DriftingBundle extends BundleId {
  /** null when no record tells. */
  readonly cause: DriftCause | null;
}

/** @param applies newest first, back to the last that succeeded */
export function driftOf({steps}: Plan, applies: readonly RecordedApply[], deployed: string | null): Drift {
  const bundles = steps.filter(changesSomething).map((step) => {
    const {integration, name} = step;
    return {integration, name, cause: causeOf(step, applies)};
  });
  return {bundles, deployed};
}

/** The bundles of a cause. */
export function driftingBy({bundles}: Drift, cause: DriftCause | null): readonly DriftingBundle[] {
  return bundles.filter((bundle) => bundle.cause === cause);
}

/** Why one bundle differs; null also for one that does not. */
export function causeIn({bundles}: Drift, id: BundleId): DriftCause | null {
  return bundles.find((bundle) => idKey(bundle) === idKey(id))?.cause ?? null;
}

function causeOf(step: Step, applies: readonly RecordedApply[]): DriftCause | null {
  const author = authorOf(applies, step, step.liveHash);
  if (author === 'unknown') return null;
  // Every apply installs the job specs of what it declares: where the bundle is as it should be, somebody undid that.
  return author === 'others' || step.action === 'unchanged' ? 'account' : 'pending';
}
