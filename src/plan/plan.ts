import {hashOf, sameJson} from '../bundle/canonical.js';
import {compareIds, idKey} from '../bundle/identity.js';
import type {JsonObject} from '../bundle/json-types.js';
import {objectOf, own} from '../bundle/json.js';
import type {DeclaredBundle, RegisteredBundle} from '../bundle/model.js';
import type {Counts, Plan, ResourceChange, Step, StepAction, Target} from './types.js';

export interface PlanInput {
  readonly target: Target;
  readonly declared: readonly DeclaredBundle[];
  /** The registered bundles that are declared or to be deleted; others have no place in a plan. */
  readonly registered: readonly RegisteredBundle[];
}

/**
 * Compares what the repository declares with what the registry holds. A registered bundle that is not
 * declared becomes a deletion: hand in only those that are meant to go.
 */
export function makePlan({target, declared, registered}: PlanInput): Plan {
  const holders = new Map(registered.map((bundle) => [idKey(bundle), bundle]));
  const names = new Set(declared.map(idKey));
  const steps = [
    ...declared.map((bundle) => step(bundle, holders.get(idKey(bundle)) ?? null)),
    ...registered.filter((bundle) => !names.has(idKey(bundle))).map((bundle) => step(null, bundle))
  ].sort(compareIds);
  return {target, steps, hash: planHash(target, steps)};
}

/** Whether an apply has something to do: for a bundle, or only for its job specs. */
export function changesSomething({action, jobSpecs}: Step): boolean {
  return action !== 'unchanged' || jobSpecs.install.length + jobSpecs.uninstall.length > 0;
}

export function hasChanges(plan: Plan): boolean {
  return plan.steps.some(changesSomething);
}

/** The plan with other steps of the same bundles, as when their job specs have been planned. */
export function withSteps({target}: Plan, steps: readonly Step[]): Plan {
  return {target, steps, hash: planHash(target, steps)};
}

/** How many bundles a list of steps creates, updates, deletes and leaves alone. */
export function countSteps(steps: readonly Step[]): Counts {
  // One that is neither declared nor registered is in a plan for its job specs alone.
  const bundles = steps.filter(({declared, uuid}) => declared !== null || uuid !== null);
  const count = (action: StepAction): number => bundles.filter((step) => step.action === action).length;
  return {
    created: count('create'),
    updated: count('update'),
    deleted: count('delete'),
    unchanged: count('unchanged')
  };
}

export const NO_COUNTS: Counts = {created: 0, updated: 0, deleted: 0, unchanged: 0};

function step(declared: DeclaredBundle | null, registered: RegisteredBundle | null): Step {
  const id = declared ?? registered;
  if (id === null) throw new Error('a step needs a declared or a registered bundle');
  const action = actionOf(declared, registered);
  return {
    integration: id.integration,
    name: id.name,
    action,
    ...declaredSide(declared),
    ...registeredSide(registered),
    resources: action === 'unchanged' ? [] : resourceChanges(registered?.content, declared?.content),
    jobSpecs: {install: [], uninstall: []}
  };
}

function declaredSide(declared: DeclaredBundle | null): Pick<Step, 'path' | 'declared' | 'desiredHash'> {
  if (declared === null) return {path: null, declared: null, desiredHash: null};
  return {path: declared.path, declared: declared.content, desiredHash: declared.hash};
}

function registeredSide(registered: RegisteredBundle | null): Pick<Step, 'uuid' | 'registered' | 'liveHash'> {
  if (registered === null) return {uuid: null, registered: null, liveHash: null};
  return {uuid: registered.uuid, registered: registered.content, liveHash: registered.hash};
}

function actionOf(declared: DeclaredBundle | null, registered: RegisteredBundle | null): StepAction {
  if (declared === null) return 'delete';
  if (registered === null) return 'create';
  return declared.hash === registered.hash ? 'unchanged' : 'update';
}

/** What becomes of each resource, by its key; sorted by key. */
function resourceChanges(before: JsonObject | undefined, after: JsonObject | undefined): ResourceChange[] {
  const [old, now] = [objectOf(before?.['resources']), objectOf(after?.['resources'])];
  const changes: ResourceChange[] = [];
  for (const key of [...new Set([...Object.keys(old), ...Object.keys(now)])].sort()) {
    const [was, is] = [own(old, key), own(now, key)];
    if (sameJson(was, is)) continue;
    const change = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    const resource = objectOf(is ?? was);
    const name = objectOf(own(resource, 'properties'))['name'];
    const type = own(resource, 'type');
    changes.push({
      key,
      type: typeof type === 'string' ? type : '',
      name: typeof name === 'string' ? name : '',
      change
    });
  }
  return changes;
}

function planHash(target: Target, steps: readonly Step[]): string {
  return hashOf({
    target: {registryUrl: target.registryUrl, subdomain: target.subdomain},
    steps: steps.map(({integration, name, action, desiredHash, liveHash, jobSpecs}) => ({
      integration,
      name,
      action,
      desiredHash,
      liveHash,
      jobSpecs: {install: [...jobSpecs.install], uninstall: [...jobSpecs.uninstall]}
    }))
  });
}
