import {sortKeys} from '../bundle/canonical.js';
import type {JsonValue} from '../bundle/json-types.js';
import {isObject} from '../bundle/json.js';
import {readState, retarget, startOf, statesOf, type Edge} from './flow.js';
import {changesBetween, without, type PropertyChange} from './json-diff.js';

export type Change = 'added' | 'removed' | 'changed' | 'renamed' | 'same';

export interface EdgeDiff extends Edge {
  readonly change: 'added' | 'removed' | 'same';
}

export interface StateDiff {
  readonly name: string;
  /** The name on the registered side, when the state was renamed. */
  readonly was: string | null;
  readonly type: string;
  readonly change: Change;
  /** What changed in a state that both sides have, its iterator left out. */
  readonly properties: readonly PropertyChange[];
  readonly edges: readonly EdgeDiff[];
  /** The iterator of a Map state. */
  readonly inner: FlowDiff | null;
}

/** Two versions of a flow (or of a Map's iterator) as one: everything that either side has, with its change. */
export interface FlowDiff {
  readonly start: readonly EdgeDiff[];
  /** From the start along the transitions; then those that nothing leads to; then the removed ones. */
  readonly states: readonly StateDiff[];
  /** What changed beside states and start. */
  readonly properties: readonly PropertyChange[];
}

/**
 * Compares two flow definitions state by state. Any JSON will do: what is no flow has no states.
 *
 * @param old undefined for a flow that is new
 * @param now undefined for a flow that is deleted
 */
export function diffFlows(old: JsonValue | undefined, now: JsonValue | undefined): FlowDiff {
  const oldStates = statesOf(old);
  const newStates = statesOf(now);
  const renames = renamesBetween(oldStates, newStates);
  const before = new Map(
    [...oldStates].map(([name, body]) => [renames.get(name) ?? name, {name, body: retarget(body, renames)}])
  );
  const states = [...inOrder(now, newStates), ...[...before.keys()].filter((name) => !newStates.has(name))];
  return {
    start: diffEdges(startEdges(retarget(old ?? null, renames)), startEdges(now ?? null)),
    states: states.map((name) => diffState(name, before.get(name), newStates.get(name))),
    properties:
      old === undefined || now === undefined
        ? []
        : changesBetween(without(old, FLOW_PARTS), without(now, FLOW_PARTS))
  };
}

/** Whether anything in the flow differs. */
export function hasChanges(flow: FlowDiff): boolean {
  return (
    flow.properties.length > 0 ||
    flow.start.some(({change}) => change !== 'same') ||
    flow.states.some((state) => state.change !== 'same' || (state.inner !== null && hasChanges(state.inner)))
  );
}

const FLOW_PARTS: readonly string[] = ['StartAt', 'States'];

function diffState(
  name: string,
  was: {name: string; body: JsonValue} | undefined,
  now: JsonValue | undefined
): StateDiff {
  const old = was?.body;
  const properties =
    old === undefined || now === undefined
      ? []
      : changesBetween(without(old, ['Iterator']), without(now, ['Iterator']));
  const oldInner = isObject(old) ? old['Iterator'] : undefined;
  const newInner = isObject(now) ? now['Iterator'] : undefined;
  return {
    name,
    was: was !== undefined && was.name !== name ? was.name : null,
    type: readState(name, now ?? old ?? null).type,
    change: changeOf(was?.name === name, old, now, properties),
    properties,
    edges: diffEdges(readState(name, old ?? null).edges, readState(name, now ?? null).edges),
    inner: isObject(oldInner) || isObject(newInner) ? diffFlows(oldInner, newInner) : null
  };
}

function changeOf(
  sameName: boolean,
  old: JsonValue | undefined,
  now: JsonValue | undefined,
  properties: readonly PropertyChange[]
): Change {
  if (old === undefined) return 'added';
  if (now === undefined) return 'removed';
  if (!sameName) return 'renamed';
  return properties.length > 0 ? 'changed' : 'same';
}

/** Old name → new name of the states that vanished from one name and appeared, alike, under one other. */
export function renamesBetween(
  old: ReadonlyMap<string, JsonValue>,
  now: ReadonlyMap<string, JsonValue>,
  bodyOf: (value: JsonValue) => JsonValue = (value) => value
): Map<string, string> {
  const identify = ([name, body]: [string, JsonValue]) => ({
    name,
    id: JSON.stringify(sortKeys(bodyOf(body)))
  });
  const gone = [...old].filter(([name]) => !now.has(name)).map(identify);
  const come = [...now].filter(([name]) => !old.has(name)).map(identify);
  const goneBy = groupById(gone);
  const comeBy = groupById(come);
  const renames = new Map<string, string>();
  for (const [id, [from, ...others]] of goneBy) {
    const [to, ...rivals] = comeBy.get(id) ?? [];
    if (from !== undefined && to !== undefined && others.length + rivals.length === 0) renames.set(from, to);
  }
  return renames;
}

function groupById(entries: readonly {name: string; id: string}[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const {name, id} of entries) {
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [name]);
    else group.push(name);
  }
  return groups;
}

function diffEdges(old: readonly Edge[], now: readonly Edge[]): EdgeDiff[] {
  const unmatched = new Map<string, number>();
  for (const edge of old) unmatched.set(edgeId(edge), (unmatched.get(edgeId(edge)) ?? 0) + 1);
  const take = (edge: Edge): boolean => {
    const left = unmatched.get(edgeId(edge)) ?? 0;
    if (left > 0) unmatched.set(edgeId(edge), left - 1);
    return left > 0;
  };
  const present = now.map((edge): EdgeDiff => ({...edge, change: take(edge) ? 'same' : 'added'}));
  const removed = old.filter(take).map((edge): EdgeDiff => ({...edge, change: 'removed'}));
  return [...present, ...removed];
}

function edgeId({kind, to, label}: Edge): string {
  return JSON.stringify([kind, to, label]);
}

function startEdges(scope: JsonValue): Edge[] {
  const to = startOf(scope);
  return to === null ? [] : [{to, kind: 'next', label: ''}];
}

/** The names of the states, first those that the start leads to. */
function inOrder(scope: JsonValue | undefined, states: ReadonlyMap<string, JsonValue>): string[] {
  const order = new Set<string>();
  const queue = [startOf(scope) ?? ''];
  for (const name of queue) {
    const body = states.get(name);
    if (body === undefined || order.has(name)) continue;
    order.add(name);
    queue.push(...readState(name, body).edges.map(({to}) => to));
  }
  return [...new Set([...order, ...states.keys()])];
}
