import type {JsonObject} from '../../src/bundle/json-types.js';
import {jobSpecNames} from '../../src/plan/job-specs.js';
import type {Registry} from '../../src/ports.js';

/**
 * A registry in memory behind the port, for tests of what is done rather than of HTTP. `before` runs ahead of
 * each call and may throw or change the state; `calls` holds `method subject` in order.
 */
export class MemoryRegistry implements Registry {
  readonly bundles = new Map<string, JsonObject>();
  readonly installed = new Set<string>();
  readonly known = new Set<string>();
  readonly calls: string[] = [];
  before: (call: string) => void = () => undefined;
  private next = 1;

  /** Puts a bundle there without a call. */
  put(integration: string, content: JsonObject): string {
    const old = [...this.bundles].find(
      ([, {integration: of, name}]) => of === integration && name === content['name']
    );
    const uuid = old?.[0] ?? `uuid-${this.next++}`;
    for (const name of jobSpecNames(integration, content)) this.installed.delete(name);
    for (const name of jobSpecNames(integration, content)) this.known.add(name);
    this.bundles.set(uuid, {...content, integration, uuid, zendesk_account_id: 1});
    return uuid;
  }

  get writes(): string[] {
    return this.calls.filter((call) => /^(upload|delete|install|uninstall) /.test(call));
  }

  async list(integration: string) {
    await this.call(`list ${integration}`);
    return [...this.bundles.values()]
      .filter((bundle) => bundle['integration'] === integration)
      .map((bundle) => ({integration, name: bundle['name'] as string, uuid: bundle['uuid'] as string}));
  }

  async show(_integration: string, uuid: string) {
    await this.call(`show ${uuid}`);
    return this.bundles.get(uuid) ?? null;
  }

  async upload(integration: string, bundle: JsonObject) {
    await this.call(`upload ${bundle['name'] as string}`);
    this.put(integration, bundle);
  }

  async delete(_integration: string, uuid: string) {
    await this.call(`delete ${uuid}`);
    this.bundles.delete(uuid);
  }

  async listJobSpecs(integration: string) {
    await this.call(`listJobSpecs ${integration}`);
    const prefix = `zis:${integration}:job_spec:`;
    return [...this.known]
      .filter((name) => name.startsWith(prefix))
      .map((name) => ({integration, name: name.slice(prefix.length), installed: this.installed.has(name)}));
  }

  async installJobSpec(name: string) {
    await this.call(`install ${name}`);
    this.installed.add(name);
  }

  async uninstallJobSpec(name: string) {
    await this.call(`uninstall ${name}`);
    this.installed.delete(name);
  }

  private async call(call: string): Promise<void> {
    this.calls.push(call);
    await Promise.resolve();
    this.before(call);
  }
}
