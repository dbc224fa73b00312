import type {State} from '../../bundle/flow.js';
import {COMMON_INTEGRATION, parseQualifiedName, type QualifiedName} from '../../bundle/identity.js';
import type {JsonNode} from '../../bundle/json.js';
import type {Resource} from '../../bundle/model.js';
import {statesIn} from '../support/flows.js';
import {perBundle} from '../support/memo.js';
import {shapesIn} from '../support/shapes.js';

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
    calls.push({state, node, text, name, builtIn, action, parameters});
  }
  return calls;
});

/** Whether a variable such as `{{name}}` is left in a text. */
export function hasVariable(text: string): boolean {
  return text.includes('{{') && /\{\{\s*[\w-]/.test(text);
}
