import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it, test} from '@jest/globals';
import fc from 'fast-check';
import {parseJson} from '../../src/bundle/json.js';
import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';
import {resourcesOf} from '../../src/bundle/model.js';
import {flowsOf} from '../../src/flow/states.js';
import {Allowance} from '../../src/flow-run/allowance.js';
import {MAX_DEPTH, MAX_DOCUMENT} from '../../src/flow-run/limits.js';
import type {FlowRequest, FlowRun, Outcome} from '../../src/flow-run/ports.js';
import {runFlow} from '../../src/flow-run/run.js';
import {answersTo, UNKNOWN_IDS, type UnknownId} from '../../src/flow-run/unknowns.js';
import {drive, inARow, play} from '../support/flow-machine.js';

const pass = (result: JsonValue, at: string): JsonObject => ({Type: 'Pass', Result: result, ResultPath: at});

/** One state that goes back to itself, or from which a Choice ends the flow. */
const loop = (state: JsonObject): JsonObject => ({StartAt: 'S', States: {S: {...state, Next: 'S'}}});

describe('limits of ZIS', () => {
  it('end a flow that never ends after 250 states', () => {
    const run = play({definition: loop({Type: 'Pass'})});
    expect(run.end).toMatchObject({status: 'failed', limit: 'transitions', state: {name: 'S'}});
    expect(run.visits).toHaveLength(251);
  });

  it('count states of iterations, and leave one of 250 alone', () => {
    const three = inARow({Type: 'Pass'}, {Type: 'Pass'}, {Type: 'Pass'});
    const map = inARow({Type: 'Map', ItemsPath: '$.items', Iterator: three});
    const items = (length: number): JsonObject => ({items: Array.from({length}, () => ({}))});
    expect(play({definition: map, document: items(83)})).toMatchObject({
      transitions: 250,
      end: {status: 'succeeded'}
    });
    expect(play({definition: map, document: items(84)}).end).toMatchObject({
      limit: 'transitions',
      state: {name: 'S1'}
    });
  });

  it('end a flow at a Map of more than 100 items, and nothing catches it', () => {
    const definition = {
      StartAt: 'M',
      States: {
        M: {
          Type: 'Map',
          ItemsPath: '$',
          Iterator: inARow({Type: 'Pass'}),
          Catch: [{ErrorEquals: ['States.ALL'], Next: 'Done'}],
          Next: 'Done'
        },
        Done: {Type: 'Succeed'}
      }
    };
    const list = (length: number): JsonValue => Array.from({length}, () => 1);
    expect(play({definition, document: list(100)}).end.status).toBe('succeeded');
    expect(play({definition, document: list(101)}).end).toMatchObject({status: 'failed', limit: 'items'});
  });

  it('end a flow whose waits pass 100 seconds', () => {
    const wait = (...seconds: number[]): FlowRun =>
      play({definition: inARow(...seconds.map((each) => ({Type: 'Wait', Seconds: each})))});
    expect(wait(99.5, 0.5)).toMatchObject({slept: 100, end: {status: 'succeeded'}});
    expect(wait(60, 40.1)).toMatchObject({
      slept: 60,
      end: {status: 'failed', limit: 'time', state: {name: 'S2'}}
    });
  });
});

describe('bounds of this tool', () => {
  test.each<[string, JsonObject, JsonValue]>([
    ['data that doubles itself', pass({'a.$': '$', 'b.$': '$'}, '$.x'), {x: 1}],
    ['data that nests itself', pass({'a.$': '$'}, '$'), {}],
    ['a path that nests', pass(1, `$${'.a'.repeat(100_000)}`), {}],
    ['paths that nest', pass({'x.$': '$'}, `$${'.a'.repeat(150)}`), {}],
    ['texts that double themselves', pass({'a.$': '{{$.x.a}}{{$.x.a}}'}, '$.x'), {x: {a: 'text'}}],
    ['texts of data that doubles itself', pass({'a.$': 'a{{$}}', 'b.$': '$'}, '$.x'), {x: 1}],
    [
      'one text with many placeholders',
      pass({'a.$': '{{$.x}}'.repeat(10_000)}, '$.y'),
      {x: 'x'.repeat(1_000_000)}
    ],
    ['a list that doubles itself', pass({'a.$': '$', 'b.$': '$', 'c.$': '$', 'd.$': '$'}, '$'), []]
  ])('%s ends soon, with a failure that says so', (_, state, document) => {
    const {end} = play({definition: loop(state), document});
    expect(end.status).toBe('failed');
    if (end.status === 'failed' && end.limit !== null) expect(end.error.Cause).toMatch(/million|deeper|250/);
  });

  it('take what is as large and deep as they say', () => {
    const deep = JSON.parse(`${'['.repeat(MAX_DEPTH)}${']'.repeat(MAX_DEPTH)}`) as JsonValue;
    const definition = inARow({Type: 'Succeed'});
    expect(play({definition, document: deep}).end.status).toBe('succeeded');
    expect(play({definition, document: [deep]}).end).toMatchObject({limit: 'size', state: null});
    expect(play({definition, document: 'x'.repeat(MAX_DOCUMENT - 2)}).end.status).toBe('succeeded');
    expect(play({definition, document: 'x'.repeat(MAX_DOCUMENT)}).end).toMatchObject({limit: 'size'});
  });

  it('hold for what a call gives, too', () => {
    const action = {Type: 'Action', ActionName: 'zis:acme:action:a', ResultPath: '$.r'};
    const run = (result: JsonValue): FlowRun =>
      play({definition: inARow(action)}, () => ({kind: 'result', result}));
    expect(run('x'.repeat(MAX_DOCUMENT)).end).toMatchObject({limit: 'size', state: {name: 'S1'}});
  });
});

const NAMES = ['A', 'B', 'C'];
const PATHS = [
  '$',
  '$.a',
  '$.a.b',
  '$.list',
  '$.list[0]',
  '$.e',
  '$.e.Error',
  '$.n',
  '$.none',
  '$..',
  'a',
  '$.z.y.x'
];
const arbPath = fc.constantFrom(...PATHS);
const arbJson = fc.jsonValue({maxDepth: 3}) as fc.Arbitrary<JsonValue>;
const arbText = fc.oneof(
  arbPath,
  arbPath.map((path) => `{{${path}}}`),
  fc.tuple(arbPath, arbPath).map(([a, b]) => `x {{${a}}} y {{${b}}`),
  fc.string()
);
/** Parameters or a Result: keys with and without `.$`. */
const arbDynamic: fc.Arbitrary<JsonValue> = fc.letrec<{value: JsonValue}>((tie) => ({
  value: fc.oneof(
    {maxDepth: 2},
    arbText,
    arbJson,
    fc.dictionary(
      fc.constantFrom('a', 'a.$', 'list.$', 'expr', 'data', 'data.$', 'scope', 'config'),
      tie('value'),
      {
        maxKeys: 4
      }
    ) as fc.Arbitrary<JsonValue>
  )
})).value;

const arbNext = fc.constantFrom<JsonObject>(
  {Next: 'A'},
  {Next: 'B'},
  {Next: 'C'},
  {End: true},
  {},
  {Next: 'X'}
);
const arbResultPath = fc.oneof(
  arbPath.map((path): JsonObject => ({ResultPath: path})),
  fc.constantFrom<JsonObject>({}, {ResultPath: null}, {ResultPath: 1})
);
const arbCatch = fc.oneof(
  fc.constant<JsonObject>({}),
  fc
    .tuple(fc.constantFrom(...NAMES), arbResultPath)
    .map(([Next, path]): JsonObject => ({Catch: [{ErrorEquals: ['States.ALL'], Next, ...path}]}))
);
const arbCondition: fc.Arbitrary<JsonValue> = fc.letrec<{rule: JsonValue}>((tie) => ({
  rule: fc.oneof(
    {maxDepth: 3},
    fc
      .tuple(
        arbPath,
        fc.constantFrom(
          'StringEquals',
          'NumericLessThanPath',
          'IsPresent',
          'IsNull',
          'TimestampEquals',
          'Nothing'
        ),
        fc.oneof(arbPath, arbJson)
      )
      .map(([Variable, operator, operand]) => ({Variable, [operator]: operand})),
    fc
      .tuple(fc.constantFrom('And', 'Or'), fc.array(tie('rule'), {maxLength: 3}))
      .map(([key, all]) => ({[key]: all})),
    tie('rule').map((rule) => ({Not: rule})),
    arbJson
  )
})).rule;

function arbState(iterator: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> {
  const actions = fc.constantFrom(
    'zis:acme:action:known',
    'zis:acme:action:unknown',
    'zis:common:transform:Jq',
    'zis:common:action:LoadConfig',
    'zis:common:action:PatchConfig',
    'zis:common:action:LoadLinks',
    'zis:common:action:none'
  );
  const merged = (...parts: fc.Arbitrary<JsonObject>[]): fc.Arbitrary<JsonValue> =>
    fc.tuple(...parts).map((all) => Object.assign({}, ...all) as JsonObject);
  const field = (name: string, value: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonObject> =>
    value.map((each) => ({[name]: each}));
  const type = (name: string): fc.Arbitrary<JsonObject> => fc.constant({Type: name});
  return fc.oneof(
    merged(type('Pass'), fc.oneof(field('Result', arbDynamic), fc.constant({})), arbResultPath, arbNext),
    merged(
      type('Action'),
      field('ActionName', actions),
      field('Parameters', arbDynamic),
      arbResultPath,
      arbCatch,
      arbNext
    ),
    merged(
      type('Choice'),
      field(
        'Choices',
        fc.array(fc.tuple(arbCondition, arbNext).map(([a, b]) => Object.assign({}, a, b) as JsonValue))
      ),
      fc.constantFrom<JsonObject>({}, {Default: 'A'}, {Default: 'C'})
    ),
    merged(type('Wait'), fc.oneof(field('Seconds', arbJson), field('SecondsPath', arbPath)), arbNext),
    merged(
      type('Map'),
      field('ItemsPath', arbPath),
      field('Iterator', iterator),
      arbResultPath,
      arbCatch,
      arbNext
    ),
    merged(type('Succeed'), fc.oneof(field('Message', arbText), fc.constant({}))),
    merged(type('Fail'), field('Error', arbText), field('Cause', arbDynamic)),
    arbJson
  );
}

const arbDefinition: fc.Arbitrary<JsonObject> = fc.letrec<{scope: JsonObject}>((tie) => ({
  scope: fc
    .tuple(...NAMES.map(() => arbState(fc.oneof({maxDepth: 2}, fc.constant(null), tie('scope')))))
    .map(([A, B, C]) => ({StartAt: 'A', States: {A: A ?? null, B: B ?? null, C: C ?? null}}))
})).scope;

const arbOutcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({kind: fc.constant('result' as const), result: arbJson}),
  fc.record({
    kind: fc.constant('error' as const),
    Error: fc.oneof(fc.string(), fc.constant(null)),
    Cause: fc.string()
  }),
  fc.record({kind: fc.constant('stop' as const), reason: fc.string()})
);
const arbHttp: fc.Arbitrary<Outcome> = fc.oneof(
  arbOutcome,
  fc.record({
    kind: fc.constant('http' as const),
    status: fc.constantFrom(200, 204, 429, 500, 404),
    body: arbJson
  }),
  fc.record({kind: fc.constant('http' as const), status: fc.constantFrom(200, 500), text: fc.string()})
);
const arbAnswers = fc.record(
  Object.fromEntries(
    UNKNOWN_IDS.map((id) => [id, id === 'error.name' ? fc.string() : fc.constantFrom(...answersTo(id))])
  ) as Record<UnknownId, fc.Arbitrary<string>>,
  {requiredKeys: []}
);

describe('any flow', () => {
  it('ends, whatever the document and the outcomes are', () => {
    fc.assert(
      fc.property(
        arbDefinition,
        arbJson,
        fc.array(arbHttp, {minLength: 1, maxLength: 5}),
        arbAnswers,
        arbDynamic,
        (definition, document, outcomes, answers, requestBody) => {
          const before = JSON.stringify(document);
          let asked = 0;
          const answer = (request: FlowRequest): Outcome => {
            const outcome = outcomes[asked % outcomes.length]!;
            asked += 1;
            if (request.kind === 'http' || outcome.kind !== 'http') return outcome;
            return {kind: 'result', result: outcome.body ?? null};
          };
          const actions = {
            known: {method: 'POST', 'url.$': '{{$.a}}', headers: [{key: 'h', 'value.$': '$.a'}], requestBody}
          };
          const {end, visits, transitions} = play({definition, document, answers, actions}, answer);
          expect(['succeeded', 'failed', 'stopped']).toContain(end.status);
          expect(transitions).toBeLessThanOrEqual(251);
          expect(visits.length).toBeLessThanOrEqual(251 * 3);
          expect(JSON.stringify(document)).toBe(before);
          JSON.stringify(visits.map((visit) => [visit.document, visit.result, visit.output]));
        }
      ),
      {numRuns: 1000}
    );
  });
});

// Bundles of others, kept outside the project: there is nothing to do where they are not.
const CORPUS = new URL('../../../shared/corpus/', import.meta.url);
const files = existsSync(CORPUS)
  ? readdirSync(CORPUS, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.json'))
  : [];

(files.length === 0 ? describe.skip : describe)('bundles of others', () => {
  test.each(files)('%s: every flow ends', (file) => {
    const {root} = parseJson(readFileSync(new URL(file, CORPUS), 'utf8'));
    const resources = root === null ? [] : resourcesOf(root);
    const actions = new Map(
      resources.filter(({type}) => type === 'ZIS::Action::Http').map((each) => [each.name, each])
    );
    const document = {input: {ticket_event: {ticket: {id: '7'}}}, account_id: 1, subdomain: 'example'};
    for (const flow of flowsOf(resources)) {
      for (const result of [null, {}, {tickets: [{id: 1}], ticket: {}}, []]) {
        const start = {
          flow,
          actions,
          document,
          subdomain: 'example',
          connections: null,
          answers: {},
          allowance: new Allowance()
        };
        const {end} = drive(runFlow(start), ({kind}) =>
          kind === 'sleep' ? {kind: 'done'} : {kind: 'result', result}
        );
        expect(['succeeded', 'failed']).toContain(end.status);
      }
    }
  });
});
