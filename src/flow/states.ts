import {nodeOf} from '../bundle/filled-node.js';
import type {JsonNode, JsonValue} from '../bundle/json-types.js';
import type {Resource} from '../bundle/model.js';

/** The state types of ZIS (Understanding flow states). */
export const STATE_TYPES = ['Action', 'Choice', 'Map', 'Pass', 'Wait', 'Succeed', 'Fail'] as const;
export type StateType = (typeof STATE_TYPES)[number];

/** Whether a `Type` is one of ZIS's. */
export function isStateType(type: string): type is StateType {
  return (STATE_TYPES as readonly string[]).includes(type);
}

/** A way from one state to another, as written. */
export interface Transition {
  readonly kind: 'next' | 'choice' | 'default' | 'catch';
  /** The name of the state to go to. */
  readonly to: string;
  /** The string that names it: of the state, or of one of its Choices or catchers, which is the node's parent. */
  readonly node: JsonNode;
  /** The state of that name in the same scope; null when there is none. */
  readonly target: State | null;
}

export interface State {
  readonly name: string;
  readonly node: JsonNode;
  /** As written; it need not be one of STATE_TYPES. */
  readonly type: string;
  readonly scope: Scope;
  /** Its place among the states of its scope, from 0. */
  readonly index: number;
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
  readonly states: ReadonlyMap<string, State>;
  /** The states in the file's order. */
  readonly ordered: readonly State[];
  /** The Map state whose Iterator this is; null for a flow's definition. */
  readonly owner: State | null;
}

export interface Flow {
  readonly resource: Resource;
  readonly definition: Scope;
  /** The definition and the Iterators within it, outer ones first. */
  readonly scopes: readonly Scope[];
}

/** The flows among the resources, as graphs. Tolerates any JSON within a definition. */
export function flowsOf(resources: readonly Resource[]): Flow[] {
  const flows: Flow[] = [];
  for (const resource of resources) {
    const node = resource.properties.properties.get('definition');
    if (resource.type !== 'ZIS::Flow' || node === undefined) continue;
    const definition = scopeOf(node, null);
    if (definition === null) continue;
    const scopes: Scope[] = [];
    collectScopes(definition, scopes);
    flows.push({resource, definition, scopes});
  }
  return flows;
}

/** A definition or an Iterator of which only the value is at hand; null when it has no `States`. */
export function scopeOfValue(value: JsonValue | undefined): Scope | null {
  return value === undefined ? null : scopeOf(nodeOf(value), null);
}

/** The value of a state as it would be had the states to which it leads been named anew. */
export function retargeted({node, transitions}: State, renames: ReadonlyMap<string, string>): JsonValue {
  const targets = new Map<JsonNode, string>();
  for (const transition of transitions) {
    const to = renames.get(transition.to);
    if (to !== undefined) targets.set(transition.node, to);
  }
  return targets.size === 0 ? node.value : valueWith(node, targets);
}

function valueWith(node: JsonNode, replaced: ReadonlyMap<JsonNode, string>): JsonValue {
  const other = replaced.get(node);
  if (other !== undefined) return other;
  if (node.type === 'array') return node.items.map((item) => valueWith(item, replaced));
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    node.properties.nodes.map((member) => [member.name, valueWith(member, replaced)])
  );
}

function collectScopes(scope: Scope, scopes: Scope[]): void {
  scopes.push(scope);
  for (const {iterator} of scope.ordered) if (iterator !== null) collectScopes(iterator, scopes);
}

/** The flow's definition that a scope is, or is within. */
export function outermost(scope: Scope): Scope {
  let outer = scope;
  while (outer.owner !== null) outer = outer.owner.scope;
  return outer;
}

/** Transitions as long as the states to which they lead are still to come. */
type OpenTransition = Omit<Transition, 'target'> & {target: State | null};

function scopeOf(node: JsonNode, owner: State | null): Scope | null {
  const definitions = node.properties.get('States');
  if (definitions?.type !== 'object') return null;
  const startAt = node.properties.get('StartAt') ?? null;
  const states = new Map<string, State>();
  const ordered: State[] = [];
  const scope = {node, owner, states, ordered, startAt: startAt?.type === 'string' ? startAt : null};
  const transitions: OpenTransition[] = [];
  for (const definition of definitions.properties.nodes) {
    if (definition.type !== 'object') continue;
    const state = stateOf(definition, scope, transitions);
    states.set(state.name, state);
    ordered.push(state);
  }
  for (const transition of transitions) transition.target = states.get(transition.to) ?? null;
  return scope;
}

function stateOf(node: JsonNode, scope: Scope, all: OpenTransition[]): State {
  const typeNode = node.properties.get('Type');
  const type = typeof typeNode?.value === 'string' ? typeNode.value : '';
  const terminal = type === 'Succeed' || type === 'Fail' || node.properties.get('End')?.value === true;
  const transitions = transitionsOf(node, type);
  for (const transition of transitions) all.push(transition);
  const state = {
    name: node.name,
    node,
    type,
    scope,
    index: scope.ordered.length,
    transitions,
    terminal,
    iterator: null as Scope | null
  };
  const iterator = type === 'Map' ? node.properties.get('Iterator') : undefined;
  if (iterator !== undefined) state.iterator = scopeOf(iterator, state);
  return state;
}

function transitionsOf(node: JsonNode, type: string): OpenTransition[] {
  const {properties} = node;
  const transitions: OpenTransition[] = [];
  if (type === 'Choice') {
    for (const rule of properties.get('Choices')?.items ?? []) add(transitions, 'choice', rule, 'Next');
    add(transitions, 'default', node, 'Default');
  } else if (type !== 'Succeed' && type !== 'Fail') {
    add(transitions, 'next', node, 'Next');
    for (const catcher of properties.get('Catch')?.items ?? []) add(transitions, 'catch', catcher, 'Next');
  }
  return transitions;
}

function add(to: OpenTransition[], kind: Transition['kind'], holder: JsonNode, key: string): void {
  const node = holder.properties.get(key);
  if (typeof node?.value === 'string') to.push({kind, to: node.value, node, target: null});
}
