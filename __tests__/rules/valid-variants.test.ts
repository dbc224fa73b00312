import {describe, expect, test} from '@jest/globals';
import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';
import {RULES} from '../../src/rules/index.js';
import {actionOf, bundleOf, check, flowOf, jobSpecOf} from '../support/check.js';
import {cleanBundle} from '../support/mutants/clean.js';
import {mutate} from '../support/mutants/mutate.js';
import {schemaFaults} from '../support/schema.js';

type States = Record<string, unknown>;

const JQ = {Type: 'Action', ActionName: 'zis:common:transform:Jq'};
const end = {Type: 'Succeed'};
const choose = (rule: object): States => ({
  Decide: {Type: 'Choice', Choices: [{...rule, Next: 'Done'}], Default: 'Done'},
  Done: end
});
const is = (operator: string, operand: unknown) => ({Variable: '$.input.value', [operator]: operand});

/** States that other tools are known to refuse, and that ZIS runs. */
const FLOWS: readonly (readonly [name: string, states: States])[] = [
  ['an Action without ResultPath', {Load: {...JQ, Parameters: {expr: '.', data: '{}'}, End: true}}],
  ['an Action without Parameters', {Call: {Type: 'Action', ActionName: 'zis:acme:action:ping', End: true}}],
  [
    'expr.$ with a placeholder',
    {Load: {...JQ, Parameters: {'expr.$': '.[{{$.input.index}}]', 'data.$': '$.input'}, End: true}}
  ],
  ['a string as Result', {Note: {Type: 'Pass', Result: 'Hello', ResultPath: '$.note', End: true}}],
  ['a list as Result', {Note: {Type: 'Pass', Result: [1, 2], ResultPath: '$.note', End: true}}],
  ['null as Result', {Note: {Type: 'Pass', Result: null, ResultPath: '$.note', End: true}}],
  ['a Pass without Result', {Nothing: {Type: 'Pass', End: true}}],
  [
    '.$ deep within a Result',
    {Note: {Type: 'Pass', Result: {a: {'b.$': '$.input.x'}}, ResultPath: '$.n', End: true}}
  ],
  [
    'a text with placeholders under .$',
    {Note: {Type: 'Pass', Result: {'t.$': '<{{$.input.url}}|View>'}, End: true}}
  ],
  ['a path with an index', {Note: {Type: 'Pass', Result: {'t.$': '$.input.tickets[0].id'}, End: true}}],
  [
    'a nested And, Or and Not',
    choose({And: [{Or: [is('IsNull', true), {Not: is('IsPresent', true)}]}, is('BooleanEquals', true)]})
  ],
  ['a Not of an And', choose({Not: {And: [is('StringEquals', 'a'), is('IsPresent', true)]}})],
  ['NumericGreaterThanEqualsPath', choose(is('NumericGreaterThanEqualsPath', '$.input.least'))],
  ['a comparison with an empty string', choose(is('StringEquals', ''))],
  ['a time with an offset', choose(is('TimestampLessThan', '2030-01-31T12:00:00+02:00'))],
  ['a time with fractions', choose(is('TimestampEquals', '2030-01-31T12:00:00.123Z'))],
  ['IsNull that is false', choose(is('IsNull', false))],
  ['a Variable that is all data', choose({Variable: '$', IsPresent: true})],
  [
    'dots, hyphens and spaces in state names',
    {'01.Load-It now': {Type: 'Pass', Next: 'E03.Done'}, 'E03.Done': end}
  ],
  ['a state name of digits', {'001': {Type: 'Pass', Next: '002'}, '002': end}],
  ['Seconds with a fraction', {Settle: {Type: 'Wait', Seconds: 0.5, End: true}}],
  ['a Wait as long as a path says', {Settle: {Type: 'Wait', SecondsPath: '$.input.delay', End: true}}],
  ['a Message with a placeholder', {Done: {Type: 'Succeed', Message: 'Ticket {{$.input.id}} is done'}}],
  ['a Message that is a path', {Done: {Type: 'Succeed', Message: '$.input.summary'}}],
  ['a Fail with placeholders', {Stop: {Type: 'Fail', Error: '{{$.input.code}}', Cause: '{{$.input.text}}'}}],
  [
    'a Comment on every state',
    {Note: {Type: 'Pass', Comment: 'a', Next: 'Done'}, Done: {...end, Comment: 'b'}}
  ],
  [
    'a loop that ends when there is no next page',
    {
      Load: {Type: 'Action', ActionName: 'zis:acme:action:ping', ResultPath: '$.page', Next: 'More'},
      More: {
        Type: 'Choice',
        Choices: [{Variable: '$.page.next', IsNull: false, Next: 'Load'}],
        Default: 'Done'
      },
      Done: end
    }
  ],
  [
    'a Catch that leads to the state behind',
    {
      Load: {
        Type: 'Action',
        ActionName: 'zis:acme:action:ping',
        ResultPath: '$.page',
        Catch: [{ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Done'}],
        Next: 'Done'
      },
      Done: end
    }
  ],
  [
    'a Map that ends the flow, over states of the same names',
    {
      Each: {
        Type: 'Map',
        ItemsPath: '$.input.items',
        Iterator: {StartAt: 'Note', States: {Note: {Type: 'Pass', Result: {'id.$': '$.id'}, End: true}}},
        End: true
      }
    }
  ],
  [
    'an Iterator that ends with Succeed',
    {
      Each: {
        Type: 'Map',
        ItemsPath: '$.input.items',
        ResultPath: '$.done',
        Iterator: {StartAt: 'Done', States: {Done: end}},
        Next: 'Finish'
      },
      Finish: end
    }
  ],
  [
    'a wildcard as scope',
    {Load: {Type: 'Action', ActionName: 'zis:common:action:LoadConfig', Parameters: {scope: '*'}, End: true}}
  ],
  [
    'a scope from the data',
    {
      Load: {
        Type: 'Action',
        ActionName: 'zis:common:action:LoadConfig',
        Parameters: {'scope.$': '$.input.scope'},
        End: true
      }
    }
  ],
  [
    'links by their right side',
    {
      Load: {
        Type: 'Action',
        ActionName: 'zis:common:action:LoadLinks',
        Parameters: {link_type: 'ticket_to_order', 'right_object_name.$': '$.input.name'},
        End: true
      }
    }
  ],
  [
    'the data that every flow has',
    {
      Note: {
        Type: 'Pass',
        Result: {'t.$': '{{$.subdomain}} {{$.account_id}} {{$.integration_key}}'},
        End: true
      }
    }
  ]
];

describe('flows that ZIS runs give no error', () => {
  test.each(FLOWS)('%s', async (_name, states) => {
    const resources = {ping: actionOf('ping', {path: '/api/v2/users/me.json'})};
    await expectSound(bundleOf(states, {resources}));
  });
});

const SIMPLE = {Done: end};
const described = (description: JsonValue): object => ({...bundleOf(SIMPLE), description});

/** Bundles and resources of the same kind. */
const BUNDLES: readonly (readonly [name: string, bundle: object])[] = [
  ['a description of more than 100 characters', described('Long words for a long tale. '.repeat(12))],
  ['an empty description', described('')],
  ['a description that is null', described(null)],
  ['a name with spaces', {...bundleOf(SIMPLE), name: 'Post Slack message on ticket creation'}],
  ['a name of 120 characters', {...bundleOf(SIMPLE), name: 'n'.repeat(120)}],
  ['a bundle whose integration its flow names say', without(bundleOf(SIMPLE), 'integration')],
  [
    'keys that are not the names',
    bundleOf(SIMPLE, {
      resources: {a_key: flowOf('another.name', SIMPLE), b_key: specFor('s', 'another.name')}
    })
  ],
  [
    'dots and hyphens in names',
    bundleOf(SIMPLE, {resources: {'my-flow.v2': flowOf('my-flow.v2', SIMPLE), s: specFor('s', 'my-flow.v2')}})
  ],
  ['two job specs for one flow', bundleOf(SIMPLE, {resources: {s: specFor('s', 'main')}})],
  [
    'an event of an inbound webhook',
    bundleOf(SIMPLE, {resources: {s: specFor('s', 'main', 'warehouse', 'Order Paid')}})
  ],
  [
    'an organization event',
    bundleOf(SIMPLE, {resources: {s: specFor('s', 'main', 'support', 'organization.CustomFieldChanged')}})
  ],
  [
    'an event of a custom object',
    bundleOf(SIMPLE, {
      resources: {s: specFor('s', 'main', 'support', 'customobject.CustomObjectRecordCreated')}
    })
  ],
  ['a description on a resource', bundleOf(SIMPLE, {resources: {s: withDescription(specFor('s', 'main'))}})]
];

describe('bundles that the registry takes give no error', () => {
  test.each(BUNDLES)('%s', async (_name, bundle) => {
    await expectSound(bundle);
  });
});

/** Requests of HTTP actions. */
const REQUESTS: readonly (readonly [name: string, definition: object])[] = [
  ['url.$ as a whole', {path: undefined, 'url.$': '$.endpoint'}],
  ['a url that begins with a placeholder', {path: undefined, url: '{{$.base}}/orders'}],
  ['path.$ with a placeholder', {path: undefined, 'path.$': '/api/v2/tickets/{{$.id}}.json'}],
  ['PATCH', {method: 'PATCH', requestBody: {a: 1}}],
  ['DELETE without a body', {method: 'DELETE'}],
  ['a body from a path', {method: 'POST', 'requestBody.$': '$.body'}],
  ['.$ within a body', {method: 'POST', requestBody: {comment: {'body.$': '$.text'}}}],
  [
    'headers with both kinds of value',
    {
      headers: [
        {key: 'A', value: 'b'},
        {key: 'C', 'value.$': '$.d'}
      ]
    }
  ],
  ['query parameters', {queryParams: [{key: 'q', value: '{{$.query}}'}]}],
  ['a query in the path', {path: '/api/v2/search.json?query=type:ticket'}],
  [
    'an Authorization header from a parameter',
    {connectionName: undefined, headers: [{key: 'Authorization', value: 'Bearer {{$.token}}'}]}
  ]
];

describe('requests that ZIS sends give no error', () => {
  test.each(REQUESTS)('%s', async (_name, definition) => {
    const states = {Call: {Type: 'Action', ActionName: 'zis:acme:action:call', End: true}};
    await expectSound(bundleOf(states, {resources: {call: actionOf('call', {...definition})}}));
  });
});

test('the clean bundle is what the schema for editors accepts', () => {
  const {text} = mutate(cleanBundle(), {name: 'none', rule: '', edit: {set: '/name', to: 'warehouse'}});
  expect(schemaFaults(JSON.parse(text) as JsonValue)).toEqual([]);
});

async function expectSound(bundle: object): Promise<void> {
  const found = await check(bundle, {rules: RULES});
  expect(found.filter(({severity}) => severity === 'error')).toEqual([]);
  expect(schemaFaults(JSON.parse(JSON.stringify(bundle)) as JsonValue)).toEqual([]);
}

function without(bundle: JsonObject | Record<string, unknown>, key: string): object {
  return Object.fromEntries(Object.entries(bundle).filter(([name]) => name !== key));
}

function specFor(name: string, flow: string, event_source = 'support', event_type = 'ticket.CommentAdded') {
  const spec = jobSpecOf(name, flow) as {type: string; properties: Record<string, unknown>};
  return {...spec, properties: {...spec.properties, event_source, event_type}};
}

function withDescription({type, properties}: {type: string; properties: Record<string, unknown>}) {
  return {type, properties: {...properties, description: 'Starts the flow for comments'}};
}
