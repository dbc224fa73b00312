import type {Scope, State, Transition} from '../../bundle/flow.js';
import {rootOf} from '../../bundle/path.js';
import type {Shapes} from '../support/shapes.js';
import {readsOf, textOf, type PathRead, type Values, type ValueSite} from '../support/values.js';
import {effectOf, INITIAL_ROOTS, type Effect, type Replacement} from './document.js';

/** What is known of the data when a state begins. */
export interface Before {
  /** Whether data of unknown shape may be there: then any name may be. */
  readonly open: boolean;
  /** Whether some route brings something under this name. */
  may(root: string): boolean;
  /** Whether every route does. */
  must(root: string): boolean;
  /** What took the name away on some route, and nobody gave it back since. */
  lostTo(root: string): Replacement | null;
  /** The names that some route brings. */
  names(): string[];
}

export interface StateReads {
  readonly state: State;
  readonly before: Before;
  readonly reads: readonly RootedRead[];
}

/** A read of something in the data, and not of all of it. */
export interface RootedRead extends PathRead {
  /** The name at which its path enters the data. */
  readonly root: string;
}

/** Above this many states × names the data is not followed: no flow in use comes near it. */
const MAX_CELLS = 1_000_000;

/**
 * Follows the data of a scope along every route from StartAt to a fixpoint, and gives for each state that can
 * be reached what it reads and what is there to be read, in the file's order. An Iterator begins with an item
 * of unknown shape. A scope whose routes are broken is not followed: that is one fault, and not many.
 */
export function readsIn(scope: Scope, values: Values, shapes: Shapes): StateReads[] {
  if (!isWhole(scope)) return [];
  const start = scope.states.get(textOf(scope.startAt ?? undefined));
  if (start === undefined) return [];
  const reads = new Map<State, RootedRead[]>();
  const roots = new Map<string, number>(INITIAL_ROOTS.map((root, index) => [root, index]));
  for (const state of scope.states.values()) {
    const own = rootedReads(values.of.get(state) ?? []);
    reads.set(state, own);
    for (const {root} of own) if (!roots.has(root)) roots.set(root, roots.size);
  }
  const effects = new Map<Transition, Effect>();
  for (const state of scope.states.values()) {
    for (const transition of state.transitions) {
      const effect = effectOf(state, transition, shapes);
      effects.set(transition, effect);
      if (effect.kind === 'set' && !roots.has(effect.root)) roots.set(effect.root, roots.size);
    }
  }
  if (roots.size * scope.states.size > MAX_CELLS) return [];
  const facts = new Follower(scope, roots, effects).follow(start);
  if (facts === null) return [];
  return [...scope.states.values()].flatMap((state) => {
    const before = facts.get(state);
    return before === undefined ? [] : [{state, before, reads: reads.get(state) ?? []}];
  });
}

function rootedReads(sites: readonly ValueSite[]): RootedRead[] {
  const rooted: RootedRead[] = [];
  for (const site of sites) {
    for (const {path, text, offset} of readsOf(site)) {
      const root = rootOf(path);
      if (root !== null) rooted.push({path, text, site, offset, root});
    }
  }
  return rooted;
}

/** Where a route breaks off, or leads to a state that is not there, what it would bring along is not known. */
function isWhole({states}: Scope): boolean {
  for (const {transitions, terminal} of states.values()) {
    if (transitions.length === 0 && !terminal) return false;
    if (transitions.some(({to}) => !states.has(to))) return false;
  }
  return true;
}

/** Per name one number: whether it may and must be there, and above these two bits which replacement took it (0: none). */
class Facts implements Before {
  constructor(
    private readonly roots: ReadonlyMap<string, number>,
    private readonly replacements: readonly Replacement[],
    readonly cells: number[],
    public open: boolean
  ) {}

  copy(): Facts {
    return new Facts(this.roots, this.replacements, this.cells.slice(), this.open);
  }

  may(root: string): boolean {
    return (this.cell(root) & MAY) !== 0;
  }

  must(root: string): boolean {
    return (this.cell(root) & MUST) !== 0;
  }

  lostTo(root: string): Replacement | null {
    return this.replacements[(this.cell(root) >>> LOST) - 1] ?? null;
  }

  names(): string[] {
    return [...this.roots.keys()].filter((root) => this.may(root));
  }

  /** Takes in what another route brings; says whether anything is new. */
  join(other: Facts): boolean {
    const {cells} = this;
    let changed = other.open && !this.open;
    this.open ||= other.open;
    for (let index = 0; index < cells.length; index += 1) {
      const mine = cells[index] ?? 0;
      const theirs = other.cells[index] ?? 0;
      if (mine === theirs) continue;
      const lost = mine >>> LOST === 0 ? theirs >>> LOST : mine >>> LOST;
      const both = ((mine | theirs) & MAY) | (mine & theirs & MUST) | (lost << LOST);
      if (both === mine) continue;
      cells[index] = both;
      changed = true;
    }
    return changed;
  }

  private cell(root: string): number {
    const index = this.roots.get(root);
    return index === undefined ? 0 : (this.cells[index] ?? 0);
  }
}

const MAY = 1;
const MUST = 2;
const LOST = 2;
const MAX_REPLACEMENTS = 65_000;
/** Loops within loops take one sweep a level; this many levels are not followed. */
const MAX_SWEEPS = 50;

class Follower {
  private readonly replacements: Replacement[] = [];
  private readonly numbers = new Map<Effect, number>();

  constructor(
    private readonly scope: Scope,
    private readonly roots: ReadonlyMap<string, number>,
    private readonly effects: ReadonlyMap<Transition, Effect>
  ) {
    for (const effect of effects.values()) {
      if (effect.kind !== 'replace' || this.replacements.length >= MAX_REPLACEMENTS) continue;
      this.numbers.set(effect, this.replacements.push(effect));
    }
  }

  /** Goes through the states again and again, in an order in which data mostly flows forward, until nothing changes. */
  follow(start: State): Map<State, Facts> | null {
    const before = new Map<State, Facts>([[start, this.initial()]]);
    const order = forwardOrder(start, this.scope);
    const dirty = new Set([start]);
    for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
      for (const state of order) {
        const here = before.get(state);
        if (here !== undefined && dirty.delete(state)) this.leave(state, here, before, dirty);
      }
      if (dirty.size === 0) return before;
    }
    return null;
  }

  private leave(state: State, here: Facts, before: Map<State, Facts>, dirty: Set<State>): void {
    for (const transition of state.transitions) {
      const next = this.scope.states.get(transition.to);
      if (next === undefined) continue;
      const effect = this.effects.get(transition);
      const known = before.get(next);
      if (known === undefined) before.set(next, this.apply(here.copy(), effect));
      else if (!known.join(effect?.kind === 'none' ? here : this.apply(here.copy(), effect))) continue;
      dirty.add(next);
    }
  }

  private initial(): Facts {
    const isItem = this.scope.owner !== null;
    const cells: number[] = [];
    for (const root of this.roots.keys())
      cells.push(!isItem && INITIAL_ROOTS.includes(root) ? MAY | MUST : 0);
    return new Facts(this.roots, this.replacements, cells, isItem);
  }

  /** Makes the facts before a transition those behind it. */
  private apply(after: Facts, effect: Effect | undefined): Facts {
    if (effect?.kind === 'set') {
      const index = this.roots.get(effect.root);
      if (index !== undefined) after.cells[index] = MAY | MUST;
    } else if (effect?.kind === 'replace') {
      const number = this.numbers.get(effect) ?? 0;
      for (const [root, index] of this.roots) {
        if (effect.keeps(root)) continue;
        const cell = after.cells[index] ?? 0;
        const lost = (cell & MAY) === 0 ? cell >>> LOST : number;
        after.cells[index] = lost << LOST;
      }
      for (const root of effect.holds) {
        const index = this.roots.get(root);
        if (index !== undefined) after.cells[index] = MAY | MUST;
      }
      after.open = effect.open;
    }
    return after;
  }
}

/** The states that can be reached, each after those that lead to it except where a loop leads back. */
function forwardOrder(start: State, {states}: Scope): State[] {
  const done: State[] = [];
  const seen = new Set([start]);
  const open = [{state: start, next: 0}];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const transition = top.state.transitions[top.next];
    top.next += 1;
    if (transition === undefined) {
      done.push(top.state);
      open.pop();
      continue;
    }
    const target = states.get(transition.to);
    if (target === undefined || seen.has(target)) continue;
    seen.add(target);
    open.push({state: target, next: 0});
  }
  return done.reverse();
}
