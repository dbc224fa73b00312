import {describe, expect, test} from '@jest/globals';
import {bundle} from '../support/bundles.js';
import {CREDENTIALS} from '../support/inputs.js';
import {MemoryWorkflow, PLAN_KEY, type Tree} from '../support/memory-workflow.js';

const orders = (result: string): Tree => ({'zis/orders.json': bundle('orders', {result})});
const json = (text: string | undefined): unknown => JSON.parse(text ?? '');

/** Bundle files that are no JSON, each with one error. */
const broken = (count: number): Tree =>
  Object.fromEntries(Array.from({length: count}, (_, index) => [`zis/b${index}.json`, '{']));

async function deployed(tree: Tree = orders('old')): Promise<MemoryWorkflow> {
  const workflow = new MemoryWorkflow();
  expect((await workflow.pushAndRun(tree)).failure).toBe('');
  return workflow;
}

describe('the files of a run', () => {
  test('are its plan, its report and its findings', async () => {
    const workflow = await deployed();
    const {files, outputs} = await workflow.runPullRequest(workflow.openPullRequest(orders('new')));
    expect([...files.keys()]).toEqual(['plan.json', 'report.md', 'findings.sarif']);
    expect(outputs).toMatchObject({
      'plan-path': '/tmp/plan.json',
      'report-path': '/tmp/report.md',
      'sarif-path': '/tmp/findings.sarif',
      'backup-path': ''
    });
    expect(json(files.get('plan.json'))).toMatchObject({
      version: 1,
      bundles: [{name: 'orders', action: 'update'}]
    });
    expect(files.get('report.md')).toContain('**update**');
    expect(json(files.get('findings.sarif'))).toMatchObject({version: '2.1.0'});
  });

  test('an apply that replaces or deletes writes a backup too, before its first write', async () => {
    const workflow = await deployed({...orders('old'), 'zis/alerts.json': bundle('alerts')});
    const number = await workflow.propose(orders('new'));
    const {before, mergeSha: after} = workflow.merge(number);
    const beforeWrites: boolean[] = [];
    workflow.registry.before = (call) => {
      if (/^(upload|install|uninstall|delete) /.test(call))
        beforeWrites.push(workflow.written.has('backup.json'));
    };
    const run = await workflow.runPush({before, after});
    const backup = run.files.get('backup.json');
    expect(beforeWrites).toEqual([true, true, true, true]);
    expect(run.outputs['backup-path']).toBe('/tmp/backup.json');
    expect(json(backup)).toMatchObject({bundles: [{name: 'alerts'}, {name: 'orders'}]});
    expect(backup).toContain('"old"');
    const again = await workflow.runPush({before, after});
    expect(again.files.has('backup.json')).toBe(false);
  });

  test('no plan is written where the registry was not asked', async () => {
    const workflow = await deployed();
    const run = await workflow.runPush(workflow.push(orders('new'), 'feature'), {branch: 'feature'});
    expect(run.outputs).toMatchObject({result: 'valid', 'plan-path': ''});
    expect([...run.files.keys()]).toEqual(['report.md', 'findings.sarif']);
  });

  test('findings of a check that checked nothing would close all alerts: none are written', async () => {
    const workflow = await deployed();
    const run = await workflow.pushAndRun({'README.md': 'no bundle'});
    expect(run.outputs).toMatchObject({'failure-reason': 'invalid-inputs', 'sarif-path': '', valid: 'false'});
    const meant = await workflow.pushAndRun({'README.md': 'none'}, {inputs: {'allow-empty': 'true'}});
    expect(meant.outputs).toMatchObject({'failure-reason': '', 'sarif-path': '/tmp/findings.sarif'});
  });

  // The log takes secrets out by itself (actions/log.ts).
  test('hold no secret, nor do summary, comment, annotations and outputs', async () => {
    const workflow = new MemoryWorkflow();
    const secrets = [CREDENTIALS['api-token'], PLAN_KEY, 'ghs_memory'];
    const leaky = bundle('orders', {result: secrets.join(' ')});
    const number = workflow.openPullRequest({
      'zis/orders.json': leaky,
      'zis/broken.json': `{"${secrets[1]!}": `
    });
    const broken = await workflow.runPullRequest(number);
    workflow.push({'zis/orders.json': {...leaky, name: secrets.join(' ')}}, 'change');
    const sound = await workflow.runPullRequest(number);
    expect(sound.outputs['result']).toBe('changes');
    const published = [broken, sound].flatMap(({files, summary, annotations, outputs}) => [
      ...files.values(),
      summary,
      JSON.stringify([annotations, outputs])
    ]);
    for (const secret of secrets) {
      for (const text of [...published, workflow.onlyComment(number)]) expect(text).not.toContain(secret);
    }
  });
});

describe('annotations', () => {
  test('stand at their lines', async () => {
    const workflow = await deployed();
    const run = await workflow.runPush(workflow.push(broken(1), 'feature'), {branch: 'feature'});
    expect(run.annotations).toMatchObject([
      {level: 'error', title: 'json/syntax', file: 'zis/b0.json', startLine: 1}
    ]);
    expect(run.outputs).toMatchObject({result: 'invalid', errors: '1', 'failure-reason': 'invalid-bundles'});
    expect(run.said).toContain('Checked 1 bundle file: 1 error');
  });

  test('are ten at most; the log has all, and the report says how many are not marked', async () => {
    const workflow = await deployed();
    const run = await workflow.runPush(workflow.push(broken(13), 'feature'), {branch: 'feature'});
    expect(run.annotations).toHaveLength(10);
    expect(run.summary).toContain('Not marked on their lines: 3 more errors.');
    expect(run.said).toContain('zis/b12.json:1:');
  });

  test('notices take their share of the ten', async () => {
    const workflow = await deployed();
    const warned: Tree = Object.fromEntries(
      Array.from({length: 10}, (_, index) => [
        `zis/w${index}.json`,
        {...bundle(`w${index}`), integration: 'acme', zis_template_version: '2019-10-14', more: 1}
      ])
    );
    const settings = {branch: 'feature', inputs: {variables: 'unused=1'}};
    const run = await workflow.runPush(workflow.push(warned, 'feature'), settings);
    const warnings = run.annotations.filter(({level}) => level === 'warning');
    expect(run.record.notices.map(({level}) => level)).toEqual(['warning']);
    expect(warnings).toHaveLength(Math.min(9, Number(run.outputs['warnings'])));
    expect(Number(run.outputs['warnings'])).toBeGreaterThanOrEqual(10);
  });
});

describe('what each command shows', () => {
  test('the log names each change, or that there is none', async () => {
    const workflow = await deployed({...orders('old'), 'zis/alerts.json': bundle('alerts')});
    const run = await workflow.runPullRequest(workflow.openPullRequest(orders('new')));
    expect(run.said).toContain('  update acme/orders (zis/orders.json)');
    expect(run.said).toContain('  delete acme/alerts');
    const drift = await workflow.runSchedule();
    expect(drift.said).toContain('The registry holds what this commit declares.');
  });

  test('only plan and apply comment', async () => {
    const workflow = await deployed();
    const number = workflow.openPullRequest(orders('new'));
    for (const command of ['validate', 'drift']) {
      await workflow.runPullRequest(number, {inputs: {command, comment: 'always'}});
    }
    expect(workflow.github.state.commentsOn(number)).toEqual([]);
    await workflow.runPullRequest(number, {inputs: {command: 'plan', comment: 'always'}});
    expect(workflow.github.state.commentsOn(number)).toHaveLength(1);
  });

  test('the summary is written once, and is the report', async () => {
    const workflow = await deployed();
    const {summary, files} = await workflow.runSchedule();
    expect(summary.match(/^## ZIS bundles/gm)).toHaveLength(1);
    expect(files.get('report.md')).toContain('No drift');
  });
});
