import type {JsonNode, JsonValue} from '../bundle/json-types.js';
import {own} from '../bundle/json.js';
import {counted, didYouMean, listOf, quote, withArticle} from '../words.js';
import type {Problems} from './problem.js';
import type {Answer, Question} from './questions.js';
import {isMatcher, sameValue} from './values.js';

/** The matchers of a test file, and what each takes. */
export const MATCHERS = ['$exact', '$match', '$type', '$present', '$any'] as const;

/** What `$type` can name: the types of JSON, and whole numbers. */
const TYPES = ['string', 'number', 'integer', 'boolean', 'null', 'object', 'array'] as const;

/** Longer regular expressions are not taken. */
const MAX_PATTERN = 1_000;

/** One place where a value is not as it was expected. */
export interface Mismatch {
  /** From the value that was compared; empty for that value itself. */
  readonly path: readonly (string | number)[];
  /** What was expected, and its place. */
  readonly expected: JsonNode;
  /** undefined when there is nothing. */
  readonly actual: JsonValue | undefined;
  /** What was expected, in words: `"Hello"`, `a string`, `a text that /^T/ matches`. */
  readonly wanted: string;
  /** Whether it is as expected could not be found out in time. */
  readonly isLate: boolean;
}

/** Matching may have to ask whether a regular expression matches. */
export type Matching<T> = Generator<Question, T, Answer>;

/** More differences of one value are not looked for. */
const MOST = 20;

/** Whether an expectation is one, wherever it holds a matcher. */
export function checkMatchers(node: JsonNode, problems: Problems): void {
  if (node.type === 'array') for (const item of node.items) checkMatchers(item, problems);
  if (node.type !== 'object') return;
  if (isMatcher(node)) checkMatcher(node, problems);
  else for (const member of node.properties.nodes) checkMatchers(member, problems);
}

function checkMatcher(node: JsonNode, problems: Problems): void {
  const [matcher, ...others] = node.properties.nodes;
  const name = node.properties.names.find((each) => !(MATCHERS as readonly string[]).includes(each));
  if (name !== undefined || matcher === undefined) {
    const member = node.properties.get(name ?? '') ?? node;
    const hint = didYouMean(name ?? '', MATCHERS) || `Matchers are ${listOf(MATCHERS)}. ${LITERALLY}`;
    const isMixed = name !== undefined && !/^\$[A-Za-z]/.test(name);
    const message = isMixed
      ? `${quote(name)} stands beside a matcher`
      : `there is no matcher ${quote(name ?? '')}`;
    problems.error(member.key ?? member, message, isMixed ? LITERALLY : hint);
  } else if (others.length > 0) {
    problems.error(node, 'a matcher stands alone in its object', LITERALLY);
  } else {
    const fault = argumentFault(matcher);
    if (fault !== null) problems.error(matcher, fault.message, fault.hint);
  }
}

const LITERALLY = 'An object that has such names itself is written {$exact: {…}}.';

function argumentFault({name, value}: JsonNode): {message: string; hint: string} | null {
  switch (name) {
    case '$match':
      return patternFault(value);
    case '$type':
      if (typeof value === 'string' && (TYPES as readonly string[]).includes(value)) return null;
      return {
        message: `$type takes ${listOf(TYPES)}`,
        hint: typeof value === 'string' ? didYouMean(value, TYPES) : ''
      };
    case '$present':
      return typeof value === 'boolean' ? null : {message: '$present takes true or false', hint: ''};
    case '$any':
      return value === true
        ? null
        : {message: '$any takes true', hint: 'What must not be there is {$present: false}.'};
    default:
      return null;
  }
}

/** What is wrong with the regular expression of `$match`; null when nothing is. */
function patternFault(value: JsonValue): {message: string; hint: string} | null {
  if (typeof value !== 'string')
    return {message: '$match takes a regular expression as a text', hint: 'Put it in quotes.'};
  if (value.length > MAX_PATTERN)
    return {message: `this regular expression is longer than ${MAX_PATTERN} characters`, hint: ''};
  try {
    new RegExp(value, 'u');
    return null;
  } catch (error) {
    const [, reason = 'it cannot be read'] = /: ([^:]+)$/.exec(String(error)) ?? [];
    return {
      message: `this is no regular expression: ${reason}`,
      hint: 'It is read as in JavaScript, with the flag u.'
    };
  }
}

export interface MatchOptions {
  /** An object must have no other names than the expected one. */
  readonly exactly?: boolean;
  /** Called with each value whose `Error` is looked at, by name or as a part of the whole. */
  readonly onError?: (value: JsonValue) => void;
}

/**
 * Where a value is not as expected: objects are matched as subsets, lists by their length and items, other values
 * exactly.
 *
 * @param expected sound by checkMatchers
 */
export function* match(
  expected: JsonNode,
  actual: JsonValue | undefined,
  {exactly = false, onError = () => undefined}: MatchOptions = {}
): Matching<readonly Mismatch[]> {
  const found: Mismatch[] = [];
  if (exactly && actual !== undefined) onError(actual);
  yield* compare(expected, actual, [], {found, exactly, onError});
  return found;
}

interface Comparison extends Required<MatchOptions> {
  readonly found: Mismatch[];
}

function* compare(
  expected: JsonNode,
  actual: JsonValue | undefined,
  path: readonly (string | number)[],
  comparison: Comparison
): Matching<void> {
  const {found} = comparison;
  if (found.length >= MOST) return;
  const differs = (wanted: string, isLate = false): void => {
    found.push({path, expected, actual, wanted, isLate});
  };
  const [matcher] = expected.type === 'object' && isMatcher(expected) ? expected.properties.nodes : [];
  if (matcher !== undefined) {
    if (matcher.name === '$exact' && actual !== undefined) comparison.onError(actual);
    const verdict = yield* matches(matcher, actual);
    if (verdict !== true) differs(wordsOf(matcher), verdict === 'late');
  } else if (actual === undefined || kindOf(actual) !== kindOf(expected.value)) {
    differs(shownValue(expected.value));
  } else if (expected.type === 'object') {
    yield* compareMembers(expected, actual, path, comparison);
  } else if (Array.isArray(actual)) {
    if (expected.items.length !== actual.length) differs(`a list of ${countOf(expected.items.length)}`);
    else yield* compareItems(expected, actual, path, comparison);
  } else if (expected.value !== actual) {
    differs(shownValue(expected.value));
  }
}

function* compareItems(
  {items}: JsonNode,
  actual: readonly JsonValue[],
  path: readonly (string | number)[],
  comparison: Comparison
): Matching<void> {
  for (const [index, item] of items.entries())
    yield* compare(item, actual[index], [...path, index], comparison);
}

function* compareMembers(
  expected: JsonNode,
  actual: JsonValue,
  path: readonly (string | number)[],
  comparison: Comparison
): Matching<void> {
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return;
  if (expected.properties.has('Error')) comparison.onError(actual);
  for (const member of expected.properties.nodes)
    yield* compare(member, own(actual, member.name), [...path, member.name], comparison);
  if (!comparison.exactly) return;
  for (const name of Object.keys(actual)) {
    if (expected.properties.has(name)) continue;
    if (comparison.found.length >= MOST) return;
    const extra = {path: [...path, name], actual: own(actual, name)};
    comparison.found.push({...extra, expected, wanted: 'nothing', isLate: false});
  }
}

function* matches({name, value}: JsonNode, actual: JsonValue | undefined): Matching<boolean | 'late'> {
  if (name === '$present') return (actual !== undefined) === value;
  if (actual === undefined) return false;
  switch (name) {
    case '$any':
      return true;
    case '$exact':
      return sameValue(value, actual);
    case '$type':
      return value === 'integer' ? Number.isInteger(actual) : kindOf(actual) === value;
    default: {
      if (typeof actual !== 'string' || typeof value !== 'string') return false;
      const answer = yield {kind: 'regex', pattern: value, text: actual};
      if (answer.kind !== 'regex') throw new Error('a regular expression was answered with something else');
      return answer.late ? 'late' : answer.matches;
    }
  }
}

function wordsOf({name, value}: JsonNode): string {
  switch (name) {
    case '$present':
      return value === true ? 'something' : 'nothing';
    case '$any':
      return 'something';
    case '$exact':
      return `exactly ${shownValue(value)}`;
    case '$type':
      return withArticle(textIn(value));
    default:
      return `a text that /${textIn(value)}/ matches`;
  }
}

function textIn(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The type of a value, as JSON names it. */
function kindOf(value: JsonValue): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function countOf(items: number): string {
  return counted(items, 'item');
}

/** A value as JSON, cut when it is long. */
export function shownValue(value: JsonValue | undefined, most = 200): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
