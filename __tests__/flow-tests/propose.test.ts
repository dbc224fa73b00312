import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import {fillIn, readBundleFile} from '../../src/bundle/model.js';
import {identify} from '../../src/bundle/identity.js';
import {testedBundle} from '../../src/flow-tests/bundles.js';
import {proposeCases} from '../../src/flow-tests/propose/propose.js';
import {testFileText} from '../../src/flow-tests/propose/write.js';
import type {TestsResult} from '../../src/flow-tests/result.js';
import {runTests} from '../../src/flow-tests/run-tests.js';
import {readTestFile} from '../../src/flow-tests/test-file.js';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {createFlowEngine} from '../../src/jq/flow-engine.js';
import {bundleWith} from './support.js';

interface Proposed extends TestsResult {
  readonly flow: string;
  readonly text: string;
  readonly missed: readonly string[];
}

/** What is proposed for each flow of a bundle, and how that runs. */
async function proposed(
  path: string,
  text: string,
  variables = new Map<string, string>()
): Promise<Proposed[]> {
  const filled = fillIn(readBundleFile(path, Buffer.from(text)), {variables, integration: 'acme'});
  const root = filled.json?.root;
  if (root === null || root === undefined) throw new Error(`${path} cannot be read`);
  const bundle = testedBundle(path, filled.lines, root, identify(root, '').integration ?? 'acme');
  const engine = createFlowEngine();
  const all: Proposed[] = [];
  for (const [flow, definition] of bundle.flows) {
    const {cases, missed} = await proposeCases(bundle, definition, root, engine);
    const written = testFileText({schema: './s.json', flow, bundle: path, cases, remarks: []});
    const file = readTestFile('t.test.yaml', Buffer.from(written));
    const prepared = {
      file,
      bundle,
      bundlePath: path,
      bundleErrors: [],
      events: new Map(),
      snapshots: new Map()
    };
    const {result} = await runTests([prepared], {
      answer: (asked) => engine.answer(asked),
      snapshotMode: 'compare'
    });
    all.push({...result, flow, text: written, missed});
  }
  await engine.close();
  return all;
}

async function proposedFor(bundle: JsonObject): Promise<Proposed> {
  const [only] = await proposed('zis/b.json', JSON.stringify(bundle, null, 2));
  if (only === undefined) throw new Error('the bundle has no flow');
  return only;
}

const statuses = ({cases}: TestsResult): string[] => [...new Set(cases.map(({status}) => status))];
const names = ({cases}: TestsResult): string[] => cases.map(({name}) => name);

describe('what is proposed for a flow', () => {
  test('is a case for each branch and each Catch, all of which pass and together enter every state', async () => {
    const result = await proposedFor(
      bundleWith(
        {
          'Which kind?': {
            Type: 'Choice',
            Choices: [
              {Not: {Variable: '$.input.kind', IsPresent: true}, Next: 'No kind'},
              {
                And: [
                  {Variable: '$.input.kind', StringEquals: 'a'},
                  {Variable: '$.input.size', NumericGreaterThan: 5}
                ],
                Next: 'Post'
              },
              {
                Or: [
                  {Variable: '$.input.at', TimestampLessThan: '2026-01-01T00:00:00Z'},
                  {Variable: '$.input.flag', BooleanEquals: true}
                ],
                Next: 'Load'
              }
            ],
            Default: 'No kind'
          },
          'No kind': {Type: 'Succeed'},
          Load: {
            Type: 'Action',
            ActionName: 'zis:common:action:LoadConfig',
            Parameters: {scope: 'acme_settings'},
            ResultPath: '$.settings',
            Next: 'On?'
          },
          'On?': {
            Type: 'Choice',
            Choices: [{Variable: '$.settings.config.mode', StringEquals: 'on', Next: 'Post'}],
            Default: 'No kind'
          },
          Post: {
            Type: 'Action',
            ActionName: 'zis:acme:action:post',
            Parameters: {'id.$': '$.input.id'},
            ResultPath: '$.posted',
            Catch: [{ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Lost'}],
            Next: 'Sort'
          },
          Sort: {
            Type: 'Action',
            ActionName: 'zis:common:transform:Jq',
            Parameters: {expr: '[.posted.lines[] | select(.open)]', 'data.$': '$'},
            ResultPath: '$.lines',
            Next: 'Each'
          },
          Each: {
            Type: 'Map',
            ItemsPath: '$.lines',
            Iterator: {
              StartAt: 'Big?',
              States: {
                'Big?': {
                  Type: 'Choice',
                  Choices: [{Variable: '$.size', NumericGreaterThan: 9, Next: 'Big'}],
                  Default: 'Small'
                },
                Big: {Type: 'Pass', End: true},
                Small: {Type: 'Pass', End: true}
              }
            },
            ResultPath: '$.done',
            End: true
          },
          Lost: {Type: 'Fail', Error: 'Lost', Cause: '{{$.error.Cause}}'}
        },
        {post: {method: 'POST', url: 'https://shop.example.com/{{$.id}}', connectionName: 'shop'}}
      )
    );
    expect([result.errors, result.warnings, result.missed]).toEqual([[], [], []]);
    expect(statuses(result)).toEqual(['passed']);
    expect(names(result)).toEqual([
      'Which kind? goes to No kind',
      'Which kind? goes to Post',
      'Which kind? goes to Load',
      'Which kind? goes to No kind by default',
      'On? goes to Post',
      'On? goes to No kind by default',
      'Post fails, then Lost',
      'Big? goes to Big',
      'Big? goes to Small by default'
    ]);
    expect(result.coverage).toMatchObject({percent: 100, transitions: 12, transitionsTotal: 12});
    expect(result.text).toContain('# yaml-language-server: $schema=./s.json\nbundle: zis/b.json\nflow: f\n');
    expect(result.text).toContain('acme_settings:\n        mode: on');
  });

  test('pins what ZIS does not document, where it cannot be avoided', async () => {
    const result = await proposedFor(
      bundleWith(
        {
          Post: {
            Type: 'Action',
            ActionName: 'zis:acme:action:post',
            Parameters: {'id.$': '$.input.id'},
            End: true
          }
        },
        {
          post: {
            method: 'POST',
            url: 'https://shop.example.com/',
            connectionName: 'shop',
            requestBody: {'id.$': '$.id'}
          }
        }
      )
    );
    expect(statuses(result)).toEqual(['passed']);
    expect(result.text).toContain('unknowns:\n      body.dollar-suffix: resolved\n');
  });

  test('shows how far a flow goes where it cannot go on, and says which ways it did not find', async () => {
    const result = await proposedFor(
      bundleWith(
        {
          Post: {
            Type: 'Action',
            ActionName: 'zis:acme:action:post',
            Parameters: {a: 1},
            ResultPath: '$.x',
            Next: 'Again?'
          },
          'Again?': {
            Type: 'Choice',
            Choices: [{Variable: '$.x.ok', BooleanEquals: true, Next: 'Done'}],
            Default: 'Done'
          },
          Done: {Type: 'Succeed'}
        },
        {post: {method: 'POST', url: 'https://shop.example.com/{{$.never_passed}}', connectionName: 'shop'}}
      )
    );
    expect(names(result)).toEqual(['fails at Post']);
    expect(statuses(result)).toEqual(['passed']);
    expect(result.missed).toEqual(['Again? goes to Done', 'Again? goes to Done by default']);
  });

  test('does not miss a way that a case takes to a Fail within a Map', async () => {
    const result = await proposedFor(
      bundleWith({
        Each: {
          Type: 'Map',
          ItemsPath: '$.input.items',
          ResultPath: '$.all',
          Iterator: {
            StartAt: 'Look',
            States: {
              Look: {
                Type: 'Choice',
                Choices: [{Variable: '$.k', NumericEquals: 9, Next: 'Bad'}],
                Default: 'Good'
              },
              Bad: {Type: 'Fail', Error: 'Nine', Cause: 'nine'},
              Good: {Type: 'Succeed'}
            }
          },
          Next: 'Done'
        },
        Done: {Type: 'Succeed'}
      })
    );
    expect(names(result)).toEqual(['Look goes to Good by default', 'fails at Bad']);
    expect(result.missed).toEqual([]);
  });

  test('takes another way where the shortest one cannot be taken', async () => {
    const result = await proposedFor(
      bundleWith({
        First: {
          Type: 'Choice',
          Choices: [{Variable: '$.input.a', StringEquals: 'x', Next: 'Second'}],
          Default: 'End'
        },
        Second: {
          Type: 'Choice',
          Choices: [{Variable: '$.input.a', StringEquals: 'x', Next: 'Third'}],
          Default: 'End'
        },
        Third: {Type: 'Pass', Result: {b: 1}, ResultPath: '$.c', Next: 'End'},
        End: {Type: 'Succeed'}
      })
    );
    expect(statuses(result)).toEqual(['passed']);
    expect(result.missed).toEqual(['Second goes to End by default']);
    expect(result.coverage.percent).toBe(100);
  });
});

describe('the example bundles', () => {
  test.each(readdirSync('examples/zis'))('%s', async (name) => {
    for (const result of await proposed(name, readFileSync(`examples/zis/${name}`, 'utf8'))) {
      expect([statuses(result), result.coverage.percent]).toEqual([['passed'], 100]);
    }
  });
});

/** Bundles that others use. They are not part of this project, so the tests about them skip without the folder. */
const CORPUS = '../shared/corpus/';
/** One that the registry refused, one that names no actions of its own, and a template that leads nowhere: all invalid. */
const INVALID = /^05-|^10-|^t04-|^jq-/;
const corpus = existsSync(CORPUS)
  ? readdirSync(CORPUS).filter((name) => name.endsWith('.json') && !INVALID.test(name))
  : [];

(corpus.length > 0 ? describe : describe.skip)('bundles that are in use', () => {
  test.each(corpus.length > 0 ? corpus : ['none'])(
    '%s gets cases that pass and enter 80 %% of the states',
    async (name) => {
      const text = readFileSync(`${CORPUS}${name}`, 'utf8');
      const variables = new Map(
        [...text.matchAll(/\{\{([\p{L}_<][\p{L}\p{N}_.<>-]{0,99})\}\}/gu)].map(([, each = '']) => [
          each,
          'a_value'
        ])
      );
      for (const result of await proposed(name, text, variables)) {
        expect([result.errors, statuses(result)]).toEqual([[], ['passed']]);
        expect([result.flow, result.coverage.percent >= 80]).toEqual([result.flow, true]);
      }
    },
    120_000
  );
});
