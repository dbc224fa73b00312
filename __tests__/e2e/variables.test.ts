import {readFile} from 'node:fs/promises';
import {describe, expect, test} from '@jest/globals';
import {bundle} from '../support/bundles.js';
import {Scenario, type RunSettings} from '../support/scenario.js';

/** One source for two accounts, with comments; its lines are counted on below. */
const SOURCE = `// Tells the warehouse about new tickets.
{
  "name": "orders",
  "description": "Orders of {{region}}",
  "zis_template_version": "2019-10-14",
  "integration": "{{account}}_orders",
  "resources": {
    "on_ticket": {
      "type": "ZIS::JobSpec",
      "properties": {
        "name": "on_ticket",
        "event_source": "support",
        "event_type": "ticket.TicketCreated",
        "flow_name": "zis:{{integration}}:flow:main",
      },
    },
    "main": {
      "type": "ZIS::Flow",
      "properties": {
        "name": "main",
        "definition": {
          "StartAt": "Send",
          "States": {
            "Send": {
              "Type": "Action",
              "ActionName": "zis:{{integration}}:action:send",
              "Parameters": {"field": "{{order_field}}", "ticket.$": "$.input.ticket_event.ticket.id"},
              "End": true
            }
          }
        }
      }
    },
    "send": {
      "type": "ZIS::Action::Http",
      "properties": {
        "name": "send",
        "definition": {
          "method": "POST",
          "url": "https://{{host}}/orders", // another one in each account
          "requestBody": {"{{region}}_field": "{{$.field}}", "ticket": "{{$.ticket}}"}
        }
      }
    }
  }
}
`;
const TREE = {'zis/orders.jsonc': SOURCE};
const BUNDLES = 'zis/**/*.{json,jsonc}';

const SANDBOX: RunSettings = {
  inputs: {
    bundles: BUNDLES,
    variables: 'account=acme_sandbox\nregion=test\norder_field:=111\nhost=orders.test.example.com'
  }
};
const PROD: RunSettings = {
  inputs: {
    bundles: BUNDLES,
    environment: 'production',
    variables: 'account=acme\nregion=emea\norder_field:=360001\nhost=orders.example.com'
  }
};

describe('one source for two accounts', () => {
  test('gives each its own bundle, and a second run changes nothing', async () => {
    const scenario = await Scenario.start();
    const push = scenario.push(TREE);
    for (const [settings, integration] of [
      [SANDBOX, 'acme_sandbox_orders'],
      [PROD, 'acme_orders']
    ] as const) {
      const first = await scenario.runPush(push, settings);
      expect([first.exitCode, first.outputs['result'], first.outputs['warnings']]).toEqual([
        0,
        'applied',
        '0'
      ]);
      expect(scenario.takeWrites()).toEqual([
        `POST ${integration}/bundles`,
        expect.stringContaining('job_specs/install')
      ]);
      const second = await scenario.runPush(push, settings);
      expect(second.outputs['result']).toBe('no-changes');
      expect(scenario.takeWrites().filter((write) => write.includes('/bundles'))).toEqual([]);
    }
    const byIntegration = new Map(scenario.registry.bundles().map((each) => [each['integration'], each]));
    expect(byIntegration.get('acme_orders')).toMatchObject({
      description: 'Orders of emea',
      resources: {
        on_ticket: {properties: {flow_name: 'zis:acme_orders:flow:main'}},
        main: {properties: {definition: {States: {Send: {Parameters: {field: 360001}}}}}},
        send: {
          properties: {
            definition: {
              url: 'https://orders.example.com/orders',
              requestBody: {emea_field: '{{$.field}}', ticket: '{{$.ticket}}'}
            }
          }
        }
      }
    });
    expect(JSON.stringify(byIntegration.get('acme_sandbox_orders'))).toContain('orders.test.example.com');
  });

  test('a file that goes away takes the bundle of its own account along', async () => {
    const scenario = await Scenario.start();
    const other = {
      'zis/kept.json': bundle('kept', {integration: '{{account}}_orders', result: '{{region}}'})
    };
    await scenario.pushAndRun({...TREE, ...other}, PROD);
    expect(scenario.registeredNames()).toEqual(['kept', 'orders']);
    const result = await scenario.pushAndRun(other, PROD);
    expect([result.outputs['deleted'], scenario.registeredNames()]).toEqual(['1', ['kept']]);
  });
});

describe('a variable that is missing, unused or wrong', () => {
  const plan = async (variables: string, source = SOURCE) => {
    const scenario = await Scenario.start();
    const tree = {'zis/orders.jsonc': source};
    const number = scenario.openPullRequest(tree);
    return scenario.runPullRequest(number, tree, {inputs: {bundles: BUNDLES, variables}});
  };
  const complete = PROD.inputs?.['variables'] ?? '';

  test('is an error at its line, in the file as it is written', async () => {
    const result = await plan(complete.replace('host=', 'hots='));
    expect([result.exitCode, result.outputs['failure-reason'], result.outputs['errors']]).toEqual([
      1,
      'invalid-bundles',
      '1'
    ]);
    const line = SOURCE.split('\n').findIndex((each) => each.includes('{{host}}')) + 1;
    expect(result.annotations).toContainEqual(
      expect.objectContaining({
        level: 'error',
        title: 'variable/unfilled',
        file: 'zis/orders.jsonc',
        line,
        message: expect.stringContaining('Did you mean "hots"?')
      })
    );
    expect(await readFile(result.outputs['report-path'] ?? '', 'utf8')).toContain('"hots"');
  });

  test('is a warning when no file has a placeholder for it', async () => {
    const result = await plan(`${complete}\nleftover=1`);
    expect([result.exitCode, result.outputs['result']]).toEqual([0, 'changes']);
    expect(await readFile(result.outputs['report-path'] ?? '', 'utf8')).toContain('"leftover"');
  });

  test('never shows its value in the log when it breaks what it is put into', async () => {
    const result = await plan(complete.replace('orders.example.com', 'SECRET host'));
    expect(result.annotations).toContainEqual(expect.objectContaining({title: 'variable/url'}));
    expect(result.stdout).not.toContain('SECRET');
  });

  test('is an invalid input when its line cannot be read, without its text', async () => {
    const result = await plan('SECRET\nfield:=SECRET');
    expect(result.outputs['failure-reason']).toBe('invalid-inputs');
    expect(result.annotations[0]?.message).toContain('variables, line 1: there is no `=`');
    expect(result.annotations[1]?.message).toContain('variables, line 2: the value of "field" is not JSON');
    expect(result.stdout).not.toContain('SECRET');
  });
});
