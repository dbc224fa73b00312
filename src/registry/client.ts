import type {Clock, Log, Registry} from '../ports.js';
import {Breaker} from './breaker.js';
import {bundleEndpoints} from './bundles.js';
import {createAuthorizer} from './authorizer.js';
import {secretForms, uploadsByOAuth, type Credentials} from './credentials.js';
import {Failures} from './failures.js';
import {FirstUpload} from './first-upload.js';
import {createHttp, type Http} from './http.js';
import {jobSpecEndpoints} from './job-specs.js';
import {KnownSecrets} from './known-secrets.js';
import {Sender, type SenderParts} from './sender.js';
import {signing, type Authorizer} from './signing.js';
import {Turns} from './turns.js';

export interface RegistryOptions {
  /** As registryBaseUrl gives it. */
  readonly baseUrl: string;
  readonly credentials: Credentials;
  /** Requests in flight, 1 or more. */
  readonly maxParallel: number;
  /** Gets every form of a token that is made, before its first use: they are to be masked everywhere. */
  readonly onSecrets: (forms: readonly string[]) => void;
  /** `zis-bundles/<version>`. */
  readonly userAgent: string;
  readonly clock: Clock;
  /** Gets one line a request, without credentials. */
  readonly log: Pick<Log, 'debug'>;
  /** For one request from connection to last byte, in milliseconds; 30 seconds unless given. */
  readonly timeoutMs?: number;
  /** After which nothing new is sent, by the clock. */
  readonly deadline: () => number;
  /** Ends all writing when it is given, except what completes a write: a write in flight is finished. */
  readonly stopWriting?: AbortSignal;
  /** Ends everything when it is given, requests in flight included. */
  readonly giveUp?: AbortSignal;
  /** Sends the requests; over the network unless given. */
  readonly http?: Http;
}

/**
 * The ZIS Registry over HTTP. Reads, deletions and (un)installations are repeated for about a minute on network
 * errors, 408 and 5xx; an upload only where it certainly was not processed, otherwise it fails with a RegistryError
 * of kind `uncertain` and the caller reads back. A 429 holds back all requests for as long as it asks. Redirects
 * are not followed. Every method throws RegistryErrors only.
 *
 * @throws UserError `invalid-inputs` for credentials that no header can carry
 */
export function createRegistry(options: RegistryOptions): Registry {
  const {baseUrl, credentials, maxParallel, userAgent, clock, log, deadline} = options;
  const {timeoutMs = 30_000} = options;
  const secrets = new KnownSecrets(secretForms(credentials), options.onSecrets);
  const {scrub} = secrets;
  const failures = new Failures(scrub);
  const parts = {
    http: options.http ?? createHttp({baseUrl, maxParallel, userAgent}),
    failures,
    scrub,
    clock,
    log,
    timeoutMs,
    deadline,
    stopWriting: options.stopWriting ?? null,
    giveUp: options.giveUp ?? null
  };
  // Requests for tokens have turns of their own: they are made while another request holds one.
  const senderOf = (authorizer: Authorizer): Sender =>
    new Sender({...parts, ...senderState(2, clock), authorizer});
  const unsigned = senderOf(signing(() => Promise.resolve(null)));
  const authorizer = createAuthorizer(credentials, {
    unsigned,
    signedBy: senderOf,
    failures,
    secrets,
    clock
  });
  const sender = new Sender({...parts, ...senderState(maxParallel, clock), authorizer});
  const api = {sender, failures, authorizer, firstUpload: new FirstUpload(!uploadsByOAuth(credentials))};
  return {...bundleEndpoints(api), ...jobSpecEndpoints(api), close: () => authorizer.close()};
}

function senderState(most: number, clock: Clock): Pick<SenderParts, 'turns' | 'breakers'> {
  return {turns: new Turns(most, clock), breakers: {reads: new Breaker(), writes: new Breaker()}};
}
