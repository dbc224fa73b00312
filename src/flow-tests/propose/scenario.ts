import type {JsonNode, JsonObject, JsonValue} from '../../bundle/json-types.js';
import {isObject, own} from '../../bundle/json.js';
import type {FlowRequest, FlowRun, Outcome, Visit} from '../../flow-run/ports.js';
import {runFlow} from '../../flow-run/run.js';
import {Store} from '../../flow-run/store.js';
import {parsePath, type PathSegment} from '../../flow/path.js';
import type {State} from '../../flow/states.js';
import {JQ_ACTION} from '../../flow/built-ins.js';
import type {Matching} from '../matchers.js';
import type {TestedFlow} from '../run-case.js';
import {skeletonOf, withValueAt} from './guess.js';
import {pathsIn, readsIn} from './reads.js';

/** Of which account a proposed case plays. */
export interface Owner {
  readonly subdomain: string;
  readonly accountId: number;
  readonly integration: string;
}

/** What a proposed case begins with and what its calls get, while it is being found. */
export class Scenario {
  configs: Record<string, JsonObject> = {};
  /** What a call gets that the flow is to get another answer from than the usual one: by state and time. */
  private readonly outcomes = new Map<string, Outcome>();

  constructor(
    private readonly tested: TestedFlow,
    private readonly owner: Owner,
    public document: JsonValue
  ) {}

  /** Runs the flow; only jq is asked for. */
  *run(): Matching<FlowRun> {
    const {tested, document, configs, owner} = this;
    const store = new Store(configs, {account_id: owner.accountId, integration: owner.integration});
    const {flow, actions, allowance} = tested;
    const machine = runFlow({
      flow,
      actions,
      document,
      subdomain: owner.subdomain,
      connections: null,
      answers: {},
      allowance
    });
    const times = new Map<State, number>();
    let step = machine.next();
    while (step.done !== true) step = machine.next(yield* this.outcomeOf(step.value, store, times));
    return step.value;
  }

  private *outcomeOf(request: FlowRequest, store: Store, times: Map<State, number>): Matching<Outcome> {
    if (request.kind === 'sleep') return {kind: 'done'};
    const {state} = request.call;
    const time = times.get(state) ?? 0;
    times.set(state, time + 1);
    const given = this.outcomes.get(keyOf(state, time));
    if (given !== undefined) return given;
    if (request.kind === 'http') return {kind: 'http', status: 200, body: bodyFor(state)};
    const stored = store.answer(request);
    if (stored !== null) return stored;
    if (request.kind !== 'jq') throw new Error(`nothing answers ${request.kind}`);
    const {program, input} = request;
    const answer = yield {kind: 'jq', program, input};
    if (answer.kind !== 'jq') throw new Error('a jq program was answered with something else');
    return answer.outcome;
  }

  /** Whether what a visit's call got was made up, and would not come by itself. */
  isGiven(visit: Visit, visits: readonly Visit[]): boolean {
    return this.outcomes.has(keyOf(visit.state, timeOf(visit, visits)));
  }

  /** Lets the call of a visit get this. */
  give(visit: Visit, visits: readonly Visit[], outcome: Outcome): void {
    this.outcomes.set(keyOf(visit.state, timeOf(visit, visits)), outcome);
  }

  /**
   * Makes a value stand at a path of the document that a visit enters with, by changing where it comes from: the
   * start document, an answer, a config, what jq gives.
   *
   * @param value undefined: nothing is to stand there
   * @returns whether something could be changed
   */
  set(
    at: number,
    segments: readonly PathSegment[],
    value: JsonValue | undefined,
    visits: readonly Visit[],
    depth = 0
  ): boolean {
    const visit = visits[at];
    if (visit === undefined || depth > MOST_DEPTH) return false;
    const again: Again = (where, path) => this.set(where, path, value, visits, depth + 1);
    const writer = writerOf(at, segments, visits);
    if (writer !== null) {
      const {index, written} = writer;
      const rest = segments.slice(written.length);
      const isPass = visits[index]?.state.type === 'Pass';
      return isPass
        ? fromPass(visits[index], index, rest, again)
        : this.setWritten(visits[index], rest, value, visits);
    }
    if (visit.map === null) {
      this.document = withValueAt(this.document, segments, value);
      return true;
    }
    const items = visits[visit.map]?.state.node.properties.get('ItemsPath')?.value;
    const [list] = typeof items === 'string' ? pathsIn(items) : [];
    return list !== undefined && again(visit.map, [...list, visit.item ?? 0, ...segments]);
  }

  private setWritten(
    writer: Visit | undefined,
    rest: readonly PathSegment[],
    value: JsonValue | undefined,
    visits: readonly Visit[]
  ): boolean {
    if (writer === undefined) return false;
    const {state, error, outcome, result} = writer;
    if (error !== null) return this.setError(writer, rest, value, visits);
    if (state.type !== 'Action') return false;
    if (outcome?.kind === 'http') {
      if (outcome.text !== undefined) return false;
      this.give(writer, visits, {...outcome, body: withValueAt(outcome.body, rest, value)});
      return true;
    }
    if (outcome?.kind === 'config' && rest[0] === 'config')
      return this.setConfig(writer, rest.slice(1), value);
    this.give(writer, visits, {kind: 'result', result: withValueAt(result, rest, value)});
    return true;
  }

  private setConfig({call}: Visit, rest: readonly PathSegment[], value: JsonValue | undefined): boolean {
    const scope = own(call?.parameters ?? {}, 'scope');
    if (typeof scope !== 'string' || scope.includes('*')) return false;
    const config = withValueAt(this.configs[scope] ?? {}, rest, value);
    if (isObject(config)) this.configs[scope] = config;
    return true;
  }

  /** What a Catch put there is changed by another error. */
  private setError(
    writer: Visit,
    [part, ...rest]: readonly PathSegment[],
    value: JsonValue | undefined,
    visits: readonly Visit[]
  ): boolean {
    if (writer.call === null || rest.length > 0 || typeof value !== 'string') return false;
    if (part !== 'Error' && part !== 'Cause') return false;
    const Error = part === 'Error' ? value : null;
    const Cause = part === 'Cause' ? value : (writer.error?.Cause ?? '');
    this.give(writer, visits, {kind: 'error', Error, Cause});
    return true;
  }
}

/** Values are not followed through more states. */
const MOST_DEPTH = 40;

/** Sets the value at another place, where it comes from. */
type Again = (where: number, path: readonly PathSegment[]) => boolean;

/** The last visit of the same scope that wrote at a path, or above it; null when none did. */
function writerOf(
  at: number,
  segments: readonly PathSegment[],
  visits: readonly Visit[]
): {readonly index: number; readonly written: readonly PathSegment[]} | null {
  const visit = visits[at];
  for (let index = at - 1; index >= 0 && index !== visit?.map; index -= 1) {
    const earlier = visits[index];
    if (earlier === undefined || earlier.map !== visit?.map || earlier.item !== visit.item) continue;
    const written = writtenBy(earlier);
    if (written?.every((segment, place) => segments[place] === segment) === true) return {index, written};
  }
  return null;
}

function fromPass(
  pass: Visit | undefined,
  index: number,
  rest: readonly PathSegment[],
  again: Again
): boolean {
  const source = sourceIn(pass?.state.node.properties.get('Result'), rest);
  return source !== null && again(index, source);
}

function keyOf({node}: State, time: number): string {
  return `${node.start} ${time}`;
}

/** How often the state was called before. */
function timeOf(visit: Visit, visits: readonly Visit[]): number {
  const before = visits.slice(0, visits.indexOf(visit));
  return before.filter(({state, outcome}) => state === visit.state && outcome !== null).length;
}

/** The path at which a visit wrote; null when it wrote nothing. */
function writtenBy({state, result, error, left}: Visit): readonly PathSegment[] | null {
  if (error !== null) {
    const catcher = left?.kind === 'catch' ? left.node.parent : null;
    return catcher === null ? null : resultPathOf(catcher);
  }
  if (result === undefined || (state.type === 'Pass' && !state.node.properties.has('Result'))) return null;
  return resultPathOf(state.node);
}

function resultPathOf(node: JsonNode): readonly PathSegment[] | null {
  const path = node.properties.get('ResultPath');
  if (path === undefined) return [];
  if (typeof path.value !== 'string') return null;
  const {segments, fault} = parsePath(path.value);
  return fault === null ? segments : null;
}

/** The path from which a Pass has what stands at this place of its Result; null when it is a literal. */
function sourceIn(node: JsonNode | undefined, rest: readonly PathSegment[]): readonly PathSegment[] | null {
  const [segment, ...further] = rest;
  if (node === undefined || segment === undefined) return null;
  if (typeof segment === 'number') return sourceIn(node.items[segment], further);
  const dynamic = node.properties.get(`${segment}.$`);
  if (typeof dynamic?.value !== 'string') return sourceIn(node.properties.get(segment), further);
  const paths = pathsIn(dynamic.value);
  const [path] = paths;
  const isWhole = dynamic.value.startsWith('$') || /^\{\{[^{}]*\}\}$/.test(dynamic.value);
  return path === undefined || paths.length > 1 || !isWhole ? null : [...path, ...further];
}

/** The body of an answer with what later states read of it. */
function bodyFor({node, scope}: State): JsonValue {
  const target = resultPathOf(node) ?? [];
  const fields = readsIn(scope).flatMap((segments) => {
    const isWithin =
      segments.length > target.length && target.every((segment, index) => segments[index] === segment);
    return isWithin ? [segments.slice(target.length)] : [];
  });
  // Where the answer becomes the whole document, what is read of the event is none of it.
  return skeletonOf(target.length === 0 ? fields.filter(([root]) => root !== 'input') : fields);
}

/** Whether a state runs jq. */
export function runsJq({node}: State): boolean {
  return node.properties.get('ActionName')?.value === JQ_ACTION;
}

/** An object with what later states read of a state's result. */
export function resultFor(state: State): JsonValue {
  return bodyFor(state);
}
