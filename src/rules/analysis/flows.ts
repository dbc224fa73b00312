import {flowsOf, type Flow, type Scope, type State} from '../../flow/states.js';
import {perBundle} from './memo.js';

/** The bundle's flows as graphs. */
export const flowsIn = perBundle((bundle): readonly Flow[] => flowsOf(bundle.resources));

/** The definitions of all flows and the Iterators in them, outer ones first. */
export const scopesIn = perBundle((bundle): readonly Scope[] => {
  const scopes: Scope[] = [];
  for (const flow of flowsIn(bundle)) for (const scope of flow.scopes) scopes.push(scope);
  return scopes;
});

/** The states of all flows and of all Iterators in them; a scope's states stand together. */
export const statesIn = perBundle((bundle): readonly State[] => {
  const states: State[] = [];
  for (const {ordered} of scopesIn(bundle)) for (const state of ordered) states.push(state);
  return states;
});

/** The state that a scope starts with; undefined when `StartAt` names none. */
export function startOf(scope: Scope): State | undefined {
  const name = scope.startAt?.value;
  return typeof name === 'string' ? scope.states.get(name) : undefined;
}

/** Where a state's name stands. */
export function nameOf(state: State): {readonly start: number; readonly end: number} {
  return state.node.key ?? state.node;
}
