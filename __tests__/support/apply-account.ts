import {applyPlan, type Applied, type ApplyOptions, type ApplyPorts} from '../../src/apply/apply.js';
import {bundleHash} from '../../src/bundle/canonical.js';
import type {JsonObject} from '../../src/bundle/json-types.js';
import type {DeclaredBundle} from '../../src/bundle/model.js';
import {createLimit} from '../../src/limit.js';
import {planJobSpecs, readJobSpecs, type JobSpecMode} from '../../src/plan/job-specs.js';
import {makePlan, withSteps} from '../../src/plan/plan.js';
import {readRegistered, type Deletes} from '../../src/plan/registered.js';
import type {Plan} from '../../src/plan/types.js';
import type {Registry} from '../../src/ports.js';
import type {RegistryOptions} from '../../src/registry/client.js';
import {textAt} from './bundles.js';
import type {MemoryAccount} from './memory-account.js';
import {memoryLog} from './ports.js';

export interface ApplySettings extends ApplyOptions {
  readonly mode?: JobSpecMode;
  readonly deletes?: Deletes;
  /** What the registered bundles that are not declared are taken for; `prune` unless given. */
  readonly maxMinutes?: number;
  readonly maxParallel?: number;
  readonly registry?: Partial<RegistryOptions>;
  readonly ports?: Partial<ApplyPorts>;
  /** Called with the plan just before it is applied. */
  readonly onPlanned?: (plan: Plan) => void;
}

/** A bundle file of the integration that the bundle states, or of acme. */
export function declaredBundle(content: JsonObject): DeclaredBundle {
  const name = textAt(content, 'name');
  const integration = textAt(content, 'integration') || 'acme';
  return {integration, name, path: `zis/${name}.json`, content, hash: bundleHash(content)};
}

/** Plans and applies as a step does, with the account's own time; the time of the step begins now. */
export async function applyTo(
  account: MemoryAccount,
  contents: readonly JsonObject[],
  settings: ApplySettings = {}
): Promise<Applied & {readonly plan: Plan}> {
  const {clock} = account;
  const {maxMinutes = 12, maxParallel = 8} = settings;
  const deadline = clock.now() + maxMinutes * 60_000;
  const registry = account.registry({maxParallel, deadline: () => deadline, ...settings.registry});
  const plan = await planFor(registry, contents, settings);
  settings.onPlanned?.(plan);
  const applied = await applyPlan(
    plan,
    {
      registry,
      log: memoryLog(),
      clock,
      limit: createLimit(maxParallel),
      deadline: () => deadline,
      ...settings.ports
    },
    settings
  );
  return {...applied, plan};
}

async function planFor(
  registry: Registry,
  contents: readonly JsonObject[],
  {mode = 'install', deletes = 'prune'}: ApplySettings
): Promise<Plan> {
  const declared = contents.map(declaredBundle);
  const target = {registryUrl: 'https://acme.zendesk.com', subdomain: 'acme'};
  const read = await readRegistered(registry, {declared, declaredBefore: null, deletes});
  const plan = makePlan({target, declared, registered: read.bundles});
  const lists = await readJobSpecs(registry, plan.steps, mode);
  return withSteps(plan, planJobSpecs(plan.steps, lists, mode).steps);
}

/** Uploads bundles and installs job specs, as they were before. @param installed qualified names */
export async function prepare(
  account: MemoryAccount,
  contents: readonly JsonObject[],
  installed: readonly string[]
): Promise<void> {
  const registry = account.registry();
  for (const content of contents) await registry.upload(textAt(content, 'integration') || 'acme', content);
  for (const name of installed) await registry.installJobSpec(name);
  account.forget();
}
