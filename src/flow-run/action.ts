import {COMMON_INTEGRATION, parseQualifiedName} from '../bundle/identity.js';
import type {JsonNode, JsonObject, JsonValue} from '../bundle/json-types.js';
import {isObject, own} from '../bundle/objects.js';
import type {Resource} from '../bundle/model.js';
import {JQ_ACTION} from '../flow/built-ins.js';
import type {State} from '../flow/states.js';
import {textForm} from '../flow/template.js';
import {Data} from './data.js';
import {StateFailure} from './failure.js';
import {requestOf, resultOf} from './http.js';
import type {Budget} from './limits.js';
import type {Points} from './points.js';
import type {Call, FlowRequest, Outcome} from './ports.js';
import {Resolver} from './resolve.js';

/** What the actions of a run have in common. */
export interface ActionContext {
  /** The custom actions of the bundle by `properties.name`. */
  readonly actions: ReadonlyMap<string, Resource>;
  readonly subdomain: string;
  readonly points: Points;
  readonly budget: Budget;
}

/** Nothing is put at ResultPath. */
export const NOTHING = Symbol('nothing');

/** What an Action state asks for, and how its outcome becomes a result. */
export interface PreparedCall {
  readonly request: FlowRequest & {readonly call: Call};
  /** @throws StateFailure when the outcome is one that fails the state */
  resultOf(outcome: Outcome): JsonValue | typeof NOTHING;
}

/**
 * Resolves what an Action state calls.
 *
 * @param begun is told of the call as far as it is known: with what it lacks, when it cannot be made
 * @throws StateFailure when a path finds nothing, or a parameter is not what the action needs
 */
export function prepareCall(
  state: State,
  resolver: Resolver,
  context: ActionContext,
  begun: (call: Call) => void
): PreparedCall {
  const {points, budget} = context;
  const name = state.node.properties.get('ActionName');
  const text = typeof name?.value === 'string' ? name.value : '';
  const qualified = parseQualifiedName(text);
  const isBuiltIn = qualified?.integration === COMMON_INTEGRATION;
  const action = qualified === null || isBuiltIn ? text : qualified.name;
  begun({action, state, parameters: {}, request: null});
  const node = state.node.properties.get('Parameters');
  const resolved = node === undefined ? {} : resolver.literal(node);
  const parameters = isObject(resolved) ? resolved : {};
  budget.admit(parameters, node ?? state.node);
  begun({action, state, parameters, request: null});
  if (isBuiltIn) {
    const call: Call = {action, state, parameters, request: null};
    return new BuiltIn(call, node ?? state.node, points, budget).prepare();
  }
  const definition = context.actions.get(action)?.properties.properties.get('definition');
  const own = new Resolver(new Data(parameters, points), points, budget);
  const request = definition === undefined ? null : requestOf(definition, context.subdomain, own);
  const call: Call = {action, state, parameters, request};
  begun(call);
  return {
    request: {kind: 'http', call},
    resultOf: (outcome) =>
      outcome.kind === 'http' ? resultOf(outcome, state.node, points) : common(outcome, state.node, points)
  };
}

/** What every call may be resumed with. */
function common(outcome: Outcome, node: JsonNode, points: Points): JsonValue {
  if (outcome.kind === 'result') return outcome.result;
  if (outcome.kind !== 'error') throw new TypeError(`an action was resumed with ${outcome.kind}`);
  const {Error: name, Cause} = outcome;
  if (name === null) throw points.failure(node, Cause, 'States.TaskFailed');
  throw new StateFailure({Error: name, Cause, named: true, status: null, node});
}

/** The built-in actions (ZIS built-in actions; ZIS links). */
class BuiltIn {
  constructor(
    private readonly call: Call,
    private readonly node: JsonNode,
    private readonly points: Points,
    private readonly budget: Budget
  ) {}

  prepare(): PreparedCall {
    const {call} = this;
    switch (call.action) {
      case JQ_ACTION:
        return this.jq();
      case 'zis:common:action:LoadConfig':
        return this.loadConfig();
      case 'zis:common:action:PatchConfig':
        return this.patchConfig();
      case 'zis:common:action:CreateLink':
        return this.links('create-link');
      case 'zis:common:action:LoadLinks':
        return this.links('load-links');
      case 'zis:common:action:PatchLink':
        return this.links('patch-link');
      case 'zis:common:action:DeleteLink':
        return this.links('delete-link');
      default:
        throw this.points.failure(this.node, `ZIS has no action ${call.action}`);
    }
  }

  private jq(): PreparedCall {
    const {call} = this;
    const program = this.textParameter('expr');
    return {
      request: {kind: 'jq', call, program, input: this.jqInput()},
      resultOf: (outcome) =>
        outcome.kind === 'jq' ? this.jqResult(outcome.results) : common(outcome, call.state.node, this.points)
    };
  }

  /** `data` as JSON text: a literal is such a text; what a path leads to is any JSON. */
  private jqInput(): string {
    const data = own(this.call.parameters, 'data');
    if (data === undefined) throw this.points.failure(this.node, 'the parameter data is missing');
    const node = this.parameterNode('data');
    if (typeof data !== 'string') {
      this.budget.spend(this.budget.lengthOf(data, node), node);
      return JSON.stringify(data);
    }
    this.budget.spend(data.length, node);
    const isLiteral = node.name === 'data';
    if (!isLiteral && this.points.answer('jq.text-data', node) === 'text') return JSON.stringify(data);
    if (!isJson(data)) throw this.points.failure(node, 'the parameter data is a text that holds no JSON');
    return data;
  }

  private jqResult(results: readonly string[]): JsonValue {
    const node = this.call.state.node;
    for (const result of results) this.budget.spend(result.length, node);
    const [first] = results;
    const last = results.at(-1);
    if (first === undefined || last === undefined) {
      if (this.points.answer('jq.none', node) === 'null') return null;
      throw this.points.failure(node, 'the jq program gives no result', 'States.TaskFailed');
    }
    const isLast = first !== last && this.points.answer('jq.many', node) === 'last';
    return JSON.parse(isLast ? last : first) as JsonValue;
  }

  private loadConfig(): PreparedCall {
    const {call, points} = this;
    const node = call.state.node;
    return {
      request: {kind: 'load-config', call, scope: this.textParameter('scope')},
      resultOf: (outcome) => {
        if (outcome.kind !== 'config') return common(outcome, node, points);
        if (outcome.config !== null) return {config: outcome.config};
        if (points.answer('config.missing', node) === 'empty') return {config: {}};
        throw points.failure(node, 'there is no config of this scope', 'States.TaskFailed');
      }
    };
  }

  private patchConfig(): PreparedCall {
    const {call, points} = this;
    const config = own(call.parameters, 'config');
    if (!isObject(config)) throw points.failure(this.node, 'the parameter config is no object');
    return {
      request: {kind: 'patch-config', call, scope: this.textParameter('scope'), config},
      // The action has no response (ZIS built-in actions).
      resultOf: (outcome) => (outcome.kind === 'done' ? NOTHING : common(outcome, call.state.node, points))
    };
  }

  private links(kind: 'create-link' | 'load-links' | 'patch-link' | 'delete-link'): PreparedCall {
    const {call, points} = this;
    const node = call.state.node;
    return {
      request: {kind, call, parameters: withTextNames(call.parameters)},
      resultOf: (outcome) => {
        if (outcome.kind !== 'links') return common(outcome, node, points);
        const [link] = outcome.links;
        if (kind === 'create-link') return {link: link ?? null};
        if (points.answer('links.result', node) === 'empty') return {};
        return kind === 'load-links' ? {links: [...outcome.links]} : {link: link ?? null};
      }
    };
  }

  private textParameter(name: string): string {
    const value = own(this.call.parameters, name);
    if (typeof value === 'string') return value;
    const what = value === undefined ? 'is missing' : 'is no text';
    throw this.points.failure(this.node, `the parameter ${name} ${what}`);
  }

  private parameterNode(name: string): JsonNode {
    return this.node.properties.get(name) ?? this.node.properties.get(`${name}.$`) ?? this.node;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Names of linked objects are texts: numbers become some (ZIS links). */
function withTextNames(parameters: JsonObject): JsonObject {
  const changed = {...parameters};
  for (const side of ['left_object', 'right_object']) {
    const object = own(parameters, side);
    const name = isObject(object) ? own(object, 'name') : undefined;
    if (isObject(object) && typeof name === 'number') changed[side] = {...object, name: textForm(name)};
    const searched = own(parameters, `${side}_name`);
    if (typeof searched === 'number') changed[`${side}_name`] = textForm(searched);
  }
  return changed;
}
