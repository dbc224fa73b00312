import {authorization, type Credentials, type FixedCredentials} from './credentials.js';
import type {Operation} from './errors.js';
import type {Answer} from './http.js';

/** What decides how a request is signed. */
export interface Signed extends Operation {
  /** Whose resources it is about; empty where it is about none of one integration. */
  readonly integration: string;
  readonly isUpload?: boolean;
}

/** Who signed a request, for words about its refusal. */
export interface Signer {
  readonly kind: Credentials['kind'];
  /** What was made in the account on the way, as sentences. */
  readonly made: readonly string[];
}

/** Signs the requests of a step, each with the credential that is for it. */
export interface Authorizer {
  /** The value of the Authorization header; null for none. @throws RegistryError when it cannot be had */
  headerFor(request: Signed): Promise<string | null>;
  /**
   * Is told of every answer.
   *
   * @returns whether the request is to be sent again, with a header that is asked for anew
   * @throws RegistryError when a new one is due and cannot be had
   */
  answered(request: Signed, header: string | null, answer: Answer): Promise<boolean>;
  signerOf(request: Signed): Signer;
  /** Whether the account is known to have no such integration. */
  lacks(integration: string): boolean;
  /** Takes back what was made in the account. @returns what could not be taken back, as sentences */
  close(): Promise<readonly string[]>;
}

/** The same header for every request. */
export function fixed(credentials: FixedCredentials): Authorizer {
  const header = authorization(credentials);
  return {
    headerFor: () => Promise.resolve(header),
    answered: () => Promise.resolve(false),
    signerOf: () => ({kind: credentials.kind, made: []}),
    lacks: () => false,
    close: () => Promise.resolve([])
  };
}

/** Signs every request with what a function gives. */
export function signing(
  header: () => Promise<string | null>,
  answered: (header: string | null, isRefused: boolean) => Promise<boolean> = () => Promise.resolve(false)
): Authorizer {
  return {
    headerFor: header,
    answered: (_, used, {status}) => answered(used, status === 401),
    signerOf: () => ({kind: 'oauth-client', made: []}),
    lacks: () => false,
    close: () => Promise.resolve([])
  };
}
