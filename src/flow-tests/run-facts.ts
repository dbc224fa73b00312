import type {JsonNode, JsonValue} from '../bundle/json-types.js';
import type {FlowEnd, FlowRun, Visit} from '../flow-run/ports.js';
import type {State} from '../flow/states.js';
import {quote} from '../words.js';
import type {CallResult, EndResult} from './result.js';

/** A call with the state that made it. */
export interface MadeCall extends CallResult {
  readonly state: State;
}

/** The calls of a run in order, those of iterations too; transformations are none. */
export function callsOf({visits}: FlowRun): MadeCall[] {
  return visits.flatMap(({call}) => {
    if (call === null || call.action.startsWith('zis:common:transform:')) return [];
    const {action, parameters, request, state} = call;
    return [{action, parameters, request, state}];
  });
}

/** The document that `document` looks into: at the end, or on entry to the failing state of the outermost scope. */
export function endDocument({end, visits}: FlowRun): JsonValue | undefined {
  if (end.status === 'succeeded') return end.document;
  return visits.findLast(({map}) => map === null)?.document;
}

/** The visits of the outermost scope, of the last time that the flow was tried. */
export function outermostVisits(run: FlowRun): readonly Visit[] {
  return lastAttempt(run).filter(({map}) => map === null);
}

/** The visits of the last time that the flow was tried. */
export function lastAttempt({visits, attempts}: FlowRun): readonly Visit[] {
  return visits.filter(({attempt}) => attempt === attempts);
}

export function endState(end: FlowEnd): JsonNode | null {
  if (end.status === 'succeeded') return end.state.node;
  return (end.innermost ?? end.state)?.node ?? null;
}

/** How a flow ended, in words: `failed at "Post": Boom: it broke`. */
export function endInWords(end: Exclude<FlowEnd, {status: 'stopped'}>): string {
  if (end.status === 'succeeded') return `succeeded at ${quote(end.state.name)}`;
  const {error, state, innermost} = end;
  const where = state === null ? 'before its first state' : `at ${quote((innermost ?? state).name)}`;
  const about = error.Error === '' ? error.Cause : `${error.Error}: ${error.Cause}`;
  return `failed ${where}: ${cut(about)}`;
}

export function cut(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 299)}…`;
}

/** How a flow ended, as a result tells it; one that a missing mock stopped counts as failed. */
export function endResult({end}: FlowRun): EndResult {
  const state = end.state?.name ?? null;
  if (end.status === 'succeeded') return {state, status: 'succeeded', message: end.message, error: null};
  if (end.status === 'stopped') return {state, status: 'failed', message: null, error: null};
  const {Error, Cause} = end.error;
  return {state, status: 'failed', message: null, error: {Error, Cause}};
}
