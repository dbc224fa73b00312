import {describe, expect, test} from '@jest/globals';
import {bundle} from '../support/bundles.js';
import {MemoryWorkflow, type MemoryRun, type Tree} from '../support/memory-workflow.js';

const DECLARED: Tree = {'zis/orders.json': bundle('orders')};
const DRIFT = {inputs: {'drift-issue': 'true'}};

async function deployed(): Promise<MemoryWorkflow> {
  const workflow = new MemoryWorkflow();
  expect((await workflow.pushAndRun(DECLARED)).failure).toBe('');
  return workflow;
}

/** The bundle is replaced, and its job spec installed again. */
const byHand = ({registry}: MemoryWorkflow, result: string): void => {
  registry.put('acme', bundle('orders', {result}));
  registry.installed.add('zis:acme:job_spec:orders_job');
};
const issues = ({github}: MemoryWorkflow) =>
  [...github.state.issues.values()].filter(({pull}) => pull === null);
const writes = ({github}: MemoryWorkflow): string[] =>
  github.calls
    .filter((call) => /^(create|update)Issue /.test(call))
    .map((call) => call.replace(/ .*? /, ' '));
const reason = ({outputs}: MemoryRun): string => outputs['failure-reason'] ?? '';

describe('the drift issue', () => {
  test('is opened, left alone, updated, closed, and opened anew', async () => {
    const workflow = await deployed();
    expect(reason(await workflow.runSchedule(DRIFT))).toBe('');
    expect(issues(workflow)).toEqual([]);
    byHand(workflow, 'by hand');
    const run = await workflow.runSchedule(DRIFT);
    expect(reason(run)).toBe('drift');
    expect(run.said).toContain('The drift is reported in issue #1.');
    const [issue] = issues(workflow);
    expect(issue).toMatchObject({title: 'ZIS drift in acme', state: 'open', labels: [{name: 'zis-drift'}]});
    expect(issue?.body).toContain('orders');
    await workflow.runSchedule(DRIFT);
    expect(writes(workflow)).toHaveLength(1);
    byHand(workflow, 'by another hand');
    await workflow.runSchedule(DRIFT);
    expect(writes(workflow)).toHaveLength(2);
    expect(issue?.body).toContain('by another hand');
    byHand(workflow, 'hello');
    await workflow.runSchedule(DRIFT);
    expect(issue).toMatchObject({state: 'closed'});
    byHand(workflow, 'once more');
    await workflow.runSchedule(DRIFT);
    expect(issues(workflow)).toHaveLength(2);
  });

  test('is kept only where that is asked for, and by drift alone', async () => {
    const workflow = await deployed();
    byHand(workflow, 'by hand');
    await workflow.runSchedule();
    await workflow.runSchedule({inputs: {command: 'plan', 'drift-issue': 'true'}});
    expect(writes(workflow)).toEqual([]);
  });

  test('says nothing of a run that failed for another reason, and stays open', async () => {
    const workflow = await deployed();
    byHand(workflow, 'by hand');
    await workflow.runSchedule(DRIFT);
    const {body} = issues(workflow)[0]!;
    const run = await workflow.runSchedule({...DRIFT, tree: {'zis/orders.json': '{'}});
    expect(reason(run)).toBe('invalid-bundles');
    expect(issues(workflow)).toMatchObject([{state: 'open', body}]);
  });

  test('of somebody else, of another step or of another account is not ours', async () => {
    const workflow = await deployed();
    byHand(workflow, 'by hand');
    await workflow.runSchedule({inputs: {...DRIFT.inputs, 'comment-key': 'other'}});
    await workflow.runSchedule(DRIFT);
    const ours = issues(workflow)[1]!;
    const {body} = ours;
    Object.assign(ours, {author: workflow.github.state.account('mallory')});
    await workflow.runSchedule(DRIFT);
    expect(issues(workflow)).toHaveLength(3);
    expect(ours.body).toBe(body);
    const elsewhere = {...DRIFT.inputs, subdomain: 'other'};
    await workflow.runSchedule({inputs: elsewhere});
    expect(
      issues(workflow)
        .map(({title}) => title)
        .at(-1)
    ).toBe('ZIS drift in other');
    byHand(workflow, 'hello');
    await workflow.runSchedule(DRIFT);
    expect(issues(workflow).map(({state}) => state)).toEqual(['open', 'open', 'closed', 'open']);
  });

  test.each([
    ['openIssues', 502, 'unavailable', 'openIssues failed'],
    ['createIssue', 403, 'permission', 'issues: write']
  ] as const)(
    '%s fails: one warning, and the drift is reported all the same',
    async (method, status, kind, words) => {
      const workflow = await deployed();
      byHand(workflow, 'by hand');
      workflow.github.fail(method, status, kind);
      const run = await workflow.runSchedule(DRIFT);
      expect(reason(run)).toBe('drift');
      expect(run.said).toContain('The drift issue was not written');
      expect(run.said).toContain(words);
      expect(run.summary).toContain('orders');
    }
  );

  test('without a token', async () => {
    const workflow = await deployed();
    byHand(workflow, 'by hand');
    const run = await workflow.runSchedule({...DRIFT, token: false});
    expect(run.said).toContain('No drift issue is kept');
    expect(reason(run)).toBe('drift');
  });
});
