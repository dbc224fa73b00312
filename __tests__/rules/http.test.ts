import {describe, test} from '@jest/globals';
import {HTTP_RULES} from '../../src/rules/http/index.js';
import {bundleOf, check, expectClean, expectOnly, type Expected} from '../support/check.js';

type Json = Record<string, unknown>;

/** What the rules find in an action with this definition, beside a connection. */
async function request(definition: Json) {
  const properties = {name: 'a', definition: {connectionName: 'zendesk', ...definition}};
  const resources = {a: {type: 'ZIS::Action::Http', properties}};
  return check(bundleOf({Done: {Type: 'Succeed'}}, {resources}), {rules: HTTP_RULES});
}

const GET = {method: 'GET', path: '/api/v2/tickets.json'};

describe('a request', () => {
  test.each<Json>([
    GET,
    {method: 'POST', url: 'https://example.com/x', requestBody: {a: '{{$.a}}'}, connectionName: undefined},
    {method: 'PUT', 'path.$': '/api/v2/tickets/{{$.id}}.json', 'requestBody.$': '$.body'},
    {method: 'DELETE', 'url.$': '{{$.endpoint}}'},
    {method: 'PATCH', url: 'https://{{$.subdomain}}.zendesk.com/api', requestBody: '{{$.payload}}'},
    {method: 'GET', path: '{{$.path}}'},
    {
      ...GET,
      headers: [
        {key: 'A', 'value.$': '$.a'},
        {key: 'B', value: 'b'}
      ],
      queryParams: [{key: 'q', value: '{{$.q}}'}]
    },
    {
      ...GET,
      connectionName: undefined,
      headers: [{key: 'authorization', value: 'Bearer {{$.token}}'}]
    },
    {...GET, path: '/api/v2/tickets.json?external_id={{$.ticketId}}&query={{$.encoded}}'}
  ])('%j is sound', async (definition) => {
    expectClean(await request(definition));
  });

  test.each<[Json, Expected]>([
    [
      {...GET, method: 'FETCH'},
      {rule: 'http/method', severity: 'error', at: '"FETCH"'}
    ],
    [
      {...GET, method: 'PSOT'},
      {rule: 'http/method', hint: 'Did you mean "POST"?'}
    ],
    [
      {...GET, method: 'get'},
      {rule: 'http/unusual-method', severity: 'warning', hint: '"GET"'}
    ],
    [
      {...GET, method: 'TRACE'},
      {rule: 'http/unusual-method', at: '"TRACE"'}
    ],
    [{method: 'GET'}, {rule: 'http/target', severity: 'error', at: '"definition"', message: 'neither'}],
    [
      {method: 'GET', pth: '/api'},
      {rule: 'http/target', at: '"pth"', hint: 'Did you mean "path"?'}
    ],
    [
      {...GET, url: 'https://example.com'},
      {rule: 'http/target', message: 'exactly one'}
    ],
    [
      {...GET, 'path.$': '$.a'},
      {rule: 'http/target', at: '"path.$"'}
    ],
    [
      {...GET, path: 5},
      {rule: 'http/target', at: '5', message: 'must be a string'}
    ],
    [
      {...GET, path: ''},
      {rule: 'http/target', at: '""', message: 'blank'}
    ],
    [
      {method: 'GET', url: 'example.com/x'},
      {rule: 'http/absolute-url', severity: 'error', hint: 'https://'}
    ],
    [
      {method: 'GET', url: '/api/v2'},
      {rule: 'http/absolute-url', hint: '"path"'}
    ],
    [{method: 'GET', url: 'ftp://example.com'}, {rule: 'http/absolute-url'}],
    [
      {method: 'GET', path: 'https://example.com/x'},
      {rule: 'http/relative-path', severity: 'error', hint: '"url"'}
    ],
    [
      {method: 'GET', path: '//example.com/x'},
      {rule: 'http/relative-path', message: 'with a host'}
    ],
    [
      {method: 'GET', path: 'api/v2'},
      {rule: 'http/relative-path', hint: '"/api/v2"'}
    ],
    [
      {...GET, path: '/api/v2/search.json?query={{$.subject}}'},
      {rule: 'http/unencoded-query', severity: 'warning', at: '{{$.subject}}', hint: '@uri'}
    ],
    [
      {...GET, requestBody: {a: 1}},
      {rule: 'http/body', severity: 'warning', at: '"requestBody"'}
    ],
    [
      {...GET, method: 'POST', requestBody: [1]},
      {rule: 'http/body', message: 'an array'}
    ],
    [
      {...GET, connectionName: 'my connection'},
      {rule: 'http/connection-name', severity: 'error'}
    ],
    [
      {...GET, connectionName: 'ab'},
      {rule: 'http/connection-name', at: '"ab"'}
    ],
    [
      {...GET, connectionName: 7},
      {rule: 'http/connection-name', at: '7'}
    ],
    [
      {...GET, connectionName: undefined},
      {rule: 'http/no-connection', severity: 'warning', at: '"path"'}
    ],
    [
      {...GET, connectionName: undefined, conectionName: 'zendesk'},
      {rule: 'http/unknown-property', at: '"conectionName"', hint: '"connectionName"'}
    ],
    [
      {...GET, method: 'POST', body: {}},
      {rule: 'http/unknown-property', hint: '"requestBody"'}
    ],
    [
      {...GET, timeout: 5},
      {rule: 'http/unknown-property', severity: 'warning', at: '"timeout"'}
    ]
  ])('%j is not', async (definition, expected) => {
    expectOnly(await request(definition), expected);
  });
});

describe('headers and query parameters', () => {
  test.each<[unknown, Expected]>([
    ['Accept: text/plain', {rule: 'http/fields', severity: 'error', message: 'must be an array'}],
    [['Accept'], {rule: 'http/fields', at: '"Accept"', message: 'must be an object'}],
    [[{name: 'A', value: 'b'}], {rule: 'http/fields', at: '"name"', hint: 'Did you mean "key"?'}],
    [[{key: 'A', val: 'b'}], {rule: 'http/fields', at: '"val"', hint: 'Did you mean "value"?'}],
    [[{key: 'A', value: 'b', encode: true}], {rule: 'http/fields', at: '"encode"'}],
    [[{key: 'A'}], {rule: 'http/fields', at: '{', message: 'no "value"'}],
    [[{value: 'A'}], {rule: 'http/fields', at: '{', message: 'no "key"'}],
    [[{key: '', value: 'A'}], {rule: 'http/fields', at: '""'}],
    [[{key: 'A', value: null}], {rule: 'http/fields', at: 'null'}],
    [{A: 'b'}, {rule: 'http/field-form', severity: 'warning', at: '"headers"'}],
    [[{key: 'A', value: 5}], {rule: 'http/field-form', at: '5', hint: '"5"'}],
    [
      [
        {key: 'A', value: 'a'},
        {key: 'a', value: 'b'}
      ],
      {rule: 'http/field-form', at: '"a"', message: 'given twice'}
    ]
  ])('are not %j', async (headers, expected) => {
    expectOnly(await request({...GET, headers}), expected);
  });

  test('are named queryParams, not query', async () => {
    expectOnly(await request({...GET, query: [{key: 'a', value: 'b'}]}), {
      rule: 'http/field-form',
      at: '"query"',
      hint: '"queryParams"'
    });
  });
});
