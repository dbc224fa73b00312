import {patternFor} from '../bundle/patterns.js';
import type {Checked} from '../rules/engine.js';
import {visibleJson} from '../visible.js';

export interface Matrix {
  /** `{"include":[{"integration","bundles"}]}`; empty when there is nothing, or too much, to fan out over. */
  readonly text: string;
  /** Why `text` is empty although bundles are declared; empty otherwise. */
  readonly problem: string;
}

/** "A job matrix can generate a maximum of 256 jobs per workflow run" (GitHub docs, Actions limits). */
const MOST_JOBS = 256;

/** The outputs of a job take 1 MB together, counted as UTF-16 (GitHub docs, Passing information between jobs). */
const MOST_CHARACTERS = 500_000;

/**
 * The declared integrations as a workflow's `strategy.matrix`, sorted, each with its files as patterns for the
 * `bundles` input, one a line. Files whose integration is not known (they have findings) leave it empty: a
 * matrix that lacks some would pass for the whole. What cannot be seen in a path is escaped: workflows print it.
 */
export function matrixOf({declared, complete}: Pick<Checked, 'declared' | 'complete'>): Matrix {
  if (!complete || declared.length === 0) return {text: '', problem: ''};
  const files = new Map<string, string[]>();
  for (const {integration, path} of declared) {
    const patterns = files.get(integration) ?? [];
    patterns.push(patternFor(path));
    files.set(integration, patterns);
  }
  if (files.size > MOST_JOBS) {
    return tooMuch(
      `${files.size} integrations are declared, and a matrix of GitHub takes at most ${MOST_JOBS} jobs`
    );
  }
  const include = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([integration, patterns]) => ({integration, bundles: patterns.sort().join('\n')}));
  const text = visibleJson({include});
  if (text.length > MOST_CHARACTERS) {
    return tooMuch(
      `it would have ${text.length} characters, and the outputs of a GitHub job take 1 MB together (it stops at ${MOST_CHARACTERS})`
    );
  }
  return {text, problem: ''};
}

function tooMuch(why: string): Matrix {
  return {
    text: '',
    problem: `The matrix output is empty: ${why}. Share the files between several steps by their bundles patterns.`
  };
}
