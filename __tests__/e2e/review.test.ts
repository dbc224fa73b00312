import {expect, test} from '@jest/globals';
import {readHeader} from '../../src/report/header.js';
import {accountAt} from '../support/account.js';
import {bundle} from '../support/bundles.js';
import type {RunResult} from '../support/runner.js';
import {Scenario, type Tree} from '../support/scenario.js';

const file = (name: string, result = 'old'): Tree => ({[`zis/${name}.json`]: bundle(name, {result})});
const OLD: Tree = {...file('orders'), ...file('alerts')};
const REQUIRE_PLAN = {inputs: {'require-plan': 'true'}};

async function deployed(): Promise<Scenario> {
  const scenario = await Scenario.start();
  expect((await scenario.pushAndRun(OLD)).outputs['result']).toBe('applied');
  scenario.takeWrites();
  return scenario;
}

/** A pull request with these files, planned. */
async function propose(scenario: Scenario, tree: Tree, branch: string): Promise<number> {
  const number = scenario.openPullRequest(tree, branch);
  expect((await scenario.runPullRequest(number, tree)).exitCode).toBe(0);
  return number;
}

function fails(result: RunResult, reason: string): void {
  expect(result.outputs).toMatchObject({result: 'failed', 'failure-reason': reason});
  expect(result.exitCode).toBe(1);
}

test('several pull requests in one push are held to the plan of each, and each comment says that it was applied', async () => {
  const scenario = await deployed();
  const first = await propose(scenario, {...OLD, ...file('orders', 'new')}, 'first');
  const second = await propose(scenario, {...OLD, ...file('refunds')}, 'second');
  const {before} = scenario.github.merge(first, {method: 'squash'});
  const {mergeSha: after} = scenario.github.merge(second, {method: 'rebase'});
  const tree = {...OLD, ...file('orders', 'new'), ...file('refunds')};
  const run = await scenario.runPush({before, after, tree}, REQUIRE_PLAN);
  expect(run.outputs).toMatchObject({result: 'applied', created: '1', updated: '1'});
  for (const number of [first, second]) {
    expect(readHeader(scenario.onlyComment(number))).toMatchObject({state: 'applied'});
  }
});

test('a comment that was edited, and one that another workflow forged, are no plan', async () => {
  const scenario = await deployed();
  const tree = {...OLD, ...file('orders', 'new')};
  const number = await propose(scenario, tree, 'change');
  const [comment] = scenario.github.commentsOn(number);
  const signed = comment!.body;
  comment!.body = signed.replace('orders', 'harmless');
  const {before, mergeSha: after} = scenario.github.merge(number);
  const edited = await scenario.runPush({before, after, tree}, REQUIRE_PLAN);
  fails(edited, 'plan-missing');
  expect(edited.summary).toContain('not signed with this plan-key, or was changed since');
  // Another workflow writes with the same name: what it forged stands above the true plan, and hides it not.
  const forged = await scenario.runPush(
    {before, after, tree},
    {inputs: {'require-plan': 'true', 'plan-key': 'another key of 27 letters..'}}
  );
  fails(forged, 'plan-missing');
  scenario.github.addComment(number, 'github-actions[bot]', signed);
  expect(scenario.takeWrites()).toEqual([]);
  const applied = await scenario.runPush({before, after, tree}, REQUIRE_PLAN);
  expect(applied.outputs['result']).toBe('applied');
});

test('drift tells a commit that waits for its apply from a change in the account, and opens an issue for the latter', async () => {
  const scenario = await deployed();
  const later = {...OLD, ...file('orders', 'new')};
  const {before, after} = scenario.push(later);
  const drift = () =>
    scenario.run(
      {eventName: 'schedule', event: scenario.github.scheduleEvent(), sha: after, ref: 'refs/heads/main'},
      {tree: later, inputs: {'drift-issue': 'true'}}
    );
  const waiting = await drift();
  expect(waiting.outputs).toMatchObject({result: 'drift', 'failure-reason': 'drift'});
  expect(waiting.summary).toContain('1 bundle not applied yet');
  expect(waiting.summary.replaceAll('\u200b', '')).toContain(before);
  const issues = () => [...scenario.github.issues.values()].filter(({pull}) => pull === null);
  expect(issues()).toEqual([]);
  await accountAt(scenario.registry.url).upload(bundle('alerts', {result: 'by hand'}));
  const changed = await drift();
  expect(changed.summary).toContain('1 bundle changed in the account, 1 bundle not applied yet');
  expect(issues()).toMatchObject([{state: 'open'}]);
  expect(issues()[0]?.body).toContain('**update**, changed in the account | `alerts`');
});
