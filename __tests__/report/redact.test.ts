import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {sameJson} from '../../src/bundle/canonical.js';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {redactBundlePair, redactText} from '../../src/report/redact.js';

// Made in pieces, so that no scanner takes this file for a leak.
const glue = (...parts: string[]) => parts.join('');
const SHAPES = [
  glue('gh', 'p_', 'a1B2'.repeat(9)),
  glue('github', '_pat_', 'a1B2'.repeat(9)),
  glue('xox', 'b-1234567890-abcdefghij'),
  glue('AK', 'IA', 'ABCDEFGHIJKLMNOP'),
  glue('ey', 'JhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'),
  glue('sk', '-', 'a1B2'.repeat(8)),
  glue('-----BEGIN RSA ', 'PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----')
];

/** Texts that look like what stands in the place of a secret, and parts of them. */
const IMITATIONS = [
  '••• (redacted 1)',
  '•••\\ (redacted 1)',
  '••• (redacted 2, changed)',
  '••',
  '••• ',
  '(redacted 1)'
];

describe('a text', () => {
  test.each(SHAPES)('shows nothing of a credential in it: %#', (secret) => {
    expect(redactText(`before ${secret} after`, [])).toBe('before ••• (redacted) after');
  });

  test('keeps the scheme and the address around a credential', () => {
    expect(redactText('Bearer abc123def456', [])).toBe('Bearer ••• (redacted)');
    expect(redactText('Basic dXNlcjpwYXNz', [])).toBe('Basic ••• (redacted)');
    expect(redactText('https://me:hunter2@host/x?api_key=12ab&y=1', [])).toBe(
      'https://••• (redacted)@host/x?api_key=••• (redacted)&y=1'
    );
  });

  test('is left alone where it only speaks of credentials', () => {
    for (const text of [
      'Basic authentication is off',
      'Bearer {{$.token}}',
      'https://{{$.host}}/x?token={{$.t}}',
      'no token'
    ]) {
      expect(redactText(text, [])).toBe(text);
    }
  });

  test('hides the secrets of this run, the longer before the shorter', () => {
    expect(redactText('x hunter2hunter2 y hunter2', ['hunter2', 'hunter2hunter2', 'x'])).toBe(
      'x ••• (redacted) y ••• (redacted)'
    );
  });

  test('takes linear time for hostile text', () => {
    const texts = [
      'eyJ-'.repeat(300_000),
      '{{$ '.repeat(300_000),
      '://'.repeat(300_000),
      'Bearer '.repeat(200_000),
      ' '.repeat(1e6)
    ];
    const start = performance.now();
    for (const text of texts) redactText(text, []);
    for (const text of texts) redactBundlePair({token: text}, null, []);
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});

describe('a private key as a list of its lines', () => {
  const line = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ';
  const key = [
    '-----BEGIN RSA PRIVATE KEY-----',
    line,
    `${line.slice(0, 20)}==`,
    '-----END RSA PRIVATE KEY-----'
  ];
  const redact = (lines: readonly string[]): string =>
    JSON.stringify(redactBundlePair(null, {pem: [...lines]}, []).declared);

  test('is masked, and what stands around it is not', () => {
    const shown = redact(['before', ...key, 'after the key']);
    expect(shown).not.toContain('MIIE');
    expect(shown).toMatch(/\["before",.*"after the key"\]/);
  });

  test('is masked to its last line, where it has no end', () => {
    const shown = redact([...key.slice(0, 3), 'no line of a key: this one', line]);
    expect(shown.match(/MIIE/g)).toHaveLength(1);
  });
});

describe('a bundle', () => {
  const redactOne = (bundle: JsonObject) => redactBundlePair(null, bundle, ['s3cr3t-of-this-run']).declared;

  test('is masked by key, in header and query lists, and by the secrets of this run', () => {
    expect(
      redactOne({
        password: 'hunter2',
        'api-key': 12345,
        nested: {clientSecret: ['a', 'b']},
        headers: [
          {key: 'Authorization', value: 'Custom xyz'},
          {key: 'Accept', value: 'text/plain'}
        ],
        queryParams: [{key: 'access_token', 'value.$': 'plain'}],
        body: 'has s3cr3t-of-this-run inside'
      })
    ).toEqual({
      password: '••• (redacted 1)',
      'api-key': '••• (redacted 2)',
      nested: {clientSecret: ['••• (redacted 3)', '••• (redacted 4)']},
      headers: [
        {key: 'Authorization', value: '••• (redacted 5)'},
        {key: 'Accept', value: 'text/plain'}
      ],
      queryParams: [{key: 'access_token', 'value.$': '••• (redacted 6)'}],
      body: 'has ••• (redacted 7) inside'
    });
  });

  test('keeps paths and placeholders, which are no secrets', () => {
    const bundle = {
      'token.$': '$.connections.x.access_token',
      authorization: 'Bearer {{$.token}}',
      Authorization: 'Basic {{$.user}}:{{$.pass}}',
      secret: '',
      password: null,
      headers: [{key: 'Authorization', 'value.$': 'Token token={{$.t}}'}]
    };
    expect(redactOne(bundle)).toEqual(bundle);
  });

  test('shows that a masked value has changed', () => {
    const {registered, declared} = redactBundlePair(
      {password: 'old', token: 'same'},
      {password: 'new', token: 'same'},
      []
    );
    expect(registered).toEqual({password: '••• (redacted 1)', token: '••• (redacted 2)'});
    expect(declared).toEqual({password: '••• (redacted 3, changed)', token: '••• (redacted 2)'});
  });

  test('cannot pass off a marker as a masked value, and shows what imitates one', () => {
    const imitation = '••• (redacted 1)';
    const {registered, declared} = redactBundlePair(
      {x: 'https://a', token: 'x'},
      {x: imitation, token: imitation},
      []
    );
    expect(registered).toEqual({x: 'https://a', token: '••• (redacted 1)'});
    expect(declared).toEqual({x: '•••\\ (redacted 1)', token: '••• (redacted 2, changed)'});
    expect(redactText(`to ${imitation}, ${imitation.replace(' ', '\\ ')}`, [])).toBe(
      'to •••\\ (redacted 1), •••\\\\ (redacted 1)'
    );
  });

  test('shows an address, a path and a program but for the secret in them', () => {
    const action = {
      url: glue('https://hooks.slack.com/services/', 'T0000000/B0000000/abcdefgh?x=1'),
      path: '/a?token=abc123&page=2',
      expr: '.a | "Bearer abc123def" | .b',
      key: 'https://evil.example\\@good.example/'
    };
    expect(redactOne(action)).toEqual({
      url: 'https://hooks.slack.com/services/••• (redacted 1)?x=1',
      path: '/a?token=••• (redacted 2)&page=2',
      expr: '.a | "Bearer ••• (redacted 3)" | .b',
      key: 'https://evil.example\\@good.example/'
    });
  });

  test('masks a private key as far as its lines go', () => {
    const begin = glue('-----BEGIN ', 'PRIVATE KEY-----');
    const lines = `${'MIIE'.repeat(16)}\n${'abcd'.repeat(16)}`;
    expect(redactText(`${begin}\n${lines}\n.url = "https://evil.example"`, [])).toBe(
      '••• (redacted)\n.url = "https://evil.example"'
    );
    expect(redactText(`${begin}, then this is seen`, [])).toBe('••• (redacted), then this is seen');
  });

  test('tells a number from its text', () => {
    const {registered, declared} = redactBundlePair({token: 7}, {token: '7'}, []);
    expect(registered).not.toEqual(declared);
  });

  test('differs after masking exactly when it differed before, and holds none of its secrets', () => {
    const secret = fc.constantFrom('topsecret-1', 'topsecret-2', ...IMITATIONS, ...SHAPES);
    const value = fc.oneof(
      secret,
      secret.map((text) => `a ${text} b`),
      fc
        .tuple(fc.constantFrom(...IMITATIONS), secret, fc.constantFrom(...IMITATIONS))
        .map((texts) => texts.join('')),
      fc.constantFrom('plain', '$.x', '', 7, 8, null)
    );
    const bundle = fc.dictionary(
      fc.constantFrom('token', 'password', 'body', 'url', 'x'),
      fc.oneof(
        value,
        fc.array(value, {maxLength: 3}),
        fc.record({key: fc.constantFrom('Authorization', 'Accept'), value})
      ),
      {maxKeys: 4}
    );
    fc.assert(
      fc.property(bundle, bundle, (registered, declared) => {
        const safe = redactBundlePair(registered, declared, ['topsecret-1', 'topsecret-2']);
        expect(sameJson(safe.registered ?? null, safe.declared ?? null)).toBe(sameJson(registered, declared));
        expect(JSON.stringify(safe)).not.toMatch(/topsecret/);
        for (const shape of SHAPES)
          expect(JSON.stringify(safe)).not.toContain(JSON.stringify(shape).slice(1, -1));
      }),
      {numRuns: 1_000}
    );
  });
});
