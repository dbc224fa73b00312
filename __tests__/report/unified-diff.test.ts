import {describe, expect, test} from '@jest/globals';
import {applyPatch} from 'diff';
import fc from 'fast-check';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {canonical, sameJson} from '../../src/bundle/canonical.js';
import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';
import {prettyJson, unifiedDiff} from '../../src/report/unified-diff.js';
import {action, bundleWith} from '../support/bundles.js';

describe('the unified diff', () => {
  test('shows real changes only, with three lines around them', () => {
    const registered = bundleWith('b', {x: action('x', {method: 'GET', path: '/a', headers: []})});
    const declared = {
      resources: {
        x: {
          properties: {definition: {headers: [], path: '/b', method: 'GET'}, name: 'x'},
          type: 'ZIS::Action::Http'
        }
      },
      name: 'b',
      zis_template_version: '2019-10-14',
      uuid: 'not content'
    };
    expect(unifiedDiff(registered, declared)).toEqual({
      lines: [
        '@@ -9,7 +9,7 @@',
        '         "definition": {',
        '           "headers": [],',
        '           "method": "GET",',
        '-          "path": "/a"',
        '+          "path": "/b"',
        '         }',
        '       }',
        '     }'
      ],
      added: 1,
      removed: 1,
      inParts: false
    });
  });

  test('of a new or deleted bundle is all of it', () => {
    const {lines, added, removed} = unifiedDiff(null, bundleWith('b', {}));
    expect([added, removed]).toEqual([lines.length, 0]);
    expect(unifiedDiff(bundleWith('b', {}), null).lines).toEqual(lines.map((line) => line.replace('+', '-')));
  });

  test('copes with repeated lines', () => {
    const items = (count: number) =>
      bundleWith('b', {x: action('x', {list: Array.from({length: count}, () => ({}))})});
    const {added, removed} = unifiedDiff(items(3), items(4));
    expect([added, removed]).toEqual([1, 0]);
  });

  test('cuts long lines around their change and keeps the property name', () => {
    const long = (end: string) => bundleWith('b', {x: action('x', {expr: `${'x'.repeat(5_000)}${end}`})});
    const [old, now] = unifiedDiff(long('old'), long('new')).lines.filter((line) => /^[-+]/.test(line));
    expect(old).toMatch(/^- {10}"expr": "…x+old"$/);
    expect(now).toMatch(/^\+ {10}"expr": "…x+new"$/);
  });

  test('compares resource by resource when the whole is too different, within seconds', () => {
    const noise = (seed: number) =>
      Array.from({length: 20_000}, (_, index) => `${(index * 7919 + seed) % 104_729}`);
    const registered = bundleWith('b', {
      big: action('big', {list: noise(1)}),
      small: action('small', {path: '/a'})
    });
    const declared = bundleWith('b', {
      big: action('big', {list: noise(2)}),
      small: action('small', {path: '/b'})
    });
    const {lines, inParts} = unifiedDiff(registered, declared);
    expect(inParts).toBe(true);
    expect(lines[0]).toBe('@@ resources["big"] @@');
    expect(lines[1]).toMatch(/^# too different to compare: \d+ lines registered, \d+ lines declared$/);
    expect(lines).toContain('+      "path": "/b"');
  });

  test('is empty exactly for equal bundles', () => {
    const resources = fc.dictionary(fc.string(), fc.jsonValue(), {maxKeys: 4});
    fc.assert(
      fc.property(resources, resources, (a, b) => {
        const [registered, declared] = [bundleWith('b', a as JsonObject), bundleWith('b', b as JsonObject)];
        expect(unifiedDiff(registered, declared).lines.length === 0).toBe(sameJson(registered, declared));
      })
    );
  });

  test('turns the registered bundle into the declared one', () => {
    const resources = fc.dictionary(fc.string(), fc.jsonValue(), {minKeys: 1, maxKeys: 4});
    fc.assert(
      fc.property(resources, resources, (a, b) => {
        const [registered, declared] = [bundleWith('b', a as JsonObject), bundleWith('b', b as JsonObject)];
        fc.pre(!sameJson(registered, declared));
        const patch = `--- a\n+++ b\n${unifiedDiff(registered, declared).lines.join('\n')}\n`;
        const text = (value: JsonObject) => `${prettyJson(canonical(value))}\n`;
        expect(applyPatch(text(registered), patch)).toBe(text(declared));
      })
    );
  });

  test('does not depend on the order of keys', () => {
    expect(prettyJson({b: 1, a: {d: 2, name: 'n', c: 3}})).toBe(
      prettyJson({a: {c: 3, d: 2, name: 'n'}, b: 1})
    );
    expect(prettyJson({b: 1, name: 'n', a: 2})).toBe('{\n  "name": "n",\n  "a": 2,\n  "b": 1\n}');
  });

  test('pretty-prints without loss', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(sameJson(JSON.parse(prettyJson(value as JsonValue)) as JsonValue, value as JsonValue)).toBe(
          true
        );
      })
    );
  });
});

const HISTORY = '../shared/corpus/history';

(existsSync(HISTORY) ? describe : describe.skip)('the history of a real bundle', () => {
  const versions = existsSync(HISTORY) ? readdirSync(HISTORY).sort() : [];
  const read = (name: string) => JSON.parse(readFileSync(`${HISTORY}/${name}`, 'utf8')) as JsonObject;

  test.each(versions.slice(1).map((name, index) => [versions[index]!, name]))(
    '%s → %s is a diff of few lines',
    (old, now) => {
      const {lines, inParts, added, removed} = unifiedDiff(read(old), read(now));
      expect(inParts).toBe(false);
      const size = (name: string) => prettyJson(canonical(read(name))).split('\n').length;
      expect(added - removed).toBe(size(now) - size(old));
      const runs = lines.filter(
        (line, at) => /^[-+]/.test(line) && !/^[-+]/.test(lines[at - 1] ?? '')
      ).length;
      expect(lines.filter((line) => line.startsWith(' ')).length).toBeLessThanOrEqual(6 * runs);
    }
  );
});
