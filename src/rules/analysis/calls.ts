import {COMMON_INTEGRATION, parseQualifiedName, type QualifiedName} from '../../bundle/identity.js';
import type {JsonNode} from '../../bundle/json-types.js';
import type {Resource} from '../../bundle/model.js';
import {isForZendesk, NAME} from '../../bundle/variables.js';
import {BUILT_INS} from '../../flow/built-ins.js';
import {isStateType, type State} from '../../flow/states.js';
import {statesIn} from './flows.js';
import {perBundle} from './memo.js';
import {STATE_PROPERTIES} from './properties.js';
import {shapesIn} from './shapes.js';

/** An action state that says what it runs. */
export interface Call {
  readonly state: State;
  /** The `ActionName`. */
  readonly node: JsonNode;
  readonly text: string;
  /** null when the text is no qualified name. */
  readonly name: QualifiedName | null;
  /** Whether it is one of ZIS's own, known or not. */
  readonly builtIn: boolean;
  /** The custom action that it runs; null when the bundle has none of this name. */
  readonly action: Resource | null;
  /** The state's Parameters; null when it has none. */
  readonly parameters: JsonNode | null;
  /** Whether the parameters may stand under another key, such as `Params`: then none is known to be missing. */
  readonly misplaced: boolean;
}

/** The custom actions of a bundle by name; of two with one name the first. */
export const actionsIn = perBundle(({resources}): ReadonlyMap<string, Resource> => {
  const actions = resources.filter(({type}) => type === 'ZIS::Action::Http').reverse();
  return new Map(actions.map((action) => [action.name, action]));
});

/**
 * The calls of a bundle's action states. A name that is left to be filled in (`zis:…:action:{{name}}`) calls
 * nothing that could be judged.
 */
export const callsIn = perBundle((bundle): readonly Call[] => {
  const actions = actionsIn(bundle);
  const shapes = shapesIn(bundle);
  const calls: Call[] = [];
  for (const state of statesIn(bundle)) {
    const node = shapes.get(state.node, 'ActionName');
    const text = node?.value;
    if (state.type !== 'Action' || node === undefined || typeof text !== 'string') continue;
    const name = parseQualifiedName(text);
    if (hasVariable(name === null ? text : `${name.kind}:${name.name}`)) continue;
    const builtIn = name?.integration === COMMON_INTEGRATION;
    const action = name?.kind === 'action' && !builtIn ? (actions.get(name.name) ?? null) : null;
    const parameters = shapes.get(state.node, 'Parameters') ?? null;
    const misplaced = parameters === null && hasOtherParameters(state);
    calls.push({state, node, text, name, builtIn, action, parameters, misplaced});
  }
  return calls;
});

/** The calls of each custom action that is called. */
export const callersIn = perBundle((bundle): ReadonlyMap<Resource, readonly Call[]> => {
  const callers = new Map<Resource, Call[]>();
  for (const call of callsIn(bundle)) {
    if (call.action === null) continue;
    const others = callers.get(call.action);
    if (others === undefined) callers.set(call.action, [call]);
    else others.push(call);
  }
  return callers;
});

/** Whether no state can call an action unseen, and all calls can be followed. */
export const showsAllCalls = perBundle((bundle): boolean => {
  const all = bundle.root.properties.get('resources')?.properties.size ?? 0;
  if (all !== bundle.resources.length) return false;
  let actionStates = 0;
  for (const {type, iterator} of statesIn(bundle)) {
    if (!isStateType(type) || (type === 'Map' && !iterator?.states.size)) return false;
    if (type === 'Action') actionStates += 1;
  }
  const calls = callsIn(bundle);
  return (
    calls.length === actionStates && calls.every(({action, text}) => action !== null || BUILT_INS.has(text))
  );
});

/** Whether a variable such as `{{name}}` is left in a text. */
export function hasVariable(text: string): boolean {
  if (!text.includes('{{') || !MAY_BE_VARIABLE.test(text)) return false;
  for (const [, name = ''] of text.matchAll(VARIABLE)) if (!isForZendesk(name)) return true;
  return false;
}

const MAY_BE_VARIABLE = /\{\{\s*[^\s$]/;
const VARIABLE = new RegExp(String.raw`\{\{\s*(${NAME})`, 'gu');

/** An unknown key that holds an object, or is named like parameters: a rule about the state's keys reports it. */
function hasOtherParameters({node}: State): boolean {
  for (const {name, type} of node.properties.nodes) {
    if (!STATE_PROPERTIES.Action.has(name) && (type === 'object' || /^param|^arg/i.test(name))) return true;
  }
  return false;
}
