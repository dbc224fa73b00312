import type {Scope, State} from '../../flow/states.js';
import {INITIAL_ROOTS, type Effect, type Replacement} from './data-effects.js';

/** What has become of something in the data, on the routes to a state. */
export interface Fate {
  /** Whether some route brings something under this name. */
  readonly may: boolean;
  /** Whether every route does. */
  readonly must: boolean;
  /** What took the name away on some route, and nobody gave it back since. */
  readonly lostTo: Replacement | null;
}

/** What is known of the data when a state begins. */
export interface Before {
  /** Whether data of unknown shape may be there: then any name may be. */
  readonly open: boolean;
  fateOf(root: string): Fate;
  /** The names that some route brings. */
  names(): string[];
}

/** Per name one number: whether it may and must be there, and above these two bits which replacement took it (0: none). */
class DataState implements Before {
  constructor(
    private readonly roots: ReadonlyMap<string, number>,
    private readonly replacements: readonly Replacement[],
    readonly cells: number[],
    public open: boolean
  ) {}

  copy(): DataState {
    return new DataState(this.roots, this.replacements, this.cells.slice(), this.open);
  }

  names(): string[] {
    return [...this.roots]
      .filter(([, index]) => ((this.cells[index] ?? 0) & MAY) !== 0)
      .map(([root]) => root);
  }

  fateOf(root: string): Fate {
    const cell = this.cells[this.roots.get(root) ?? -1] ?? 0;
    const lostTo = this.replacements[(cell >>> LOST) - 1] ?? null;
    return {may: (cell & MAY) !== 0, must: (cell & MUST) !== 0, lostTo};
  }

  /**
   * Takes in what another route brings; says whether anything is new.
   *
   * @param written the number of the name that the route writes last; -1 for none
   */
  join(other: DataState, written: number): boolean {
    const {cells} = this;
    let changed = other.open && !this.open;
    this.open ||= other.open;
    for (let index = 0; index < cells.length; index += 1) {
      const mine = cells[index] ?? 0;
      const theirs = index === written ? MAY | MUST : (other.cells[index] ?? 0);
      if (mine === theirs) continue;
      const lost = mine >>> LOST === 0 ? theirs >>> LOST : mine >>> LOST;
      const both = ((mine | theirs) & MAY) | (mine & theirs & MUST) | (lost << LOST);
      if (both === mine) continue;
      cells[index] = both;
      changed = true;
    }
    return changed;
  }
}

/** Whether a transition does more than to write one name. */
function changesMore({kind}: Effect): boolean {
  return kind === 'replace' || kind === 'open';
}

const MAY = 1;
const MUST = 2;
const LOST = 2;
const MAX_REPLACEMENTS = 65_000;
/** Loops within loops take one sweep a level; this many levels are not followed. */
const MAX_SWEEPS = 50;

/** Follows the data of one scope. */
export class Follower {
  private readonly replacements: Replacement[] = [];
  private readonly numbers = new Map<Replacement, number>();
  /** What is known before each state, by its index. */
  private readonly before: (DataState | undefined)[] = [];
  /** The states before which something new is known, by their index, and how many they are. */
  private readonly isDirty: boolean[];
  private dirty = 0;

  /** @param effects of the transitions of each state */
  constructor(
    private readonly scope: Scope,
    private readonly roots: ReadonlyMap<string, number>,
    private readonly effects: readonly (readonly Effect[])[]
  ) {
    this.isDirty = scope.ordered.map(() => false);
    for (const own of effects) {
      for (const effect of own) {
        if (effect.kind !== 'replace' || this.replacements.length >= MAX_REPLACEMENTS) continue;
        this.numbers.set(effect, this.replacements.push(effect));
      }
    }
  }

  /**
   * Goes through the states again and again until nothing changes.
   *
   * @param order the states that can run, from the start on, in an order in which data mostly flows forward
   * @returns what is known before each state, by its index; null when that would take too long
   */
  follow(order: readonly State[]): readonly (Before | undefined)[] | null {
    const [start] = order;
    if (start !== undefined) this.learn(start, this.initial());
    for (let sweep = 0; sweep < MAX_SWEEPS && this.dirty > 0; sweep += 1) {
      for (const state of order) if (this.isDirty[state.index] === true) this.leave(state);
    }
    return this.dirty === 0 ? this.before : null;
  }

  private leave(state: State): void {
    this.isDirty[state.index] = false;
    this.dirty -= 1;
    const here = this.before[state.index];
    if (here === undefined) return;
    const effects = this.effects[state.index] ?? [];
    for (let at = 0; at < effects.length; at += 1) {
      const effect = effects[at];
      const target = state.transitions[at]?.target ?? null;
      if (target === null || effect === undefined) continue;
      const known = this.before[target.index];
      const written = effect.kind === 'set' ? (this.roots.get(effect.root) ?? -1) : -1;
      if (known === undefined) this.learn(target, this.after(here, effect, written));
      else if (known.join(changesMore(effect) ? this.after(here, effect, -1) : here, written)) {
        this.mark(target);
      }
    }
  }

  private learn(state: State, facts: DataState): void {
    this.before[state.index] = facts;
    this.mark(state);
  }

  private mark({index}: State): void {
    if (this.isDirty[index] === true) return;
    this.isDirty[index] = true;
    this.dirty += 1;
  }

  private initial(): DataState {
    const isItem = this.scope.owner !== null;
    const cells: number[] = [];
    for (const root of this.roots.keys())
      cells.push(!isItem && INITIAL_ROOTS.includes(root) ? MAY | MUST : 0);
    return new DataState(this.roots, this.replacements, cells, isItem);
  }

  /** What is known behind a transition. @param written the number of the name that it writes; -1 for none */
  private after(here: DataState, effect: Effect, written: number): DataState {
    const after = here.copy();
    if (written !== -1) after.cells[written] = MAY | MUST;
    if (effect.kind === 'replace') this.replace(after, effect);
    after.open ||= effect.kind === 'open';
    return after;
  }

  private replace(after: DataState, effect: Replacement): void {
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
}
