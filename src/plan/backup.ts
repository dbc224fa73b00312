import {isObject} from '../bundle/json.js';
import type {JsonObject, JsonValue} from '../bundle/json-types.js';
import {limitPassed} from '../bundle/limits.js';
import type {BundleId} from '../bundle/model.js';
import {UserError} from '../errors.js';
import {installedIn, jobSpecNames, type JobSpecLists} from './job-specs.js';
import {changesSomething} from './plan.js';
import type {Plan, Step, Target} from './types.js';

/** The version of the backups that are written. Those of version 1 are read, too. */
const VERSION = 2;

/** A bundle as it was registered before an apply. */
export interface SavedBundle extends BundleId {
  /** As the show endpoint gave it. */
  readonly content: JsonObject;
  /** The qualified names of its job specs that were installed; null where that is not known. */
  readonly installed: readonly string[] | null;
}

/** What an apply replaced, deleted, created and installed: enough to put everything back. */
export interface Backup {
  readonly version: number;
  readonly target: Target;
  /** What was replaced or deleted. */
  readonly bundles: readonly SavedBundle[];
  /** What was created, and the hash of what it was created with. */
  readonly created: readonly (BundleId & {readonly desiredHash: string})[];
  /** Bundles that stayed as they are and of which only job specs were changed; `installed` as of SavedBundle. */
  readonly jobSpecsOnly: readonly (BundleId & {readonly installed: readonly string[]})[];
}

/**
 * What an apply is about to change, as the registry holds it. It holds the bundles' content unmasked, credentials
 * that stand in them included.
 *
 * @param lists the job specs of the integrations that the plan changes
 * @returns null when nothing is replaced or deleted
 */
export function backupOf({target, steps}: Plan, lists: JobSpecLists): JsonObject | null {
  const changed = steps.filter(changesSomething);
  if (!changed.some(({action}) => action === 'update' || action === 'delete')) return null;
  const of = (...actions: readonly Step['action'][]): Step[] =>
    changed.filter(({action}) => actions.includes(action));
  const installed = (step: Step): string[] | null => {
    const list = lists.get(step.integration) ?? null;
    if (list === null) return null;
    const names = installedIn(list);
    return jobSpecNames(step.integration, step.registered).filter((name) => names.has(name));
  };
  return {
    version: VERSION,
    target: {registryUrl: target.registryUrl, subdomain: target.subdomain},
    bundles: of('update', 'delete').map((step) => ({
      integration: step.integration,
      name: step.name,
      uuid: step.uuid,
      jobSpecs: jobSpecNames(step.integration, step.registered),
      installed: installed(step),
      content: step.registered
    })),
    created: of('create').map(({integration, name, desiredHash}) => ({integration, name, desiredHash})),
    jobSpecsOnly: of('unchanged').flatMap((step) => {
      const names = installed(step);
      return names === null ? [] : [{integration: step.integration, name: step.name, installed: names}];
    })
  };
}

/**
 * Reads a backup.
 *
 * @param name   what to call the file
 * @param target the account that it is to be put back into
 * @throws UserError `invalid-inputs` for anything else than a backup of this account, of version 1 or 2
 */
export function readBackup(text: string, name: string, target: Target): Backup {
  const data = parsed(text);
  if (!isObject(data) || typeof data['version'] !== 'number' || !isObject(data['target']))
    throw noBackup(name);
  const {version} = data;
  if (version > VERSION) {
    throw invalid(
      `${name} is a backup of version ${version}, and this zis-bundles reads versions 1 and ${VERSION}`,
      'Use the version of zis-bundles that wrote it, or a newer one.'
    );
  }
  const {registryUrl, subdomain} = data['target'];
  if (typeof registryUrl !== 'string') throw noBackup(name);
  if (registryUrl !== target.registryUrl) {
    throw invalid(
      `${name} is a backup of ${registryUrl}, and this step is for ${target.registryUrl}`,
      'Give the subdomain or the registry-url of the account that the backup is of.'
    );
  }
  return {
    version,
    target: {registryUrl, subdomain: typeof subdomain === 'string' ? subdomain : ''},
    bundles: listOf(data['bundles'], savedBundle, name),
    created: listOf(data['created'] ?? [], createdBundle, name),
    jobSpecsOnly: listOf(data['jobSpecsOnly'] ?? [], jobSpecsOf, name)
  };
}

function savedBundle(entry: JsonObject): SavedBundle | null {
  const {integration, name, content, installed, jobSpecs} = entry;
  if (typeof integration !== 'string' || typeof name !== 'string' || !isObject(content)) return null;
  if (content['name'] !== name || !isObject(content['resources'])) return null;
  // Version 1 does not say which of them were installed.
  const known = installed === undefined && jobSpecs !== undefined ? null : (installed ?? null);
  if (known !== null && !isTexts(known)) return null;
  return {integration, name, content, installed: known};
}

function createdBundle(entry: JsonObject): Backup['created'][number] | null {
  const {integration, name, desiredHash} = entry;
  if (typeof integration !== 'string' || typeof name !== 'string') return null;
  return typeof desiredHash === 'string' ? {integration, name, desiredHash} : null;
}

function jobSpecsOf(entry: JsonObject): Backup['jobSpecsOnly'][number] | null {
  const {integration, name, installed} = entry;
  if (typeof integration !== 'string' || typeof name !== 'string' || !isTexts(installed)) return null;
  return {integration, name, installed};
}

function listOf<T>(value: JsonValue | undefined, read: (entry: JsonObject) => T | null, name: string): T[] {
  if (!Array.isArray(value)) throw noBackup(name);
  return value.map((entry) => {
    if (isObject(entry) && limitPassed(entry['content'] ?? null) !== null)
      throw invalid(
        `${name} holds a bundle that is larger than any that can be uploaded`,
        'Give the file that an apply wrote, as it wrote it.'
      );
    const found = isObject(entry) ? read(entry) : null;
    if (found === null) throw noBackup(name);
    return found;
  });
}

function isTexts(value: JsonValue | undefined): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function noBackup(name: string): UserError {
  return invalid(
    `${name} is no backup of zis-bundles`,
    'Give the file that an apply wrote and named at the output backup-path.'
  );
}

function invalid(message: string, hint: string): UserError {
  return new UserError('invalid-inputs', message, hint);
}
