import {json, text, unauthorized, type Answer} from './answers.js';

/** Someone whom the emulator lets in. All but OAuth tokens are administrators unless `admin` is false. */
export type EmulatorCredentials =
  | {readonly kind: 'api-token'; readonly email: string; readonly apiToken: string; readonly admin?: boolean}
  | {readonly kind: 'password'; readonly email: string; readonly password: string; readonly admin?: boolean}
  | {
      readonly kind: 'oauth';
      readonly oauthToken: string;
      /** The only integration that the token is for; all when left out. */
      readonly integration?: string;
    };

/** Public values for demos and tests: they open nothing but an emulator. */
export const DEMO_CREDENTIALS = [
  {kind: 'api-token', email: 'admin@example.com', apiToken: 'demo-api-token'},
  {kind: 'oauth', oauthToken: 'demo-oauth-token'}
] as const satisfies readonly EmulatorCredentials[];

/** What the check needs to know of a request. */
export interface Access {
  readonly authorization: string | undefined;
  readonly integration: string;
  /** Whether the endpoint takes ZIS OAuth tokens. */
  readonly oauth: boolean;
}

/** The refusal that a request meets; null when it may pass. */
export function refuse(accepted: readonly EmulatorCredentials[], access: Access): Answer | null {
  const {authorization = '', integration, oauth} = access;
  const who = accepted.find((credentials) => headerOf(credentials) === normalised(authorization));
  if (!oauth && /^bearer /i.test(authorization)) {
    return text(401, 'Authorization failed due to OAuth being disabled for this API request');
  }
  if (who === undefined) return unauthorized('Authentication failed');
  if (who.kind !== 'oauth')
    return who.admin === false ? json(403, {message: 'Only admin user is allowed'}) : null;
  const foreign = who.integration !== undefined && who.integration !== integration;
  return foreign ? unauthorized('Authorization failed due to integration mismatch') : null;
}

function headerOf(credentials: EmulatorCredentials): string {
  switch (credentials.kind) {
    case 'api-token':
      return basic(`${credentials.email}/token:${credentials.apiToken}`);
    case 'password':
      return basic(`${credentials.email}:${credentials.password}`);
    case 'oauth':
      return `bearer ${credentials.oauthToken}`;
  }
}

function basic(pair: string): string {
  return `basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
}

/** The scheme's name may be in any letter case (RFC 9110). */
function normalised(authorization: string): string {
  return authorization.replace(/^[a-z]+ /i, (scheme) => scheme.toLowerCase());
}
