import {bundleHash} from '../bundle/canonical.js';
import {identify, nameOf} from '../bundle/identity.js';
import type {JsonObject} from '../bundle/json-types.js';
import {fillIn, readBundleFile, type DeclaredBundle, type Values} from '../bundle/model.js';
import type {PathMatcher} from '../bundle/patterns.js';
import {MAX_FILE_BYTES} from '../bundle/text.js';
import type {History, TreeFile} from '../ports.js';

export interface DeclaredBefore {
  /** Bundles that the commit declared in files that are no longer the same. */
  readonly bundles: readonly DeclaredBundle[];
  /** Files of the commit that could not be read as a bundle: what they declared is not known. */
  readonly unreadable: readonly string[];
}

export interface DeclaredBeforeInput {
  readonly commitSha: string;
  readonly matcher: PathMatcher;
  /** What fills in the placeholders now: the commit's own values are not known any more. */
  readonly values: Values;
  /** The files that are declared now, by path: git's blob SHA-1. Equal files need not be read again. */
  readonly current: ReadonlyMap<string, string>;
}

/**
 * What a commit declared. Through GitHub's API a checkout of depth 1 is enough.
 *
 * @returns null when the commit is not there (a force push, a first push)
 * @throws what the history throws
 */
export async function declaredBefore(
  history: History,
  input: DeclaredBeforeInput
): Promise<DeclaredBefore | null> {
  const {matcher, current, values} = input;
  const tree = await history.tree(input.commitSha, (folder) => matcher.mayHold(folder));
  if (tree === null) return null;
  const files = new Map(tree.files.map((file) => [file.path, file]));
  const changed = tree.files.filter(({path, sha}) => matcher.matches(path) && current.get(path) !== sha);
  const read = await mapInBatches(changed, 8, async (file) => ({
    file,
    bundle: await bundleBehind(history, files, file, values)
  }));
  return {
    bundles: read.map(({bundle}) => bundle).filter((bundle) => bundle !== null),
    unreadable: read.filter(({bundle}) => bundle === null).map(({file}) => file.path)
  };
}

/** How often a symbolic link may lead to another one. */
const MAX_LINKS = 8;

/** The bundle of a file, or of the file in the same commit that a symbolic link leads to. */
async function bundleBehind(
  history: History,
  files: ReadonlyMap<string, TreeFile>,
  file: TreeFile,
  values: Values
): Promise<DeclaredBundle | null> {
  let target: TreeFile | undefined = file;
  for (let links = 0; target?.isLink === true && links < MAX_LINKS; links += 1) {
    const path = linkedPath(target.path, new TextDecoder().decode(await history.blob(target.sha)));
    target = path === null ? undefined : files.get(path);
  }
  if (target === undefined || target.isLink || (target.bytes ?? 0) > MAX_FILE_BYTES) return null;
  return bundleIn(history, file.path, target.sha, values);
}

/** Where a symbolic link leads, from the repository's root; null when out of it. */
export function linkedPath(link: string, target: string): string | null {
  if (target.startsWith('/')) return null;
  const parts = link.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The bundle that a file declared, by its content and what fills in its placeholders now; null for no bundle. */
export async function bundleIn(
  history: Pick<History, 'blob'>,
  path: string,
  sha: string,
  values: Values
): Promise<DeclaredBundle | null> {
  const root = fillIn(readBundleFile(path, await history.blob(sha)), values).json?.root;
  if (root?.type !== 'object') return null;
  const name = nameOf(root)?.text;
  const {integration} = identify(root, values.integration);
  if (name === undefined || integration === null) return null;
  const content = root.value as JsonObject;
  return {integration, name, path, content, hash: bundleHash(content)};
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
