import {bundleHash} from '../bundle/canonical.js';
import {idKey} from '../bundle/identity.js';
import type {BundleId, RegisteredBundle} from '../bundle/model.js';
import {UserError} from '../errors.js';
import type {BundleSummary, Registry} from '../ports.js';

/** Which registered bundles an apply deletes when they are not declared (the `deletes` input). */
export type Deletes = 'removed' | 'prune' | 'never';

export interface ReadInput {
  readonly declared: readonly BundleId[];
  /** What was declared before; null when that is not known. */
  readonly previously: readonly BundleId[] | null;
  readonly deletes: Deletes;
}

export interface Registered {
  /** The bundles that are declared, and those that are to be deleted, with their content. */
  readonly bundles: readonly RegisteredBundle[];
  /** Bundles of the same integrations that the plan leaves alone although nothing declares them. */
  readonly unmanaged: readonly BundleId[];
  /** Integrations that the registry does not know. */
  readonly unknownIntegrations: readonly string[];
}

/**
 * Reads from the registry what a plan needs: one list an integration, one bundle for each that is declared or
 * to be deleted.
 *
 * @throws UserError `ambiguous-bundle` when two registered bundles share a name, and whatever the registry throws
 */
export async function readRegistered(registry: Registry, input: ReadInput): Promise<Registered> {
  const {declared, deletes} = input;
  const previously = deletes === 'removed' ? (input.previously ?? []) : [];
  const integrations = [...new Set([...declared, ...previously].map((bundle) => bundle.integration))].sort();
  const lists = await Promise.all(integrations.map((integration) => registry.list(integration)));
  const listed = eachOnce(lists.flatMap((list) => list ?? []));
  refuseAmbiguous(listed);

  const wanted = new Set(declared.map(idKey));
  const doomed = new Set(previously.map(idKey));
  const managed = new Set(declared.map((bundle) => bundle.integration));
  const isDoomed = (bundle: BundleId): boolean =>
    deletes === 'prune' ? managed.has(bundle.integration) : doomed.has(idKey(bundle));
  const isWanted = (bundle: BundleId): boolean => wanted.has(idKey(bundle)) || isDoomed(bundle);

  const shown = await Promise.all(listed.filter(isWanted).map((summary) => readBundle(registry, summary)));
  return {
    bundles: shown.filter((bundle) => bundle !== null),
    unmanaged: listed
      .filter((bundle) => !isWanted(bundle))
      .map(({integration, name}) => ({integration, name})),
    unknownIntegrations: integrations.filter((_, index) => lists[index] === null)
  };
}

/** The whole registered bundle; null when it went away after it was listed. */
export async function readBundle(
  registry: Registry,
  summary: BundleSummary
): Promise<RegisteredBundle | null> {
  const {integration, name, uuid} = summary;
  const content = await registry.show(integration, uuid);
  return content === null ? null : {integration, name, uuid, content, hash: bundleHash(content)};
}

/** A list that changes while its pages are read can give one bundle twice. */
function eachOnce(listed: readonly BundleSummary[]): BundleSummary[] {
  return [...new Map(listed.map((bundle) => [bundle.uuid, bundle])).values()];
}

/** Stops where a name is registered twice: which of the two is meant cannot be known. */
export function refuseAmbiguous(listed: readonly BundleSummary[]): void {
  const first = new Map<string, BundleSummary>();
  for (const bundle of listed) {
    const other = first.get(idKey(bundle));
    if (other !== undefined && other.uuid !== bundle.uuid) {
      throw new UserError(
        'ambiguous-bundle',
        `the integration ${bundle.integration} has two registered bundles named ${JSON.stringify(bundle.name)}: ${other.uuid} and ${bundle.uuid}`,
        'Find out which one is in use and delete the other through the registry API; this tool does not guess.'
      );
    }
    first.set(idKey(bundle), bundle);
  }
}
