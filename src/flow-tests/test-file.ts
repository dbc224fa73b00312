import type {JsonNode, JsonValue} from '../bundle/json-types.js';
import {decode, Lines} from '../bundle/text.js';
import {parseYaml} from '../bundle/yaml.js';
import {casesOf, DEFAULT_KEYS} from './cases.js';
import {membersOf, textOf} from './fields.js';
import {Problems} from './problem.js';
import {ReadingBudget} from './reading-budget.js';
import {eventFilesIn} from './start.js';

/** A test file over this is refused unread: test files that people write have some KB. */
export const MAX_TEST_FILE_BYTES = 512 * 1024;

/** A test file as read, before anything is looked up. */
export interface TestFile {
  readonly path: string;
  readonly lines: Lines;
  readonly problems: Problems;
  /** Where it names its bundle and its flow; null when it does not. */
  readonly bundle: JsonNode | null;
  readonly flow: JsonNode | null;
  /** Values for the placeholders of the bundle. */
  readonly variables: ReadonlyMap<string, JsonValue>;
  /** The cases with their defaults and their rows filled in. */
  readonly cases: readonly JsonNode[];
  /** The event files that its cases name. */
  readonly eventFiles: readonly JsonNode[];
}

/**
 * Reads the bytes of a test file of at most MAX_TEST_FILE_BYTES, YAML or JSON. Never throws for what they hold: that
 * ends up in its problems.
 *
 * @param budget of all files of a run
 */
export function readTestFile(path: string, content: Uint8Array, budget = new ReadingBudget()): TestFile {
  const problems = new Problems();
  const {text, fault} = decode(content);
  const file = {path, lines: new Lines(text), problems};
  if (fault === 'utf-16' || fault === 'not-utf-8') {
    problems.error(TOP, 'the file is not UTF-8', 'Save it as UTF-8.');
  } else {
    const {root, faults} = parseYaml(text);
    for (const each of faults) problems.error(each, each.message, each.hint);
    if (root !== null) return {...file, ...readRoot(root, budget, problems)};
  }
  return {...file, ...NOTHING};
}

/** A test file of more than MAX_TEST_FILE_BYTES, which is not read. */
export function tooLargeTestFile(path: string): TestFile {
  return unreadableTestFile(path, `the file is larger than ${MAX_TEST_FILE_BYTES / 1024} KB`, 'Split it.');
}

/** A test file whose bytes could not be had. */
export function unreadableTestFile(path: string, message: string, hint: string): TestFile {
  const problems = new Problems();
  problems.error(TOP, message, hint);
  return {path, lines: new Lines(''), problems, ...NOTHING};
}

const TOP = {start: 0, end: 1};
const NOTHING = {bundle: null, flow: null, variables: new Map(), cases: [], eventFiles: []} as const;

function readRoot(
  root: JsonNode,
  budget: ReadingBudget,
  problems: Problems
): Omit<TestFile, 'path' | 'lines' | 'problems'> {
  const known = ['bundle', 'flow', 'variables', 'defaults', 'cases', '$schema'];
  const members = membersOf(root, 'a test file', known, problems);
  if (members === null) return NOTHING;
  const [bundle, flow, variables, defaults, cases] = known.map((name) => members.get(name));
  const named = (node: JsonNode | undefined, what: string): JsonNode | null =>
    node !== undefined && textOf(node, what, problems) !== null ? node : null;
  if (flow === undefined) problems.error(root, 'a test file names the flow that it tests', 'Add flow: NAME.');
  if (cases === undefined) problems.error(root, 'a test file has cases', 'Add cases: with a list of them.');
  const shared = defaults === undefined ? null : membersOf(defaults, 'defaults', DEFAULT_KEYS, problems);
  const base = shared === null || defaults === undefined ? null : defaults;
  const all = cases === undefined ? [] : casesOf(cases, base, {budget: budget.ofOneFile(), problems});
  return {
    bundle: named(bundle, 'bundle'),
    flow: named(flow, 'flow'),
    variables: variables === undefined ? new Map() : variablesOf(variables, problems),
    cases: all,
    eventFiles: all.flatMap(eventFilesIn)
  };
}

function variablesOf(node: JsonNode, problems: Problems): ReadonlyMap<string, JsonValue> {
  const members = membersOf(node, 'variables', null, problems)?.nodes ?? [];
  return new Map(members.map(({name, value}) => [name, value]));
}
