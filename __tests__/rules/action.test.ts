import {describe, expect, test} from '@jest/globals';
import {ACTION_RULES} from '../../src/rules/action/index.js';
import {structure} from '../../src/rules/bundle/structure.js';
import {actionOf, bundleOf, check, expectClean, expectFinding, expectOnly} from '../support/check.js';

type Json = Record<string, unknown>;

const FETCH = actionOf('fetch_ticket', {path: '/api/v2/tickets/{{$.ticket_id}}.json'});

/** A flow whose first state calls an action; the bundle has the action `fetch_ticket`. */
function calling(ActionName: unknown, Parameters?: unknown, resources: Json = {fetch_ticket: FETCH}): Json {
  const call = {Type: 'Action', ActionName, ...(Parameters === undefined ? {} : {Parameters}), End: true};
  return bundleOf({Call: call}, {resources});
}

async function found(bundle: Json) {
  return check(bundle, {rules: ACTION_RULES});
}

describe('a custom action', () => {
  const PASSED = {'ticket_id.$': '$.input.ticket_event.ticket.id'};

  test('is called by its qualified name', async () => {
    expectClean(await found(calling('zis:acme:action:fetch_ticket', PASSED)));
  });

  test.each([
    ['fetch_ticket', '"zis:acme:action:fetch_ticket"'],
    ['zis:acme:fetch_ticket', '"zis:acme:action:fetch_ticket"'],
    ['Jq', '"zis:common:transform:Jq"'],
    ['zis:acme:actions:fetch_ticket', '"zis:acme:action:fetch_ticket"'],
    ['zis:acme:actions:fetch_tickets', '"zis:acme:action:fetch_ticket"'],
    ['zis:acme:transform:Jq', 'Did you mean "zis:common:transform:Jq"?'],
    ['zis:acme:flow:main', 'An action is named as in'],
    ['GetConfig', 'Did you mean "zis:common:action:LoadConfig"?'],
    ['RemoveLink', 'Did you mean "zis:common:action:DeleteLink"?'],
    ['', 'A name is written as in']
  ])('is not called by %j', async (name, hint) => {
    expectFinding(await found(calling(name, PASSED)), {
      rule: 'action/name',
      severity: 'error',
      at: JSON.stringify(name),
      hint
    });
  });

  test.each([
    ['zis:acme:actions:x', '"zis:acme:actions:x" has "actions" where the name of an action has "action"'],
    ['zis:acme:flow:main', '"zis:acme:flow:main" names a flow, and an action state runs an action'],
    ['zis:acme:job_spec:x', 'names a job spec, and']
  ])('is no other kind of thing: %s', async (name, message) => {
    expectOnly(await found(calling(name, PASSED)), {rule: 'action/name', message});
  });

  test.each([
    ['zis:commons:action:LoadConfig', 'Did you mean "zis:common:action:LoadConfig"?'],
    ['zis:Common:action:LoadConfig', 'Did you mean "zis:common:action:LoadConfig"?'],
    ['zis:acme:action:LoadConfig', 'Did you mean "zis:common:action:LoadConfig"?'],
    ['zis:acme:action:RemoveLink', 'Did you mean "zis:common:action:DeleteLink"?']
  ])('%s is one of ZIS itself', async (name, hint) => {
    expectOnly(await found(calling(name, PASSED)), {rule: 'action/undefined', hint});
  });

  test('of another integration that is not in the bundle is one finding, which names both', async () => {
    expectOnly(await found(calling('zis:other_int:action:nope', PASSED)), {
      rule: 'action/undefined',
      message: 'no action named "nope", and "other_int" is another integration than its own, "acme"',
      hint: 'as in "zis:acme:action:nope"'
    });
  });

  test('named by a placeholder of Zendesk is undefined, as nothing fills that in', async () => {
    expectOnly(await check(calling('zis:acme:action:{{ticket.id}}', PASSED), {rules: ACTION_RULES}), {
      rule: 'action/undefined',
      message: '"{{ticket.id}}"'
    });
  });

  test.each([
    [null],
    [{name: 7, definition: {}}],
    ['fetch_ticket'],
    [{name: 'fetch:ticket', definition: {method: 'GET', path: '/x'}}],
    [{name: ' ', definition: {method: 'GET', path: '/x'}}]
  ])('whose properties are %j counts as there by its key', async (properties) => {
    const resources = {fetch_ticket: {type: 'ZIS::Action::Http', properties}};
    expectClean(await found(calling('zis:acme:action:fetch_ticket', PASSED, resources)));
  });

  test('is not called unused where a name could not be followed, or nothing could call it', async () => {
    const other = {fetch_ticket: FETCH, other: actionOf('other')};
    for (const name of [
      'zis:acme:flow:main',
      'zis:common:action:fetch',
      'fetch',
      'zis:acme:action:none',
      'zis:acme_dev:action:none',
      'zis:acme:action:{{x}}'
    ]) {
      const rules = (await found(calling(name, PASSED, other))).map(({rule}) => rule);
      expect([name, rules]).not.toEqual([name, expect.arrayContaining(['action/unused'])]);
    }
    expectClean(await found({...bundleOf({}), resources: {fetch_ticket: FETCH}}));
  });

  test.each([
    ['fetch_tikcet', /Did you mean "fetch_ticket"/],
    ['something_else', /Add it to `resources`/],
    ['main', /no action, but a ZIS::Flow/]
  ])('%s is not in the bundle', async (name, hint) => {
    const findings = await found(calling(`zis:acme:action:${name}`, PASSED));
    expectFinding(findings, {rule: 'action/undefined', severity: 'error', hint});
  });

  test('that is misspelt is not called unused as well', async () => {
    expectOnly(await found(calling('zis:acme:action:fetch_tickets', PASSED)), {rule: 'action/undefined'});
  });

  test('is not called by the key of its resource', async () => {
    const bundle = calling('zis:acme:action:fetch', PASSED, {fetch: FETCH});
    expectFinding(await found(bundle), {rule: 'action/undefined', hint: 'is named "fetch_ticket"'});
  });

  test('whose structure is not sound counts as there', async () => {
    const resources = {fetch_ticket: {type: 'ZIS::Action::Http', properties: {name: 'fetch_ticket'}}};
    const bundle = calling('zis:acme:action:fetch_ticket', PASSED, resources);
    expectOnly(await check(bundle, {rules: [structure, ...ACTION_RULES]}), {rule: 'bundle/structure'});
  });

  test('of another integration cannot be called', async () => {
    expectOnly(await found(calling('zis:acme_dev:action:fetch_ticket', PASSED)), {
      rule: 'action/other-integration',
      severity: 'error',
      hint: '"zis:acme:action:fetch_ticket"'
    });
  });

  test('of another integration is reported once when all calls are to it', async () => {
    const call = {Type: 'Action', ActionName: 'zis:other:action:fetch_ticket', Parameters: PASSED};
    const states = {A: {...call, ResultPath: '$.a', Next: 'B'}, B: {...call, End: true}};
    expectOnly(await found(bundleOf(states, {resources: {fetch_ticket: FETCH}})), {
      rule: 'action/other-integration',
      message: 'and 1 more'
    });
  });

  test('under a variable of another tool is judged by its name', async () => {
    expectClean(await found(calling('zis:{{integration}}:action:fetch_ticket', PASSED)));
    expectClean(await found(calling('zis:acme:action:{{name}}', PASSED)));
  });

  test('that nothing calls is left over', async () => {
    expectOnly(await found(bundleOf({Done: {Type: 'Succeed'}}, {resources: {fetch_ticket: FETCH}})), {
      rule: 'action/unused',
      severity: 'warning',
      at: '"fetch_ticket"',
      hint: 'Remove it'
    });
  });
});

describe('the parameters of a custom action', () => {
  const call = (parameters: unknown, definition: Json = {}) =>
    found(
      calling('zis:acme:action:a', parameters, {
        a: actionOf('a', {path: '/x/{{$.ticket_id}}', ...definition})
      })
    );

  test('are all passed', async () => {
    expectOnly(await call({}), {
      rule: 'action/missing-parameter',
      severity: 'warning',
      at: '"Parameters"',
      message: '"$.ticket_id"',
      hint: 'Add "ticket_id.$" to its Parameters.'
    });
    expectOnly(await call(undefined), {
      rule: 'action/missing-parameter',
      at: '"zis:acme:action:a"',
      hint: 'Give the state "Parameters" with "ticket_id.$".'
    });
  });

  test('have one name on both sides', async () => {
    expectOnly(await call({'tickeId.$': '$.input.id'}), {
      rule: 'action/missing-parameter',
      at: '"tickeId.$"',
      message: 'reads "$.ticket_id", and this state passes "tickeId"'
    });
  });

  test('are all read', async () => {
    expectOnly(await call({ticket_id: 1, 'priority.$': '$.input.priority'}), {
      rule: 'action/unused-parameter',
      severity: 'warning',
      at: '"priority.$"',
      hint: 'Remove it, or read it in the action as "{{$.priority}}".'
    });
  });

  test('are read in headers, queries and bodies, and by `$` as a whole', async () => {
    const parameters = {ticket_id: 1, header: 2, query: 3, nested: 4, dynamic: 5};
    const definition = {
      headers: [{key: 'X', 'value.$': '$.header'}],
      queryParams: [{key: 'q', value: '{{$.query}}'}],
      requestBody: {a: [{'b.$': '$.dynamic'}, 'x {{$.nested.c}}']}
    };
    expectClean(await call(parameters, definition));
    expectClean(await call({...parameters, more: 6}, {'requestBody.$': '$'}));
  });

  test.each<Json>([
    {body: {a: '{{$.priority}}'}},
    {RequestBody: {a: '{{$.priority}}'}},
    {queryparams: [{key: 'a', value: '{{$.priority}}'}]},
    {headers: 'X: {{$.priority'},
    {requestBody: {a: '{{$.priority}'}},
    {requestBody: {a: '{{.priority}}'}},
    {requestBody: {a: '{{}}'}},
    {requestBody: {a: '{{body}}'}},
    {path: '/x/{{$.ticket_id}}/{priority}'},
    {'requestBody.$': {a: '{{$.priority}}'}},
    {'requestBody.$': 'priority'}
  ])('are not called unread beside %j, which is the fault', async (definition) => {
    expectClean(await call({ticket_id: 1, priority: 2}, definition));
  });

  test('are not missed where they stand under a misspelt key', async () => {
    const resources = {a: actionOf('a', {path: '/x/{{$.ticket_id}}'})};
    const state = {Type: 'Action', ActionName: 'zis:acme:action:a', Params: {ticket_id: 1}, End: true};
    expectClean(await found(bundleOf({Call: state}, {resources})));
    const load = {
      Type: 'Action',
      ActionName: 'zis:common:action:LoadConfig',
      Params: {scope: 'a'},
      End: true
    };
    expectClean(await found(bundleOf({Load: load})));
  });

  test("that are the flow's data are one fault of the action, not of each of its callers", async () => {
    const definition = {requestBody: {subject: '{{$.input.subject}}', again: '{{$.input.again}}'}};
    const resources = {a: actionOf('a', {method: 'POST', path: '/x/{{$.ticket_id}}', ...definition})};
    const state = {Type: 'Action', ActionName: 'zis:acme:action:a', Parameters: {ticket_id: 1, id: 2}};
    const states = {A: {...state, ResultPath: '$.a', Next: 'B'}, B: {...state, End: true}};
    expectOnly(await found(bundleOf(states, {resources})), {
      rule: 'action/missing-parameter',
      at: '$.input.subject',
      line: '"subject"',
      message: 'no state passes "input" to it',
      hint: 'Within an action `$` is the Parameters'
    });
    const passing = {...state, Parameters: {ticket_id: 1, 'input.$': '$.input'}, End: true};
    const calls = {A: {...states.A, Parameters: {ticket_id: 1}}, B: passing};
    expectOnly(await found(bundleOf(calls, {resources})), {
      rule: 'action/missing-parameter',
      at: '"Parameters"',
      message: 'reads "$.input"'
    });
  });

  test('need not be passed when ZIS gives them itself', async () => {
    expectClean(await call({ticket_id: 1}, {path: '/{{$.subdomain}}/{{$.ticket_id}}'}));
  });
});

describe('a built-in action', () => {
  test.each<[string, Json]>([
    ['action:LoadConfig', {scope: 'settings'}],
    ['action:LoadConfig', {'scope.$': '$.input.scope'}],
    ['action:PatchConfig', {scope: 'settings', config: {'a.$': '$.input.a'}}],
    ['action:LoadLinks', {link_type: 'a_to_b', 'left_object_name.$': '$.input.a', page_size: 100}],
    [
      'action:CreateLink',
      {link_type: 'a_to_b', left_object: {name: 'zen:ticket:1'}, right_object: {'name.$': '$.a'}}
    ],
    ['action:PatchLink', {link_type: 'a_to_b', left_object_name: 'abc', 'left_object.$': '$.a'}],
    ['action:DeleteLink', {link_type: 'a_to_b', left_object_name: 'abc', right_object_name: 'def'}],
    ['transform:Jq', {expr: '.a', 'data.$': '$'}],
    ['transform:Jq', {'expr.$': '{{$.a}}', data: '{"a": 1}'}]
  ])('%s takes %j', async (name, parameters) => {
    expectClean(await found(calling(`zis:common:${name}`, parameters, {})));
  });

  test.each([
    ['zis:common:action:LoadConfigs', 'Did you mean "zis:common:action:LoadConfig"?'],
    ['zis:common:action:Jq', 'Did you mean "zis:common:transform:Jq"?'],
    ['zis:common:action:fetch', 'It has "zis:common:action:LoadConfig"']
  ])('%s is not one of them', async (name, hint) => {
    expectOnly(await found(calling(name, {}, {})), {
      rule: 'action/unknown-built-in',
      severity: 'error',
      hint
    });
  });

  test.each<[string, Json | undefined, string, string]>([
    ['action:LoadConfig', undefined, '"zis:common:action:LoadConfig"', 'needs the parameter "scope"'],
    ['action:LoadConfig', {}, '"Parameters"', 'needs the parameter "scope"'],
    ['action:LoadConfig', {scop: 'settings'}, '"scop"', 'no parameter "scop"'],
    ['action:LoadConfig', {'scop.$': '$.a'}, '"scop.$"', 'no parameter "scop"'],
    ['transform:Jq', {}, '"Parameters"', 'needs the parameters "expr" and "data"'],
    ['action:LoadConfig', {scope: 5}, '5', 'must be a string, not a number'],
    ['action:LoadConfig', {scope: ' '}, '" "', 'is blank'],
    ['action:PatchConfig', {scope: 'settings', config: 'x'}, '"x"', 'must be an object, not a string'],
    ['action:LoadLinks', {link_type: 'a_to_b'}, '"Parameters"', 'at least one of'],
    ['action:LoadLinks', {link_type: 'abc', left_object_name: 'abc', page_size: 101}, '101', 'from 1 to 100'],
    ['action:LoadLinks', {link_type: 'abc', left_object_name: 'abc', page_size: 1.5}, '1.5', 'from 1 to 100'],
    [
      'action:CreateLink',
      {link_type: 'abc', left_object: {}, right_object: {name: 'abc'}},
      '"left_object"',
      'a "name"'
    ],
    ['transform:Jq', {expr: '.a'}, '"Parameters"', '"data"'],
    ['transform:Jq', {expression: '.a', data: '{}'}, '"expression"', 'no parameter "expression"']
  ])('%s does not take %j', async (name, parameters, at, message) => {
    const findings = await found(calling(`zis:common:${name}`, parameters, {}));
    expectFinding(findings, {rule: 'action/parameters', severity: 'error', at, message});
  });

  test.each<[string, Json, string]>([
    ['transform:Jq', {expression: '.a', data: '{}'}, 'Did you mean "expr"?'],
    ['transform:Jq', {expr: '.a', Input: '{}'}, 'Did you mean "data"?'],
    ['transform:Jq', {expr: '.a', something: '{}'}, 'It needs "data", which is not given.'],
    ['action:LoadConfig', {name: 'settings'}, 'It needs "scope", which is not given.'],
    ['action:LoadConfig', {scope: 'settings', more: 1}, 'It takes "scope".']
  ])('%s with %j has one fault', async (name, parameters, hint) => {
    expectOnly(await found(calling(`zis:common:${name}`, parameters, {})), {
      rule: 'action/parameters',
      message: 'takes no parameter',
      hint
    });
  });

  test.each<[string, Json]>([
    ['action:LoadConfig', {}],
    ['action:LoadConfig', {scope: 5}],
    ['action:LoadConfig', {scope: ' '}],
    ['action:PatchConfig', {scope: 'settings', config: 'x'}],
    ['action:LoadLinks', {link_type: 'a_to_b'}],
    ['action:LoadLinks', {link_type: 'abc', left_object_name: 'abc', page_size: 101}],
    ['action:LoadLinks', {link_type: 'abc', left_object_name: 'abc', page_size: '5'}]
  ])('%s with %j has a hint', async (name, parameters) => {
    expectOnly(await found(calling(`zis:common:${name}`, parameters, {})), {
      rule: 'action/parameters',
      hint: /\w/
    });
  });

  test('finds a link by the names in its objects only when it makes the link', async () => {
    const names = {link_type: 'abc', left_object_name: 'abc', right_object_name: 'def'};
    const parameters = {...names, left_object: {metadata: {a: 1}}};
    expectClean(await found(calling('zis:common:action:PatchLink', parameters, {})));
  });

  test('keeps metadata of a link as an object', async () => {
    const object = {name: 'zen:ticket:1'};
    const parameters = {link_type: 'abc', left_object: object, right_object: {...object, metadata: 'm'}};
    expectOnly(await found(calling('zis:common:action:CreateLink', parameters, {})), {
      rule: 'action/link-parameters',
      severity: 'warning',
      at: '"m"',
      message: 'the metadata of "right_object" is a string, and not an object'
    });
  });

  test('whose parameters are not documented in full gives warnings', async () => {
    expectOnly(await found(calling('zis:common:action:DeleteLink', {link_type: 'abc'}, {})), {
      rule: 'action/link-parameters',
      severity: 'warning',
      message: '"left_object_name" and "right_object_name"'
    });
  });

  test.each<[unknown, string]>([
    [{a: 1}, 'not a string'],
    ['a: 1', 'does not hold JSON']
  ])('reads its data as JSON: not %j', async (data, message) => {
    expectOnly(await found(calling('zis:common:transform:Jq', {expr: '.a', data}, {})), {
      rule: 'action/jq-data',
      severity: 'warning',
      message
    });
  });

  test('finds links by names of 3 to 256 characters', async () => {
    expectOnly(
      await found(calling('zis:common:action:LoadLinks', {link_type: 'ab', left_object_name: '*'}, {})),
      {
        rule: 'action/link-name',
        at: '"ab"',
        message: '"ab" has 2 characters',
        hint: 'longer'
      }
    );
    expectOnly(
      await found(calling('zis:common:action:LoadLinks', {link_type: 'a', left_object_name: '*'}, {})),
      {rule: 'action/link-name', message: '"a" has 1 character, and'}
    );
  });
});
