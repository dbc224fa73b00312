import {describe, expect, test} from '@jest/globals';
import {bundle, bundleWith, flow, jobSpec} from '../support/bundles.js';
import {MemoryWorkflow} from '../support/memory-workflow.js';

const states = {Greet: {Type: 'Pass', Result: 'x', ResultPath: '$.greeting', End: true}};
const of = (name: string, ...flows: readonly string[]) =>
  bundleWith(name, {
    ...Object.fromEntries(flows.map((one) => [one, flow(one, 'Greet', states)])),
    spec: jobSpec(`${name}_job`, 'ticket.TicketCreated', `zis:acme:flow:${flows[0] ?? ''}`)
  });

describe('names in a plan', () => {
  test('a bundle that is renamed and a flow that moves are shown as such', async () => {
    const workflow = new MemoryWorkflow();
    await workflow.pushAndRun({
      'zis/old.json': of('old', 'f1'),
      'zis/a.json': of('a', 'f2', 'f3'),
      'zis/b.json': of('b', 'f4')
    });
    const number = workflow.openPullRequest({
      'zis/new.json': of('new', 'f1'),
      'zis/a.json': of('a', 'f2'),
      'zis/b.json': of('b', 'f4', 'f3')
    });
    const {outputs} = await workflow.runPullRequest(number);
    expect(outputs).toMatchObject({created: '1', updated: '2', deleted: '1'});
    const comment = workflow.onlyComment(number);
    expect(comment).toContain('**Renamed and moved**');
    expect(comment).toContain('- `old` is renamed to `new` in `acme`');
    expect(comment).toContain('- `a` → `b` in `acme`: flow `f3`');
    expect(comment).toMatch(/\*\*create\*\*, renamed/);
    expect(comment).toMatch(/\*\*delete\*\*, renamed/);
    expect(comment).toMatch(/\*\*update\*\*, moved.*`a`/);
  });

  test('a name that a registered bundle has which nobody declares is a finding at its place', async () => {
    const workflow = new MemoryWorkflow();
    workflow.registry.put('acme', of('theirs', 'f1'));
    const number = workflow.openPullRequest({'zis/ours.json': of('ours', 'f1', 'f2')});
    const {outputs, annotations} = await workflow.runPullRequest(number);
    expect(outputs).toMatchObject({result: 'changes', errors: '0'});
    expect(annotations).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        file: 'zis/ours.json',
        title: 'resource/name-taken',
        message: expect.stringContaining(
          'the registered bundle "theirs", which no bundle file declares, has a flow "f1", too'
        ) as unknown
      })
    );
    const off = await workflow.runPullRequest(number, {inputs: {rules: 'resource/name-taken: off'}});
    expect(off.annotations.filter(({title}) => title === 'resource/name-taken')).toEqual([]);
    const strict = await workflow.runPullRequest(number, {inputs: {'fail-on': 'warning'}});
    expect(strict.outputs).toMatchObject({result: 'invalid', 'failure-reason': 'invalid-bundles'});
  });

  test('an apply that may not warn stops before its first write', async () => {
    const workflow = new MemoryWorkflow();
    workflow.registry.put('acme', of('theirs', 'f1'));
    const {outputs} = await workflow.pushAndRun(
      {'zis/ours.json': of('ours', 'f1')},
      {inputs: {'fail-on': 'warning'}}
    );
    expect(outputs['failure-reason']).toBe('invalid-bundles');
    expect(workflow.registry.writes).toEqual([]);
  });

  test('registered bundles are read for names only where an upload has a new one', async () => {
    const workflow = new MemoryWorkflow();
    workflow.registry.put('acme', of('theirs', 'f9'));
    await workflow.pushAndRun({'zis/a.json': bundle('a')});
    workflow.registry.calls.length = 0;
    await workflow.pushAndRun({'zis/a.json': bundle('a', {result: 'new'})});
    expect(workflow.registry.calls).not.toContain('show uuid-1');
    await workflow.pushAndRun({'zis/a.json': bundle('a', {result: 'new'}), 'zis/b.json': bundle('b')});
    expect(workflow.registry.calls).toContain('show uuid-1');
  });
});

describe('job specs of what went by hand or half-way', () => {
  test('of a bundle that was deleted by hand and whose file then goes are uninstalled', async () => {
    const workflow = new MemoryWorkflow();
    await workflow.pushAndRun({'zis/a.json': bundle('a'), 'zis/b.json': bundle('b')});
    const [uuid] = [...workflow.registry.bundles].find(([, one]) => one['name'] === 'b') ?? [];
    workflow.registry.bundles.delete(uuid ?? '');
    const {outputs} = await workflow.pushAndRun({'zis/a.json': bundle('a')});
    expect(outputs).toMatchObject({result: 'applied', deleted: '0', unchanged: '1'});
    expect([...workflow.registry.installed]).toEqual(['zis:acme:job_spec:a_job']);
    expect((await workflow.pushAndRun({'zis/a.json': bundle('a'), 'README.md': 'x'})).outputs['result']).toBe(
      'no-changes'
    );
  });

  test('with keep: those that were installed before an apply that did not come to its end are installed again', async () => {
    const workflow = new MemoryWorkflow({'job-specs': 'keep'});
    const {registry} = workflow;
    await workflow.pushAndRun({'zis/a.json': bundle('a'), 'zis/b.json': bundle('b')});
    registry.installed.add('zis:acme:job_spec:a_job');
    registry.before = (call) => {
      if (call.startsWith('install')) throw new Error('killed');
    };
    const changed = {'zis/a.json': bundle('a', {result: 'new'}), 'zis/b.json': bundle('b', {result: 'new'})};
    await workflow.pushAndRun(changed);
    expect([...registry.installed]).toEqual([]);
    registry.before = () => undefined;
    const {outputs} = await workflow.pushAndRun({...changed, 'README.md': 'again'});
    expect(outputs['result']).toBe('applied');
    expect([...registry.installed]).toEqual(['zis:acme:job_spec:a_job']);
    expect((await workflow.pushAndRun({...changed, 'README.md': 'more'})).outputs['result']).toBe(
      'no-changes'
    );
  });
});
