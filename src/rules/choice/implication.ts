import type {JsonNode} from '../../bundle/json.js';

/** The orders of numbers, texts and times: which results of a comparison each operator lets pass. */
const ORDERS: ReadonlyMap<string, string> = new Map([
  ['Equals', '='],
  ['LessThan', '<'],
  ['LessThanEquals', '<='],
  ['GreaterThan', '>'],
  ['GreaterThanEquals', '>=']
]);

/** `Variable`, operator and value. */
interface Comparison {
  readonly variable: string;
  readonly operator: string;
  readonly value: unknown;
}

/** How many steps one bundle's conditions may take: enough for some five hundred rules in one Choice. */
const MAX_STEPS = 1_000_000;

/**
 * Tells whether one condition of a Choice follows from another one. What it says is true; what it cannot
 * tell, or not within a bounded number of steps for one bundle, it denies.
 */
export class Implications {
  private steps = MAX_STEPS;
  private readonly known = new Map<JsonNode, Parts>();

  /** Whether the steps are used up, so that nothing more can be told. */
  get isSpent(): boolean {
    return this.steps < 0;
  }

  /** Whether `other` is true whenever `condition` is. */
  implies(condition: JsonNode, other: JsonNode): boolean {
    this.steps -= 1;
    if (this.steps < 0) return false;
    const [a, b] = [this.partsOf(condition), this.partsOf(other)];
    if (a.or.length > 0) return a.or.every((part) => this.implies(part, other));
    if (b.and.length > 0) return b.and.every((part) => this.implies(condition, part));
    if (a.not !== null && b.not !== null) return this.implies(b.not, a.not);
    return (
      a.and.some((part) => this.implies(part, other)) ||
      b.or.some((part) => this.implies(condition, part)) ||
      (a.comparison !== null && b.comparison !== null && follows(a.comparison, b.comparison))
    );
  }

  private partsOf(condition: JsonNode): Parts {
    let parts = this.known.get(condition);
    if (parts === undefined) {
      parts = partsOf(condition);
      this.known.set(condition, parts);
    }
    return parts;
  }
}

interface Parts {
  readonly and: readonly JsonNode[];
  readonly or: readonly JsonNode[];
  readonly not: JsonNode | null;
  readonly comparison: Comparison | null;
}

/** What a condition is made of; nothing at all when it is faulty. */
function partsOf({properties}: JsonNode): Parts {
  const parts = {
    and: properties.get('And')?.items ?? [],
    or: properties.get('Or')?.items ?? [],
    not: properties.get('Not') ?? null,
    comparison: null as Comparison | null
  };
  const [operator, ...others] = properties.names.filter((key) => !PLAIN.has(key));
  const variable = properties.get('Variable')?.value;
  if (others.length > 0) return NOTHING;
  if (typeof variable === 'string' && operator !== undefined) {
    parts.comparison = {variable, operator, value: properties.get(operator)?.value};
  }
  return parts;
}

const PLAIN = new Set(['Variable', 'Next', 'Comment']);
const NOTHING: Parts = {and: [], or: [], not: null, comparison: null};

function follows(a: Comparison, b: Comparison): boolean {
  if (a.variable !== b.variable) return false;
  if (a.operator === b.operator && a.value === b.value && isPlain(a.value)) return true;
  const [kind, order] = splitOperator(a.operator);
  const [otherKind, otherOrder] = splitOperator(b.operator);
  if (kind !== otherKind || order === '' || otherOrder === '') return false;
  if (kind === 'Timestamp') return within(timeOf(a.value), order, timeOf(b.value), otherOrder);
  return typeof a.value === typeof b.value && within(a.value, order, b.value, otherOrder);
}

/** Objects and lists are faulty operands, and one is not known to be the other. */
function isPlain(value: unknown): boolean {
  return value !== null && typeof value !== 'object';
}

/** `NumericLessThan` → kind and order; no order where the operator has none. */
function splitOperator(operator: string): [kind: string, order: string] {
  const match = /^(Numeric|String|Timestamp)(.+)$/.exec(operator);
  return [match?.[1] ?? '', ORDERS.get(match?.[2] ?? '') ?? ''];
}

function timeOf(value: unknown): number {
  return typeof value === 'string' ? Date.parse(value) : NaN;
}

/** Whether all values that are `order` `a` are `otherOrder` `b`, too: all that are > 50 are > 5. */
function within(a: unknown, order: string, b: unknown, otherOrder: string): boolean {
  const comparable =
    (typeof a === 'number' && typeof b === 'number') || (typeof a === 'string' && typeof b === 'string');
  if (!comparable) return false;
  if (order === '=') return passes(a, otherOrder, b);
  if (order[0] !== otherOrder[0]) return false;
  if (a === b) return otherOrder.length >= order.length;
  return order[0] === '<' ? a < b : a > b;
}

function passes<T extends string | number>(value: T, order: string, limit: T): boolean {
  switch (order) {
    case '=':
      return value === limit;
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    default:
      return value >= limit;
  }
}
