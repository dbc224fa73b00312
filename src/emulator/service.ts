import {messageOf} from '../errors.js';
import type {Clock} from '../ports.js';
import {json, serverError, text, type Answer} from './answers.js';
import type {EmulatorCredentials} from './auth.js';
import {DEFAULT_BEHAVIOUR, Meter, type Behaviour} from './behaviour.js';
import {Faults, type Fault} from './faults.js';
import type {Request} from './request-record.js';
import {serve} from './routes.js';
import type {Store} from './store.js';
import {Tokens} from './tokens.js';

/** What comes of a request. */
export interface Exchange {
  /** null where the connection breaks instead. */
  readonly answer: Answer | null;
  /** After how many bytes of its body the answer breaks off; null for a whole one. */
  readonly cutAt: number | null;
}

export interface ServiceParts {
  readonly store: Store;
  readonly credentials: readonly EmulatorCredentials[];
  /** For every request, in milliseconds. */
  readonly latencyMs: number;
  readonly clock: Pick<Clock, 'now' | 'sleep'>;
  readonly log: (line: string) => void;
}

/** The registry behind HTTP: what becomes of a request, its faults and the registry's behaviour included. */
export class Service {
  readonly faults = new Faults();
  readonly tokens: Tokens;
  private switches = DEFAULT_BEHAVIOUR;
  private meter = new Meter();

  constructor(private readonly parts: ServiceParts) {
    this.tokens = new Tokens(() => parts.clock.now());
  }

  get behaviour(): Behaviour {
    return this.switches;
  }

  /** Sets some of the switches. A budget that is set begins anew. */
  behave(switches: Partial<Behaviour>): void {
    this.switches = {...this.switches, ...switches};
    this.meter = new Meter();
  }

  /** Takes back all faults and switches. */
  calm(): void {
    this.faults.clear();
    this.behave(DEFAULT_BEHAVIOUR);
  }

  /** Answers a request when its time has come. */
  async answer(request: Request): Promise<Exchange> {
    const refusal = this.refusal(request);
    const fault = this.faults.next(request.method, request.url.pathname + request.url.search);
    const late = lateness(fault);
    await this.wait(this.parts.latencyMs + late.before);
    const broken = fault?.kind === 'reset' ? fault.when : null;
    if (broken === 'before') return BROKEN;
    const answer = refusal ?? replacement(fault) ?? this.process(request);
    await this.wait(late.after);
    if (broken === 'after') return BROKEN;
    return {
      answer: fault?.kind === 'body' ? withBody(answer, fault) : answer,
      cutAt: fault?.kind === 'truncate' ? fault.bytes : null
    };
  }

  private async wait(milliseconds: number): Promise<void> {
    if (milliseconds > 0) await this.parts.clock.sleep(milliseconds);
  }

  /** What a request meets before it comes to the registry: the budget of its account, or a firewall. */
  private refusal({body}: Request): Answer | null {
    const {budget, firewall} = this.switches;
    const wait = budget === null ? 0 : this.meter.take(budget, this.parts.clock.now());
    if (budget !== null && wait > 0) return tooMany(wait, budget.tell);
    const blocked = firewall !== null && body.byteLength > 0 && Buffer.from(body).includes(firewall);
    return blocked ? BLOCKED : null;
  }

  private process(request: Request): Answer {
    if (request.tooLarge) return json(413, {message: 'Request Entity Too Large'});
    try {
      const {store, credentials} = this.parts;
      return serve({store, behaviour: this.switches, tokens: this.tokens}, credentials, request);
    } catch (error) {
      this.parts.log(`internal: ${messageOf(error)}`);
      return serverError('internal error');
    }
  }
}

const BROKEN: Exchange = {answer: null, cutAt: null};

/** How many milliseconds later than usual the request is processed, and how many after that it is answered. */
function lateness(fault: Fault | null): {readonly before: number; readonly after: number} {
  if (fault?.kind !== 'delay') return {before: 0, after: 0};
  return fault.when === 'after' ? {before: 0, after: fault.ms} : {before: fault.ms, after: 0};
}

/** As a web application firewall ahead of an API answers: the API is never asked. */
const BLOCKED: Answer = {
  status: 403,
  headers: {'content-type': 'text/html; charset=UTF-8'},
  body: '<!DOCTYPE html><html><head><title>Attention Required!</title></head><body><h1>Sorry, you have been blocked</h1></body></html>'
};

function tooMany(waitMs: number, tell: 'retry-after' | 'ratelimit-reset' | 'nothing'): Answer {
  const answer = text(429, 'Too Many Requests');
  if (tell === 'nothing') return answer;
  return {...answer, headers: {...answer.headers, [tell]: String(Math.ceil(waitMs / 1000))}};
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
