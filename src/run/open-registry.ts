import type {Inputs} from '../inputs/inputs.js';
import type {Registry} from '../ports.js';
import type {RegistryOptions} from '../registry/client.js';
import {VERSION} from '../version.js';

/**
 * Opens the registry of the inputs' target. Its code is loaded by the first call: commands that ask nothing of a
 * registry start without it.
 *
 * @throws an Error without a target and credentials: a command that needs a registry has refused that before
 */
export async function openRegistry(
  {target, credentials, maxParallel}: Pick<Inputs, 'target' | 'credentials' | 'maxParallel'>,
  options: Omit<RegistryOptions, 'baseUrl' | 'credentials' | 'maxParallel' | 'userAgent'>
): Promise<Registry> {
  if (target === null || credentials === null) throw new Error('the registry was opened without credentials');
  const {createRegistry} = await import('../registry/client.js');
  const userAgent = `zis-bundles/${VERSION}`;
  return createRegistry({...options, baseUrl: target.registryUrl, credentials, maxParallel, userAgent});
}
