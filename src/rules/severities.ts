import type {Severity} from './finding.js';
import type {RuleMeta} from './rule.js';
import {didYouMean, listOf, quote} from '../words.js';

export const SETTINGS = ['off', 'info', 'warning', 'error'] as const;

/** What the `rules` input can say of a rule: its severity, or that it is not asked. */
export type RuleSetting = Severity | 'off';

/** By rule id; a rule that is not named keeps its own severity. */
export type Severities = ReadonlyMap<string, RuleSetting>;

/** Why a line of the `rules` input cannot be followed. */
export interface SeverityProblem {
  /** Counted from 1, within the input's text. */
  readonly line: number;
  readonly message: string;
  /** What would be right; empty when the message says it all. */
  readonly hint: string;
}

export interface ParsedSeverities {
  readonly severities: Severities;
  /** In the order of the lines. Where there is one, the severities are not to be used. */
  readonly problems: readonly SeverityProblem[];
}

/** What the parser must know of a rule. */
export type KnownRule = Pick<RuleMeta, 'id' | 'severity' | 'essential'>;

/**
 * Reads the `rules` input: `rule-id: off|info|warning|error`, one a line. Blank lines count for nothing, nor
 * does what follows a `#`. All problems are given at once.
 */
export function parseSeverities(text: string, known: readonly KnownRule[]): ParsedSeverities {
  const severities = new Map<string, RuleSetting>();
  const firstLines = new Map<string, number>();
  const problems: SeverityProblem[] = [];
  const rules = new Map(known.map((rule) => [rule.id, rule]));
  for (const [index, raw] of text.split('\n').entries()) {
    const content = raw.replace(/#.*$/su, '').trim();
    if (content === '') continue;
    const line = index + 1;
    const entry = readEntry(content, rules, firstLines);
    if ('message' in entry) {
      problems.push({line, ...entry});
    } else {
      severities.set(entry.id, entry.severity);
      firstLines.set(entry.id, line);
    }
  }
  return {severities, problems};
}

type Entry = {readonly id: string; readonly severity: RuleSetting} | Omit<SeverityProblem, 'line'>;

function readEntry(
  content: string,
  rules: ReadonlyMap<string, KnownRule>,
  firstLines: ReadonlyMap<string, number>
): Entry {
  const separator = content.indexOf(':');
  if (separator === -1) return {message: `${quote(content)} names no severity`, hint: FORM};
  const id = content.slice(0, separator).trim();
  const severity = content.slice(separator + 1).trim();
  const rule = rules.get(id);
  const first = firstLines.get(id);
  if (rule === undefined) return {message: `there is no rule ${quote(id)}`, hint: hintForId(id, rules)};
  if (!isSetting(severity)) {
    const hint = didYouMean(severity, SETTINGS) || FORM;
    return {
      message: `${quote(severity)} is not a severity: the rule ${quote(id)} can be ${listOf(SETTINGS)}`,
      hint
    };
  }
  if (first !== undefined) {
    return {message: `the rule ${quote(id)} has a severity already, on line ${first}`, hint: 'Remove one.'};
  }
  if (rule.essential === true && severity !== rule.severity) {
    return {
      message: `the rule ${quote(id)} cannot be ${quote(severity)}`,
      hint: `Without it nothing sound can be planned, so it stays ${quote(rule.severity)}. Exclude the file with a \`!\` pattern in the \`bundles\` input if it is not a bundle.`
    };
  }
  return {id, severity};
}

function hintForId(id: string, rules: ReadonlyMap<string, KnownRule>): string {
  const sameName = [...rules.keys()].filter((known) => known.endsWith(`/${id}`));
  if (sameName.length > 0) return `Did you mean ${listOf(sameName)}?`;
  return didYouMean(id, rules.keys()) || 'docs/rules.md lists them all.';
}

function isSetting(text: string): text is RuleSetting {
  return (SETTINGS as readonly string[]).includes(text);
}

const FORM = 'A line reads `rule-id: severity`, such as `flow/unreachable-state: warning`.';
