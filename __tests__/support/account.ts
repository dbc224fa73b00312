import type {JsonObject} from '../../src/bundle/json-types.js';
import {CREDENTIALS} from './scenario.js';

/** Somebody else with the account's credentials, who changes the registry behind the workflow's back. */
export function accountAt(registryUrl: string, integration = 'acme') {
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
    /** Creates or replaces bundles. */
    async upload(...bundles: readonly JsonObject[]): Promise<void> {
      for (const bundle of bundles) await send('POST', `${integration}/bundles`, bundle);
    },
    async delete(uuid: string): Promise<void> {
      await send('DELETE', `${integration}/bundles/${uuid}`);
    },
    /** Installs job specs. */
    async install(...names: readonly string[]): Promise<void> {
      for (const name of names)
        await send('POST', `job_specs/install?job_spec_name=zis:${integration}:job_spec:${name}`);
    },
    async uninstall(name: string): Promise<void> {
      await send('DELETE', `job_specs/install?job_spec_name=zis:${integration}:job_spec:${name}`);
    }
  };
}
