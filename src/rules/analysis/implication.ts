import type {JsonNode, JsonValue} from '../../bundle/json-types.js';
import {
  inOrder,
  readCondition,
  timeOf,
  type Comparison,
  type Condition,
  type Order
} from '../../flow/choice.js';

/** How many steps one bundle's conditions may take: enough for some five hundred rules in one Choice. */
const MAX_STEPS = 1_000_000;

/**
 * Tells whether one condition of a Choice follows from another one. What it says is true; what it cannot
 * tell, or not within a bounded number of steps for one bundle, it denies.
 */
export class Implications {
  private steps = MAX_STEPS;
  private readonly known = new Map<JsonNode, Condition>();

  /** Whether the steps are used up, so that nothing more can be told. */
  get isSpent(): boolean {
    return this.steps < 0;
  }

  /** Whether `other` is true whenever `condition` is. */
  implies(condition: JsonNode, other: JsonNode): boolean {
    this.steps -= 1;
    if (this.steps < 0) return false;
    const [a, b] = [this.read(condition), this.read(other)];
    if (a.kind === 'or' && a.parts.length > 0) return a.parts.every((part) => this.implies(part, other));
    if (b.kind === 'and' && b.parts.length > 0) return b.parts.every((part) => this.implies(condition, part));
    if (a.kind === 'not' && b.kind === 'not') return this.implies(b.part, a.part);
    if (a.kind === 'and' && a.parts.some((part) => this.implies(part, other))) return true;
    if (b.kind === 'or' && b.parts.some((part) => this.implies(condition, part))) return true;
    return a.kind === 'comparison' && b.kind === 'comparison' && follows(a, b);
  }

  /** Whether the two are never true together. */
  exclude(condition: JsonNode, other: JsonNode): boolean {
    this.steps -= 1;
    if (this.steps < 0) return false;
    const [a, b] = [this.read(condition), this.read(other)];
    if (a.kind === 'not') return this.implies(other, a.part);
    if (b.kind === 'not') return this.implies(condition, b.part);
    return a.kind === 'comparison' && b.kind === 'comparison' && contradict(a, b);
  }

  private read(node: JsonNode): Condition {
    let condition = this.known.get(node);
    if (condition === undefined) {
      condition = readCondition(node);
      this.known.set(node, condition);
    }
    return condition;
  }
}

function follows(a: Comparison, b: Comparison): boolean {
  if (a.variable.value !== b.variable.value) return false;
  const [value, other] = [a.operand.value, b.operand.value];
  if (a.operand.name === b.operand.name && value === other && isPlain(value)) return true;
  const {kind, order, path} = a.operator;
  if (kind !== b.operator.kind || path || b.operator.path) return false;
  if (kind === 'Timestamp') return within(timeOf(value), order, timeOf(other), b.operator.order);
  return (kind === 'Numeric' || kind === 'String') && within(value, order, other, b.operator.order);
}

/** Whether no value passes both comparisons. */
function contradict(a: Comparison, b: Comparison): boolean {
  if (a.variable.value !== b.variable.value || a.operator.path || b.operator.path) return false;
  const {kind} = a.operator;
  if (kind === '' || kind !== b.operator.kind) return false;
  const valueOf = ({operand: {value}}: Comparison): JsonValue =>
    kind === 'Timestamp' ? timeOf(value) : value;
  const [x, y] = [valueOf(a), valueOf(b)];
  if (typeof x === 'boolean' && typeof y === 'boolean') return x !== y;
  const comparable =
    (typeof x === 'number' && typeof y === 'number') || (typeof x === 'string' && typeof y === 'string');
  return comparable && areApart(x, a.operator.order, y, b.operator.order);
}

/** Whether nothing is `order` `x` and `otherOrder` `y`: below 3 and above 5, say. */
function areApart<T extends string | number>(x: T, order: Order, y: T, otherOrder: Order): boolean {
  if (order === '=') return !inOrder(x, otherOrder, y);
  if (otherOrder === '=') return !inOrder(y, order, x);
  if (order[0] === otherOrder[0]) return false;
  const [high, low] = order[0] === '<' ? [x, y] : [y, x];
  return high < low || (high === low && (order.length === 1 || otherOrder.length === 1));
}

/** Objects and lists are faulty operands, and one is not known to be the other. */
function isPlain(value: unknown): boolean {
  return value !== null && typeof value !== 'object';
}

/** Whether all values that are `order` `a` are `otherOrder` `b`, too: all that are > 50 are > 5. */
function within(a: JsonValue, order: Order, b: JsonValue, otherOrder: Order): boolean {
  const comparable =
    (typeof a === 'number' && typeof b === 'number') || (typeof a === 'string' && typeof b === 'string');
  if (!comparable) return false;
  if (order === '=') return inOrder(a, otherOrder, b);
  if (order[0] !== otherOrder[0]) return false;
  if (a === b) return otherOrder.length >= order.length;
  return order[0] === '<' ? a < b : a > b;
}
