import {expect} from '@jest/globals';
import type {JsonObject} from '../../src/bundle/json-types.js';
import type {EmulatorOptions} from '../../src/emulator/index.js';
import {bundle, textAt} from './bundles.js';
import type {RunResult} from './runner.js';
import {Scenario, type RunSettings, type Tree} from './scenario.js';

export const ORDERS = 'zis/orders.json';
export const ALERTS = 'zis/alerts.json';
export const REFUNDS = 'zis/refunds.json';
export const orders = (result: string): JsonObject => bundle('orders', {result});
export const base: Tree = {[ORDERS]: orders('hello'), [ALERTS]: bundle('alerts')};
export const changed: Tree = {[ORDERS]: orders('goodbye'), [ALERTS]: bundle('alerts')};
export const withRefunds: Tree = {...base, [REFUNDS]: bundle('refunds')};
export const REQUIRE_PLAN = {inputs: {'require-plan': 'true'}};
export const BUNDLES = '/api/services/zis/registry/acme/bundles';
export const SERIAL: {inputs: Record<string, string>} = {
  inputs: {'max-parallel': '1', 'require-plan': 'true'}
};
export const SERIAL_ONLY = {inputs: {'max-parallel': '1'}};

/** A scenario in which these files are deployed. */
export async function deployed(tree: Tree, options: EmulatorOptions = {}): Promise<Scenario> {
  const scenario = await Scenario.start(options);
  const {outputs} = await scenario.pushAndRun(tree);
  expect(outputs['result']).toBe('applied');
  scenario.takeWrites();
  return scenario;
}

/** Merges a pull request; its run is still to come. */
export function merge(scenario: Scenario, number: number, tree: Tree) {
  const {before, mergeSha} = scenario.github.merge(number);
  return {before, after: mergeSha, tree};
}

/** A pull request on which the plan for these files was shown, merged. */
export async function reviewed(scenario: Scenario, tree: Tree) {
  const number = scenario.openPullRequest(tree);
  await scenario.runPullRequest(number, tree, {inputs: {comment: 'always'}});
  return {number, push: merge(scenario, number, tree)};
}

export const registered = (scenario: Scenario, name: string): JsonObject | undefined =>
  scenario.registry.bundles().find((found) => found['name'] === name);
export const installed = (scenario: Scenario): string[] =>
  scenario.registry
    .jobSpecs()
    .filter((spec) => spec['installed'] === true)
    .map((spec) => textAt(spec, 'name'))
    .sort();
export const warnings = ({annotations}: RunResult): string[] =>
  annotations.filter(({level}) => level === 'warning').map(({message}) => message);
export const failsWith = (result: RunResult, reason: string): void => {
  expect(result.outputs).toMatchObject({result: 'failed', 'failure-reason': reason});
  expect(result.exitCode).toBe(1);
};

export function drift(scenario: Scenario, tree: Tree, settings: RunSettings = {}): Promise<RunResult> {
  const sha = scenario.github.tip('main');
  const event = scenario.github.scheduleEvent();
  return scenario.run({eventName: 'schedule', event, sha, ref: 'refs/heads/main'}, {tree, ...settings});
}
