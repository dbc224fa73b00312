import type {JsonObject} from '../bundle/json-types.js';
import {isObject} from '../bundle/objects.js';
import {messageOf} from '../errors.js';
import {json, noContent, text, type Answer} from './answers.js';
import {DEFAULT_BEHAVIOUR, switchesIn} from './behaviour.js';
import type {Fault, FaultScript} from './faults.js';
import type {Request, RequestRecord} from './request-record.js';
import type {Service} from './service.js';

/** Below this path a test that runs the emulator as a process scripts faults and reads what was requested. */
export const CONTROL_PATH = '/__emulator/';

/**
 * `POST faults` (one fault script, or an array of them, as JSON; an expression for the path goes into
 * `match.pathPattern`), `DELETE faults`, `POST behaviour` (some switches as a JSON object), `GET behaviour`,
 * `DELETE behaviour`, `GET requests`.
 */
export function control(request: Request, service: Service, requests: readonly RequestRecord[]): Answer {
  const {faults} = service;
  switch (`${request.method} ${request.url.pathname.slice(CONTROL_PATH.length)}`) {
    case 'POST faults':
      return carryOut(request.body, (data) => {
        const scripts = (Array.isArray(data) ? data : [data]).map(scriptOf);
        for (const script of scripts) faults.add(script);
      });
    case 'DELETE faults':
      faults.clear();
      return noContent;
    case 'POST behaviour':
      return carryOut(request.body, (data) => {
        service.behave(switchesIn(data));
      });
    case 'GET behaviour':
      return json(200, {...service.behaviour} as JsonObject);
    case 'DELETE behaviour':
      service.behave(DEFAULT_BEHAVIOUR);
      return noContent;
    case 'GET requests':
      return json(
        200,
        requests.map((record) => ({...record}))
      );
    default:
      return text(
        404,
        'faults (POST, DELETE), behaviour (POST, GET, DELETE) and requests (GET) are what there is here.\n'
      );
  }
}

/** What is asked for as JSON; a fault in it is said. */
function carryOut(body: Uint8Array, act: (data: unknown) => void): Answer {
  try {
    act(JSON.parse(new TextDecoder().decode(body)));
    return noContent;
  } catch (error) {
    return text(400, `${messageOf(error)}\n`);
  }
}

/** Which fields each kind of fault needs, and of which type. */
const REQUIRED: Readonly<Record<Fault['kind'], Readonly<Record<string, 'string' | 'number'>>>> = {
  status: {status: 'number'},
  delay: {ms: 'number'},
  reset: {when: 'string'},
  truncate: {bytes: 'number'},
  redirect: {to: 'string'},
  body: {body: 'string'}
};

function scriptOf(data: unknown): FaultScript {
  if (!isObject(data) || !isObject(data.fault)) throw new Error('A fault script is an object with a fault.');
  const {fault, times, match = {}} = data;
  const kind = Object.keys(REQUIRED).find((known): known is Fault['kind'] => known === fault.kind);
  if (kind === undefined) throw new Error(`fault.kind is one of ${Object.keys(REQUIRED).join(', ')}.`);
  for (const [field, type] of Object.entries(REQUIRED[kind])) {
    if (typeof fault[field] !== type) throw new Error(`A ${kind} fault needs ${field}, a ${type}.`);
  }
  if (times !== undefined && typeof times !== 'number') throw new Error('times is a number.');
  if (!isObject(match)) throw new Error('match is an object.');
  const {pathPattern, ...conditions} = match;
  const path = typeof pathPattern === 'string' ? {path: new RegExp(pathPattern)} : {};
  return {fault: fault as Fault, match: {...conditions, ...path}, ...(times === undefined ? {} : {times})};
}
