import type {JsonValue} from '../bundle/json-types.js';

/** How many lines of a difference are worth showing. */
const MOST = 40;
/** Longer lists are compared from their ends only. */
const MOST_COMPARED = 400;

/**
 * How two lists differ, a line an item: `  ` both have it, `- ` only the expected one, `+ ` only what came.
 * Long runs of equal items are cut.
 */
export function listDifference(expected: readonly string[], actual: readonly string[]): string[] {
  const lines: string[] = [];
  let [one, other] = [0, 0];
  for (const [i, j] of [...common(expected, actual), [expected.length, actual.length] as const]) {
    for (; one < i; one += 1) lines.push(`- ${expected[one] ?? ''}`);
    for (; other < j; other += 1) lines.push(`+ ${actual[other] ?? ''}`);
    if (i < expected.length) lines.push(`  ${expected[i] ?? ''}`);
    [one, other] = [i + 1, j + 1];
  }
  return withoutRuns(lines);
}

/** The pairs of a longest common subsequence, by their indexes. */
function common(one: readonly string[], other: readonly string[]): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) {
    pairs.push([start, start]);
    start += 1;
  }
  const [rows, columns] = [one.length - start, other.length - start];
  if (rows > MOST_COMPARED || columns > MOST_COMPARED) return pairs;
  const lengths = Array.from({length: rows + 1}, () => new Uint16Array(columns + 1));
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const line = lengths[row];
      if (line === undefined) continue;
      line[column] =
        one[start + row] === other[start + column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  for (let [row, column] = [0, 0]; row < rows && column < columns;) {
    if (one[start + row] === other[start + column]) {
      pairs.push([start + row, start + column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** Of a run of equal lines the two next to a change stay. */
function withoutRuns(lines: readonly string[]): string[] {
  const isNear = (index: number): boolean =>
    lines.slice(Math.max(0, index - 2), index + 3).some((line) => !line.startsWith('  '));
  const shown: string[] = [];
  let hidden = 0;
  const close = (): void => {
    if (hidden > 0) shown.push(`  … ${hidden} the same`);
    hidden = 0;
  };
  for (const [index, line] of lines.entries()) {
    if (!isNear(index)) {
      hidden += 1;
      continue;
    }
    close();
    shown.push(line);
  }
  close();
  return shown.length <= MOST ? shown : [...shown.slice(0, MOST), `… ${shown.length - MOST} more lines`];
}

/** How two long texts, or two values laid out as JSON, differ by lines; none where the values are short. */
export function lineDifference(expected: JsonValue, actual: JsonValue | undefined): string[] {
  const texts = typeof expected === 'string' && typeof actual === 'string';
  const isLong = texts && (expected.includes('\n') || expected.length > 60 || actual.length > 60);
  if (texts && !isLong) return [];
  if (actual === undefined || typeof expected !== typeof actual || (!texts && typeof expected !== 'object'))
    return [];
  if (texts && !expected.includes('\n') && !actual.includes('\n')) return aroundChange(expected, actual);
  const lines = (value: JsonValue): string[] =>
    (typeof value === 'string' ? value : JSON.stringify(value, null, 2)).split('\n');
  return listDifference(lines(expected), lines(actual));
}

/** How many characters before the first difference of two texts are shown, and how many behind it. */
const BEFORE = 20;
const BEHIND = 50;

function aroundChange(expected: string, actual: string): string[] {
  let at = 0;
  while (at < expected.length && expected[at] === actual[at]) at += 1;
  const from = Math.max(0, at - BEFORE);
  const part = (text: string): string =>
    `${from > 0 ? '…' : ''}${text.slice(from, at + BEHIND)}${text.length > at + BEHIND ? '…' : ''}`;
  return [`- ${JSON.stringify(part(expected))}`, `+ ${JSON.stringify(part(actual))}`];
}
