import type {BundleRule} from '../rule.js';
import {quote} from '../../words.js';
import {nameOf, statesIn} from '../analysis/flows.js';

/** Amazon States Language allows 80 characters; ZIS documents no limit, and longer names have not been seen. */
const MAX_STATE_NAME = 80;

export const emptyStateName: BundleRule = {
  id: 'flow/empty-state-name',
  scope: 'bundle',
  severity: 'error',
  summary: 'A state has a name that is not blank.',
  why: 'Logs and transitions name states by it.',
  bad: '{"StartAt": "", "States": {"": {"Type": "Succeed"}}}',
  good: '{"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}',
  source: 'Amazon States Language, states',
  check(bundle, report) {
    for (const state of statesIn(bundle)) {
      if (state.name.trim() === '') report(nameOf(state), 'the name of this state is blank');
    }
  }
};

export const stateName: BundleRule = {
  id: 'flow/state-name',
  scope: 'bundle',
  severity: 'warning',
  summary: `A state's name has at most ${MAX_STATE_NAME} characters, no control characters and no outer spaces.`,
  why: 'Logs name states by it. A space at its end is in no `Next` that a person types.',
  bad: '{"States": {"Load ": {"Type": "Succeed"}}}',
  good: '{"States": {"Load": {"Type": "Succeed"}}}',
  source: 'Amazon States Language, states (80 characters); ZIS documents no limit',
  check(bundle, report) {
    for (const state of statesIn(bundle)) {
      const fault = faultOf(state.name);
      if (fault !== '') report(nameOf(state), `the name of the state ${quote(state.name)} ${fault}`);
    }
  }
};

function faultOf(name: string): string {
  const shown = name.trim();
  if (shown === '') return '';
  if (/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(name)) return 'has control characters or invisible ones';
  if (shown !== name) return 'begins or ends with a space';
  return name.length > MAX_STATE_NAME ? `has ${name.length} characters, more than ${MAX_STATE_NAME}` : '';
}
