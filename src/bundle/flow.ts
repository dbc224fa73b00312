import type {JsonNode} from './json.js';
import type {Resource} from './model.js';

/** The state types of ZIS (Understanding flow states). */
export const STATE_TYPES = ['Action', 'Choice', 'Map', 'Pass', 'Wait', 'Succeed', 'Fail'] as const;
export type StateType = (typeof STATE_TYPES)[number];

/** A way from one state to another, as written. */
export interface Transition {
  readonly kind: 'next' | 'choice' | 'default' | 'catch';
  /** The name of the state to go to. */
  readonly to: string;
  /** The string that names it. */
  readonly node: JsonNode;
}

export interface State {
  readonly name: string;
  readonly node: JsonNode;
  /** As written; it need not be one of STATE_TYPES. */
  readonly type: string;
  readonly scope: Scope;
  /** In the order in which ZIS would consider them: Choices, Default or Next, Catch. */
  readonly transitions: readonly Transition[];
  /** Whether the state ends its scope: `End: true`, Succeed or Fail. */
  readonly terminal: boolean;
  /** The Iterator of a Map, when it is sound enough to be looked into. */
  readonly iterator: Scope | null;
}

/** A state machine: a flow's definition or a Map's Iterator. Transitions never cross its border. */
export interface Scope {
  readonly node: JsonNode;
  /** The `StartAt` string; null when there is none. */
  readonly startAt: JsonNode | null;
  /** By name, in the file's order. */
  readonly states: ReadonlyMap<string, State>;
  /** The Map state whose Iterator this is; null for a flow's definition. */
  readonly owner: State | null;
}

export interface Flow {
  readonly resource: Resource;
  readonly definition: Scope;
}

/** The flows among the resources, as graphs. Tolerates any JSON within a definition. */
export function flowsOf(resources: readonly Resource[]): Flow[] {
  const flows: Flow[] = [];
  for (const resource of resources) {
    const node = resource.properties.properties.get('definition');
    if (resource.type !== 'ZIS::Flow' || node === undefined) continue;
    const definition = scopeOf(node, null);
    if (definition !== null) flows.push({resource, definition});
  }
  return flows;
}

/** All states of a scope and of the Iterators within it, outer ones first. */
export function* allStates(scope: Scope): Generator<State> {
  for (const state of scope.states.values()) {
    yield state;
    if (state.iterator !== null) yield* allStates(state.iterator);
  }
}

/** The scope and the Iterators within it, outer ones first. */
export function* allScopes(scope: Scope): Generator<Scope> {
  yield scope;
  for (const state of scope.states.values()) {
    if (state.iterator !== null) yield* allScopes(state.iterator);
  }
}

function scopeOf(node: JsonNode, owner: State | null): Scope | null {
  const definitions = node.properties.get('States');
  if (definitions?.type !== 'object') return null;
  const startAt = node.properties.get('StartAt') ?? null;
  const states = new Map<string, State>();
  const scope: Scope = {node, owner, states, startAt: startAt?.type === 'string' ? startAt : null};
  for (const state of definitions.properties.values()) {
    const name = state.key?.name ?? '';
    if (state.type === 'object') states.set(name, stateOf(name, state, scope));
  }
  return scope;
}

function stateOf(name: string, node: JsonNode, scope: Scope): State {
  const typeNode = node.properties.get('Type');
  const type = typeof typeNode?.value === 'string' ? typeNode.value : '';
  const terminal = type === 'Succeed' || type === 'Fail' || node.properties.get('End')?.value === true;
  const state = {
    name,
    node,
    type,
    scope,
    transitions: transitionsOf(node, type),
    terminal,
    iterator: null as Scope | null
  };
  const iterator = node.properties.get('Iterator');
  if (type === 'Map' && iterator !== undefined) state.iterator = scopeOf(iterator, state);
  return state;
}

function transitionsOf(state: JsonNode, type: string): Transition[] {
  const transitions: Transition[] = [];
  const add = (kind: Transition['kind'], node: JsonNode | undefined): void => {
    if (typeof node?.value === 'string') transitions.push({kind, to: node.value, node});
  };
  if (type === 'Choice') {
    for (const rule of state.properties.get('Choices')?.items ?? [])
      add('choice', rule.properties.get('Next'));
    add('default', state.properties.get('Default'));
  } else if (type !== 'Succeed' && type !== 'Fail') {
    add('next', state.properties.get('Next'));
    for (const catcher of state.properties.get('Catch')?.items ?? [])
      add('catch', catcher.properties.get('Next'));
  }
  return transitions;
}
