import {readFileSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import Ajv from 'ajv';
import {parse} from 'yaml';
import {UNKNOWNS} from '../../src/flow-run/unknowns.js';
import {MATCHERS} from '../../src/flow-tests/matchers.js';
import {EXPECTATIONS} from '../../src/flow-tests/expectations.js';
import {sampleEvent, sampleNames} from '../../src/flow-tests/samples.js';
import {EVENTS} from '../../src/rules/analysis/events.js';
import {bundleWith, errorsOf} from './support.js';

const schema = JSON.parse(readFileSync('schema/zis-flow-test.schema.json', 'utf8')) as {
  definitions: Record<string, {properties?: Record<string, unknown>}>;
};
const validate = new Ajv.default({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false
}).compile(schema);

const BUNDLE = bundleWith(
  {Post: {Type: 'Action', ActionName: 'zis:acme:action:post', Parameters: {a: 1}, End: true}},
  {post: {method: 'POST', url: 'https://shop.example.com', connectionName: 'shop'}}
);
const file = (text: string): string => `flow: f\ncases:\n  - name: x\n${text.replace(/^/gm, '    ')}\n`;

/** Whether the schema takes a test file, and whether the reader does. */
async function taken(text: string): Promise<[schema: boolean, reader: boolean]> {
  const errors = await errorsOf({'zis/b.json': BUNDLE, 'zis-tests/b.test.yaml': text});
  return [validate(parse(text)), errors.length === 0];
}

describe('the schema of test files', () => {
  test.each([
    'event: ticket.TicketCreated\nwith: {a: 1}',
    'event: {source: shop, type: order, input: {a: [1, null]}}\naccount: {subdomain: acme, account_id: 7, integration_key: x}',
    'document: {input: {}}\nconfigs: {s: {a: 1}}\nconnections: [zendesk]',
    'mocks: {post: {status: 200, body: {a: 1}}, "zis:common:transform:Jq": [{when: {parameters: {expr: x}}, result: 1}]}',
    'mocks: {post: [{status: 500, text: oops}, {error: {Error: E, Cause: C}, when: {request: {method: POST}}}]}',
    'unknowns: {map.empty: "null", error.name: Any, choice.null-present: true}',
    'unknowns: strict',
    'expect: {end: {status: failed, state: Post, message: {$match: a}}, error: {state: Post, Error: {$any: true}, Cause: x}}',
    'expect: {passes: [Post], path: [Post], slept: 0, covers: 0.5, snapshot: false, output: {a: {$type: integer}}}',
    'expect: {calls: [{action: post, parameters: {a: {$exact: 1}}, request: {method: POST, url: u, headers: {A: b}, body: null}}]}',
    'expect: {calls: {order: subset, list: [{action: post}], count: {post: 1}}, document: {$.a: {$present: false}}, at: {Post: {$: {}}}}',
    'each: [{a: 1}]\nwith: {b: "{a}"}'
  ])('takes what the reader takes: %s', async (text) => {
    expect(await taken(file(text).replace('name: x', 'name: x{a}'))).toEqual([true, true]);
  });

  test.each([
    'evnt: {}',
    'event: {input: {}, kind: a}',
    'account: {id: 1}',
    'mocks: {post: {}}',
    'mocks: {post: {status: 200, result: 1}}',
    'mocks: {post: {status: 99}}',
    'unknowns: {map.empty: nothing}',
    'unknowns: lenient',
    'expect: {ends: {}}',
    'expect: {end: {status: done}}',
    'expect: {calls: [{name: post}]}',
    'expect: {document: {a: 1}}',
    'expect: {document: {$.a: {$mach: x}}}',
    'expect: {document: {$.a: {$match: x, $any: true}}}',
    'expect: {covers: 80}',
    'each: []'
  ])('refuses what the reader refuses: %s', async (text) => {
    expect(await taken(file(text))).toEqual([false, false]);
  });

  test('knows every expectation, matcher, undocumented point and sample', () => {
    const text = JSON.stringify(schema);
    expect(Object.keys(schema.definitions['expect']?.properties ?? {})).toEqual([...EXPECTATIONS]);
    for (const name of [...MATCHERS, ...Object.keys(UNKNOWNS), ...sampleNames()])
      expect(text).toContain(`"${name}"`);
    for (const [id, {answers}] of Object.entries(UNKNOWNS))
      for (const answer of Object.keys(answers))
        expect([id, text.includes(`"${answer}"`)]).toEqual([id, true]);
  });
});

describe('the built-in samples', () => {
  const documented = EVENTS.support.filter((name) => name.startsWith('ticket.'));

  test('are there for every ticket event that Zendesk documents', () => {
    expect([...sampleNames()].sort()).toEqual([...documented].sort());
  });

  test.each(documented)('%s has the shape of ticket events', (name) => {
    const event = sampleEvent(name);
    expect(event).toMatchObject({source: 'support', type: name});
    expect(event?.input).toMatchObject({
      ticket_event: {
        meta: {version: '1.0', sequence: {position: 1, total: 1}},
        type: expect.stringMatching(/^[A-Z]/),
        ticket: {id: 4711, requester_id: 9001, via: {channel: 'web'}}
      }
    });
  });
});
