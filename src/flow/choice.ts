import type {JsonNode, JsonValue} from '../bundle/json-types.js';
import {OPERATORS} from './operators.js';

/** A condition of a Choice as read: a rule of Choices, or what stands in its And, Or or Not. */
export type Condition =
  | {readonly kind: 'and' | 'or'; readonly node: JsonNode; readonly parts: readonly JsonNode[]}
  | {readonly kind: 'not'; readonly node: JsonNode; readonly part: JsonNode}
  | Comparison
  /** Neither one comparison nor one of And, Or and Not: nothing says what ZIS makes of it. */
  | {readonly kind: 'faulty'; readonly node: JsonNode};

/** `Variable`, operator and value. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly node: JsonNode;
  /** The `Variable`. */
  readonly variable: JsonNode;
  /** What it is compared with, under the operator's name; a path for operators in `Path`. */
  readonly operand: JsonNode;
  readonly operator: Operator;
}

/** An operator's name taken apart. */
export interface Operator {
  /** `Presence` for IsPresent, `Null` for IsNull; empty for a name that is no operator of ZIS. */
  readonly kind: 'String' | 'Numeric' | 'Boolean' | 'Timestamp' | 'Presence' | 'Null' | '';
  /** For the two tests, and for no operator, `=`. */
  readonly order: Order;
  /** Whether it compares with the value at a path. */
  readonly path: boolean;
}

export type Order = '=' | '<' | '<=' | '>' | '>=';

/** Reads one condition; those within it are left to be read when they are asked for. */
export function readCondition(node: JsonNode): Condition {
  const {properties} = node;
  const keys = properties.nodes.filter(({name}) => !PLAIN.has(name));
  const [only] = keys;
  if (only === undefined || keys.length > 1) return {kind: 'faulty', node};
  switch (only.name) {
    case 'And':
    case 'Or':
      if (only.type !== 'array') return {kind: 'faulty', node};
      return {kind: only.name === 'And' ? 'and' : 'or', node, parts: only.items};
    case 'Not':
      return only.type === 'object' ? {kind: 'not', node, part: only} : {kind: 'faulty', node};
    default: {
      const variable = properties.get('Variable');
      if (variable?.type !== 'string') return {kind: 'faulty', node};
      return {kind: 'comparison', node, variable, operand: only, operator: readOperator(only.name)};
    }
  }
}

/** The keys of a condition that are no comparison and no combination. */
const PLAIN: ReadonlySet<string> = new Set(['Variable', 'Next', 'Comment']);

/** `NumericLessThanPath` → Numeric, `<`, with a path. */
export function readOperator(name: string): Operator {
  if (name === 'IsPresent') return {kind: 'Presence', order: '=', path: false};
  if (name === 'IsNull') return {kind: 'Null', order: '=', path: false};
  const [, kind = '', words = '', path] = (OPERATORS.has(name) ? OPERATOR.exec(name) : null) ?? [];
  return {kind: kind as Operator['kind'], order: ORDERS.get(words) ?? '=', path: path !== undefined};
}

const OPERATOR = /^(String|Numeric|Boolean|Timestamp)(Equals|(?:Less|Greater)Than(?:Equals)?)(Path)?$/;

const ORDERS: ReadonlyMap<string, Order> = new Map([
  ['Equals', '='],
  ['LessThan', '<'],
  ['LessThanEquals', '<='],
  ['GreaterThan', '>'],
  ['GreaterThanEquals', '>=']
]);

/**
 * Whether a value passes a comparison with another one. A value of another type than the operator's never does
 * (Choice state, and as in Amazon States Language). IsPresent and IsNull are no comparisons of two values.
 */
export function compares({kind, order}: Operator, value: JsonValue, other: JsonValue): boolean {
  switch (kind) {
    case 'String':
      return typeof value === 'string' && typeof other === 'string' && inOrder(value, order, other);
    case 'Numeric':
      return typeof value === 'number' && typeof other === 'number' && inOrder(value, order, other);
    case 'Boolean':
      return typeof value === 'boolean' && order === '=' && value === other;
    case 'Timestamp': {
      const [a, b] = [timeOf(value), timeOf(other)];
      return a !== null && b !== null && inOrder(a, order, b);
    }
    default:
      return false;
  }
}

/** Whether `value order other` holds: texts by their UTF-16 code units, times as `timeOf` gives them. */
export function inOrder<T extends string | number>(value: T, order: Order, other: T): boolean {
  switch (order) {
    case '=':
      return value === other;
    case '<':
      return value < other;
    case '<=':
      return value <= other;
    case '>':
      return value > other;
    case '>=':
      return value >= other;
  }
}

/**
 * An instant that RFC 3339 writes with a capital T and a zone, as Amazon States Language asks for: a text whose
 * order is that of the instants, to any fraction of a second. null for anything else, such as a day that is not.
 */
export function timeOf(value: JsonValue): string | null {
  const match = typeof value === 'string' ? TIMESTAMP.exec(value) : null;
  if (match === null) return null;
  const [, day = '', hours = '', minutes = '', seconds = '', fraction = '', sign = '', zone = ''] = match;
  const midnight = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(day)) return null;
  const offset = sign === '' ? 0 : Number(zone.slice(0, 2)) * 60 + Number(zone.slice(3));
  const minute = Number(hours) * 60 + Number(minutes) - (sign === '-' ? -offset : offset);
  const instant = midnight.getTime() / 1000 + minute * 60 + Number(seconds);
  // Year 0 is 62,167,219,200 seconds before 1970: a shift that leaves no sign to be sorted.
  return `${String(instant + 100_000_000_000).padStart(12, '0')}.${fraction.replace(/(?<!0)0+$/, '')}`;
}

const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.(\d+))?(?:Z|([+-])(\d{2}:\d{2}))$/;
