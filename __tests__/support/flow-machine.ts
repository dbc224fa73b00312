import {parseJson} from '../../src/bundle/json.js';
import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';
import {resourcesOf} from '../../src/bundle/model.js';
import {flowsOf} from '../../src/flow/states.js';
import {Allowance} from '../../src/flow-run/allowance.js';
import type {FlowMachine, FlowRequest, FlowRun, FlowStart, Outcome} from '../../src/flow-run/ports.js';
import {runFlow} from '../../src/flow-run/run.js';
import type {Answers} from '../../src/flow-run/unknowns.js';

/** A flow of one bundle. */
export interface Setting {
  readonly definition: JsonValue;
  /** Definitions of custom actions by name. */
  readonly actions?: Readonly<Record<string, JsonValue>>;
  readonly document?: JsonValue;
  readonly answers?: Answers;
  readonly connections?: readonly string[] | null;
}

/** What a run of a flow begins with, read from the text of a bundle. */
export function startOf({
  definition,
  actions = {},
  document = {},
  answers = {},
  connections
}: Setting): FlowStart {
  const resources: JsonObject = {
    flow: {type: 'ZIS::Flow', properties: {name: 'flow', definition}}
  };
  for (const [name, action] of Object.entries(actions)) {
    resources[name] = {type: 'ZIS::Action::Http', properties: {name, definition: action}};
  }
  const {root} = parseJson(JSON.stringify({name: 'bundle', resources}));
  if (root === null) throw new Error('the bundle cannot be read');
  const declared = resourcesOf(root);
  const [flow] = flowsOf(declared);
  if (flow === undefined) throw new Error('the definition has no States');
  return {
    flow,
    actions: new Map(declared.filter(({type}) => type !== 'ZIS::Flow').map((each) => [each.name, each])),
    document,
    subdomain: 'example',
    connections: connections ?? null,
    answers,
    allowance: new Allowance()
  };
}

/** States in a row, the first one first: each goes on to the next, and the last one ends. */
export function inARow(...states: JsonObject[]): JsonObject {
  const named: JsonObject = {};
  for (const [index, state] of states.entries()) {
    const last = index === states.length - 1;
    const ends = state['Type'] === 'Succeed' || state['Type'] === 'Fail' || state['Type'] === 'Choice';
    named[`S${index + 1}`] = ends ? state : {...state, ...(last ? {End: true} : {Next: `S${index + 2}`})};
  }
  return {StartAt: 'S1', States: named};
}

/** Runs a machine to its end. */
export function drive(machine: FlowMachine, answer: (request: FlowRequest) => Outcome): FlowRun {
  let step = machine.next();
  while (step.done !== true) step = machine.next(answer(step.value));
  return step.value;
}

/** Runs a flow whose calls are all answered so; sleeping takes no time. */
export function play(setting: Setting, answer: (request: FlowRequest) => Outcome = refuse): FlowRun {
  return drive(runFlow(startOf(setting)), (request) =>
    request.kind === 'sleep' ? {kind: 'done'} : answer(request)
  );
}

function refuse(request: FlowRequest): Outcome {
  throw new Error(`${request.kind} was not expected`);
}
