import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {readFileSync} from 'node:fs';
import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';
import type {TestsResult} from '../../src/flow-tests/result.js';
import {bundleWith, runTree} from './support.js';

const BUNDLE = bundleWith(
  {
    Each: {
      Type: 'Map',
      ItemsPath: '$.input.items',
      Iterator: {
        StartAt: 'Post',
        States: {Post: {Type: 'Action', ActionName: 'zis:acme:action:post', End: true}}
      },
      Catch: [{ErrorEquals: ['States.ALL'], Next: 'Lost'}],
      Next: 'Done'
    },
    Lost: {Type: 'Fail', Error: 'Lost', Cause: '{{$.input.id}}'},
    Done: {Type: 'Succeed', Message: '{{$.input.id}}'}
  },
  {post: {method: 'GET', url: 'https://shop.example.com/{{$.id}}'}}
);
/** Everything that a test file may say, and what is almost that. */
const KEYS = [
  ...['bundle', 'flow', 'variables', 'defaults', 'cases', 'name', 'each', 'event', 'source', 'type', 'input'],
  ...[
    'file',
    'with',
    'document',
    'account',
    'subdomain',
    'configs',
    'connections',
    'mocks',
    'post',
    'status'
  ],
  ...['body', 'text', 'result', 'error', 'Error', 'Cause', 'when', 'parameters', 'request', 'unknowns'],
  ...['expect', 'end', 'state', 'message', 'passes', 'path', 'calls', 'order', 'list', 'count', 'action'],
  ...['output', 'at', 'slept', 'covers', 'snapshot', '$exact', '$match', '$type', '$present', '$any'],
  ...['$', '$.input', 'Each', 'error.name', 'jq.none', '__proto__', 'constructor', '{a}', '']
];
const TEXTS = [
  'f',
  'zis/b.json',
  'ticket.TicketCreated',
  'strict',
  'Post',
  'post',
  '{a}',
  '{{a}}',
  '(',
  '.*$'
];

const arbJson = fc.letrec<{value: JsonValue}>((tie) => ({
  value: fc.oneof(
    {depthSize: 'medium', withCrossShrink: true},
    fc.oneof(
      fc.constantFrom<JsonValue>(null, true, false, 0, 1, -1, 1.5, 200, 1e308, ...TEXTS),
      fc.string({maxLength: 8})
    ),
    fc.array(tie('value'), {maxLength: 3}),
    fc
      .array(fc.tuple(fc.constantFrom(...KEYS), tie('value')), {maxLength: 5})
      .map((members): JsonObject => Object.fromEntries(members))
  )
})).value;
const arbObject = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), arbJson), {maxLength: 6})
  .map((members): JsonObject => Object.fromEntries(members));
/** A file that is sound at its top, so that what is below is read. */
const arbFile = fc.record({
  flow: fc.constant('f'),
  defaults: fc.option(arbObject, {nil: {}}),
  cases: fc.array(
    fc.record({
      name: fc.constantFrom('one', 'two', '{a}'),
      event: fc.oneof(
        arbJson,
        fc.record({source: fc.constant('shop'), type: fc.constant('order'), input: arbJson})
      ),
      mocks: arbObject,
      expect: arbObject
    }),
    {maxLength: 3}
  )
});

function expectSound({cases, errors, warnings}: TestsResult): void {
  const failures = cases.flatMap((one) => one.failures);
  for (const {message, line} of [...errors, ...warnings, ...failures]) {
    expect(message).not.toMatch(/undefined|\[object Object\]|NaN/);
    expect(line).toBeGreaterThan(0);
  }
  for (const {status, failures: own} of cases) expect(own.length > 0).toBe(status === 'failed');
}

describe('whatever a test file says, it is run or said to be wrong at a line', () => {
  const example = (path: string): string =>
    readFileSync(new URL(`../../examples/${path}`, import.meta.url), 'utf8');
  const greet = example('zis/greet-new-tickets.json');
  const run = (file: string | JsonObject) =>
    runTree({'zis/b.json': BUNDLE, 'zis/greet-new-tickets.json': greet, 'zis-tests/b.test.yaml': file});

  test('in the words of test files', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(arbFile as fc.Arbitrary<JsonObject>, arbObject), async (file) => {
        expectSound(await run(file));
      }),
      {numRuns: 400}
    );
  });

  test('in a file of examples/ with pieces moved, doubled and lost', async () => {
    const text = example('zis-tests/greet-new-tickets.test.yaml');
    const arbPiece = fc.tuple(fc.nat(text.length), fc.nat(60), fc.nat(text.length));
    await fc.assert(
      fc.asyncProperty(fc.array(arbPiece, {minLength: 1, maxLength: 3}), async (pieces) => {
        let changed = text;
        for (const [from, length, to] of pieces)
          changed = `${changed.slice(0, to)}${changed.slice(from, from + length)}${changed.slice(to + (length % 7))}`;
        expectSound(await run(changed));
      }),
      {numRuns: 200}
    );
  });
});
