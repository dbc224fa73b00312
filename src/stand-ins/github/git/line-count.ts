/** How many lines of a text are new and how many are gone. */
export interface LineCount {
  readonly additions: number;
  readonly deletions: number;
}

/** Above this many pairs of lines the exact count takes too long; then all lines between count as changed. */
const MAX_PAIRS = 4_000_000;

export function countChangedLines(before: string, after: string): LineCount {
  const [old, now] = [lines(before), lines(after)];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const [oldMiddle, newMiddle] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const kept = oldMiddle.length * newMiddle.length > MAX_PAIRS ? 0 : longestCommon(oldMiddle, newMiddle);
  return {additions: newMiddle.length - kept, deletions: oldMiddle.length - kept};
}

function lines(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** The length of the longest common subsequence. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const line of a) {
    const next = [0];
    for (const [index, other] of b.entries()) {
      const best = line === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0);
      next.push(best);
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
