import {idKey} from '../bundle/identity.js';
import type {BundleId} from '../bundle/model.js';
import {changesSomething} from './plan.js';
import type {Plan, Step} from './types.js';

/** What a plan comment showed of one bundle. */
export interface ShownBundle extends BundleId {
  readonly desiredHash: string | null;
  readonly liveHash: string | null;
}

export interface Deviations {
  /** The registered bundle is no longer the one that the comment compared with. */
  readonly live: readonly Deviation[];
  /** What would be applied is not what the comment showed. */
  readonly plan: readonly Deviation[];
}

export interface Deviation extends BundleId {
  /** null when the comment did not show the bundle. */
  readonly shown: ShownBundle | null;
  /** null when the plan leaves the bundle alone now. */
  readonly step: Step | null;
}

/**
 * Holds a plan that is about to be applied against what the reviewers saw. A bundle that the registry holds
 * already as declared deviates from nothing: there is nothing left to do for it.
 */
export function deviationsFrom(shown: readonly ShownBundle[], plan: Plan): Deviations {
  const shownById = new Map(shown.map((bundle) => [idKey(bundle), bundle]));
  const live: Deviation[] = [];
  const changed: Deviation[] = [];
  for (const step of plan.steps.filter(({action}) => action !== 'unchanged')) {
    const {integration, name} = step;
    const before = shownById.get(idKey(step)) ?? null;
    const deviation = {integration, name, shown: before, step};
    if (before === null || before.desiredHash !== step.desiredHash) changed.push(deviation);
    if (before !== null && before.liveHash !== step.liveHash) live.push(deviation);
  }
  const steps = new Map(plan.steps.map((step) => [idKey(step), step]));
  for (const before of shown) {
    const {integration, name} = before;
    const step = steps.get(idKey(before)) ?? null;
    const wasDeletion = before.desiredHash === null;
    // A deletion that has been done leaves no step; a bundle that is still registered but no longer to be deleted does not either.
    if (step === null && !wasDeletion) changed.push({integration, name, shown: before, step});
    if (step !== null && !changesSomething(step) && before.desiredHash !== step.desiredHash) {
      changed.push({integration, name, shown: before, step});
    }
  }
  return {live, plan: changed};
}
