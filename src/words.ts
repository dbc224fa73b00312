/** Nobody mistypes longer names, and the distance takes time with the square of the length. */
const LONGEST_NAME = 100;
/** More names than anybody gives by hand: those behind are not compared. */
const MOST_CANDIDATES = 2_000;

/**
 * The known name that was probably meant, by edit distance (a transposition counts one); null when none is
 * near. Letter case alone never makes a name far.
 */
export function suggest(name: string, known: Iterable<string>): string | null {
  if (name.length > LONGEST_NAME) return null;
  const wanted = name.toLowerCase();
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(Math.min(name.length, 40) / 3)) + 1;
  let left = MOST_CANDIDATES;
  for (const candidate of known) {
    left -= 1;
    if (left < 0) break;
    const distance = editDistance(wanted, candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Of shorter names one letter is too much for a slip. */
const SHORTEST_SURE = 3;

/**
 * The one known name that differs by letter case or by one slip (a letter too many, too few, another one or two
 * swapped); null when there is none, or more than one. Another digit is another name, and no slip.
 */
export function sureMatch(name: string, known: Iterable<string>): string | null {
  if (name.length > LONGEST_NAME) return null;
  const wanted = name.toLowerCase();
  const [same, near]: [string[], string[]] = [[], []];
  let left = MOST_CANDIDATES;
  for (const candidate of new Set(known)) {
    left -= 1;
    if (left < 0) return null;
    const lower = candidate.toLowerCase();
    if (lower === wanted) same.push(candidate);
    else if (isOneSlip(wanted, lower)) near.push(candidate);
  }
  const [only, ...others] = same.length > 0 ? same : near;
  return only === undefined || others.length > 0 || only === name ? null : only;
}

function isOneSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORTEST_SURE) return false;
  return a.replace(/\D/g, '') === b.replace(/\D/g, '') && editDistance(a, b, 2) === 1;
}

/** `Did you mean "x"?`, or nothing. A name that is the beginning or the end of one known name counts as near, too. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const names = [...known];
  const meant = suggest(name, names) ?? wholeOf(name, names);
  return meant === null ? '' : `Did you mean ${quote(meant)}?`;
}

function wholeOf(part: string, names: readonly string[]): string | null {
  const wanted = part.toLowerCase();
  if (wanted.length < SHORTEST_PART) return null;
  const found = names.filter((name) => {
    const lower = name.toLowerCase();
    return lower.startsWith(wanted) || lower.endsWith(wanted);
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

const SHORTEST_PART = 3;

/** A name in a message: quoted, its control characters escaped, cut when very long. */
export function quote(text: string): string {
  const quoted = JSON.stringify(text);
  return quoted.length <= 120 ? quoted : `${quoted.slice(0, 117)}…"`;
}

/** How often a part stands in a text, none over another. */
export function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}

/** `1 bundle`, `3 bundles`, `2 retries`: a count with its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${plural(count, one, many)}`;
}

/** `200,000`. By hand: the first use of locale data would cost each start some 20 ms. */
export function grouped(count: number): string {
  const digits = String(count);
  const first = digits.length % 3 || 3;
  let text = digits.slice(0, first);
  for (let at = first; at < digits.length; at += 3) text += `,${digits.slice(at, at + 3)}`;
  return text;
}

/** The noun of a count that stands elsewhere in the sentence. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}

/** A text with a full stop at its end, where it has no other mark there. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** `an object`, `a string`, `an Action`; `null` stands by itself. */
export function withArticle(word: string): string {
  if (word === 'null') return word;
  return /^[aeio]/i.test(word) ? `an ${word}` : `a ${word}`;
}

/** Nobody reads on. */
const MOST_LISTED = 40;

/** Names in a sentence: `"a", "b" or "c"`. */
export function listOf(names: readonly string[], last: 'and' | 'or' = 'or'): string {
  const quoted = names.slice(0, MOST_LISTED).map(quote);
  if (names.length > MOST_LISTED) return `${quoted.join(', ')} ${last} ${names.length - MOST_LISTED} more`;
  const end = quoted.pop() ?? '';
  return quoted.length === 0 ? end : `${quoted.join(', ')} ${last} ${end}`;
}

/** Optimal string alignment distance; gives up, with `limit`, when it is not below the limit. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({length: b.length + 1}, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1)
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least >= limit) return limit;
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? limit;
}
