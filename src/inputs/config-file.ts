import type {JsonNode, Span} from '../bundle/json-types.js';
import {decode, Lines} from '../bundle/text.js';
import {parseYaml} from '../bundle/yaml.js';
import {counted, didYouMean, listOf, quote} from '../words.js';
import {MAX_CONFIG_BYTES, NO_CONFIG, type ConfigFile, type ConfigSettings} from './config-settings.js';
import {ConfigValues} from './config-values.js';

/** The keys of the file, as its schema has them (schema/zis-bundles-config.schema.json). */
export const CONFIG_KEYS = [
  'bundles',
  'integration',
  'variables',
  'rules',
  'fail-on',
  'tests',
  'coverage-min',
  'max-parallel',
  'keep-placeholders',
  'overrides'
] as const;

/** Inputs of action.yml that are not taken from the file, which a pull request can change before anyone has read it. */
export const NEVER_IN_FILE = [
  'command',
  'config',
  'backup',
  'integrations',
  'subdomain',
  'email',
  'api-token',
  'password',
  'oauth-token',
  'oauth-client-id',
  'oauth-client-secret',
  'oauth-scope',
  'registry-url',
  'github-token',
  'comment',
  'comment-key',
  'matrix',
  'deletes',
  'max-deletes',
  'refresh',
  'allow-empty',
  'job-specs',
  'require-plan',
  'plan-key',
  'on-live-change',
  'on-test-failure',
  'max-minutes',
  'environment',
  'drift-issue',
  'allow-older',
  'allow-unmerged',
  'deploy-branch'
] as const;

/** What only `accounts` would hold. */
const ACCOUNTS = 'accounts';

/** So many faults are named; the others are likely to have the same cause. */
const MOST_PROBLEMS = 20;

/**
 * Reads a config file: one YAML 1.2 document, so JSON too. Never throws for what it says: `problems` has it.
 *
 * @param path relative to the workspace, for messages
 */
export function parseConfig(path: string, content: Uint8Array): ConfigFile {
  const refused = (why: string): ConfigFile => ({...NO_CONFIG, path, problems: [`${path} ${why}`]});
  if (content.byteLength > MAX_CONFIG_BYTES)
    return refused(`is larger than ${MAX_CONFIG_BYTES / 1024} KB, and is not read`);
  const {text, fault} = decode(content);
  if (fault !== null && fault !== 'byte-order-mark') return refused('is not UTF-8');
  return new ConfigReader(path, new Lines(text)).read();
}

class ConfigReader {
  private readonly problems: string[] = [];

  constructor(
    private readonly path: string,
    private readonly lines: Lines
  ) {}

  read(): ConfigFile {
    const {text} = this.lines;
    // A file of comments says nothing, and is no mistake.
    if (text.split('\n').every((line) => /^(?:#|$)/.test(line.trim())))
      return {...NO_CONFIG, path: this.path};
    const {root, faults} = parseYaml(text);
    for (const {message, hint, ...span} of faults) this.problem(span, message, hint);
    const settings = root === null ? NO_CONFIG : this.settings(root);
    return {...settings, path: this.path, problems: this.problemsToTell()};
  }

  private settings(root: JsonNode): ConfigSettings {
    if (root.type !== 'object') {
      this.problem(root, 'the config file has to be a mapping, such as `fail-on: warning`');
      return NO_CONFIG;
    }
    for (const member of root.properties.nodes) this.key(member);
    const values = new ConfigValues(this.path, this.lines, (at, message, hint) => {
      this.problem(at, message, hint);
    });
    const of = <T>(key: (typeof CONFIG_KEYS)[number], read: (node: JsonNode) => T): T | undefined => {
      const node = root.properties.get(key);
      return node === undefined ? undefined : read(node);
    };
    return {
      ...given(
        'bundles',
        of('bundles', (node) => values.patterns(node))
      ),
      ...given(
        'tests',
        of('tests', (node) => values.patterns(node))
      ),
      ...given(
        'integration',
        of('integration', (node) => values.integration(node))
      ),
      ...given(
        'failOn',
        of('fail-on', (node) => values.failOn(node))
      ),
      ...given(
        'coverageMin',
        of('coverage-min', (node) => values.percent(node))
      ),
      ...given(
        'maxParallel',
        of('max-parallel', (node) => values.parallel(node))
      ),
      variables: of('variables', (node) => values.variables(node)) ?? NO_CONFIG.variables,
      severities: of('rules', (node) => values.rules(node).severities) ?? NO_CONFIG.severities,
      keep: of('keep-placeholders', (node) => values.namePatterns(node)) ?? [],
      overrides: of('overrides', (node) => values.overrides(node)) ?? []
    };
  }

  private key(member: JsonNode): void {
    const {name} = member;
    if ((CONFIG_KEYS as readonly string[]).includes(name)) return;
    const at = member.key ?? member;
    if (name === ACCOUNTS) {
      const hint =
        'Leave it out: each step names its account by the inputs subdomain and environment, and the terminal by its environment';
      this.problem(at, '"accounts" is not supported yet', hint);
    } else if ((NEVER_IN_FILE as readonly string[]).includes(name)) {
      const why = `${quote(name)} is never read from this file, which a pull request can change before anyone has read it`;
      this.problem(at, why, 'Set it in the workflow, or on the command line where it is a flag there');
    } else {
      this.problem(
        at,
        `there is no key ${quote(name)}`,
        didYouMean(name, CONFIG_KEYS) || `It can be ${listOf(CONFIG_KEYS)}`
      );
    }
  }

  private problem(at: Span, message: string, hint = ''): void {
    const {line, column} = this.lines.position(at.start);
    const advice = hint === '' ? '' : ` (${hint.replace(/\.$/, '')})`;
    this.problems.push(`${this.path}:${line}:${column}: ${message}${advice}`);
  }

  private problemsToTell(): readonly string[] {
    const left = this.problems.length - MOST_PROBLEMS;
    if (left <= 0) return this.problems;
    return [...this.problems.slice(0, MOST_PROBLEMS), `${this.path} has ${counted(left, 'fault')} more`];
  }
}

/** A property only where there is a value, so that an absent key stays absent. */
function given<K extends string, T>(key: K, value: T | null | undefined): Partial<Record<K, NonNullable<T>>> {
  if (value === undefined || value === null) return {};
  const record: Partial<Record<K, NonNullable<T>>> = {};
  record[key] = value;
  return record;
}
