import {bundleHash} from '../bundle/canonical.js';
import {idKey} from '../bundle/identity.js';
import type {BundleId, DeclaredBundle, RegisteredBundle} from '../bundle/model.js';
import {UserError} from '../errors.js';
import type {BundleSummary, Registry} from '../ports.js';

/** Which registered bundles an apply deletes when they are not declared (the `deletes` input). */
export type Deletes = 'removed' | 'prune' | 'never';

export interface ReadInput {
  readonly declared: readonly BundleId[];
  /** What was declared before; null when that is not known. */
  readonly declaredBefore: readonly BundleId[] | null;
  readonly deletes: Deletes;
  /** Bundles whose registered content is taken to be this one, where they are registered: they are not read. */
  readonly trusted?: ReadonlyMap<string, DeclaredBundle>;
  /** Bundles that are only looked for, whether they are registered. */
  readonly watched?: readonly BundleId[];
  /** Which of the registered bundles that are to be deleted may be; all of them, if not given. */
  readonly prove?: (toDelete: readonly BundleSummary[]) => Promise<readonly BundleSummary[]>;
  /** Told how many of the bundles that are needed have been read. */
  readonly onRead?: (done: number, all: number) => void;
}

export interface Registered {
  /** The bundles that are declared, and those that are to be deleted, with their content. */
  readonly bundles: readonly RegisteredBundle[];
  /** Bundles of the same integrations that the plan leaves alone although nothing declares them. */
  readonly unmanaged: readonly BundleSummary[];
  /** How many of `bundles` were not read. */
  readonly trusted: number;
  /** Those of `watched` that are registered. */
  readonly watched: readonly BundleSummary[];
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
  const {declared, deletes, watched = [], trusted = new Map<string, DeclaredBundle>()} = input;
  const declaredBefore = deletes === 'removed' ? (input.declaredBefore ?? []) : [];
  const managed = integrationsOf([...declared, ...declaredBefore]);
  const others = integrationsOf(watched).filter((integration) => !managed.includes(integration));
  const integrations = [...managed, ...others].sort();
  const lists = await Promise.all(integrations.map((integration) => registry.list(integration)));
  const listed = eachOnce(lists.flatMap((list) => list ?? []));
  refuseAmbiguous(listed.filter(({integration}) => managed.includes(integration)));

  const wanted = new Set(declared.map(idKey));
  const toDelete = await idsToDelete(listed, input, {declaredBefore, wanted});
  const kept = listed.filter((bundle) => wanted.has(idKey(bundle)) || toDelete.has(idKey(bundle)));
  const isTrusted = (bundle: BundleId): boolean => trusted.has(idKey(bundle));
  const read = kept.filter((bundle) => !isTrusted(bundle));
  let done = 0;
  const shown = await Promise.all(
    read.map(async (summary) => {
      const bundle = await readBundle(registry, summary);
      done += 1;
      input.onRead?.(done, read.length);
      return bundle;
    })
  );
  const named = new Set(watched.map(idKey));
  return {
    bundles: [
      ...shown.filter((bundle) => bundle !== null),
      ...kept.filter(isTrusted).flatMap((summary) => asDeclared(summary, trusted))
    ],
    trusted: kept.length - read.length,
    unmanaged: listed.filter((bundle) => !kept.includes(bundle) && !others.includes(bundle.integration)),
    watched: listed.filter((bundle) => named.has(idKey(bundle))),
    unknownIntegrations: managed.filter((integration) => lists[integrations.indexOf(integration)] === null)
  };
}

function asDeclared(
  summary: BundleSummary,
  trusted: ReadonlyMap<string, DeclaredBundle>
): readonly RegisteredBundle[] {
  const declared = trusted.get(idKey(summary));
  if (declared === undefined) return [];
  const {integration, name, uuid} = summary;
  return [{integration, name, uuid, content: declared.content, hash: declared.hash}];
}

/** The registered bundles that go, as far as that is proven. */
async function idsToDelete(
  listed: readonly BundleSummary[],
  {declared, deletes, prove}: ReadInput,
  {
    declaredBefore,
    wanted
  }: {readonly declaredBefore: readonly BundleId[]; readonly wanted: ReadonlySet<string>}
): Promise<ReadonlySet<string>> {
  const managed = integrationsOf(declared);
  const before = new Set(declaredBefore.map(idKey));
  const toDelete = listed.filter(
    (bundle) =>
      !wanted.has(idKey(bundle)) &&
      (deletes === 'prune' ? managed.includes(bundle.integration) : before.has(idKey(bundle)))
  );
  return new Set(
    (toDelete.length === 0 || prove === undefined ? toDelete : await prove(toDelete)).map(idKey)
  );
}

function integrationsOf(bundles: readonly BundleId[]): string[] {
  return [...new Set(bundles.map(({integration}) => integration))].sort();
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
