import {visible} from '../visible.js';
import {replaceSecrets} from './find.js';

/** Takes a text and gives it back with `***` in the place of each credential. */
export type Scrub = (text: string) => string;

/** A shorter text would be replaced in the middle of harmless words. */
const SHORTEST_SECRET = 6;

/** @param secrets the credentials of this run in every form; others are known by their looks (shapes.ts) */
export function scrubberOf(secrets: readonly string[]): Scrub {
  // In a text that was made visible a secret has another form, too.
  const known = longestFirst([...new Set(secrets.flatMap((secret) => [secret, visible(secret)]))]);
  return (text) => replaceSecrets(text, known, '***');
}

/** Those that can be looked for in a text. Of two of which one holds the other nothing is left this way. */
export function longestFirst(secrets: readonly string[]): string[] {
  return secrets.filter(({length}) => length >= SHORTEST_SECRET).sort((a, b) => b.length - a.length);
}
