import {describe, expect, test} from '@jest/globals';
import type {GitHub} from '../../src/ports.js';
import {bundle} from '../support/bundles.js';
import {MemoryWorkflow, type MemoryRun, type Tree} from '../support/memory-workflow.js';

const file = (name: string, result = 'old'): Tree => ({[`zis/${name}.json`]: bundle(name, {result})});
const OLD: Tree = {...file('orders'), ...file('alerts')};
const NEW: Tree = file('orders', 'new');

/** Every call that a plan or an apply makes. */
const METHODS = [
  'login',
  'listComments',
  'createComment',
  'updateComment',
  'pullRequest',
  'pullRequestsOf',
  'compare',
  'deployments',
  'deploymentStatuses',
  'createDeployment',
  'createDeploymentStatus',
  'tree',
  'blob'
] as const satisfies readonly (keyof GitHub)[];

/** A workflow in which two bundles are deployed. */
async function deployed(): Promise<MemoryWorkflow> {
  const workflow = new MemoryWorkflow();
  expect((await workflow.pushAndRun(OLD)).failure).toBe('');
  workflow.registry.calls.length = 0;
  return workflow;
}

const wasAsked = ({github}: MemoryWorkflow, method: string): boolean =>
  github.calls.some((call) => call.split(' ')[0] === method);
const isNew = ({registry}: MemoryWorkflow): boolean =>
  JSON.stringify([...registry.bundles.values()]).includes('"new"');
/** Whether log, report or failure name the call. */
const isSaid = ({said, failure}: MemoryRun, method: string): boolean =>
  `${said}\n${failure}`.includes(`GitHub: ${method} failed`);

describe.each(METHODS)('GitHub answers 502 to %s', (method) => {
  test('a plan passes all the same', async () => {
    const workflow = await deployed();
    const number = workflow.openPullRequest(NEW);
    workflow.github.calls.length = 0;
    workflow.github.fail(method);
    const run = await workflow.runPullRequest(number);
    expect(run.outputs).toMatchObject({result: 'changes', 'failure-reason': '', updated: '1'});
    expect(workflow.registry.writes).toEqual([]);
  });

  test.each([true, false])(
    'an apply (require-plan: %s) does what it can prove, says the rest, and the next makes up for it',
    async (strict) => {
      const workflow = await deployed();
      const number = await workflow.propose(NEW);
      const {before, mergeSha: after} = workflow.merge(number);
      const settings = {inputs: {'require-plan': String(strict)}};
      workflow.github.calls.length = 0;
      workflow.github.fail(method);
      const run = await workflow.runPush({before, after}, settings);
      const isDone = isNew(workflow) && workflow.registeredNames().join() === 'orders';
      if (run.outputs['result'] === 'failed') expect(workflow.registry.writes).toEqual([]);
      else expect(isNew(workflow)).toBe(true);
      if (!isDone) expect(wasAsked(workflow, method)).toBe(true);
      if (!isDone) expect(isSaid(run, method)).toBe(true);
      workflow.github.before = () => undefined;
      const next = await workflow.runPush({before, after}, settings);
      expect(next.failure).toBe('');
      expect(workflow.registeredNames()).toEqual(['orders']);
      expect(isNew(workflow)).toBe(true);
    }
  );
});
