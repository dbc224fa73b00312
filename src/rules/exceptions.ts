import {identify, nameOf} from '../bundle/identity.js';
import type {JsonNode, Span} from '../bundle/json-types.js';
import type {BundleFile} from '../bundle/model.js';
import {createMatcher, type PathMatcher} from '../bundle/patterns.js';
import type {Range} from '../bundle/text.js';
import {listOf, quote} from '../words.js';
import {BaselineTally, type BaselineEntry, type BaselineUse} from './baseline.js';
import {ignoresIn, type Ignore, type IgnoreFault} from './ignores.js';
import {NamedPlaces, type InPlace} from './named-places.js';
import type {Override} from './override.js';
import type {Rule} from './rule.js';
import {isLower, type RuleSetting, type Severities} from './severities.js';

export interface ExceptionSettings {
  readonly overrides: readonly Override[];
  /** Whether all bundle files of the repository are checked, so that what nothing needs is known. */
  readonly isWhole: boolean;
  /** What is held back; null without a baseline. */
  readonly baseline?: BaselineSettings | null;
}

export interface BaselineSettings {
  readonly entries: readonly BaselineEntry[];
  /** Whether all that is found becomes a part of it. */
  readonly accepts: boolean;
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
  /** As a baseline has it. */
  readonly bundle: string | null;
}

/** What a repository says of single places, and which of it was needed. One for each check. */
export class Exceptions {
  private readonly overrides: readonly KnownOverride[];
  private readonly files = new Map<string, KnownFile>();
  /** Files of which not everything was checked: what is not needed there may be needed yet. */
  private readonly partly = new Set<string>();
  private rulesById: ReadonlyMap<string, Rule> | null = null;
  private readonly isWhole: boolean;

  private readonly tally: BaselineTally | null;

  constructor(
    {overrides, isWhole, baseline = null}: ExceptionSettings,
    private readonly allRules: readonly Rule[],
    private readonly severities: Severities
  ) {
    this.overrides = overrides.map((override) => ({
      override,
      matcher: createMatcher(override.files),
      files: 0,
      uses: 0
    }));
    this.isWhole = isWhole;
    this.tally = baseline === null ? null : new BaselineTally(baseline.entries, baseline.accepts);
  }

  /** Made when it is first asked for: most files have no exception. */
  private get rules(): ReadonlyMap<string, Rule> {
    return (this.rulesById ??= new Map(this.allRules.map((rule) => [rule.id, rule])));
  }

  /** Whether a rule that is off is asked somewhere. */
  turnsOn(rule: string): boolean {
    return this.overrides.some(({override}) => (override.severities.get(rule) ?? 'off') !== 'off');
  }

  /**
   * Notes a file that is about to be checked.
   *
   * @param integration of files that do not state one
   * @returns what is wrong with its ignores
   */
  enter(file: BundleFile, root: JsonNode | null, integration = ''): readonly IgnoreFault[] {
    const overrides = this.overrides.filter(({matcher}) => matcher.matches(file.path));
    for (const override of overrides) override.files += 1;
    const {ignores, faults} = ignoresIn(file, () => this.rules);
    const hasBaseline = this.tally !== null;
    if (overrides.length + ignores.length === 0 && !hasBaseline) return faults;
    const byLine = new Map<number, KnownIgnore[]>();
    for (const ignore of ignores) {
      const known = {ignore, range: file.lines.range(ignore), uses: 0};
      byLine.set(ignore.line, [...(byLine.get(ignore.line) ?? []), known]);
    }
    const needsPlaces =
      hasBaseline || overrides.some(({override: {resource, state}}) => resource !== null || state !== null);
    const bundle = hasBaseline && root?.type === 'object' ? bundleOf(root, integration) : null;
    const places = needsPlaces ? new NamedPlaces(root) : null;
    this.files.set(file.path, {overrides, ignores: byLine, places, bundle});
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
    if (ignore !== undefined) {
      ignore.uses += 1;
      return 'off';
    }
    return this.isHeld(rule, path, file.bundle, place) ? 'off' : setting;
  }

  private isHeld(rule: string, path: string, bundle: string | null, place: InPlace | null): boolean {
    if (this.tally === null) return false;
    const known = this.rules.get(rule);
    if (known?.essential === true || known?.scope === 'exception') return false;
    const {resource = null, state = null} = place ?? {};
    return this.tally.holds({rule, bundle, file: bundle === null ? path : null, resource, state});
  }

  /** What became of the baseline; null without one. @param isAsked as for unused */
  baseline(isAsked: (rule: Rule) => boolean): BaselineUse | null {
    if (this.tally === null) return null;
    const files = [...this.files];
    const seen = new Set(files.map(([path, {bundle}]) => bundle ?? path));
    const partly = new Set(
      files.filter(([path]) => this.partly.has(path)).map(([path, {bundle}]) => bundle ?? path)
    );
    const isAllSeen = this.isWhole && this.partly.size === 0;
    return this.tally.use(({rule, bundle, file}) => {
      const known = this.rules.get(rule);
      if (known !== undefined && (!isAsked(known) || (known.scope === 'project' && !this.isWhole)))
        return false;
      const where = bundle ?? file ?? '';
      return isAllSeen || (seen.has(where) && !partly.has(where));
    });
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

/** As a baseline names it; null where it is not known. */
function bundleOf(root: JsonNode, integration: string): string | null {
  const name = nameOf(root)?.text ?? null;
  const owner = identify(root, integration).integration;
  return name === null || owner === null ? null : `${owner}/${name}`;
}

/** @param place null for what stands in no resource */
function isMeant({resource, state}: Override, place: InPlace | null): boolean {
  if (state !== null && place?.state !== state) return false;
  return resource === null || place?.resource === resource || place?.resourceName === resource;
}
