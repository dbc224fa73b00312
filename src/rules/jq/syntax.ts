import type {ProgramRule} from '../rule.js';
import {placeOf, type JqFault, type JqProgram} from '../analysis/jq-program.js';

export const jqSyntax: ProgramRule = {
  id: 'jq/syntax',
  scope: 'program',
  severity: 'error',
  summary: 'A jq program can be read by jq.',
  why: 'jq cannot run a program that it cannot read: the state that asks for it fails.',
  bad: '{"expr": ".tickets | map(.id"}',
  good: '{"expr": ".tickets | map(.id)"}',
  source: 'jq itself: the program is compiled, and not run',
  check(program, verdict, report) {
    if (verdict.kind !== 'syntax' || besideHole(program, verdict)) return;
    report(placeOf(program, verdict.offset), `jq cannot read this program: ${verdict.message}`, verdict.hint);
  }
};

/** What ZIS puts in a placeholder's place can be an operator: an error right beside one says nothing. */
function besideHole({holes, text}: JqProgram, {offset}: JqFault): boolean {
  if (offset === null) return holes.length > 0;
  return holes.some(
    ({textStart, textEnd}) =>
      offset >= textStart && text.slice(textEnd, offset).trim() === '' && textEnd - textStart > 1
  );
}
