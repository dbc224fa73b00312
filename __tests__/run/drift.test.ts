import {describe, expect, test} from '@jest/globals';
import {makePlan} from '../../src/plan/plan.js';
import type {RecordedApply} from '../../src/plan/recorded.js';
import {checkDrift, isChangedInAccount} from '../../src/run/drift.js';
import {bundle, declared, registered} from '../support/bundles.js';

const target = {registryUrl: 'https://acme.zendesk.com', subdomain: 'acme'};
const old = declared('a', bundle('a', {result: 'old'}));
const record: RecordedApply = {
  sha: 'abc',
  bundles: ['a', 'b'].map((name) => {
    const {integration, path, hash} = declared(name, bundle(name, {result: 'old'}));
    return {integration, name, path, desiredHash: hash};
  })
};
const planOf = (...live: [string, string][]) =>
  makePlan({
    target,
    declared: live.map(([name]) => declared(name, bundle(name, {result: 'new'}))),
    registered: live.map(([name, result]) => registered(name, bundle(name, {result})))
  });

describe('checkDrift', () => {
  test('passes what is as declared', () => {
    const plan = makePlan({target, declared: [old], registered: [registered('a', old.content)]});
    expect(checkDrift(plan, [record], 'abc')).toEqual({});
    expect(isChangedInAccount(null)).toBe(false);
  });

  test('says what was changed in the account, and what is only not applied yet', () => {
    const {drift, failure} = checkDrift(planOf(['a', 'by hand'], ['b', 'old']), [record], 'abc');
    expect(failure).toMatchObject({
      reason: 'drift',
      message:
        'the registry does not hold what this commit declares: 1 bundle changed in the account, 1 bundle not applied yet; the last apply was of abc'
    });
    expect(failure?.hint).toContain('bring the change that was made in the account');
    expect(isChangedInAccount(drift!)).toBe(true);
  });

  test('does not suspect anybody of what is only not applied yet', () => {
    const {drift, failure} = checkDrift(planOf(['a', 'old'], ['b', 'old']), [record], 'abc');
    expect(failure?.hint).toContain('Nothing was changed in the account');
    expect(isChangedInAccount(drift!)).toBe(false);
  });

  test('without records says neither, and counts as changed', () => {
    const {drift, failure} = checkDrift(planOf(['a', 'old']), [], null);
    expect(failure?.message).toBe('the registry does not hold what this commit declares');
    expect(failure?.hint).toContain('bring the change');
    expect(isChangedInAccount(drift!)).toBe(true);
  });
});
