import type {JsonNode, JsonValue} from '../../bundle/json-types.js';
import type {FlowRun, Visit} from '../../flow-run/ports.js';
import type {Contact} from '../../flow-run/unknowns.js';
import {readCondition, type Comparison} from '../../flow/choice.js';
import type {State, Transition} from '../../flow/states.js';
import {lookUp} from '../paths.js';
import type {Matching} from '../matchers.js';
import {configFor} from './configs.js';
import {guessValue, skeletonOf} from './guess.js';
import {pathsIn, readsIn, readsOfJq} from './reads.js';
import {isMet, operandOf, requirementsFor, valueFor, variableOf, type Requirement} from './requirements.js';
import type {Route} from './routes.js';
import {resultFor, runsJq, type Scenario} from './scenario.js';

/** A way is given up after so many runs. */
const MOST_RUNS = 80;

export interface Solved {
  /** The last run. */
  readonly run: FlowRun;
  /** Whether it goes the way to its end. */
  readonly arrived: boolean;
  /** The transition that it could not be made to take, as far as that is known. */
  readonly stuckAt: Transition | null;
}

/** Changes a scenario, run by run, until the flow goes the way, or cannot be made to. */
export function* solve(scenario: Scenario, route: Route): Matching<Solved> {
  const solver = new Solver(scenario, route);
  for (let runs = 1; ; runs += 1) {
    const run = yield* scenario.run();
    const change = runs < MOST_RUNS ? solver.next(run) : 'stuck';
    if (change !== 'changed') return {run, arrived: change === 'arrived', stuckAt: solver.stuckAt};
  }
}

class Solver {
  /** How often each state of the run was to be changed: another way is tried each time. */
  private readonly tries = new Map<string, number>();
  private readonly doubts = new Set<string>();
  /** Where a run left the way last, rather before or behind the way's goal than there. */
  stuckAt: Transition | null = null;

  constructor(
    private readonly scenario: Scenario,
    private readonly route: Route
  ) {}

  /** Looks where a run leaves the way, and changes what makes it do so. */
  next(run: FlowRun): 'arrived' | 'changed' | 'stuck' {
    const off = this.departure(run);
    const wanted = off?.wanted ?? null;
    if (wanted !== null && (this.stuckAt === null || !this.isGoal(wanted))) this.stuckAt = wanted;
    if (off !== null) return this.mend(off.at, off.wanted, run) ? 'changed' : 'stuck';
    // What ZIS does not document would make the case hang on it: what can be avoided is.
    for (const contact of run.contacts) if (this.avoid(contact, run)) return 'changed';
    return 'arrived';
  }

  /** The first visit that did not go on as the way says. */
  private departure(run: FlowRun): {readonly at: number; readonly wanted: Transition | null} | null {
    const places = new Map<string, number>();
    for (const [at, visit] of run.visits.entries()) {
      const instance = `${visit.map ?? ''} ${visit.item ?? ''}`;
      const place = places.get(instance) ?? 0;
      places.set(instance, place + 1);
      const route = this.routeOf(visit, run.visits);
      if (route === null) {
        if (visit.error !== null && visit.left === null) return {at, wanted: nextOf(visit.state)};
        continue;
      }
      const wanted = route.transitions[place] ?? null;
      const isEmpty = route.inner.has(visit.state) && !run.visits.some(({map}) => map === at);
      if (isEmpty && visit.error === null) return {at, wanted};
      if (!isOnTheWay(visit, wanted, route)) return {at, wanted};
    }
    return null;
  }

  /** The way for the scope of a visit; null for one that is free to go anywhere. */
  private routeOf(visit: Visit, visits: readonly Visit[]): Route | null {
    if (visit.map === null) return this.route;
    const outer = visits[visit.map];
    if (outer === undefined || visit.item !== 0) return null;
    return this.routeOf(outer, visits)?.inner.get(outer.state) ?? null;
  }

  private mend(at: number, wanted: Transition | null, run: FlowRun): boolean {
    const visit = run.visits[at];
    if (visit === undefined) return false;
    if (wanted?.kind === 'catch') return this.fail(at, run);
    if (visit.error !== null) return this.mendError(at, run);
    if (visit.state.type === 'Choice' && wanted !== null) return this.choose(at, wanted, run);
    return (
      visit.state.type === 'Map' && !this.triedTooOften(visit, run.visits) && this.giveItems(at, run.visits)
    );
  }

  /** Makes a state fail, so that its Catch is taken. */
  private fail(at: number, {visits}: FlowRun): boolean {
    const visit = visits[at];
    if (visit === undefined || this.triedTooOften(visit, visits)) return false;
    if (visit.state.type === 'Map') return this.failWithin(at, visits);
    if (visit.call === null || visit.outcome === null) return false;
    const isHttp = visit.call.request !== null;
    this.scenario.give(
      visit,
      visits,
      isHttp ? {kind: 'http', status: 500} : {kind: 'error', Error: null, Cause: 'it failed'}
    );
    return true;
  }

  /** A Map fails with an iteration; where none can fail, without a list. */
  private failWithin(at: number, visits: readonly Visit[]): boolean {
    const map = visits[at];
    const inside = visits.find(
      ({map: owner, item, outcome, state}) =>
        owner === at && item === 0 && outcome !== null && !hasCatch(state)
    );
    if (inside !== undefined) {
      const isHttp = inside.call?.request !== null;
      this.scenario.give(
        inside,
        visits,
        isHttp ? {kind: 'http', status: 500} : {kind: 'error', Error: null, Cause: 'it failed'}
      );
      return true;
    }
    const list = itemsOf(map?.state);
    return list !== null && this.scenario.set(at, list, 'not a list', visits);
  }

  private mendError(at: number, run: FlowRun): boolean {
    const {visits} = run;
    const visit = visits[at];
    if (visit?.error === undefined || visit.error === null || this.triedTooOften(visit, visits)) return false;
    const {state, error, document} = visit;
    if (state.type === 'Map') {
      const inner = visits.findIndex(
        ({map, error: thrown, left}) => map === at && thrown !== null && left === null
      );
      return inner === -1 ? this.giveItems(at, visits) : this.mendError(inner, run);
    }
    const isMissing = error.Cause.startsWith(NOT_FOUND) && isWithin(error.node, state.node);
    const missing = isMissing ? missingPaths(error.node, document) : [];
    if (missing.length > 0) {
      return missing
        .map((segments) => this.scenario.set(at, segments, guessFor(segments, state), visits))
        .some(Boolean);
    }
    if (runsJq(state)) return this.mendJq(at, visits);
    if (state.type === 'Choice') return this.nameVariables(at, visits);
    const seconds = state.node.properties.get('SecondsPath')?.value;
    const [path] = typeof seconds === 'string' ? pathsIn(seconds) : [];
    return path !== undefined && this.scenario.set(at, path, 1, visits);
  }

  /** What jq cannot do with the data is not asked of it; data that is no JSON is made some. */
  private mendJq(at: number, visits: readonly Visit[]): boolean {
    const visit = visits[at];
    if (visit === undefined) return false;
    if (this.giveData(at, visits)) return true;
    if (visit.outcome !== null) {
      this.scenario.give(visit, visits, {kind: 'result', result: resultFor(visit.state)});
      return true;
    }
    const data = visit.state.node.properties.get('Parameters')?.properties.get('data.$')?.value;
    const [segments] = typeof data === 'string' ? pathsIn(data) : [];
    if (segments === undefined) return false;
    const guess = guessFor(segments, visit.state);
    return this.scenario.set(at, segments, typeof guess === 'object' ? guess : {}, visits);
  }

  /** Puts something where a program seems to look, once. */
  private giveData(at: number, visits: readonly Visit[]): boolean {
    const visit = visits[at];
    const key = `data ${at} ${visit?.state.node.start ?? ''}`;
    if (visit === undefined || this.tries.has(key)) return false;
    this.tries.set(key, 1);
    const missing = readsOfJq(visit.state.node).filter(
      (segments) => (lookUp(visit.document, segments) ?? null) === null
    );
    return missing
      .map((segments) => this.scenario.set(at, segments, guessFor(segments, visit.state), visits))
      .some(Boolean);
  }

  private giveItems(at: number, visits: readonly Visit[]): boolean {
    const state = visits[at]?.state;
    const list = itemsOf(state);
    if (list === null || state?.iterator === undefined || state.iterator === null) return false;
    return this.scenario.set(at, list, [skeletonOf(readsIn(state.iterator))], visits);
  }

  /** Lets something stand wherever a Choice looks. */
  private nameVariables(at: number, visits: readonly Visit[]): boolean {
    const visit = visits[at];
    if (visit === undefined) return false;
    const rules = visit.state.node.properties.get('Choices')?.items ?? [];
    const paths = rules
      .flatMap(variablesIn)
      .filter((segments) => lookUp(visit.document, segments) === undefined);
    return paths
      .map((segments) => this.scenario.set(at, segments, guessFor(segments, visit.state), visits))
      .some(Boolean);
  }

  private choose(at: number, wanted: Transition, {visits}: FlowRun): boolean {
    const visit = visits[at];
    if (visit === undefined) return false;
    const same = visit.state.transitions.filter(({to}) => to === wanted.to);
    const ways = requirementsFor(visit.state, this.isGoal(wanted) ? [wanted] : same, visit.document);
    const key = `choose ${at} ${visit.state.node.start}`;
    const tried = this.tries.get(key) ?? 0;
    this.tries.set(key, tried + 1);
    // Each way twice: what is set first may be undone by what is set behind it.
    const way = ways[Math.floor(tried / 2)];
    if (way === undefined) return false;
    const byPath = groups(way);
    const changes = byPath.map((requirements) => this.require(at, requirements, visit.document, visits));
    return changes.some(Boolean) || Math.floor((tried + 1) / 2) < ways.length;
  }

  private isGoal(transition: Transition): boolean {
    const goals = (route: Route): readonly (Transition | null)[] => [
      route.goal,
      ...[...route.inner.values()].flatMap(goals)
    ];
    return goals(this.route).includes(transition);
  }

  /** @param requirements all that is required of one path */
  private require(
    at: number,
    requirements: readonly Requirement[],
    document: JsonValue,
    visits: readonly Visit[]
  ): boolean {
    if (requirements.every((requirement) => isMet(requirement, document))) return false;
    const [segments] = requirements.flatMap(({comparison}) => [variableOf(comparison) ?? []]);
    const others = requirements.map(({comparison}) => this.operand(at, comparison, document, visits));
    const found = valueFor(requirements, others);
    return (
      found !== null &&
      segments !== undefined &&
      segments.length > 0 &&
      this.scenario.set(at, segments, found.value, visits)
    );
  }

  /** What a value is compared with; where that leads nowhere, something is put there. */
  private operand(
    at: number,
    comparison: Comparison,
    document: JsonValue,
    visits: readonly Visit[]
  ): JsonValue {
    const known = operandOf(comparison, document);
    if (known !== undefined) return known;
    const [path] = typeof comparison.operand.value === 'string' ? pathsIn(comparison.operand.value) : [];
    const {kind} = comparison.operator;
    const other = kind === 'Numeric' ? 10 : kind === 'Boolean' ? true : 'a text';
    if (path !== undefined) this.scenario.set(at, path, other, visits);
    return other;
  }

  /** Changes what touches an undocumented point, once. @returns whether it did */
  private avoid({id, node}: Contact, {visits}: FlowRun): boolean {
    const key = `${id} ${node.start}`;
    if (this.doubts.has(key)) return false;
    this.doubts.add(key);
    const at = visits.findIndex(({state}) => isWithin(node, state.node) && !isWithinIterator(node, state));
    const visit = visits[at];
    if (visit === undefined) return false;
    switch (id) {
      case 'choice.missing-variable':
      case 'choice.null-present':
        return this.nameVariables(at, visits) || this.replaceNull(at, node, visits);
      case 'placeholder.null':
        return this.replaceNull(at, node, visits);
      case 'placeholder.type':
        return this.setAll(at, node, visits, (segments) => guessText(segments));
      case 'map.empty':
        return this.giveItems(at, visits);
      case 'jq.many':
      case 'jq.none':
        this.scenario.give(visit, visits, {kind: 'result', result: visit.result ?? resultFor(visit.state)});
        return true;
      case 'config.missing': {
        const scope = visit.call?.parameters['scope'];
        if (typeof scope !== 'string' || scope.includes('*')) return false;
        this.scenario.configs[scope] = configFor(visit.state);
        return true;
      }
      default:
        return false;
    }
  }

  private replaceNull(at: number, node: JsonNode, visits: readonly Visit[]): boolean {
    const document = visits[at]?.document ?? null;
    const isNull = (segments: readonly (string | number)[]): boolean =>
      (lookUp(document, segments) ?? null) === null;
    return this.setAll(at, node, visits, (segments) => (isNull(segments) ? guessText(segments) : undefined));
  }

  /** Sets each path within a value to what is given for it; undefined leaves it. */
  private setAll(
    at: number,
    node: JsonNode,
    visits: readonly Visit[],
    valueOf: (segments: readonly (string | number)[]) => JsonValue | undefined
  ): boolean {
    const changes = textsIn(node)
      .flatMap(pathsIn)
      .map((segments) => {
        const value = valueOf(segments);
        return value !== undefined && this.scenario.set(at, segments, value, visits);
      });
    return changes.some(Boolean);
  }

  private triedTooOften(visit: Visit, visits: readonly Visit[]): boolean {
    const key = `${visits.indexOf(visit)} ${visit.state.node.start} ${visit.error?.Cause ?? ''}`;
    const tries = (this.tries.get(key) ?? 0) + 1;
    this.tries.set(key, tries);
    return tries > 4;
  }
}

/** Of the way's goal the very transition counts, of others that it leads to the same state. */
function isOnTheWay({state, left, error}: Visit, wanted: Transition | null, {goal}: Route): boolean {
  if (state.type === 'Fail') return wanted === null;
  if ((error !== null) !== (wanted?.kind === 'catch')) return false;
  if (wanted === null || left === null) return wanted === left;
  return wanted === goal ? left.node === wanted.node : left.to === wanted.to;
}

/** What is required of each path. */
function groups(way: readonly Requirement[]): Requirement[][] {
  const byPath = new Map<string, Requirement[]>();
  for (const requirement of way) {
    const key = JSON.stringify(variableOf(requirement.comparison));
    byPath.set(key, [...(byPath.get(key) ?? []), requirement]);
  }
  return [...byPath.values()];
}

/** How the interpreter words it that a path leads nowhere. */
const NOT_FOUND = 'JSON path not found';

function nextOf({transitions}: State): Transition | null {
  return transitions.find(({kind}) => kind === 'next') ?? null;
}

function hasCatch({transitions}: State): boolean {
  return transitions.some(({kind}) => kind === 'catch');
}

function itemsOf(state: State | undefined): readonly (string | number)[] | null {
  const path = state?.node.properties.get('ItemsPath')?.value;
  return typeof path === 'string' ? (pathsIn(path)[0] ?? null) : null;
}

function isWithin(inner: JsonNode, outer: JsonNode): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isWithinIterator(node: JsonNode, {iterator}: State): boolean {
  return iterator !== null && isWithin(node, iterator.node);
}

/** The paths within a value of the bundle that lead nowhere in a document. */
function missingPaths(node: JsonNode, document: JsonValue): (readonly (string | number)[])[] {
  return textsIn(node)
    .flatMap(pathsIn)
    .filter((segments) => lookUp(document, segments) === undefined);
}

/** Names of a state under which no path is read. */
const UNREAD: ReadonlySet<string> = new Set(['Iterator', 'ResultPath', 'Next', 'Comment']);

function textsIn(node: JsonNode): string[] {
  const inner = [...node.properties.nodes, ...node.items].flatMap((each) =>
    UNREAD.has(each.name) ? [] : textsIn(each)
  );
  return typeof node.value === 'string' ? [node.value, ...inner] : inner;
}

function variablesIn(rule: JsonNode): (readonly (string | number)[])[] {
  const condition = readCondition(rule);
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts.flatMap(variablesIn);
    case 'not':
      return variablesIn(condition.part);
    case 'comparison': {
      const segments = variableOf(condition);
      return segments === null || condition.operator.kind === 'Presence' ? [] : [segments];
    }
    case 'faulty':
      return [];
  }
}

/** What may stand at a path: with what is read further down. */
function guessFor(segments: readonly (string | number)[], {scope}: State): JsonValue {
  const deeper = readsIn(scope).flatMap((read) => {
    const isBelow =
      read.length > segments.length && segments.every((segment, index) => read[index] === segment);
    return isBelow ? [read.slice(segments.length)] : [];
  });
  if (deeper.length > 0)
    return deeper.some(([first]) => typeof first === 'number') ? listOf(deeper) : skeletonOf(deeper);
  return guessValue(nameOf(segments));
}

function listOf(deeper: readonly (readonly (string | number)[])[]): JsonValue {
  const rests = deeper.map(([, ...rest]) => rest).filter(({length}) => length > 0);
  return [rests.length === 0 ? guessValue('') : skeletonOf(rests)];
}

function guessText(segments: readonly (string | number)[]): JsonValue {
  const value = guessValue(nameOf(segments));
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function nameOf(segments: readonly (string | number)[]): string {
  return segments.findLast((segment) => typeof segment === 'string') ?? '';
}
