import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {authorization, secretForms, type FixedCredentials} from '../../src/registry/credentials.js';
import {scrubberOf} from '../../src/secrets/scrub.js';

const TOKEN: FixedCredentials = {kind: 'api-token', email: 'me@example.com', apiToken: 'tok/en+1'};
const PASSWORD: FixedCredentials = {kind: 'password', email: 'me@example.com', password: 'pässwörd'};
const OAUTH: FixedCredentials = {kind: 'oauth', oauthToken: 'abcdef123456'};

describe('authorization', () => {
  test('an API token is sent as Basic email/token:token', () => {
    expect(authorization(TOKEN)).toBe(`Basic ${btoa('me@example.com/token:tok/en+1')}`);
  });

  test('a password is sent as Basic email:password in UTF-8', () => {
    const value = authorization(PASSWORD).slice('Basic '.length);
    expect(Buffer.from(value, 'base64').toString('utf8')).toBe('me@example.com:pässwörd');
  });

  test('an OAuth token is sent as Bearer', () => {
    expect(authorization(OAUTH)).toBe('Bearer abcdef123456');
  });

  test.each(['', 'two words', 'line\nbreak', 'naïve'])(
    'the OAuth token %j is refused, unquoted',
    (oauthToken) => {
      const attempt = () => authorization({kind: 'oauth', oauthToken});
      expect(attempt).toThrow(expect.objectContaining({reason: 'invalid-inputs'}));
      expect(attempt).not.toThrow(/naïve|two words/);
    }
  );
});

describe('secretForms', () => {
  test('holds raw, Basic, URL-encoded and base64 forms, but not the email', () => {
    const basic = btoa('me@example.com/token:tok/en+1');
    const forms = secretForms(TOKEN);
    expect(forms).toEqual(
      expect.arrayContaining([
        'tok/en+1',
        basic,
        `Basic ${basic}`,
        'tok%2Fen%2B1',
        'tok%2fen%2b1',
        btoa('tok/en+1')
      ])
    );
    expect(forms).not.toContain('me@example.com');
  });

  test('a short password is left out itself, its Basic pair is not', () => {
    const forms = secretForms({kind: 'password', email: 'me@example.com', password: 'abc'});
    expect(forms).not.toContain('abc');
    expect(forms).toContain(btoa('me@example.com:abc'));
  });

  test('a password that is the email itself does not mask the email everywhere', () => {
    expect(
      secretForms({kind: 'password', email: 'me@example.com', password: 'me@example.com'})
    ).not.toContain('me@example.com');
  });

  test('whatever the secret is, no form is short, and none survives the scrubber', () => {
    fc.assert(
      fc.property(
        fc.string({minLength: 6, unit: 'binary'}),
        fc.string({unit: 'binary'}),
        (apiToken, around) => {
          const credentials: FixedCredentials = {kind: 'api-token', email: 'me@example.com', apiToken};
          const scrub = scrubberOf(secretForms(credentials));
          for (const form of secretForms(credentials)) {
            expect(form.length).toBeGreaterThanOrEqual(6);
            if (!/^\*+$/.test(form)) expect(scrub(`${around}|${form}|${around}`)).not.toContain(`|${form}|`);
          }
        }
      )
    );
  });
});
