import {describe, expect, test} from '@jest/globals';
import {readFile} from 'node:fs/promises';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {bundle} from '../support/bundles.js';
import {Scenario, type RunSettings} from '../support/scenario.js';

/** A flow with an unreachable state (a warning) and, if asked, a transition to nowhere (an error). */
function flow(next: string, expr = '.'): JsonObject {
  const jq = {
    Type: 'Action',
    ActionName: 'zis:common:transform:Jq',
    Parameters: {expr, 'data.$': '$'},
    ResultPath: '$.out'
  };
  const States = {
    Begin: {...jq, Next: next},
    End: {Type: 'Succeed'},
    Lost: {Type: 'Pass', ResultPath: '$.x', End: true}
  };
  const flow = {type: 'ZIS::Flow', properties: {name: 'orders_flow', definition: {StartAt: 'Begin', States}}};
  return bundle('orders', {resources: {orders_flow: flow}});
}

async function validate(
  content: JsonObject,
  inputs: Record<string, string> = {},
  {tree: others = {}, ...settings}: RunSettings = {}
) {
  const scenario = await Scenario.start();
  const tree = {'zis/orders.json': content, ...others};
  const {after} = scenario.push(tree);
  return scenario.run(
    {eventName: 'workflow_dispatch', event: {}, sha: after, ref: 'refs/heads/main'},
    {tree, inputs: {command: 'validate', ...inputs}, ...settings}
  );
}

describe('rules', () => {
  test('an unknown target is an error at its line, with the name that was meant', async () => {
    const result = await validate(flow('Ende'));
    expect(result.exitCode).toBe(1);
    expect(result.annotations).toContainEqual(
      expect.objectContaining({level: 'error', file: 'zis/orders.json', title: 'flow/unknown-state'})
    );
    expect(result.annotations.map(({message}) => message).join()).toContain('Did you mean "End"?');
  });

  test('a jq program is compiled by real jq, in dist too', async () => {
    const result = await validate(flow('End', '.a | ['));
    expect(result.annotations).toContainEqual(expect.objectContaining({level: 'error', title: 'jq/syntax'}));
    expect((await validate(flow('End', '.a | [.]'))).outputs['errors']).toBe('0');
  });

  test('their severities can be set, and fail-on names the least that fails', async () => {
    const asIs = await validate(flow('End'));
    expect([asIs.exitCode, asIs.outputs['errors'], asIs.outputs['warnings']]).toEqual([0, '0', '1']);
    const raised = await validate(flow('End'), {rules: 'flow/unreachable-state: error'});
    expect([raised.exitCode, raised.outputs['errors'], raised.outputs['failure-reason']]).toEqual([
      1,
      '1',
      'invalid-bundles'
    ]);
    const off = await validate(flow('End'), {rules: 'flow/unreachable-state: off # it is kept for later'});
    expect([off.exitCode, off.outputs['warnings']]).toEqual([0, '0']);
    const strict = await validate(flow('End'), {'fail-on': 'warning'});
    expect([strict.exitCode, strict.outputs['result']]).toEqual([1, 'invalid']);
  });

  test('an unknown rule is an invalid input, with a suggestion', async () => {
    const result = await validate(flow('End'), {rules: 'flow/unreachable-stat: off'});
    expect(result.outputs['failure-reason']).toBe('invalid-inputs');
    expect(result.annotations[0]?.message).toContain('Did you mean "flow/unreachable-state"?');
  });

  test('no SARIF is written when nothing was checked, for it would close all alerts', async () => {
    const result = await validate(flow('Ende'), {bundles: 'elsewhere/*.json'});
    expect([result.exitCode, result.outputs['failure-reason'], result.outputs['sarif-path']]).toEqual([
      1,
      'invalid-inputs',
      ''
    ]);
  });

  test('the findings are written as SARIF, with the help of their rules', async () => {
    const result = await validate(flow('Ende'));
    const log = JSON.parse(await readFile(result.outputs['sarif-path'] ?? '', 'utf8')) as {
      runs: {
        results: {ruleId: string; locations: unknown[]}[];
        tool: {driver: {rules: {id: string; help: unknown}[]}};
      }[];
    };
    const [run] = log.runs;
    expect(run?.results.map(({ruleId}) => ruleId)).toContain('flow/unknown-state');
    expect(run?.tool.driver.rules.find(({id}) => id === 'flow/unknown-state')?.help).toBeDefined();
  });
});

describe('the config file', () => {
  const config = (text: string): RunSettings => ({tree: {'zis-bundles.yml': text}});

  test('sets severities, excepts places with a reason, and gives way to inputs', async () => {
    const text = `rules:
  flow/*: error
overrides:
  - files: zis/orders.json
    state: Lost
    rules: {flow/unreachable-state: info}
    reason: kept for the next release
`;
    const excepted = await validate(flow('End'), {}, config(text));
    expect([excepted.exitCode, excepted.outputs['errors'], excepted.outputs['warnings']]).toEqual([
      0,
      '0',
      '0'
    ]);
    expect(excepted.summary).toContain('kept for the next release');
    const raised = await validate(flow('End'), {}, config('rules:\n  flow/*: error\n'));
    expect([raised.exitCode, raised.outputs['errors']]).toEqual([1, '1']);
    const input = await validate(flow('End'), {rules: 'flow/*: off'}, config('rules:\n  flow/*: error\n'));
    expect([input.exitCode, input.outputs['errors']]).toEqual([0, '0']);
  });

  test('that cannot be followed fails the step at its line, before anything is checked', async () => {
    const result = await validate(flow('End'), {}, config('bundels: zis/*.json\ndeletes: prune\n'));
    expect([result.exitCode, result.outputs['failure-reason']]).toEqual([1, 'invalid-inputs']);
    const said = result.annotations.map(({message}) => message).join('\n');
    expect(said).toContain('zis-bundles.yml:1');
    expect(said).toContain('Did you mean "bundles"?');
    expect(said).toContain('zis-bundles.yml:2');
  });

  test('a baseline beside it holds back what was there', async () => {
    const baseline = {
      version: 1,
      findings: [
        {
          rule: 'flow/unreachable-state',
          bundle: 'acme/orders',
          resource: 'orders_flow',
          state: 'Lost',
          count: 1
        }
      ]
    };
    const strict = {'fail-on': 'warning'};
    const held = await validate(flow('End'), strict, {tree: {'zis-baseline.json': JSON.stringify(baseline)}});
    expect([held.exitCode, held.outputs['warnings']]).toEqual([0, '0']);
    expect(held.summary).toContain('zis-baseline.json holds back 1 finding');
  });
});
