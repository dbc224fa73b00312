import type {Clock, Log, Registry} from '../ports.js';
import {Breaker} from './breaker.js';
import {bundleEndpoints} from './bundles.js';
import {authorization, scrubber, type Credentials} from './credentials.js';
import {Failures} from './failures.js';
import {createHttp} from './http.js';
import {jobSpecEndpoints} from './job-specs.js';
import {createLimit} from '../limit.js';
import {Sender} from './sender.js';

export interface RegistryOptions {
  /** As registryBaseUrl gives it. */
  readonly baseUrl: string;
  readonly credentials: Credentials;
  /** Requests in flight, 1 or more. */
  readonly maxParallel: number;
  /** `zis-bundles/<version>`. */
  readonly userAgent: string;
  readonly clock: Clock;
  /** Gets one line a request, without credentials. */
  readonly log: Pick<Log, 'debug'>;
  /** For one request from connection to last byte, in milliseconds; 30 seconds unless given. */
  readonly timeoutMs?: number;
  /** For everything this client does, in milliseconds from its creation; 15 minutes unless given. */
  readonly deadlineMs?: number;
  /** Ends all writing when it is given: a write in flight is finished, none is sent after it. */
  readonly stopWriting?: AbortSignal;
}

/**
 * The ZIS Registry over HTTP. Reads, deletions and (un)installations are repeated on network errors, 429 and
 * 5xx; an upload only where it certainly was not processed, otherwise it fails with a RegistryError of kind
 * `uncertain` and the caller reads back. Redirects are not followed. Every method throws RegistryErrors only.
 *
 * @throws UserError `invalid-inputs` for credentials that no header can carry
 */
export function createRegistry(options: RegistryOptions): Registry {
  const {baseUrl, credentials, maxParallel, userAgent, clock, log} = options;
  const {timeoutMs = 30_000, deadlineMs = 15 * 60_000, stopWriting = null} = options;
  const scrub = scrubber(credentials);
  const failures = new Failures(scrub);
  const sender = new Sender({
    http: createHttp({baseUrl, authorization: authorization(credentials), maxParallel, userAgent}),
    limit: createLimit(maxParallel),
    breakers: {reads: new Breaker(maxParallel), writes: new Breaker(maxParallel)},
    failures,
    scrub,
    clock,
    log,
    timeoutMs,
    deadline: clock.now() + deadlineMs,
    stopWriting
  });
  const api = {sender, failures};
  return {...bundleEndpoints(api), ...jobSpecEndpoints(api)};
}
