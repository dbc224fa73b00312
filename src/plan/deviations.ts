import {idKey} from '../bundle/identity.js';
import type {BundleId} from '../bundle/model.js';
import type {Author} from './recorded.js';
import type {Plan, Step} from './types.js';

/** What a plan comment showed of one bundle. */
export interface ShownBundle extends BundleId {
  readonly desiredHash: string | null;
  readonly liveHash: string | null;
}

/** What the plan comment of a pull request showed. */
export interface ShownPlan {
  readonly pullRequest: number;
  /** The commit that was planned. */
  readonly headSha: string;
  /** Whether that is the pull request's head; else something was pushed after the plan. */
  readonly isOfHead: boolean;
  readonly hash: string;
  /** null when they were too many for the comment, and only their hash is known. */
  readonly bundles: readonly ShownBundle[] | null;
}

export interface Deviations {
  /** Somebody else changed the registered bundle since the comment compared with it. */
  readonly registered: readonly Deviation[];
  /** What would be applied is not what a comment showed. */
  readonly plan: readonly Deviation[];
}

export interface Deviation extends BundleId {
  /** Where the bundle was shown most nearly; null when no comment showed it. */
  readonly shown: {readonly bundle: ShownBundle; readonly plan: ShownPlan} | null;
  readonly step: Step;
}

/** What an apply is about to write or delete. A bundle that is registered as declared needs no plan. */
export function bundleChanges({steps}: Plan): readonly Step[] {
  return steps.filter(({action}) => action !== 'unchanged');
}

/**
 * Holds a plan that is about to be applied against what reviewers saw. Each bundle must be as one of the comments
 * showed it, on both sides. Where only the registered side differs, it matters who changed it: what an apply of
 * ours left there is another plan, not a change by hand.
 *
 * @param shown    of the pull requests that are applied, the newest first
 * @param authorOf who left a bundle as it is registered now
 */
export function deviationsFrom(
  shown: readonly ShownPlan[],
  plan: Plan,
  authorOf: (step: Step) => Author
): Deviations {
  const registered: Deviation[] = [];
  const changed: Deviation[] = [];
  if (shown.some(({hash}) => hash === plan.hash)) return {registered, plan: changed};
  for (const step of bundleChanges(plan)) {
    const candidates = shown.flatMap((each) => shownIn(each, step));
    const isShown = ({bundle}: {readonly bundle: ShownBundle}) => bundle.desiredHash === step.desiredHash;
    const asDeclared = candidates.filter(isShown);
    if (asDeclared.some(({bundle}) => bundle.liveHash === step.liveHash)) continue;
    const nearest = asDeclared[0] ?? candidates[0] ?? null;
    const deviation = {integration: step.integration, name: step.name, shown: nearest, step};
    const isRegisteredChange =
      nearest !== null && nearest.bundle.liveHash !== step.liveHash && authorOf(step) !== 'us';
    if (isRegisteredChange) registered.push(deviation);
    if (asDeclared.length === 0 || !isRegisteredChange) changed.push(deviation);
  }
  return {registered, plan: changed};
}

function shownIn(plan: ShownPlan, step: Step): NonNullable<Deviation['shown']>[] {
  const bundle = plan.bundles?.find((each) => idKey(each) === idKey(step));
  return bundle === undefined ? [] : [{bundle, plan}];
}
