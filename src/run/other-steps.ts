import {idKey} from '../bundle/identity.js';
import type {BundleId} from '../bundle/model.js';
import {jobSpecNames, type JobSpecLists} from '../plan/job-specs.js';
import type {BundleSummary, Registry} from '../ports.js';

/** How many bundles of other steps are read for the names of their job specs. */
const MOST_READ = 50;

export interface OfOthers {
  /** What no step of this repository deploys, as far as its records tell. */
  readonly unmanaged: readonly BundleSummary[];
  /** The qualified names of the job specs of other steps' bundles. */
  readonly jobSpecs: ReadonlySet<string>;
}

/**
 * Tells what other steps of this repository deploy from what nobody does: a step says nothing of another one's
 * bundles and job specs. They are read only where an installed job spec has to be somebody's.
 *
 * @param theirs what other steps deploy, by their newest records, and what other files of the commit declare
 */
export async function jobSpecsOfOthers(
  registry: Registry,
  unmanaged: readonly BundleSummary[],
  theirs: readonly BundleId[],
  lists: JobSpecLists
): Promise<OfOthers> {
  const deployed = new Set(theirs.map(idKey));
  const known = unmanaged.filter((bundle) => deployed.has(idKey(bundle)));
  const asked = known.filter(({integration}) =>
    (lists.get(integration) ?? []).some(({installed}) => installed)
  );
  const contents = await Promise.all(
    asked
      .slice(0, MOST_READ)
      .map(async ({integration, uuid}) => jobSpecNames(integration, await registry.show(integration, uuid)))
  );
  return {
    unmanaged: unmanaged.filter((bundle) => !deployed.has(idKey(bundle))),
    jobSpecs: new Set(contents.flat())
  };
}
