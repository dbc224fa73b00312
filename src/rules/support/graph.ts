import type {Scope, State} from '../../bundle/flow.js';
import {scopesIn, startOf} from './flows.js';
import {perBundle} from './memo.js';
import {shapesIn, type Shapes} from './shapes.js';

/** A flow or an Iterator as a graph, searched from its start. */
export interface ScopeGraph {
  readonly scope: Scope;
  /** The states of this scope to which a state can go. */
  readonly successors: (state: State) => readonly State[];
  /** The states that can run. */
  readonly reachable: ReadonlySet<State>;
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
  return scopesIn(bundle).flatMap((scope) => {
    const start = startOf(scope);
    if (start === undefined) return [];
    return [graphOf(scope, start, shapes, lostKeys)];
  });
});

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

function graphOf(scope: Scope, start: State, shapes: Shapes, lostKeys: boolean): ScopeGraph {
  const edges = new Map<State, readonly State[]>();
  const successors = (state: State): readonly State[] => {
    let targets = edges.get(state);
    if (targets === undefined) {
      targets = targetsOf(state);
      edges.set(state, targets);
    }
    return targets;
  };
  const reachable = new Set([start]);
  let hasLooseEnd = lostKeys;
  for (const state of reachable) {
    hasLooseEnd ||= isLoose(state, shapes);
    for (const target of successors(state)) reachable.add(target);
  }
  return {scope, successors, reachable, hasLooseEnd};
}

/** The states of its own scope to which a state can go, each once. */
function targetsOf({transitions, scope}: State): readonly State[] {
  const targets = new Set<State>();
  for (const {to} of transitions) {
    const target = scope.states.get(to);
    if (target !== undefined) targets.add(target);
  }
  return [...targets];
}

/** Whether one of a state's ways on cannot be followed as it is written. */
function isLoose(state: State, shapes: Shapes): boolean {
  const type = shapes.typeOf(state);
  if (type === null || shapes.isMisspelt(state)) return true;
  const {transitions, scope, terminal} = state;
  if (transitions.some(({to}) => !scope.states.has(to))) return true;
  const count = (kind: string): number => transitions.filter((transition) => transition.kind === kind).length;
  const {properties} = state.node;
  if (type === 'Choice') {
    const rules = properties.get('Choices')?.items.length ?? 0;
    const lostDefault = properties.has('Default') && count('default') === 0;
    return rules === 0 || count('choice') < rules || lostDefault;
  }
  const lostCatch = count('catch') < (properties.get('Catch')?.items.length ?? 0);
  return lostCatch || (!terminal && count('next') === 0);
}
