import type {JsonValue} from '../bundle/json-types.js';
import type {Scope, State, Transition} from '../flow/states.js';
import {textOf} from '../flow/template.js';
import {NOTHING, prepareCall, type ActionContext} from './action.js';
import {choose} from './choose.js';
import {missingConnection} from './connections.js';
import {Data, placeResult} from './data.js';
import {limitMet, RunStopped, StateFailure} from './failure.js';
import {TOO_MUCH_TOGETHER} from './allowance.js';
import {Budget, MAX_ITEMS, MAX_SECONDS, MAX_TRANSITIONS} from './limits.js';
import {Points} from './points.js';
import type {FlowEnd, FlowError, FlowMachine, FlowRequest, FlowStart, Outcome, Visit} from './ports.js';
import {Resolver} from './resolve.js';
import {answersTo} from './unknowns.js';

/** What ZIS logs for a flow that succeeds without a Message (Succeed state). */
const DEFAULT_MESSAGE = 'Execution Successful';

/** How often ZIS begins a flow with the answer `three` to `retry.flow`. */
const ATTEMPTS = 3;

/**
 * Runs a flow. It never throws for what the flow, the document or an outcome holds: what goes wrong there is how
 * the run ends.
 *
 * @throws TypeError when it is resumed with an outcome that does not fit the request
 */
export function* runFlow(start: FlowStart): FlowMachine {
  const points = new Points(start.answers);
  const visits: Visit[] = [];
  const attempts = start.answers['retry.flow'] === 'three' ? ATTEMPTS : 1;
  for (let attempt = 1; ; attempt += 1) {
    const run = new Attempt(start, points, visits, attempt);
    const end = yield* run.run();
    const retried = isRetried(end);
    if (retried) {
      const {node} = end.error;
      points.touch({id: 'retry.flow', node, candidates: answersTo('retry.flow'), latent: true});
      if (attempt < attempts) continue;
    }
    if (end.status === 'failed' && !end.error.named && end.limit === null) {
      points.readEnd(end.error.Error, end.error.node);
    }
    const {slept, transitions} = run;
    const {contacts} = points;
    const holdsUnnamedError = (value: JsonValue): boolean => points.unnamedWithin(value) !== null;
    return {end, visits, slept, transitions, attempts: attempt, contacts, holdsUnnamedError};
  }
}

/** Whether ZIS may try a flow that ended so once more. */
function isRetried(end: FlowEnd): end is FlowEnd & {status: 'failed'} {
  return end.status === 'failed' && (end.error.status === 429 || end.error.status === 500);
}

/** A visit while its state is being run. */
type OpenVisit = {-readonly [Key in keyof Visit]: Visit[Key]};

/** Which iteration a scope is run for. */
interface Iteration {
  readonly map: number;
  readonly item: number;
}

/** How a scope ended. */
interface ScopeEnd {
  readonly state: State;
  readonly document: JsonValue;
  readonly message: string;
}

/** What a state comes to: the document with which it leaves, and where it goes; null where its scope ends. */
interface Step {
  readonly document: JsonValue;
  readonly transition: Transition | null;
  readonly message?: string;
}

type Steps<T> = Generator<FlowRequest, T, Outcome>;

/** One time that a flow is run from its beginning. */
class Attempt {
  slept = 0;
  transitions = 0;
  private outermost: State | null = null;
  private readonly budget: Budget;
  private readonly context: ActionContext;

  constructor(
    private readonly start: FlowStart,
    private readonly points: Points,
    private readonly visits: OpenVisit[],
    private readonly attempt: number
  ) {
    const {actions, subdomain, allowance} = start;
    this.budget = new Budget(allowance);
    this.context = {actions, subdomain, points, budget: this.budget};
  }

  *run(): Steps<FlowEnd> {
    const {flow, document, connections, allowance} = this.start;
    try {
      const {definition} = flow;
      if (!allowance.isSpent) this.budget.admit(document, definition.node);
      const missing = connections === null ? null : missingConnection(this.start, connections);
      if (missing !== null) throw this.points.failure(missing.node, missing.message);
      return {status: 'succeeded', ...(yield* this.scope(definition, document, null))};
    } catch (thrown) {
      if (thrown instanceof RunStopped && this.outermost !== null && thrown.innermost !== null) {
        const {innermost, message: reason} = thrown;
        return {status: 'stopped', state: this.outermost, innermost, reason};
      }
      if (!(thrown instanceof StateFailure)) throw thrown;
      const {error, limit, innermost} = thrown;
      return {status: 'failed', state: this.outermost, innermost, error, limit};
    }
  }

  private *scope(scope: Scope, document: JsonValue, iteration: Iteration | null): Steps<ScopeEnd> {
    let state = scope.states.get(textOf(scope.startAt ?? undefined));
    if (state === undefined) {
      throw this.points.failure(scope.startAt ?? scope.node, 'StartAt names no state');
    }
    for (let entering = document; ;) {
      const visit = this.enter(state, entering, iteration);
      const step = yield* this.visit(visit);
      visit.left = step.transition;
      visit.output = step.document;
      if (step.transition === null) {
        return {state, document: step.document, message: step.message ?? DEFAULT_MESSAGE};
      }
      const {target, node, to} = step.transition;
      if (target === null) throw this.points.failure(node, `there is no state ${to}`);
      state = target;
      entering = step.document;
    }
  }

  private enter(state: State, document: JsonValue, iteration: Iteration | null): OpenVisit {
    if (iteration === null) this.outermost = state;
    this.transitions += 1;
    const visit: OpenVisit = {
      attempt: this.attempt,
      state,
      map: iteration?.map ?? null,
      item: iteration?.item ?? null,
      document,
      call: null,
      outcome: null,
      result: undefined,
      error: null,
      left: null,
      output: undefined,
      slept: 0
    };
    this.visits.push(visit);
    return visit;
  }

  /** Runs a state, and takes the way of its Catch when it fails. */
  private *visit(visit: OpenVisit): Steps<Step> {
    const {state} = visit;
    try {
      if (this.start.allowance.isSpent) throw new RunStopped(TOO_MUCH_TOGETHER);
      if (this.transitions > MAX_TRANSITIONS) {
        const cause = `this flow goes through more than ${MAX_TRANSITIONS} states, where ZIS ends it`;
        throw limitMet('transitions', state.node, cause);
      }
      const step = yield* this.step(visit);
      this.budget.admit(step.document, state.node);
      return step;
    } catch (thrown) {
      if (thrown instanceof StateFailure || thrown instanceof RunStopped) thrown.innermost ??= state;
      if (!(thrown instanceof StateFailure)) throw thrown;
      visit.error = thrown.error;
      const caught = thrown.limit === null ? this.caught(visit, thrown.error) : null;
      if (caught === null) throw thrown;
      return caught;
    }
  }

  /** What a Catch makes of a failure (Flow states retry and error handling); null where there is none. */
  private caught({state, document}: OpenVisit, error: FlowError): Step | null {
    if (state.type !== 'Action' && state.type !== 'Map') return null;
    const catchers = state.node.properties.get('Catch')?.items ?? [];
    const catcher = catchers.find(({properties}) =>
      properties.get('ErrorEquals')?.items.some(({value}) => value === 'States.ALL')
    );
    const next = catcher?.properties.get('Next');
    const transition = state.transitions.find(({node}) => node === next);
    if (catcher === undefined || transition === undefined) return null;
    const result = {Error: error.Error, Cause: error.Cause};
    if (!error.named) this.points.markUnnamed(result);
    const resultPath = catcher.properties.get('ResultPath');
    const caught = placeResult(document, resultPath, result, this.points);
    this.budget.admit(caught, catcher);
    return {document: caught, transition};
  }

  private *step(visit: OpenVisit): Steps<Step> {
    const {state, document} = visit;
    const resolver = new Resolver(new Data(document, this.points), this.points, this.budget);
    switch (state.type) {
      case 'Pass':
        return this.pass(visit, resolver);
      case 'Choice': {
        const data = new Data(document, this.points);
        return {document, transition: choose(state, data, this.points, this.budget)};
      }
      case 'Wait':
        return yield* this.wait(visit, resolver);
      case 'Succeed': {
        const message = state.node.properties.get('Message');
        if (message === undefined) return {document, transition: null};
        return {document, transition: null, message: resolver.text(message, true)};
      }
      case 'Fail':
        throw this.fail(state, resolver);
      case 'Action':
        return yield* this.action(visit, resolver);
      case 'Map':
        return yield* this.map(visit, resolver);
      default:
        throw this.points.failure(state.node, `ZIS has no state of the type ${state.type}`);
    }
  }

  /** A Pass without a Result passes its document on as the result, as in Amazon States Language. */
  private pass(visit: OpenVisit, resolver: Resolver): Step {
    const result = visit.state.node.properties.get('Result');
    return this.leave(visit, result === undefined ? visit.document : resolver.literal(result));
  }

  private *wait(visit: OpenVisit, resolver: Resolver): Steps<Step> {
    const {state, document} = visit;
    const {properties} = state.node;
    const path = properties.get('SecondsPath');
    const node = path ?? properties.get('Seconds') ?? state.node;
    const seconds = path === undefined ? node.value : resolver.path(path);
    if (typeof seconds !== 'number') throw this.points.failure(node, 'the seconds to wait are no number');
    if (seconds > 0) {
      if (this.slept + seconds > MAX_SECONDS) {
        const cause = `the waits take more than ${MAX_SECONDS} seconds, after which ZIS ends a flow`;
        throw limitMet('time', node, cause);
      }
      this.slept += seconds;
      visit.slept = seconds;
      this.resumed(yield {kind: 'sleep', state, seconds});
    }
    return {document, transition: this.next(state)};
  }

  private fail({node}: State, resolver: Resolver): StateFailure {
    const text = (name: string): string => {
      const found = node.properties.get(name);
      return found === undefined ? '' : resolver.text(found, true);
    };
    return new StateFailure({Error: text('Error'), Cause: text('Cause'), named: true, status: null, node});
  }

  private *action(visit: OpenVisit, resolver: Resolver): Steps<Step> {
    const call = prepareCall(visit.state, resolver, this.context, (begun) => {
      visit.call = begun;
    });
    const outcome = this.resumed(yield call.request);
    visit.outcome = outcome;
    const result = call.resultOf(outcome);
    if (result === NOTHING) return {document: visit.document, transition: this.next(visit.state)};
    return this.leave(visit, result);
  }

  private *map(visit: OpenVisit, resolver: Resolver): Steps<Step> {
    const {state} = visit;
    const path = state.node.properties.get('ItemsPath') ?? state.node;
    const items = resolver.path(path);
    if (!Array.isArray(items)) throw this.points.failure(path, `there is no list at ${textOf(path)}`);
    if (items.length > MAX_ITEMS) {
      const cause = `this Map has ${items.length} items, and ZIS takes at most ${MAX_ITEMS}`;
      throw limitMet('items', path, cause);
    }
    if (items.length === 0) {
      return this.leave(visit, this.points.answer('map.empty', path) === 'list' ? [] : null);
    }
    if (state.iterator === null) throw this.points.failure(state.node, 'this Map has no Iterator');
    const map = this.visits.lastIndexOf(visit);
    const results: JsonValue[] = [];
    for (const [item, value] of items.entries()) {
      results.push((yield* this.scope(state.iterator, value, {map, item})).document);
    }
    return this.leave(visit, results);
  }

  /** Puts a state's result where its ResultPath says, and goes on. */
  private leave(visit: OpenVisit, result: JsonValue): Step {
    const {state, document} = visit;
    this.budget.admit(result, state.node);
    visit.result = result;
    const resultPath = state.node.properties.get('ResultPath');
    return {
      document: placeResult(document, resultPath, result, this.points),
      transition: this.next(state)
    };
  }

  /** The way on; null where the state ends its scope. */
  private next(state: State): Transition | null {
    if (state.terminal) return null;
    const next = state.transitions.find(({kind}) => kind === 'next');
    if (next === undefined) throw this.points.failure(state.node, 'this state has neither Next nor End');
    return next;
  }

  private resumed(outcome: Outcome): Outcome {
    if (outcome.kind === 'stop') throw new RunStopped(outcome.reason);
    return outcome;
  }
}
