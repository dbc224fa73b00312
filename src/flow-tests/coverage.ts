import type {FlowRun} from '../flow-run/ports.js';
import type {Flow, State, Transition} from '../flow/states.js';
import type {Coverage, FlowCoverage} from './result.js';

/** A flow that was tested, and where it stands. */
export interface CoveredFlow {
  /** The path of the bundle's file. */
  readonly bundle: string;
  readonly flow: Flow;
  /** The line of an offset in the bundle's file. */
  readonly lineOf: (offset: number) => number;
}

/** Collects which states and transitions of the tested flows were used by any case. */
export class CoverageCounter {
  private readonly flows = new Map<string, Counted>();

  /** A flow counts from its first case on, whether that reaches any of its states or not. */
  add(covered: CoveredFlow, run: FlowRun): void {
    const counted = this.countedOf(covered);
    for (const {state, left} of run.visits) {
      counted.states.add(state.node.start);
      if (left !== null) counted.transitions.add(left.node.start);
    }
  }

  coverage(): Coverage {
    const flows = [...this.flows.values()].map(coverageOf).sort(compareFlows);
    const sum = (of: (flow: FlowCoverage) => number): number =>
      flows.reduce((total, flow) => total + of(flow), 0);
    const [states, statesTotal] = [sum((flow) => flow.states), sum((flow) => flow.statesTotal)];
    return {
      percent: percentOf(states, statesTotal),
      states,
      statesTotal,
      transitions: sum((flow) => flow.transitions),
      transitionsTotal: sum((flow) => flow.transitionsTotal),
      flows
    };
  }

  /** Files of one bundle may fill its placeholders differently: what is where in the file is the same. */
  private countedOf(covered: CoveredFlow): Counted {
    const key = JSON.stringify([covered.bundle, covered.flow.resource.name]);
    const counted = this.flows.get(key) ?? {covered, states: new Set(), transitions: new Set()};
    this.flows.set(key, counted);
    return counted;
  }
}

/** What was used of a flow, each by its place in the bundle's file. */
interface Counted {
  readonly covered: CoveredFlow;
  readonly states: Set<number>;
  readonly transitions: Set<number>;
}

/** All states of a flow, those in Iterators too. */
export function statesOf({scopes}: Flow): State[] {
  return scopes.flatMap(({ordered}) => ordered);
}

function transitionsOf(flow: Flow): readonly Transition[] {
  return statesOf(flow).flatMap(({transitions}) => transitions);
}

function coverageOf({covered: {bundle, flow, lineOf}, states, transitions}: Counted): FlowCoverage {
  const all = statesOf(flow);
  const missed = all.filter(({node}) => !states.has(node.start));
  return {
    bundle,
    flow: flow.resource.name,
    states: all.length - missed.length,
    statesTotal: all.length,
    transitions: transitions.size,
    transitionsTotal: transitionsOf(flow).length,
    missed: missed.map(({name, node}) => ({name, line: lineOf((node.key ?? node).start)}))
  };
}

function compareFlows(one: FlowCoverage, other: FlowCoverage): number {
  return compareText(one.bundle, other.bundle) || compareText(one.flow, other.flow);
}

function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** With one decimal, rounded down so that 100 means all; 100 of nothing. */
export function percentOf(part: number, total: number): number {
  return total === 0 ? 100 : Math.floor((part / total) * 1000) / 10;
}
