import {isObject, setOwn} from '../bundle/json.js';
import type {JsonNode, JsonObject, JsonValue} from '../bundle/json-types.js';
import {isUnknownId, UNKNOWN_IDS, answersTo, type Answers, type UnknownId} from '../flow-run/unknowns.js';
import {didYouMean, listOf, quote} from '../words.js';
import {nameOf} from './cases.js';
import {NOTHING_EXPECTED, readExpectations, type Expectations, type KnownNames} from './expectations.js';
import {itemsOf, membersOf, textOf, wrongType} from './fields.js';
import {readMocks, type Mocks} from './mocks.js';
import type {Problems} from './problem.js';
import type {ReadingBudget} from './reading-budget.js';
import {readAccount, readStart, type Account, type EventFiles} from './start.js';

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

/** What a case is read with. */
export interface CaseContext {
  readonly names: KnownNames;
  /** The integration of the bundle. */
  readonly integration: string;
  readonly events: EventFiles;
  /** The snapshots that are stored for this file, by case. */
  readonly snapshots: ReadonlyMap<string, JsonValue>;
  /** What the cases of all files may make. */
  readonly budget: ReadingBudget;
}

/** Reads one case. Faults are added to the file's problems: with errors the case is not to be run. */
export function readCase(node: JsonNode, context: CaseContext, problems: Problems): TestCase {
  const {properties} = node;
  const {names, integration, events, snapshots, budget} = context;
  const account = readAccount(properties.get('account'), integration, problems);
  const [mocks, expect, unknowns] = ['mocks', 'expect', 'unknowns'].map((name) => properties.get(name));
  const isStrict = unknowns?.value === 'strict';
  const name = nameOf(node) ?? '';
  return {
    name,
    node,
    document: readStart(properties, {account, events, budget}, problems),
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
