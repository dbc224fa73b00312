import type {JsonNode} from '../../bundle/json-types.js';
import {isStateType, type State} from '../../flow/states.js';
import {quote} from '../../words.js';
import {statesIn} from '../analysis/flows.js';
import {shapesIn, stateWords, type Shapes} from '../analysis/shapes.js';
import {keyOf, type BundleRule, type Report} from '../rule.js';

export const mapIterator: BundleRule = {
  id: 'state/map-iterator',
  scope: 'bundle',
  severity: 'error',
  summary: "A Map's Iterator has `StartAt` and `States`, as a flow's definition has.",
  why: 'A Map without them has nothing to run, and what the registry says of it seldom names the property.',
  bad: '{"Type": "Map", "ItemsPath": "$.list", "Iterator": {"States": {"Done": {"Type": "Succeed"}}}, "End": true}',
  good: '{"Type": "Map", "ItemsPath": "$.list", "Iterator": {"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}, "End": true}',
  source: 'Map state, Iterator',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    for (const state of statesIn(bundle)) {
      const iterator = shapes.typeOf(state) === 'Map' ? state.node.properties.get('Iterator') : undefined;
      if (iterator?.type === 'object') checkIterator(iterator, state, shapes, report);
    }
  }
};

function checkIterator(iterator: JsonNode, state: State, shapes: Shapes, report: Report): void {
  const startAt = shapes.get(iterator, 'StartAt');
  const states = shapes.get(iterator, 'States');
  const bare = states === undefined && iterator.properties.nodes.some(isState);
  if (bare) {
    const message = `the states of ${stateWords(state)} stand right in its Iterator`;
    report(keyOf(iterator), message, 'Put them into "States", and name the first of them in "StartAt".');
    return;
  }
  if (startAt === undefined) {
    report(
      keyOf(iterator),
      `the Iterator of ${stateWords(state)} has no "StartAt"`,
      'It names the state that runs first.'
    );
  } else if (startAt.type !== 'string') {
    report(startAt, '"StartAt" must be a string', 'It names the state that runs first.');
  }
  if (states === undefined) {
    report(
      keyOf(iterator),
      `the Iterator of ${stateWords(state)} has no "States"`,
      'They are what runs for each item.'
    );
  } else if (states.type !== 'object' || states.properties.size === 0) {
    report(states, '"States" must be an object with a state in it', 'They are what runs for each item.');
  }
  for (const inner of states?.properties.nodes ?? []) {
    if (inner.type !== 'object') report(inner, `the state ${quote(inner.name)} must be an object`);
  }
}

function isState({properties}: JsonNode): boolean {
  const type = properties.get('Type')?.value;
  return typeof type === 'string' && isStateType(type);
}
