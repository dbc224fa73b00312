import type {JsonNode, JsonType} from '../../bundle/json-types.js';
import {STATE_TYPES, type StateType} from '../../flow/states.js';
import {quote, withArticle} from '../../words.js';
import {nameOf, statesIn} from '../analysis/flows.js';
import {STATE_PROPERTIES, typesWith, type Property} from '../analysis/properties.js';
import {shapesIn, stateWords} from '../analysis/shapes.js';
import {keyOf, type BundleRule} from '../rule.js';

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

export const nullResultPath: BundleRule = {
  id: 'state/null-result-path',
  scope: 'bundle',
  severity: 'warning',
  summary: '`ResultPath` is a path, not null.',
  why: 'In Amazon States Language null throws the result away. ZIS does not document it.',
  bad: '{"Type": "Action", "…": "…", "ResultPath": null, "Next": "Done"}',
  good: '{"Type": "Action", "…": "…", "ResultPath": "$.unused", "Next": "Done"}',
  source: 'Flow states retry and error handling, ResultPath; null is not documented',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    for (const state of statesIn(bundle)) {
      const type = shapes.typeOf(state);
      if (type === null) continue;
      const catchers = STATE_PROPERTIES[type].has('Catch')
        ? (shapes.get(state.node, 'Catch')?.items ?? [])
        : [];
      const writers = STATE_PROPERTIES[type].has('ResultPath') ? [state.node, ...catchers] : [];
      for (const writer of writers) {
        const path = shapes.get(writer, 'ResultPath');
        if (path?.type === 'null')
          report(path, '"ResultPath" is null, which ZIS does not document', NULL_HINT);
      }
    }
  }
};

export const misplacedProperty: BundleRule = {
  id: 'state/misplaced-property',
  scope: 'bundle',
  severity: 'error',
  summary: "A state has no property of another state's type.",
  why: 'No page says that ZIS heeds it there: a Catch on a Pass state catches nothing.',
  bad: '{"Type": "Pass", "Seconds": 5, "Next": "Load"}',
  good: '{"Type": "Wait", "Seconds": 5, "Next": "Load"}',
  source: 'The page of each state; Flow states retry and error handling (Catch is for Action and Map)',
  check(bundle, report) {
    for (const {kind, meant, name, node, owner, state} of shapesIn(bundle).oddKeys) {
      if (kind !== 'elsewhere' || meant === null || meant === 'Next' || meant === 'End') continue;
      const hint =
        state?.type === 'Fail' && meant === 'Message' ? 'What went wrong is "Cause".' : ownersOf(meant);
      report(keyOf(node), `${owner} has ${quote(name)}, which its type does not take`, hint);
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

const NULL_HINT = 'Name a path that nothing reads, such as "$.unused".';

function isDiscarded(name: string, {type}: JsonNode): boolean {
  return name === 'ResultPath' && type === 'null';
}

/** `"Seconds" belongs to Wait states.` */
function ownersOf(property: string): string {
  const types = typesWith(property);
  const last = types.pop() ?? '';
  return `${quote(property)} belongs to ${types.length === 0 ? last : `${types.join(', ')} and ${last}`} states.`;
}

function quotedNumber({value}: JsonNode, wanted: JsonType): string {
  if (wanted !== 'number' || typeof value !== 'string') return '';
  if (/^-?\d+(\.\d+)?$/.test(value.trim())) return `Write ${value.trim().slice(0, 40)} without quotes.`;
  return value.startsWith('$') ? 'A path goes into "SecondsPath".' : '';
}
