import {isOpen} from '../bundle/fill-text.js';
import type {Lines, Range} from '../bundle/text.js';
import {listOf, plural} from '../words.js';
import {unused} from './exception/unused.js';
import type {Exceptions} from './exceptions.js';
import type {Finding} from './finding.js';
import {Enough, FindingsLimit, type Bounds} from './findings-limit.js';
import type {Fix, PlacedEdit} from './fix.js';
import type {Place} from './place.js';
import type {Report, RuleMeta} from './rule.js';
import type {Severities} from './severities.js';

/** Turns what rules report into findings: with severity and place, within the bounds, and but for what is excepted. */
export class Reporter {
  readonly findings: Finding[] = [];
  private readonly lines = new Map<string, Lines>();
  private readonly limit: FindingsLimit;

  constructor(
    private readonly severities: Severities,
    private readonly exceptions: Exceptions,
    private readonly bounds: Bounds
  ) {
    this.limit = new FindingsLimit(bounds);
  }

  /** What was left out, in whole sentences. */
  get leftOut(): readonly string[] {
    return this.limit.words;
  }

  addFile(path: string, lines: Lines): void {
    this.lines.set(path, lines);
  }

  /** Reports an exception that nothing needs. */
  unused(path: string, range: Range, message: string): void {
    const severity = this.severities.get(unused.id) ?? unused.severity;
    if (severity === 'off' || this.limit.take(unused.id, severity, path) !== 'room') return;
    this.findings.push({rule: unused.id, severity, message: cut(message), hint: 'Remove it.', path, range});
  }

  /** @param pathOf the file that is checked when the report is called */
  reportsOf(rule: RuleMeta, pathOf: () => string): Report {
    return (at, message, given = '', fix = null) => {
      const path = pathOf();
      const lines = this.lines.get(path);
      if (lines === undefined) throw new Error(`rule ${rule.id} reported on ${path}, which was not checked`);
      // That has been reported where it is a fault, and what is not known cannot be judged.
      if (isOpen(at.filling)) return;
      const general = this.severities.get(rule.id) ?? rule.severity;
      const severity = this.exceptions.settingAt(
        rule.id,
        general,
        path,
        at,
        (span) => lines.position(span.start).line
      );
      if (severity === 'off') return;
      const room = this.limit.take(rule.id, severity, path);
      if (room === 'beyond') throw new Enough();
      // Where a rule has no advice for the case at hand, what it asks for in general says what to do.
      const hint = given === '' && severity !== 'info' ? rule.summary : given;
      const words =
        room === 'room'
          ? {message: cut(message), hint: cut(withFilling(hint, at))}
          : moreThan(this.bounds.ofARule);
      const placed = fix === null || room !== 'room' ? {} : {fix: placedFix(fix, lines)};
      this.findings.push({rule: rule.id, severity, ...words, path, range: lines.range(at), ...placed});
      if (room === 'first-beyond') throw new Enough();
    };
  }
}

function placedFix({title, edits}: Fix, lines: Lines): Fix<PlacedEdit> {
  return {title, edits: edits.map((edit) => ({...edit, range: lines.range(edit)}))};
}

function moreThan(most: number) {
  return {
    message: `this rule finds more than ${most} faults in this file: from here on they are not shown`,
    hint: 'Mend those before.'
  };
}

/** A sentence quotes names, and no name is so long that this is reached but in an attack. */
const LONGEST_SENTENCE = 4_000;

function cut(sentence: string): string {
  return sentence.length <= LONGEST_SENTENCE ? sentence : `${sentence.slice(0, LONGEST_SENTENCE - 1)}…`;
}

/** What was filled in is not to be seen in the file: the hint names it. */
function withFilling(hint: string, {filling}: Place): string {
  const names = filling?.filled ?? [];
  if (names.length === 0) return hint;
  const what = plural(names.length, 'variable');
  return `${hint} Filled in here: the ${what} ${listOf(names, 'and')}.`.trimStart();
}

/** Runs a check that ends early where its rule has found enough. @returns whether it went through to its end */
export function untilEnough(check: () => void): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof Enough) return false;
    throw error;
  }
}
