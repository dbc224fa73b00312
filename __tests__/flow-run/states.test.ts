import {describe, expect, it, test} from '@jest/globals';
import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';
import type {FlowRun, Visit} from '../../src/flow-run/ports.js';
import {inARow, play} from '../support/flow-machine.js';

/** The document at the end of a flow that succeeds. */
function documentOf({end}: FlowRun): JsonValue {
  if (end.status !== 'succeeded')
    throw new Error(JSON.stringify(end.status === 'failed' ? end.error.Cause : end.reason));
  return end.document;
}

function errorOf({end}: FlowRun): {Error: string; Cause: string} {
  if (end.status !== 'failed') throw new Error(end.status);
  return {Error: end.error.Error, Cause: end.error.Cause};
}

const names = (visits: readonly Visit[]): string[] => visits.map(({state}) => state.name);
const idsOf = ({contacts}: FlowRun): string[] => contacts.map(({id}) => id);

const pass = (result: JsonValue, at?: string | null): JsonObject => ({
  Type: 'Pass',
  Result: result,
  ...(at === undefined ? {} : {ResultPath: at})
});

describe('Pass', () => {
  it('leaves the document alone without a Result', () => {
    const document = {a: [1]};
    const run = play({definition: inARow({Type: 'Pass'}), document});
    expect(documentOf(run)).toBe(document);
  });

  it('puts the document itself at a ResultPath without a Result', () => {
    const run = play({definition: inARow({Type: 'Pass', ResultPath: '$.copy'}), document: {a: 1}});
    expect(documentOf(run)).toEqual({a: 1, copy: {a: 1}});
  });

  it('replaces the whole document without a ResultPath, and with $', () => {
    expect(documentOf(play({definition: inARow(pass(7)), document: {a: 1}}))).toBe(7);
    expect(documentOf(play({definition: inARow(pass(7, '$')), document: {a: 1}}))).toBe(7);
  });

  it('looks up keys that end in .$, at any depth, and no other', () => {
    const result = {
      'whole.$': '$.user',
      'text.$': 'Hi {{$.user.name}}!',
      deep: [{'id.$': '$.user.ids[1]'}, '$.user.name', '{{$.user.name}}'],
      'odd.$.$': '$.user.name',
      '.$': 'as it is'
    };
    const run = play({definition: inARow(pass(result)), document: {user: {name: 'Ann', ids: [4, 5]}}});
    expect(documentOf(run)).toEqual({
      whole: {name: 'Ann', ids: [4, 5]},
      text: 'Hi Ann!',
      deep: [{id: 5}, '$.user.name', '{{$.user.name}}'],
      'odd.$': 'Ann',
      '.$': 'as it is'
    });
  });
});

describe('paths', () => {
  test.each([
    ['$.none', {}],
    ['$.a.b', {a: 'text'}],
    ['$.list[2]', {list: [1, 2]}],
    ['$.list.length', {list: [1]}],
    ['$.constructor', {}],
    ['$.a[0]', {a: {0: 'x'}}],
    ['$.a[*]', {a: [1]}],
    ['$..a', {a: 1}],
    ['$$.Execution.Id', {}]
  ])('%s finds nothing in %j, and the state fails', (path, document) => {
    expect(errorOf(play({definition: inARow(pass({'x.$': path})), document})).Cause).toBe(
      `JSON path not found: ${path}`
    );
  });

  test.each([
    ["$['first name']", {'first name': 1}, 1],
    ['$', {a: 1}, {a: 1}],
    ['$.a[1][0].b', {a: [0, [{b: false}]]}, false],
    ['$.a', {a: null}, null]
  ])('%s finds its value in %j', (path, document, value) => {
    expect(documentOf(play({definition: inARow(pass({'x.$': path})), document}))).toEqual({x: value});
  });

  test.each(['open', '', 'States.UUID()', '{{name}}', '{{$.a'])(
    '%j under .$ holds nothing to look up',
    (text) => {
      const run = play({definition: inARow(pass({'x.$': text})), document: {a: 1}});
      expect(errorOf(run).Cause).toContain('JSON path not found');
    }
  );

  it('says where in the file the path stands', () => {
    const run = play({definition: inARow(pass({deep: [{'x.$': '$.none'}]}))});
    expect(run.end.status === 'failed' && run.end.error.node.value).toBe('$.none');
  });
});

describe('placeholders', () => {
  const filled = (text: string, document: JsonObject, answers = {}): FlowRun =>
    play({definition: inARow(pass({'x.$': text})), document, answers});

  test.each([
    ['a {{$.n}}', {n: 7}, 'a 7'],
    ['a {{$.n}}', {n: 1e21}, 'a 1000000000000000000000'],
    ['a {{$.n}}', {n: -1.5e-7}, 'a -0.00000015'],
    ['a {{$.n}}', {n: -0}, 'a 0'],
    ['a {{$.b}}', {b: false}, 'a false'],
    ['a {{$.o}}', {o: {x: [1, 'y']}}, 'a {"x":[1,"y"]}'],
    ['{{$.a}}{{ $.a }}', {a: 'x'}, 'xx'],
    ['{{$.a}} {{name}} {{$.a}}', {a: 'x'}, 'x {{name}} x'],
    ['{{$.a}}', {a: '{{$.a}}'}, '{{$.a}}']
  ])('%j with %j', (text, document, result) => {
    expect(documentOf(filled(text, document))).toEqual({x: result});
  });

  it('touches placeholder.type where the text is one placeholder and the value is no text', () => {
    const run = filled('{{$.n}}', {n: 7});
    expect(documentOf(run)).toEqual({x: 7});
    expect(run.contacts).toMatchObject([
      {id: 'placeholder.type', candidates: ['typed', 'text'], latent: false}
    ]);
    expect(documentOf(filled('{{$.n}}', {n: 7}, {'placeholder.type': 'text'}))).toEqual({x: '7'});
    expect(idsOf(filled('{{$.n}}', {n: 'x'}))).toEqual([]);
    expect(idsOf(filled('{{$.n}} ', {n: 7}))).toEqual([]);
  });

  it('touches placeholder.null in a longer text', () => {
    expect(documentOf(filled('a{{$.n}}', {n: null}))).toEqual({x: 'anull'});
    expect(documentOf(filled('a{{$.n}}', {n: null}, {'placeholder.null': 'empty'}))).toEqual({x: 'a'});
    const failed = filled('a{{$.n}}', {n: null}, {'placeholder.null': 'error'});
    expect(errorOf(failed).Cause).toContain('null cannot stand in a text');
    expect(idsOf(failed)).toEqual(['placeholder.null', 'error.name']);
  });
});

describe('ResultPath', () => {
  const put = (at: string | null, document: JsonValue, answers = {}): FlowRun =>
    play({definition: inARow(pass('new', at)), document, answers});

  test.each([
    ['$.a.b.c', {}, {a: {b: {c: 'new'}}}],
    ['$.a.b', {a: {c: 1}}, {a: {c: 1, b: 'new'}}],
    ['$.a', {a: {c: 1}}, {a: 'new'}],
    ['$.a[1].b', {a: [0, {c: 1}]}, {a: [0, {c: 1, b: 'new'}]}],
    ['$.__proto__', {}, JSON.parse('{"__proto__": "new"}')]
  ] as [string, JsonValue, JsonValue][])('%s in %j', (at, document, result) => {
    const before = JSON.stringify(document);
    const run = put(at, document);
    expect(JSON.stringify(documentOf(run))).toBe(JSON.stringify(result));
    expect(JSON.stringify(document)).toBe(before);
    expect(idsOf(run)).toEqual([]);
  });

  test.each([
    ['$.a[2]', {a: [0]}],
    ['$.a[1]', {a: [0]}],
    ['$.a[0]', {a: {}}],
    ['$.a[0]', {}],
    ['$[0]', {}],
    ['a', {}],
    ['$.a[*]', {a: [1]}]
  ])('%s cannot be put into %j', (at, document) => {
    expect(errorOf(put(at, document)).Error).toBe('States.ResultPathMatchFailure');
  });

  it('touches result.null-path where it is null', () => {
    expect(documentOf(put(null, {a: 1}))).toEqual({a: 1});
    expect(errorOf(put(null, {a: 1}, {'result.null-path': 'error'})).Cause).toContain('null');
    expect(idsOf(put(null, {}))).toEqual(['result.null-path']);
  });

  test.each([['text'], [null], [[1]]])('touches result.scalar-parent below %j', (parent) => {
    expect(documentOf(put('$.a.b', {a: parent}))).toEqual({a: {b: 'new'}});
    const failed = put('$.a.b', {a: parent}, {'result.scalar-parent': 'error'});
    expect(errorOf(failed).Error).toBe('States.ResultPathMatchFailure');
    expect(idsOf(put('$.a.b', {a: parent}))).toEqual(['result.scalar-parent']);
  });
});

describe('Choice', () => {
  /** The answer that a condition gives; the texts of errors where it gives none. */
  function decide(condition: JsonObject, document: JsonValue, answers = {}): boolean | string {
    const definition = {
      StartAt: 'C',
      States: {
        C: {Type: 'Choice', Choices: [{...condition, Next: 'Yes'}], Default: 'No'},
        Yes: {Type: 'Succeed'},
        No: {Type: 'Succeed'}
      }
    };
    const run = play({definition, document, answers});
    return run.end.status === 'failed' ? run.end.error.Cause : names(run.visits)[1] === 'Yes';
  }
  const test1 = (operator: string, value: JsonValue, operand: JsonValue): boolean | string =>
    decide({Variable: '$.v', [operator]: operand}, {v: value});

  // Each: a value below, the value itself, one above.
  const scales: [kind: string, low: JsonValue, middle: JsonValue, high: JsonValue][] = [
    ['Numeric', -1, 2.5, 10],
    ['String', 'A', 'AB', 'a'],
    ['Timestamp', '2026-01-31T10:00:00Z', '2026-01-31T10:00:00.000001Z', '2026-01-31T12:00:00+01:00']
  ];
  describe.each(scales)('%s', (kind, low, middle, high) => {
    test.each([
      ['Equals', [false, true, false]],
      ['LessThan', [true, false, false]],
      ['LessThanEquals', [true, true, false]],
      ['GreaterThan', [false, false, true]],
      ['GreaterThanEquals', [false, true, true]]
    ])('%s', (order, answers) => {
      expect([low, middle, high].map((value) => test1(`${kind}${order}`, value, middle))).toEqual(answers);
      if (kind !== 'Numeric') return;
      const byPath = [low, middle, high].map((v) =>
        decide({Variable: '$.v', [`${kind}${order}Path`]: '$.other'}, {v, other: middle})
      );
      expect(byPath).toEqual(answers);
    });

    test.each([null, true, {}, [], kind === 'Numeric' ? '2.5' : 2.5])('is false for %j', (value) => {
      expect(test1(`${kind}Equals`, value, middle)).toBe(false);
      expect(test1(`${kind}GreaterThanEquals`, value, middle)).toBe(false);
    });
  });

  test.each([
    ['2026-01-31T10:00:00Z', '2026-01-31T11:00:00+01:00', true],
    ['2026-01-31T10:00:00Z', '2026-01-31T10:00:00.0Z', true],
    ['2026-01-31T10:00:00z', '2026-01-31T10:00:00Z', false],
    ['2026-02-30T10:00:00Z', '2026-02-30T10:00:00Z', false],
    ['2026-01-31', '2026-01-31', false],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z', true],
    ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', false]
  ])('%s and %s are one time: %s', (value, operand, same) => {
    expect(test1('TimestampEquals', value, operand)).toBe(same);
  });

  it('orders times of any year', () => {
    expect(test1('TimestampLessThan', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z')).toBe(true);
    expect(test1('TimestampLessThan', '1969-12-31T23:59:59Z', '1970-01-01T00:00:01Z')).toBe(true);
  });

  it('compares texts and booleans by path', () => {
    expect(decide({Variable: '$.a', StringEqualsPath: '$.b'}, {a: 'x', b: 'x'})).toBe(true);
    expect(decide({Variable: '$.a', StringEqualsPath: '$.b'}, {a: 'x', b: 1})).toBe(false);
    expect(decide({Variable: '$.a', BooleanEqualsPath: '$.b'}, {a: false, b: false})).toBe(true);
    expect(test1('BooleanEquals', 0, false)).toBe(false);
  });

  it('tests for null and presence', () => {
    expect(test1('IsNull', null, true)).toBe(true);
    expect(test1('IsNull', 0, true)).toBe(false);
    expect(test1('IsNull', 0, false)).toBe(true);
    expect(test1('IsPresent', 0, true)).toBe(true);
    expect(test1('IsPresent', 0, false)).toBe(false);
    expect(decide({Variable: '$.a.b', IsPresent: true}, {})).toBe(false);
    expect(decide({Variable: '$.a.b', IsPresent: false}, {})).toBe(true);
  });

  it('touches choice.null-present', () => {
    const nulls = {Variable: '$.a', IsPresent: true};
    expect(decide(nulls, {a: null})).toBe(true);
    expect(decide(nulls, {a: null}, {'choice.null-present': 'false'})).toBe(false);
  });

  test.each([
    [{Variable: '$.a', StringEquals: 'x'}],
    [{Variable: '$.a', IsNull: true}],
    [{Variable: '$.b', StringEqualsPath: '$.a'}]
  ])('touches choice.missing-variable: %j', (condition) => {
    expect(decide(condition, {b: 'x'})).toBe('JSON path not found: $.a');
    expect(decide(condition, {b: 'x'}, {'choice.missing-variable': 'false'})).toBe(false);
    expect(decide({Not: condition}, {b: 'x'}, {'choice.missing-variable': 'false'})).toBe(true);
  });

  it('ends And and Or at the first part that decides', () => {
    const there = {Variable: '$.a', IsPresent: true};
    const big = {Variable: '$.a', NumericGreaterThan: 3};
    expect(decide({And: [there, big]}, {})).toBe(false);
    expect(decide({And: [there, big]}, {a: 4})).toBe(true);
    expect(decide({Or: [{Not: there}, big]}, {})).toBe(true);
    expect(decide({And: [big, there]}, {})).toBe('JSON path not found: $.a');
    expect(decide({Not: {Or: [{And: [there, big]}, big]}}, {a: 3})).toBe(true);
  });

  it('takes the first rule that holds, and says which', () => {
    const rule = (limit: number, next: string): JsonObject => ({
      Variable: '$.a',
      NumericGreaterThan: limit,
      Next: next
    });
    const definition = {
      StartAt: 'C',
      States: {
        C: {Type: 'Choice', Choices: [rule(9, 'A'), rule(4, 'B'), rule(1, 'C2')], Default: 'A'},
        A: {Type: 'Succeed'},
        B: {Type: 'Succeed'},
        C2: {Type: 'Succeed'}
      }
    };
    const {visits} = play({definition, document: {a: 5}});
    expect(names(visits)).toEqual(['C', 'B']);
    expect(visits[0]?.left?.node.parent?.value).toEqual(rule(4, 'B'));
  });

  it('fails where no rule holds and there is no Default', () => {
    const definition = {
      StartAt: 'C',
      States: {C: {Type: 'Choice', Choices: [{Variable: '$.a', IsNull: true, Next: 'C'}]}}
    };
    expect(errorOf(play({definition, document: {a: 1}})).Error).toBe('States.NoChoiceMatched');
  });

  test.each([
    [{Variable: '$.a', StringMatches: '*'}],
    [{Variable: '$.a'}],
    [{}],
    [{Variable: '$.a', StringEquals: 'x', IsNull: false}],
    [{Not: [{}]}],
    [{Variable: 1, StringEquals: 'x'}]
  ])('fails at a condition that is none: %j', (condition) => {
    expect(typeof decide(condition as JsonObject, {a: 'x'})).toBe('string');
  });
});

describe('Wait', () => {
  test.each([
    [{Seconds: 10}, 10],
    [{Seconds: 0.5}, 0.5],
    [{Seconds: 0}, 0],
    [{Seconds: -3}, 0],
    [{SecondsPath: '$.s'}, 2.5],
    [{SecondsPath: '$.zero'}, 0]
  ])('%j', (how, seconds) => {
    const run = play({definition: inARow({Type: 'Wait', ...how}), document: {s: 2.5, zero: 0}});
    expect(documentOf(run)).toEqual({s: 2.5, zero: 0});
    expect(run.slept).toBe(seconds);
    expect(run.visits[0]?.slept).toBe(seconds);
  });

  test.each([
    [{SecondsPath: '$.text'}],
    [{SecondsPath: '$.none'}],
    [{SecondsPath: 'text'}],
    [{Seconds: '1'}],
    [{}]
  ])('fails with %j', (how) => {
    const run = play({definition: inARow({Type: 'Wait', ...how}), document: {text: '1'}});
    expect(run.end.status).toBe('failed');
  });
});

describe('Succeed and Fail', () => {
  test.each([
    [{}, 'Execution Successful'],
    [{Message: 'Ticket {{$.id}}: {{$.none.of}}'}, 'Ticket 7: x'],
    [{Message: '$.id'}, '7'],
    [{Message: '$.none'}, '{"of":"x"}'],
    [{Message: 'costs $.99'}, 'costs $.99']
  ])('%j logs %j', (how, message) => {
    const run = play({definition: inARow({Type: 'Succeed', ...how}), document: {id: 7, none: {of: 'x'}}});
    expect(run.end).toMatchObject({status: 'succeeded', message, document: {id: 7}});
  });

  it('logs its default where a flow ends with End', () => {
    expect(play({definition: inARow({Type: 'Pass'})}).end).toMatchObject({message: 'Execution Successful'});
  });

  it('fails where a Message cannot be filled in', () => {
    expect(errorOf(play({definition: inARow({Type: 'Succeed', Message: '{{$.a}}'})})).Cause).toBe(
      'JSON path not found: $.a'
    );
  });

  it('fills in Error and Cause', () => {
    const fail = {Type: 'Fail', Error: '$.code', Cause: 'No {{$.what}}'};
    const run = play({definition: inARow(fail), document: {code: 404, what: 'ticket'}});
    expect(errorOf(run)).toEqual({Error: '404', Cause: 'No ticket'});
    expect(run.end).toMatchObject({
      state: {name: 'S1'},
      innermost: {name: 'S1'},
      error: {named: true},
      limit: null
    });
    expect(idsOf(run)).toEqual([]);
  });
});

describe('Map', () => {
  const mapOf = (iterator: JsonObject, more: JsonObject = {}): JsonObject => ({
    Type: 'Map',
    ItemsPath: '$.items',
    Iterator: iterator,
    ...more
  });

  it("makes a list of each iteration's end document, from its item alone", () => {
    const iterator = inARow({Type: 'Pass', Result: {'n.$': '$.id'}, ResultPath: '$.copy'});
    const run = play({
      definition: inARow(mapOf(iterator, {ResultPath: '$.out'})),
      document: {items: [{id: 1}, {id: 2}]}
    });
    expect(documentOf(run)).toEqual({
      items: [{id: 1}, {id: 2}],
      out: [
        {id: 1, copy: {n: 1}},
        {id: 2, copy: {n: 2}}
      ]
    });
    expect(run.visits.map(({state, map, item}) => [state.name, map, item])).toEqual([
      ['S1', null, null],
      ['S1', 0, 0],
      ['S1', 0, 1]
    ]);
    const outside = inARow(mapOf(inARow({Type: 'Pass', Result: {'x.$': '$.items'}})));
    expect(errorOf(play({definition: outside, document: {items: [{}]}})).Cause).toContain('$.items');
  });

  it('nests', () => {
    const inner = mapOf(inARow({Type: 'Pass', Result: 'x'}));
    const run = play({
      definition: inARow(mapOf(inARow(inner))),
      document: {items: [{items: [1, 2]}, {items: [3]}]}
    });
    expect(documentOf(run)).toEqual([['x', 'x'], ['x']]);
    expect(run.visits.map(({map, item}) => [map, item])).toEqual([
      [null, null],
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [4, 0]
    ]);
  });

  it('fails with the first iteration that fails, and ends the others', () => {
    const fail = {Type: 'Fail', Error: 'E{{$.n}}', Cause: 'c'};
    const run = play({definition: inARow(mapOf(inARow(fail))), document: {items: [{n: 1}, {n: 2}]}});
    expect(errorOf(run)).toEqual({Error: 'E1', Cause: 'c'});
    expect(run.end).toMatchObject({state: {type: 'Map'}, innermost: {type: 'Fail'}});
    expect(run.visits.map(({error}) => error?.Error)).toEqual(['E1', 'E1']);
  });

  it('catches what fails in an iteration', () => {
    const fail = inARow({Type: 'Fail', Error: 'E', Cause: 'c'});
    const catcher = [{ErrorEquals: ['States.ALL'], Next: 'Caught', ResultPath: '$.e'}];
    const definition = {
      StartAt: 'M',
      States: {M: {...mapOf(fail, {Catch: catcher}), End: true}, Caught: {Type: 'Succeed'}}
    };
    const run = play({definition, document: {items: [1]}});
    expect(documentOf(run)).toEqual({items: [1], e: {Error: 'E', Cause: 'c'}});
    expect(run.visits[0]?.left).toMatchObject({kind: 'catch', to: 'Caught'});
    expect(run.visits[0]?.output).toEqual(documentOf(run));
  });

  it('touches map.empty over an empty list', () => {
    const definition = inARow(mapOf(inARow({Type: 'Pass'}), {ResultPath: '$.out'}));
    const empty = {definition, document: {items: []}};
    expect(documentOf(play(empty))).toEqual({items: [], out: []});
    expect(documentOf(play({...empty, answers: {'map.empty': 'null'}}))).toEqual({items: [], out: null});
    expect(idsOf(play(empty))).toEqual(['map.empty']);
  });

  test.each([[{items: {}}], [{items: 'ab'}], [{}], [{items: null}]])('fails over %j', (document) => {
    expect(play({definition: inARow(mapOf(inARow({Type: 'Pass'}))), document}).end.status).toBe('failed');
  });
});

describe('a flow that is none', () => {
  test.each([
    ['StartAt names no state', {StartAt: 'X', States: {A: {Type: 'Succeed'}}}],
    ['there is no state', {StartAt: 'A', States: {A: {Type: 'Pass', Next: 'X'}}}],
    ['neither Next nor End', {StartAt: 'A', States: {A: {Type: 'Pass'}}}],
    ['no state of the type', {StartAt: 'A', States: {A: {Type: 'Task', End: true}}}],
    ['no Iterator', {StartAt: 'A', States: {A: {Type: 'Map', ItemsPath: '$.a', End: true}}}]
  ])('%s', (words, definition) => {
    const run = play({definition, document: {a: [1]}});
    expect(errorOf(run).Cause).toContain(words);
  });
});
