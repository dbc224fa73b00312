import {bundleHash} from '../bundle/canonical.js';
import {identify} from '../bundle/identity.js';
import type {JsonNode, JsonObject, Span} from '../bundle/json-types.js';
import {
  EDITOR_KEY,
  fillIn,
  resourcesOf,
  type BundleFile,
  type BundleId,
  type DeclaredBundle
} from '../bundle/model.js';
import type {NamePatterns} from '../bundle/name-patterns.js';
import type {Variables} from '../bundle/variables.js';
import {counted, plural} from '../words.js';
import {collectJqPrograms} from './analysis/jq-expressions.js';
import type {JqChecker, JqProgram, JqVerdict, NotChecked} from './analysis/jq-program.js';
import type {BaselineUse} from './baseline.js';
import {form} from './exception/form.js';
import {Exceptions, type ExceptionSettings, type UsedException} from './exceptions.js';
import {factsOf} from './facts.js';
import {compareFindings, type Finding} from './finding.js';
import {SHOWN, type Bounds} from './findings-limit.js';
import {Reporter, untilEnough} from './reporter.js';
import type {BundleContext, BundleFacts, BundleRule, FileRule, Report, Rule, StructureRule} from './rule.js';
import type {Severities} from './severities.js';

export interface CheckOptions {
  readonly rules: readonly Rule[];
  /** What the `rules` input says, by rule id: another severity, or that a rule is off. */
  readonly severities?: Severities;
  /** What the repository says of single places; nothing unless given. Ignores within the files count always. */
  readonly exceptions?: ExceptionSettings;
  /** The `integration` input, for files that do not state one; empty when there is none. */
  readonly integration: string;
  /** The values of `{{name}}` in the files; none unless given. */
  readonly variables?: Variables;
  /** Names of placeholders that another program fills in; none unless given. */
  readonly keep?: NamePatterns;
  /** How many findings are kept; as many as are shown unless given. */
  readonly bounds?: Bounds;
  /** Compiles the jq programs, and is asked only when there are some; without it they are not checked. */
  readonly jq?: JqChecker;
}

/** What a check of all bundle files gives. */
export interface Checked {
  /** Sorted by compareFindings. */
  readonly findings: readonly Finding[];
  /** The bundles that could be read and identified, in the order of the files. */
  readonly declared: readonly DeclaredBundle[];
  /** How many files were checked. */
  readonly files: number;
  /**
   * Whether `declared` is all that the repository declares. When a file could not be read as a bundle it is
   * not, and nothing may be deleted for being absent from it.
   */
  readonly complete: boolean;
  /** What was not checked, and why, in whole sentences; none when all was. */
  readonly notChecked: readonly string[];
  /** The overrides and ignores that were needed. */
  readonly exceptions: readonly UsedException[];
  /** What became of the baseline; null without one. */
  readonly baseline: BaselineUse | null;
  /** Names of the variables that no file has a placeholder for; none when a file could not be read. */
  readonly unusedVariables: readonly string[];
}

/**
 * Runs the rules over bundle files: those about a file's text, then, where the text is sound, those about the
 * bundle in it, then those across bundles. A fault in one file never hides another file's findings, and a
 * fault at one stage keeps the next stage away from what it spoils, so that one mistake gives one finding.
 *
 * @param files read one at a time, so that only one file's tree is in memory at once
 */
export async function checkBundles(
  files: Iterable<BundleFile> | AsyncIterable<BundleFile>,
  options: CheckOptions
): Promise<Checked> {
  const checker = new Checker(options);
  for await (const file of files) checker.checkFile(file);
  return checker.finish();
}

interface Reporting<R extends Rule> {
  readonly rule: R;
  readonly report: Report;
}

class Checker {
  private readonly declared: DeclaredBundle[] = [];
  private readonly facts: BundleFacts[] = [];
  private readonly programs: {readonly path: string; readonly program: JqProgram}[] = [];
  private readonly usedVariables = new Set<string>();
  private readonly notChecked: string[] = [];
  private readonly reporter: Reporter;
  private readonly exceptions: Exceptions;
  private files = 0;
  private complete = true;
  private allRead = true;
  /** Those that are not off everywhere. */
  private readonly rules: readonly Rule[];
  /** Those of one scope with their reports, which are about the file that is being checked. */
  private readonly fileRules: Reporting<FileRule>[] = [];
  private readonly structureRules: Reporting<StructureRule>[] = [];
  private readonly bundleRules: Reporting<BundleRule>[] = [];
  private path = '';

  constructor(private readonly options: CheckOptions) {
    const {severities = NO_SEVERITIES, exceptions = NO_EXCEPTIONS} = options;
    this.exceptions = new Exceptions(exceptions, options.rules, severities);
    this.reporter = new Reporter(severities, this.exceptions, options.bounds ?? SHOWN);
    this.rules =
      severities.size === 0
        ? options.rules
        : options.rules.filter(({id}) => severities.get(id) !== 'off' || this.exceptions.turnsOn(id));
    const pathOf = () => this.path;
    for (const rule of this.rules) {
      if (rule.scope === 'bundle')
        this.bundleRules.push({rule, report: this.reporter.reportsOf(rule, pathOf)});
      else if (rule.scope === 'file')
        this.fileRules.push({rule, report: this.reporter.reportsOf(rule, pathOf)});
      else if (rule.scope === 'structure')
        this.structureRules.push({rule, report: this.reporter.reportsOf(rule, pathOf)});
    }
  }

  checkFile(asWritten: BundleFile): void {
    const {integration, variables = new Map(), keep = []} = this.options;
    const file = fillIn(asWritten, {integration, variables, keep});
    this.files += 1;
    this.reporter.addFile(file.path, file.lines);
    this.path = file.path;
    const root = file.json?.root;
    const faults = this.exceptions.enter(file, root ?? null, integration);
    for (const fault of faults)
      this.reporter.reportsOf(form, () => file.path)(fault, fault.message, fault.hint);
    for (const {rule, report} of this.fileRules) {
      untilEnough(() => {
        rule.check(file, report);
      });
    }
    if (root?.type === 'object') this.checkBundle(file, root);
    else {
      this.complete = false;
      this.exceptions.checkedPartly(file.path);
    }
    this.allRead &&= root !== null && root !== undefined;
    for (const name of file.placeholders?.used ?? []) this.usedVariables.add(name);
  }

  async finish(): Promise<Checked> {
    await this.checkPrograms();
    for (const rule of this.rules) {
      if (rule.scope !== 'project') continue;
      rule.check(this.facts, (bundle, ...words) => {
        // What one file has enough of another may have a first of.
        untilEnough(() => {
          this.reporter.reportsOf(rule, () => bundle.path)(...words);
        });
      });
    }
    const jqIsKnown = this.options.jq !== undefined && this.notChecked.length === 0;
    const isAsked = (rule: Rule): boolean =>
      this.rules.includes(rule) && (rule.scope !== 'program' || jqIsKnown);
    for (const {path, range, message} of this.exceptions.unused(isAsked)) {
      this.reporter.unused(path, range, message);
    }
    const {declared, files} = this;
    const notChecked = [...this.notChecked, ...this.reporter.leftOut];
    const complete = this.complete && declared.length === new Set(declared.map(idOf)).size;
    const findings = this.reporter.findings.sort(compareFindings);
    const exceptions = this.exceptions.used();
    const baseline = this.exceptions.baseline(isAsked);
    const unusedVariables = this.unusedVariables();
    return {findings, declared, files, complete, notChecked, exceptions, baseline, unusedVariables};
  }

  private unusedVariables(): string[] {
    if (!this.allRead) return [];
    return [...(this.options.variables?.keys() ?? [])].filter((name) => !this.usedVariables.has(name));
  }

  private checkBundle(file: BundleFile, root: JsonNode): void {
    const faults: Span[] = [];
    for (const {rule, report} of this.structureRules) {
      const isWhole = untilEnough(() => {
        rule.check(root, (at, ...words) => {
          faults.push(at);
          report(at, ...words);
        });
      });
      // Where a fault is that was not reported, is not known.
      if (!isWhole) faults.push(root);
    }
    if (faults.length > 0) this.exceptions.checkedPartly(file.path);
    const resources = resourcesOf(root).filter(({node}) => {
      const whole = {start: node.key?.start ?? node.start, end: node.end};
      return !faults.some((fault) => fault === root || isWithin(fault, whole));
    });
    const identity = identify(root, this.options.integration);
    const context = {file, root, identity, resources, known: new Map<object, unknown>()};
    for (const {rule, report} of this.bundleRules) {
      untilEnough(() => {
        rule.check(context, report);
      });
    }
    if (this.options.jq !== undefined) {
      const programs = collectJqPrograms(context);
      if (programs.length > 0) this.options.jq.prepare?.();
      for (const program of programs) this.programs.push({path: file.path, program});
    }
    this.keep(context);
  }

  /** Asks jq about the programs of all files at once, about equal ones once. */
  private async checkPrograms(): Promise<void> {
    const rules = this.rules.filter((rule) => rule.scope === 'program');
    const texts = [...new Set(this.programs.map(({program}) => program.text))];
    if (this.options.jq === undefined || rules.length === 0 || texts.length === 0) return;
    const answers = await this.options.jq(texts);
    this.notChecked.push(...uncheckedPrograms(answers));
    const verdicts = new Map(texts.map((text, index) => [text, answers[index]]));
    for (const {path, program} of this.programs) {
      const verdict = verdicts.get(program.text);
      if (verdict === undefined) continue;
      for (const rule of rules) {
        const report = this.reporter.reportsOf(rule, () => path);
        untilEnough(() => {
          rule.check(program, verdict, report);
        });
      }
    }
  }

  /** Keeps what the project rules and the plan need of a bundle, and lets its tree go. */
  private keep(context: BundleContext): void {
    const facts = factsOf(context);
    this.facts.push(facts);
    const {path, integration, name} = facts;
    const {root} = context;
    if (name === null || integration === null || root.properties.get('resources')?.type !== 'object') {
      this.complete = false;
      return;
    }
    const content = uploaded(root.value as JsonObject);
    this.declared.push(declaredBundle({integration, name: name.text}, path, content));
  }
}

const NO_SEVERITIES: Severities = new Map();
const NO_EXCEPTIONS: ExceptionSettings = {overrides: [], isWhole: false};

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** What of a file's content is uploaded: all but what is there for an editor. */
function uploaded(content: JsonObject): JsonObject {
  if (!Object.hasOwn(content, EDITOR_KEY)) return content;
  return Object.fromEntries(Object.entries(content).filter(([key]) => key !== EDITOR_KEY));
}

/** Its hash is worked out when it is first asked for, which a validation never does. */
function declaredBundle({integration, name}: BundleId, path: string, content: JsonObject): DeclaredBundle {
  let hash: string | null = null;
  return {
    integration,
    name,
    path,
    content,
    get hash() {
      return (hash ??= bundleHash(content));
    }
  };
}

/** What keeps jq from many programs is said once, and not at each. */
function uncheckedPrograms(verdicts: readonly JqVerdict[]): string[] {
  const countOf = (reason: NotChecked) =>
    verdicts.filter((verdict) => verdict.kind === 'not-checked' && verdict.why === reason).length;
  const [late, unavailable] = [countOf('no-time'), countOf('unavailable')];
  const of = (programs: number) =>
    `${counted(programs, 'jq program')} ${plural(programs, 'was', 'were')} not checked`;
  return [
    ...(late === 0 ? [] : [`${of(late)}: those before had used up the time that jq has in one run.`]),
    ...(unavailable === 0 ? [] : [`${of(unavailable)}: jq could not be started.`])
  ];
}

function idOf({integration, name}: DeclaredBundle): string {
  return JSON.stringify([integration, name]);
}
