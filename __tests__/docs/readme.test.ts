import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import {parse} from 'yaml';
import {FAILURE_REASONS} from '../../src/errors.js';
import {outputsOf} from '../../src/job/outcome.js';
import {emptyRecord} from '../../src/job/record.js';
import {VERSION} from '../../src/version.js';
import {withActionTables} from '../../scripts/pages/action-tables.js';
import {ROOT} from '../support/runner.js';

const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');
const readme = read('README.md');
const action = parse(read('action.yml')) as {
  inputs: Record<string, {description: string}>;
  outputs: Record<string, {description: string}>;
};

interface Workflow {
  readonly jobs?: Record<
    string,
    {readonly steps?: readonly {readonly uses?: string; readonly with?: object}[]}
  >;
}

describe('README', () => {
  test('has the inputs and outputs of action.yml', () => {
    expect(withActionTables(readme, read('action.yml'))).toBe(readme);
  });

  test('its workflows give this action only inputs that it has', () => {
    const workflows = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
      ([, text = '']) => parse(text) as Workflow
    );
    const steps = workflows.flatMap(({jobs = {}}) => Object.values(jobs).flatMap((job) => job.steps ?? []));
    const ours = steps.filter(({uses = ''}) => uses.includes('zis-bundles@'));
    expect(ours.length).toBeGreaterThan(0);
    for (const step of ours)
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
  });

  test('its links lead to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(`${ROOT}${path}`))).toEqual([]);
  });
});

describe('action.yml', () => {
  test('has exactly the outputs that a run sets', () => {
    const record = emptyRecord({pullRequest: null});
    const outputs = outputsOf('validate', record, {
      comment: null,
      planPath: '',
      reportPath: '',
      sarifPath: '',
      junitPath: ''
    });
    expect(Object.keys(action.outputs).sort()).toEqual(Object.keys(outputs).sort());
  });

  test('names only failure reasons that exist', () => {
    const named = [...(action.outputs['failure-reason']?.description ?? '').matchAll(/`([a-z-]+)`/g)].map(
      ([, name]) => name
    );
    expect(FAILURE_REASONS).toEqual(expect.arrayContaining(named));
  });
});

test('the version that servers see is that of package.json', () => {
  expect(VERSION).toBe((JSON.parse(read('package.json')) as {version: string}).version);
});
