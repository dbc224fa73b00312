import {describe, expect, test} from '@jest/globals';
import {applyPlan} from '../../src/apply/apply.js';
import {uploadable} from '../../src/apply/bundles.js';
import type {JsonObject} from '../../src/bundle/json-types.js';
import type {DeclaredBundle} from '../../src/bundle/model.js';
import {UserError} from '../../src/errors.js';
import {createLimit} from '../../src/limit.js';
import {planJobSpecs, readJobSpecs, type JobSpecMode} from '../../src/plan/job-specs.js';
import {makePlan, withSteps} from '../../src/plan/plan.js';
import {readRegistered} from '../../src/plan/registered.js';
import type {Plan} from '../../src/plan/types.js';
import {RegistryError} from '../../src/registry/errors.js';
import {bundle, declared} from '../support/bundles.js';
import {MemoryRegistry} from '../support/memory-registry.js';
import {fakeClock, memoryLog} from '../support/ports.js';

const target = {registryUrl: 'https://acme.zendesk.com', subdomain: 'acme'};

/** What the registry holds beside what is declared is to be deleted. */
async function planFor(
  registry: MemoryRegistry,
  bundles: readonly DeclaredBundle[],
  mode: JobSpecMode = 'install'
): Promise<Plan> {
  const read = await readRegistered(registry, {declared: bundles, declaredBefore: null, deletes: 'prune'});
  const plan = makePlan({target, declared: bundles, registered: read.bundles});
  const lists = await readJobSpecs(registry, plan.steps, mode);
  registry.calls.length = 0;
  return withSteps(plan, planJobSpecs(plan.steps, lists, mode).steps);
}

const apply = (registry: MemoryRegistry, plan: Plan, atOnce = 8) =>
  applyPlan(plan, {
    registry,
    log: memoryLog(),
    clock: fakeClock(),
    limit: createLimit(atOnce),
    deadline: () => 12 * 60_000
  });
const states = (applied: Awaited<ReturnType<typeof applyPlan>>) =>
  Object.fromEntries(applied.outcomes.map(({step, state}) => [step.name, state]));
const failOn = (call: string, error: () => Error) => (made: string) => {
  if (made === call) throw error();
};
const registryError = (kind: RegistryError['kind']) =>
  new RegistryError(
    {
      kind,
      operation: {operation: 'upload bundle', subject: 's', write: true},
      status: 500,
      code: null,
      detail: ''
    },
    `the upload is ${kind}`,
    'Try again.'
  );

describe('applyPlan', () => {
  test('uploads, reads back, installs job specs, then deletes; a second apply writes nothing', async () => {
    const registry = new MemoryRegistry();
    const gone = registry.put('acme', bundle('gone'));
    registry.put('acme', bundle('edited', {result: 'old'}));
    registry.installed.add('zis:acme:job_spec:gone_job');
    const wanted = [declared('new'), declared('edited')];
    const applied = await apply(registry, await planFor(registry, wanted));
    expect(applied.failure).toBeNull();
    expect(states(applied)).toEqual({new: 'done', edited: 'done', gone: 'done'});
    const at = (call: string): number => registry.calls.lastIndexOf(call);
    expect(at('install zis:acme:job_spec:new_job')).toBeGreaterThan(at('upload new'));
    expect(at('uninstall zis:acme:job_spec:gone_job')).toBeGreaterThan(
      at('install zis:acme:job_spec:edited_job')
    );
    expect(at(`delete ${gone}`)).toBeGreaterThan(at('uninstall zis:acme:job_spec:gone_job'));
    expect([...registry.installed].sort()).toEqual([
      'zis:acme:job_spec:edited_job',
      'zis:acme:job_spec:new_job'
    ]);

    const again = await planFor(registry, wanted);
    expect(again.steps.map((step) => step.action)).toEqual(['unchanged', 'unchanged']);
    await apply(registry, again);
    expect(registry.writes).toEqual([]);
  });

  test('what is uploaded is the declared content itself, with its own key order and integration', async () => {
    const registry = new MemoryRegistry();
    const content: JsonObject = {
      resources: bundle('b')['resources'] ?? {},
      ...bundle('b'),
      integration: 'acme'
    };
    let uploaded: JsonObject | null = null;
    const upload = registry.upload.bind(registry);
    registry.upload = (integration, sent) => {
      uploaded = sent;
      return upload(integration, sent);
    };
    await apply(registry, await planFor(registry, [declared('b', content)]));
    expect(JSON.stringify(uploaded)).toBe(JSON.stringify(content));
  });

  test('one refused bundle does not stop the others, but nothing is deleted then', async () => {
    const registry = new MemoryRegistry();
    registry.put('acme', bundle('gone'));
    const plan = await planFor(registry, [declared('a'), declared('bad'), declared('c')]);
    registry.before = failOn(
      'upload bad',
      () => new UserError('apply-failed', 'the registry refused it', 'Mend it.')
    );
    const applied = await apply(registry, plan);
    expect(states(applied)).toEqual({a: 'done', bad: 'failed', c: 'done', gone: 'not-tried'});
    expect(applied.failure).toMatchObject({reason: 'apply-failed'});
    expect(applied.failure?.message).toContain('1 of 4 changes failed, 2 were made, 1 were not tried');
    expect(registry.calls.some((call) => call.startsWith('delete'))).toBe(false);
    expect(registry.installed.has('zis:acme:job_spec:a_job')).toBe(true);
  });

  test('an upload whose outcome is unknown is read back before it is tried again', async () => {
    const registry = new MemoryRegistry();
    const plan = await planFor(registry, [declared('b')]);
    let times = 0;
    registry.upload = (integration, content) => {
      times += 1;
      registry.calls.push('upload b');
      if (times === 2) registry.put(integration, content);
      return Promise.reject(registryError('uncertain'));
    };
    const applied = await apply(registry, plan);
    expect(applied.failure).toBeNull();
    expect(times).toBe(2);
    expect(registry.calls.slice(0, 4)).toEqual(['list acme', 'upload b', 'list acme', 'upload b']);
  });

  test('an upload that never takes effect is given up', async () => {
    const registry = new MemoryRegistry();
    const plan = await planFor(registry, [declared('b')]);
    registry.before = failOn('upload b', () => registryError('uncertain'));
    const applied = await apply(registry, plan);
    expect(applied.failure?.reason).toBe('registry-unavailable');
    expect(registry.writes.filter((call) => call === 'upload b').length).toBeGreaterThan(5);
    expect(registry.writes.at(-1)).toBe('install zis:acme:job_spec:b_job');
  });

  test('a bundle that is not what was uploaded when read back has failed', async () => {
    const registry = new MemoryRegistry();
    const plan = await planFor(registry, [declared('b')]);
    registry.upload = (integration) => {
      registry.put(integration, bundle('b', {result: 'something else'}));
      return Promise.resolve();
    };
    const applied = await apply(registry, plan);
    expect(states(applied)).toEqual({b: 'failed'});
    expect(applied.failure?.message).toContain('does not hold what was uploaded');
  });

  test.each([
    ['update', 'edited', [declared('edited')]],
    ['delete', 'gone', [declared('other')]]
  ])('a bundle that somebody else changed in between is not touched by an %s', async (_, name, wanted) => {
    const registry = new MemoryRegistry();
    registry.put('acme', bundle(name, {result: 'as planned'}));
    const plan = await planFor(registry, wanted);
    registry.put('acme', bundle(name, {result: 'by somebody else'}));
    const applied = await apply(registry, plan);
    expect(states(applied)[name]).toBe('failed');
    expect(applied.failure?.reason).toBe('live-changed');
    expect(registry.writes.filter((call) => call.includes(name))).toEqual([]);
  });

  test('a bundle that another run created meanwhile is no conflict when it is the same', async () => {
    const registry = new MemoryRegistry();
    const plan = await planFor(registry, [declared('b')]);
    registry.put('acme', bundle('b'));
    const applied = await apply(registry, plan);
    expect(applied.failure).toBeNull();
    expect(registry.writes).toEqual(['install zis:acme:job_spec:b_job']);
  });

  test('refused credentials stop every later write', async () => {
    const registry = new MemoryRegistry();
    registry.put('acme', bundle('gone'));
    const plan = await planFor(registry, [declared('a')]);
    registry.before = failOn(
      'upload a',
      () => new UserError('credentials-rejected', 'refused', 'Check them.')
    );
    const applied = await apply(registry, plan);
    expect(applied.failure?.reason).toBe('credentials-rejected');
    expect(registry.writes).toEqual(['upload a']);
  });

  test('nor is another bundle begun, or a job spec installed', async () => {
    const registry = new MemoryRegistry();
    const plan = await planFor(
      registry,
      ['a', 'b', 'c'].map((name) => declared(name))
    );
    const refuse = failOn('upload b', () => new UserError('credentials-rejected', 'refused', 'Check them.'));
    registry.before = refuse;
    const applied = await apply(registry, plan, 1);
    expect(registry.writes.filter((call) => call.startsWith('upload'))).toEqual(['upload a', 'upload b']);
    expect(states(applied)).toMatchObject({b: 'failed', c: 'not-tried'});
    expect(applied.outcomes.find(({step}) => step.name === 'c')?.reason).toContain('refused the credentials');
  });

  test('a registry that goes away after something was written has failed the apply, and is not said to be away', async () => {
    for (const [call, reason] of [
      ['upload a', 'registry-unavailable'],
      ['install zis:acme:job_spec:a_job', 'apply-failed']
    ] as const) {
      const registry = new MemoryRegistry();
      const plan = await planFor(registry, [declared('a')]);
      registry.before = failOn(call, () => registryError('unavailable'));
      expect((await apply(registry, plan)).failure?.reason).toBe(reason);
    }
  });

  test('an upload of what was registered leaves out what the registry adds', () => {
    const registered = {...bundle('a'), uuid: 'u', integration: 'acme', zendesk_account_id: 7};
    expect(uploadable(registered)).toEqual(bundle('a'));
  });

  test('a job spec that stays uninstalled after its installation fails its bundle', async () => {
    const registry = new MemoryRegistry();
    const plan = await planFor(registry, [declared('a')]);
    registry.installJobSpec = () => Promise.resolve();
    const applied = await apply(registry, plan);
    expect(states(applied)).toEqual({a: 'failed'});
    expect(applied.failure?.message).toContain('zis:acme:job_spec:a_job is not installed');
  });

  test('a bug is not mistaken for a fault of the registry', async () => {
    const registry = new MemoryRegistry();
    const plan = await planFor(registry, [declared('a')]);
    registry.before = failOn('upload a', () => new TypeError('x is not a function'));
    expect((await apply(registry, plan)).failure?.reason).toBe('internal');
  });
});
