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
  settings: RunSettings = {}
) {
  const scenario = await Scenario.start();
  const tree = {'zis/orders.json': content};
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
