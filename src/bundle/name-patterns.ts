import {BUILT_IN} from './variables.js';

/** Patterns of the names in `{{name}}` that another program fills in; `*` stands for any characters. */
export type NamePatterns = readonly string[];

/** Nobody has more kinds of them. */
const MOST_PATTERNS = 100;

/** Whether a placeholder of this name is left to another program. `{{integration}}` never is. */
export function isKept(name: string, patterns: NamePatterns): boolean {
  return name !== BUILT_IN && patterns.some((pattern) => fits(name, pattern));
}

/** What is wrong with a list of patterns, each fault with the pattern's index; none where nothing is. */
export function namePatternFaults(
  patterns: readonly string[]
): {readonly index: number; readonly message: string}[] {
  const faults = patterns.flatMap((pattern, index) =>
    WHOLE.test(pattern)
      ? []
      : [{index, message: `${JSON.stringify(pattern)} can be no name in {{name}}, nor a pattern of some`}]
  );
  if (patterns.length <= MOST_PATTERNS) return faults;
  return [...faults, {index: MOST_PATTERNS, message: `there are more than ${MOST_PATTERNS} patterns`}];
}

/** As a name (NAME), with `*` anywhere. */
const WHOLE = /^[\p{L}_<*][\p{L}\p{N}_.<>*-]{0,99}$/u;

/** In time that grows with the product of both lengths at most: a star that was left behind is not tried again. */
function fits(name: string, pattern: string): boolean {
  let [at, of, star, from] = [0, 0, -1, 0];
  while (at < name.length) {
    if (pattern[of] === '*') {
      star = of;
      from = at;
      of += 1;
    } else if (pattern[of] === name[at]) {
      at += 1;
      of += 1;
    } else if (star !== -1) {
      of = star + 1;
      from += 1;
      at = from;
    } else return false;
  }
  while (pattern[of] === '*') of += 1;
  return of === pattern.length;
}
