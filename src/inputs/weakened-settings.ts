import type {BaselineEntry} from '../rules/baseline.js';
import {RULES} from '../rules/index.js';
import type {Override} from '../rules/override.js';
import {isLower, type RuleSetting} from '../rules/severities.js';
import {counted, listOf} from '../words.js';
import type {ConfigFile} from './config-settings.js';
import type {FailOn} from './fail-on.js';

const STRICTNESS: Readonly<Record<FailOn, number>> = {never: 0, error: 1, warning: 2};

/** What of the checks one config file leaves out that another has, each a sentence without a full stop. */
export function weakenedSettings(before: ConfigFile, now: ConfigFile): string[] {
  const [failOn, failsNow] = [before.failOn ?? 'error', now.failOn ?? 'error'];
  const [coverage, coverageNow] = [before.coverageMin ?? 0, now.coverageMin ?? 0];
  const kept = now.keep.filter((pattern) => !before.keep.includes(pattern));
  return [
    ...weakenedRules(before, now),
    ...(STRICTNESS[failsNow] < STRICTNESS[failOn] ? [`fail-on goes from ${failOn} to ${failsNow}`] : []),
    ...(coverageNow < coverage ? [`coverage-min goes from ${coverage} to ${coverageNow || 'none'}`] : []),
    ...(kept.length === 0 ? [] : [`keep-placeholders has ${listOf(kept, 'and')} more`]),
    ...weakenedOverrides(before, now)
  ];
}

function weakenedRules(before: ConfigFile, now: ConfigFile): string[] {
  const changes = new Map<string, string[]>();
  for (const {id, severity} of RULES) {
    const [then, later] = [before.severities.get(id) ?? severity, now.severities.get(id) ?? severity];
    if (!isLower(later, then)) continue;
    const change = `from ${then} to ${later}`;
    changes.set(change, [...(changes.get(change) ?? []), id]);
  }
  return [...changes].map(([change, ids]) => {
    const [first = '', ...others] = ids;
    return others.length === 0
      ? `the rule ${listOf([first])} goes ${change}`
      : `${counted(ids.length, 'rule')} go ${change}: ${listOf(ids, 'and')}`;
  });
}

/** One that is new and lowers something, or that was stricter and is gone. */
function weakenedOverrides(before: ConfigFile, now: ConfigFile): string[] {
  const [then, later] = [before, now].map(({overrides}) => new Set(overrides.map(keyOf)));
  const added = now.overrides.filter(
    (override) => then?.has(keyOf(override)) !== true && lowers(override, before)
  );
  const gone = before.overrides.filter(
    (override) => later?.has(keyOf(override)) !== true && raises(override, now)
  );
  return [
    ...added.map((override) => `an override is new: ${wordsOf(override)}. Its reason: ${override.reason}`),
    ...gone.map((override) => `an override is gone that was stricter: ${wordsOf(override)}`)
  ];
}

function keyOf({files, resource, state, severities}: Override): string {
  return JSON.stringify([files, resource, state, [...severities].sort()]);
}

function wordsOf({rules, files, resource, state}: Override): string {
  const where = [
    `in ${listOf(files, 'and')}`,
    ...(resource === null ? [] : [`resource ${listOf([resource])}`]),
    ...(state === null ? [] : [`state ${listOf([state])}`])
  ];
  return `${rules.join(', ')} ${where.join(', ')}`;
}

function lowers({severities}: Override, config: ConfigFile): boolean {
  return [...severities].some(([id, setting]) => isLower(setting, generalOf(id, config)));
}

function raises({severities}: Override, config: ConfigFile): boolean {
  return [...severities].some(([id, setting]) => isLower(generalOf(id, config), setting));
}

function generalOf(id: string, {severities}: ConfigFile): RuleSetting {
  return severities.get(id) ?? RULES.find((rule) => rule.id === id)?.severity ?? 'off';
}

/** What a baseline holds back beyond another, in a sentence; none where that is nothing. */
export function moreHeldBack(
  path: string,
  before: readonly BaselineEntry[],
  now: readonly BaselineEntry[]
): string[] {
  const then = new Map(before.map(({count, ...place}) => [JSON.stringify(place), count]));
  const added = new Map<string, number>();
  for (const {count, ...place} of now) {
    const more = count - (then.get(JSON.stringify(place)) ?? 0);
    if (more > 0) added.set(place.rule, (added.get(place.rule) ?? 0) + more);
  }
  const sum = [...added.values()].reduce((total, count) => total + count, 0);
  if (sum === 0) return [];
  const rules = [...added.keys()].sort();
  return [`${path} holds back ${counted(sum, 'finding')} more, of ${listOf(rules, 'and')}`];
}
