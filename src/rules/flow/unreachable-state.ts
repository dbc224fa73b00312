import type {State} from '../../flow/states.js';
import type {BundleRule, Report} from '../rule.js';
import {listOf, quote} from '../../words.js';
import {nameOf} from '../analysis/flows.js';
import {components, graphsIn, successors, type ScopeGraph} from '../analysis/graph.js';

/** More names than this do not help in a message. */
const NAMES_SHOWN = 4;

export const unreachableState: BundleRule = {
  id: 'flow/unreachable-state',
  scope: 'bundle',
  severity: 'warning',
  summary: 'Every state can be reached from `StartAt`.',
  why: 'A state that nothing leads to never runs. Often the transition to it was lost when another state was put in between.',
  bad: '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "C"}, "B": {"Type": "Pass", "Next": "C"}, "C": {"Type": "Succeed"}}}',
  good: '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "C"}, "C": {"Type": "Succeed"}}}',
  source: 'Inferred: a search of the flow from its start',
  check(bundle, report) {
    for (const graph of graphsIn(bundle)) if (!graph.hasLooseEnd) reportUnreachable(graph, report);
  }
};

export const endlessLoop: BundleRule = {
  id: 'flow/endless-loop',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A loop has a way out.',
  why: 'A flow that gets into the loop runs in circles until ZIS stops it.',
  bad: '{"Poll": {"Type": "Wait", "Seconds": 5, "Next": "Load"}, "Load": {"Type": "Action", "…": "…", "Next": "Poll"}}',
  good: '{"Poll": {"…": "…", "Next": "Load"}, "Load": {"…": "…", "Next": "Ready?"}, "Ready?": {"Type": "Choice", "…": "…", "Default": "Done"}}',
  source: 'Inferred: a search of the flow; Flow state limitations (run time)',
  check(bundle, report) {
    for (const {reachable, hasLoop, canEnd, hasLooseEnd} of graphsIn(bundle)) {
      if (hasLoop && canEnd && !hasLooseEnd) reportLoops(reachable, report);
    }
  }
};

/** One finding for each group of states that nothing leads to; what only they lead to goes without saying. */
function reportUnreachable({scope, reachable, isReachable}: ScopeGraph, report: Report): void {
  if (reachable.length === scope.ordered.length) return;
  const lost = new Set(scope.ordered.filter((state) => !isReachable(state)));
  const groups = components(lost, (state) => successors(state).filter((target) => lost.has(target)));
  const groupOf = new Map(groups.flatMap((group) => group.map((state) => [state, group] as const)));
  const entered = new Set<State[]>();
  for (const state of lost) {
    for (const target of successors(state)) {
      const group = groupOf.get(target);
      if (group !== undefined && group !== groupOf.get(state)) entered.add(group);
    }
  }
  const hint = 'Lead a transition to it, or remove it.';
  for (const group of groups) {
    const first = firstOf(group);
    if (first === null || entered.has(group)) continue;
    const message =
      group.length === 1
        ? `no transition leads to the state ${quote(first.name)}`
        : `the states ${namesOf(group)} lead to each other, and no transition from "StartAt" leads to them`;
    report(
      nameOf(first),
      message,
      group.length === 1 ? hint : 'Lead a transition to one of them, or remove them.'
    );
  }
}

function reportLoops(reachable: readonly State[], report: Report): void {
  for (const group of components(reachable, successors)) {
    const first = firstOf(group);
    if (first === null || group.some(({terminal}) => terminal)) continue;
    const members = new Set(group);
    const leaves = group.some((state) => successors(state).some((target) => !members.has(target)));
    if (leaves) continue;
    report(
      nameOf(first),
      group.length === 1
        ? `the state ${quote(first.name)} leads only to itself: the loop has no way out`
        : `the states ${namesOf(group)} lead only to each other: the loop has no way out`,
      'Let a Choice state lead out of it.'
    );
  }
}

function firstOf(group: readonly State[]): State | null {
  return group.reduce<State | null>(
    (first, state) => (first === null || state.node.start < first.node.start ? state : first),
    null
  );
}

function namesOf(group: readonly State[]): string {
  const inOrder = [...group].sort((a, b) => a.node.start - b.node.start).map(({name}) => name);
  if (inOrder.length <= NAMES_SHOWN) return listOf(inOrder, 'and');
  const shown = inOrder.slice(0, NAMES_SHOWN).map(quote).join(', ');
  return `${shown} and ${inOrder.length - NAMES_SHOWN} more`;
}
