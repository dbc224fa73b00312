import type {JsonNode, JsonType} from '../../bundle/json-types.js';
import {STATE_TYPES, type StateType} from '../../flow/states.js';
import {quote, withArticle} from '../../words.js';
import {nameOf, statesIn} from '../analysis/flows.js';
import {STATE_PROPERTIES, type Property} from '../analysis/properties.js';
import {shapesIn, stateWords} from '../analysis/shapes.js';
import type {BundleRule} from '../rule.js';

export const requiredProperty: BundleRule = {
  id: 'state/required-property',
  scope: 'bundle',
  severity: 'error',
  summary: 'A state has the properties that its type needs.',
  why: 'The state cannot run without them, and what the registry says of it seldom names the property.',
  bad: '{"Type": "Fail", "Error": "NoTicket"}',
  good: '{"Type": "Fail", "Error": "NoTicket", "Cause": "The event has no ticket"}',
  source: 'Understanding flow states and the page of each state',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    for (const state of statesIn(bundle)) {
      const type = shapes.typeOf(state);
      if (type === null) continue;
      for (const [name, {what}] of REQUIRED[type]) {
        if (shapes.get(state.node, name) !== undefined) continue;
        const isBare = name === 'Iterator' && state.node.properties.has('States');
        const hint = isBare ? 'Put its "StartAt" and "States" into one.' : `${quote(name)} is ${what}.`;
        report(nameOf(state), `${stateWords(state)} has no ${quote(name)}`, hint);
      }
    }
  }
};

export const propertyType: BundleRule = {
  id: 'state/property-type',
  scope: 'bundle',
  severity: 'error',
  summary: "The properties of a state are of the JSON type that the state's type asks for.",
  why: 'The state cannot run with another type, and what the registry says of it seldom names the property.',
  bad: '{"Type": "Wait", "Seconds": "5", "Next": "Load"}',
  good: '{"Type": "Wait", "Seconds": 5, "Next": "Load"}',
  source: 'Understanding flow states and the page of each state',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    for (const state of statesIn(bundle)) {
      const type = shapes.typeOf(state);
      if (type === null) continue;
      for (const [name, {type: wanted, what}] of TYPED[type]) {
        const node = shapes.get(state.node, name);
        if (node === undefined || node.type === wanted || isDiscarded(name, node)) continue;
        // Under `Seconds.$` it is the key that is wrong, and flow/misspelt-key says so.
        if (node.name === `${name}.$`) continue;
        const hint = quotedNumber(node, wanted) || `${quote(name)} is ${what}.`;
        report(node, `${quote(name)} must be ${withArticle(wanted)}, not ${withArticle(node.type)}`, hint);
      }
    }
  }
};

type Named<T> = readonly (readonly [name: string, property: T])[];

const REQUIRED = perType<Property>(({required}) => required);
const TYPED = perType<Property & {readonly type: JsonType}>(({type}) => type !== null);

/** The properties of each type of which something holds. */
function perType<T extends Property>(
  holds: (property: Property) => boolean
): Readonly<Record<StateType, Named<T>>> {
  const entries = STATE_TYPES.map((type) => [
    type,
    [...STATE_PROPERTIES[type]].filter(([, property]) => holds(property))
  ]);
  return Object.fromEntries(entries) as Record<StateType, Named<T>>;
}

function isDiscarded(name: string, {type}: JsonNode): boolean {
  return name === 'ResultPath' && type === 'null';
}

function quotedNumber({value}: JsonNode, wanted: JsonType): string {
  if (wanted !== 'number' || typeof value !== 'string') return '';
  if (/^-?\d+(\.\d+)?$/.test(value.trim())) return `Write ${value.trim().slice(0, 40)} without quotes.`;
  return value.startsWith('$') ? 'A path goes into "SecondsPath".' : '';
}
