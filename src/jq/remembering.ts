import type {JqChecker, JqVerdict} from '../rules/analysis/jq-program.js';

/** Asks about each program once: a fix hardly ever changes one. */
export function remembering(jq: JqChecker): JqChecker {
  const known = new Map<string, JqVerdict>();
  return async (programs) => {
    const unknown = programs.filter((program) => !known.has(program));
    const verdicts = unknown.length === 0 ? [] : await jq(unknown);
    for (const [index, verdict] of verdicts.entries()) known.set(unknown[index] ?? '', verdict);
    return programs.map(
      (program): JqVerdict => known.get(program) ?? {kind: 'not-checked', why: 'unavailable'}
    );
  };
}
