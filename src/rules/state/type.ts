import {slipInKey, slipInText} from '../analysis/fixes.js';
import type {JsonNode} from '../../bundle/json-types.js';
import {STATE_TYPES, type State} from '../../flow/states.js';
import type {BundleRule} from '../rule.js';
import {didYouMean, listOf, quote, suggest, withArticle} from '../../words.js';
import {nameOf, statesIn} from '../analysis/flows.js';
import {shapesIn, stateWords} from '../analysis/shapes.js';

/** Types of Amazon States Language and of habit, with ZIS's way. */
const OTHER_TYPES: ReadonlyMap<string, string> = new Map([
  ['task', 'In ZIS this is an Action state: "Type": "Action", with "ActionName" in place of "Resource".'],
  ['parallel', 'ZIS runs one state after the other. Put the branches one behind the other.'],
  ['foreach', 'A loop over an array is a Map state.'],
  ['loop', 'A loop over an array is a Map state.'],
  ['end', 'A flow ends with a Succeed state, or with "End": true.'],
  ['success', 'A flow ends well with a Succeed state.'],
  ...['if', 'switch', 'condition'].map((name) => [name, 'A Choice state decides where to go.'] as const),
  ...['failure', 'error'].map((name) => [name, 'A flow ends with an error in a Fail state.'] as const),
  ...['sleep', 'delay'].map((name) => [name, 'A Wait state waits some seconds.'] as const),
  ...['jq', 'http', 'lambda', 'request'].map(
    (name) => [name, 'An Action state runs it: name it in "ActionName".'] as const
  )
]);

const MAX_NAME = 80;

export const stateType: BundleRule = {
  id: 'state/type',
  scope: 'bundle',
  severity: 'error',
  summary: `A state's Type is ${STATE_TYPES.slice(0, -1).join(', ')} or ${STATE_TYPES.at(-1) ?? ''}, and its properties are of that type.`,
  why: 'ZIS has no other types, and a state with the properties of another one does not do what it was written for.',
  bad: '{"Type": "Task", "Resource": "zis:common:transform:Jq", "End": true}',
  good: '{"Type": "Action", "ActionName": "zis:common:transform:Jq", "…": "…", "End": true}',
  source: 'Understanding flow states, Type; Flow state limitations (Task, Parallel)',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    for (const state of statesIn(bundle)) {
      if (shapes.typeOf(state) !== null) continue;
      const type = state.node.properties.get('Type');
      const looksLike = shapes.looksLike(state);
      if (type === undefined) {
        const misspelt = misspeltType(state);
        report(
          nameOf(state),
          `${stateWords(state)} has no "Type"`,
          misspelt === null ? TYPES : `It has ${quote(misspelt.name)}: did you mean "Type"?`,
          misspelt === null ? null : slipInKey(misspelt, ['Type'])
        );
      } else if (type.type !== 'string') {
        report(type, `"Type" of ${stateWords(state)} must be a string`, TYPES);
      } else if (looksLike !== null) {
        const message = `"Type" is ${quote(state.type)}, and the properties are those of ${withArticle(looksLike)} state`;
        report(type, message, `Make it ${quote(looksLike)}, or give the state the properties of its type.`);
      } else {
        report(
          type,
          `ZIS has no state type ${quote(state.type)}`,
          hintFor(state.type),
          slipInText(type, STATE_TYPES)
        );
      }
    }
  }
};

const TYPES = `The types are ${listOf([...STATE_TYPES], 'and')}.`;

function hintFor(type: string): string {
  if (type.length > MAX_NAME) return TYPES;
  const habit = OTHER_TYPES.get(type.toLowerCase());
  if (habit !== undefined) return habit;
  return didYouMean(type, STATE_TYPES) || (OTHER_TYPES.get(suggest(type, OTHER_TYPES.keys()) ?? '') ?? TYPES);
}

/** The key that is meant as `Type`. */
function misspeltType({node}: State): JsonNode | null {
  return (
    node.properties.nodes.find(({name}) => name.length <= MAX_NAME && didYouMean(name, ['Type']) !== '') ??
    null
  );
}
