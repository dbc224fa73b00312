import {sortKeys} from '../bundle/canonical.js';
import type {JsonValue} from '../bundle/json-types.js';
import {conditionInWords} from '../flow/condition-words.js';
import {retargeted, scopeOfValue, type Scope, type State, type Transition} from '../flow/states.js';
import {changesBetween, without, type PropertyChange} from './json-diff.js';

export type Change = 'added' | 'removed' | 'changed' | 'renamed' | 'same';

/** A transition out of a state. */
export interface Edge {
  readonly to: string;
  readonly kind: Transition['kind'];
  /** The condition in words; empty for a plain transition. */
  readonly label: string;
}

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
  return {
    ...diffScopes(scopeOfValue(old), scopeOfValue(now)),
    properties: old === undefined || now === undefined ? [] : diffProperties(old, now)
  };
}

function diffScopes(old: Scope | null, now: Scope | null): FlowDiff {
  const newStates = now?.states ?? new Map<string, State>();
  const renames = renamesBetween(bodies(old), bodies(now));
  const before = new Map(
    (old?.ordered ?? []).map((state) => {
      const {name} = state;
      return [renames.get(name) ?? name, {state, body: retargeted(state, renames)}];
    })
  );
  const states = [...inOrder(now), ...[...before.keys()].filter((name) => !newStates.has(name))];
  return {
    start: diffEdges(startEdges(old, renames), startEdges(now)),
    states: states.map((name) => diffState(name, before.get(name), newStates.get(name), renames)),
    properties: old === null || now === null ? [] : diffProperties(old.node.value, now.node.value)
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

/** What changed in a definition or an Iterator beside its states and its start. */
function diffProperties(old: JsonValue, now: JsonValue): PropertyChange[] {
  return changesBetween(without(old, FLOW_PARTS), without(now, FLOW_PARTS));
}

const FLOW_PARTS: readonly string[] = ['StartAt', 'States'];

function bodies(scope: Scope | null): Map<string, JsonValue> {
  return new Map((scope?.ordered ?? []).map(({name, node}) => [name, node.value]));
}

/** A state of the registered side, and its value with the states that it leads to under their new names. */
interface OldState {
  readonly state: State;
  readonly body: JsonValue;
}

function diffState(
  name: string,
  was: OldState | undefined,
  now: State | undefined,
  renames: ReadonlyMap<string, string>
): StateDiff {
  const old = was?.state;
  const inner = diffIterators(old, now);
  const [oldBody, newBody] = [was?.body, now?.node.value];
  const properties = stateProperties(oldBody, newBody, inner === null ? [] : ['Iterator']);
  const hasName = old === undefined || old.name === name;
  return {
    name,
    was: hasName ? null : old.name,
    type: (now ?? old)?.type ?? '',
    change: changeOf(hasName, oldBody, newBody, properties),
    properties,
    edges: diffEdges(edgesOf(old, renames), edgesOf(now)),
    inner
  };
}

function diffIterators(old: State | undefined, now: State | undefined): FlowDiff | null {
  const [oldInner, newInner] = [old?.iterator ?? null, now?.iterator ?? null];
  return oldInner === null && newInner === null ? null : diffScopes(oldInner, newInner);
}

function stateProperties(
  old: JsonValue | undefined,
  now: JsonValue | undefined,
  parts: readonly string[]
): PropertyChange[] {
  if (old === undefined || now === undefined) return [];
  return changesBetween(without(old, parts), without(now, parts));
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

const NO_RENAMES: ReadonlyMap<string, string> = new Map();

function startEdges(scope: Scope | null, renames = NO_RENAMES): Edge[] {
  const to = startOf(scope);
  return to === null ? [] : [{to: renames.get(to) ?? to, kind: 'next', label: ''}];
}

function edgesOf(state: State | undefined, renames = NO_RENAMES): Edge[] {
  return (state?.transitions ?? []).map((transition) => {
    const {kind, to} = transition;
    return {kind, to: renames.get(to) ?? to, label: labelOf(transition)};
  });
}

function labelOf({kind, node}: Transition): string {
  switch (kind) {
    case 'choice':
      return conditionInWords(node.parent?.value ?? null);
    case 'default':
      return 'otherwise';
    case 'catch':
      return 'on error';
    case 'next':
      return '';
  }
}

function startOf(scope: Scope | null): string | null {
  const start = scope?.startAt?.value;
  return typeof start === 'string' ? start : null;
}

/** The names of the states, first those that the start leads to. */
function inOrder(scope: Scope | null): string[] {
  if (scope === null) return [];
  const order = new Set<string>();
  const queue = [startOf(scope) ?? ''];
  for (const name of queue) {
    const state = scope.states.get(name);
    if (state === undefined || order.has(name)) continue;
    order.add(name);
    queue.push(...state.transitions.map(({to}) => to));
  }
  return [...new Set([...order, ...scope.states.keys()])];
}
