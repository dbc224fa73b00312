import type {ProgramRule} from '../rule.js';
import {placeOf, type NotChecked} from '../analysis/jq-program.js';

export const notChecked: ProgramRule = {
  id: 'jq/not-checked',
  scope: 'program',
  severity: 'warning',
  summary: 'A jq program is small and plain enough to be checked.',
  why: 'jq works out constant parts of a program while it reads it, and a few characters can keep it busy for hours: it is given 2 seconds a program. What is wrong in a program that was not checked shows when the flow runs.',
  bad: '{"expr": "\"a\" * 100000000 | . * 100"} (jq builds a text of gigabytes when it reads this)',
  good: '{"expr": ".text * 3"}',
  source: 'jq itself; the limits are of this tool',
  check(program, verdict, report) {
    if (verdict.kind !== 'not-checked') return;
    const words = NOT_CHECKED[verdict.why];
    if (words !== undefined) report(placeOf(program, null), `this jq program was not checked: ${words}`);
  }
};

/** What is said at a program. Of the other reasons none is about the one program. */
const NOT_CHECKED: Readonly<Partial<Record<NotChecked, string>>> = {
  'too-long': 'it is longer than 16,384 bytes',
  'too-deep': 'its brackets are nested more than 200 deep',
  late: 'jq did not come to an end of reading it within 2 seconds',
  memory: 'jq took too much memory to read it',
  broken: 'jq broke down over it'
};
