import {describe, expect, test} from '@jest/globals';
import type {DeclaredBundle, RegisteredBundle} from '../../src/bundle/model.js';
import {makePlan} from '../../src/plan/plan.js';
import {deviationsFrom, type ShownBundle} from '../../src/plan/deviations.js';
import {bundle, declared, registered} from '../support/bundles.js';

const planOf = (wanted: DeclaredBundle[], live: RegisteredBundle[]) =>
  makePlan({
    target: {registryUrl: 'https://acme.zendesk.com', subdomain: 'acme'},
    declared: wanted,
    registered: live
  });
const shownBy = (plan: ReturnType<typeof planOf>): ShownBundle[] =>
  plan.steps.map(({integration, name, desiredHash, liveHash}) => ({
    integration,
    name,
    desiredHash,
    liveHash
  }));
const names = (wanted: DeclaredBundle[], live: RegisteredBundle[], shown: ShownBundle[]) => {
  const deviations = deviationsFrom(shown, planOf(wanted, live));
  return {live: deviations.live.map(({name}) => name), plan: deviations.plan.map(({name}) => name)};
};

const edited = declared('a', bundle('a', {result: 'new'}));
const reviewed = shownBy(planOf([edited, declared('b')], [registered('a'), registered('gone')]));

describe('deviationsFrom', () => {
  test('the plan that was shown deviates in nothing', () => {
    expect(names([edited, declared('b')], [registered('a'), registered('gone')], reviewed)).toEqual({
      live: [],
      plan: []
    });
  });

  test('what has been applied already deviates in nothing', () => {
    const live = [registered('a', bundle('a', {result: 'new'})), registered('b')];
    expect(names([edited, declared('b')], live, reviewed)).toEqual({live: [], plan: []});
  });

  test('a registered bundle that changed since, or appeared since, is a live change', () => {
    const live = [
      registered('a', bundle('a', {result: 'by hand'})),
      registered('b', bundle('b', {result: 'by hand'}))
    ];
    expect(names([edited, declared('b')], live, reviewed)).toEqual({live: ['a', 'b'], plan: []});
  });

  test('a declared bundle that changed since, or that nobody saw, is a changed plan', () => {
    const wanted = [declared('a', bundle('a', {result: 'newer'})), declared('b'), declared('c')];
    expect(names(wanted, [registered('a'), registered('gone')], reviewed).plan).toEqual(['a', 'c']);
  });

  test('a bundle that changed on both sides is both', () => {
    const wanted = [declared('a', bundle('a', {result: 'newer'})), declared('b')];
    const live = [registered('a', bundle('a', {result: 'by hand'})), registered('gone')];
    expect(names(wanted, live, reviewed)).toEqual({live: ['a'], plan: ['a']});
  });

  test('a deletion that nobody saw is a changed plan; one that was shown and is done is not', () => {
    expect(names([edited, declared('b')], [registered('a'), registered('other')], reviewed).plan).toEqual([
      'other'
    ]);
  });

  test('a bundle that was to be created and is not declared any more is a changed plan', () => {
    expect(names([edited], [registered('a')], reviewed).plan).toEqual(['b']);
  });
});
