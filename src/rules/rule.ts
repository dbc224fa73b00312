import type {Identity, QualifiedName} from '../bundle/identity.js';
import type {JsonNode, Span} from '../bundle/json-types.js';
import type {BundleFile, Resource, ResourceType} from '../bundle/model.js';
import type {JqProgram, JqVerdict} from './analysis/jq-program.js';
import type {Severity} from './finding.js';
import type {Fix} from './fix.js';
import type {Place} from './place.js';

/** What a reader of docs/rules, of an annotation or of a code-scanning alert learns about a rule. */
export interface RuleMeta {
  /** `area/short-name` in kebab-case. */
  readonly id: string;
  /** The severity unless the `rules` input says otherwise. */
  readonly severity: Severity;
  /** One sentence: what the rule asks for. */
  readonly summary: string;
  /** Why it matters: what happens in the account when it is broken. */
  readonly why: string;
  /** The smallest JSON (or text) that breaks it. */
  readonly bad: string;
  /** The same, mended. */
  readonly good: string;
  /** Where the fact is from: a documentation page, or how it is known. */
  readonly source: string;
  /** Whether nothing sound can be planned while it is broken: then the `rules` input may not lower it. */
  readonly essential?: true;
}

/**
 * Reports one fault.
 *
 * @param at      the value, or `keyOf(value)` for its property name, or any span of the file
 * @param message what is wrong, in one sentence without a full stop
 * @param hint    what would be right
 * @param fix     how the file is changed to that, where it is certain
 */
export type Report = (at: Place, message: string, hint?: string, fix?: Fix | null) => void;

/** A rule about a file as such: its text and its JSON. */
export interface FileRule extends RuleMeta {
  readonly scope: 'file';
  check(file: BundleFile, report: Report): void;
}

/** A rule about the structure on which all rules of a bundle rest. What it reports, they do not look into. */
export interface StructureRule extends RuleMeta {
  readonly scope: 'structure';
  check(root: JsonNode, report: Report): void;
}

/** What a bundle rule looks at: a file whose text is sound and whose top level is an object. */
export interface BundleContext {
  readonly file: BundleFile;
  readonly root: JsonNode;
  readonly identity: Identity;
  /** The resources whose structure is sound; the others have been reported already. */
  readonly resources: readonly Resource[];
  /** What has been worked out about the bundle so far, by the function that did it (analysis/memo.ts). */
  readonly known: Map<object, unknown>;
}

/** A rule about one bundle. */
export interface BundleRule extends RuleMeta {
  readonly scope: 'bundle';
  check(bundle: BundleContext, report: Report): void;
}

/** What is kept of a bundle for the rules across files: facts, not the tree, which would not fit for thousands. */
export interface BundleFacts {
  readonly path: string;
  readonly integration: string | null;
  /** null when the bundle states none. */
  readonly name: {readonly text: string; readonly at: Place} | null;
  readonly resources: readonly {readonly type: ResourceType; readonly name: string; readonly at: Place}[];
  readonly jobSpecs: readonly JobSpecFacts[];
  /** The names of the resources that were left out because their structure is not sound; null for one without. */
  readonly unsound: readonly (string | null)[];
}

/** What starts which flow. */
export interface JobSpecFacts {
  readonly name: string;
  readonly nameAt: Place;
  readonly eventSource: string;
  readonly eventType: string;
  /** null when `flow_name` is not a qualified name. */
  readonly flow: QualifiedName | null;
  readonly flowAt: Place;
}

/** Like Report, for a rule that looks at several bundles: the first argument says in which one. */
export type ProjectReport = (
  bundle: BundleFacts,
  at: Place,
  message: string,
  hint?: string,
  fix?: Fix | null
) => void;

/** A rule about all bundles together. */
export interface ProjectRule extends RuleMeta {
  readonly scope: 'project';
  check(bundles: readonly BundleFacts[], report: ProjectReport): void;
}

/** A rule about what jq says of one jq program. It is asked only where the check is given a jq. */
export interface ProgramRule extends RuleMeta {
  readonly scope: 'program';
  check(program: JqProgram, verdict: JqVerdict, report: Report): void;
}

/** A rule about a bundle and what is registered. It is asked where the registry is read, not in the check of the files. */
export interface RegistryRule extends RuleMeta {
  readonly scope: 'registry';
}

/** A rule about what stands in the place of a rule: the check asks it itself, where it knows what was needed. */
export interface ExceptionRule extends RuleMeta {
  readonly scope: 'exception';
}

export type Rule =
  FileRule | StructureRule | BundleRule | ProjectRule | ProgramRule | RegistryRule | ExceptionRule;

/** The first character of a value: all of an object would be too much to point at. */
export function beginningOf({start}: JsonNode): Span {
  return {start, end: start + 1};
}

/** The place of a value's property name, or of the value itself where it has none. */
export function keyOf(node: JsonNode): Span {
  return node.key ?? node;
}
