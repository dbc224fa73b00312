import {JQ_ACTION} from '../../flow/built-ins.js';
import {outermost, type Scope, type State} from '../../flow/states.js';
import {quote} from '../../words.js';
import {statesIn} from '../analysis/flows.js';
import {failureIn} from '../analysis/jq-failures.js';
import {shapesIn, stateWords} from '../analysis/shapes.js';
import type {BundleRule} from '../rule.js';
import type {JsonNode} from '../../bundle/json-types.js';

export const lostEvent: BundleRule = {
  id: 'catch/lost-event',
  scope: 'bundle',
  severity: 'info',
  summary: 'A jq program that fails on data of another form has a Catch, or provides for it.',
  why: 'Without a Catch the flow ends where its jq fails, and ZIS does not run it again for the same event: what it was to do is lost, and only the log of the integration says so.',
  bad: '{"Type": "Action", "ActionName": "zis:common:transform:Jq", "Parameters": {"expr": ".amount | tonumber", "data.$": "$.input"}, "End": true}',
  good: '{"Type": "Action", "ActionName": "zis:common:transform:Jq", "Parameters": {"expr": "(.amount | tonumber)? // 0", "data.$": "$.input"}, "End": true}',
  source: 'Flow states retry and error handling, Catch; the jq 1.8 manual',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    const byFlow = new Map<Scope, {state: State; node: JsonNode; words: string; others: number}>();
    for (const state of statesIn(bundle)) {
      if (shapes.typeOf(state) !== 'Action' || isCaught(state)) continue;
      const program = programOf(state);
      const failure = program === null ? null : failureIn(program.text);
      if (program === null || failure === null) continue;
      const flow = outermost(state.scope);
      const first = byFlow.get(flow);
      if (first !== undefined) first.others += 1;
      else {
        const {name, wanted} = failure;
        const words =
          name === 'error'
            ? `${quote(name)} ends it`
            : `${quote(name)} is given no ${wanted.replace(/^an? /, '')}`;
        byFlow.set(flow, {state, node: program.node, words, others: 0});
      }
    }
    for (const {state, node, words, others} of byFlow.values()) {
      const again = others === 0 ? '' : ` (${others} more programs of this flow could, too)`;
      report(
        node,
        `where ${words}, ${stateWords(state)} fails, and the event is lost${again}`,
        'Give the state a Catch, or let the program provide for it: (… | tonumber)? // 0.'
      );
    }
  }
};

/** Whether an error of the state, or of the iteration that it is in, is caught. */
function isCaught(state: State): boolean {
  for (let each: State | null = state; each !== null; each = each.scope.owner) {
    if (each.node.properties.has('Catch')) return true;
  }
  return false;
}

function programOf({node}: State): {readonly node: JsonNode; readonly text: string} | null {
  if (node.properties.get('ActionName')?.value !== JQ_ACTION) return null;
  const program = node.properties.get('Parameters')?.properties.get('expr');
  const text = program?.filling === undefined ? program?.value : null;
  return program === undefined || typeof text !== 'string' ? null : {node: program, text};
}
