import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {sameJson} from '../../src/bundle/canonical.js';
import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';
import {changesBetween} from '../../src/report/json-diff.js';
import {risksOf} from '../../src/report/risks.js';
import {diffBundles} from '../../src/report/semantic-diff.js';
import {semanticLines} from '../../src/report/semantic-markdown.js';
import {action, bundleWith, flow, jobSpec} from '../support/bundles.js';
import {planOf} from '../support/models.js';

const lines = (registered: JsonObject, declared: JsonObject) =>
  semanticLines(diffBundles(registered, declared));
const inFlow = (states: JsonObject, start = 'A') => bundleWith('b', {f: flow('f', start, states)});

describe('the changes of a bundle', () => {
  test('name added, removed, changed and renamed resources, removed ones first', () => {
    const get = {method: 'GET', path: '/a'};
    const registered = bundleWith('b', {
      gone: action('gone', {method: 'DELETE', path: '/x'}),
      kept: action('kept', get),
      old: action('old', {method: 'PUT', path: '/y'})
    });
    const declared = bundleWith('b', {
      kept: action('kept', {...get, path: '/b'}),
      new: action('new', {method: 'PUT', path: '/y'}),
      start: jobSpec('start', 'ticket.TicketCreated', 'zis:demo:flow:f')
    });
    expect(lines(registered, declared)).toEqual([
      '- **removed** action `gone`: `DELETE /x`',
      '- **changed** action `kept`',
      '  - `path`: `"/a"` → `"/b"`',
      '- **renamed** action `new` (was `old`): `PUT /y`',
      '  - `name`: `"old"` → `"new"`',
      '- **added** job spec `start`: `support ticket.TicketCreated → zis:demo:flow:f`'
    ]);
  });

  test('say what is different in each state, and which transitions come and go', () => {
    const registered = inFlow({
      A: {Type: 'Pass', Result: {x: 1}, Next: 'B'},
      B: {Type: 'Choice', Choices: [{Variable: '$.n', NumericEquals: 1, Next: 'C'}], Default: 'D'},
      C: {Type: 'Succeed'},
      D: {Type: 'Fail', Error: 'e'}
    });
    const declared = inFlow({
      A: {Type: 'Pass', Result: {x: 2}, Next: 'B'},
      B: {Type: 'Choice', Choices: [{Variable: '$.n', NumericEquals: 1, Next: 'D'}], Default: 'D'},
      D: {Type: 'Fail', Error: 'e'},
      E: {Type: 'Wait', Seconds: 2, Next: 'D'}
    });
    expect(lines(registered, declared)).toEqual([
      '- **changed** flow `f`',
      '  - changed state `A` (Pass)',
      '    - `Result.x`: `1` → `2`',
      '  - changed state `B` (Choice)',
      '    - added transition to `D`, `$.n = 1`',
      '    - removed transition to `C`, `$.n = 1`',
      '  - added state `E` (Wait)',
      '  - removed state `C` (Succeed)'
    ]);
  });

  test('see a renamed state as one, not as changes in all that lead to it', () => {
    const registered = inFlow({
      A: {Type: 'Pass', Next: 'Old'},
      Old: {Type: 'Wait', Seconds: 1, Next: 'Z'},
      Z: {Type: 'Succeed'}
    });
    const declared = inFlow({
      A: {Type: 'Pass', Next: 'New'},
      New: {Type: 'Wait', Seconds: 1, Next: 'Z'},
      Z: {Type: 'Succeed'}
    });
    expect(lines(registered, declared)).toEqual([
      '- **changed** flow `f`',
      '  - renamed state `New` (Wait) (was `Old`)'
    ]);
  });

  test('look into the iterator of a Map', () => {
    const map = (seconds: number) =>
      inFlow({
        A: {
          Type: 'Map',
          Iterator: {StartAt: 'W', States: {W: {Type: 'Wait', Seconds: seconds, End: true}}},
          End: true
        }
      });
    expect(lines(map(1), map(2))).toEqual([
      '- **changed** flow `f`',
      '  - changed inside the state `A` (Map)',
      '    - changed state `W` (Wait)',
      '      - `Seconds`: `1` → `2`'
    ]);
  });

  test('do not include an empty description or another order of keys', () => {
    const registered = {...bundleWith('b', {x: action('x', {method: 'GET', path: '/'})}), description: null};
    const declared = bundleWith('b', {
      x: {properties: {definition: {path: '/', method: 'GET'}, name: 'x'}, type: 'ZIS::Action::Http'}
    });
    expect(lines(registered, declared)).toEqual([]);
  });

  test('are found for any JSON, and whenever two bundles differ', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (a, b) => {
          const [registered, declared] = [bundleWith('b', a as JsonObject), bundleWith('b', b as JsonObject)];
          expect(lines(registered, declared).length > 0).toBe(!sameJson(registered, declared));
        }
      )
    );
  });
});

describe('a list', () => {
  const paths = (old: JsonValue, now: JsonValue) =>
    changesBetween(old, now, 'l').map(({change, path}) => `${change} ${path}`);

  test('is compared as a sequence: what stands behind an inserted item has not changed', () => {
    expect(paths([{a: 1}, {b: 2}], [{n: 0}, {a: 1}, {b: 2}])).toEqual(['added l[0]']);
  });

  test('whose items change places says so', () => {
    expect(paths([{a: 1}, {b: 2}], [{b: 2}, {a: 1}])).toEqual(['moved l[1]']);
  });

  test('tells an edited item from a replaced one', () => {
    expect(paths([{k: 1, v: 1}], [{k: 1, v: 2}])).toEqual(['changed l[0].v']);
    expect(paths([{k: 1}], [{z: 2}])).toEqual(['removed l[0]', 'added l[0]']);
  });

  test('of two equal items that swap is no change, and of any others is one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), {maxLength: 6}),
        fc.array(fc.jsonValue(), {maxLength: 6}),
        (old, now) => {
          expect(paths(old as JsonValue, now as JsonValue).length > 0).toBe(
            !sameJson(old as JsonValue, now as JsonValue)
          );
        }
      )
    );
  });
});

describe('risky changes', () => {
  const risks = (registered: JsonObject | null, declared: JsonObject | null) =>
    planOf([{registered, declared}])
      .steps.flatMap((step) => risksOf(step, []))
      .map(({kind, name, properties}) => [kind, name, ...properties]);

  test('are job specs that are uninstalled, each once', () => {
    const spec = jobSpec('s', 'ticket.TicketCreated', 'zis:demo:flow:f');
    const [step] = planOf([{registered: bundleWith('b', {spec}), declared: bundleWith('b', {})}]).steps;
    const jobSpecs = {install: [], uninstall: ['zis:demo:job_spec:s']};
    expect(risksOf({...step!, jobSpecs}, [])).toEqual([
      {kind: 'job-spec-uninstalled', name: 's', properties: []}
    ]);
  });

  test('are deletions of bundles and job specs, other triggers and other requests', () => {
    const spec = jobSpec('s', 'ticket.TicketCreated', 'zis:demo:flow:f');
    const call = action('call', {method: 'GET', url: 'https://a.example', headers: []});
    expect(risks(bundleWith('b', {spec}), null)).toEqual([
      ['bundle-deleted', 'b'],
      ['job-spec-deleted', 's']
    ]);
    expect(risks(bundleWith('b', {spec, call}), bundleWith('b', {call}))).toEqual([
      ['job-spec-deleted', 's']
    ]);
    expect(
      risks(
        bundleWith('b', {spec}),
        bundleWith('b', {spec: jobSpec('s', 'ticket.CommentAdded', 'zis:demo:flow:f')})
      )
    ).toEqual([['trigger-changed', 's', 'event_type']]);
    const post = action('call', {method: 'POST', url: 'https://b.example', headers: []});
    expect(risks(bundleWith('b', {call}), bundleWith('b', {call: post}))).toEqual([
      ['request-changed', 'call', 'method', 'url']
    ]);
  });

  test('are values that are added and masked, by resource, a rotated or moved one not', () => {
    const call = (headers: JsonValue, more: JsonObject = {}) =>
      bundleWith('b', {c: action('c', {method: 'GET', path: '/', headers, ...more})});
    const secret = (value: string) => ({key: 'Authorization', value});
    const accept = {key: 'Accept', value: 'text/plain'};
    const own = ['masked-value-added', 'c'];
    expect(risks(null, call([secret('abc123')]))).toEqual([
      [...own, 'properties.definition.headers.0.value']
    ]);
    expect(risks(call([accept]), call([accept, secret('abc123')], {requestBody: {password: 12345}}))).toEqual(
      [[...own, 'properties.definition.headers.1.value', 'properties.definition.requestBody.password']]
    );
    expect(risks(call([secret('old123')]), call([secret('new123')]))).toEqual([]);
    expect(risks(call([secret('abc123')]), call([accept, secret('abc123')]))).toEqual([]);
    expect(risks(call([secret('{{$.token}}')]), call([secret('Bearer {{$.token}}')]))).toEqual([]);
    expect(risks(null, {...bundleWith('b', {}), description: 'Bearer abc123'})).toEqual([
      ['masked-value-added', 'b', 'description']
    ]);
  });

  test('name a few of many masked values, and no credential', () => {
    const tokens = Array.from({length: 9}, (_, at) => [`token-${at}`, {password: `s3cret-${at}`}]);
    const [risk] = planOf([
      {
        registered: null,
        declared: bundleWith('b', {c: action('c', Object.fromEntries(tokens) as JsonObject)})
      }
    ]).steps.flatMap((step) => risksOf(step, ['token-1', 'token-11']));
    expect(risk?.properties).toEqual([
      'properties.definition.token-0.password',
      // The key itself, then what is below it.
      'properties.definition.••• (redacted)',
      'properties.definition.••• (redacted).password',
      'properties.definition.token-2.password',
      'properties.definition.token-3.password',
      '5 more places'
    ]);
  });

  test('are not a job spec under another key, a new bundle or another header', () => {
    const spec = jobSpec('s', 'ticket.TicketCreated', 'zis:demo:flow:f');
    expect(risks(bundleWith('b', {one: spec}), bundleWith('b', {two: spec}))).toEqual([]);
    expect(risks(null, bundleWith('b', {spec}))).toEqual([]);
    const call = (headers: JsonValue) =>
      bundleWith('b', {c: action('c', {method: 'GET', path: '/', headers})});
    expect(risks(call([]), call([{key: 'a', value: 'b'}]))).toEqual([]);
  });
});
