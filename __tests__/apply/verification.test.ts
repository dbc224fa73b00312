import {describe, expect, test} from '@jest/globals';
import {applyPlan} from '../../src/apply/apply.js';
import type {DeclaredBundle} from '../../src/bundle/model.js';
import {createLimit} from '../../src/limit.js';
import {planJobSpecs, readJobSpecs} from '../../src/plan/job-specs.js';
import {makePlan, withSteps} from '../../src/plan/plan.js';
import {readRegistered} from '../../src/plan/registered.js';
import {RegistryError} from '../../src/registry/errors.js';
import {bundle, declared} from '../support/bundles.js';
import {MemoryRegistry} from '../support/memory-registry.js';
import {fakeClock, memoryLog} from '../support/ports.js';

const target = {registryUrl: 'https://acme.zendesk.com', subdomain: 'acme'};
const changed = (name: string): DeclaredBundle => declared(name, bundle(name, {result: 'new'}));

/** Plans these bundles and applies the plan; `meanwhile` comes between the two. */
async function applyAll(
  registry: MemoryRegistry,
  bundles: readonly DeclaredBundle[],
  meanwhile: () => void = () => undefined
) {
  const read = await readRegistered(registry, {declared: bundles, declaredBefore: null, deletes: 'never'});
  const plan = makePlan({target, declared: bundles, registered: read.bundles});
  const lists = await readJobSpecs(registry, plan.steps, 'install');
  meanwhile();
  return applyPlan(withSteps(plan, planJobSpecs(plan.steps, lists, 'install').steps), {
    registry,
    log: memoryLog(),
    clock: fakeClock(),
    limit: createLimit(8),
    deadline: () => 12 * 60_000
  });
}

const refused = (status: number, kind: RegistryError['kind'] = 'rejected') =>
  new RegistryError(
    {
      kind,
      operation: {operation: 'install job spec', subject: 's', write: true},
      status,
      code: null,
      detail: ''
    },
    `refused with ${status}`,
    ''
  );

describe('what is verified', () => {
  test('a job spec that stays installed after its uninstallation fails its bundle', async () => {
    const registry = new MemoryRegistry();
    const more = {
      more_job: {
        type: 'ZIS::JobSpec',
        properties: {
          name: 'more_job',
          event_source: 'support',
          event_type: 'x',
          flow_name: 'zis:acme:flow:a_flow'
        }
      }
    };
    registry.put('acme', bundle('a', {resources: more}));
    for (const name of ['a_job', 'more_job']) registry.installed.add(`zis:acme:job_spec:${name}`);
    registry.uninstallJobSpec = () => Promise.resolve();
    const upload = registry.upload.bind(registry);
    registry.upload = async (integration, content) => {
      await upload(integration, content);
      registry.installed.add('zis:acme:job_spec:more_job');
    };
    const {failure} = await applyAll(registry, [changed('a')]);
    expect(failure).toMatchObject({reason: 'apply-failed'});
    expect(failure?.message).toContain('zis:acme:job_spec:more_job is still installed when read back');
  });

  test('an account that serves neither the list nor installations fails nothing; one with the list does', async () => {
    for (const list of [null, []]) {
      const registry = new MemoryRegistry();
      Object.assign(registry, {listJobSpecs: () => Promise.resolve(list)});
      registry.installJobSpec = () => Promise.reject(refused(404));
      const {failure} = await applyAll(registry, [declared('a')]);
      expect(failure?.reason ?? '').toBe(list === null ? '' : 'apply-failed');
    }
  });

  test('a bundle that has another uuid by now, and is as it was, is updated', async () => {
    const registry = new MemoryRegistry();
    const uuid = registry.put('acme', bundle('a'));
    const {outcomes, failure} = await applyAll(registry, [changed('a')], () => {
      const content = registry.bundles.get(uuid)!;
      registry.bundles.delete(uuid);
      registry.bundles.set('another', {...content, uuid: 'another'});
    });
    expect(failure).toBeNull();
    expect(outcomes.map(({state}) => state)).toEqual(['done']);
    expect(JSON.stringify(registry.bundles.get('another'))).toContain('"new"');
  });
});

describe('why an apply failed', () => {
  test.each([
    ['nothing was done', ['upload a', 'upload b'], 'registry-unavailable'],
    ['one bundle was done', ['upload b'], 'apply-failed'],
    [
      'one bundle was written, and its job spec not installed',
      ['install zis:acme:job_spec:a_job', 'upload b'],
      'apply-failed'
    ]
  ])('the registry cannot be reached, and %s', async (_, failing, reason) => {
    const registry = new MemoryRegistry();
    registry.before = (call) => {
      if (failing.includes(call)) throw refused(503, 'unavailable');
    };
    const {failure} = await applyAll(registry, [declared('a'), declared('b')]);
    expect(failure?.reason).toBe(reason);
  });
});
