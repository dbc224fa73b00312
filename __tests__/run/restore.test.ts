import {describe, expect, test} from '@jest/globals';
import {bundleHash} from '../../src/bundle/canonical.js';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {bundle, jobSpec} from '../support/bundles.js';
import {MemoryWorkflow, type MemoryRun, type MemoryRunSettings} from '../support/memory-workflow.js';

const BACKUP = '/tmp/backup.json';
const job = (name: string): string => `zis:acme:job_spec:${name}`;
const extra = {extra: jobSpec('extra_job', 'ticket.TicketCreated', 'zis:acme:flow:edited_flow')};

const before = {
  'zis/edited.json': bundle('edited', {result: 'good', resources: extra}),
  'zis/gone.json': bundle('gone'),
  'zis/same.json': bundle('same')
};
const bad = {
  'zis/edited.json': bundle('edited', {result: 'bad'}),
  'zis/fresh.json': bundle('fresh'),
  'zis/same.json': bundle('same')
};

/** What is registered, by name. */
function hashes({registry}: MemoryWorkflow): Record<string, string> {
  return Object.fromEntries(
    [...registry.bundles.values()].map((one) => [one['name'] as string, bundleHash(one)]).sort()
  ) as Record<string, string>;
}

const hashesOf = (tree: Readonly<Record<string, JsonObject>>): Record<string, string> =>
  Object.fromEntries(
    Object.values(tree)
      .map((one) => [one['name'] as string, bundleHash(one)])
      .sort()
  ) as Record<string, string>;

/** A good deploy, then a bad one; of the good one not all job specs are installed. */
async function gone(
  inputs: Readonly<Record<string, string>> = {}
): Promise<{workflow: MemoryWorkflow; run: MemoryRun}> {
  const workflow = new MemoryWorkflow(inputs);
  await workflow.pushAndRun(before);
  workflow.registry.installed.delete(job('extra_job'));
  workflow.registry.installed.delete(job('same_job'));
  const run = await workflow.pushAndRun(bad);
  expect(run.outputs['result']).toBe('applied');
  return {workflow, run};
}

function restore(
  workflow: MemoryWorkflow,
  inputs: Readonly<Record<string, string>> = {},
  settings: MemoryRunSettings = {}
) {
  return workflow.run('workflow_dispatch', {}, workflow.github.state.tip('main'), {
    ref: 'refs/heads/main',
    ...settings,
    inputs: {command: 'restore', backup: BACKUP, ...inputs}
  });
}

describe('a backup', () => {
  test.each([
    ['is made of an apply that only deletes', {}, ['gone']],
    ['is not made of one that only creates', {...before, 'zis/fresh.json': bundle('fresh')}, null]
  ] as const)('%s', async (_name, tree, names) => {
    const workflow = new MemoryWorkflow();
    const {'zis/gone.json': deleted, ...rest} = before;
    await workflow.pushAndRun(before);
    const run = await workflow.pushAndRun(names === null ? {...tree} : rest);
    expect(run.outputs['result']).toBe('applied');
    const text = run.files.get('backup.json');
    const saved =
      text === undefined ? null : (JSON.parse(text) as {bundles: {name: string; content: JsonObject}[]});
    expect(saved?.bundles.map(({name}) => name) ?? null).toEqual(names);
    if (saved !== null) expect(saved.bundles[0]?.content).toMatchObject({resources: deleted['resources']});
  });
});

describe('restore', () => {
  test('puts back what was replaced and deleted, removes what was created, and installs exactly what was installed', async () => {
    const {workflow, run} = await gone();
    expect(JSON.parse(run.files.get('backup.json') ?? '')).toMatchObject({
      version: 2,
      bundles: [
        {name: 'edited', jobSpecs: [job('edited_job'), job('extra_job')], installed: [job('edited_job')]},
        {name: 'gone', installed: [job('gone_job')]}
      ],
      created: [{integration: 'acme', name: 'fresh', desiredHash: bundleHash(bundle('fresh'))}],
      jobSpecsOnly: [{name: 'same', installed: []}]
    });
    const {outputs, said, summary} = await restore(workflow);
    expect(outputs).toMatchObject({result: 'applied', created: '1', updated: '1', deleted: '1'});
    expect(hashes(workflow)).toEqual(hashesOf(before));
    expect([...workflow.registry.installed].sort()).toEqual([job('edited_job'), job('gone_job')]);
    expect(said + summary).toContain('The next push applies what its commit declares, and so undoes this');
    const again = await restore(workflow, {backup: '/tmp/backup.json'});
    expect(again.outputs).toMatchObject({result: 'applied'});
    expect(hashes(workflow)).toEqual(hashesOf(bad));
  });

  test('is recorded at the commit that was deployed last, and the next apply builds on it', async () => {
    const {workflow} = await gone();
    const tip = workflow.github.state.tip('main');
    await restore(workflow);
    const record = [...workflow.github.state.deployments.values()].at(-1);
    expect(record).toMatchObject({sha: tip, payload: {restore: true}});
    const reverted = await workflow.pushAndRun(before);
    expect(reverted.outputs).toMatchObject({result: 'applied', created: '0', updated: '0', deleted: '0'});
    const drift = await workflow.runSchedule();
    expect(drift.outputs['result']).toBe('no-changes');
  });

  test('a bundle that was created and changed since stays, and is said', async () => {
    const {workflow} = await gone();
    workflow.registry.put('acme', bundle('fresh', {result: 'by hand'}));
    const {outputs, said} = await restore(workflow);
    expect(outputs).toMatchObject({result: 'applied', deleted: '0'});
    expect(said).toContain(
      'acme/fresh, which the apply of this backup created, was changed since and is left alone'
    );
    expect(Object.keys(hashes(workflow))).toContain('fresh');
  });

  test('job-specs: ignore leaves job specs alone; the backup of such an apply knows them all the same', async () => {
    const {workflow, run} = await gone({'job-specs': 'ignore'});
    expect(JSON.parse(run.files.get('backup.json') ?? '')).toMatchObject({
      bundles: [{installed: []}, {installed: []}]
    });
    workflow.registry.calls.length = 0;
    await restore(workflow);
    expect(workflow.registry.writes.filter((call) => call.startsWith('install'))).toEqual([]);
  });

  test('reads backups of version 1: all of their job specs are installed, what was created stays', async () => {
    const {workflow} = await gone();
    const old = JSON.parse(workflow.kept.get(BACKUP) ?? '') as JsonObject;
    for (const key of ['version', 'created', 'jobSpecsOnly']) Reflect.deleteProperty(old, key);
    const bundles = (old['bundles'] as JsonObject[]).map(({installed: ____, ...one}) => one);
    workflow.kept.set(BACKUP, JSON.stringify({...old, version: 1, bundles}));
    const {outputs, said} = await restore(workflow);
    expect(outputs).toMatchObject({result: 'applied', created: '1', updated: '1', deleted: '0'});
    expect(said).toContain('of version 1');
    expect([...workflow.registry.installed].sort()).toEqual(
      ['edited_job', 'extra_job', 'fresh_job', 'gone_job', 'same_job'].map(job)
    );
  });

  test('is held to max-deletes, and not to require-plan or a wrong checkout', async () => {
    const {workflow} = await gone();
    const refused = await restore(workflow, {'max-deletes': '0'});
    expect(refused.outputs['failure-reason']).toBe('too-many-deletes');
    const {outputs} = await restore(workflow, {'require-plan': 'true'}, {tree: {}});
    expect(outputs['result']).toBe('applied');
  });
});

describe('what cannot be put back stops before the first request that writes', () => {
  const bent = (change: (backup: JsonObject) => unknown) => (text: string) =>
    JSON.stringify(change(JSON.parse(text) as JsonObject));

  test.each<[string, (text: string) => string, string]>([
    ['no JSON', () => 'PK\u0003', 'is no backup of zis-bundles'],
    ['another JSON file', () => '{"version": 1}', 'is no backup of zis-bundles'],
    ['a list', () => '[]', 'is no backup of zis-bundles'],
    [
      'a bundle without content',
      bent((one) => ({...one, bundles: [{integration: 'acme', name: 'x'}]})),
      'is no backup'
    ],
    [
      'created bundles without a hash',
      bent((one) => ({...one, created: [{integration: 'acme', name: 'x'}]})),
      'is no backup'
    ],
    [
      'a newer version',
      bent((one) => ({...one, version: 3})),
      'is a backup of version 3, and this zis-bundles reads versions 1 and 2'
    ],
    [
      'another account',
      bent((one) => ({...one, target: {registryUrl: 'https://other.zendesk.com', subdomain: 'other'}})),
      'is a backup of https://other.zendesk.com, and this step is for https://acme.zendesk.com'
    ]
  ])('%s', async (_, change, words) => {
    const {workflow} = await gone();
    workflow.kept.set(BACKUP, change(workflow.kept.get(BACKUP) ?? ''));
    workflow.registry.calls.length = 0;
    const {outputs, failure} = await restore(workflow);
    expect(outputs).toMatchObject({result: 'failed', 'failure-reason': 'invalid-inputs'});
    expect(failure).toContain(words);
    expect(workflow.registry.calls).toEqual([]);
  });

  test('a file that is not there', async () => {
    const {workflow} = await gone();
    expect((await restore(workflow, {backup: 'nowhere.json'})).failure).toContain(
      'nowhere.json cannot be read'
    );
  });
});
