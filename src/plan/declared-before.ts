import {createHash} from 'node:crypto';
import {identify} from '../bundle/identity.js';
import {bundleHash} from '../bundle/canonical.js';
import type {JsonObject} from '../bundle/json.js';
import {readBundleFile, type DeclaredBundle} from '../bundle/model.js';
import type {PathMatcher} from '../bundle/patterns.js';
import type {GitHub, TreeFile} from '../ports.js';

export interface DeclaredBefore {
  /** Bundles that the commit declared in files that are no longer the same. */
  readonly bundles: readonly DeclaredBundle[];
  /** Files of the commit that could not be read as a bundle: what they declared is not known. */
  readonly unreadable: readonly string[];
}

export interface DeclaredBeforeInput {
  readonly commitSha: string;
  readonly matcher: PathMatcher;
  /** The `integration` input. */
  readonly integration: string;
  /** The files that are declared now, by path: git's blob SHA-1. Equal files need not be read again. */
  readonly current: ReadonlyMap<string, string>;
}

/**
 * What a commit declared, read through GitHub's API, so that a checkout of depth 1 is enough.
 *
 * @returns null when GitHub does not have the commit (a force push, a first push)
 * @throws GitHubError when GitHub refuses or cannot be reached
 */
export async function declaredBefore(
  github: GitHub,
  input: DeclaredBeforeInput
): Promise<DeclaredBefore | null> {
  const tree = await github.tree(input.commitSha);
  if (tree === null) return null;
  const changed = tree.filter(
    ({path, sha}) => input.matcher.matches(path) && input.current.get(path) !== sha
  );
  const read = await mapInBatches(changed, 8, async (file) => ({
    file,
    bundle: await bundleIn(github, file, input.integration)
  }));
  return {
    bundles: read.map(({bundle}) => bundle).filter((bundle) => bundle !== null),
    unreadable: read.filter(({bundle}) => bundle === null).map(({file}) => file.path)
  };
}

/** Git's name for a file's content: the SHA-1 of `blob {length}\0` and the bytes. */
export function blobSha(content: Uint8Array): string {
  return createHash('sha1').update(`blob ${content.byteLength}\0`).update(content).digest('hex');
}

async function bundleIn(github: GitHub, file: TreeFile, fallback: string): Promise<DeclaredBundle | null> {
  const root = readBundleFile(file.path, await github.blob(file.sha)).json?.root;
  if (root?.type !== 'object') return null;
  const name = root.properties.get('name')?.value;
  const {integration} = identify(root, fallback);
  if (typeof name !== 'string' || integration === null) return null;
  const content = root.value as JsonObject;
  return {integration, name, path: file.path, content, hash: bundleHash(content)};
}

async function mapInBatches<T, U>(
  items: readonly T[],
  size: number,
  map: (item: T) => Promise<U>
): Promise<U[]> {
  const results: U[] = [];
  for (let start = 0; start < items.length; start += size) {
    results.push(...(await Promise.all(items.slice(start, start + size).map(map))));
  }
  return results;
}
