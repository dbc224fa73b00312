import type {JsonObject} from '../bundle/json-types.js';
import type {Plan, Step} from '../plan/types.js';

/**
 * The plan as the file at `plan-path` has it: what happens to which bundle, by hashes and names. Nothing of a
 * bundle's content is in it, and so no credential.
 */
export function planFile({target, hash, steps}: Plan): JsonObject {
  return {
    version: 1,
    target: {registryUrl: target.registryUrl, subdomain: target.subdomain},
    planHash: hash,
    bundles: steps.map(bundleEntry)
  };
}

function bundleEntry(step: Step): JsonObject {
  const {integration, name, uuid, path, action, desiredHash, liveHash, resources, jobSpecs} = step;
  return {
    integration,
    name,
    uuid,
    path,
    action,
    desiredHash,
    liveHash,
    resources: resources.map(({key, type, name: resourceName, change}) => ({
      key,
      type,
      name: resourceName,
      change
    })),
    jobSpecs: {install: [...jobSpecs.install], uninstall: [...jobSpecs.uninstall]}
  };
}
