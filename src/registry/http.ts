import * as http from 'node:http';
import * as https from 'node:https';
import {HttpClient} from '@actions/http-client';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path and query, encoded. */
  readonly path: string;
  /** JSON text, or null for a request without a body. */
  readonly body: string | null;
}

/** What came back, whatever its status. */
export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Uint8Array;
  /** `cut`: the connection ended before the body did; `too-large`: the rest was not read. */
  readonly fault: 'cut' | 'too-large' | null;
}

/** No answer came. */
export class NoAnswer extends Error {
  /**
   * @param sent     whether the request may have reached the registry
   * @param timedOut whether it was called off after the time it was given
   */
  constructor(
    readonly sent: boolean,
    message: string,
    readonly timedOut = false
  ) {
    super(message);
  }
}

export interface Http {
  /**
   * Sends one request, once, and reads the whole answer.
   *
   * @param timeoutMs for everything from the connection to the last byte
   * @throws NoAnswer
   */
  send(request: HttpRequest, timeoutMs: number): Promise<Answer>;
}

export interface HttpOptions {
  /** Scheme, host and port, and the path that stands before every request's. */
  readonly baseUrl: string;
  /** The value of the Authorization header. */
  readonly authorization: string;
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
export function createHttp({baseUrl, authorization, maxParallel, userAgent}: HttpOptions): Http {
  const client = new HttpClient(userAgent, [], {
    allowRedirects: false,
    keepAlive: true,
    maxSockets: maxParallel
  });
  const base = new URL(baseUrl);
  const prefix = base.pathname.replace(/\/$/, '');
  const [httpModule, defaultPort] = base.protocol === 'https:' ? [https, 443] : [http, 80];

  return {
    async send({method, path, body}, timeoutMs) {
      const timer = new Timer(timeoutMs);
      try {
        const options: http.RequestOptions = {
          method,
          path: prefix + path,
          headers: {
            accept: 'application/json',
            authorization,
            'user-agent': userAgent,
            ...(body === null ? {} : {'content-type': 'application/json'})
          },
          // Without the brackets of an IPv6 address, which the resolver does not know.
          host: base.hostname.replace(/^\[(.*)\]$/, '$1'),
          port: base.port === '' ? defaultPort : Number(base.port),
          agent: client.getAgent(baseUrl),
          signal: timer.signal
        };
        const response = await client.requestRaw({options, parsedUrl: base, httpModule}, body);
        const answer = await readAnswer(response.message);
        timer.check();
        return answer;
      } catch (error) {
        throw noAnswer(error, timer, timeoutMs);
      } finally {
        timer.stop();
      }
    }
  };
}

async function readAnswer(message: http.IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let size = 0;
  let fault: Answer['fault'] = null;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
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
  return {status: message.statusCode ?? 0, headers: message.headers, body: Buffer.concat(chunks), fault};
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
  'EADDRNOTAVAIL',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
]);

function noAnswer(error: unknown, timer: Timer, timeoutMs: number): NoAnswer {
  if (timer.signal.aborted) return new NoAnswer(true, `no answer within ${timeoutMs / 1000} s`, true);
  const {code, syscall, message} = error as NodeJS.ErrnoException;
  const connecting = syscall === 'connect' || syscall === 'getaddrinfo';
  const sent = !connecting && !NEVER_CONNECTED.has(code ?? '');
  return new NoAnswer(sent, describe(message, code ?? ''));
}

/** Node's messages mostly hold the code; those of TLS do not, and that of several failed addresses is empty. */
function describe(message: string, code: string): string {
  if (message === '' || code === '') return message + code;
  return message.includes(code) ? message : `${message}, ${code}`;
}
