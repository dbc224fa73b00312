import type {JsonObject, JsonValue} from '../bundle/json-types.js';
import {isObject} from '../bundle/json.js';

const SIGNS: Readonly<Record<string, string>> = {
  Equals: '=',
  LessThan: '<',
  GreaterThan: '>',
  LessThanEquals: '≤',
  GreaterThanEquals: '≥'
};
const COMPARISON = /^(?:String|Numeric|Boolean|Timestamp)(Equals|(?:Less|Greater)Than(?:Equals)?)(Path)?$/;

/** A Choice rule in words, such as `$.count > 0 and $.user is present`. Any JSON has some words. */
export function conditionInWords(rule: JsonValue): string {
  if (!isObject(rule)) return JSON.stringify(rule);
  const {And: all, Or: any, Not: not} = rule;
  if (Array.isArray(all)) return all.map(operand).join(' and ');
  if (Array.isArray(any)) return any.map(operand).join(' or ');
  if (not !== undefined) return `not (${conditionInWords(not)})`;
  return comparisonInWords(rule);
}

function operand(rule: JsonValue): string {
  const words = conditionInWords(rule);
  const isCompound = isObject(rule) && (Array.isArray(rule['And']) || Array.isArray(rule['Or']));
  return isCompound ? `(${words})` : words;
}

function comparisonInWords(rule: JsonObject): string {
  const variable = rule['Variable'];
  const comparisons = Object.entries(rule).filter(([key]) => key !== 'Variable' && key !== 'Next');
  const [operator = '', value = null] = comparisons[0] ?? [];
  const subject = typeof variable === 'string' ? variable : '?';
  if (operator === 'IsPresent' || operator === 'IsNull') {
    const state = operator === 'IsPresent' ? 'present' : 'null';
    return `${subject} is ${value === false ? 'not ' : ''}${state}`;
  }
  const match = COMPARISON.exec(operator);
  const sign = SIGNS[match?.[1] ?? ''];
  if (sign === undefined || comparisons.length !== 1) {
    return `${subject} ${JSON.stringify(Object.fromEntries(comparisons))}`;
  }
  const isPath = match?.[2] !== undefined && typeof value === 'string';
  return `${subject} ${sign} ${isPath ? value : JSON.stringify(value)}`;
}
