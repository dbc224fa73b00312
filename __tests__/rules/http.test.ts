import {describe, test} from '@jest/globals';
import {HTTP_RULES} from '../../src/rules/http/index.js';
import {actionOf, bundleOf, check, expectClean, expectOnly, type Expected} from '../support/check.js';

type Json = Record<string, unknown>;

/** What the rules find in an action with this definition, beside a connection. */
async function request(definition: Json) {
  const connectionName = definition['url'] === undefined ? 'zendesk' : 'shop';
  const properties = {
    name: 'a',
    definition: {connectionName, ...definition}
  };
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
    {...GET, path: '/api/v2/tickets.json?external_id={{$.ticketId}}&query={{$.encoded}}'},
    {method: 'GET', url: 'https://{{$.a}}.example.com:{{$.port}}/{{$.b}}?c={{$.c_id}}'},
    {method: 'GET', url: 'https://example.com/{{ $.a }}'}
  ])('%j is sound', async (definition) => {
    expectClean(await request(definition));
  });

  test.each<[Json, Expected]>([
    [
      {...GET, method: 'FETCH'},
      {rule: 'http/method', severity: 'error', at: '"FETCH"'}
    ],
    [
      {...GET, method: 'CONNECT'},
      {rule: 'http/method', message: 'ZIS documents no method "CONNECT"', hint: '"PATCH" and "DELETE"'}
    ],
    [
      {...GET, method: 'del'},
      {rule: 'http/method', hint: 'Did you mean "DELETE"?'}
    ],
    [
      {...GET, method: 'UPDATE'},
      {rule: 'http/method', hint: 'Did you mean "PUT" or "PATCH"?'}
    ],
    [
      {...GET, method: 'HEAD'},
      {rule: 'http/unusual-method', hint: '"GET"'}
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
      {rule: 'http/target', message: 'exactly one', hint: 'Keep the path for'}
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
      {rule: 'http/relative-path', hint: 'Write "/api/v2".'}
    ],
    [
      {...GET, path: 'acme.zendesk.com/api/v2/x.json'},
      {rule: 'http/relative-path', hint: 'Write "/api/v2/x.json".'}
    ],
    [
      {...GET, path: String.raw`\api\v2`},
      {rule: 'http/relative-path', hint: 'Write "/api/v2".'}
    ],
    [
      {...GET, path: ' /api/v2'},
      {rule: 'http/relative-path', message: 'begins with a blank', hint: 'Remove it.'}
    ],
    [
      {...GET, path: '{{$.base}}/v2 '},
      {rule: 'http/relative-path', message: 'ends with a blank'}
    ],
    [
      {...GET, path: '/api/v2/{ticket_id}.json'},
      {rule: 'http/relative-path', message: 'nothing fills in "{ticket_id}" in this path', hint: '{{$.name}}'}
    ],
    [
      {...GET, path: '/api/v2/{{ticket.id}}.json'},
      {rule: 'http/relative-path', message: 'nothing fills in "{{ticket.id}}"'}
    ],
    [
      {...GET, path: '/api/v2/my tickets.json'},
      {rule: 'http/unencoded-query', severity: 'warning', at: ' ', hint: 'Write "%20".'}
    ],
    [
      {method: 'GET', url: 'https://example.com/{{$.id}}?q=a b'},
      {rule: 'http/unencoded-query', at: ' '}
    ],
    ...(
      [
        ['${HOST}/tags', 'nothing fills in "${HOST}"', '`variables`'],
        ['https://${HOST}/tags', 'nothing fills in "${HOST}" in this url', '`variables`'],
        ['https://<host>/tags', 'nothing fills in "<host>"', '`variables`'],
        ['https://{subdomain}.zendesk.com/api', 'nothing fills in "{subdomain}"', '`variables`'],
        ['https://api acme.example/tags', 'cannot be read', 'A host has no blanks.'],
        ['https://api.acme.example:99999/', 'cannot be read', 'at most 65535'],
        ['https://300.1.1.1/x', 'cannot be read', 'at most 255'],
        ['https://https://example.com/x', 'scheme twice', 'Begin it with https://'],
        ['https://example.com/tags ', 'ends with a blank', 'Remove it.'],
        [' https://example.com/tags', 'begins with a blank', 'Remove it.']
      ] as const
    ).map(([url, message, hint]): [Json, Expected] => [
      {method: 'GET', url},
      {rule: 'http/absolute-url', severity: 'error', at: JSON.stringify(url), message, hint}
    ]),
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
      {rule: 'http/body', message: 'an array', hint: '"requestBody.$"'}
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
      {rule: 'http/unknown-property', severity: 'warning', at: '"timeout"', hint: 'Remove it.'}
    ],
    [
      {...GET, connectionName: undefined, connection: 'zendesk'},
      {rule: 'http/unknown-property', at: '"connection"', hint: 'Did you mean "connectionName"?'}
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
    [
      [{key: 'X-Team:', value: 'b'}],
      {rule: 'http/fields', severity: 'error', at: '"X-Team:"', message: 'a colon', hint: '"X-Team"'}
    ],
    [[{key: 'X Team', value: 'b'}], {rule: 'http/fields', at: '"X Team"', message: 'a blank'}],
    [[{key: 'A', value: 'b\r\nC: d'}], {rule: 'http/fields', line: '"value"', message: 'a line break'}],
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

  test('may be several where they count together', async () => {
    const headers = [
      {key: 'Accept', value: 'text/plain'},
      {key: 'accept', value: 'text/html'}
    ];
    expectClean(await request({...GET, headers}));
  });

  test('that are no headers may have any name', async () => {
    expectClean(await request({...GET, queryParams: [{key: 'filter: a b', value: '1\n2'}]}));
  });

  test('are named queryParams, not query', async () => {
    expectOnly(await request({...GET, query: [{key: 'a', value: 'b'}]}), {
      rule: 'http/field-form',
      at: '"query"',
      hint: '"queryParams"'
    });
  });
});

describe('a value in a query string', () => {
  const path = '/api/v2/search.json?query={{$.query}}';
  const encode = (expr: string, ResultPath?: string): Json => ({
    Type: 'Action',
    ActionName: 'zis:common:transform:Jq',
    Parameters: {expr, 'data.$': '$'},
    ...(ResultPath === undefined ? {} : {ResultPath}),
    Next: 'Call'
  });
  const call = (Parameters: Json, more: Json = {End: true}): Json => ({
    Type: 'Action',
    ActionName: 'zis:acme:action:search',
    Parameters,
    ...more
  });
  const found = (states: Json) =>
    check(bundleOf(states, {resources: {search: actionOf('search', {path})}}), {rules: HTTP_RULES});
  const ENCODED = encode('.input.q | @uri', '$.q');

  test.each<[Json, Json | null]>([
    [{query: 'open'}, null],
    [{query: 'type:ticket%20open'}, null],
    [{query: 5}, null],
    [{query: true}, null],
    [{'query.$': '$.input.ticket_event.ticket.id'}, null],
    [{'query.$': 'type:ticket%20{{$.input.ticket_event.ticket.id}}'}, null],
    [{'query.$': '$.q'}, ENCODED],
    [{'query.$': '{{$.q}}'}, ENCODED],
    [{'query.$': '$.q.text'}, encode('{text: (.input.q | @uri)}', '$.q')],
    [{'query.$': '$.q'}, encode('{q: (.input.q | @uri)}')]
  ])('is as it must be when each state passes %j', async (parameters, before) => {
    const states = {...(before === null ? {} : {Encode: before}), Call: call(parameters)};
    expectClean(await found(states));
  });

  test.each<[Json, Json | null]>([
    [{query: 'two words'}, null],
    [{query: 'a&b'}, null],
    [{'query.$': '$.input.subject'}, null],
    [{'query.$': 'type:ticket {{$.input.ticket_event.ticket.id}}'}, null],
    [{'query.$': '$.q'}, encode('.input.q', '$.q')],
    [{'query.$': '$.other'}, ENCODED],
    [{'query.$': '$.input.q'}, encode('{q: (.input.q | @uri)}')]
  ])('is not when a state passes %j', async (parameters, before) => {
    const states = {...(before === null ? {} : {Encode: before}), Call: call(parameters)};
    expectOnly(await found(states), {rule: 'http/unencoded-query', at: '{{$.query}}'});
  });

  test('is not when only some of the states encode it, or none is known', async () => {
    const unencoded = {Call: call({query: 'open'}, {Next: 'B'}), B: call({'query.$': '$.input.subject'})};
    for (const states of [unencoded, {Done: {Type: 'Succeed'}}]) {
      expectOnly(await found(states), {rule: 'http/unencoded-query'});
    }
    const unknown = {Call: call({query: 'open'}, {Next: 'B'}), B: {Type: 'Actoin', End: true}};
    expectOnly(await found(unknown), {rule: 'http/unencoded-query'});
  });
});

describe('a value in a query string', () => {
  const FREE = ['reference', 'monkey', 'paid', 'decency', 'ticket.subject', 'encounters', 'centuries'];
  test.each(FREE)('is free text under the name %s', async (name) => {
    expectOnly(await request({...GET, path: `/api/v2/search.json?query={{$.${name}}}`}), {
      rule: 'http/unencoded-query'
    });
  });

  const SAFE = [
    'ticket_id',
    'ticketId',
    'userid',
    'ticket.ids[0]',
    'encoded_subject',
    'subjectEncoded',
    'q_uri'
  ];
  test.each(SAFE)('needs no encoding under the name %s', async (name) => {
    expectClean(await request({...GET, path: `/api/v2/search.json?query={{$.${name}}}`}));
  });
});

describe('the connection zendesk', () => {
  const named = {method: 'GET', connectionName: 'zendesk'};
  test.each([
    'https://acme.zendesk.com/api/v2/x.json',
    'https://{{$.host}}/x',
    'https://{{$.a}}.zendesk.com/x'
  ])('signs in at %s', async (url) => {
    expectClean(await request({...named, url}));
  });

  test.each(['https://api.shop.example/x', 'https://zendesk.com.shop.example/x', 'https://notzendesk.com/x'])(
    'has no business at %s',
    async (url) => {
      expectOnly(await request({...named, url}), {rule: 'http/foreign-connection', at: '"zendesk"'});
    }
  );
});
