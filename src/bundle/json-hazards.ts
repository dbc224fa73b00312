import type {Key, Limit, Span} from './json-types.js';

export {MAX_DEPTH} from './limits.js';

/** Thrown where the nesting passes MAX_DEPTH. */
export class TooDeep extends Error {
  constructor(readonly at: Span) {
    super('too deep');
  }
}

/** Thrown where another limit is passed. */
export class Beyond extends Error {
  constructor(
    readonly limit: Limit,
    readonly at: Span
  ) {
    super(`beyond the limit of ${limit}`);
  }
}

/** Keys that readers of JSON are known to lose or to misuse. */
export const RESERVED_KEYS: ReadonlySet<string> = new Set(['__proto__']);

/** The part of ParsedJson that is collected on the way: what makes a text doubtful, though it be JSON. */
export interface JsonHazards {
  readonly duplicateKeys: {readonly key: Key; readonly first: Key}[];
  readonly reservedKeys: Key[];
  readonly inexactNumbers: (Span & {readonly text: string; readonly read: string})[];
}

export function noHazards(): JsonHazards {
  return {duplicateKeys: [], reservedKeys: [], inexactNumbers: []};
}

/** Notes a number, written at `start`, whose text its value cannot give back. */
export function checkNumber(text: string, value: number, start: number, {inexactNumbers}: JsonHazards): void {
  if (!sameNumber(text, value)) {
    inexactNumbers.push({start, end: start + text.length, text, read: String(value)});
  }
}

/** Whether the decimal text and the number are one value: their digits and exponents are compared. */
function sameNumber(text: string, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (text.length <= 15) return !/[eE]/.test(text) || normalNumber(text) === normalNumber(String(value));
  return normalNumber(text) === normalNumber(String(value));
}

/** `-12.50e1` → `-125e0`: sign, digits without outer zeros, power of ten. */
function normalNumber(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/(?<!0)0+$/, '');
  if (significant === '') return '0';
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${sign}${significant}e${power}`;
}
