import {setMaxListeners} from 'node:events';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {DEMO_CREDENTIALS, type EmulatorCredentials} from '../../src/emulator/auth.js';
import {whole} from '../../src/emulator/bundles.js';
import type {Behaviour} from '../../src/emulator/behaviour.js';
import type {FaultScript} from '../../src/emulator/faults.js';
import {listed} from '../../src/emulator/job-specs.js';
import {Service} from '../../src/emulator/service.js';
import {Store} from '../../src/emulator/store.js';
import type {Tokens} from '../../src/emulator/tokens.js';
import type {Registry} from '../../src/ports.js';
import {createRegistry, type RegistryOptions} from '../../src/registry/client.js';
import {NoAnswer, type Answer, type Http, type SignedRequest} from '../../src/registry/http.js';
import {VirtualClock} from './virtual-clock.js';

const [ADMIN] = DEMO_CREDENTIALS;

/** A request that the account got. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  /** When it was sent, by the clock. */
  readonly at: number;
  /** null where no answer came. */
  status: number | null;
  /** The scheme of its Authorization header; null where it has none. */
  readonly scheme: string | null;
}

export interface MemoryAccountOptions {
  /** For every request, in milliseconds; 100 unless given. */
  readonly latencyMs?: number;
  /** Called before each request is served, with its number from 1; throws to break the connection. */
  /** Who is let in besides the demo credentials. */
  readonly credentials?: readonly EmulatorCredentials[];
  readonly before?: (request: Seen, number: number) => void;
}

/**
 * The emulator's registry behind the real client, without sockets and with time of its own: for what a deploy does
 * in minutes, in milliseconds.
 */
export class MemoryAccount {
  readonly clock = new VirtualClock();
  readonly requests: Seen[] = [];
  private readonly store: Store;
  private readonly service: Service;
  /** When each installed job spec was last taken off, and for how long the longest time it was. */
  private readonly off = new Map<string, {since: number | null; longest: number}>();

  constructor(private readonly options: MemoryAccountOptions = {}) {
    const {clock} = this;
    this.store = Store.open(
      null,
      () => {
        this.noteTriggers();
      },
      () => clock.now()
    );
    this.service = new Service({
      store: this.store,
      credentials: [...DEMO_CREDENTIALS, ...(options.credentials ?? [])],
      latencyMs: options.latencyMs ?? 100,
      clock,
      log: () => undefined
    });
  }

  behave(switches: Partial<Behaviour>): void {
    this.service.behave(switches);
  }

  script(...faults: readonly FaultScript[]): void {
    for (const fault of faults) this.service.faults.add(fault);
  }

  /** Takes back all faults and switches. */
  calm(): void {
    this.service.calm();
  }

  registry(options: Partial<RegistryOptions> = {}): Registry {
    const deadline = this.clock.now() + 12 * 60_000;
    return createRegistry({
      baseUrl: 'https://acme.zendesk.com',
      credentials: {kind: 'api-token', email: ADMIN.email, apiToken: ADMIN.apiToken},
      maxParallel: 8,
      userAgent: 'zis-bundles/test',
      clock: this.clock,
      log: {debug: () => undefined},
      onSecrets: () => undefined,
      deadline: () => deadline,
      http: this.http(),
      ...options
    });
  }

  /** All registered bundles, as the show endpoint gives them. */
  bundles(): JsonObject[] {
    return this.store.state.bundles.map(whole);
  }

  /** The names of the installed job specs, sorted. */
  installed(): string[] {
    return this.store.state.jobSpecs
      .map(listed)
      .flatMap(({name, installed}) => (installed === true ? [name as string] : []))
      .sort();
  }

  /** The requests that could change something, as `METHOD path` from the integration on. */
  writes(): string[] {
    return this.requests
      .filter(({method}) => method !== 'GET')
      .map(({method, path}) => `${method} ${path.replace('/api/services/zis/registry/', '')}`);
  }

  /** The OAuth tokens that were issued. */
  get tokens(): Tokens {
    return this.service.tokens;
  }

  /** How the requests that were served were signed, in order. */
  signatures(method: string, path: RegExp): (string | null)[] {
    return this.requests
      .filter((request) => request.method === method && path.test(request.path.split('?')[0] ?? ''))
      .filter(({status}) => status !== null && status < 400)
      .map(({scheme}) => scheme);
  }

  /** The longest time in milliseconds that a job spec which had been installed was not, by its name. */
  longestOff(): Map<string, number> {
    return new Map([...this.off].map(([name, {longest}]) => [name, longest]));
  }

  /** Forgets what was requested and for how long triggers were off. */
  forget(): void {
    this.requests.length = 0;
    this.off.clear();
    this.noteTriggers();
  }

  private noteTriggers(): void {
    const now = this.clock.now();
    for (const {integration, name, installed} of this.store.state.jobSpecs) {
      const key = `${integration}/${name}`;
      const known = this.off.get(key);
      if (installed) this.off.set(key, {since: null, longest: known?.longest ?? 0});
      else if (known !== undefined) known.since ??= now;
      const entry = this.off.get(key);
      if (installed && entry !== undefined)
        entry.longest = Math.max(entry.longest, now - (known?.since ?? now));
    }
  }

  private http(): Http {
    return {
      send: (request, timeoutMs, giveUp) => this.send(request, timeoutMs, giveUp)
    };
  }

  private async send(request: SignedRequest, timeoutMs: number, giveUp: AbortSignal | null): Promise<Answer> {
    const {method, path, body, authorization} = request;
    const scheme = authorization?.split(' ')[0] ?? null;
    const seen: Seen = {method, path, at: this.clock.now(), status: null, scheme};
    this.requests.push(seen);
    this.options.before?.(seen, this.requests.length);
    const answered = this.service.answer({
      method,
      url: new URL(`http://memory.invalid${path}`),
      authorization: authorization ?? undefined,
      body: Buffer.from(body ?? ''),
      tooLarge: false
    });
    const late = this.clock.sleep(timeoutMs).then(() => 'late' as const);
    const exchange = await Promise.race([answered, late, abortOf(giveUp)]);
    if (exchange === 'late') throw new NoAnswer(true, `no answer within ${timeoutMs / 1000} s`);
    if (exchange === 'aborted') throw new NoAnswer(true, 'it was called off');
    const {answer, cutAt} = exchange;
    if (answer === null) throw new NoAnswer(true, 'socket hang up, ECONNRESET');
    seen.status = answer.status;
    const bytes = Buffer.from(answer.body);
    return {
      status: answer.status,
      headers: answer.headers,
      body: cutAt === null ? bytes : bytes.subarray(0, cutAt),
      fault: cutAt === null ? null : 'cut'
    };
  }
}

function abortOf(signal: AbortSignal | null): Promise<'aborted'> {
  if (signal !== null) setMaxListeners(0, signal);
  return new Promise((resolve) => {
    signal?.addEventListener('abort', () => {
      resolve('aborted');
    });
  });
}

/** What breaks a connection before it is made, as `before` may throw it. */
export function refusedConnection(): NoAnswer {
  return new NoAnswer(false, 'connect ECONNREFUSED');
}
