import {compareIds, idKey} from '../bundle/identity.js';
import type {JsonObject} from '../bundle/json-types.js';
import {objectOf} from '../bundle/json.js';
import type {BundleId, DeclaredBundle} from '../bundle/model.js';
import type {JobSpecStatus, Registry} from '../ports.js';
import type {JobSpecChanges, Step} from './types.js';

/** What is done about job specs (the `job-specs` input). */
export type JobSpecMode = 'install' | 'keep' | 'ignore';

/** The job specs of each integration as the registry lists them; null where the account does not serve the list. */
export type JobSpecLists = ReadonlyMap<string, readonly JobSpecStatus[] | null>;

export interface PlannedJobSpecs {
  /** The same steps, with their job spec changes. */
  readonly steps: readonly Step[];
  /** What a reader must know: stale job specs, and what could not be verified. */
  readonly notices: readonly string[];
}

const NOTHING: JobSpecChanges = {install: [], uninstall: []};

/**
 * The job specs of all integrations that a plan touches; asked only when they matter.
 *
 * @param gone integrations of bundles that are neither declared nor registered any more
 */
export async function readJobSpecs(
  registry: Registry,
  steps: readonly Step[],
  mode: JobSpecMode,
  gone: readonly string[] = []
): Promise<JobSpecLists> {
  if (mode === 'ignore') return new Map();
  const touched = steps.filter(hasJobSpecs).map((step) => step.integration);
  const integrations = [...new Set([...touched, ...gone])].sort();
  return new Map(
    await Promise.all(
      integrations.map(
        async (integration) => [integration, await registry.listJobSpecs(integration)] as const
      )
    )
  );
}

function hasJobSpecs({integration, declared, registered}: Step): boolean {
  return [declared, registered].some((bundle) => jobSpecNames(integration, bundle).length > 0);
}

/** What is known of job specs besides what is declared and registered now. */
export interface JobSpecContext {
  /**
   * What was declared since the last successful apply: a run that ended between the upload of a bundle and the
   * uninstallation of what it lost has left nothing else to tell it by.
   */
  readonly earlier: readonly DeclaredBundle[];
  /** The qualified names of those that other steps of the repository deploy. */
  readonly others: ReadonlySet<string>;
  /** Bundles that were declared, and are neither declared nor registered any more: somebody deleted them by hand. */
  readonly gone: readonly BundleId[];
  /** The qualified names of those that were installed before applies that did not come to their end. */
  readonly wereInstalled: ReadonlySet<string>;
}

const NO_CONTEXT: JobSpecContext = {
  earlier: [],
  others: new Set(),
  gone: [],
  wereInstalled: new Set()
};

/** Whether a job spec is installed that only an earlier version of a bundle can tell of. */
export function mayHaveLost(steps: readonly Step[], lists: JobSpecLists): boolean {
  const known = new Set(
    steps.flatMap(({integration, declared, registered}) => [
      ...jobSpecNames(integration, declared),
      ...jobSpecNames(integration, registered)
    ])
  );
  return [...lists].some(([integration, list]) =>
    (list ?? []).some(({installed, name}) => installed && !known.has(qualified(integration, name)))
  );
}

/**
 * Decides which job specs each step installs and uninstalls. An upload leaves the installed job specs of its
 * bundle orphaned, so they are installed again; those that a replaced or deleted bundle had and that nothing
 * declares any more would go on firing, so they are uninstalled.
 */
export function planJobSpecs(
  steps: readonly Step[],
  lists: JobSpecLists,
  mode: JobSpecMode,
  given: Partial<JobSpecContext> = {}
): PlannedJobSpecs {
  const context = {...NO_CONTEXT, ...given};
  const {earlier, others, wereInstalled} = context;
  if (mode === 'ignore') return {steps, notices: []};
  const declared = new Set(steps.flatMap((step) => jobSpecNames(step.integration, step.declared)));
  const planned = steps.map((step) => {
    const before = earlier.filter((bundle) => idKey(bundle) === idKey(step)).map(({content}) => content);
    const had = [step.registered, ...before].flatMap((content) => jobSpecNames(step.integration, content));
    const kept = new Set([...declared, ...others]);
    const known = {declared: kept, had: [...new Set(had)].sort(), wereInstalled};
    return {...step, jobSpecs: changesOf(step, lists, mode, known)};
  });
  const cleared = clearings(context, lists, new Set([...declared, ...others]));
  const all = [...planned, ...cleared].sort(compareIds);
  const gone = new Set([...all.flatMap((step) => step.jobSpecs.uninstall), ...others]);
  const notices = [...lists].flatMap(([integration, list]) =>
    list === null ? [notServed(integration)] : staleNotice(integration, list, declared, gone)
  );
  return {steps: all, notices};
}

/** What is left of bundles that somebody deleted by hand: their job specs go on starting flows that are not there. */
function clearings(
  {earlier, gone}: JobSpecContext,
  lists: JobSpecLists,
  declared: ReadonlySet<string>
): Step[] {
  return gone.flatMap(({integration, name}) => {
    const had = earlier
      .filter((bundle) => idKey(bundle) === idKey({integration, name}))
      .flatMap(({content}) => jobSpecNames(integration, content));
    const installed = installedIn(lists.get(integration) ?? null);
    const uninstall = [...new Set(had)].filter((spec) => installed.has(spec) && !declared.has(spec)).sort();
    if (uninstall.length === 0) return [];
    const nothing = {
      path: null,
      uuid: null,
      declared: null,
      registered: null,
      desiredHash: null,
      liveHash: null
    };
    const jobSpecs = {install: [], uninstall};
    return [{integration, name, action: 'unchanged' as const, ...nothing, resources: [], jobSpecs}];
  });
}

/** The qualified names of the job specs that a bundle declares, `zis:{integration}:job_spec:{name}`, sorted. */
export function jobSpecNames(integration: string, bundle: JsonObject | null): string[] {
  const names: string[] = [];
  for (const resource of Object.values(objectOf(bundle?.['resources']))) {
    const {type, properties} = objectOf(resource);
    const name = objectOf(properties)['name'];
    if (type === 'ZIS::JobSpec' && typeof name === 'string') names.push(qualified(integration, name));
  }
  return [...new Set(names)].sort();
}

function changesOf(
  step: Step,
  lists: JobSpecLists,
  mode: Exclude<JobSpecMode, 'ignore'>,
  {
    declared,
    had,
    wereInstalled
  }: Pick<JobSpecContext, 'wereInstalled'> & {
    readonly declared: ReadonlySet<string>;
    readonly had: readonly string[];
  }
): JobSpecChanges {
  const list = lists.get(step.integration) ?? null;
  const installed = installedIn(list);
  const isKept = (name: string): boolean => installed.has(name) || wereInstalled.has(name);
  const has = jobSpecNames(step.integration, step.declared);
  const uninstall = had.filter((name) => !declared.has(name) && (list === null || installed.has(name)));
  switch (step.action) {
    case 'delete':
      return {install: [], uninstall};
    case 'unchanged':
      // Without the list it cannot be known, and installing on every run would never come to rest.
      if (list === null) return NOTHING;
      return {
        install: has.filter((name) => !installed.has(name) && (mode === 'install' || isKept(name))),
        uninstall
      };
    case 'create':
    case 'update':
      return {
        install: mode === 'install' || list === null ? has : has.filter(isKept),
        uninstall
      };
  }
}

/** The qualified names of those that are installed. */
export function installedIn(list: readonly JobSpecStatus[] | null): ReadonlySet<string> {
  const installed = (list ?? []).filter((spec) => spec.installed);
  return new Set(installed.map((spec) => qualified(spec.integration, spec.name)));
}

/**
 * The qualified names of the job specs that are installed now, of the bundles that a plan uploads: what an apply that
 * is cut short leaves uninstalled.
 */
export function installedOfUploads(steps: readonly Step[], lists: JobSpecLists): string[] {
  return steps
    .filter(({action}) => action === 'update')
    .flatMap(({integration, registered}) => {
      const installed = installedIn(lists.get(integration) ?? null);
      return jobSpecNames(integration, registered).filter((name) => installed.has(name));
    });
}

function staleNotice(
  integration: string,
  list: readonly JobSpecStatus[],
  declared: ReadonlySet<string>,
  gone: ReadonlySet<string>
): string[] {
  const stale = list
    .filter((spec) => spec.installed)
    .map((spec) => qualified(integration, spec.name))
    .filter((name) => !declared.has(name) && !gone.has(name))
    .sort();
  if (stale.length === 0) return [];
  return [
    `Job specs are installed that no bundle file declares; their flows go on being started: ${stale.join(', ')}. ` +
      'Uninstall them if nobody needs them.'
  ];
}

function notServed(integration: string): string {
  return `The registry does not list the job specs of ${integration} for these credentials: which ones are installed could not be verified.`;
}

function qualified(integration: string, name: string): string {
  return `zis:${integration}:job_spec:${name}`;
}
