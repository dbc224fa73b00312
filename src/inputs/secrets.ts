import type {Inputs} from './inputs.js';
import {secretForms, textForms, type Scrub} from '../registry/credentials.js';

/** A shorter text would be replaced in the middle of harmless words. */
const SHORTEST_SECRET = 6;

/** Every text that gives a credential of this run away, in every form in which it may turn up. */
export function secretsOf({credentials, githubToken}: Pick<Inputs, 'credentials' | 'githubToken'>): string[] {
  const registry = credentials === null ? [] : secretForms(credentials);
  const github = githubToken === '' ? [] : textForms(githubToken);
  return [...new Set([...registry, ...github])].filter(({length}) => length >= SHORTEST_SECRET);
}

/** Takes a text and gives it back with `***` in the place of each of the secrets, the longest first. */
export function scrubberOf(secrets: readonly string[]): Scrub {
  const sorted = secrets.filter(({length}) => length >= SHORTEST_SECRET).sort((a, b) => b.length - a.length);
  return (text) => sorted.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}
