import {createHash} from 'node:crypto';
import type {JsonObject} from '../bundle/json-types.js';
import type {Range} from '../bundle/text.js';
import {compareFindings, type Finding, type Severity} from '../rules/finding.js';
import type {RuleMeta} from '../rules/rule.js';
import {visible} from '../visible.js';
import {ruleExample} from './rule-example.js';
import {areaOf, ruleUrl} from './rule-page.js';
import {counted, sentence} from '../words.js';

/** GitHub stores this many results of a run and drops the rest. */
export const MAX_RESULTS = 5000;

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note'
};

/** GitHub's scale for security alerts: from 4.0 an alert is medium, from 7.0 high. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {error: '8.0', warning: '6.0', info: '3.0'};
const SECURITY_AREA = 'security';

export interface SarifOptions {
  /** The version of this tool, as semantic versioning has it. */
  readonly version: string;
  /** Why nothing was checked; null when the files were. */
  readonly failure?: string | null;
}

/**
 * The findings as a SARIF 2.1.0 log with one run, as github/codeql-action/upload-sarif takes it. Paths become
 * URIs relative to the checkout's root. Of more than MAX_RESULTS findings the gravest are kept and a
 * notification says how many were left out.
 *
 * @param rules the rules that were run: each becomes a descriptor with its help
 */
export function sarif(
  findings: readonly Finding[],
  rules: readonly RuleMeta[],
  {version, failure = null}: SarifOptions
): JsonObject {
  const shown = [...findings].sort(compareFindings).slice(0, MAX_RESULTS);
  const indexes = new Map(rules.map(({id}, index) => [id, index]));
  const fingerprint = fingerprints();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {driver: {name: 'ZIS Bundles', semanticVersion: version, rules: rules.map(descriptor)}},
        invocations: [
          {
            executionSuccessful: failure === null,
            toolExecutionNotifications: [...notChecked(failure), ...leftOut(findings.length - shown.length)]
          }
        ],
        originalUriBaseIds: {[SOURCE_ROOT]: {description: {text: 'The root of the checkout.'}}},
        columnKind: 'utf16CodeUnits',
        results: shown.map((finding) => result(finding, indexes.get(finding.rule), fingerprint(finding)))
      }
    ]
  };
}

const SOURCE_ROOT = '%SRCROOT%';

function descriptor(rule: RuleMeta): JsonObject {
  const {id, severity, summary, why} = rule;
  const area = areaOf(id);
  const security = area === SECURITY_AREA ? {'security-severity': SECURITY_SEVERITY[severity]} : {};
  return {
    id,
    name: nameOf(id),
    shortDescription: {text: summary},
    fullDescription: {text: why},
    helpUri: ruleUrl(id),
    help: {text: helpText(rule), markdown: helpMarkdown(rule)},
    defaultConfiguration: {level: LEVELS[severity]},
    properties: {tags: [area], 'problem.severity': PROBLEM_SEVERITY[severity], ...security}
  };
}

const PROBLEM_SEVERITY: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation'
};

/** `flow/unknown-state` → `FlowUnknownState`, since viewers want an identifier as the name. */
function nameOf(id: string): string {
  return id
    .split(/[/-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function helpText({summary, why, bad, good, source}: RuleMeta): string {
  return `${summary}\n\n${why}\n\nWrong: ${bad}\n\nRight: ${good}\n\nSource: ${source}`;
}

function helpMarkdown({id, essential, why, bad, good, source}: RuleMeta): string {
  const setting =
    essential === true
      ? 'Its severity cannot be changed: nothing sound can be planned while it is broken.'
      : `To change its severity, set \`${id}: off\`, \`info\`, \`warning\` or \`error\` in the \`rules\` input.`;
  return `${why}\n\n**Wrong**\n\n${ruleExample(bad)}\n\n**Right**\n\n${ruleExample(good)}\n\n**Source:** ${source}\n\n${setting}`;
}

function result(finding: Finding, ruleIndex: number | undefined, fingerprint: string): JsonObject {
  const {rule, severity, path, range} = finding;
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : {ruleIndex}),
    level: LEVELS[severity],
    message: {text: messageText(finding)},
    locations: [
      {
        physicalLocation: {
          artifactLocation: {uri: uriOf(path), uriBaseId: SOURCE_ROOT},
          region: regionOf(range)
        }
      }
    ],
    partialFingerprints: {[FINGERPRINT]: fingerprint},
    ...fixes(finding)
  };
}

/** What a viewer offers to change. */
function fixes({path, fix}: Finding): JsonObject {
  if (fix === undefined) return {};
  const replacements = fix.edits.map(({range, text}) => ({
    deletedRegion: regionOf(range),
    insertedContent: {text}
  }));
  const change = {artifactLocation: {uri: uriOf(path), uriBaseId: SOURCE_ROOT}, replacements};
  return {
    fixes: [{description: {text: escapeLinks(visible(sentence(fix.title)))}, artifactChanges: [change]}]
  };
}

function regionOf({start, end}: Range): JsonObject {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column
  };
}

function messageText({message, hint}: Finding): string {
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  return escapeLinks(visible(hint === '' ? sentence : `${sentence} ${hint}`));
}

/** `[text](target)` is a link in SARIF's plain texts, unless its brackets are escaped (SARIF 2.1.0, 3.11.6). */
function escapeLinks(text: string): string {
  return text.replace(/(?<!\\)(\\*)\[([^[\]]{0,1000})\]\(/g, (_link, slashes: string, words: string) => {
    return `${slashes}${slashes}\\[${words}\\](`;
  });
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/**
 * The key of our own fingerprints. `primaryLocationLineHash` is left to upload-sarif, which fills it from the
 * file's lines and warns about every value that is not its own.
 */
const FINGERPRINT = 'zisBundlesFinding/v1';

/**
 * Gives each finding a fingerprint that stays the same when lines move: a hash of rule, file and words, without
 * the line numbers in them, and a count for equal ones, in the order of the file.
 */
function fingerprints(): (finding: Finding) => string {
  const counts = new Map<string, number>();
  return ({rule, path, message}) => {
    const words = message.replace(/\bline \d+/g, 'line');
    const hash = createHash('sha256')
      .update(JSON.stringify([rule, path, words]))
      .digest('hex')
      .slice(0, 32);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}:${count}`;
  };
}

function notChecked(failure: string | null): JsonObject[] {
  return failure === null ? [] : [{level: 'error', message: {text: escapeLinks(visible(failure))}}];
}

function leftOut(count: number): JsonObject[] {
  if (count === 0) return [];
  const text = `Left out: ${counted(count, 'more finding')}. GitHub shows ${MAX_RESULTS} of a run.`;
  return [{level: 'warning', message: {text}}];
}
