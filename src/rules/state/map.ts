import type {JsonNode} from '../../bundle/json-types.js';
import type {State} from '../../flow/states.js';
import {quote} from '../../words.js';
import {nameOf, scopesIn, statesIn} from '../analysis/flows.js';
import {shapesIn, stateWords, type Shapes} from '../analysis/shapes.js';
import {keyOf, type BundleRule, type Report} from '../rule.js';

/** How many items a Map takes (Map state, an older page). */
const MAX_ITEMS = 100;

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

export const nestedMap: BundleRule = {
  id: 'state/nested-map',
  scope: 'bundle',
  severity: 'warning',
  summary: 'No Map stands in the Iterator of another one.',
  why: 'Each item of the outer Map runs through all items of the inner one, and ZIS stops a flow after 250 transitions.',
  bad: '{"Type": "Map", "Iterator": {"StartAt": "Inner", "States": {"Inner": {"Type": "Map", "…": "…"}}}}',
  good: '(one Map, over a list that a Jq action has made flat)',
  source: 'Flow state limitations, an older page: 250 state transitions with nested Maps',
  check(bundle, report) {
    for (const state of statesIn(bundle)) {
      const {owner} = state.scope;
      if (state.type !== 'Map' || owner === null) continue;
      report(
        nameOf(state),
        `${stateWords(state)} stands in the Iterator of ${stateWords(owner)}`,
        'Make one flat list with a Jq action first, and go through that.'
      );
    }
  }
};

export const mapItems: BundleRule = {
  id: 'state/map-items',
  scope: 'bundle',
  severity: 'warning',
  summary: `A Map goes through at most ${MAX_ITEMS} items.`,
  why: 'ZIS ends the flow at a Map with more.',
  bad: '{"List": {"Type": "Pass", "Result": ["… 101 items …"], "ResultPath": "$.list", "Next": "Each"}, "Each": {"Type": "Map", "ItemsPath": "$.list", "…": "…"}}',
  good: '(a list of at most 100 items)',
  source: `Map state, an older page: ${MAX_ITEMS} items`,
  check(bundle, report) {
    for (const scope of scopesIn(bundle)) {
      const long = new Map<string, number>();
      for (const {type, node} of scope.ordered) {
        const path = node.properties.get('ResultPath')?.value;
        const result = node.properties.get('Result');
        if (type === 'Pass' && typeof path === 'string' && result !== undefined) collect(path, result, long);
      }
      for (const {type, node} of long.size === 0 ? [] : scope.ordered) {
        const items = type === 'Map' ? node.properties.get('ItemsPath') : undefined;
        const length = typeof items?.value === 'string' ? long.get(items.value) : undefined;
        if (items === undefined || length === undefined) continue;
        report(items, `the list has ${length} items, and a Map takes ${MAX_ITEMS}`, 'Split the list.');
      }
    }
  }
};

function checkIterator(iterator: JsonNode, state: State, shapes: Shapes, report: Report): void {
  const startAt = shapes.get(iterator, 'StartAt');
  const states = shapes.get(iterator, 'States');
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

/** The lists within a Result that are too long for a Map, by the path at which they can be read. */
function collect(path: string, {items, properties}: JsonNode, found: Map<string, number>): void {
  if (items.length > MAX_ITEMS) found.set(path, items.length);
  for (const [name, value] of properties) {
    if (value.type === 'object' || value.items.length > MAX_ITEMS) collect(`${path}.${name}`, value, found);
  }
}
