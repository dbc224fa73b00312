import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import type {JsonValue} from '../../src/bundle/json-types.js';
import {RULES} from '../../src/rules/index.js';
import {cleanBundle, findingsIn} from '../support/mutants/clean.js';

/** No hostile bundle may hold a run up: generous, since the machines of a CI are slow. */
const MOST_MILLISECONDS = 1000;

const KEYS = [...new Set(cleanBundle().match(/"[^"]*"(?=:)/g))].map((key) => JSON.parse(key) as string);
const TEXTS = [...new Set(cleanBundle().match(/"[^"]*"(?=[,\n])/g))].map(
  (text) => JSON.parse(text) as string
);

/** Names that every object of JavaScript has: a table that is asked for them by mistake answers. */
const INHERITED = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];

/** JSON made of the words of a real bundle, of what breaks parsers, and of anything. */
const json = fc.letrec<{value: JsonValue}>((tie) => ({
  value: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    fc.constantFrom<JsonValue>(
      null,
      true,
      false,
      0,
      -1,
      1.5,
      1e300,
      '',
      '$',
      '$.',
      '{{',
      '}}',
      '{{$.a}}',
      '$..a[?(@'
    ),
    fc.constantFrom(...TEXTS, ...INHERITED),
    fc.string(),
    fc.array(tie('value'), {maxLength: 4}),
    fc.dictionary(fc.oneof(fc.constantFrom(...KEYS, ...INHERITED), fc.string()), tie('value'), {maxKeys: 5})
  )
})).value;

/** Every place of a bundle, as the keys and indexes that lead to it. */
function placesOf(value: JsonValue, path: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [path];
  const children = Array.isArray(value)
    ? value.flatMap((item, index) => placesOf(item, [...path, index]))
    : Object.entries(value).flatMap(([key, item]) => placesOf(item, [...path, key]));
  return [path, ...children];
}

function replaced(value: JsonValue, [step, ...rest]: (string | number)[], by: JsonValue): JsonValue {
  if (step === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? replaced(item, rest, by) : item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === step ? replaced(item, rest, by) : item])
  );
}

async function survives(text: string): Promise<void> {
  const start = performance.now();
  const findings = await findingsIn(text, RULES);
  expect(performance.now() - start).toBeLessThan(MOST_MILLISECONDS);
  for (const {message, range} of findings) {
    expect(message).not.toMatch(/undefined|\[object Object\]/);
    expect(range.start.line).toBeGreaterThan(0);
    expect(range.end.line).toBeGreaterThanOrEqual(range.start.line);
  }
}

describe('no bundle crashes the rules or holds them up', () => {
  const clean = JSON.parse(cleanBundle()) as JsonValue;
  const places = placesOf(clean);

  test('any JSON in any place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), json, async (place, value) => {
        await survives(JSON.stringify(replaced(clean, place, value)));
      }),
      {numRuns: 600}
    );
  });

  test('several such places at once', async () => {
    const edits = fc.array(fc.tuple(fc.constantFrom(...places), json), {minLength: 2, maxLength: 8});
    await fc.assert(
      fc.asyncProperty(edits, async (all) => {
        const bundle = all.reduce((value, [place, by]) => replaced(value, place, by), clean);
        await survives(JSON.stringify(bundle));
      }),
      {numRuns: 300}
    );
  });

  test('any JSON at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(json, fc.jsonValue()), async (value) => {
        await survives(JSON.stringify(value));
      }),
      {numRuns: 300}
    );
  });

  test('any cut and any splice of the text', async () => {
    const text = cleanBundle();
    const offset = fc.nat({max: text.length});
    await fc.assert(
      fc.asyncProperty(offset, offset, fc.string({maxLength: 5}), async (from, to, words) => {
        await survives(text.slice(0, Math.min(from, to)) + words + text.slice(Math.max(from, to)));
      }),
      {numRuns: 300}
    );
  });
});

describe('large and hostile bundles take their time in proportion', () => {
  const flowOf = (states: Record<string, JsonValue>): string =>
    JSON.stringify({
      name: 'large',
      zis_template_version: '2019-10-14',
      integration: 'acme',
      resources: {
        f: {type: 'ZIS::Flow', properties: {name: 'f', definition: {StartAt: 's0', States: states}}},
        j: {
          type: 'ZIS::JobSpec',
          properties: {
            name: 'j',
            event_source: 'support',
            event_type: 'ticket.TicketCreated',
            flow_name: 'zis:acme:flow:f'
          }
        }
      }
    });
  const chain = (count: number, state: (index: number) => JsonValue): Record<string, JsonValue> =>
    Object.fromEntries(Array.from({length: count}, (_, index) => [`s${index}`, state(index)]));
  const nested = (depth: number, wrap: (inner: JsonValue) => JsonValue, core: JsonValue): JsonValue =>
    depth === 0 ? core : wrap(nested(depth - 1, wrap, core));

  test.each<[name: string, states: Record<string, JsonValue>]>([
    [
      'a chain of states',
      chain(1500, (i) => ({Type: 'Pass', Result: i, ResultPath: `$.a${i}`, Next: `s${i + 1}`}))
    ],
    ['states that all lead to unknown ones', chain(1500, (i) => ({Type: 'Pass', Next: `t${i}`}))],
    [
      'choices among all states',
      chain(60, () => ({
        Type: 'Choice',
        Choices: Array.from({length: 60}, (_, i) => ({
          Variable: '$.input.x',
          NumericEquals: i,
          Next: `s${i}`
        })),
        Default: 's1'
      }))
    ],
    [
      'a thousand rules in one Choice',
      {
        s0: {
          Type: 'Choice',
          Choices: Array.from({length: 1000}, (_, i) => ({
            Variable: `$.input.x${i}`,
            StringEquals: 'a',
            Next: 's1'
          })),
          Default: 's1'
        },
        s1: {Type: 'Succeed'}
      }
    ],
    [
      'a Map in a Map in a Map …',
      {
        s0: nested(
          30,
          (inner) => ({
            Type: 'Map',
            ItemsPath: '$.input.list',
            Iterator: {StartAt: 's', States: {s: inner}},
            End: true
          }),
          {Type: 'Pass', End: true}
        )
      }
    ],
    [
      'a Not of a Not of a Not …',
      {
        s0: {
          Type: 'Choice',
          Choices: [
            {
              Not: nested(100, (inner) => ({Not: inner}), {Variable: '$.input', IsNull: true}),
              Next: 's1'
            }
          ],
          Default: 's1'
        },
        s1: {Type: 'Succeed'}
      }
    ],
    ['a text of many braces', {s0: {Type: 'Pass', Result: {'a.$': '{{$.'.repeat(20000)}, End: true}}],
    ['a path of many brackets', {s0: {Type: 'Pass', Result: {'a.$': `$${'[0'.repeat(20000)}`}, End: true}}],
    [
      'a very long state name',
      {s0: {Type: 'Pass', Next: 'x'.repeat(200_000)}, ['y'.repeat(200_000)]: {Type: 'Succeed'}}
    ],
    [
      'many unknown keys',
      {s0: {Type: 'Succeed', ...Object.fromEntries(Array.from({length: 2000}, (_, i) => [`Nxt${i}`, i]))}}
    ]
  ])('%s', async (_name, states) => {
    await survives(flowOf(states));
  });

  test('arrays nested to the limit of the parser, and beyond', async () => {
    for (const depth of [127, 128, 5000]) await survives('['.repeat(depth) + ']'.repeat(depth));
    await survives(flowOf({s0: {Type: 'Pass', Result: nested(110, (inner) => [inner], 0), End: true}}));
  });
});
