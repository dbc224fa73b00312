import type {JsonObject} from '../bundle/json-types.js';
import {isObject, own, setOwn} from '../bundle/json.js';
import type {Step} from '../plan/types.js';

/** The two sides of a step, as far as they differ. */
export interface ChangedParts {
  readonly registered: JsonObject | null;
  readonly declared: JsonObject | null;
}

/**
 * Both sides of a step without the resources that are the same on both, as the plan has found them: what is made
 * of them takes time for what changes, and not for all that is there.
 */
export function changedParts({registered, declared, resources}: Step): ChangedParts {
  const keys = resources.map(({key}) => key);
  return {registered: withResources(registered, keys), declared: withResources(declared, keys)};
}

function withResources(bundle: JsonObject | null, keys: readonly string[]): JsonObject | null {
  if (bundle === null) return null;
  const all = own(bundle, 'resources');
  const resources: JsonObject = {};
  for (const key of keys) {
    const resource = isObject(all) ? own(all, key) : undefined;
    if (resource !== undefined) setOwn(resources, key, resource);
  }
  return {...bundle, resources};
}
