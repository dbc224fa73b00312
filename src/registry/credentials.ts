import {UserError} from '../errors.js';

/** How a request says who sends it. */
export type Credentials =
  | {readonly kind: 'api-token'; readonly email: string; readonly apiToken: string}
  | {readonly kind: 'password'; readonly email: string; readonly password: string}
  | {readonly kind: 'oauth'; readonly oauthToken: string};

/**
 * The value of the Authorization header: Basic `email/token:api-token`, Basic `email:password`, or Bearer.
 *
 * @throws UserError `invalid-inputs` for an OAuth token that no header can carry
 */
export function authorization(credentials: Credentials): string {
  if (credentials.kind !== 'oauth') return `Basic ${base64(basicPair(credentials))}`;
  if (!/^[\x21-\x7e]+$/.test(credentials.oauthToken)) {
    throw new UserError(
      'invalid-inputs',
      'oauth-token is empty or holds a blank, a line break or a character outside ASCII.',
      'Copy the token again, without the line break at its end.'
    );
  }
  return `Bearer ${credentials.oauthToken}`;
}

/** A shorter text would be masked in the middle of harmless words. */
const SHORTEST_FORM = 6;

/**
 * Every text that gives the credentials away and that a log must mask: the secret and the Basic pair, each
 * raw, URL-encoded, JSON-escaped and in base64, and the header's value. The longest come first. The email
 * alone is no secret.
 */
export function secretForms(credentials: Credentials): string[] {
  const forms = new Set<string>([headerText(credentials)]);
  const carriers = credentials.kind === 'oauth' ? [] : [basicPair(credentials)];
  for (const carrier of [secretOf(credentials), ...carriers]) {
    for (const form of textForms(carrier)) forms.add(form);
  }
  if (credentials.kind !== 'oauth') forms.delete(credentials.email);
  return [...forms].filter((form) => form.length >= SHORTEST_FORM).sort((a, b) => b.length - a.length);
}

/** Takes a text and gives it back with `***` in the place of every form of the credentials. */
export type Scrub = (text: string) => string;

export function scrubber(credentials: Credentials): Scrub {
  const forms = secretForms(credentials);
  return (text) => forms.reduce((clean, form) => clean.replaceAll(form, '***'), text);
}

function headerText(credentials: Credentials): string {
  return credentials.kind === 'oauth'
    ? `Bearer ${credentials.oauthToken}`
    : `Basic ${base64(basicPair(credentials))}`;
}

function secretOf(credentials: Credentials): string {
  switch (credentials.kind) {
    case 'api-token':
      return credentials.apiToken;
    case 'password':
      return credentials.password;
    case 'oauth':
      return credentials.oauthToken;
  }
}

function basicPair(credentials: Exclude<Credentials, {kind: 'oauth'}>): string {
  return credentials.kind === 'api-token'
    ? `${credentials.email}/token:${credentials.apiToken}`
    : `${credentials.email}:${credentials.password}`;
}

/** A text as it is, URL-encoded, JSON-escaped and in base64. */
export function textForms(text: string): string[] {
  const percent = percentEncoded(text);
  const padded = base64(text);
  return [
    text,
    percent,
    percent.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
    percent.replaceAll('%20', '+'),
    new URLSearchParams({v: text}).toString().slice('v='.length),
    JSON.stringify(text).slice(1, -1),
    padded,
    padded.replace(/=+$/, ''),
    Buffer.from(text, 'utf8').toString('base64url')
  ];
}

/** The round trip replaces lone surrogates, on which encodeURIComponent would throw. */
function percentEncoded(text: string): string {
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
