import type {JsonObject} from '../bundle/json-types.js';
import {jobSpecNames} from './job-specs.js';
import type {Plan} from './types.js';

/**
 * What an apply is about to replace or delete, as the registry holds it: enough to put it back. It holds the
 * bundles' content unmasked, credentials that stand in them included.
 *
 * @returns null when nothing is replaced or deleted
 */
export function backupOf({target, steps}: Plan): JsonObject | null {
  const bundles = steps
    .filter(({action}) => action === 'update' || action === 'delete')
    .map(({integration, name, uuid, registered}): JsonObject => ({
      integration,
      name,
      uuid,
      jobSpecs: jobSpecNames(integration, registered),
      content: registered
    }));
  if (bundles.length === 0) return null;
  return {version: 1, target: {registryUrl: target.registryUrl, subdomain: target.subdomain}, bundles};
}
