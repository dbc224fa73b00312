import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {setTimeout as wait} from 'node:timers/promises';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {messageOf} from '../errors.js';
import type {Clock} from '../ports.js';
import {text, type Answer} from './answers.js';
import {CONTROL_PATH, control} from './control.js';
import type {Request, RequestRecord} from './request-record.js';
import type {Service} from './service.js';

/** A record whose status is still to come. */
type OpenRecord = {-readonly [K in keyof RequestRecord]: RequestRecord[K]};

export interface ServerParts {
  readonly service: Service;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: (line: string) => void;
}

/** 413 above this; real bundles are some 10 to 50 KB. */
const LARGEST_BODY = 10 * 1024 * 1024;

/** How many requests are kept for reading back: the oldest go first, so that memory stays bounded. */
const MOST_RECORDS = 10_000;

/** The emulator's HTTP side: reads requests, writes answers and keeps a record. */
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
        fromThisMachine(message) ? control(request, this.parts.service, this.requests) : FORBIDDEN
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

  private async play(request: Request, record: OpenRecord, response: ServerResponse): Promise<void> {
    const {service} = this.parts;
    const {answer, cutAt} = await service.answer(request);
    if (answer === null) {
      response.socket?.resetAndDestroy();
      return;
    }
    record.status = answer.status;
    write(response, answer, {encoding: service.behaviour.encoding, cutAt});
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

/** Real time; a sleep ends when the emulator closes. */
export function realClock(closing: AbortSignal): Pick<Clock, 'now' | 'sleep'> {
  return {
    now: () => Math.round(performance.timeOrigin + performance.now()),
    sleep: async (milliseconds) => {
      await wait(milliseconds, undefined, {signal: closing}).catch(() => undefined);
    }
  };
}

const FORBIDDEN = text(403, 'Only this machine may script the emulator.\n');

function fromThisMachine({socket}: IncomingMessage): boolean {
  return /^(?:::1$|(?:::ffff:)?127\.)/.test(socket.remoteAddress ?? '');
}

/** A body over the limit is read to its end and dropped: the client could not read the answer otherwise. */
async function readRequest(message: IncomingMessage): Promise<Request> {
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

interface Writing {
  readonly encoding?: 'gzip' | 'br' | null;
  /** After how many bytes of the body the connection breaks; null for a whole answer. */
  readonly cutAt?: number | null;
}

function write(
  response: ServerResponse,
  {status, headers, body}: Answer,
  {encoding = null, cutAt = null}: Writing = {}
): void {
  if (status === 204) {
    response.writeHead(status, headers).end();
    return;
  }
  const coded = encoding !== null && body !== '';
  const bytes = coded ? compressed(body, encoding) : Buffer.from(body, 'utf8');
  response.writeHead(status, {
    ...headers,
    ...(coded ? {'content-encoding': encoding} : {}),
    'content-length': bytes.byteLength
  });
  if (cutAt === null) response.end(bytes);
  else response.write(bytes.subarray(0, cutAt), () => response.destroy());
}

function compressed(body: string, encoding: 'gzip' | 'br'): Buffer {
  return encoding === 'gzip' ? gzipSync(body) : brotliCompressSync(body);
}
