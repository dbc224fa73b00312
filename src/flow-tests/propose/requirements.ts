import type {JsonNode, JsonValue} from '../../bundle/json-types.js';
import {compares, readCondition, type Comparison, type Operator} from '../../flow/choice.js';
import type {PathSegment} from '../../flow/path.js';
import type {State, Transition} from '../../flow/states.js';
import {lookUp} from '../paths.js';
import {guessValue} from './guess.js';
import {pathsIn} from './reads.js';

/** A comparison that is to hold, or not to. */
export interface Requirement {
  readonly comparison: Comparison;
  readonly holds: boolean;
}

/** So many ways to make a Choice go where it should are tried. */
const MOST_WAYS = 24;

/** What must be so that a Choice takes one of these transitions: one of these ways, those with the least to change first. */
export function requirementsFor(
  choice: State,
  transitions: readonly Transition[],
  document: JsonValue
): readonly (readonly Requirement[])[] {
  const unmet = (way: readonly Requirement[]): number =>
    way.filter((requirement) => !isMet(requirement, document)).length;
  return transitions
    .flatMap((transition) => waysInto(choice, transition))
    .sort((one, other) => unmet(one) - unmet(other));
}

function waysInto(choice: State, transition: Transition): readonly (readonly Requirement[])[] {
  const rules = choice.node.properties.get('Choices')?.items ?? [];
  const taken =
    transition.kind === 'default' ? -1 : rules.findIndex((rule) => rule === transition.node.parent);
  const before = taken === -1 ? rules : rules.slice(0, taken);
  const rule = rules[taken];
  const own = rule === undefined ? [[]] : waysOf(rule, true);
  return together([own, ...before.map((each) => waysOf(each, false))]);
}

/** The ways in which a condition holds, or does not. */
function waysOf(node: JsonNode, holds: boolean): Requirement[][] {
  const condition = readCondition(node);
  switch (condition.kind) {
    case 'comparison':
      return [[{comparison: condition, holds}]];
    case 'not':
      return waysOf(condition.part, !holds);
    case 'faulty':
      return [];
    default: {
      const parts = condition.parts.map((part) => waysOf(part, holds));
      // All of them must hold for an And, and must not for an Or; else one is enough.
      return (condition.kind === 'and') === holds ? together(parts) : parts.flat().slice(0, MOST_WAYS);
    }
  }
}

/** One way of each. */
function together(parts: readonly (readonly Requirement[][])[]): Requirement[][] {
  let ways: Requirement[][] = [[]];
  for (const part of parts) {
    ways = ways.flatMap((way) => part.map((more) => [...way, ...more])).slice(0, MOST_WAYS);
  }
  return ways;
}

/** The path of what is compared; null when it cannot be read. */
export function variableOf({variable}: Comparison): readonly PathSegment[] | null {
  return typeof variable.value === 'string' ? (pathsIn(variable.value)[0] ?? null) : null;
}

/** Whether it is so already, and without a path that leads nowhere. */
export function isMet(requirement: Requirement, document: JsonValue): boolean {
  const {comparison} = requirement;
  const segments = variableOf(comparison);
  const value = segments === null ? undefined : lookUp(document, segments);
  const isTest = comparison.operator.kind === 'Presence' || comparison.operator.kind === 'Null';
  const other = isTest ? null : operandOf(comparison, document);
  return other !== undefined && passes(requirement, value, other);
}

/** What the value is compared with; undefined when it is at a path that leads nowhere. */
export function operandOf({operator, operand}: Comparison, document: JsonValue): JsonValue | undefined {
  if (!operator.path) return operand.value;
  const [segments] = typeof operand.value === 'string' ? pathsIn(operand.value) : [];
  return segments === undefined ? undefined : lookUp(document, segments);
}

/**
 * A value that meets all that is required of one path.
 *
 * @param others what it is compared with in each requirement
 * @returns undefined where nothing must be there; null for no such value
 */
export function valueFor(
  requirements: readonly Requirement[],
  others: readonly JsonValue[]
): {readonly value: JsonValue | undefined} | null {
  const candidates = requirements.flatMap((requirement, index) =>
    candidatesFor(requirement, others[index] ?? null)
  );
  const isRight = (value: JsonValue | undefined): boolean =>
    requirements.every((requirement, index) => passes(requirement, value, others[index] ?? null));
  const found = candidates.find(isRight);
  if (found !== undefined) return {value: found};
  return candidates.includes(undefined) && isRight(undefined) ? {value: undefined} : null;
}

function passes({comparison, holds}: Requirement, value: JsonValue | undefined, other: JsonValue): boolean {
  const {operator, operand} = comparison;
  if (operator.kind === 'Presence') return ((value !== undefined) === operand.value) === holds;
  if (value === undefined) return false;
  if (operator.kind === 'Null') return ((value === null) === operand.value) === holds;
  return compares(operator, value, other) === holds;
}

function candidatesFor({comparison, holds}: Requirement, other: JsonValue): (JsonValue | undefined)[] {
  const {operator, operand} = comparison;
  const name = variableOf(comparison)?.findLast((segment) => typeof segment === 'string') ?? '';
  const isWanted = (operand.value === true) === holds;
  if (operator.kind === 'Presence') return isWanted ? [guessValue(name)] : [undefined];
  if (operator.kind === 'Null') return isWanted ? [null] : [guessValue(name)];
  return CANDIDATES[operator.kind === '' ? 'String' : operator.kind](other);
}

/** Values around the one that is compared with: one of them passes any comparison, and one does not. */
const CANDIDATES: Readonly<
  Record<Exclude<Operator['kind'], '' | 'Presence' | 'Null'>, (other: JsonValue) => JsonValue[]>
> = {
  String: (other) => [other, 'something else', `${textIn(other)}~`, ''],
  Numeric: (other) => (typeof other === 'number' ? [other, other + 1, other - 1] : [0]),
  Boolean: (other) => [other, other !== true],
  Timestamp: (other) => [other, '2000-01-01T00:00:00Z', '2999-01-01T00:00:00Z', '1970-01-01T00:00:00Z']
};

function textIn(value: JsonValue): string {
  return typeof value === 'string' ? value : '';
}
