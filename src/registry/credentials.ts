import {UserError} from '../errors.js';
import {base64, textForms} from '../secrets/forms.js';
import {longestFirst, scrubberOf, type Scrub} from '../secrets/scrub.js';

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
  return longestFirst([...forms]);
}

export function scrubber(credentials: Credentials): Scrub {
  return scrubberOf(secretForms(credentials));
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
