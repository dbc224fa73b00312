import type {NamePatterns} from '../bundle/name-patterns.js';
import type {Variables} from '../bundle/variables.js';
import type {JobSpecMode} from '../plan/job-specs.js';
import type {Deletes} from '../plan/registered.js';
import type {Target} from '../plan/types.js';
import type {Credentials} from '../registry/credentials.js';
import type {BaselineEntry} from '../rules/baseline.js';
import type {ExceptionSettings} from '../rules/exceptions.js';
import type {Override} from '../rules/override.js';
import type {Severities} from '../rules/severities.js';
import {NO_CONFIG, type ConfigFile} from './config-settings.js';
import {FAIL_ON, type FailOn} from './fail-on.js';
import {Reader, type GetInput} from './reader.js';

export const COMMANDS = ['auto', 'validate', 'plan', 'apply', 'drift', 'restore'] as const;
export type CommandInput = (typeof COMMANDS)[number];

const COMMENT_MODES = ['changes', 'always', 'never'] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

const DELETES = ['removed', 'prune', 'never'] as const satisfies readonly Deletes[];
const JOB_SPECS = ['install', 'keep', 'ignore'] as const satisfies readonly JobSpecMode[];

export type {FailOn} from './fail-on.js';

/** The inputs of action.yml over the settings of the config file, read once and checked. */
export interface Inputs {
  readonly command: CommandInput;
  /** Glob patterns relative to the workspace; a leading `!` excludes. */
  readonly bundles: readonly string[];
  /** The file that `restore` puts back; empty for other commands. */
  readonly backup: string;
  /** Empty when not given. */
  readonly integration: string;
  /** The only integrations that may be read and written; null where every one is that a file declares. */
  readonly integrations: readonly string[] | null;
  /** The values of `{{name}}` in bundle files. */
  readonly variables: Variables;
  /** Names of `{{name}}` that another program fills in; `*` stands for any characters. */
  readonly keep: NamePatterns;
  /** The account; null when neither a subdomain nor a registry URL is given. */
  readonly target: Target | null;
  /** null when none are given, as on forks. */
  readonly credentials: Credentials | null;
  /** Empty when there is none. */
  readonly githubToken: string;
  readonly comment: CommentMode;
  readonly commentKey: string;
  /** The job's matrix values as compact JSON; empty outside a matrix. */
  readonly matrix: string;
  readonly deletes: Deletes;
  readonly maxDeletes: number;
  readonly allowEmpty: boolean;
  readonly jobSpecs: JobSpecMode;
  /** Whether only what a plan comment showed may be applied. */
  readonly requirePlan: boolean;
  /** Signs plan comments and the records of applies; empty when not given, else at least SHORTEST_PLAN_KEY characters. */
  readonly planKey: string;
  readonly onLiveChange: 'fail' | 'overwrite';
  /** The severity of each rule that the user names. */
  readonly severities: Severities;
  /** What the config file says of the rules in some places. */
  readonly overrides: readonly Override[];
  /** The config file, from the workspace; empty where there is none. */
  readonly configPath: string;
  /** The findings that are held back. */
  readonly baseline: Omit<BaselineFile, 'problems'>;
  /** Whether `bundles` was given beside the file: then it may name a part of them only. */
  readonly isNarrowed: boolean;
  readonly failOn: FailOn;
  readonly maxParallel: number;
  /** The time that the step gives itself, above 0. */
  readonly maxMinutes: number;
  /** Whether a plan reads every declared bundle, or takes unchanged ones on the record's word. */
  readonly refresh: 'all' | 'changed';
  /** The GitHub deployment environment; empty means the subdomain. */
  readonly environment: string;
  /** Glob patterns of the flow test files, relative to the workspace; a leading `!` excludes. */
  readonly tests: readonly string[];
  /** The least percent of the tested flows' states that the cases enter; null when any will do. */
  readonly coverageMin: number | null;
  /** What a flow test that fails does to the step. */
  readonly onTestFailure: 'fail' | 'warn';
  /** Whether drift keeps an issue. */
  readonly driftIssue: boolean;
  /** The deployed commit that may be left for an older one: its SHA, in full or shortened; `true` for any; empty for none. */
  readonly allowOlder: string;
  /** Whether a commit that is not merged may be applied. */
  readonly allowUnmerged: boolean;
  /** The branch whose pushes and merges are applied; empty means the default branch. */
  readonly deployBranch: string;
}

/** The name of the baseline file. */
export const BASELINE = 'zis-baseline.json';

export interface BaselineFile {
  /** Where it is, or would be, from the workspace. */
  readonly path: string;
  /** null where there is none. */
  readonly entries: readonly BaselineEntry[] | null;
  /** As those of a config file. */
  readonly problems: readonly string[];
}

export const NO_BASELINE: BaselineFile = {path: BASELINE, entries: null, problems: []};

/** What of the inputs says what is excepted from rules. */
export function exceptionsOf({
  overrides,
  isNarrowed,
  baseline
}: Pick<Inputs, 'overrides' | 'isNarrowed' | 'baseline'>): ExceptionSettings {
  const {entries} = baseline;
  return {overrides, isWhole: !isNarrowed, baseline: entries === null ? null : {entries, accepts: false}};
}

/** Where bundle files are unless an input or the config file says otherwise. */
export const DEFAULT_BUNDLES: readonly string[] = ['zis/**/*.json'];

/** Where flow tests are unless an input says otherwise. */
export const DEFAULT_TESTS: readonly string[] = ['zis-tests/**/*.test.{yaml,yml,json}'];

/**
 * Reads and checks all inputs. What one does not say, the config file says, and then the default; variables and rules
 * are taken from both, by name.
 *
 * @throws InputsError that names every unknown or contradictory value of both, not only the first
 */
export function readInputs(
  get: GetInput,
  config: ConfigFile = NO_CONFIG,
  baseline: BaselineFile = NO_BASELINE
): Inputs {
  const reader = new Reader(get, [...config.problems, ...baseline.problems]);
  const inputs = {
    command: reader.choice('command', COMMANDS, 'auto'),
    bundles: reader.patterns('bundles', config.bundles ?? DEFAULT_BUNDLES),
    backup: reader.backup(),
    integration: reader.integration('integration', config.integration),
    integrations: reader.integrations('integrations'),
    variables: new Map([...config.variables, ...reader.variables('variables')]),
    keep: [...new Set([...config.keep, ...reader.namePatterns('keep-placeholders')])],
    target: reader.target(),
    credentials: reader.credentials(),
    githubToken: reader.text('github-token'),
    comment: reader.choice('comment', COMMENT_MODES, 'changes'),
    commentKey: reader.text('comment-key'),
    matrix: reader.matrix('matrix'),
    deletes: reader.choice('deletes', DELETES, 'removed'),
    maxDeletes: reader.integer('max-deletes', 10, 0, 1_000_000),
    allowEmpty: reader.boolean('allow-empty'),
    jobSpecs: reader.choice('job-specs', JOB_SPECS, 'install'),
    requirePlan: reader.boolean('require-plan'),
    planKey: reader.planKey('plan-key'),
    onLiveChange: reader.choice('on-live-change', ['fail', 'overwrite'], 'fail'),
    severities: new Map([...config.severities, ...reader.severities('rules')]),
    overrides: config.overrides,
    configPath: config.path,
    baseline: {path: baseline.path, entries: baseline.entries},
    isNarrowed: reader.text('bundles') !== '',
    failOn: reader.choice('fail-on', FAIL_ON, config.failOn ?? 'error'),
    maxParallel: reader.integer('max-parallel', config.maxParallel ?? 8, 1, 64),
    maxMinutes: reader.minutes('max-minutes', 12, 360),
    refresh: reader.choice('refresh', ['all', 'changed'], 'all'),
    environment: reader.text('environment'),
    tests: reader.patterns('tests', config.tests ?? DEFAULT_TESTS),
    coverageMin: reader.percent('coverage-min') ?? config.coverageMin ?? null,
    onTestFailure: reader.choice('on-test-failure', ['fail', 'warn'], 'fail'),
    driftIssue: reader.boolean('drift-issue'),
    allowOlder: reader.commit('allow-older'),
    allowUnmerged: reader.boolean('allow-unmerged'),
    deployBranch: reader.branch('deploy-branch')
  };
  reader.refuseProblems();
  return inputs;
}

/** The secrets among the inputs, raw: they are masked before anything else is read. */
export function secretInputs(get: GetInput): string[] {
  return ['api-token', 'password', 'oauth-token', 'oauth-client-secret', 'github-token', 'plan-key']
    .map((name) => get(name).trim())
    .filter(Boolean);
}
