import {describe, expect, test} from '@jest/globals';
import {bundleHash} from '../../src/bundle/canonical.js';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {accountAt} from '../support/account.js';
import {bundle} from '../support/bundles.js';
import {orders, base, deployed, registered, failsWith, SERIAL_ONLY, changed} from '../support/deploys.js';
import {Scenario, type Tree} from '../support/scenario.js';

describe('two applies at once', () => {
  test('an update stops with live-changed where another apply got there first; what two create has the content of the last', async () => {
    const theirs = [orders('theirs'), bundle('zebra', {result: 'theirs'})];
    let armed = false;
    const others: Promise<void>[] = [];
    const scenario: Scenario = await deployed(base, {
      // Theirs takes two answers from our first change on, and ours more until it creates the same bundle.
      latencyMs: 100,
      onChange: () => {
        if (armed && others.length === 0) others.push(accountAt(scenario.registry.url).upload(...theirs));
      }
    });
    const push = scenario.push({
      'zis/aaa.json': bundle('aaa'),
      ...changed,
      'zis/zebra.json': bundle('zebra', {result: 'ours'})
    });
    armed = true;
    const result = await scenario.runPush(push, SERIAL_ONLY);
    await Promise.all(others);
    failsWith(result, 'live-changed');
    expect(result.outputs).toMatchObject({created: '2', updated: '0'});
    // The list is read once before all creations, and the registry has no conditional writes.
    expect(bundleHash(registered(scenario, 'zebra') ?? {})).toBe(
      bundleHash(bundle('zebra', {result: 'ours'}))
    );
    expect(bundleHash(registered(scenario, 'orders') ?? {})).toBe(bundleHash(theirs[0] ?? {}));
  });

  test('whatever they do to one another, each bundle is one of the two, and the last to run again gets its own', async () => {
    const tree = (result: string): Tree =>
      Object.fromEntries(
        Array.from({length: 6}, (_, index) => [`zis/b${index}.json`, bundle(`b${index}`, {result})])
      );
    const scenario = await Scenario.start();
    const [first, second] = [scenario.push(tree('first')), scenario.push(tree('second'))];
    const results = await Promise.all([scenario.runPush(first), scenario.runPush(second)]);
    for (const {outputs} of results)
      expect(['', 'live-changed', 'apply-failed', 'stale-commit']).toContain(outputs['failure-reason']);
    const possible = [first, second]
      .flatMap((push) => Object.values(push.tree))
      .map((one) => bundleHash(one as JsonObject));
    for (const found of scenario.registry.bundles()) expect(possible).toContain(bundleHash(found));
    expect(scenario.registeredNames()).toEqual(['b0', 'b1', 'b2', 'b3', 'b4', 'b5']);

    const {exitCode} = await scenario.runPush(second);
    expect(exitCode).toBe(0);
    expect(scenario.registry.bundles().map(bundleHash).sort()).toEqual(
      Object.values(second.tree)
        .map((one) => bundleHash(one as JsonObject))
        .sort()
    );
  }, 120_000);
});
