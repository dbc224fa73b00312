import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {DATA_RULES} from '../../src/rules/data/index.js';
import {bundleOf, check, expectClean, expectOnly} from '../support/check.js';

type Json = Record<string, unknown>;

const DONE = {Type: 'Succeed'};
const read = (path: string, more: Json = {Next: 'Done'}): Json => ({
  Type: 'Action',
  ActionName: 'zis:acme:action:use',
  Parameters: {'value.$': path},
  ResultPath: '$.used',
  ...more
});
const load = (more: Json): Json => ({
  Type: 'Action',
  ActionName: 'zis:common:action:LoadConfig',
  Parameters: {scope: 'settings'},
  ...more
});
const branch = (...targets: string[]): Json => ({
  Type: 'Choice',
  Choices: targets.slice(1).map((Next) => ({Variable: '$.input.a', StringEquals: Next, Next})),
  Default: targets[0]
});

async function found(states: Json) {
  return check(bundleOf(states), {rules: DATA_RULES});
}

test('PatchConfig has no answer that could take the place of data', async () => {
  const patch = {...load({Next: 'B'}), ActionName: 'zis:common:action:PatchConfig'};
  const states = {A: patch, B: read('$.input.id'), Done: DONE};
  expectClean(await found(states));
  expectOnly(await found({...states, A: load({Next: 'B'})}), {rule: 'data/lost'});
});

describe('a path that nobody wrote', () => {
  test('is reported, with what was probably meant', async () => {
    const states = {A: load({ResultPath: '$.settings', Next: 'B'}), B: read('$.setings.config'), Done: DONE};
    expectOnly(await found(states), {
      rule: 'data/unwritten-path',
      severity: 'warning',
      at: '"$.setings.config"',
      hint: 'Did you mean "settings"?'
    });
  });

  test('is reported once, however often it is read', async () => {
    const states = {A: read('$.x', {Next: 'B'}), B: read('{{$.x.y}}'), Done: DONE};
    expectOnly(await found(states), {rule: 'data/unwritten-path', at: '"$.x"', message: '1 more'});
  });

  test('is reported though a state writes it that comes later', async () => {
    const states = {
      A: read('$.settings.config.x', {Next: 'B'}),
      B: load({ResultPath: '$.settings', Next: 'Done'}),
      Done: DONE
    };
    expectOnly(await found(states), {rule: 'data/unwritten-path', hint: 'The state "B" writes it'});
  });

  test('is no fault in what a flow begins with, nor where a loop brings it', async () => {
    const states = {
      A: read('{{$.input.a}}{{$.account_id}}{{$.subdomain}}{{$.integration_key}}', {Next: 'B'}),
      B: {
        Type: 'Choice',
        Choices: [{Variable: '$.page.config.next', IsPresent: true, Next: 'Done'}],
        Default: 'C'
      },
      C: load({ResultPath: '$.page', Next: 'B'}),
      Done: DONE
    };
    expectClean(await found(states));
  });

  test.each([7, null, 'ticket', '$[', {}])('is no fault when the ResultPath is %j', async (ResultPath) => {
    expectClean(await found({A: load({ResultPath, Next: 'B'}), B: read('$.ticket.id'), Done: DONE}));
  });

  test('is sought in the event', async () => {
    expectOnly(await found({A: read('$.ticket_event.ticket.id', {Next: 'Done'}), Done: DONE}), {
      rule: 'data/unwritten-path',
      hint: 'Did you mean "$.input.ticket_event.ticket.id"?'
    });
  });

  test('is not sought where a route is broken: that is one fault', async () => {
    expectClean(
      await found({A: load({ResultPath: '$.settings', Next: 'Nowhere'}), B: read('$.other'), Done: DONE})
    );
  });
});

describe('what only some routes write', () => {
  const states = (condition: Json): Json => ({
    A: {Type: 'Choice', Choices: [{...condition, Next: 'B'}], Default: 'C'},
    B: load({ResultPath: '$.settings', Next: 'C'}),
    C: read('$.settings.config.x'),
    Done: DONE
  });

  test('is an information', async () => {
    expectOnly(await found(states({Variable: '$.input.a', IsNull: false})), {
      rule: 'data/written-on-every-route',
      severity: 'info',
      at: '"$.settings.config.x"'
    });
  });

  test('is none when the flow asks whether it is there', async () => {
    expectClean(await found(states({Variable: '$.settings', IsPresent: true})).then(withoutUnwritten));
  });

  // The test reads what no state before it has written, which is another rule's matter.
  const withoutUnwritten = <T extends {rule: string}>(findings: T[]): T[] =>
    findings.filter(({rule}) => rule !== 'data/unwritten-path');
});

describe('data that is replaced and read later', () => {
  test('by a state without ResultPath is reported at its name', async () => {
    expectOnly(await found({Load: load({Next: 'B'}), B: read('$.input.id'), Done: DONE}), {
      rule: 'data/lost',
      severity: 'warning',
      at: '"Load"',
      message: 'the state "B" reads "$.input.id" later',
      hint: '"ResultPath": "$.result"'
    });
  });

  test('by ResultPath "$" is reported at the path', async () => {
    expectOnly(await found({Load: load({ResultPath: '$', Next: 'B'}), B: read('$.input.id'), Done: DONE}), {
      rule: 'data/lost',
      at: '"$"'
    });
  });

  test('by a caught error is reported at the Catch', async () => {
    const Catch = [{ErrorEquals: ['States.ALL'], Next: 'B'}];
    const states = {Load: load({ResultPath: '$.s', Catch, Next: 'B'}), B: read('$.input.id'), Done: DONE};
    expectOnly(await found(states), {
      rule: 'data/lost',
      at: '"ErrorEquals"',
      message: 'the caught error replaces all data',
      hint: '"$.error"'
    });
  });

  test('is no fault when nothing of it is read, or the error itself is', async () => {
    const Catch = [{ErrorEquals: ['States.ALL'], Next: 'Failed'}];
    const states = {
      Load: load({Catch, Next: 'Done'}),
      Done: {Type: 'Succeed', Message: '{{$.config.name}}'},
      Failed: {Type: 'Fail', Error: 'E', Cause: '{{$.Cause}}'}
    };
    expectClean(await found(states));
  });

  test('is no fault when an answer may hold it', async () => {
    const call = {Type: 'Action', ActionName: 'zis:acme:action:get_account', Next: 'B'};
    expectClean(await found({Call: call, B: read('$.account_id'), Done: DONE}));
    expectOnly(await found({Call: call, B: read('$.input.id'), Done: DONE}), {rule: 'data/lost'});
  });

  test('explains what else is missing there', async () => {
    const states = {
      Set: {Type: 'Pass', Result: {a: 1}, Next: 'B'},
      B: read('{{$.input.id}} {{$.defaults.a}}'),
      Done: DONE
    };
    expectOnly(await found(states), {rule: 'data/lost'});
  });

  test.each(['limit(1; .)', 'debug', '.?', 'until(true; .)', 'tojson | fromjson', '{input: ., n: 1}'])(
    'is no fault when %s hands it on',
    async (expr) => {
      const Parameters = {expr, 'data.$': expr.includes('n: 1') ? '$.input' : '$'};
      const jq = {Type: 'Action', ActionName: 'zis:common:transform:Jq', Parameters, Next: 'B'};
      expectClean(await found({Jq: jq, B: read('$.input.id'), Done: DONE}));
    }
  );

  test('is no fault when a jq program hands it on', async () => {
    for (const expr of ['. + {a: 1}', '{input: .input, a: 1}', '.a = 1', 'del(.x)', '{a: ., input}']) {
      const jq = {
        Type: 'Action',
        ActionName: 'zis:common:transform:Jq',
        Parameters: {expr, 'data.$': '$'},
        Next: 'B'
      };
      expectClean(await found({Jq: jq, B: read('$.input.id'), Done: DONE}));
    }
  });

  test('is one when a jq program does not', async () => {
    const Parameters = {expr: '{id: .account_id} | {ticket: .id}', 'data.$': '$'};
    const jq = {Type: 'Action', ActionName: 'zis:common:transform:Jq', Parameters, Next: 'B'};
    expectOnly(await found({Jq: jq, B: read('$.input.id'), Done: DONE}), {rule: 'data/lost', at: '"Jq"'});
  });

  test('a Pass without Result, a Wait and a Choice let the data through', async () => {
    const states = {
      A: {Type: 'Pass', Next: 'B'},
      B: {Type: 'Wait', Seconds: 1, Next: 'C'},
      C: branch('D'),
      D: read('$.input.id'),
      Done: DONE
    };
    expectClean(await found(states));
  });
});

describe('an iteration', () => {
  const map = (states: Json): Json => ({
    Load: load({ResultPath: '$.settings', Next: 'Each'}),
    Each: {
      Type: 'Map',
      ItemsPath: '$.input.items',
      Iterator: {StartAt: Object.keys(states)[0], States: states},
      ResultPath: '$.results',
      Next: 'Done'
    },
    Done: DONE
  });

  test('reads its item', async () => {
    expectClean(await found(map({A: read('$.id', {Next: 'B'}), B: read('$.used.x', {End: true})})));
  });

  test.each(['$.input.id', '{{$.account_id}}', '$.settings.config.token'])(
    'does not see %s',
    async (path) => {
      expectOnly(await found(map({A: read(path, {End: true})})), {
        rule: 'data/outer-in-iteration',
        severity: 'warning'
      });
    }
  );

  test('may see what a jq program put into the items', async () => {
    const Parameters = {expr: '[.input.items[] + {input: .input}]', 'data.$': '$'};
    const jq = {
      Type: 'Action',
      ActionName: 'zis:common:transform:Jq',
      Parameters,
      ResultPath: '$.i',
      Next: 'Load'
    };
    const {Load, Each, Done} = map({A: read('$.input.id', {End: true})});
    expectClean(await found({Jq: jq, Load, Each: {...(Each as Json), ItemsPath: '$.i'}, Done}));
  });
});

describe('the data of an event', () => {
  const started = async (path: string, event_type: string, more: Json = {}) => {
    const flow_name = 'zis:acme:flow:main';
    const properties = {name: 'on_event', event_source: 'support', event_type, flow_name, ...more};
    const bundle = bundleOf({A: read(path), Done: DONE});
    const {main} = bundle.resources as Json;
    const resources = {main, on_event: {type: 'ZIS::JobSpec', properties}};
    return check({...bundle, resources}, {rules: DATA_RULES});
  };

  test.each([
    ['$.input.ticket.id', 'ticket.TicketCreated', '"$.input.ticket_event.ticket.id"'],
    ['{{$.input.ticket_evnt.ticket.id}}', 'ticket.TicketCreated', '"$.input.ticket_event.ticket.id"'],
    ['$.input.ticket_event.ticket.id', 'user.UserCreated', '"$.input.user_event.ticket.id"']
  ])('%s is not where %s has it', async (path, type, hint) => {
    const at = path.includes('{{') ? path.slice(2, -2) : `"${path}"`;
    expectOnly(await started(path, type), {rule: 'data/event-payload', severity: 'warning', at, hint});
  });

  test.each([
    ['$.input.ticket_event.ticket.id', 'ticket.TicketCreated', {}],
    ['$.input', 'ticket.TicketCreated', {}],
    ['$.input.type', 'ticket.TicketCreated', {}],
    ['$.input.ticket.id', 'order.paid', {event_source: 'shop'}],
    ['$.input.ticket.id', 'ticket.TicketCreated', {flow_name: 'zis:acme:flow:other'}]
  ])('%s may be there for %s', async (path, type, more) => {
    expectClean(await started(path, type, more));
  });
});

test('the order of states in the file does not matter', async () => {
  const states: [string, Json][] = [
    ['A', branch('B', 'C', 'D')],
    ['B', load({ResultPath: '$.b', Next: 'E'})],
    ['C', load({Next: 'E'})],
    ['D', load({ResultPath: '$.d', Next: 'A'})],
    ['E', read('{{$.b}}{{$.d}}{{$.input}}{{$.never}}')],
    ['Done', DONE]
  ];
  const rulesOf = async (entries: [string, Json][]) => {
    const bundle = bundleOf(Object.fromEntries(entries));
    const main = (bundle.resources as Record<string, Json>).main as {properties: {definition: Json}};
    main.properties.definition.StartAt = 'A';
    return (await check(bundle, {rules: DATA_RULES})).map(({rule, message}) => `${rule} ${message}`).sort();
  };
  const expected = await rulesOf(states);
  expect(expected).toHaveLength(2);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(states, {minLength: states.length}), async (shuffled) => {
      expect(await rulesOf(shuffled)).toEqual(expected);
    }),
    {numRuns: 30}
  );
});

test('a long ladder of branches is followed in time', async () => {
  const states: Json = {};
  for (let rung = 0; rung < 400; rung += 1) {
    states[`C${rung}`] = branch(`L${rung}`, `C${rung + 1}`, `C${Math.max(0, rung - 7)}`);
    states[`L${rung}`] = load({ResultPath: `$.v${rung}`, Next: `C${rung + 1}`});
  }
  states.C400 = read('{{$.v0}}{{$.v399}}');
  const started = performance.now();
  await found({...states, Done: DONE});
  expect(performance.now() - started).toBeLessThan(3000);
});

describe('what a jq program reads', () => {
  const jq = (expr: string, data = '$', more: Json = {ResultPath: '$.r', End: true}): Json => ({
    Type: 'Action',
    ActionName: 'zis:common:transform:Jq',
    Parameters: {expr, 'data.$': data},
    ...more
  });

  test.each([
    ['.inptu.id', '".inptu.id"'],
    ['{a: .inptu.id}', '".inptu.id"'],
    ['"x \\(.inptu.id)"', '".inptu.id"'],
    ['[.input.id, .inptu]', '".inptu"'],
    ['if .inptu then 1 else 2 end', '".inptu"'],
    ['.input.tags[.inptu]', '".inptu"']
  ])('%s reads what nobody wrote', async (expr, read) => {
    const [finding, ...others] = await found({A: jq(expr)});
    expect(others).toEqual([]);
    expect(finding).toMatchObject({rule: 'data/unwritten-path', hint: 'Did you mean ".input"?'});
    expect(finding?.message).toContain(read.slice(1, -1));
  });

  test.each([
    '.input | .other',
    '.other // "none"',
    '.other?',
    'try .other',
    'map(.other)',
    '.input.tags | map(.other)',
    'select(.other)',
    'has("other")',
    '.other = 1',
    '. as $all | $all.input.other',
    '$__prog_args.other',
    '"the text .other"',
    '.input["other"]',
    '(.input).other',
    '# .other\n.input',
    'def f: .other; .input'
  ])('%s is not judged, or reads what is there', async (expr) => {
    expectClean(await found({A: jq(expr)}));
  });

  test('is not there in an Iterator, whose item is all data', async () => {
    const Iterator = {StartAt: 'B', States: {B: jq('.input.id')}};
    const states = {A: {Type: 'Map', ItemsPath: '$.input.list', Iterator, ResultPath: '$.m', End: true}};
    expectOnly(await found(states), {rule: 'data/outer-in-iteration'});
  });
});

describe('data of a shape that is known', () => {
  const jq = (expr: string, more: Json): Json => ({
    Type: 'Action',
    ActionName: 'zis:common:transform:Jq',
    Parameters: {expr, 'data.$': '$.input'},
    ...more
  });
  const pass = (Result: unknown): Json => ({Type: 'Pass', Result, ResultPath: '$.list', Next: 'B'});
  const map = (ItemsPath: string): Json => ({
    Type: 'Map',
    ItemsPath,
    Iterator: {StartAt: 'I', States: {I: DONE}},
    ResultPath: '$.m',
    End: true
  });
  const wait = (SecondsPath: string): Json => ({Type: 'Wait', SecondsPath, End: true});

  test.each<[string, Json, Json, string]>([
    ['a config', load({ResultPath: '$.list', Next: 'B'}), wait('$.list.delay'), '$.list.config.delay'],
    ['a Result', pass({delay: 5}), wait('$.list.dely'), 'Did you mean "delay"?'],
    ['a Map over an object', pass({a: 1}), map('$.list'), 'list'],
    ['a Map over a text', pass('a'), map('$.list'), 'list'],
    ['a Map within a Result', pass({a: {b: 1}}), map('$.list.a'), 'list'],
    ['a text', jq('"a" + .b', {ResultPath: '$.list', Next: 'B'}), wait('$.list.x'), 'no members'],
    [
      'a text at an end',
      jq('.b | tostring', {ResultPath: '$.list', Next: 'B'}),
      wait('$.list.x'),
      'no members'
    ]
  ])('%s', async (_, A, B, hint) => {
    const [finding, ...others] = await found({A, B});
    expect(others).toEqual([]);
    expect(finding).toMatchObject({rule: 'data/wrong-shape', severity: 'warning'});
    expect(finding?.hint).toContain(hint);
  });

  test.each<[string, Json, Json]>([
    ['the config itself', load({ResultPath: '$.list', Next: 'B'}), wait('$.list.config.delay')],
    ['a Result that has it', pass({delay: 5}), wait('$.list.delay')],
    ['a Result with a path', pass({'delay.$': '$.input.d'}), wait('$.list.delay')],
    ['a Map over a list', pass([1]), map('$.list')],
    ['a Map over a list within', pass({a: [1]}), map('$.list.a')],
    ['what may be no text', jq('"a", 1', {ResultPath: '$.list', Next: 'B'}), wait('$.list.x')],
    ['what compares texts', jq('"a" == .b', {ResultPath: '$.list', Next: 'B'}), wait('$.list.x')],
    ['what goes on behind a text', jq('"a" | {x: .}', {ResultPath: '$.list', Next: 'B'}), wait('$.list.x')]
  ])('%s is no fault', async (_, A, B) => {
    expectClean(await found({A, B}));
  });

  test('that two states write is not judged', async () => {
    const other = {...load({ResultPath: '$.list', Next: 'C'})};
    expectClean(await found({A: pass({delay: 5}), B: other, C: wait('$.list.config')}));
  });

  test('which jq reads as what it is not', async () => {
    const text = jq('"a" + .b', {ResultPath: '$.list', Next: 'B'});
    const B = (expr: string) => ({
      ...jq(expr, {ResultPath: '$.z', End: true}),
      Parameters: {expr, 'data.$': '$.list'}
    });
    expectOnly(await found({A: text, B: B('.[0]')}), {rule: 'data/wrong-shape'});
    expectOnly(await found({A: text, B: B('.x')}), {rule: 'data/wrong-shape'});
    expectClean(await found({A: text, B: B('.[0:3]')}));
    expectClean(await found({A: text, B: B('.[0]?')}));
    expectClean(await found({A: text, B: B('. + "x"')}));
    const config = load({ResultPath: '$.list', Next: 'B'});
    expectOnly(await found({A: config, B: B('.delay')}), {
      rule: 'data/wrong-shape',
      hint: 'Did you mean ".config.delay"?'
    });
  });
});
