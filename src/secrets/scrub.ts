/** Takes a text and gives it back with `***` in the place of every form of the credentials. */
export type Scrub = (text: string) => string;

/** A shorter text would be replaced in the middle of harmless words. */
export const SHORTEST_SECRET = 6;

/** Takes a text and gives it back with `***` in the place of each of the secrets, the longest first. */
export function scrubberOf(secrets: readonly string[]): Scrub {
  const sorted = secrets.filter(({length}) => length >= SHORTEST_SECRET).sort((a, b) => b.length - a.length);
  return (text) => sorted.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}
