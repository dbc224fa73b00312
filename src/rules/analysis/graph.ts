import type {Scope, State} from '../../flow/states.js';
import {scopesIn, startOf} from './flows.js';
import {perBundle} from './memo.js';
import {shapesIn, type Shapes} from './shapes.js';

/** A flow or an Iterator as a graph, searched from its start. */
export interface ScopeGraph {
  readonly scope: Scope;
  /** The states that can run, each after those that lead to it, except where a loop leads back. */
  readonly reachable: readonly State[];
  readonly isReachable: (state: State) => boolean;
  /** Whether a way leads back to a state that it came from. */
  readonly hasLoop: boolean;
  /** Whether a state that can run ends the scope. */
  readonly canEnd: boolean;
  /**
   * Whether the way on from a reachable state is missing, misspelt or leads nowhere. That is reported where it
   * stands; what cannot be reached, or never ends, may be its consequence.
   */
  readonly hasLooseEnd: boolean;
}

/** The graphs of all scopes whose `StartAt` names a state of theirs. */
export const graphsIn = perBundle((bundle): readonly ScopeGraph[] => {
  const shapes = shapesIn(bundle);
  const lostKeys = (bundle.file.json?.duplicateKeys.length ?? 0) > 0;
  const graphs: ScopeGraph[] = [];
  for (const scope of scopesIn(bundle)) {
    const start = startOf(scope);
    if (start === undefined) continue;
    const {reachable, isReachable, hasLoop} = search(start);
    const canEnd = reachable.some(({terminal}) => terminal);
    const hasLooseEnd = lostKeys || reachable.some((state) => isLoose(state, shapes));
    graphs.push({scope, reachable, isReachable, hasLoop, canEnd, hasLooseEnd});
  }
  return graphs;
});

/** The states of its own scope to which a state can go. */
export function successors({transitions}: State): State[] {
  const targets: State[] = [];
  for (const {target} of transitions) if (target !== null) targets.push(target);
  return targets;
}

/**
 * The strongly connected components of a graph: groups of nodes each of which leads to all others. A
 * component comes after those to which it leads. Linear in nodes and edges (Tarjan), without recursion.
 */
export function components<T>(nodes: Iterable<T>, successors: (node: T) => readonly T[]): T[][] {
  const found: T[][] = [];
  const marks = new Map<T, {readonly index: number; low: number; done: boolean}>();
  const waiting: T[] = [];
  const mark = (node: T) => {
    const made = {index: marks.size, low: marks.size, done: false};
    marks.set(node, made);
    waiting.push(node);
    return made;
  };
  for (const root of nodes) {
    if (marks.has(root)) continue;
    const path = [{node: root, mark: mark(root), next: 0}];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const child = successors(top.node)[top.next];
      top.next += 1;
      if (child !== undefined) {
        const seen = marks.get(child);
        if (seen === undefined) path.push({node: child, mark: mark(child), next: 0});
        else if (!seen.done) top.mark.low = Math.min(top.mark.low, seen.index);
        continue;
      }
      path.pop();
      const below = path.at(-1);
      if (below !== undefined) below.mark.low = Math.min(below.mark.low, top.mark.low);
      if (top.mark.low === top.mark.index) found.push(close(waiting, top.node, marks));
    }
  }
  return found;
}

function close<T>(waiting: T[], root: T, marks: ReadonlyMap<T, {done: boolean}>): T[] {
  const component = waiting.splice(waiting.lastIndexOf(root));
  for (const node of component) {
    const mark = marks.get(node);
    if (mark !== undefined) mark.done = true;
  }
  return component;
}

/** Goes through all that can be reached, deep first and without recursion. */
function search(start: State): Pick<ScopeGraph, 'reachable' | 'isReachable' | 'hasLoop'> {
  const left: State[] = [];
  const marks = start.scope.ordered.map(() => NEW);
  const nextOf = start.scope.ordered.map(() => 0);
  const path = [start];
  marks[start.index] = ON_PATH;
  let hasLoop = false;
  for (let state = path.at(-1); state !== undefined; state = path.at(-1)) {
    const next = nextOf[state.index] ?? 0;
    const transition = state.transitions[next];
    if (transition === undefined) {
      marks[state.index] = LEFT;
      left.push(state);
      path.pop();
      continue;
    }
    nextOf[state.index] = next + 1;
    const {target} = transition;
    if (target === null) continue;
    if (marks[target.index] === ON_PATH) hasLoop = true;
    if (marks[target.index] !== NEW) continue;
    marks[target.index] = ON_PATH;
    path.push(target);
  }
  return {reachable: left.reverse(), isReachable: ({index}) => marks[index] === LEFT, hasLoop};
}

const NEW = 0;
const ON_PATH = 1;
const LEFT = 2;

/** Whether one of a state's ways on cannot be followed as it is written. */
function isLoose(state: State, shapes: Shapes): boolean {
  const type = shapes.typeOf(state);
  if (type === null || shapes.isMisspelt(state)) return true;
  const {properties} = state.node;
  const count = {next: 0, choice: 0, default: 0, catch: 0};
  for (const {kind, target} of state.transitions) {
    if (target === null) return true;
    count[kind] += 1;
  }
  if (type === 'Choice') {
    const rules = properties.get('Choices')?.items.length ?? 0;
    const lostDefault = properties.has('Default') && count.default === 0;
    return rules === 0 || count.choice < rules || lostDefault;
  }
  const catchers = properties.get('Catch');
  const lostCatch =
    catchers !== undefined && (catchers.type !== 'array' || count.catch < catchers.items.length);
  return lostCatch || (!state.terminal && count.next === 0);
}
