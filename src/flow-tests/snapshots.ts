import {isObject, setOwn} from '../bundle/json.js';
import type {JsonObject, JsonValue} from '../bundle/json-types.js';
import {replaceSecrets} from '../secrets/find.js';
import type {FlowRun} from '../flow-run/ports.js';
import {callsOf, endResult, outermostVisits} from './run-facts.js';

/** Where the snapshots of a test file are stored. */
export function snapshotPath(testFile: string): string {
  return `${testFile}.snap`;
}

/** What a snapshot holds of a run, without credentials: where it went, how it ended, what it called, and the end document. */
export function snapshotOf(run: FlowRun): JsonObject {
  const {state, status, message, error} = endResult(run);
  return withoutCredentials({
    path: outermostVisits(run).map((visit) => visit.state.name),
    end: {
      status,
      state,
      ...(message === null ? {} : {message}),
      ...(error === null ? {} : {error: {...error}})
    },
    calls: callsOf(run).map(({action, parameters, request}) => ({
      action,
      parameters,
      ...(request === null ? {} : {request: {...request}})
    })),
    slept: Math.round(run.slept * 1e6) / 1e6,
    document: run.end.status === 'succeeded' ? run.end.document : null
  });
}

/** A snapshot is committed: what looks like a credential is not in it, and so not compared. */
function withoutCredentials(object: JsonObject): JsonObject {
  const clean: JsonObject = {};
  for (const [name, member] of Object.entries(object)) setOwn(clean, name, cleanValue(member));
  return clean;
}

function cleanValue(value: JsonValue): JsonValue {
  if (typeof value === 'string') return replaceSecrets(value, [], '•••');
  if (Array.isArray(value)) return value.map(cleanValue);
  return isObject(value) ? withoutCredentials(value) : value;
}

/** Reads a file of snapshots; null when it is none. */
export function readSnapshots(text: string): ReadonlyMap<string, JsonValue> | null {
  try {
    const file = JSON.parse(text) as JsonValue;
    const cases = isObject(file) && file['version'] === 1 ? file['cases'] : undefined;
    return isObject(cases) ? new Map(Object.entries(cases)) : null;
  } catch {
    return null;
  }
}

/** The file of these snapshots, in the order of the cases' names. */
export function snapshotText(snapshots: ReadonlyMap<string, JsonValue>): string {
  const cases: JsonObject = {};
  for (const name of [...snapshots.keys()].sort()) setOwn(cases, name, snapshots.get(name) ?? null);
  return `${JSON.stringify({version: 1, cases}, null, 2)}\n`;
}
