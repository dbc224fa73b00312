import type {JsonObject} from '../../src/bundle/json-types.js';
import {CREDENTIALS} from './scenario.js';

/** Somebody else with the account's credentials, who changes the registry behind the workflow's back. */
export function accountAt(registryUrl: string) {
  const authorization = `Basic ${Buffer.from(`${CREDENTIALS.email}/token:${CREDENTIALS['api-token']}`).toString('base64')}`;
  const send = async (method: string, path: string, body?: JsonObject): Promise<void> => {
    const response = await fetch(`${registryUrl}/api/services/zis/registry/${path}`, {
      method,
      headers: {authorization},
      ...(body === undefined ? {} : {body: JSON.stringify(body)})
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  };
  return {
    /** Creates or replaces bundles of the integration acme. */
    async upload(...bundles: readonly JsonObject[]): Promise<void> {
      for (const bundle of bundles) await send('POST', 'acme/bundles', bundle);
    },
    async delete(uuid: string): Promise<void> {
      await send('DELETE', `acme/bundles/${uuid}`);
    },
    /** Installs job specs of the integration acme. */
    async install(...names: readonly string[]): Promise<void> {
      for (const name of names)
        await send('POST', `job_specs/install?job_spec_name=zis:acme:job_spec:${name}`);
    },
    async uninstall(name: string): Promise<void> {
      await send('DELETE', `job_specs/install?job_spec_name=zis:acme:job_spec:${name}`);
    }
  };
}
