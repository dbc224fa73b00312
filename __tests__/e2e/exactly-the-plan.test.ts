import {describe, expect, test} from '@jest/globals';
import {bundleHash} from '../../src/bundle/canonical.js';
import {accountAt} from '../support/account.js';
import {bundle, textAt} from '../support/bundles.js';
import {
  ORDERS,
  ALERTS,
  orders,
  base,
  changed,
  REQUIRE_PLAN,
  BUNDLES,
  deployed,
  merge,
  reviewed,
  registered,
  warnings,
  failsWith,
  SERIAL
} from '../support/deploys.js';
import {Scenario, type Tree} from '../support/scenario.js';

describe('plan, then exactly that plan', () => {
  test('what was reviewed is applied', async () => {
    const scenario = await deployed(base);
    const {push} = await reviewed(scenario, changed);
    const result = await scenario.runPush(push, REQUIRE_PLAN);
    expect(result.outputs).toMatchObject({result: 'applied', updated: '1'});
    expect(result.summary).not.toMatch(/reviewed this plan|no longer holds|is not what/);
  });

  test('a commit without a pull request: plan-missing where a plan is required, else it is applied', async () => {
    const scenario = await deployed(base);
    const push = scenario.push(changed);
    const refused = await scenario.runPush(push, REQUIRE_PLAN);
    failsWith(refused, 'plan-missing');
    expect(refused.stdout).toContain('this commit is of no merged pull request');
    expect(scenario.takeWrites()).toEqual([]);
    expect((await scenario.runPush(push)).outputs['result']).toBe('applied');
  });

  test('a pull request without a plan comment: plan-missing where a plan is required, else the report says it', async () => {
    const scenario = await deployed(base);
    const push = merge(scenario, scenario.openPullRequest(changed), changed);
    const refused = await scenario.runPush(push, REQUIRE_PLAN);
    failsWith(refused, 'plan-missing');
    expect(scenario.takeWrites()).toEqual([]);
    const applied = await scenario.runPush(push);
    expect(applied.outputs['result']).toBe('applied');
    expect(applied.summary).toContain('Nobody reviewed this plan');
  });

  test('files that changed after the plan was shown: plan-changed where a plan is required, else the report says it, both with the diff', async () => {
    const scenario = await deployed(base);
    const number = scenario.openPullRequest(changed);
    await scenario.runPullRequest(number, changed);
    const later: Tree = {...changed, [ORDERS]: orders('something else')};
    scenario.pushToPullRequest(later);
    const push = merge(scenario, number, later);

    const refused = await scenario.runPush(push, REQUIRE_PLAN);
    failsWith(refused, 'plan-changed');
    expect(scenario.takeWrites()).toEqual([]);
    const applied = await scenario.runPush(push);
    expect(applied.outputs['result']).toBe('applied');
    for (const {summary} of [refused, applied]) {
      expect(summary).toContain('declared in the plan → declared now');
      expect(summary).toMatch(/^-.*"goodbye"/m);
      expect(summary).toMatch(/^\+.*"something else"/m);
    }
  });

  test('a bundle that changed in the account: live-changed, with the diff, unless on-live-change: overwrite', async () => {
    const scenario = await deployed(base);
    const {push} = await reviewed(scenario, changed);
    await accountAt(scenario.registry.url).upload(orders('edited by hand'));
    scenario.takeWrites();

    const refused = await scenario.runPush(push);
    failsWith(refused, 'live-changed');
    expect(scenario.takeWrites()).toEqual([]);
    expect(refused.summary).toContain('registered when the plan was made → registered now');
    expect(refused.summary).toMatch(/^-.*"hello"/m);
    expect(refused.summary).toMatch(/^\+.*"edited by hand"/m);

    const overwritten = await scenario.runPush(push, {inputs: {'on-live-change': 'overwrite'}});
    expect(overwritten.outputs['result']).toBe('applied');
    expect(warnings(overwritten).join()).toContain('It is overwritten');
    expect(bundleHash(registered(scenario, 'orders') ?? {})).toBe(bundleHash(orders('goodbye')));
  });

  test("a plan comment that somebody else forged is nobody's plan", async () => {
    const scenario = await deployed(base);
    const number = scenario.openPullRequest(changed);
    await scenario.runPullRequest(number, changed);
    const [ours] = scenario.github.commentsOn(number);
    scenario.github.comments.delete(ours?.id ?? 0);
    scenario.github.addComment(number, 'mallory', ours?.body ?? '');
    scenario.github.addComment(number, null, ours?.body ?? '');
    const result = await scenario.runPush(merge(scenario, number, changed), REQUIRE_PLAN);
    failsWith(result, 'plan-missing');
    expect(scenario.takeWrites()).toEqual([]);
  });

  test('a second apply after one that failed is still held to what was reviewed', async () => {
    const scenario = await deployed(base);
    const both: Tree = {[ORDERS]: orders('goodbye'), [ALERTS]: bundle('alerts', {result: 'louder'})};
    const {push} = await reviewed(scenario, both);
    scenario.registry.script({match: {method: 'POST', path: BUNDLES}, fault: {kind: 'status', status: 400}});
    failsWith(await scenario.runPush(push, {...REQUIRE_PLAN, ...SERIAL}), 'apply-failed');
    expect(bundleHash(registered(scenario, 'orders') ?? {})).toBe(bundleHash(orders('goodbye')));

    const account = accountAt(scenario.registry.url);
    await account.upload(bundle('alerts', {result: 'edited by hand'}));
    failsWith(await scenario.runPush(push, REQUIRE_PLAN), 'live-changed');
    await account.upload(bundle('alerts'));
    const done = await scenario.runPush(push, REQUIRE_PLAN);
    expect(done.outputs).toMatchObject({result: 'applied', updated: '1', unchanged: '1'});
  });

  test('more bundles than a comment can name are held to the hash of the plan', async () => {
    const scenario = await Scenario.start();
    const many = Object.fromEntries(
      Array.from({length: 260}, (_, index) => [`zis/b${index}.json`, bundle(`b${index}`)])
    );
    const number = scenario.openPullRequest(many);
    await scenario.runPullRequest(number, many);
    const push = merge(scenario, number, many);
    await accountAt(scenario.registry.url).upload(bundle('b7', {result: 'made by hand'}));
    failsWith(await scenario.runPush(push, REQUIRE_PLAN), 'plan-changed');
    await accountAt(scenario.registry.url).delete(textAt(registered(scenario, 'b7'), 'uuid'));
    expect((await scenario.runPush(push, REQUIRE_PLAN)).outputs).toMatchObject({
      result: 'applied',
      created: '260'
    });
  });
});

/** One request after the other, in the plan's order. */
