import {expect, test} from '@jest/globals';
import {createLimit} from '../../src/limit.js';
import {bundle} from '../support/bundles.js';
import {Scenario, type Tree} from '../support/scenario.js';

/** Every call of an apply, by its path. */
const CALLS: Readonly<Record<string, RegExp>> = {
  'the tree': /\/git\/trees\//,
  'a commit': /\/git\/commits\//,
  'a blob': /\/git\/blobs\//,
  'how commits stand': /\/compare\//,
  'the pull requests of a commit': /\/commits\/[^/]+\/pulls/,
  'a pull request': /\/pulls\/\d+$/,
  'the comments': /\/issues\/\d+\/comments/,
  'a comment': /\/issues\/comments\//,
  'the deployments': /\/deployments(?:\?|$)/,
  'the statuses of a deployment': /\/statuses/,
  'who it is': /\/user$/
};

const OLD: Tree = {'zis/orders.json': bundle('orders'), 'zis/alerts.json': bundle('alerts')};
const NEW: Tree = {'zis/orders.json': bundle('orders', {result: 'new'})};

test('GitHub answers 502 to one call or another: the plan passes, the apply does what it can prove and says the rest, the next one makes up for it', async () => {
  // Most of the time is waiting before a call is made again.
  const limit = createLimit(4);
  const ends = await Promise.all(
    Object.entries(CALLS).map(([what, path]) => limit(async () => [what, await meet(path)] as const))
  );
  for (const [what, end] of ends) expect([what, end]).toEqual([what, AS_IT_SHOULD]);
});

const AS_IT_SHOULD = {plan: 'changes', apply: 'applied', updated: '1', isSaid: true, hasMadeUp: true};

/** A plan, an apply and another one, of which the first two get no answer from this path. */
async function meet(path: RegExp): Promise<typeof AS_IT_SHOULD> {
  const scenario = await Scenario.start();
  await scenario.pushAndRun(OLD);
  const number = scenario.openPullRequest(NEW);
  let isDown = true;
  scenario.github.fail((_method, asked) => isDown && path.test(asked), 99, {status: 502});
  const planned = await scenario.runPullRequest(number, NEW);
  const {before, mergeSha} = scenario.github.merge(number);
  const push = {before, after: mergeSha, tree: NEW};
  const applied = await scenario.runPush(push);
  const isDone = scenario.registeredNames().length === 1;
  const said = applied.annotations.map(({message}) => message).join('\n') + applied.summary;
  isDown = false;
  scenario.github.forget();
  const next = await scenario.runPush(push);
  return {
    plan: planned.outputs['result'] ?? '',
    apply: applied.outputs['result'] ?? '',
    updated: applied.outputs['updated'] ?? '',
    isSaid: isDone || /GitHub|not known|Nothing is deleted/.test(said),
    hasMadeUp: next.exitCode === 0 && scenario.registeredNames().join() === 'orders'
  };
}
