import {idKey} from '../bundle/identity.js';
import type {JsonObject} from '../bundle/json-types.js';
import {objectOf} from '../bundle/json.js';
import type {DeclaredBundle} from '../bundle/model.js';
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

/** The job specs of all integrations that a plan touches; asked only when they matter. */
export async function readJobSpecs(
  registry: Registry,
  steps: readonly Step[],
  mode: JobSpecMode
): Promise<JobSpecLists> {
  if (mode === 'ignore') return new Map();
  const integrations = [...new Set(steps.filter(hasJobSpecs).map((step) => step.integration))];
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
}

const NO_CONTEXT: JobSpecContext = {earlier: [], others: new Set()};

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
  {earlier, others}: JobSpecContext = NO_CONTEXT
): PlannedJobSpecs {
  if (mode === 'ignore') return {steps, notices: []};
  const declared = new Set(steps.flatMap((step) => jobSpecNames(step.integration, step.declared)));
  const planned = steps.map((step) => {
    const before = earlier.filter((bundle) => idKey(bundle) === idKey(step)).map(({content}) => content);
    const had = [step.registered, ...before].flatMap((content) => jobSpecNames(step.integration, content));
    const kept = new Set([...declared, ...others]);
    return {...step, jobSpecs: changesOf(step, lists, mode, {declared: kept, had: [...new Set(had)].sort()})};
  });
  const gone = new Set([...planned.flatMap((step) => step.jobSpecs.uninstall), ...others]);
  const notices = [...lists].flatMap(([integration, list]) =>
    list === null ? [notServed(integration)] : staleNotice(integration, list, declared, gone)
  );
  return {steps: planned, notices};
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
  {declared, had}: {readonly declared: ReadonlySet<string>; readonly had: readonly string[]}
): JobSpecChanges {
  const list = lists.get(step.integration) ?? null;
  const installed = new Set(
    (list ?? []).filter((spec) => spec.installed).map((spec) => qualified(spec.integration, spec.name))
  );
  const has = jobSpecNames(step.integration, step.declared);
  const uninstall = had.filter((name) => !declared.has(name) && (list === null || installed.has(name)));
  switch (step.action) {
    case 'delete':
      return {install: [], uninstall};
    case 'unchanged':
      // Without the list it cannot be known, and installing on every run would never come to rest.
      if (list === null) return NOTHING;
      return {install: mode === 'install' ? has.filter((name) => !installed.has(name)) : [], uninstall};
    case 'create':
    case 'update':
      return {
        install: mode === 'install' || list === null ? has : has.filter((name) => installed.has(name)),
        uninstall
      };
  }
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
