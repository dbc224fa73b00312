import * as http from 'node:http';
import * as https from 'node:https';
import type {Transform} from 'node:stream';
import {createBrotliDecompress, createGunzip, createInflate} from 'node:zlib';
import {HttpClient} from '@actions/http-client';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path and query, encoded. */
  readonly path: string;
  /** JSON text, or null for a request without a body. */
  readonly body: string | null;
}

/** With the value of its Authorization header; null for none. */
export interface SignedRequest extends HttpRequest {
  readonly authorization: string | null;
}

/** What came back, whatever its status. */
export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** Decoded; empty where its content encoding is unknown. */
  readonly body: Uint8Array;
  /**
   * `cut`: the connection, or what was compressed, ended before the body did; `too-large`: the rest was not read;
   * `encoding`: a content encoding that was not asked for.
   */
  readonly fault: 'cut' | 'too-large' | 'encoding' | null;
}

/** No answer came. */
export class NoAnswer extends Error {
  /**
   * @param sent    whether the request may have reached the registry
   * @param forGood whether it would be the same however often it is tried
   */
  constructor(
    readonly sent: boolean,
    message: string,
    readonly forGood = false
  ) {
    super(message);
  }
}

export interface Http {
  /**
   * Sends one request, once, and reads the whole answer.
   *
   * @param timeoutMs for everything from the connection to the last byte
   * @param giveUp    calls it off when it is given; null where nothing does
   * @throws NoAnswer
   */
  send(request: SignedRequest, timeoutMs: number, giveUp: AbortSignal | null): Promise<Answer>;
}

export interface HttpOptions {
  /** Scheme, host and port, and the path that stands before every request's. */
  readonly baseUrl: string;
  readonly maxParallel: number;
  readonly userAgent: string;
}

/** Far above any page of 100 summaries or any bundle (which are some 10 to 50 KB). */
const LARGEST_BODY = 20 * 1024 * 1024;

/**
 * Requests to one origin over one keep-alive client, through the proxy of the environment as
 * @actions/http-client honours it. The raw request is used, not the client's own loop: that one follows
 * redirects, and knows an idle timeout only and no way to call a request off.
 */
export function createHttp({baseUrl, maxParallel, userAgent}: HttpOptions): Http {
  const client = new HttpClient(userAgent, [], {
    allowRedirects: false,
    keepAlive: true,
    maxSockets: maxParallel
  });
  const base = new URL(baseUrl);
  const prefix = base.pathname.replace(/\/$/, '');
  const [httpModule, defaultPort] = base.protocol === 'https:' ? [https, 443] : [http, 80];

  return {
    async send({method, path, body, authorization}, timeoutMs, giveUp) {
      const timer = new Timer(timeoutMs);
      try {
        const options: http.RequestOptions = {
          method,
          path: prefix + path,
          headers: {
            accept: 'application/json',
            'accept-encoding': 'gzip, br',
            ...(authorization === null ? {} : {authorization}),
            'user-agent': userAgent,
            ...(body === null ? {} : {'content-type': 'application/json'})
          },
          // Without the brackets of an IPv6 address, which the resolver does not know.
          host: base.hostname.replace(/^\[(.*)\]$/, '$1'),
          port: base.port === '' ? defaultPort : Number(base.port),
          agent: client.getAgent(baseUrl),
          signal: giveUp === null ? timer.signal : AbortSignal.any([timer.signal, giveUp])
        };
        const response = await client.requestRaw({options, parsedUrl: base, httpModule}, body);
        const answer = await readAnswer(response.message);
        timer.check();
        return answer;
      } catch (error) {
        if (giveUp?.aborted === true) throw new NoAnswer(true, 'it was called off');
        throw noAnswer(error, timer, timeoutMs);
      } finally {
        timer.stop();
      }
    }
  };
}

async function readAnswer(message: http.IncomingMessage): Promise<Answer> {
  const {statusCode: status = 0, headers} = message;
  const decoded = decodedBody(message);
  if (decoded === null) {
    message.resume();
    return {status, headers, body: new Uint8Array(), fault: 'encoding'};
  }
  const chunks: Buffer[] = [];
  let size = 0;
  let fault: Answer['fault'] = null;
  try {
    for await (const chunk of decoded as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > LARGEST_BODY) {
        fault = 'too-large';
        break;
      }
      chunks.push(chunk);
    }
  } catch {
    // The status is known by now and counts, whatever becomes of the body.
    fault = 'cut';
  }
  if (fault !== null) message.destroy();
  return {status, headers, body: Buffer.concat(chunks), fault};
}

/** The body without its content encoding; null for one that is not known. */
function decodedBody(message: http.IncomingMessage): NodeJS.ReadableStream | null {
  const encoding = (message.headers['content-encoding'] ?? '').trim().toLowerCase();
  switch (encoding) {
    case '':
    case 'identity':
      return message;
    case 'gzip':
    case 'x-gzip':
      return through(message, createGunzip());
    case 'deflate':
      return through(message, createInflate());
    case 'br':
      return through(message, createBrotliDecompress());
    default:
      return null;
  }
}

/** A body that ends too early must end the reading of it, too: pipe alone does not pass that on. */
function through(message: http.IncomingMessage, decoder: Transform): NodeJS.ReadableStream {
  message.on('error', (error) => decoder.destroy(error));
  message.on('aborted', () => decoder.destroy(new Error('the connection was broken')));
  return message.pipe(decoder);
}

/** Calls a request off after so many milliseconds. */
class Timer {
  private readonly controller = new AbortController();
  private readonly handle: NodeJS.Timeout;

  constructor(milliseconds: number) {
    this.handle = setTimeout(() => {
      this.controller.abort();
    }, milliseconds);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** An answer whose body the time cut off is none. */
  check(): void {
    this.signal.throwIfAborted();
  }

  stop(): void {
    clearTimeout(this.handle);
  }
}

/** Errors of node's that leave no doubt: no connection, so nothing was sent. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL'
]);

/** Certificates that are not trusted: nothing was sent, and asking again would not change it. */
const NOT_TRUSTED = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
]);

function noAnswer(error: unknown, timer: Timer, timeoutMs: number): NoAnswer {
  if (timer.signal.aborted) return new NoAnswer(true, `no answer within ${Math.round(timeoutMs) / 1000} s`);
  const {code = '', syscall, message} = error as NodeJS.ErrnoException;
  if (NOT_TRUSTED.has(code)) return new NoAnswer(false, describe(message, code), true);
  const connecting = syscall === 'connect' || syscall === 'getaddrinfo';
  return new NoAnswer(!connecting && !NEVER_CONNECTED.has(code), describe(message, code));
}

/** Node's messages mostly hold the code; those of TLS do not, and that of several failed addresses is empty. */
function describe(message: string, code: string): string {
  if (message === '' || code === '') return message + code;
  return message.includes(code) ? message : `${message}, ${code}`;
}
