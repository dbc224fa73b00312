/** What a comparison of a Choice rule takes. `path` is a reference path to the value to compare with. */
export type Operand = 'string' | 'number' | 'boolean' | 'timestamp' | 'path';

const ORDERS = ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'] as const;

/**
 * The 25 comparisons of ZIS (Choice state, table of operators): 18 with a value and 7 with a path.
 */
export const OPERATORS: ReadonlyMap<string, Operand> = new Map<string, Operand>([
  ...ORDERS.map((order) => [`String${order}`, 'string'] as const),
  ...ORDERS.map((order) => [`Numeric${order}`, 'number'] as const),
  ...ORDERS.map((order) => [`Timestamp${order}`, 'timestamp'] as const),
  ['BooleanEquals', 'boolean'],
  ['IsPresent', 'boolean'],
  ['IsNull', 'boolean'],
  ['StringEqualsPath', 'path'],
  ['BooleanEqualsPath', 'path'],
  ...ORDERS.map((order) => [`Numeric${order}Path`, 'path'] as const)
]);

const TYPE_TESTS = 'Find out with a Jq action before this state (`type`), and compare its result.';
const NO_PATH = 'Compare with a Jq action before this state, and test its result with BooleanEquals.';

const NEGATED = 'Put the condition without the negation into "Not".';
const MATCH =
  'Match with a Jq action before this state (`test("…")`), and test its result with BooleanEquals.';

/** Comparisons of Amazon States Language, and of habit, that ZIS has not, with what to do instead. */
export const UNSUPPORTED_OPERATORS: ReadonlyMap<string, string> = new Map([
  ['StringMatches', MATCH],
  ...['StringContains', 'StringStartsWith', 'StringEndsWith', 'Regex'].map((name) => [name, MATCH] as const),
  ['StringIn', 'Put one StringEquals for each text into "Or".'],
  ...['String', 'Numeric', 'Boolean', 'Timestamp'].map((kind) => [`${kind}NotEquals`, NEGATED] as const),
  ['IsNotNull', 'Write "IsNull": false.'],
  ['IsNotPresent', 'Write "IsPresent": false.'],
  ...['IsString', 'IsNumeric', 'IsBoolean', 'IsTimestamp'].map((name) => [name, TYPE_TESTS] as const),
  ...ORDERS.filter((order) => order !== 'Equals').map((order) => [`String${order}Path`, NO_PATH] as const),
  ...ORDERS.map((order) => [`Timestamp${order}Path`, NO_PATH] as const),
  ['Condition', 'ZIS has no JSONata: compare a Variable with an operator such as StringEquals.']
]);
