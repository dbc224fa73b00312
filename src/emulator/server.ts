import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {setTimeout as wait} from 'node:timers/promises';
import {messageOf} from '../errors.js';
import type {Clock} from '../ports.js';
import {json, serverError, text, type Answer} from './answers.js';
import type {EmulatorCredentials} from './auth.js';
import {CONTROL_PATH, control} from './control.js';
import type {Fault, Faults} from './faults.js';
import {serve, type Request} from './routes.js';
import type {Store} from './store.js';

/** A request that was served; without headers and body, which may hold secrets. */
export interface RequestRecord {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** null until it is answered, and for good when the connection was broken instead. */
  readonly status: number | null;
  /** When it arrived, in milliseconds since the epoch. */
  readonly at: number;
  /** How many requests were being served when it arrived, itself included. */
  readonly inFlight: number;
  /** Which connection it came over, counted from 1. */
  readonly connection: number;
}

/** A record whose status is still to come. */
type OpenRecord = {-readonly [K in keyof RequestRecord]: RequestRecord[K]};

/** A request whose body may have been forgotten for its size. */
interface ReadRequest extends Request {
  readonly tooLarge: boolean;
}

export interface ServerParts {
  readonly store: Store;
  readonly credentials: readonly EmulatorCredentials[];
  readonly faults: Faults;
  /** For every request, in milliseconds. */
  readonly latencyMs: number;
  readonly clock: Pick<Clock, 'now' | 'sleep'>;
  readonly log: (line: string) => void;
}

/** 413 above this; real bundles are some 10 to 50 KB. */
const LARGEST_BODY = 10 * 1024 * 1024;

/** A process that runs for weeks must not grow by its own diary. */
const MOST_RECORDS = 10_000;

/** The emulator's HTTP side: reads requests, plays the scripted faults, writes answers and keeps a record. */
export class EmulatorServer {
  readonly server: Server;
  readonly requests: OpenRecord[] = [];
  private inFlight = 0;
  private connections = 0;
  private readonly numbers = new WeakMap<object, number>();

  constructor(private readonly parts: ServerParts) {
    this.server = createServer((request, response) => {
      this.handle(request, response).catch((error: unknown) => {
        parts.log(`internal: ${messageOf(error)}`);
        response.destroy();
      });
    });
  }

  private async handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(message);
    if (request.url.pathname.startsWith(CONTROL_PATH)) {
      write(
        response,
        fromThisMachine(message) ? control(request, this.parts.faults, this.requests) : FORBIDDEN
      );
      return;
    }
    const record = this.record(message);
    this.inFlight++;
    try {
      await this.play(request, record, response);
    } finally {
      this.inFlight--;
    }
    this.parts.log(`${record.method} ${record.path} ${record.status ?? 'connection broken'}`);
  }

  private async play(request: ReadRequest, record: OpenRecord, response: ServerResponse): Promise<void> {
    const {latencyMs, clock, faults} = this.parts;
    const fault = faults.next(request.method, request.url.pathname + request.url.search);
    const delay = latencyMs + (fault?.kind === 'delay' ? fault.ms : 0);
    if (delay > 0) await clock.sleep(delay);
    const broken = fault?.kind === 'reset' ? fault.when : null;
    const answer = broken === 'before' ? null : (replacement(fault) ?? this.process(request));
    if (answer === null || broken !== null) {
      response.socket?.resetAndDestroy();
      return;
    }
    record.status = answer.status;
    if (fault?.kind === 'truncate') writeCut(response, answer, fault.bytes);
    else write(response, fault?.kind === 'body' ? withBody(answer, fault) : answer);
  }

  private process(request: ReadRequest): Answer {
    if (request.tooLarge) return json(413, {message: 'Request Entity Too Large'});
    try {
      return serve(this.parts.store, this.parts.credentials, request);
    } catch (error) {
      this.parts.log(`internal: ${messageOf(error)}`);
      return serverError('internal error');
    }
  }

  private record(message: IncomingMessage): OpenRecord {
    const {method = '', url = '', socket} = message;
    const connection = this.numbers.get(socket) ?? ++this.connections;
    this.numbers.set(socket, connection);
    const at = this.parts.clock.now();
    const record: OpenRecord = {method, path: url, status: null, at, inFlight: this.inFlight + 1, connection};
    this.requests.push(record);
    if (this.requests.length > MOST_RECORDS) this.requests.shift();
    return record;
  }
}

/** Real time; what still sleeps when the emulator closes is woken. */
export function realClock(closing: AbortSignal): Pick<Clock, 'now' | 'sleep'> {
  return {
    now: () => Date.now(),
    sleep: async (milliseconds) => {
      await wait(milliseconds, undefined, {signal: closing}).catch(() => undefined);
    }
  };
}

const FORBIDDEN = text(403, 'Only this machine may script the emulator.\n');

function fromThisMachine({socket}: IncomingMessage): boolean {
  return /^(?:::1$|(?:::ffff:)?127\.)/.test(socket.remoteAddress ?? '');
}

/** A body over the limit is read to its end and forgotten: breaking off would hide the answer. */
async function readRequest(message: IncomingMessage): Promise<ReadRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  const {method = '', url = '', headers} = message;
  return {
    method,
    url: new URL(`http://emulator.invalid${url.startsWith('/') ? url : '/'}`),
    authorization: headers.authorization,
    body: Buffer.concat(chunks),
    tooLarge: size > LARGEST_BODY
  };
}

/** The answer of a fault that keeps the request from being processed. */
function replacement(fault: Fault | null): Answer | null {
  if (fault?.kind === 'redirect')
    return {status: fault.status ?? 302, headers: {location: fault.to}, body: ''};
  if (fault?.kind !== 'status') return null;
  const {status, body = '', headers = {}, contentType} = fault;
  return {status, headers: {...headers, ...typeHeader(contentType)}, body};
}

function withBody(answer: Answer, fault: Fault & {kind: 'body'}): Answer {
  return {...answer, body: fault.body, headers: {...answer.headers, ...typeHeader(fault.contentType)}};
}

function typeHeader(contentType: string | undefined): Record<string, string> {
  return contentType === undefined ? {} : {'content-type': contentType};
}

function write(response: ServerResponse, {status, headers, body}: Answer): void {
  const length = status === 204 ? {} : {'content-length': Buffer.byteLength(body)};
  response.writeHead(status, {...headers, ...length});
  response.end(status === 204 ? undefined : body);
}

function writeCut(response: ServerResponse, answer: Answer, bytes: number): void {
  const body = Buffer.from(answer.body, 'utf8');
  response.writeHead(answer.status, {...answer.headers, 'content-length': body.byteLength});
  response.write(body.subarray(0, bytes), () => response.destroy());
}
