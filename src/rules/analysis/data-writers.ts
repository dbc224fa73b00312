import type {JsonNode} from '../../bundle/json-types.js';
import {JQ_ACTION} from '../../flow/built-ins.js';
import {parsePath, type PathSegment} from '../../flow/path.js';
import type {Scope, State} from '../../flow/states.js';
import {isDynamicKey, textOf} from '../../flow/template.js';
import {INITIAL_ROOTS} from './data-effects.js';
import {givesText} from './jq-reads.js';

/** What stands under a name of the data, as far as the bundle tells. */
export type Written =
  /** `{"config": …}` (ZIS built-in actions, LoadConfig). */
  | {readonly kind: 'config'; readonly state: State}
  | {readonly kind: 'literal'; readonly state: State; readonly value: JsonNode}
  | {readonly kind: 'text'; readonly state: State};

/**
 * The names that one state of a flow alone writes, and of which it is known what it writes. Nothing where some state
 * replaces all data, and in an Iterator, whose item may hold anything.
 */
export function writtenIn(scope: Scope): Writers {
  return new Writers(candidatesIn(scope));
}

/** What is written under a name. Whether a jq program makes a text is looked into when its name is asked for. */
export class Writers {
  private readonly texts = new Map<State, boolean>();

  constructor(private readonly candidates: ReadonlyMap<string, Written>) {}

  get size(): number {
    return this.candidates.size;
  }

  /** Whether something may be known of what is written under a name. */
  has(root: PathSegment | null | undefined): boolean {
    return typeof root === 'string' && this.candidates.has(root);
  }

  get(root: PathSegment | undefined): Written | undefined {
    const by = typeof root === 'string' ? this.candidates.get(root) : undefined;
    return by?.kind === 'text' && !this.isText(by.state) ? undefined : by;
  }

  private isText(state: State): boolean {
    const known = this.texts.get(state) ?? givesText(programOf(state) ?? '');
    this.texts.set(state, known);
    return known;
  }
}

function candidatesIn({ordered, owner}: Scope): ReadonlyMap<string, Written> {
  const known = new Map<string, Written>();
  if (owner !== null) return known;
  const unknown = new Set<string>(INITIAL_ROOTS);
  for (const state of ordered) {
    const target = state.node.properties.get('ResultPath');
    if (target === undefined && REPLACING.has(state.type)) return new Map();
    for (const node of targetsOf(state, target)) {
      if (node.value === null) continue;
      const {segments, fault} = parsePath(textOf(node));
      const [root] = segments;
      if (fault !== null || typeof root !== 'string') return new Map();
      const written = node === target && segments.length === 1 ? resultOf(state) : null;
      if (written === null || known.has(root)) unknown.add(root);
      else known.set(root, written);
    }
  }
  for (const root of unknown) known.delete(root);
  return known;
}

const REPLACING: ReadonlySet<string> = new Set(['Action', 'Map']);

/** Where the state puts its result, and what its catchers put. */
function targetsOf({node}: State, target: JsonNode | undefined): JsonNode[] {
  const targets = target === undefined ? [] : [target];
  for (const {properties} of node.properties.get('Catch')?.items ?? []) {
    const caught = properties.get('ResultPath');
    if (caught !== undefined) targets.push(caught);
  }
  return targets;
}

/** What the state may write: a `text` is one only if its program makes one. */
function resultOf(state: State): Written | null {
  const {node, type} = state;
  const value = node.properties.get('Result');
  if (type === 'Pass') return value === undefined ? null : {kind: 'literal', state, value};
  const action = node.properties.get('ActionName')?.value;
  if (action === 'zis:common:action:LoadConfig') return {kind: 'config', state};
  return action === JQ_ACTION && programOf(state) !== null ? {kind: 'text', state} : null;
}

function programOf({node}: State): string | null {
  const program = node.properties.get('Parameters')?.properties.get('expr');
  return program === undefined || program.filling !== undefined ? null : textOf(program);
}

/** A literal value at a path; `missing` with the first segment that is not there, null where that cannot be told. */
export function literalAt(
  value: JsonNode,
  segments: readonly PathSegment[]
): {readonly found: JsonNode} | {readonly missing: PathSegment} | null {
  let at = value;
  for (const segment of segments) {
    if (at.properties.names.some(isDynamicKey) || at.filling !== undefined) return null;
    const next = typeof segment === 'number' ? at.items[segment] : at.properties.get(segment);
    if (next === undefined) return {missing: segment};
    at = next;
  }
  return at.filling === undefined ? {found: at} : null;
}
