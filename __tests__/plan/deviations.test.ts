import {describe, expect, test} from '@jest/globals';
import type {DeclaredBundle, RegisteredBundle} from '../../src/bundle/model.js';
import {makePlan} from '../../src/plan/plan.js';
import {deviationsFrom, type ShownPlan} from '../../src/plan/deviations.js';
import type {Author} from '../../src/plan/recorded.js';
import type {Plan} from '../../src/plan/types.js';
import {bundle, declared, registered} from '../support/bundles.js';

const planOf = (own: DeclaredBundle[], there: RegisteredBundle[]) =>
  makePlan({
    target: {registryUrl: 'https://acme.zendesk.com', subdomain: 'acme'},
    declared: own,
    registered: there
  });
const shownBy = (plan: Plan, pullRequest = 7): ShownPlan => ({
  pullRequest,
  headSha: 'head',
  isOfHead: true,
  hash: plan.hash,
  bundles: plan.steps.map(({integration, name, desiredHash, liveHash}) => ({
    integration,
    name,
    desiredHash,
    liveHash
  }))
});
const names = (
  own: DeclaredBundle[],
  there: RegisteredBundle[],
  shown: ShownPlan | ShownPlan[],
  author: Author = 'others'
) => {
  const deviations = deviationsFrom([shown].flat(), planOf(own, there), () => author);
  return {
    registered: deviations.registered.map(({name}) => name),
    plan: deviations.plan.map(({name}) => name)
  };
};

const edited = declared('a', bundle('a', {result: 'new'}));
const reviewed = shownBy(planOf([edited, declared('b')], [registered('a'), registered('gone')]));

describe('deviationsFrom', () => {
  test('the plan that was shown deviates in nothing', () => {
    expect(names([edited, declared('b')], [registered('a'), registered('gone')], reviewed)).toEqual({
      registered: [],
      plan: []
    });
  });

  test('what has been applied already deviates in nothing', () => {
    const there = [registered('a', bundle('a', {result: 'new'})), registered('b')];
    expect(names([edited, declared('b')], there, reviewed)).toEqual({registered: [], plan: []});
  });

  test('a registered bundle that changed since, or appeared since, is a change of the account', () => {
    const there = [
      registered('a', bundle('a', {result: 'by hand'})),
      registered('b', bundle('b', {result: 'by hand'}))
    ];
    expect(names([edited, declared('b')], there, reviewed)).toEqual({registered: ['a', 'b'], plan: []});
  });

  test('a declared bundle that changed since, or that nobody saw, is a changed plan', () => {
    const own = [declared('a', bundle('a', {result: 'newer'})), declared('b'), declared('c')];
    expect(names(own, [registered('a'), registered('gone')], reviewed).plan).toEqual(['a', 'c']);
  });

  test('a bundle that changed on both sides is both', () => {
    const own = [declared('a', bundle('a', {result: 'newer'})), declared('b')];
    const there = [registered('a', bundle('a', {result: 'by hand'})), registered('gone')];
    expect(names(own, there, reviewed)).toEqual({registered: ['a'], plan: ['a']});
  });

  test('a deletion that nobody saw is a changed plan; one that was shown and is done is not', () => {
    expect(names([edited, declared('b')], [registered('a'), registered('other')], reviewed).plan).toEqual([
      'other'
    ]);
  });

  test('a bundle that was shown, and has nothing to be done any more, deviates in nothing', () => {
    expect(names([edited], [registered('a')], reviewed)).toEqual({registered: [], plan: []});
    const reverted = [declared('a'), declared('b')];
    expect(names(reverted, [registered('a'), registered('b')], reviewed)).toEqual({registered: [], plan: []});
  });

  test('what an apply of ours left registered is another plan, and no change by hand', () => {
    const there = [registered('a', bundle('a', {result: 'of ours'})), registered('gone')];
    expect(names([edited, declared('b')], there, reviewed, 'us')).toEqual({registered: [], plan: ['a']});
    expect(names([edited, declared('b')], there, reviewed, 'unknown')).toEqual({registered: ['a'], plan: []});
  });

  test('a bundle that was shown to be updated, or that is of another integration, is not shown to be deleted', () => {
    const shown = shownBy(planOf([edited], [registered('a')]));
    expect(names([], [registered('a')], shown).plan).toEqual(['a']);
    const elsewhere = shownBy(
      planOf([declared('a', edited.content, 'other')], [registered('a', bundle('a'), 'other')])
    );
    expect(names([edited], [registered('a')], elsewhere).plan).toEqual(['a']);
  });

  test('each bundle may be shown by another pull request, whatever the others showed of it', () => {
    const [own, there] = [
      [edited, declared('b')],
      [registered('a'), registered('gone')]
    ];
    const [first, second] = [
      planOf([edited], [registered('a')]),
      planOf([declared('a'), declared('b')], [registered('a'), registered('gone')])
    ];
    expect(names(own, there, [shownBy(first, 1), shownBy(second, 2)])).toEqual({registered: [], plan: []});
    expect(names(own, there, shownBy(first)).plan).toEqual(['b', 'gone']);
    expect(names(own, there, shownBy(second)).plan).toEqual(['a']);
  });

  test('of several that showed a bundle the nearest is named: as declared, else the newest', () => {
    const plans = ['older', 'newer'].map((result, index) =>
      shownBy(planOf([declared('a', bundle('a', {result}))], [registered('a')]), index)
    );
    const named = (result: string, there: RegisteredBundle) =>
      deviationsFrom(plans, planOf([declared('a', bundle('a', {result}))], [there]), () => 'others').plan.map(
        ({shown}) => shown?.plan.pullRequest
      );
    expect(named('newest', registered('a'))).toEqual([0]);
    const moved = registered('a', bundle('a', {result: 'by us'}));
    const ours = deviationsFrom(
      plans,
      planOf([declared('a', bundle('a', {result: 'newer'}))], [moved]),
      () => 'us'
    );
    expect(ours.plan.map(({shown}) => shown?.plan.pullRequest)).toEqual([1]);
  });

  test('where a comment has too many bundles to name them, only the very same plan is shown', () => {
    const cut = {...reviewed, bundles: null};
    expect(names([edited, declared('b')], [registered('a'), registered('gone')], cut)).toEqual({
      registered: [],
      plan: []
    });
    expect(names([edited], [registered('a'), registered('gone')], cut)).toEqual({
      registered: [],
      plan: ['a', 'gone']
    });
  });
});
