import {UserError} from '../errors.js';
import {base64, textForms} from '../secrets/forms.js';
import {longestFirst} from '../secrets/scrub.js';

/** How a request says who sends it, the same in every request. */
export type FixedCredentials =
  | {readonly kind: 'api-token'; readonly email: string; readonly apiToken: string}
  | {readonly kind: 'password'; readonly email: string; readonly password: string}
  | {readonly kind: 'oauth'; readonly oauthToken: string};

/** An OAuth client, for which tokens are made while the step runs. */
export interface ClientCredentials {
  readonly kind: 'oauth-client';
  readonly clientId: string;
  readonly clientSecret: string;
  /** The scopes of the tokens, separated by blanks. */
  readonly scope: string;
  /** What uploads bundles; null where the tokens are to do that too. */
  readonly uploader: FixedCredentials | null;
}

export type Credentials = FixedCredentials | ClientCredentials;

/** Whether bundles are uploaded with an OAuth token, which the registry may refuse. */
export function uploadsByOAuth(credentials: Credentials): boolean {
  const uploader = credentials.kind === 'oauth-client' ? credentials.uploader : credentials;
  return uploader === null || uploader.kind === 'oauth';
}

/** Whether any request is signed with an API token. */
export function usesApiToken(credentials: Credentials): boolean {
  const {kind} = credentials.kind === 'oauth-client' ? (credentials.uploader ?? credentials) : credentials;
  return kind === 'api-token';
}

/** What a header can carry as a token. */
export const TOKEN = /^[\x21-\x7e]+$/;

/**
 * The value of the Authorization header: Basic `email/token:api-token`, Basic `email:password`, or Bearer.
 *
 * @throws UserError `invalid-inputs` for an OAuth token that no header can carry
 */
export function authorization(credentials: FixedCredentials): string {
  if (credentials.kind !== 'oauth') return `Basic ${base64(basicPair(credentials))}`;
  if (!TOKEN.test(credentials.oauthToken)) {
    throw new UserError(
      'invalid-inputs',
      'oauth-token is empty or holds a blank, a line break or a character outside ASCII.',
      'Copy the token again, without the line break at its end.'
    );
  }
  return bearer(credentials.oauthToken);
}

export function bearer(token: string): string {
  return `Bearer ${token}`;
}

/**
 * Every text that gives the credentials away and that a log must mask: the secret and the Basic pair, each
 * raw, URL-encoded, JSON-escaped and in base64, and the header's value. The longest come first. The email and
 * the id of a client alone are no secrets.
 */
export function secretForms(credentials: Credentials): string[] {
  if (credentials.kind === 'oauth-client') {
    const {clientSecret, uploader} = credentials;
    const others = uploader === null ? [] : secretForms(uploader);
    return longestFirst([...new Set([...textForms(clientSecret), ...others])]);
  }
  if (credentials.kind === 'oauth') return tokenForms(credentials.oauthToken);
  const pair = basicPair(credentials);
  const secret = credentials.kind === 'password' ? credentials.password : credentials.apiToken;
  const forms = new Set([`Basic ${base64(pair)}`, ...textForms(secret), ...textForms(pair)]);
  forms.delete(credentials.email);
  return longestFirst([...forms]);
}

/** As secretForms, for a bearer token. */
export function tokenForms(token: string): string[] {
  return longestFirst([...new Set([bearer(token), ...textForms(token)])]);
}

function basicPair(credentials: Exclude<FixedCredentials, {kind: 'oauth'}>): string {
  return credentials.kind === 'api-token'
    ? `${credentials.email}/token:${credentials.apiToken}`
    : `${credentials.email}:${credentials.password}`;
}
