import {once} from 'node:events';
import type {AddressInfo} from 'node:net';
import type {JsonObject} from '../bundle/json-types.js';
import {UserError, messageOf} from '../errors.js';
import type {Clock} from '../ports.js';
import {DEMO_CREDENTIALS, type EmulatorCredentials} from './auth.js';
import type {Behaviour} from './behaviour.js';
import {whole} from './bundles.js';
import type {FaultScript} from './faults.js';
import {listed} from './job-specs.js';
import type {RequestRecord} from './request-record.js';
import {EmulatorServer, realClock} from './server.js';
import {Service} from './service.js';
import {EMPTY_STATE} from './state.js';
import {Store} from './store.js';
import type {Tokens} from './tokens.js';

export {DEMO_CREDENTIALS, type EmulatorCredentials} from './auth.js';
export type {Tokens} from './tokens.js';
export type {Behaviour, Budget} from './behaviour.js';
export type {Fault, FaultMatch, FaultScript} from './faults.js';
export type {RequestRecord} from './request-record.js';

export interface EmulatorOptions {
  /** 0, the default, takes any free one. */
  readonly port?: number;
  /** 127.0.0.1 unless given. */
  readonly host?: string;
  /** A folder that keeps the bundles over a restart; in memory only when left out. */
  readonly dataDir?: string;
  /** Added to every request, in milliseconds. */
  readonly latencyMs?: number;
  /** Who is let in: DEMO_CREDENTIALS unless given. */
  readonly credentials?: readonly EmulatorCredentials[];
  /** Real time unless given. */
  readonly clock?: Pick<Clock, 'now' | 'sleep'>;
  /** Called after every change of what is registered. */
  readonly onChange?: () => void;
  /** Gets one line a request, without secrets. */
  readonly log?: (line: string) => void;
}

export interface RegistryEmulator {
  /** The base URL, without a trailing slash: a `registry-url`. */
  readonly url: string;
  /** What was requested, in order of arrival; the last 10,000. */
  readonly requests: readonly RequestRecord[];
  /** All registered bundles, as the show endpoint gives them. */
  bundles(): JsonObject[];
  /** All job specs, as the list endpoint gives them. */
  jobSpecs(): JsonObject[];
  /** The OAuth tokens that were issued. */
  readonly tokens: Tokens;
  /** Makes coming requests go wrong. */
  script(...faults: readonly FaultScript[]): void;
  /** Sets some of the switches of how the registry acts. */
  behave(switches: Partial<Behaviour>): void;
  /** Back to an empty registry without faults, switches, tokens and records; a data folder is emptied too. */
  reset(): void;
  /** Breaks what is still open. */
  close(): Promise<void>;
}

/**
 * A ZIS Registry on this machine: the bundle and job spec endpoints, and those for OAuth tokens, with the behaviour that is documented or
 * was observed. For demos, tests and trials; it knows one account.
 *
 * @throws UserError `invalid-inputs` when the data cannot be used or the port cannot be opened
 */
export async function startRegistryEmulator(options: EmulatorOptions = {}): Promise<RegistryEmulator> {
  const {
    port = 0,
    host = '127.0.0.1',
    dataDir = null,
    latencyMs = 0,
    credentials = DEMO_CREDENTIALS
  } = options;
  const closing = new AbortController();
  const {clock = realClock(closing.signal), log = () => undefined} = options;
  const store = Store.open(dataDir, options.onChange, () => clock.now());
  const service = new Service({store, credentials, latencyMs, clock, log});
  const {server, requests} = new EmulatorServer({service, clock, log});
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new UserError(
      'invalid-inputs',
      `The emulator cannot listen on ${host}, port ${port}: ${messageOf(error)}.`,
      'Choose another port, or 0 for any free one.'
    );
  }
  return {
    url: urlOf(server.address() as AddressInfo),
    requests,
    tokens: service.tokens,
    bundles: () => store.state.bundles.map(whole),
    jobSpecs: () => store.state.jobSpecs.map(listed),
    script: (...scripts) => {
      for (const script of scripts) service.faults.add(script);
    },
    behave: (switches) => {
      service.behave(switches);
    },
    reset: () => {
      store.commit(EMPTY_STATE);
      service.calm();
      service.tokens.forget();
      requests.length = 0;
    },
    close: async () => {
      if (closing.signal.aborted) return;
      closing.abort();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    }
  };
}

function urlOf({address, family, port}: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
