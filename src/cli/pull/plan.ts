import {compareIds, idKey} from '../../bundle/identity.js';
import type {JsonObject} from '../../bundle/json-types.js';
import type {DeclaredBundle, RegisteredBundle} from '../../bundle/model.js';
import {fileContent} from './content.js';
import {comparable, freePath, safeFileName} from './file-names.js';

/** What a pull does with one registered bundle. */
export interface PullStep {
  readonly change: 'new' | 'updated' | 'unchanged';
  /** Relative to the working folder, with forward slashes. */
  readonly path: string;
  readonly integration: string;
  readonly name: string;
  /** The whole text of the file. */
  readonly content: string;
}

export interface PullInput {
  readonly registered: readonly RegisteredBundle[];
  /** The bundles that the files declare already. */
  readonly declared: readonly DeclaredBundle[];
  /** All files that are there, bundles or not. */
  readonly files: readonly string[];
  /** Where new files go, without a trailing slash; `.` for the working folder. */
  readonly folder: string;
}

/** One file a bundle: the one that declares it already, else a new one under a name that no file has. */
export function planPull({registered, declared, files, folder}: PullInput): PullStep[] {
  const known = new Map(declared.map((bundle) => [idKey(bundle), bundle]));
  const taken = new Set(files.map(comparable));
  return [...registered].sort(compareIds).map((bundle) => {
    const {integration, name, hash} = bundle;
    const local = known.get(idKey(bundle));
    const path = local?.path ?? freePath(folder, safeFileName(name), taken);
    const before: JsonObject | null = local?.content ?? null;
    const change = local === undefined ? 'new' : local.hash === hash ? 'unchanged' : 'updated';
    return {change, path, integration, name, content: fileContent(bundle, before)};
  });
}
