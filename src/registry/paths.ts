import {INTEGRATION_NAME} from '../bundle/model.js';
import type {Operation} from './errors.js';
import type {Failures} from './failures.js';

/**
 * The paths of the registry's endpoints. What stands in them comes from files, from earlier commits and from the
 * registry's own lists: only what has the documented form gets into a URL, and so no `..` leads to another endpoint.
 */
const REGISTRY_PATH = '/api/services/zis/registry';

/** UUIDs, says the reference, and not of which kind: none has more than letters, digits and dashes. */
const UUID = /^[0-9a-z][0-9a-z-]{0,63}$/i;
/** Its characters are not documented. It stands in a query, where encoding keeps it together. */
const JOB_SPEC_NAME = /^(?!\.{1,2}$)[^\p{Cc}\p{Cs}]{1,1000}$/u;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

export function isJobSpecName(text: string): boolean {
  return JOB_SPEC_NAME.test(text);
}

/** The bundles of an integration; null for what is no integration's name. */
export function bundlesPath(integration: string): string | null {
  return INTEGRATION_NAME.test(integration) ? `${REGISTRY_PATH}/${integration}/bundles` : null;
}

/** null for what is no integration's name or no uuid. */
export function bundlePath(integration: string, uuid: string): string | null {
  const bundles = bundlesPath(integration);
  return bundles === null || !isUuid(uuid) ? null : `${bundles}/${uuid}`;
}

/** The job specs of an integration; null for what is no integration's name. */
export function jobSpecsPath(integration: string): string | null {
  return INTEGRATION_NAME.test(integration) ? `${REGISTRY_PATH}/${integration}/job_specs` : null;
}

/** The integration of a qualified name; what stands in its place where it has another form. */
export function integrationIn(qualifiedName: string): string {
  return qualifiedName.split(':')[1] ?? '';
}

/** Where a job spec is installed and uninstalled; null for what is not `zis:{integration}:job_spec:{name}`. */
export function installPath(qualifiedName: string): string | null {
  const [zis, integration = '', kind, ...name] = qualifiedName.split(':');
  const isQualified = zis === 'zis' && kind === 'job_spec' && INTEGRATION_NAME.test(integration);
  if (!isQualified || !isJobSpecName(name.join(':'))) return null;
  // A query's apostrophe is the one character that encodeURIComponent leaves and a URL encodes.
  const encoded = encodeURIComponent(qualifiedName).replaceAll("'", '%27');
  return `${REGISTRY_PATH}/job_specs/install?job_spec_name=${encoded}`;
}

/** @throws RegistryError `rejected` for an operation that has no path: it is not sent */
export function pathOf(failures: Failures, operation: Operation, path: string | null): string {
  if (path === null) throw failures.unnameable(operation);
  return path;
}
