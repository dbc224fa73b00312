import {expect, test} from '@jest/globals';
import {bundle} from '../support/bundles.js';
import type {RunResult} from '../support/runner.js';
import {Scenario, type Tree} from '../support/scenario.js';

const three = (result: string): Tree =>
  Object.fromEntries(['a', 'b', 'c'].map((name) => [`zis/${name}.json`, bundle(name, {result})]));

test('the proof before deletions costs no more than two requests to GitHub a run, and two for each further pull request of a push', async () => {
  const scenario = await Scenario.start();
  const counts: Record<string, [number, string]> = {};
  let before = 0;
  const count = (what: string, {outputs}: RunResult): void => {
    const all = scenario.github.exchanges.length;
    counts[what] = [all - before, outputs['failure-reason'] || (outputs['result'] ?? '')];
    before = all;
  };
  const first = scenario.push(three('old'));
  count('a first push', await scenario.runPush(first));
  const pulls = ['a', 'b', 'c'].map((name) =>
    scenario.openPullRequest(
      {...three('old'), [`zis/${name}.json`]: bundle(name, {result: 'new'})},
      `change-${name}`
    )
  );
  for (const [index, number] of pulls.entries())
    count(index === 0 ? 'a plan' : 'another plan', await scenario.runPullRequest(number));
  const merges = pulls.map((number) => scenario.github.merge(number));
  const merged = {before: merges[0]?.before ?? '', after: merges.at(-1)?.mergeSha ?? '', tree: three('new')};
  count('three merges', await scenario.runPush(merged, {inputs: {'require-plan': 'true'}}));
  count('an old run again', await scenario.runPush(first));
  count('a push', await scenario.pushAndRun(three('newest')));
  const one = scenario.openPullRequest({...three('newest'), 'zis/a.json': bundle('a')}, 'closing');
  count('a last plan', await scenario.runPullRequest(one));
  scenario.github.merge(one);
  count('a merge', await scenario.run(scenario.pullRequestContext(one, {action: 'closed'})));
  const event = scenario.github.scheduleEvent();
  const sha = scenario.github.tip('main');
  count('drift', await scenario.run({eventName: 'schedule', event, sha, ref: 'refs/heads/main'}));

  // What each cost before anything was proven, and how it ended.
  const former: Record<string, [number, string]> = {
    'a first push': [7, 'applied'],
    'a plan': [10, 'changes'],
    'another plan': [10, 'changes'],
    'three merges': [17, 'applied'],
    'an old run again': [8, 'stale-commit'],
    'a push': [9, 'applied'],
    'a last plan': [11, 'changes'],
    'a merge': [15, 'applied'],
    drift: [4, 'no-changes']
  };
  for (const [what, [requests, end]] of Object.entries(former)) {
    const allowed = requests + 2 * (what === 'three merges' ? 2 : 1);
    expect([what, counts[what]?.[1]]).toEqual([what, end]);
    expect(counts[what]?.[0]).toBeLessThanOrEqual(allowed);
  }
});
