import {describe, expect, test} from '@jest/globals';
import {countSteps, hasChanges, makePlan, withSteps} from '../../src/plan/plan.js';
import {bundle, declared, registered} from '../support/bundles.js';

const target = {registryUrl: 'https://acme.zendesk.com', subdomain: 'acme'};

describe('makePlan', () => {
  test('creates, updates, deletes and leaves alone, sorted by integration and name', () => {
    const plan = makePlan({
      target,
      declared: [
        declared('same'),
        declared('new'),
        declared('edited', bundle('edited', {result: 'hi'})),
        declared('b', bundle('b'), 'aaa')
      ],
      registered: [registered('same'), registered('edited'), registered('gone')]
    });
    expect(plan.steps.map((step) => [step.integration, step.name, step.action])).toEqual([
      ['aaa', 'b', 'create'],
      ['acme', 'edited', 'update'],
      ['acme', 'gone', 'delete'],
      ['acme', 'new', 'create'],
      ['acme', 'same', 'unchanged']
    ]);
    expect(countSteps(plan.steps)).toEqual({created: 2, updated: 1, deleted: 1, unchanged: 1});
    expect(hasChanges(plan)).toBe(true);
  });

  test('says which resources are added, removed and changed', () => {
    const before = bundle('b', {resources: {old: {type: 'ZIS::Flow', properties: {name: 'old'}}}});
    const after = bundle('b', {
      result: 'changed',
      resources: {new: {type: 'ZIS::JobSpec', properties: {name: 'n'}}}
    });
    const {steps} = makePlan({
      target,
      declared: [declared('b', after)],
      registered: [registered('b', before)]
    });
    expect(steps[0]?.resources).toEqual([
      {key: 'b_flow', type: 'ZIS::Flow', name: 'b_flow', change: 'changed'},
      {key: 'new', type: 'ZIS::JobSpec', name: 'n', change: 'added'},
      {key: 'old', type: 'ZIS::Flow', name: 'old', change: 'removed'}
    ]);
  });

  test('bundles are told apart by integration and name together', () => {
    const {steps} = makePlan({
      target,
      declared: [declared('x', bundle('x'), 'one'), declared('x', bundle('x'), 'two')],
      registered: [registered('x', bundle('x'), 'two')]
    });
    expect(steps.map((step) => step.action)).toEqual(['create', 'unchanged']);
  });

  test('the plan hash changes with the target, the wanted and the live content, and with nothing else', () => {
    const base = {target, declared: [declared('a')], registered: [registered('a', bundle('a', {result: 1}))]};
    const {hash} = makePlan(base);
    expect(makePlan({...base, declared: [{...declared('a'), path: 'elsewhere.json'}]}).hash).toBe(hash);
    expect(makePlan({...base, target: {...target, subdomain: 'other'}}).hash).not.toBe(hash);
    expect(makePlan({...base, declared: [declared('a', bundle('a', {result: 2}))]}).hash).not.toBe(hash);
    expect(makePlan({...base, registered: [registered('a', bundle('a', {result: 3}))]}).hash).not.toBe(hash);
    expect(makePlan({...base, target: {...target, registryUrl: 'https://b.example'}}).hash).not.toBe(hash);
  });

  test.each([
    {install: ['zis:acme:job_spec:a_job'], uninstall: []},
    {install: [], uninstall: ['zis:acme:job_spec:a_job']}
  ])('job specs alone are a change, and change the hash: %j', (jobSpecs) => {
    const plan = makePlan({target, declared: [declared('a')], registered: [registered('a')]});
    expect(hasChanges(plan)).toBe(false);
    const changed = withSteps(
      plan,
      plan.steps.map((step) => ({...step, jobSpecs}))
    );
    expect(hasChanges(changed)).toBe(true);
    expect(changed.hash).not.toBe(plan.hash);
    expect(withSteps(changed, changed.steps).hash).toBe(changed.hash);
  });
});
