import {isObject, setOwn} from '../bundle/json.js';
import type {JsonNode, JsonObject, JsonValue} from '../bundle/json-types.js';
import {parseYaml} from '../bundle/yaml.js';
import {decode, Lines} from '../bundle/text.js';
import {isUnknownId, UNKNOWN_IDS, answersTo, type Answers, type UnknownId} from '../flow-run/unknowns.js';
import {didYouMean, listOf, quote} from '../words.js';
import {Budget, Row} from './columns.js';
import {NOTHING_EXPECTED, readExpectations, type Expectations, type KnownNames} from './expectations.js';
import {itemsOf, membersOf, textOf, wrongType} from './fields.js';
import {readMocks, type Mocks} from './mocks.js';
import {Problems} from './problem.js';
import {eventFilesIn, readAccount, readStart, type Account, type EventFiles} from './start.js';
import {mergeDeep, mergeNodes, objectOfMembers, valueAt} from './values.js';

/** A test file over this is refused unread: test files that people write have some KB. */
export const MAX_TEST_FILE_BYTES = 512 * 1024;

/** A file with more cases, its rows counted, is refused. */
const MAX_CASES = 10_000;

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

/** One case, sound enough to be run. */
export interface TestCase {
  readonly name: string;
  readonly node: JsonNode;
  readonly document: JsonValue;
  readonly account: Account;
  /** By scope. */
  readonly configs: Readonly<Record<string, JsonObject>>;
  /** null: all exist. */
  readonly connections: readonly string[] | null;
  readonly mocks: Mocks;
  readonly answers: Answers;
  /** Whether any contact with an undocumented point fails the case. */
  readonly isStrict: boolean;
  readonly expect: Expectations;
  /** What was stored for `snapshot: true`; undefined when nothing was. */
  readonly snapshot: JsonValue | undefined;
}

const CASE_KEYS = [
  'name',
  'each',
  'event',
  'with',
  'document',
  'account',
  'configs',
  'connections',
  'mocks',
  'unknowns',
  'expect'
] as const;

const DEFAULT_KEYS = CASE_KEYS.filter((key) => key !== 'name' && key !== 'each');

/** Reads the bytes of a test file of at most MAX_TEST_FILE_BYTES, YAML or JSON. Never throws for what they hold: that ends up in its problems. */
export function readTestFile(path: string, content: Uint8Array): TestFile {
  const problems = new Problems();
  const {text, fault} = decode(content);
  const file = {path, lines: new Lines(text), problems};
  if (fault === 'utf-16' || fault === 'not-utf-8') {
    problems.error(TOP, 'the file is not UTF-8', 'Save it as UTF-8.');
  } else {
    const {root, faults} = parseYaml(text);
    for (const each of faults) problems.error(each, each.message, each.hint);
    if (root !== null) return {...file, ...readRoot(root, problems)};
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

function readRoot(root: JsonNode, problems: Problems): Omit<TestFile, 'path' | 'lines' | 'problems'> {
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
  const all = cases === undefined ? [] : casesOf(cases, base, problems);
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

/** The cases with their defaults, one for each row, under the names by which they are known. */
function casesOf(cases: JsonNode, defaults: JsonNode | null, problems: Problems): JsonNode[] {
  const all: JsonNode[] = [];
  const names = new Map<string, JsonNode>();
  const budget = new Budget();
  const listed = itemsOf(cases, 'cases', problems);
  if (cases.type === 'array' && listed.length === 0)
    problems.warning(cases, 'the file has no case', 'Write one, or delete the file.');
  for (const each of listed) {
    if (membersOf(each, 'a case', CASE_KEYS, problems) === null) continue;
    const rows = withRows(withDefaults(each, defaults), budget, problems);
    if (all.length + rows.length > MAX_CASES) {
      problems.error(each, `the file has more than ${MAX_CASES} cases`, 'Split it, or leave out rows.');
      break;
    }
    for (const row of numbered(rows)) {
      const name = nameOf(row);
      if (name === null) problems.error(row, 'a case has a name', 'Add name: with what the case is about.');
      else if (names.has(name)) {
        const hint = 'Names tell cases apart in reports, and with --filter.';
        problems.error(row.properties.get('name') ?? row, `another case has the name ${quote(name)}`, hint);
      } else names.set(name, row);
      all.push(row);
    }
    if (budget.isSpent) {
      problems.error(each, 'the rows of this file make too much text', 'Leave out rows, or shorten them.');
      break;
    }
  }
  return all;
}

function nameOf(node: JsonNode): string | null {
  const name = node.properties.get('name')?.value;
  return typeof name === 'string' && name.trim() !== '' ? name : null;
}

/** A case over its defaults. What says how the case starts is taken from one of them only. */
function withDefaults(node: JsonNode, defaults: JsonNode | null): JsonNode {
  if (defaults === null) return node;
  const has = (name: string): boolean => node.properties.has(name);
  const dropped = has('document') ? ['event', 'with'] : has('event') || has('with') ? ['document'] : [];
  const kept = defaults.properties.nodes.filter(({name}) => !dropped.includes(name));
  return mergeNodes(objectOfMembers(kept, null, node), node, (base, over) => {
    if (over.name === 'mocks' && base.type === 'object' && over.type === 'object')
      return mergeNodes(base, over, (_, mock) => mock);
    const isOtherFile = over.name === 'event' && (base.properties.has('file') || over.properties.has('file'));
    const isOtherList = base.properties.has('order') !== over.properties.has('order');
    return isOtherFile || isOtherList ? over : mergeDeep(base, over);
  });
}

/** The case once for each row of its `each`; the case itself where it has none. */
function withRows(node: JsonNode, budget: Budget, problems: Problems): JsonNode[] {
  const each = node.properties.get('each');
  if (each === undefined) return [node];
  const rows = itemsOf(each, 'each', problems).flatMap((row) => rowOf(row, budget, problems));
  if (each.type === 'array' && each.items.length === 0)
    problems.error(each, 'each has no rows', 'Each row is an object, {column: value}.');
  const pattern = objectOfMembers(
    node.properties.nodes.filter(({name}) => name !== 'each'),
    null,
    node
  );
  const filled = rows.map(({row}) => row.fill(pattern));
  checkColumns(rows, problems);
  return filled;
}

interface ReadRow {
  readonly row: Row;
  readonly node: JsonNode;
}

function rowOf(node: JsonNode, budget: Budget, problems: Problems): ReadRow[] {
  if (node.type !== 'object') {
    wrongType(node, 'a row', 'an object of columns', problems);
    return [];
  }
  if (node.properties.size === 0) {
    problems.error(node, 'a row has at least one column', 'Each row is an object, {column: value}.');
    return [];
  }
  return [{row: new Row(new Map(node.properties.entries()), budget), node}];
}

/** Every row has every column, and every column is used by some row. */
function checkColumns(rows: readonly ReadRow[], problems: Problems): void {
  const columns = new Map<string, JsonNode>();
  for (const {node} of rows)
    for (const column of node.properties.nodes)
      if (!columns.has(column.name)) columns.set(column.name, column);
  for (const [name, column] of columns) {
    for (const {node} of rows) {
      if (!node.properties.has(name))
        problems.error(
          node,
          `this row has no column ${quote(name)}, which others have`,
          'null is a value, too.'
        );
    }
    if (!rows.some(({row}) => row.used.has(name)))
      problems.warning(
        column.key ?? column,
        `the column ${quote(name)} is not used`,
        `Write {${name}} in the case.`
      );
  }
}

/** Rows whose names are equal get a number behind it. */
function numbered(rows: readonly JsonNode[]): JsonNode[] {
  const counts = new Map<string | null, number>();
  for (const row of rows) counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + 1);
  const given = new Map<string, number>();
  return rows.map((row) => {
    const name = nameOf(row);
    if (name === null || (counts.get(name) ?? 0) < 2) return row;
    const number = (given.get(name) ?? 0) + 1;
    given.set(name, number);
    return withName(row, `${name} [${number}]`);
  });
}

function withName(node: JsonNode, name: string): JsonNode {
  const members = node.properties.nodes.map((member) =>
    member.name === 'name' ? valueAt(name, member.key, member) : member
  );
  return objectOfMembers(members, null, node);
}

/** What a case is read with. */
export interface CaseContext {
  readonly names: KnownNames;
  /** The integration of the bundle. */
  readonly integration: string;
  readonly events: EventFiles;
  /** The snapshots that are stored for this file, by case. */
  readonly snapshots: ReadonlyMap<string, JsonValue>;
}

/** Reads one case. Faults are added to the file's problems: with errors the case is not to be run. */
export function readCase(node: JsonNode, context: CaseContext, problems: Problems): TestCase {
  const {properties} = node;
  const {names, integration, events, snapshots} = context;
  const account = readAccount(properties.get('account'), integration, problems);
  const [mocks, expect, unknowns] = ['mocks', 'expect', 'unknowns'].map((name) => properties.get(name));
  const isStrict = unknowns?.value === 'strict';
  const name = nameOf(node) ?? '';
  return {
    name,
    node,
    document: readStart(properties, {account, events}, problems),
    account,
    configs: readConfigs(properties.get('configs'), problems),
    connections: readConnections(properties.get('connections'), problems),
    mocks: mocks === undefined ? new Map() : readMocks(mocks, names, problems),
    answers: unknowns === undefined || isStrict ? {} : readAnswers(unknowns, problems),
    isStrict,
    expect: expect === undefined ? NOTHING_EXPECTED : readExpectations(expect, names, problems),
    snapshot: snapshots.get(name)
  };
}

function readConfigs(node: JsonNode | undefined, problems: Problems): Readonly<Record<string, JsonObject>> {
  const configs = node === undefined ? [] : (membersOf(node, 'configs', null, problems)?.nodes ?? []);
  const byScope: Record<string, JsonObject> = {};
  for (const config of configs) {
    if (isObject(config.value)) setOwn(byScope, config.name, config.value);
    else wrongType(config, `the config ${quote(config.name)}`, 'an object', problems);
  }
  return byScope;
}

function readConnections(node: JsonNode | undefined, problems: Problems): string[] | null {
  if (node === undefined) return null;
  return itemsOf(node, 'connections', problems).flatMap(
    (item) => textOf(item, 'a connection', problems) ?? []
  );
}

function readAnswers(node: JsonNode, problems: Problems): Answers {
  if (typeof node.value === 'string') {
    problems.error(node, 'unknowns is an object of answers, or "strict"', didYouMean(node.value, ['strict']));
    return {};
  }
  const answers: Partial<Record<UnknownId, string>> = {};
  for (const answer of membersOf(node, 'unknowns', null, problems)?.nodes ?? []) {
    const {name} = answer;
    if (!isUnknownId(name)) {
      const hint = didYouMean(name, UNKNOWN_IDS) || 'docs/semantics.md lists the points.';
      problems.error(answer.key ?? answer, `there is no undocumented point ${quote(name)}`, hint);
      continue;
    }
    const known = answersTo(name);
    const text = typeof answer.value === 'string' ? answer.value : JSON.stringify(answer.value);
    if (known.length > 0 && !known.includes(text))
      problems.error(answer, `${quote(name)} can be answered with ${listOf(known)}`, didYouMean(text, known));
    else answers[name] = text;
  }
  return answers;
}
