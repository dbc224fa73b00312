import type {JsonNode} from '../../bundle/json-types.js';
import {isStateType, STATE_TYPES, type State, type StateType} from '../../flow/states.js';
import {quote} from '../../words.js';
import {conditionsIn} from './conditions.js';
import {flowsIn, statesIn} from './flows.js';
import {perBundle} from './memo.js';
import {NearNames} from './near.js';
import {
  OTHER_NAMES,
  AMAZON_ONLY,
  CATCHER_PROPERTIES,
  SCOPE_PROPERTIES,
  ALL_STATE_PROPERTIES,
  STATE_PROPERTIES,
  typesWith
} from './properties.js';

/** A key that does not belong where it stands. */
export interface OddKey {
  /**
   * misspelt: it stands for `meant`, which is not there and is missed; elsewhere: `meant` belongs to other
   * state types; parameter: it stands in a state's Parameters, and `meant` belongs beside them; nested: a state stands under it, which belongs beside its own; amazon: Amazon States Language has it and ZIS has not; unknown: all others.
   */
  readonly kind: 'misspelt' | 'elsewhere' | 'parameter' | 'nested' | 'amazon' | 'unknown';
  readonly name: string;
  /** The property that it stands for, if one is near. */
  readonly meant: string | null;
  /** The value under the key. */
  readonly node: JsonNode;
  /** In what it stands, for a message: `the Wait state "Pause"`. */
  readonly owner: string;
  /** The state that it is part of; null for a key of a definition or an Iterator. */
  readonly state: State | null;
}

/** How the states of a bundle's flows are built. */
export interface Shapes {
  /** In the order of scopes, states, Choice rules and catchers. */
  readonly oddKeys: readonly OddKey[];
  /** The state's type, by which its shape can be judged; null when it is unknown or clearly another one's. */
  typeOf(state: State): StateType | null;
  /** The type whose properties a state has that gives itself another one; null for all others. */
  looksLike(state: State): StateType | null;
  /** A property, under a misspelt key too. What is wrong with the key is then its one fault. */
  get(node: JsonNode, property: string): JsonNode | undefined;
  /** Whether a key of the state, of one of its rules or of its catchers is misspelt. */
  isMisspelt(state: State): boolean;
  /** Whether a parameter is a property of its state that stands one level too deep. */
  isTooDeep(parameter: JsonNode): boolean;
}

export const shapesIn = perBundle((bundle): Shapes => {
  const reader = new ShapeReader();
  for (const {definition} of flowsIn(bundle)) {
    reader.readKeys(definition.node, definition.node.properties.nodes, SCOPE_PROPERTIES, {
      owner: () => "the flow's definition",
      state: null
    });
  }
  for (const state of statesIn(bundle)) reader.readState(state);
  for (const {node, keys, state} of conditionsIn(bundle)) {
    reader.readKeys(node, keys.unknown, CONDITION_PROPERTIES, {owner: () => 'this Choice rule', state});
  }
  return reader;
});

/** `the Wait state "Pause"`, or without the type where it has none that is known. */
export function stateWords(state: State): string {
  return `the ${isStateType(state.type) ? `${state.type} ` : ''}state ${quote(state.name)}`;
}

/** What a Choice rule knows beside the operators, which are looked at by the rules about conditions. */
const CONDITION_PROPERTIES = new Set(['Variable', 'Next', 'And', 'Or', 'Not', 'Comment']);

interface Place {
  readonly owner: () => string;
  readonly state: State | null;
}

class ShapeReader implements Shapes {
  readonly oddKeys: OddKey[] = [];
  private readonly untyped = new Map<State, StateType | null>();
  private readonly meant = new Map<JsonNode, Map<string, JsonNode>>();
  private readonly misspelt = new Set<State>();
  private readonly tooDeep = new Set<JsonNode>();
  private readonly names = new NearNames();

  typeOf(state: State): StateType | null {
    return this.untyped.size > 0 && this.untyped.has(state) ? null : (state.type as StateType);
  }

  looksLike(state: State): StateType | null {
    return this.untyped.get(state) ?? null;
  }

  get(node: JsonNode, property: string): JsonNode | undefined {
    const exact = node.properties.get(property);
    if (exact !== undefined || this.meant.size === 0) return exact;
    return this.meant.get(node)?.get(property);
  }

  isMisspelt(state: State): boolean {
    return this.misspelt.has(state);
  }

  isTooDeep(parameter: JsonNode): boolean {
    return this.tooDeep.has(parameter);
  }

  readState(state: State): void {
    const type = knownType(state);
    if (type === null) {
      this.untyped.set(state, null);
      return;
    }
    const properties = STATE_PROPERTIES[type];
    const odd: JsonNode[] = [];
    for (const node of state.node.properties.nodes) if (!properties.has(node.name)) odd.push(node);
    const other = odd.length === 0 ? null : otherType(state, odd);
    if (other !== null) this.untyped.set(state, other);
    else if (odd.length > 0) {
      this.readKeys(state.node, odd, new Set(properties.keys()), {owner: () => stateWords(state), state});
    }
    this.readParts(state);
  }

  readKeys(parent: JsonNode, nodes: Iterable<JsonNode>, allowed: ReadonlySet<string>, place: Place): void {
    for (const node of nodes) {
      const {name} = node;
      if (allowed.has(name)) continue;
      const {owner, state} = place;
      this.add(parent, {...this.judge(parent, name, allowed, place), name, node, owner: owner(), state});
    }
  }

  /** `"ResultPath"` and its like among the Parameters of a state that lacks it. */
  private readParameters(state: State): void {
    for (const node of state.node.properties.get('Parameters')?.properties.nodes ?? []) {
      const {name} = node;
      if (!TOO_DEEP.has(name) || state.node.properties.has(name) || !isLikely(node)) continue;
      this.tooDeep.add(node);
      const owner = stateWords(state);
      this.add(state.node, {kind: 'parameter', meant: name, name, node, owner, state});
    }
  }

  /** The keys of what a state is made of: a Map's Iterator, the catchers. */
  private readParts(state: State): void {
    const iterator = state.type === 'Map' ? state.node.properties.get('Iterator') : undefined;
    if (iterator !== undefined) {
      const owner = () => `the Iterator of ${stateWords(state)}`;
      this.readKeys(iterator, iterator.properties.nodes, SCOPE_PROPERTIES, {owner, state: null});
    }
    if (state.type === 'Action') this.readParameters(state);
    if (state.type !== 'Map' && state.type !== 'Action') return;
    for (const catcher of state.node.properties.get('Catch')?.items ?? []) {
      const owner = () => `this catcher of ${stateWords(state)}`;
      this.readKeys(catcher, catcher.properties.nodes, CATCHER_PROPERTIES, {owner, state});
    }
  }

  private add(parent: JsonNode, key: OddKey): void {
    this.oddKeys.push(key);
    if ((key.kind !== 'misspelt' && key.kind !== 'parameter') || key.meant === null) return;
    const meant = this.meant.get(parent) ?? new Map<string, JsonNode>();
    this.meant.set(parent, meant.set(key.meant, key.node));
    if (key.state !== null && key.kind === 'misspelt') this.misspelt.add(key.state);
  }

  private judge(
    parent: JsonNode,
    name: string,
    allowed: ReadonlySet<string>,
    {state}: Place
  ): Pick<OddKey, 'kind' | 'meant'> {
    if (isStateNode(parent.properties.get(name))) return {kind: 'nested', meant: null};
    // `End` is no misspelt `And`: the state's own property stands in one of its rules.
    const isOfState = allowed === CONDITION_PROPERTIES && typesWith(name).length > 0;
    return isOfState ? {kind: 'unknown', meant: null} : this.judgeName(parent, name, allowed, state);
  }

  private judgeName(
    parent: JsonNode,
    name: string,
    allowed: ReadonlySet<string>,
    state: State | null
  ): Pick<OddKey, 'kind' | 'meant'> {
    const own = OTHER_NAMES.get(name);
    if (own !== undefined && allowed.has(own) && this.get(parent, own) === undefined) {
      return {kind: 'misspelt', meant: own};
    }
    if (AMAZON_ONLY.has(name)) return {kind: 'amazon', meant: null};
    const isState = parent === state?.node;
    if (isState && typesWith(name).length > 0) return {kind: 'elsewhere', meant: name};
    const near = this.near(name, allowed);
    if (near !== null && isHarmless(name, near)) return {kind: 'unknown', meant: near};
    if (near !== null && this.get(parent, near) === undefined) return {kind: 'misspelt', meant: near};
    const far = isState && near === null ? this.near(name, ALL_STATE_PROPERTIES) : null;
    return far === null ? {kind: 'unknown', meant: null} : {kind: 'elsewhere', meant: far};
  }

  /** The property that a name stands for: spelt otherwise, or with the `.$` that belongs into Parameters only. */
  private near(name: string, properties: ReadonlySet<string>): string | null {
    return this.names.find(name.replace(/\.\$$/, ''), properties);
  }
}

/** What an Action state has beside its Parameters. */
const TOO_DEEP: ReadonlySet<string> = new Set(['Catch', 'ResultPath', 'Next', 'End', 'ActionName']);

/** Whether a value is what the property of a state would have, and not a parameter of that name. */
function isLikely({name, value, items}: JsonNode): boolean {
  if (name === 'End') return value === true;
  if (name === 'Catch') return items.some(({properties}) => properties.has('ErrorEquals'));
  if (name === 'ResultPath') return typeof value === 'string' && value.startsWith('$');
  return typeof value === 'string';
}

/** A lost note does no harm; what ZIS makes of a whole Result or Parameters from a path is not documented. */
function isHarmless(name: string, near: string): boolean {
  return near === 'Comment' || (name.endsWith('.$') && (near === 'Result' || near === 'Parameters'));
}

/** Whether a value is built as a state is. */
function isStateNode(node: JsonNode | undefined): boolean {
  const type = node?.properties.get('Type')?.value;
  return typeof type === 'string' && isStateType(type);
}

function knownType(state: State): StateType | null {
  return isStateType(state.type) ? state.type : null;
}

/** The type that has all of a state's properties and needs some of those that its own type does not know. */
function otherType(state: State, odd: readonly JsonNode[]): StateType | null {
  const names = state.node.properties.names;
  const strange = new Set(odd.map(({name}) => name));
  for (const type of STATE_TYPES) {
    const properties = STATE_PROPERTIES[type];
    const needed = [...properties].filter(([, {required}]) => required).map(([name]) => name);
    const fits = names.every((name) => properties.has(name)) && needed.every((name) => names.includes(name));
    if (type !== state.type && fits && needed.some((name) => strange.has(name))) return type;
  }
  return null;
}
