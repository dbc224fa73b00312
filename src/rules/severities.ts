import type {Severity} from './finding.js';
import type {RuleMeta} from './rule.js';
import {didYouMean, listOf, quote} from '../words.js';

export const SETTINGS = ['off', 'info', 'warning', 'error'] as const;

/** What the `rules` input can say of a rule: its severity, or that it is not asked. */
export type RuleSetting = Severity | 'off';

/** By rule id; a rule that is not named keeps its own severity. */
export type Severities = ReadonlyMap<string, RuleSetting>;

/** Whether the first setting says less of what is wrong than the second. */
export function isLower(setting: RuleSetting, than: RuleSetting): boolean {
  return SETTINGS.indexOf(setting) < SETTINGS.indexOf(than);
}

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
 * Reads the `rules` input: `rule-id: off|info|warning|error`, one a line, or `area/*: severity` for all rules of an
 * area. Blank lines count for nothing, nor does what follows a `#`. All problems are given at once.
 */
export function parseSeverities(text: string, known: readonly KnownRule[]): ParsedSeverities {
  const settings = new RuleSettings(known);
  const firstLines = new Map<string, number>();
  const problems: SeverityProblem[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const content = raw.replace(/#.*$/su, '').trim();
    if (content === '') continue;
    const line = index + 1;
    const separator = content.indexOf(':');
    if (separator === -1) {
      problems.push({line, message: `${quote(content)} names no severity`, hint: FORM});
      continue;
    }
    const id = content.slice(0, separator).trim();
    const first = firstLines.get(id);
    const problem = settings.add(id, content.slice(separator + 1).trim());
    if (problem !== null) problems.push({line, ...problem});
    else if (first !== undefined) {
      const message = `the rule ${quote(id)} has a severity already, on line ${first}`;
      problems.push({line, message, hint: 'Remove one.'});
    } else firstLines.set(id, line);
  }
  return {severities: settings.severities, problems};
}

/** Why a setting cannot be followed, and what would be right; an empty hint where the message says it all. */
export type SettingProblem = Omit<SeverityProblem, 'line'>;

/** What one place says of rules: by id, or by `area/*` for those of an area that no id names. */
export class RuleSettings {
  private readonly ofAreas = new Map<string, RuleSetting>();
  private readonly ofRules = new Map<string, RuleSetting>();
  private readonly rules: ReadonlyMap<string, KnownRule>;

  constructor(known: readonly KnownRule[]) {
    this.rules = new Map(known.map((rule) => [rule.id, rule]));
  }

  /** An essential rule keeps its severity whatever is said of its area. @returns what is wrong; null when nothing is */
  add(name: string, setting: string): SettingProblem | null {
    const area = /^(.*\/)\*$/s.exec(name)?.[1];
    const named = area === undefined ? this.named(name) : this.within(name, area);
    if ('message' in named) return named;
    if (!isSetting(setting)) {
      const message = `${quote(setting)} is not a severity: the rule ${quote(name)} can be ${listOf(SETTINGS)}`;
      return {message, hint: didYouMean(setting, SETTINGS) || FORM};
    }
    const [first] = named;
    if (area === undefined && first?.essential === true && setting !== first.severity) {
      return {
        message: `the rule ${quote(name)} cannot be ${quote(setting)}`,
        hint: `Without it nothing sound can be planned, so it stays ${quote(first.severity)}. Exclude the file with a \`!\` pattern in the \`bundles\` input if it is not a bundle.`
      };
    }
    const settings = area === undefined ? this.ofRules : this.ofAreas;
    for (const {id} of named) settings.set(id, setting);
    return null;
  }

  get severities(): Severities {
    return new Map([...this.ofAreas, ...this.ofRules]);
  }

  private named(id: string): readonly KnownRule[] | SettingProblem {
    const rule = this.rules.get(id);
    return rule === undefined
      ? {message: `there is no rule ${quote(id)}`, hint: hintForId(id, this.rules)}
      : [rule];
  }

  private within(name: string, area: string): readonly KnownRule[] | SettingProblem {
    const all = [...this.rules.values()].filter(({id}) => id.startsWith(area));
    const lowerable = all.filter(({essential}) => essential !== true);
    if (lowerable.length > 0) return lowerable;
    if (all.length > 0)
      return {
        message: `${quote(name)} cannot be set: all rules of this area are essential`,
        hint: 'Without them nothing sound can be planned.'
      };
    const areas = new Set([...this.rules.keys()].map((id) => `${id.split('/', 1)[0] ?? id}/*`));
    return {
      message: `there is no area ${quote(name)}`,
      hint: didYouMean(name, areas) || `It can be ${listOf([...areas])}.`
    };
  }
}

function hintForId(id: string, rules: ReadonlyMap<string, KnownRule>): string {
  const sameName = [...rules.keys()].filter((known) => known.endsWith(`/${id}`));
  if (sameName.length > 0) return `Did you mean ${listOf(sameName)}?`;
  return didYouMean(id, rules.keys()) || 'docs/rules/README.md lists them all.';
}

function isSetting(text: string): text is RuleSetting {
  return (SETTINGS as readonly string[]).includes(text);
}

const FORM = 'A line reads `rule-id: severity`, such as `flow/unreachable-state: warning`.';
