import type {IncomingMessage, ServerResponse} from 'node:http';
import {setTimeout as sleep} from 'node:timers/promises';

import {ApiFailure} from './api.js';
import type {ApiReply, Route, Viewer} from './api.js';
import type {Body, Site} from './bodies/common.js';
import type {Fault, FaultPlan} from './faults.js';
import type {TokenGrant} from './records.js';
import {answer, findRoute} from './router.js';
import {ACTIONS_BOT} from './state.js';

/** One request with its answer. */
export interface Exchange {
  readonly method: string;
  /** As it was sent: percent-encoded, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** In lower case, without `authorization`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The request's JSON; text where it is none; undefined where there was no body. */
  readonly body: unknown;
  /** The operation that was served, such as `GET /user`; null for a route that the stand-in does not know. */
  readonly operation: string | null;
  /** null where the connection was broken instead. */
  readonly status: number | null;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody: unknown;
  /** Whether a fault made this answer. */
  readonly scripted: boolean;
}

export interface Service {
  readonly site: Site;
  readonly routes: readonly Route[];
  readonly tokens: Readonly<Record<string, TokenGrant>>;
  readonly faults: FaultPlan;
  readonly record: (exchange: Exchange) => void;
}

/** Answers one request, records it, and lets the planned fault happen. */
export async function serve(
  service: Service,
  incoming: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const method = incoming.method ?? 'GET';
  const url = new URL(incoming.url ?? '/', service.site.apiUrl);
  const text = await readText(incoming);
  const fault = service.faults.take(method, url.pathname);
  if (fault?.delay !== undefined) await sleep(fault.delay, undefined, {ref: false});
  const reply = replyUnder(fault, () => realReply(service, incoming, url, text));
  const headers = reply === null ? {} : replyHeaders(reply);
  service.record({
    method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: shownHeaders(incoming),
    body: shownBody(text),
    operation: findRoute(service.routes, method, url.pathname)?.route.operation ?? null,
    status: reply?.status ?? null,
    responseHeaders: headers,
    responseBody: reply?.body,
    scripted: reply === null || fault?.status !== undefined
  });
  if (reply === null) incoming.socket.destroy();
  else send(response, reply, headers, fault?.cut === true);
}

/** null where the fault breaks the connection instead. */
function replyUnder(fault: Fault | null, real: () => ApiReply): ApiReply | null {
  if (fault?.reset === true || fault?.reset === 'before') return null;
  const reply = scriptedReply(fault) ?? real();
  return fault?.reset === 'after' ? null : reply;
}

function scriptedReply(fault: Fault | null): ApiReply | null {
  if (fault?.status === undefined) return null;
  const {status, headers = {}} = fault;
  const body = fault.body ?? {
    message: `Scripted ${status}`,
    documentation_url: 'https://docs.github.com/rest'
  };
  return {status, body, headers};
}

function realReply(service: Service, incoming: IncomingMessage, url: URL, text: string): ApiReply {
  const {site, routes} = service;
  try {
    if (incoming.headers['user-agent'] === undefined) {
      throw new ApiFailure(403, 'Request forbidden by administrative rules. Please set a User-Agent header.');
    }
    const viewer = viewerOf(service, incoming.headers.authorization);
    const match = findRoute(routes, incoming.method ?? 'GET', url.pathname);
    if (match === null) throw new ApiFailure(404, 'Not Found');
    return answer(match, {site, viewer, url, body: jsonBody(text)});
  } catch (error) {
    if (error instanceof ApiFailure) return error.reply();
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return new ApiFailure(500, `The stand-in failed: ${what}`).reply();
  }
}

function viewerOf({tokens, site}: Service, authorization = ''): Viewer {
  const token = /^(?:token|bearer) +(.+)$/i.exec(authorization)?.[1];
  const grant = token !== undefined && Object.hasOwn(tokens, token) ? tokens[token] : undefined;
  if (grant === undefined) throw new ApiFailure(401, 'Bad credentials');
  const {login = ACTIONS_BOT.login, kind = 'installation', permissions = {}} = grant;
  return {account: site.state.account(login), kind, permissions};
}

function jsonBody(text: string): Body {
  if (text === '') return {};
  const body = shownBody(text);
  if (typeof body === 'string') throw new ApiFailure(400, 'Problems parsing JSON');
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ApiFailure(400, 'Body should be a JSON object');
  }
  return body as Body;
}

function shownBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function shownHeaders({headers}: IncomingMessage): Record<string, string> {
  const shown = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    name === 'authorization' || value === undefined ? [] : [[name, String(value)]]
  );
  return Object.fromEntries(shown);
}

/** The stand-in counts no requests against a limit. */
function replyHeaders({body, headers = {}}: ApiReply): Record<string, string> {
  const type = typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  return {
    ...(body === undefined ? {} : {'content-type': type}),
    'x-github-media-type': 'github.v3; format=json',
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '4999',
    ...headers
  };
}

function send(
  response: ServerResponse,
  {status, body}: ApiReply,
  headers: Record<string, string>,
  cut: boolean
): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  response.writeHead(status, {...headers, 'content-length': bytes.byteLength});
  if (cut) response.write(bytes.subarray(0, bytes.byteLength / 2), () => response.destroy());
  else response.end(bytes);
}

async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
