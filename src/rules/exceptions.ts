import type {JsonNode, Span} from '../bundle/json-types.js';
import type {BundleFile} from '../bundle/model.js';
import {createMatcher, type PathMatcher} from '../bundle/patterns.js';
import type {Range} from '../bundle/text.js';
import {listOf, quote} from '../words.js';
import {ignoresIn, type Ignore, type IgnoreFault} from './ignores.js';
import {NamedPlaces, type InPlace} from './named-places.js';
import type {Override} from './override.js';
import type {Rule} from './rule.js';
import {isLower, type RuleSetting, type Severities} from './severities.js';

export interface ExceptionSettings {
  readonly overrides: readonly Override[];
  /** Whether all bundle files of the repository are checked, so that what nothing needs is known. */
  readonly isWhole: boolean;
}

/** An override or an ignore that was needed. */
export interface UsedException {
  readonly kind: 'override' | 'ignore';
  /** Where it is written. */
  readonly path: string;
  readonly range: Range;
  /** What it says: `flow/*: off`; of an ignore the rule. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** To how many findings it gave another severity, or none. */
  readonly findings: number;
}

/** An exception that no finding needs, to be said at its place. */
export interface UnusedException {
  readonly path: string;
  readonly range: Range;
  readonly message: string;
}

interface KnownOverride {
  readonly override: Override;
  readonly matcher: PathMatcher;
  files: number;
  uses: number;
}

interface KnownIgnore {
  readonly ignore: Ignore;
  readonly range: Range;
  uses: number;
}

/** What is to be known of a file that has exceptions. */
interface KnownFile {
  readonly overrides: readonly KnownOverride[];
  /** By the line that is meant. */
  readonly ignores: ReadonlyMap<number, readonly KnownIgnore[]>;
  readonly places: NamedPlaces | null;
}

/** What a repository says of single places, and which of it was needed. One for each check. */
export class Exceptions {
  private readonly overrides: readonly KnownOverride[];
  private readonly files = new Map<string, KnownFile>();
  /** Files of which not everything was checked: what is not needed there may be needed yet. */
  private readonly partly = new Set<string>();
  private readonly rules: ReadonlyMap<string, Rule>;
  private readonly isWhole: boolean;

  constructor(
    {overrides, isWhole}: ExceptionSettings,
    rules: readonly Rule[],
    private readonly severities: Severities
  ) {
    this.overrides = overrides.map((override) => ({
      override,
      matcher: createMatcher(override.files),
      files: 0,
      uses: 0
    }));
    this.isWhole = isWhole;
    this.rules = new Map(rules.map((rule) => [rule.id, rule]));
  }

  /** Whether a rule that is off is asked somewhere. */
  turnsOn(rule: string): boolean {
    return this.overrides.some(({override}) => (override.severities.get(rule) ?? 'off') !== 'off');
  }

  /** Notes a file that is about to be checked. @returns what is wrong with its ignores */
  enter(file: BundleFile, root: JsonNode | null): readonly IgnoreFault[] {
    const overrides = this.overrides.filter(({matcher}) => matcher.matches(file.path));
    for (const override of overrides) override.files += 1;
    const {ignores, faults} = ignoresIn(file, this.rules);
    if (overrides.length + ignores.length > 0) {
      const byLine = new Map<number, KnownIgnore[]>();
      for (const ignore of ignores) {
        const known = {ignore, range: file.lines.range(ignore), uses: 0};
        byLine.set(ignore.line, [...(byLine.get(ignore.line) ?? []), known]);
      }
      const needsPlaces = overrides.some(
        ({override: {resource, state}}) => resource !== null || state !== null
      );
      this.files.set(file.path, {
        overrides,
        ignores: byLine,
        places: needsPlaces ? new NamedPlaces(root) : null
      });
    }
    return faults;
  }

  /** Notes that not every rule looked at all of a file. */
  checkedPartly(path: string): void {
    this.partly.add(path);
  }

  /** The severity of a finding there. @param general that of its rule everywhere else */
  settingAt(
    rule: string,
    general: RuleSetting,
    path: string,
    at: Span,
    lineOf: (at: Span) => number
  ): RuleSetting {
    const file = this.files.get(path);
    if (file === undefined) return general;
    let setting = general;
    const place = file.places?.at(at) ?? null;
    // The last one that names the rule counts.
    for (const known of file.overrides) {
      const own = known.override.severities.get(rule);
      if (own === undefined || !isMeant(known.override, place)) continue;
      setting = own;
      known.uses += 1;
    }
    if (setting === 'off') return setting;
    const ignore = file.ignores.get(lineOf(at))?.find((known) => known.ignore.rule === rule);
    if (ignore === undefined) return setting;
    ignore.uses += 1;
    return 'off';
  }

  /** Those that were needed, by their places. */
  used(): readonly UsedException[] {
    const overrides = this.overrides.map(({override: {path, range, rules, reason}, uses}) => ({
      ...{kind: 'override' as const, path, range, rules, reason},
      findings: uses
    }));
    const ignores = [...this.ignores()].map(([path, {ignore, range, uses}]) => ({
      ...{kind: 'ignore' as const, path, range, rules: [ignore.rule], reason: ignore.reason},
      findings: uses
    }));
    return [...overrides, ...ignores].filter(({findings}) => findings > 0);
  }

  /** @param isAsked whether the rule could have found all that it finds */
  unused(isAsked: (rule: Rule) => boolean): readonly UnusedException[] {
    const wasAsked = (id: string): boolean => {
      const rule = this.rules.get(id);
      if (rule === undefined || rule.scope === 'registry' || rule.scope === 'exception' || !isAsked(rule))
        return false;
      return this.isWhole || rule.scope !== 'project';
    };
    const ignores = [...this.ignores()].flatMap(([path, {ignore, range, uses}]) => {
      if (uses > 0 || this.partly.has(path) || !wasAsked(ignore.rule)) return [];
      if (this.severities.get(ignore.rule) === 'off') return [];
      return [{path, range, message: `nothing is found that this ignore of ${quote(ignore.rule)} is for`}];
    });
    const overrides = this.overrides.flatMap(({override, files, uses}) => {
      if (uses > 0 || !this.isWhole || this.partly.size > 0) return [];
      const lowered = [...override.severities].filter(([id, setting]) =>
        isLower(setting, this.generalOf(id))
      );
      const {path, range} = override;
      if (files === 0) return [{path, range, message: `no bundle file matches ${listOf(override.files)}`}];
      // One that makes a rule stricter is there for what may come.
      if (lowered.length === 0 || !lowered.every(([id]) => wasAsked(id))) return [];
      return [
        {
          path,
          range,
          message: `nothing is found that this override of ${listOf(override.rules, 'and')} is for`
        }
      ];
    });
    return [...overrides, ...ignores];
  }

  private generalOf(id: string): RuleSetting {
    return this.severities.get(id) ?? this.rules.get(id)?.severity ?? 'off';
  }

  private *ignores(): Iterable<readonly [string, KnownIgnore]> {
    for (const [path, {ignores}] of this.files)
      for (const known of ignores.values()) for (const each of known) yield [path, each];
  }
}

/** @param place null for what stands in no resource */
function isMeant({resource, state}: Override, place: InPlace | null): boolean {
  if (state !== null && place?.state !== state) return false;
  return resource === null || place?.resource === resource || place?.resourceName === resource;
}
