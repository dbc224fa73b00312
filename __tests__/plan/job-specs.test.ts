import {describe, expect, test} from '@jest/globals';
import {mayHaveLost, planJobSpecs, type JobSpecLists, type JobSpecMode} from '../../src/plan/job-specs.js';
import {makePlan} from '../../src/plan/plan.js';
import {bundle, declared, registered} from '../support/bundles.js';

const plan = makePlan({
  target: {registryUrl: 'https://acme.zendesk.com', subdomain: 'acme'},
  declared: [declared('new'), declared('same'), declared('edited', bundle('edited', {result: 2}))],
  registered: [
    registered('same'),
    registered(
      'edited',
      bundle('edited', {result: 1, resources: {old: {type: 'ZIS::JobSpec', properties: {name: 'old_job'}}}})
    ),
    registered('gone')
  ]
});
const list = (...installed: string[]): JobSpecLists =>
  new Map([
    [
      'acme',
      ['same_job', 'edited_job', 'old_job', 'gone_job', 'stale_job'].map((name) => ({
        integration: 'acme',
        name,
        installed: installed.includes(name)
      }))
    ]
  ]);
const changes = (lists: JobSpecLists, mode: JobSpecMode = 'install') => {
  const {steps, notices} = planJobSpecs(plan.steps, lists, mode);
  const short = (names: readonly string[]) => names.map((name) => name.replace('zis:acme:job_spec:', ''));
  return {
    notices,
    steps: Object.fromEntries(
      steps.map(({name, jobSpecs}) => [name, [short(jobSpecs.install), short(jobSpecs.uninstall)]])
    )
  };
};

describe('planJobSpecs', () => {
  test('install: every declared job spec that an upload orphans or that is not installed; what left is uninstalled', () => {
    expect(changes(list('same_job', 'edited_job', 'old_job', 'gone_job')).steps).toEqual({
      new: [['new_job'], []],
      same: [[], []],
      edited: [['edited_job'], ['old_job']],
      gone: [[], ['gone_job']]
    });
    expect(changes(list()).steps['same']).toEqual([['same_job'], []]);
  });

  test('keep: only those that were installed are installed again', () => {
    expect(changes(list('edited_job'), 'keep').steps).toEqual({
      new: [[], []],
      same: [[], []],
      edited: [['edited_job'], []],
      gone: [[], []]
    });
  });

  test('ignore: nothing is done and nothing is said', () => {
    const {steps, notices} = planJobSpecs(plan.steps, new Map(), 'ignore');
    expect(steps).toBe(plan.steps);
    expect(notices).toEqual([]);
  });

  test('other installed job specs are named, and left alone', () => {
    expect(changes(list('stale_job', 'same_job')).notices.join()).toContain('zis:acme:job_spec:stale_job');
    expect(changes(list('same_job')).notices).toEqual([]);
  });

  test('without the list, uploads install theirs, unchanged bundles rest, and a notice says what is not verified', () => {
    const {steps, notices} = changes(new Map([['acme', null]]));
    expect(steps).toEqual({
      new: [['new_job'], []],
      same: [[], []],
      edited: [['edited_job'], ['old_job']],
      gone: [[], ['gone_job']]
    });
    expect(notices.join()).toContain('could not be verified');
  });

  test('what a bundle lost in a run that did not end well is uninstalled, though the bundle is unchanged now', () => {
    const before = bundle('same', {resources: {old: {type: 'ZIS::JobSpec', properties: {name: 'old_job'}}}});
    const lists = list('same_job', 'old_job', 'stale_job');
    const earlier = [declared('same', before)];
    const {steps, notices} = planJobSpecs(plan.steps, lists, 'keep', {earlier, others: new Set()});
    expect(steps.find(({name}) => name === 'same')?.jobSpecs).toEqual({
      install: [],
      uninstall: ['zis:acme:job_spec:old_job']
    });
    expect(notices.join('\n')).toMatch(/go on being started: zis:acme:job_spec:stale_job\./);

    const others = new Set(['zis:acme:job_spec:stale_job', 'zis:acme:job_spec:old_job']);
    const shared = planJobSpecs(plan.steps, lists, 'keep', {earlier, others});
    expect(shared.notices).toEqual([]);
    expect(shared.steps.find(({name}) => name === 'same')?.jobSpecs.uninstall).toEqual([]);
  });

  test("an earlier version is asked for only where an installed job spec is nobody's", () => {
    expect(mayHaveLost(plan.steps, list('same_job'))).toBe(false);
    expect(mayHaveLost(plan.steps, list('same_job', 'stale_job'))).toBe(true);
    expect(mayHaveLost(plan.steps, new Map([['acme', null]]))).toBe(false);
  });

  test('a job spec that moves to another bundle is not uninstalled', () => {
    const moved = makePlan({
      target: plan.target,
      declared: [declared('new', bundle('gone'))],
      registered: [registered('gone')]
    });
    const {steps} = planJobSpecs(moved.steps, list('gone_job'), 'install');
    expect(
      steps.map(({name, jobSpecs}) => [name, jobSpecs.install.length, jobSpecs.uninstall.length])
    ).toEqual([
      ['gone', 0, 0],
      ['new', 1, 0]
    ]);
  });
});
