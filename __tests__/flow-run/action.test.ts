import {describe, expect, it, test} from '@jest/globals';
import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';
import type {FlowRequest, FlowRun, HttpRequest, Outcome} from '../../src/flow-run/ports.js';
import {inARow, play, type Setting} from '../support/flow-machine.js';

const call = (parameters: JsonObject | null, more: JsonObject = {}): JsonObject => ({
  Type: 'Action',
  ActionName: 'zis:acme:action:call',
  ...(parameters === null ? {} : {Parameters: parameters}),
  ResultPath: '$.r',
  ...more
});
const builtIn = (name: string, parameters: JsonObject, more: JsonObject = {}): JsonObject => ({
  Type: 'Action',
  ActionName: `zis:common:${name}`,
  Parameters: parameters,
  ResultPath: '$.r',
  ...more
});

/** Runs one state and gives it this outcome; what it asked for, too. */
function run(
  state: JsonObject,
  outcome: Outcome,
  more: Partial<Setting> = {}
): {asked: FlowRequest[]; run: FlowRun} {
  const asked: FlowRequest[] = [];
  const played = play({definition: inARow(state), ...more}, (request) => {
    asked.push(request);
    return outcome;
  });
  return {asked, run: played};
}

/** What stands at $.r at the end; the Cause where the flow failed. */
function resultOf({end}: FlowRun): JsonValue | undefined {
  if (end.status === 'failed') return end.error.Cause;
  return end.status === 'succeeded' ? (end.document as JsonObject)['r'] : end.reason;
}

const idsOf = ({contacts}: FlowRun): string[] => contacts.map(({id}) => id);

describe('the request of an HTTP action', () => {
  function requestOf(action: JsonObject, parameters: JsonObject = {}, answers = {}): HttpRequest | string {
    const {asked, run: played} = run(
      call(parameters),
      {kind: 'result', result: 1},
      {actions: {call: {method: 'GET', ...action}}, answers}
    );
    const [request] = asked;
    if (request?.kind !== 'http') return resultOf(played) as string;
    return request.call.request!;
  }

  test.each([
    [{path: '/api/v2/tickets/{{$.id}}.json'}, 'https://example.zendesk.com/api/v2/tickets/7.json'],
    [{'path.$': '/x/{{$.id}}'}, 'https://example.zendesk.com/x/7'],
    [{'path.$': '$.path'}, 'https://example.zendesk.com/from/parameters'],
    [{'url.$': '$.url'}, 'https://api.example/'],
    [{url: '$.url'}, '$.url'],
    [{url: '{{$.url}}a?b={{$.blank}}'}, 'https://api.example/a?b=a b&c']
  ])('%j goes to %s', (action, url) => {
    const parameters = {id: 7, path: '/from/parameters', url: 'https://api.example/', blank: 'a b&c'};
    expect(requestOf(action, parameters)).toMatchObject({method: 'GET', url});
  });

  test.each([
    ['https://a.example/', 'https://a.example/?q=a%20b%26&n=7&id%20of=%C3%A9'],
    ['https://a.example/?x', 'https://a.example/?x&q=a%20b%26&n=7&id%20of=%C3%A9'],
    ['https://a.example/?', 'https://a.example/?q=a%20b%26&n=7&id%20of=%C3%A9'],
    ['https://a.example/#f', 'https://a.example/?q=a%20b%26&n=7&id%20of=%C3%A9#f']
  ])('adds encoded query parameters to %s', (url, whole) => {
    const queryParams = [
      {key: 'q', 'value.$': '$.q'},
      {key: 'n', value: '{{$.n}}'},
      {key: 'id of', value: 'é'}
    ];
    expect(requestOf({url, queryParams}, {q: 'a b&', n: 7})).toMatchObject({url: whole});
  });

  it('encodes half a surrogate pair as no text can hold it', () => {
    expect(requestOf({url: 'https://a.example', queryParams: [{key: 'q', value: '\ud800'}]})).toMatchObject({
      url: 'https://a.example?q=%EF%BF%BD'
    });
  });

  it('has headers as declared', () => {
    const headers = [
      {key: 'X-Id', 'value.$': '$.id'},
      {key: 'Accept', value: 'a'},
      {key: 'Accept', value: 'b {{$.id}}'},
      {key: '__proto__', value: 'x'},
      {key: 'none'}
    ];
    const request = requestOf({url: 'https://a.example', headers}, {id: 7});
    expect(JSON.stringify((request as HttpRequest).headers)).toBe(
      '{"X-Id":"7","Accept":"a, b 7","__proto__":"x"}'
    );
  });

  test.each<[JsonObject, JsonValue, string[]]>([
    [{}, null, []],
    [
      {requestBody: {a: '{{$.text}} {{$.id}}', b: ['{{$.text}}'], c: '$.text'}},
      {a: 't 7', b: ['t'], c: '$.text'},
      []
    ],
    [{requestBody: '{{$.object}}'}, {x: 1}, []],
    [{'requestBody.$': '$.object'}, {x: 1}, []],
    [{'requestBody.$': '{{$.object}}'}, {x: 1}, ['placeholder.type']],
    [{requestBody: {a: '{{$.id}}'}}, {a: 7}, ['placeholder.type']],
    [{requestBody: {'a.$': '$.object'}}, {a: {x: 1}}, ['body.dollar-suffix']],
    [{requestBody: [1, null]}, [1, null], []]
  ])('%j has the body %j', (body, value, touched) => {
    const parameters = {text: 't', id: 7, object: {x: 1}};
    const {asked, run: played} = run(
      call(parameters),
      {kind: 'result', result: 1},
      {actions: {call: {method: 'POST', url: 'https://a.example', ...body}}}
    );
    expect(asked[0]?.kind === 'http' && asked[0].call.request?.body).toEqual(value);
    expect(idsOf(played)).toEqual(touched);
  });

  it('fails at a .$ key in a body, where that is the answer', () => {
    const body = {requestBody: {'a.$': '$.id'}, url: 'https://a.example'};
    expect(requestOf(body, {id: 7}, {'body.dollar-suffix': 'error'})).toContain(
      'Error Resolving JSON Params'
    );
  });

  it('fails where the Parameters have no such value, and calls nothing', () => {
    expect(requestOf({url: 'https://a.example/{{$.id}}'})).toBe('JSON path not found: $.id');
  });

  it('is none for an action that the bundle does not have', () => {
    const {asked} = run(call(null), {kind: 'result', result: 1});
    expect(asked).toMatchObject([{kind: 'http', call: {action: 'call', parameters: {}, request: null}}]);
  });
});

describe('the answer of an HTTP action', () => {
  test.each<[Outcome, JsonValue]>([
    [{kind: 'http', status: 200, body: {a: [1]}}, {a: [1]}],
    [{kind: 'http', status: 299, body: null}, null],
    [{kind: 'http', status: 201, text: 'made'}, {__httpresponse: 'made'}],
    [{kind: 'result', result: 'as it is'}, 'as it is'],
    [{kind: 'http', status: 404, body: {a: 1}}, 'external action failed due to status code: 404'],
    [{kind: 'http', status: 300}, 'external action failed due to status code: 300'],
    [{kind: 'http', status: 302}, 'external action failed due to status code: 302'],
    [{kind: 'http', status: 199}, 'external action failed due to status code: 199'],
    [{kind: 'error', Error: 'E', Cause: 'c'}, 'c'],
    [{kind: 'stop', reason: 'no mock'}, 'no mock']
  ])('%j becomes %j', (outcome, result) => {
    expect(resultOf(run(call({}), outcome).run)).toEqual(result);
  });

  test.each<[string, JsonValue]>([
    ['null', null],
    ['object', {}],
    ['text', {__httpresponse: ''}]
  ])('without a body is what http.empty-body says: %s', (answer, result) => {
    for (const outcome of [
      {kind: 'http', status: 204},
      {kind: 'http', status: 200, text: ''}
    ] as const) {
      const {run: played} = run(call({}), outcome, {answers: {'http.empty-body': answer}});
      expect(resultOf(played)).toEqual(result);
      expect(idsOf(played)).toEqual(['http.empty-body']);
    }
  });

  it('over 2 MB fails', () => {
    const answer = (text: string): Outcome => ({kind: 'http', status: 200, text});
    expect(resultOf(run(call({}), answer('é'.repeat(1024 * 1024))).run)).toHaveProperty('__httpresponse');
    expect(resultOf(run(call({}), answer('é'.repeat(1024 * 1024 + 1))).run)).toContain('larger than 2 MB');
    const body = {kind: 'http', status: 200, body: 'x'.repeat(2 * 1024 * 1024)} as const;
    expect(resultOf(run(call({}), body).run)).toContain('larger than 2 MB');
  });

  it('says in the trace what was called and what came back', () => {
    const outcome: Outcome = {kind: 'http', status: 500};
    const {run: played} = run(call({'n.$': '$.n'}), outcome, {document: {n: 1}});
    expect(played.visits).toMatchObject([
      {
        document: {n: 1},
        call: {action: 'call', parameters: {n: 1}},
        outcome,
        error: {status: 500, named: false}
      }
    ]);
    expect(played.visits[0]?.output).toBeUndefined();
    expect(played.visits[0]?.result).toBeUndefined();
  });
});

describe('Catch', () => {
  const caught = (
    catcher: JsonObject,
    outcome: Outcome,
    state: JsonObject = call({}),
    answers = {}
  ): FlowRun =>
    play(
      {
        definition: {
          StartAt: 'A',
          States: {
            A: {...state, Next: 'Done', Catch: [{ErrorEquals: ['States.ALL'], Next: 'Caught', ...catcher}]},
            Caught: {Type: 'Succeed'},
            Done: {Type: 'Succeed'}
          }
        },
        document: {input: 1},
        answers
      },
      () => outcome
    );

  it('puts the error at its ResultPath', () => {
    const {end} = caught({ResultPath: '$.e'}, {kind: 'http', status: 404});
    expect(end).toMatchObject({
      state: {name: 'Caught'},
      document: {
        input: 1,
        e: {Error: 'States.TaskFailed', Cause: 'external action failed due to status code: 404'}
      }
    });
  });

  it('replaces the document without one', () => {
    const {end} = caught({}, {kind: 'error', Error: 'E', Cause: 'c'});
    expect(end).toMatchObject({document: {Error: 'E', Cause: 'c'}});
    expect(end.status === 'succeeded' && end.document).not.toHaveProperty('input');
  });

  it('catches a path that is not there', () => {
    const {end} = caught({ResultPath: '$.e'}, {kind: 'result', result: 1}, call({'x.$': '$.none'}));
    expect(end).toMatchObject({document: {input: 1, e: {Cause: 'JSON path not found: $.none'}}});
  });

  it('catches nothing but States.ALL', () => {
    expect(caught({ErrorEquals: ['States.TaskFailed']}, {kind: 'http', status: 404}).end.status).toBe(
      'failed'
    );
    expect(caught({ErrorEquals: []}, {kind: 'http', status: 404}).end.status).toBe('failed');
  });

  it('does not catch that the run was stopped', () => {
    const {end} = caught({}, {kind: 'stop', reason: 'there is no mock'});
    expect(end).toMatchObject({status: 'stopped', reason: 'there is no mock', state: {name: 'A'}});
  });

  it('fails where its own ResultPath cannot be applied', () => {
    const {end} = caught({ResultPath: '$.input[0]'}, {kind: 'http', status: 404});
    expect(end).toMatchObject({status: 'failed', error: {Error: 'States.ResultPathMatchFailure'}});
  });
});

describe('error.name', () => {
  /** Catches a 404 at $.e, then runs the state. */
  const after = (state: JsonObject, answers = {}, resultPath: JsonObject = {ResultPath: '$.e'}): FlowRun =>
    play(
      {
        definition: {
          StartAt: 'A',
          States: {
            A: {...call({}), Next: 'S', Catch: [{ErrorEquals: ['States.ALL'], Next: 'S', ...resultPath}]},
            S: state,
            T: {Type: 'Succeed'}
          }
        },
        answers
      },
      () => ({kind: 'http', status: 404})
    );
  const pass = (result: JsonObject): JsonObject => ({
    Type: 'Pass',
    Result: result,
    ResultPath: '$.p',
    End: true
  });
  const choice = (condition: JsonObject): JsonObject => ({
    Type: 'Choice',
    Choices: [{...condition, Next: 'T'}],
    Default: 'T'
  });

  test.each<[JsonObject, string[]]>([
    [pass({'x.$': '$.e.Error'}), ['States.TaskFailed', 'AnotherName']],
    [pass({'x.$': '{{$.e.Error}}'}), ['States.TaskFailed', 'AnotherName']],
    [pass({'x.$': 'a {{$.e}}'}), ['States.TaskFailed', 'AnotherName']],
    [pass({'x.$': '$'}), ['States.TaskFailed', 'AnotherName']],
    [choice({Variable: '$.e.Error', StringEquals: 'Gone'}), ['States.TaskFailed', 'Gone', 'AnotherName']],
    [{Type: 'Succeed', Message: '{{$.e.Error}}'}, ['States.TaskFailed', 'AnotherName']]
  ])('is touched by %j', (state, candidates) => {
    expect(after(state).contacts).toMatchObject([{id: 'error.name', candidates, latent: false}]);
  });

  test.each<JsonObject>([
    pass({'x.$': '$.e.Cause'}),
    choice({Variable: '$.e.Cause', StringEquals: 'Gone'}),
    choice({Variable: '$.e.Error', IsPresent: true}),
    {Type: 'Succeed'}
  ])('is not touched by %j', (state) => {
    expect(after(state).contacts).toEqual([]);
  });

  it('is remembered where the error is the whole document and something is put beside it', () => {
    const definition = {
      StartAt: 'A',
      States: {
        A: {...call({}), Next: 'B', Catch: [{ErrorEquals: ['States.ALL'], Next: 'B'}]},
        B: {Type: 'Pass', Result: 1, ResultPath: '$.beside', Next: 'C'},
        C: {Type: 'Pass', Result: {'x.$': '$.Error'}, End: true}
      }
    };
    const played = play({definition}, () => ({kind: 'http', status: 404}));
    expect(idsOf(played)).toEqual(['error.name']);
  });

  it('is the text that it is answered with', () => {
    const {end} = after(pass({'x.$': '$.e.Error'}), {'error.name': 'ZIS.Http'});
    expect(end).toMatchObject({document: {p: {x: 'ZIS.Http'}}});
  });

  it('matters to an expectation only, where it ended the flow', () => {
    const {run: played} = run(call({}), {kind: 'http', status: 404});
    expect(played.contacts).toMatchObject([
      {id: 'error.name', candidates: ['States.TaskFailed', 'AnotherName'], latent: true}
    ]);
  });

  it('matters to the flow, where a state reads it, though it ends the flow, too', () => {
    const failing = {...call({'x.$': '$.e.Error'}), Next: 'T'};
    const {contacts, end} = after(failing);
    expect(end).toMatchObject({status: 'failed', error: {named: false}});
    expect(contacts).toMatchObject([{id: 'error.name', latent: false}]);
  });

  it('says of a value whether it holds such an error', () => {
    const played = after({Type: 'Succeed'});
    const {document} = played.end as {document: JsonObject};
    expect(
      [document, document['e'], {e: document['e']!}, 1, {}].map((value) => played.holdsUnnamedError(value!))
    ).toEqual([true, true, true, false, false]);
    expect(played.contacts).toEqual([]);
  });
});

describe('retry.flow', () => {
  const outcomes = (statuses: number[], answers = {}): FlowRun => {
    const left = [...statuses];
    return play({definition: inARow(call({}), {Type: 'Pass'}), answers}, () => ({
      kind: 'http',
      status: left.shift() ?? 200,
      body: {}
    }));
  };

  test.each([429, 500])('may matter to an expectation after %d without a Catch', (status) => {
    const played = outcomes([status]);
    expect(played.contacts).toContainEqual(expect.objectContaining({id: 'retry.flow', latent: true}));
    expect(played).toMatchObject({attempts: 1, end: {status: 'failed'}});
  });

  it('does not after other statuses', () => {
    expect(idsOf(outcomes([503]))).toEqual(['error.name']);
  });

  it('begins the flow anew, three times in all', () => {
    const three = {'retry.flow': 'three'};
    const played = outcomes([500, 429], three);
    expect(played).toMatchObject({attempts: 3, end: {status: 'succeeded'}, transitions: 2});
    expect(played.visits.map(({attempt, state}) => `${attempt}${state.name}`)).toEqual([
      '1S1',
      '2S1',
      '3S1',
      '3S2'
    ]);
    expect(outcomes([500, 500, 500], three)).toMatchObject({attempts: 3, end: {status: 'failed'}});
    expect(outcomes([404], three)).toMatchObject({attempts: 1});
  });
});

describe('connections', () => {
  const actions = {call: {method: 'GET', url: 'https://a.example', connectionName: 'slack'}};
  const start = (connections: string[]): FlowRun =>
    run(call({}), {kind: 'result', result: 1}, {actions, connections}).run;

  it('keep a flow from beginning where one is missing', () => {
    const {end, visits} = start(['zendesk']);
    expect(end).toMatchObject({
      status: 'failed',
      state: null,
      error: {Cause: 'Cannot start flow because the connection named "slack" does not exist'}
    });
    expect(visits).toEqual([]);
  });

  it('let it run where they exist', () => {
    expect(start(['slack']).end.status).toBe('succeeded');
  });
});

describe('Jq', () => {
  const jq = (parameters: JsonObject, results: string[], more: Partial<Setting> = {}) =>
    run(builtIn('transform:Jq', parameters), {kind: 'jq', results}, more);

  test.each<[JsonObject, JsonValue, string]>([
    [{'data.$': '$.in'}, {in: {a: 1}}, '{"a":1}'],
    [{data: '{"a": 12345678901234567890}'}, {}, '{"a": 12345678901234567890}'],
    [{data: {'x.$': '$.in'}}, {in: 1}, '{"x":1}'],
    [{'data.$': '$.in'}, {in: [null]}, '[null]']
  ])('%j gives it the text of the data', (data, document, input) => {
    const {asked} = jq({expr: '.a', ...data}, ['1'], {document});
    expect(asked).toMatchObject([{kind: 'jq', program: '.a', input}]);
  });

  it('fills in the program', () => {
    const {asked} = jq({'expr.$': '.x == "{{$.in}}"', data: '{}'}, ['1'], {document: {in: 'y'}});
    expect(asked).toMatchObject([{program: '.x == "y"'}]);
  });

  test.each([
    [{data: '{}'}, 'expr is missing'],
    [{expr: 1, data: '{}'}, 'expr is no text'],
    [{expr: '.'}, 'data is missing'],
    [{expr: '.', data: 'plain'}, 'holds no JSON']
  ])('fails with %j', (parameters, words) => {
    expect(resultOf(jq(parameters, ['1']).run)).toContain(words);
  });

  it('touches jq.text-data where data.$ leads to a text', () => {
    const parameters = {expr: '.', 'data.$': '$.in'};
    const {asked, run: played} = jq(parameters, ['1'], {document: {in: '{"a":1}'}});
    expect(asked).toMatchObject([{input: '{"a":1}'}]);
    expect(idsOf(played)).toEqual(['jq.text-data']);
    const text = jq(parameters, ['1'], {document: {in: '{"a":1}'}, answers: {'jq.text-data': 'text'}});
    expect(text.asked).toMatchObject([{input: String.raw`"{\"a\":1}"`}]);
  });

  test.each<[string[], Record<string, string>, JsonValue, string[]]>([
    [['{"a":[1]}'], {}, {a: [1]}, []],
    [['null'], {}, null, []],
    [['1', '2', '3'], {}, 1, ['jq.many']],
    [['1', '2', '3'], {'jq.many': 'last'}, 3, ['jq.many']],
    [['1', '2', '1'], {}, 1, []],
    [[], {}, null, ['jq.none']],
    [[], {'jq.none': 'error'}, 'the jq program gives no result', ['jq.none', 'error.name']]
  ])('%j with %j gives %j', (results, answers, value, touched) => {
    const {run: played} = jq({expr: '.', data: '1'}, results, {answers});
    expect(resultOf(played)).toEqual(value);
    expect(idsOf(played)).toEqual(touched);
  });
});

describe('configs', () => {
  it('are loaded by their scope', () => {
    const state = builtIn('action:LoadConfig', {'scope.$': 'app:{{$.account_id}}'});
    const {asked, run: played} = run(state, {kind: 'config', config: {a: 1}}, {document: {account_id: 7}});
    expect(asked).toMatchObject([{kind: 'load-config', scope: 'app:7'}]);
    expect(resultOf(played)).toEqual({config: {a: 1}});
  });

  it('touch config.missing where there is none', () => {
    const none = (answers = {}): FlowRun =>
      run(builtIn('action:LoadConfig', {scope: 'x'}), {kind: 'config', config: null}, {answers}).run;
    expect(resultOf(none())).toEqual({config: {}});
    expect(idsOf(none())).toEqual(['config.missing']);
    expect(none({'config.missing': 'error'}).end.status).toBe('failed');
  });

  it('are changed, which gives nothing', () => {
    const state = builtIn('action:PatchConfig', {scope: 'x', config: {'a.$': '$.b'}}, {ResultPath: '$'});
    const {asked, run: played} = run(state, {kind: 'done'}, {document: {b: 1}});
    expect(asked).toMatchObject([{kind: 'patch-config', scope: 'x', config: {a: 1}}]);
    expect(played.end).toMatchObject({document: {b: 1}});
    const faulty = builtIn('action:PatchConfig', {scope: 'x', config: 1});
    expect(run(faulty, {kind: 'done'}).run.end.status).toBe('failed');
  });
});

describe('links', () => {
  const link = {link_type: 't', uuid: 'u'};
  const linked = (name: string, parameters: JsonObject, answers = {}) =>
    run(builtIn(`action:${name}`, parameters), {kind: 'links', links: [link]}, {answers, document: {id: 7}});

  it('take numbers as names', () => {
    const {asked, run: played} = linked('CreateLink', {
      left_object: {'name.$': '$.id'},
      right_object: {name: 'r'}
    });
    expect(asked).toMatchObject([
      {kind: 'create-link', parameters: {left_object: {name: '7'}, right_object: {name: 'r'}}}
    ]);
    expect(resultOf(played)).toEqual({link});
    expect(idsOf(played)).toEqual([]);
    expect(linked('DeleteLink', {'left_object_name.$': '$.id'}).asked).toMatchObject([
      {parameters: {left_object_name: '7'}}
    ]);
  });

  test.each<[string, JsonValue]>([
    ['LoadLinks', {links: [link]}],
    ['PatchLink', {link}],
    ['DeleteLink', {link}]
  ])('%s touches links.result', (name, result) => {
    expect(resultOf(linked(name, {}).run)).toEqual(result);
    expect(resultOf(linked(name, {}, {'links.result': 'empty'}).run)).toEqual({});
    expect(idsOf(linked(name, {}).run)).toEqual(['links.result']);
  });

  it('that are not there give null', () => {
    const {run: played} = run(builtIn('action:PatchLink', {}), {kind: 'links', links: []});
    expect(resultOf(played)).toEqual({link: null});
  });
});

it('knows no other built-in action', () => {
  expect(resultOf(run(builtIn('action:fetch', {}), {kind: 'done'}).run)).toContain('ZIS has no action');
});

test.each(['transform:Jq', 'action:LoadConfig', 'action:PatchConfig', 'action:LoadLinks'])(
  '%s may be given a result or an error, too',
  (name) => {
    const state = builtIn(name, {expr: '.', data: '{}', scope: 's', config: {}});
    expect(resultOf(run(state, {kind: 'result', result: 5}).run)).toBe(5);
    expect(resultOf(run(state, {kind: 'error', Error: null, Cause: 'no'}).run)).toBe('no');
    expect(() => run(state, {kind: 'http', status: 200})).toThrow(TypeError);
  }
);
