import type {Scope, State} from '../../flow/states.js';
import type {ScopeGraph} from './graph.js';
import type {Shapes} from './shapes.js';
import {collectReads, type PathRead, type Values, type ValueSite} from './values.js';
import {jqReadsOf} from './jq-reads.js';
import {parsePath, rootOf} from '../../flow/path.js';
import {effectOf, INITIAL_ROOTS, type Effect} from './data-effects.js';
import {Follower, type Before, type Fate} from './data-follow.js';

/** A read of something that is not there for certain. */
export interface DoubtfulRead extends PathRead, Fate {
  readonly root: string;
  readonly state: State;
  readonly before: Before;
}

/** What the states of a scope that can run read, in the file's order. */
export interface ScopeReads {
  readonly scope: Scope;
  readonly reads: readonly PathRead[];
  /** Those that may find nothing. */
  readonly doubtful: readonly DoubtfulRead[];
}

/** Above this many states × names the data is not followed: no flow in use comes near it. */
const MAX_CELLS = 1_000_000;

/**
 * Follows the data of a scope along every route from StartAt to a fixpoint, and gives what its states read and what is
 * there to be read. An Iterator begins with an item of unknown shape. A scope whose routes are broken is not followed:
 * that is one fault, and not many.
 */
export function readsIn(
  {scope, reachable, isReachable}: ScopeGraph,
  values: Values,
  shapes: Shapes
): ScopeReads {
  const nothing = {scope, reads: [], doubtful: []};
  const {ordered} = scope;
  if (!isWhole(scope)) return nothing;
  const reads: PathRead[] = [];
  for (const state of ordered) {
    if (!isReachable(state)) continue;
    const sites = values.of.get(state) ?? [];
    collectReads(sites, reads);
    collectJqReads(state, sites, reads);
  }
  const effects = ordered.map((state) => state.transitions.map((each) => effectOf(state, each, shapes)));
  const names = numberNames(reads, effects);
  if (names.size * ordered.length > MAX_CELLS) return nothing;
  const facts = new Follower(scope, names, effects).follow(reachable);
  if (facts === null) return nothing;
  const doubtful: DoubtfulRead[] = [];
  for (const read of reads) {
    const doubt = doubtOf(read, facts);
    if (doubt !== null) doubtful.push(doubt);
  }
  return {scope, reads, doubtful};
}

/** Adds what a jq program reads from all data. */
function collectJqReads(state: State, sites: readonly ValueSite[], reads: PathRead[]): void {
  const [any] = sites;
  const jq = jqReadsOf(state);
  if (jq === null || any === undefined || jq.base !== '$') return;
  const {node} = jq;
  const {resource} = any;
  const site: ValueSite = {
    node,
    reading: 'literal',
    state,
    resource,
    jq: true,
    writes: false,
    path: null,
    template: null
  };
  for (const {text, offset} of jq.reads()) {
    const path = parsePath(`$${text}`);
    reads.push({path, root: rootOf(path), text, site, offset});
  }
}

/** null for a read of what is there for certain, and of all the data. */
function doubtOf(read: PathRead, facts: readonly (Before | undefined)[]): DoubtfulRead | null {
  const {path, root, text, site, offset} = read;
  const {state} = site;
  const before = state === null ? undefined : facts[state.index];
  if (state === null || root === null || before === undefined) return null;
  const {may, must, lostTo} = before.fateOf(root);
  if (must && lostTo === null) return null;
  return {path, root, text, site, offset, state, before, may, must, lostTo};
}

/** The names that are read or written, each with a number from 0. */
function numberNames(
  reads: readonly PathRead[],
  effects: readonly (readonly Effect[])[]
): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const add = (name: string): void => {
    if (!names.has(name)) names.set(name, names.size);
  };
  INITIAL_ROOTS.forEach(add);
  for (const {root} of reads) if (root !== null) add(root);
  for (const own of effects) for (const effect of own) if (effect.kind === 'set') add(effect.root);
  return names;
}

/** Where a route breaks off, or leads to a state that is not there, what it would bring along is not known. */
function isWhole({ordered}: Scope): boolean {
  return ordered.every(
    ({transitions, terminal}) =>
      (transitions.length > 0 || terminal) && transitions.every(({target}) => target !== null)
  );
}
