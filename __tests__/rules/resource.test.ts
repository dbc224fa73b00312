import {describe, expect, test} from '@jest/globals';
import {RESOURCE_RULES} from '../../src/rules/resource/index.js';
import {
  actionOf,
  bundleOf,
  check,
  expectClean,
  expectFinding,
  expectOnly,
  flowOf,
  jobSpecOf
} from '../support/check.js';

const rules = RESOURCE_RULES;
const states = {Done: {Type: 'Succeed'}};
const withResources = (resources: Record<string, unknown>) => check(bundleOf(states, {resources}), {rules});

describe('names', () => {
  test('two flows of one name are refused, on the second, which says where the first is', async () => {
    const findings = await withResources({again: flowOf('main', states)});
    expectOnly(findings, {
      rule: 'resource/duplicate-name',
      severity: 'error',
      at: '"main"',
      message: /another flow of this bundle is named "main", on line \d+/,
      hint: 'Bundle contains duplicated resources'
    });
    expect(findings[0]?.range.start.line).toBeGreaterThan(20);
  });

  test('a job spec that shares the name of a flow is only worth knowing', async () => {
    expectOnly(await withResources({spec: jobSpecOf('main', 'main')}), {
      rule: 'resource/shared-name',
      severity: 'info'
    });
  });

  test.each([
    ['a:b', 'holds a colon'],
    ['a\u0000b', 'holds a control character']
  ])('the name %j %s', async (name, message) => {
    expectOnly(await withResources({other: flowOf(name, states)}), {
      rule: 'resource/name-characters',
      at: JSON.stringify(name),
      message
    });
  });

  test('a space that nobody sees', async () => {
    expectOnly(await withResources({other: flowOf(' main2', states)}), {
      rule: 'resource/name-spaces',
      severity: 'warning',
      at: '" main2"'
    });
  });

  test('an action stands under its own name', async () => {
    expectOnly(await withResources({fetch: actionOf('get_ticket')}), {
      rule: 'resource/action-key',
      severity: 'warning',
      at: '"fetch"',
      message: 'under the key "fetch"'
    });
  });

  test.each(['a_name_of_more_than_twenty', 'get-ticket', 'zendesk.get'])(
    'the name %s of an action is outside the documented rule, and in use',
    async (name) => {
      expectOnly(await withResources({[name]: actionOf(name)}), {
        rule: 'resource/action-name',
        severity: 'info'
      });
    }
  );

  test('a flow may have any long, dotted and hyphenated name', async () => {
    const name = 'zendesk.ticket-created.to.warehouse-and-back';
    expectClean(await withResources({other: flowOf(name, states)}));
  });

  test('a blank key is a warning', async () => {
    expectOnly(await withResources({' ': flowOf('other', states)}), {rule: 'resource/blank-key', at: '" "'});
  });
});

describe('properties', () => {
  test('an unknown one beside "type" is named, with its place when it belongs inside', async () => {
    expectOnly(await withResources({other: {...flowOf('other', states), name: 'other'}}), {
      rule: 'resource/unknown-key',
      at: '"name"',
      hint: 'inside "properties"'
    });
  });

  test('an unknown one inside is named with what was meant', async () => {
    const spec = jobSpecOf('spec', 'main') as {properties: object};
    const findings = await withResources({spec: {...spec, properties: {...spec.properties, event_typ: 'x'}}});
    expectFinding(findings, {rule: 'resource/unknown-key', at: '"event_typ"', hint: '"event_type"'});
  });

  test('a description is taken', async () => {
    const flow = flowOf('other', states) as {properties: object};
    expectClean(await withResources({other: {...flow, properties: {...flow.properties, description: 'x'}}}));
  });
});
