import type {Severity} from './finding.js';
import type {RuleMeta} from './rule.js';
import {didYouMean, listOf, quote} from '../words.js';

export const LEVELS = ['off', 'info', 'warning', 'error'] as const;

/** What the `rules` input can say of a rule: its severity, or that it is not asked. */
export type Level = Severity | 'off';

/** By rule id; a rule that is not named keeps its own severity. */
export type Levels = ReadonlyMap<string, Level>;

/** Why a line of the `rules` input cannot be followed. */
export interface LevelProblem {
  /** Counted from 1, within the input's text. */
  readonly line: number;
  readonly message: string;
  /** What would be right; empty when the message says it all. */
  readonly hint: string;
}

export interface ParsedLevels {
  readonly levels: Levels;
  /** In the order of the lines. Where there is one, the levels are not to be used. */
  readonly problems: readonly LevelProblem[];
}

/** What the parser must know of a rule. */
export type KnownRule = Pick<RuleMeta, 'id' | 'severity' | 'essential'>;

/**
 * Reads the `rules` input: `rule-id: off|info|warning|error`, one a line. Blank lines count for nothing, nor
 * does what follows a `#`. All problems are given at once.
 */
export function parseRuleLevels(text: string, known: readonly KnownRule[]): ParsedLevels {
  const levels = new Map<string, Level>();
  const firstLines = new Map<string, number>();
  const problems: LevelProblem[] = [];
  const rules = new Map(known.map((rule) => [rule.id, rule]));
  for (const [index, raw] of text.split('\n').entries()) {
    const content = raw.replace(/#.*$/su, '').trim();
    if (content === '') continue;
    const line = index + 1;
    const entry = readEntry(content, rules, firstLines);
    if ('message' in entry) {
      problems.push({line, ...entry});
    } else {
      levels.set(entry.id, entry.level);
      firstLines.set(entry.id, line);
    }
  }
  return {levels, problems};
}

type Entry = {readonly id: string; readonly level: Level} | Omit<LevelProblem, 'line'>;

function readEntry(
  content: string,
  rules: ReadonlyMap<string, KnownRule>,
  firstLines: ReadonlyMap<string, number>
): Entry {
  const separator = content.indexOf(':');
  if (separator === -1) return {message: `${quote(content)} names no level`, hint: FORM};
  const id = content.slice(0, separator).trim();
  const level = content.slice(separator + 1).trim();
  const rule = rules.get(id);
  const first = firstLines.get(id);
  if (rule === undefined) return {message: `there is no rule ${quote(id)}`, hint: hintForId(id, rules)};
  if (!isLevel(level)) {
    const hint = didYouMean(level, LEVELS) || FORM;
    return {message: `${quote(level)} is not a level: the rule ${quote(id)} can be ${listOf(LEVELS)}`, hint};
  }
  if (first !== undefined) {
    return {message: `the rule ${quote(id)} has a level already, on line ${first}`, hint: 'Remove one.'};
  }
  if (rule.essential === true && level !== rule.severity) {
    return {
      message: `the rule ${quote(id)} cannot be ${quote(level)}`,
      hint: `Without it nothing sound can be planned, so it stays ${quote(rule.severity)}. Exclude the file with a \`!\` pattern in the \`bundles\` input if it is not a bundle.`
    };
  }
  return {id, level};
}

function hintForId(id: string, rules: ReadonlyMap<string, KnownRule>): string {
  const sameName = [...rules.keys()].filter((known) => known.endsWith(`/${id}`));
  if (sameName.length > 0) return `Did you mean ${listOf(sameName)}?`;
  return didYouMean(id, rules.keys()) || 'docs/rules.md lists them all.';
}

function isLevel(text: string): text is Level {
  return (LEVELS as readonly string[]).includes(text);
}

const FORM = 'A line reads `rule-id: level`, such as `flow/unreachable-state: warning`.';
