import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {createHash} from 'node:crypto';
import {bundleHash, canonical, sameJson, sortKeys} from '../../src/bundle/canonical.js';
import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';

const BUNDLE: JsonObject = {
  zis_template_version: '2019-10-14',
  name: 'support',
  resources: {b: {y: [2, 1], x: 1}, a: null}
};

describe('canonical', () => {
  test('is name, description, version and resources, with sorted keys and arrays in order', () => {
    const registered = {...BUNDLE, description: 'd', uuid: 'u', integration: 'i', zendesk_account_id: 1};
    expect(JSON.stringify(canonical(registered))).toBe(
      '{"description":"d","name":"support","resources":{"a":null,"b":{"x":1,"y":[2,1]}},"zis_template_version":"2019-10-14"}'
    );
  });

  test.each([[null], [''], [undefined]])('a description of %j counts as absent', (description) => {
    const bundle = description === undefined ? BUNDLE : {...BUNDLE, description};
    expect(bundleHash(bundle)).toBe(bundleHash(BUNDLE));
    expect(canonical(bundle)).not.toHaveProperty('description');
  });

  test('the hash is that of the compact JSON in UTF-8', () => {
    const bundle = {...BUNDLE, name: 'größe ✓'};
    const digest = createHash('sha256')
      .update(
        '{"name":"größe ✓","resources":{"a":null,"b":{"x":1,"y":[2,1]}},"zis_template_version":"2019-10-14"}'
      )
      .digest('hex');
    expect(bundleHash(bundle)).toBe(`sha256:${digest}`);
  });

  test('numbers count by value, array order and any changed value count', () => {
    const hash = bundleHash(BUNDLE);
    expect(bundleHash({...BUNDLE, resources: {b: {y: [2.0, 1], x: 1}, a: null}})).toBe(hash);
    expect(bundleHash({...BUNDLE, resources: {b: {y: [1, 2], x: 1}, a: null}})).not.toBe(hash);
    expect(bundleHash({...BUNDLE, resources: {b: {y: [2, 1], x: 1}}})).not.toBe(hash);
  });

  test('the order of keys never matters, at any depth', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const original = value as JsonValue;
        expect(sameJson(original, reversed(original))).toBe(true);
        expect(JSON.stringify(sortKeys(original))).toBe(JSON.stringify(sortKeys(reversed(original))));
      })
    );
  });

  test('keys that look like numbers and __proto__ are kept', () => {
    const text = '{"__proto__":{"a":1},"10":1,"9":2}';
    expect(sameJson(JSON.parse(text) as JsonValue, {})).toBe(false);
    expect(Object.keys(sortKeys(JSON.parse(text) as JsonValue) as object)).toContain('__proto__');
  });
});

function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)])
  );
}
