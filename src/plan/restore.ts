import {bundleHash} from '../bundle/canonical.js';
import {idKey} from '../bundle/identity.js';
import type {BundleId, DeclaredBundle, RegisteredBundle} from '../bundle/model.js';
import type {Backup} from './backup.js';
import {installedIn, jobSpecNames, type JobSpecLists, type JobSpecMode} from './job-specs.js';
import {makePlan, withSteps} from './plan.js';
import type {JobSpecChanges, Plan, Step, Target} from './types.js';

export interface RestorePlan {
  readonly plan: Plan;
  /** What a reader must know of it. */
  readonly notices: readonly string[];
}

/** The identities of everything that a backup is about. */
export function bundlesIn({bundles, created, jobSpecsOnly}: Backup): BundleId[] {
  return [...bundles, ...created, ...jobSpecsOnly].map(({integration, name}) => ({integration, name}));
}

/**
 * Plans to put a backup back: what was replaced or deleted comes back, what was created goes unless somebody changed
 * it since, and exactly the job specs that were installed are installed.
 *
 * @param registered what is registered now of the bundles that the backup is about
 */
export function restoreSteps(
  target: Target,
  backup: Backup,
  registered: readonly RegisteredBundle[]
): RestorePlan {
  const now = new Map(registered.map((bundle) => [idKey(bundle), bundle]));
  const saved = backup.bundles.map(({integration, name, content}) =>
    declaredFrom({integration, name}, content)
  );
  const kept = backup.jobSpecsOnly.flatMap(({integration, name}) => {
    const bundle = now.get(idKey({integration, name}));
    return bundle === undefined ? [] : [declaredFrom({integration, name}, bundle.content)];
  });
  const doomed = backup.created.flatMap((bundle) => now.get(idKey(bundle)) ?? []);
  const hashes = new Map(backup.created.map((bundle) => [idKey(bundle), bundle.desiredHash]));
  const isOurs = (bundle: RegisteredBundle): boolean => bundle.hash === hashes.get(idKey(bundle));
  const wanted = new Set([...saved, ...kept].map(idKey));
  const plan = makePlan({
    target,
    declared: [...saved, ...kept],
    registered: registered.filter(
      (bundle) => wanted.has(idKey(bundle)) || (hashes.has(idKey(bundle)) && isOurs(bundle))
    )
  });
  const changed = doomed.filter((bundle) => !isOurs(bundle) && !wanted.has(idKey(bundle)));
  return {
    plan: withSteps(
      plan,
      plan.steps.map((step) => ({...step, path: null}))
    ),
    notices: [
      ...changed.map(
        ({integration, name}) =>
          `${integration}/${name}, which the apply of this backup created, was changed since and is left alone.`
      ),
      ...(backup.version === 1
        ? [
            'The backup is of version 1: it does not say which job specs were installed, so all of its bundles are installed, and what was created is left alone.'
          ]
        : [])
    ]
  };
}

/** The steps with the job specs as they were. */
export function withFormerJobSpecs(
  steps: readonly Step[],
  backup: Backup,
  lists: JobSpecLists,
  mode: JobSpecMode
): readonly Step[] {
  if (mode === 'ignore') return steps;
  const former = new Map<string, readonly string[] | null>([
    ...backup.bundles.map((bundle) => [idKey(bundle), bundle.installed] as const),
    ...backup.jobSpecsOnly.map((bundle) => [idKey(bundle), bundle.installed] as const)
  ]);
  const wantedOf = (step: Step): readonly string[] => {
    const names = jobSpecNames(step.integration, step.declared);
    const installed = former.get(idKey(step)) ?? null;
    return installed === null ? names : names.filter((name) => installed.includes(name));
  };
  const all = new Set(steps.flatMap(wantedOf));
  return steps.map((step) => ({...step, jobSpecs: changesOf(step, wantedOf(step), all, lists)}));
}

/** @param all what is wanted of all bundles: a job spec may have moved */
function changesOf(
  step: Step,
  wanted: readonly string[],
  all: ReadonlySet<string>,
  lists: JobSpecLists
): JobSpecChanges {
  const list = lists.get(step.integration) ?? null;
  const installed = installedIn(list);
  const both = [step.registered, step.declared].flatMap((content) => jobSpecNames(step.integration, content));
  const uninstall = [...new Set(both)]
    .filter((name) => !all.has(name) && (list === null ? step.action !== 'create' : installed.has(name)))
    .sort();
  const install = step.action === 'unchanged' ? wanted.filter((name) => !installed.has(name)) : wanted;
  return {install: step.action === 'delete' ? [] : install, uninstall};
}

function declaredFrom(id: BundleId, content: DeclaredBundle['content']): DeclaredBundle {
  return {...id, path: '', content: withoutAdded(content), hash: bundleHash(content)};
}

/** What the registry adds to a bundle is not uploaded. */
function withoutAdded(content: DeclaredBundle['content']): DeclaredBundle['content'] {
  const added = ['uuid', 'integration', 'zendesk_account_id'];
  return Object.fromEntries(Object.entries(content).filter(([key]) => !added.includes(key)));
}
