import {createHash, createHmac} from 'node:crypto';
import {describe, expect, test} from '@jest/globals';
import {
  markComment,
  readHeader,
  renderHeader,
  visiblePart,
  withHeader,
  type Header
} from '../../src/report/header.js';
import {isSigned, MAC_PLACEHOLDER, signComment} from '../../src/report/signature.js';

const KEY = 'correct horse battery staple';
const PLACE = {repository: '4711', pullRequest: 7, scope: 'one step'};
const HEADER: Header = {
  version: 1,
  key: 'k',
  target: {registryUrl: 'https://acme.zendesk.com', subdomain: 'acme'},
  headSha: 'abc',
  run: '1/1',
  planHash: 'sha256:plan',
  state: 'open',
  bundles: [{integration: 'i', name: 'n', desiredHash: 'sha256:new', liveHash: 'sha256:old'}]
};

const bodyWith = (header: Partial<Header> = {}, text = '### One update\n\n- acme/n\n\nfooter') =>
  `${renderHeader({...HEADER, ...header})}\n${text}`;
const signed = signComment(bodyWith(), KEY, PLACE);
const header = readHeader(signed)!;

describe('the signature of a comment', () => {
  test('is an HMAC over the facts that the contract names', () => {
    const visible = createHash('sha256').update('### One update\n\n- acme/n\n\nfooter').digest('hex');
    const facts = [
      'zis-bundles/plan/1',
      '4711',
      7,
      'one step',
      'abc',
      'sha256:plan',
      HEADER.bundles,
      visible
    ];
    expect(header.mac).toBe(createHmac('sha256', KEY).update(JSON.stringify(facts)).digest('hex'));
    expect(isSigned(signed, KEY, PLACE)).toBe(true);
  });

  test('holds when GitHub gives line ends and outer blanks back differently', () => {
    expect(isSigned(`${signed.replaceAll('\n', '\r\n')}\r\n\r\n`, KEY, PLACE)).toBe(true);
  });

  test.each<[string, string]>([
    ['a word that people see', signed.replace('One update', 'No update')],
    ['a line before the headline', signed.replace('\n', '\nApproved by everyone.\n')],
    ['another head', withHeader(signed, {...header, headSha: 'abd'})],
    ['another plan hash', withHeader(signed, {...header, planHash: 'sha256:other'})],
    ['no bundles', withHeader(signed, {...header, bundles: null})],
    [
      'another declared hash',
      withHeader(signed, {...header, bundles: [{...HEADER.bundles![0]!, desiredHash: 'sha256:evil'}]})
    ],
    [
      'another registered hash',
      withHeader(signed, {...header, bundles: [{...HEADER.bundles![0]!, liveHash: null}]})
    ],
    ['one bundle more', withHeader(signed, {...header, bundles: [...HEADER.bundles!, HEADER.bundles![0]!]})],
    ['a mac of its own length', withHeader(signed, {...header, mac: MAC_PLACEHOLDER})],
    ['a longer mac', withHeader(signed, {...header, mac: `${header.mac!}0`})],
    ['a mac in other letters', withHeader(signed, {...header, mac: header.mac!.toUpperCase()})],
    ['no mac', withHeader(signed, {...header, mac: ''})],
    ['no header', signed.slice(signed.indexOf('\n'))]
  ])('is void with %s', (_, body) => {
    expect(body).not.toBe(signed);
    expect(isSigned(body, KEY, PLACE)).toBe(false);
  });

  test('is void with another key, and an empty key never signs', () => {
    expect(isSigned(signed, `${KEY}!`, PLACE)).toBe(false);
    expect(isSigned(signed, '', PLACE)).toBe(false);
    const visible = createHash('sha256').update(visiblePart(signed)).digest('hex');
    const facts = [
      'zis-bundles/plan/1',
      '4711',
      7,
      'one step',
      'abc',
      'sha256:plan',
      HEADER.bundles,
      visible
    ];
    const mac = createHmac('sha256', '').update(JSON.stringify(facts)).digest('hex');
    expect(isSigned(withHeader(signed, {...header, mac}), '', PLACE)).toBe(false);
    const unsigned = signComment(signed, '', PLACE);
    expect(readHeader(unsigned)).not.toHaveProperty('mac');
  });

  test.each([{repository: '4712'}, {pullRequest: 8}, {scope: 'another step'}])(
    'is void at another place: %j',
    (other) => {
      expect(isSigned(signed, KEY, {...PLACE, ...other})).toBe(false);
    }
  );

  test('state and run may change', () => {
    expect(isSigned(withHeader(signed, {...header, state: 'applied', run: '2/1'}), KEY, PLACE)).toBe(true);
  });

  test('a comment that is marked is signed again', () => {
    const closed = markComment(signed, 'closed', 'It was closed.');
    expect(isSigned(closed, KEY, PLACE)).toBe(false);
    const again = signComment(closed, KEY, PLACE);
    expect(isSigned(again, KEY, PLACE)).toBe(true);
    expect(readHeader(again)).toMatchObject({state: 'closed', planHash: 'sha256:plan'});
  });

  test('a header with a placeholder is as long as the signed one, whatever it holds', () => {
    const bundles = Array.from({length: 190}, (_, index) => ({
      integration: 'acme',
      name: `bundle ${index}`,
      desiredHash: `sha256:${'a'.repeat(64)}`,
      liveHash: `sha256:${'b'.repeat(64)}`
    }));
    const body = bodyWith({bundles, mac: MAC_PLACEHOLDER});
    const done = signComment(body, KEY, PLACE);
    expect(done).toHaveLength(body.length);
    expect(isSigned(done, KEY, PLACE)).toBe(true);
  });

  test('a text without a header stays as it is', () => {
    expect(signComment('hello', KEY, PLACE)).toBe('hello');
  });
});
