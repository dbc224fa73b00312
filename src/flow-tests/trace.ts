import {isObject, own} from '../bundle/json.js';
import type {JsonValue} from '../bundle/json-types.js';
import type {Call, FlowRun, Outcome, Visit} from '../flow-run/ports.js';
import {pathText} from './paths.js';

export type {Outcome} from '../flow-run/ports.js';

/** What a document has that the one before it had not; undefined where something went. */
export interface DocumentChange {
  /** `$.posted.id` */
  readonly path: string;
  readonly value: JsonValue | undefined;
}

/** One state of a run, as a reader follows it. */
export interface TraceStep {
  readonly state: string;
  readonly type: string;
  /** How many Maps it is within. */
  readonly depth: number;
  /** Which item of the innermost Map, from 0; null in the definition. */
  readonly item: number | null;
  /** How the document on entry differs from the one before; for the first state, the whole document. */
  readonly changes: readonly DocumentChange[];
  readonly call: Call | null;
  readonly outcome: Outcome | null;
  /** Of a failure: what is thrown, whether it is caught or not. */
  readonly error: {readonly Error: string; readonly Cause: string} | null;
  /** In seconds. */
  readonly slept: number;
  /** The name of the state that follows; null where the scope ends. */
  readonly next: string | null;
  /** Why that one: as `next`, `choice`, `default` or `catch`; null where the scope ends. */
  readonly by: 'next' | 'choice' | 'default' | 'catch' | null;
  /** The line of the state in the bundle, as an offset. */
  readonly start: number;
}

/** More changes of one document are not told apart. */
const MOST_CHANGES = 6;
/** So far down a document's changes are told apart. */
const DEPTH = 3;

/** A run as its steps. */
export function traceOf({visits}: FlowRun): TraceStep[] {
  return visits.map((visit, index) => {
    const {state, call, outcome, error, left, slept, item} = visit;
    return {
      state: state.name,
      type: state.type,
      depth: depthOf(visit, visits),
      item,
      changes: changesOf(before(visit, index, visits), visit.document),
      call,
      outcome,
      error: error === null ? null : {Error: error.Error, Cause: error.Cause},
      slept,
      next: left?.to ?? null,
      by: left?.kind ?? null,
      start: state.node.start
    };
  });
}

function depthOf({map}: Visit, visits: readonly Visit[]): number {
  let depth = 0;
  for (let outer = map; outer !== null; outer = visits[outer]?.map ?? null) depth += 1;
  return depth;
}

/** The document on entry to the state before in the same iteration; undefined for its first state. */
function before(visit: Visit, index: number, visits: readonly Visit[]): JsonValue | undefined {
  for (let at = index - 1; at >= 0; at -= 1) {
    const other = visits[at];
    if (other === undefined || other.attempt !== visit.attempt) return undefined;
    if (other.map === visit.map && other.item === visit.item) return other.document;
    if (at === visit.map) return undefined;
  }
  return undefined;
}

function changesOf(from: JsonValue | undefined, to: JsonValue): DocumentChange[] {
  if (from === undefined) return [{path: '$', value: to}];
  const changes: DocumentChange[] = [];
  compare(from, to, []);
  return changes;

  function compare(one: JsonValue | undefined, other: JsonValue | undefined, path: readonly string[]): void {
    if (one === other || changes.length >= MOST_CHANGES) return;
    if (isObject(one) && isObject(other) && path.length < DEPTH) {
      for (const name of new Set([...Object.keys(one), ...Object.keys(other)]))
        compare(own(one, name), own(other, name), [...path, name]);
    } else if (JSON.stringify(one) !== JSON.stringify(other)) {
      changes.push({path: pathText('$', path), value: other});
    }
  }
}
