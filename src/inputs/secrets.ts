import type {Inputs} from './inputs.js';
import {secretForms, textForms, type Scrub} from '../registry/credentials.js';

/** A shorter text would be replaced in the middle of harmless words. */
const SHORTEST_SECRET = 6;

/** Every text that gives a credential of this run away, in every form in which it may turn up. */
export function secretsOf(inputs: Pick<Inputs, 'credentials' | 'githubToken' | 'planKey'>): string[] {
  const {credentials, githubToken, planKey} = inputs;
  const registry = credentials === null ? [] : secretForms(credentials);
  const others = [githubToken, planKey].filter((text) => text !== '').flatMap(textForms);
  return [...new Set([...registry, ...others])].filter(({length}) => length >= SHORTEST_SECRET);
}

/** Takes a text and gives it back with `***` in the place of each of the secrets, the longest first. */
export function scrubberOf(secrets: readonly string[]): Scrub {
  const sorted = secrets.filter(({length}) => length >= SHORTEST_SECRET).sort((a, b) => b.length - a.length);
  return (text) => sorted.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}
