import type {ProgramRule} from '../rule.js';
import {placeOf} from '../analysis/jq-program.js';

export const jqUndefined: ProgramRule = {
  id: 'jq/undefined',
  scope: 'program',
  severity: 'warning',
  summary: 'A jq program uses functions and variables that jq has, or that it defines.',
  why: 'jq does not compile it otherwise, and the state that asks for it fails. ZIS does not say which version of jq it runs: older ones have fewer functions.',
  bad: '{"expr": ".tags | join_with(\\",\\")"}',
  good: '{"expr": ".tags | join(\\",\\")"}',
  source:
    'jq itself (1.8, and the functions of 1.6 that it has no more): the program is compiled, and not run',
  check(program, verdict, report) {
    if (verdict.kind !== 'undefined') return;
    report(placeOf(program, verdict.offset), verdict.message, verdict.hint);
  }
};
