import {secretForms} from '../registry/credentials.js';
import {textForms} from '../secrets/forms.js';
import {longestFirst} from '../secrets/scrub.js';
import type {Inputs} from './inputs.js';

/** Every text that gives a credential of this run away, in every form in which it may turn up. */
export function secretsOf(inputs: Pick<Inputs, 'credentials' | 'githubToken' | 'planKey'>): string[] {
  const {credentials, githubToken, planKey} = inputs;
  const registry = credentials === null ? [] : secretForms(credentials);
  const others = [githubToken, planKey].filter((text) => text !== '').flatMap(textForms);
  return longestFirst([...new Set([...registry, ...others])]);
}
