import type {JsonNode} from '../bundle/json-types.js';
import {quote} from '../words.js';
import {Row} from './columns.js';
import {itemsOf, membersOf, wrongType} from './fields.js';
import type {Problems} from './problem.js';
import type {ReadingBudget} from './reading-budget.js';
import {mergeDeep, mergeNodes, objectOfMembers, valueAt, type Merge} from './values.js';

/** A file with more cases, its rows counted, is refused. */
const MAX_CASES = 10_000;

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

export const DEFAULT_KEYS = CASE_KEYS.filter((key) => key !== 'name' && key !== 'each');

/** What cases are made with. */
interface Making {
  readonly budget: ReadingBudget;
  readonly problems: Problems;
}

/** The cases with their defaults, one for each row, under the names by which they are known. */
export function casesOf(cases: JsonNode, defaults: JsonNode | null, making: Making): JsonNode[] {
  const {budget, problems} = making;
  const all: JsonNode[] = [];
  const names = new Map<string, JsonNode>();
  const listed = itemsOf(cases, 'cases', problems);
  if (cases.type === 'array' && listed.length === 0)
    problems.warning(cases, 'the file has no case', 'Write one, or delete the file.');
  for (const each of listed) {
    if (membersOf(each, 'a case', CASE_KEYS, problems) === null) continue;
    const rows = withRows(withDefaults(each, defaults, budget), making);
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
      problems.error(each, 'the cases make too much data', 'Leave out rows, or shorten the defaults.');
      break;
    }
  }
  return all;
}

/** A case over its defaults. What says how the case starts is taken from one of them only. */
function withDefaults(node: JsonNode, defaults: JsonNode | null, budget: ReadingBudget): JsonNode {
  if (defaults === null) return node;
  const has = (name: string): boolean => node.properties.has(name);
  const dropped = has('document') ? ['event', 'with'] : has('event') || has('with') ? ['document'] : [];
  const kept = defaults.properties.nodes.filter(({name}) => !dropped.includes(name));
  const merge: Merge = (base, over) =>
    budget.values(base.properties.size + over.properties.size) ? mergeDeep(base, over, merge) : over;
  budget.values(kept.length + node.properties.size);
  return mergeNodes(objectOfMembers(kept, null, node), node, (base, over) => {
    if (over.name === 'mocks' && base.type === 'object' && over.type === 'object')
      return mergeNodes(base, over, (_, mock) => mock);
    const isOtherFile = over.name === 'event' && (base.properties.has('file') || over.properties.has('file'));
    const isOtherList = base.properties.has('order') !== over.properties.has('order');
    return isOtherFile || isOtherList ? over : merge(base, over);
  });
}

/** The case once for each row of its `each`; the case itself where it has none. */
function withRows(node: JsonNode, {budget, problems}: Making): JsonNode[] {
  const each = node.properties.get('each');
  if (each === undefined) return [node];
  const rows = itemsOf(each, 'each', problems).flatMap((row) => rowOf(row, {budget, problems}));
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

function rowOf(node: JsonNode, {budget, problems}: Making): ReadRow[] {
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

/** The name of a case; null when it has none. */
export function nameOf(node: JsonNode): string | null {
  const name = node.properties.get('name')?.value;
  return typeof name === 'string' && name.trim() !== '' ? name : null;
}
