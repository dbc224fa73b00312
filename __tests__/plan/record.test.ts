import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {
  decodeRecord,
  encodeRecord,
  hasValidMac,
  inputsHash,
  isOldRecord,
  MAX_PAYLOAD,
  type ApplyRecord,
  type FoundRecord
} from '../../src/plan/record.js';

const bundle = (name: string) => ({
  integration: 'acme',
  name,
  path: `zis/${name}.json`,
  desiredHash: 'sha256:0'
});
const RECORD: ApplyRecord = {
  scope: 'sha256:scope',
  registryUrl: 'https://acme.zendesk.com',
  step: 'sha256:step',
  inputs: 'sha256:inputs',
  bundles: [bundle('orders'), bundle('alerts')],
  before: 'b'.repeat(40),
  deletionsKnown: true,
  unmerged: false,
  restore: false,
  installed: []
};
const KEY = 'a key of sixteen characters';
const PLACE = {repository: '17', sha: 'a'.repeat(40)};

/** As GitHub gives it back. */
const sent = (record: ApplyRecord, key = ''): JsonObject =>
  JSON.parse(JSON.stringify(encodeRecord(record, key, PLACE))) as JsonObject;
const found = (payload: JsonObject): FoundRecord => {
  const record = decodeRecord(payload);
  if (record === null || isOldRecord(record)) throw new Error('it is no record');
  return record;
};

describe('a record', () => {
  test.each([
    ['as it is', {}],
    ['without bundles', {bundles: []}],
    ['of a commit that is not merged', {unmerged: true}],
    ['of a restored backup, without a commit before it', {restore: true, before: null, deletionsKnown: false}]
  ])('%s comes back from its payload', (_, settings) => {
    const record = {...RECORD, ...settings};
    expect(decodeRecord(sent(record))).toEqual({...record, mac: ''});
  });

  test('names its bundles with integration, name, path and desiredHash', () => {
    expect(sent(RECORD)).toMatchObject({version: 2, bundles: [bundle('orders'), bundle('alerts')]});
  });

  test('of more bundles than fit says that it is incomplete, and stays within the limit', () => {
    const many = Array.from({length: 1000}, (_, index) => bundle(`b${index}`));
    const payload = encodeRecord({...RECORD, bundles: many}, KEY, PLACE);
    expect(payload).toMatchObject({incomplete: true});
    expect(payload).not.toHaveProperty('bundles');
    expect(found(payload).bundles).toBeNull();
    expect(hasValidMac(found(payload), KEY, PLACE)).toBe(true);
    const fits = [...many];
    while (encodeRecord({...RECORD, bundles: fits}, '', PLACE)['incomplete'] === true) fits.pop();
    expect(
      Buffer.byteLength(JSON.stringify(encodeRecord({...RECORD, bundles: fits}, '', PLACE)))
    ).toBeLessThanOrEqual(MAX_PAYLOAD);
    expect(fits.length).toBeGreaterThan(300);
  });

  test('of the old form is read by its key', () => {
    const record = {
      key: '["",""]',
      registryUrl: 'https://acme.zendesk.com',
      before: 'b',
      deletionsKnown: false
    };
    expect(decodeRecord({version: 1, ...record})).toEqual(record);
  });

  test('that anyone wrote is read without an error, or is none', () => {
    expect(decodeRecord(null)).toBeNull();
    expect(decodeRecord({...sent(RECORD), version: 3})).toBeNull();
    expect(decodeRecord({...sent(RECORD), scope: 7})).toBeNull();
    expect(found({...sent(RECORD), bundles: [bundle('orders'), {name: 'x'}]}).bundles).toBeNull();
    expect(found({...sent(RECORD), bundles: 'all'}).bundles).toBeNull();
    const payloads = fc.dictionary(fc.constantFrom(...Object.keys(sent(RECORD, KEY)), 'key'), fc.jsonValue());
    fc.assert(
      fc.property(payloads, (payload) => {
        const record = decodeRecord(payload as JsonObject);
        return record === null || isOldRecord(record) || !hasValidMac(record, KEY, PLACE);
      })
    );
  });
});

describe('the MAC of plan-key', () => {
  test('holds for what was written, and with this key alone', () => {
    const record = found(sent(RECORD, KEY));
    expect(record.mac).toMatch(/^[0-9a-f]{64}$/);
    expect(hasValidMac(record, KEY, PLACE)).toBe(true);
    expect(hasValidMac(record, `${KEY}!`, PLACE)).toBe(false);
    expect(hasValidMac(record, '', PLACE)).toBe(false);
    expect(hasValidMac(found(sent(RECORD)), KEY, PLACE)).toBe(false);
  });

  test('does not hold for a copy elsewhere, nor when anything in it was changed', () => {
    const payload = sent(RECORD, KEY);
    for (const place of [
      {...PLACE, sha: 'b'.repeat(40)},
      {...PLACE, repository: '18'}
    ])
      expect(hasValidMac(found(payload), KEY, place)).toBe(false);
    const changes: JsonObject = {
      scope: 'x',
      registryUrl: 'x',
      step: 'x',
      inputs: 'x',
      before: 'x',
      deletionsKnown: false,
      unmerged: true,
      restore: true,
      bundles: [bundle('orders')],
      incomplete: true,
      mac: 'short'
    };
    for (const [field, value] of Object.entries(changes)) {
      expect([field, hasValidMac(found({...payload, [field]: value}), KEY, PLACE)]).toEqual([field, false]);
    }
  });
});

test('equal inputs in another order have one hash; others have another', () => {
  const values = (entries: readonly (readonly [string, string])[], integration = '') => ({
    integration,
    variables: new Map(entries)
  });
  const hash = inputsHash(
    ['a', '!b'],
    values([
      ['x', '1'],
      ['y', '2']
    ])
  );
  expect(
    inputsHash(
      ['!b', 'a', 'a'],
      values([
        ['y', '2'],
        ['x', '1']
      ])
    )
  ).toBe(hash);
  const others = [
    inputsHash(
      ['a'],
      values([
        ['x', '1'],
        ['y', '2']
      ])
    ),
    inputsHash(
      ['a', '!b'],
      values([
        ['x', '1'],
        ['y', '3']
      ])
    ),
    inputsHash(
      ['a', '!b'],
      values(
        [
          ['x', '1'],
          ['y', '2']
        ],
        'acme'
      )
    )
  ];
  expect(new Set([hash, ...others]).size).toBe(4);
});
