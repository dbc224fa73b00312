import type {BundleRule, ProgramRule} from '../rule.js';
import {parseTemplate} from '../../flow/path.js';
import {spanWithin} from '../analysis/spans.js';
import {expressionsIn, isJsonPath} from '../analysis/jq-expressions.js';
import {placeOf, type JqFault, type JqProgram, type NotChecked} from '../analysis/jq-program.js';

export const jsonPath: BundleRule = {
  id: 'jq/json-path',
  scope: 'bundle',
  severity: 'error',
  summary: '`expr` is a jq program, and no JSONPath.',
  why: 'jq reads what `data` gives it from `.`, and knows no `$.`: it cannot run such a program.',
  bad: '{"expr": "$.input.ticket.id", "data.$": "$"}',
  good: '{"expr": ".input.ticket.id", "data.$": "$"}',
  source: 'ZIS jq cheat sheet; jq manual',
  check(bundle, report) {
    for (const {node, text} of expressionsIn(bundle)) {
      if (!isJsonPath(text)) continue;
      const start = text.indexOf('$');
      report(
        spanWithin(node, start, start + 1),
        'this is a JSONPath, and `expr` is a jq program',
        'jq begins a path with a dot: `.input.ticket.id` for `$.input.ticket.id`.'
      );
    }
  }
};

export const injection: BundleRule = {
  id: 'jq/injection',
  scope: 'bundle',
  severity: 'warning',
  summary: 'Values come into a jq program as data, and not by placeholders in its text.',
  why: 'A quote in the value ends the string, and what follows it is run as jq. With a comment of a ticket anybody can break or change the program.',
  bad: '{"expr.$": ".items[] | select(.name == \\"{{$.input.name}}\\")", "data.$": "$"}',
  good: '{"expr": ".input.name as $name | .items[] | select(.name == $name)", "data.$": "$"}',
  source: 'Follows from the replacement of placeholders in texts; ZIS security practices',
  check(bundle, report) {
    for (const {node, text, dynamic} of expressionsIn(bundle)) {
      const first = dynamic ? parseTemplate(text).placeholders.find(({path}) => path !== null) : undefined;
      if (first === undefined) continue;
      report(
        spanWithin(node, first.start, first.end),
        'the value of this placeholder becomes a part of the program',
        'Name the key "expr", and read the value from the data: with "data.$": "$" it is under the same path, without the `$`.'
      );
    }
  }
};

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

/** What ZIS puts in a placeholder's place can be an operator: an error right beside one says nothing. */
function besideHole({holes, text}: JqProgram, {offset}: JqFault): boolean {
  if (offset === null) return holes.length > 0;
  return holes.some(
    ({textStart, textEnd}) =>
      offset >= textStart && text.slice(textEnd, offset).trim() === '' && textEnd - textStart > 1
  );
}
