import {forbidden, json, text, unauthorized, type Answer} from './answers.js';
import type {Caller, Tokens} from './tokens.js';

/** Someone whom the emulator lets in. All but OAuth tokens are administrators unless `admin` is false. */
export type EmulatorCredentials =
  | {readonly kind: 'api-token'; readonly email: string; readonly apiToken: string; readonly admin?: boolean}
  | {readonly kind: 'password'; readonly email: string; readonly password: string; readonly admin?: boolean}
  | {
      readonly kind: 'oauth';
      readonly oauthToken: string;
      /** The only integration that the token is for; all when left out. */
      readonly integration?: string;
    }
  | EmulatorClient;

/** An OAuth client, to which tokens are issued. */
export interface EmulatorClient {
  readonly kind: 'oauth-client';
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whether its user is an administrator; true unless given. */
  readonly admin?: boolean;
  /** A public client gets no tokens by its secret; false unless given. */
  readonly isPublic?: boolean;
  /** The scopes that it may ask for; all of them unless given. */
  readonly scopes?: readonly string[];
}

/** Public values for demos and tests: they open nothing but an emulator. */
export const DEMO_CREDENTIALS = [
  {kind: 'api-token', email: 'admin@example.com', apiToken: 'demo-api-token'},
  {kind: 'oauth', oauthToken: 'demo-oauth-token'},
  {kind: 'oauth-client', clientId: 'demo-client', clientSecret: 'demo-client-secret'}
] as const satisfies readonly EmulatorCredentials[];

/** What an account knows of those who may come in. */
export interface Visitors {
  readonly accepted: readonly EmulatorCredentials[];
  readonly tokens: Tokens;
  /** Whether passwords are let in. */
  readonly passwords: boolean;
  /** The account's date, on which API tokens depend; null when they do not. */
  readonly date: string | null;
}

/** What the check needs to know of a request to the registry. */
export interface Access {
  readonly authorization: string | undefined;
  readonly integration: string;
  /** Whether the endpoint takes OAuth tokens. */
  readonly oauth: boolean;
  /** Whether it takes tokens of clients other than the integration's own, `zis_{integration}`. */
  readonly anyClient: boolean;
  /** Whether the request changes something. */
  readonly writes: boolean;
}

/** The refusal that a request to the registry meets; null when it may pass. */
export function refuse(visitors: Visitors, access: Access): Answer | null {
  const {authorization = '', integration, oauth, anyClient, writes} = access;
  if (!oauth && /^bearer /i.test(authorization)) {
    return text(401, 'Authorization failed due to OAuth being disabled for this API request');
  }
  const caller = callerOf(visitors, authorization);
  if (caller === null) return unauthorized('Authentication failed');
  if (caller.by !== 'token') return caller.admin ? null : json(403, {message: 'Only admin user is allowed'});
  const foreign = caller.integration !== null && caller.integration !== integration;
  if (foreign || (caller.ofAnyClient && !anyClient)) {
    return unauthorized('Authorization failed due to integration mismatch');
  }
  if (!caller.admin) return json(403, {message: 'Only admin user is allowed'});
  return allows(caller, writes, 'zis') ? null : missingScope(writes);
}

/** The refusal that a request to the account's own API meets; null when it may pass. */
export function refuseAtAccount(
  visitors: Visitors,
  {authorization = '', writes}: Pick<Access, 'authorization' | 'writes'>
): Answer | null {
  const caller = callerOf(visitors, authorization);
  if (caller === null || caller.integration !== null) return json(401, {error: "Couldn't authenticate you"});
  if (!caller.admin) return forbidden;
  return caller.by !== 'token' || allows(caller, writes, 'oauth') ? null : missingScope(writes);
}

function allows({scopes}: Caller, writes: boolean, resource: string): boolean {
  const scope = writes ? 'write' : 'read';
  return scopes.includes(scope) || scopes.includes(`${resource}:${scope}`);
}

function missingScope(writes: boolean): Answer {
  const description = `You are missing the following required scopes: ${writes ? 'write' : 'read'}`;
  return json(403, {error: 'Forbidden', description});
}

function callerOf({accepted, tokens, passwords, date}: Visitors, authorization: string): Caller | null {
  const header = normalised(authorization);
  const issued = tokens.callerOf(header.replace(/^bearer /, ''));
  if (issued !== null) return issued;
  const who = accepted.find((credentials) => headerOf(credentials) === header);
  if (who === undefined || who.kind === 'oauth-client') return null;
  if (who.kind === 'password' && !passwords) return null;
  if (who.kind === 'api-token' && !tokens.isActive(who.apiToken, date)) return null;
  return {
    by: who.kind === 'oauth' ? 'token' : who.kind,
    admin: who.kind === 'oauth' || who.admin !== false,
    integration: who.kind === 'oauth' ? (who.integration ?? null) : null,
    ofAnyClient: false,
    scopes: ['read', 'write']
  };
}

/** null for a client, which sends no requests but for tokens. */
function headerOf(credentials: EmulatorCredentials): string | null {
  switch (credentials.kind) {
    case 'api-token':
      return basic(`${credentials.email}/token:${credentials.apiToken}`);
    case 'password':
      return basic(`${credentials.email}:${credentials.password}`);
    case 'oauth':
      return `bearer ${credentials.oauthToken}`;
    case 'oauth-client':
      return null;
  }
}

function basic(pair: string): string {
  return `basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
}

/** The scheme's name may be in any letter case (RFC 9110). */
function normalised(authorization: string): string {
  return authorization.replace(/^[a-z]+ /i, (scheme) => scheme.toLowerCase());
}
