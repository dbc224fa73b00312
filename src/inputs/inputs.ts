import {patternFault} from '../bundle/patterns.js';
import {INTEGRATION_NAME} from '../bundle/model.js';
import {parseVariables, type Variables} from '../bundle/variables.js';
import {UserError} from '../errors.js';
import type {JobSpecMode} from '../plan/job-specs.js';
import type {Deletes} from '../plan/registered.js';
import type {Target} from '../plan/types.js';
import {authorization, type Credentials, type FixedCredentials} from '../registry/credentials.js';
import {registryBaseUrl} from '../registry/url.js';
import type {Severity} from '../rules/finding.js';
import {RULES} from '../rules/index.js';
import {parseSeverities, type Severities} from '../rules/severities.js';
import {visible, type Line} from '../visible.js';
import {didYouMean, listOf} from '../words.js';

export const COMMANDS = ['auto', 'validate', 'plan', 'apply', 'drift', 'restore'] as const;
export type CommandInput = (typeof COMMANDS)[number];

const COMMENT_MODES = ['changes', 'always', 'never'] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

const DELETES = ['removed', 'prune', 'never'] as const satisfies readonly Deletes[];
const JOB_SPECS = ['install', 'keep', 'ignore'] as const satisfies readonly JobSpecMode[];
/** In characters; a shorter key could be found by trying. */
export const SHORTEST_PLAN_KEY = 16;

const FAIL_ON = ['error', 'warning', 'never'] as const;
export type FailOn = Exclude<Severity, 'info'> | 'never';

/** The inputs of action.yml, read once and checked. */
export interface Inputs {
  readonly command: CommandInput;
  /** Glob patterns relative to the workspace; a leading `!` excludes. */
  readonly bundles: readonly string[];
  /** The file that `restore` puts back; empty for other commands. */
  readonly backup: string;
  /** Empty when not given. */
  readonly integration: string;
  /** The values of `{{name}}` in bundle files. */
  readonly variables: Variables;
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
  readonly failOn: FailOn;
  readonly maxParallel: number;
  /** The time that the step gives itself, above 0. */
  readonly maxMinutes: number;
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

/** Where flow tests are unless an input says otherwise. */
export const DEFAULT_TESTS: readonly string[] = ['zis-tests/**/*.test.{yaml,yml,json}'];

/** All that is wrong with the inputs, each fault a sentence of its own. */
export class InputsError extends UserError {
  override readonly name = 'InputsError';

  readonly problems: readonly Line[];

  constructor(problems: readonly string[]) {
    super('invalid-inputs', problems.join('; '), 'README, section Inputs, says what each takes.');
    this.problems = problems.map((problem) => visible(problem));
  }
}

/** Gives an input's value; empty when it is not set. */
export type GetInput = (name: string) => string;

/**
 * Reads and checks all inputs.
 *
 * @throws InputsError that names every unknown or contradictory value, not only the first
 */
export function readInputs(get: GetInput): Inputs {
  const reader = new Reader(get);
  const inputs = {
    command: reader.choice('command', COMMANDS, 'auto'),
    bundles: reader.patterns('bundles'),
    backup: reader.backup(),
    integration: reader.integration('integration'),
    variables: reader.variables('variables'),
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
    severities: reader.severities('rules'),
    failOn: reader.choice('fail-on', FAIL_ON, 'error'),
    maxParallel: reader.integer('max-parallel', 8, 1, 64),
    maxMinutes: reader.minutes('max-minutes', 12, 360),
    environment: reader.text('environment'),
    tests: reader.text('tests') === '' ? DEFAULT_TESTS : reader.patterns('tests'),
    coverageMin: reader.percent('coverage-min'),
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

const SHORTEST_CREDENTIAL = 8;
/** What git refuses in the name of a branch (git-check-ref-format). */
function isBranchName(name: string): boolean {
  const hasForbidden = /[\s~^:?*[\\\x00-\x1f\x7f]|\.\.|@\{|\/\/|\.lock(?:\/|$)/.test(name);
  return !hasForbidden && !/^[-/.]|\/\.|[/.]$/.test(name) && name.length <= 255;
}

class Reader {
  private readonly problems: string[] = [];

  constructor(private readonly get: GetInput) {}

  text(name: string): string {
    return this.get(name).trim();
  }

  choice<const T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.text(name);
    if (value === '') return fallback;
    const found = allowed.find((choice) => choice === value.toLowerCase());
    if (found !== undefined) return found;
    this.problem(
      `${name} is ${JSON.stringify(value)}, and must be ${listOf(allowed)}`,
      didYouMean(value, allowed)
    );
    return fallback;
  }

  boolean(name: string): boolean {
    return this.choice(name, ['true', 'false'], 'false') === 'true';
  }

  integer(name: string, fallback: number, least: number, most: number): number {
    const value = this.text(name);
    if (value === '') return fallback;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
    if (number >= least && number <= most) return number;
    this.problem(`${name} is ${JSON.stringify(value)}, and must be a whole number from ${least} to ${most}`);
    return fallback;
  }

  /** Above 0, with up to three decimals. */
  minutes(name: string, fallback: number, most: number): number {
    const value = this.text(name);
    if (value === '') return fallback;
    const number = /^\d{1,3}(?:\.\d{1,3})?$/.test(value) ? Number(value) : NaN;
    if (number > 0 && number <= most) return number;
    this.problem(
      `${name} is ${JSON.stringify(value)}, and must be a number of minutes above 0, ${most} at most`
    );
    return fallback;
  }

  percent(name: string): number | null {
    const value = this.text(name);
    if (value === '') return null;
    const number = /^\d{1,3}(?:\.\d{1,3})?$/.test(value) ? Number(value) : NaN;
    if (number <= 100) return number;
    this.problem(`${name} is ${JSON.stringify(value)}, and must be a number from 0 to 100`);
    return null;
  }

  patterns(name: string): string[] {
    const patterns = this.get(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
    for (const pattern of patterns) {
      const fault = patternFault(pattern);
      if (fault !== null) this.problem(`${name}: the pattern ${JSON.stringify(pattern)} ${fault}`);
    }
    if (patterns.every((pattern) => pattern.startsWith('!')))
      this.problem(`${name} has no pattern that includes a file`);
    return patterns;
  }

  /** A commit's SHA, `true`, or nothing; `false` says nothing, too. */
  commit(name: string): string {
    const value = this.text(name).toLowerCase();
    if (value === '' || value === 'false') return '';
    if (value === 'true' || /^[0-9a-f]{7,64}$/.test(value)) return value;
    this.problem(
      `${name} is ${JSON.stringify(value)}, and must be the SHA of a commit, or true`,
      'The message of stale-commit names the commit.'
    );
    return '';
  }

  branch(name: string): string {
    const value = this.text(name).replace(/^refs\/heads\//, '');
    if (value !== '' && !isBranchName(value)) {
      this.problem(`${name} is ${JSON.stringify(value)}, which cannot be the name of a branch`);
    }
    return value;
  }

  /** Only restore takes a backup, and it takes nothing else. */
  backup(): string {
    const [backup, command] = [this.text('backup'), this.text('command').toLowerCase()];
    if (command === 'restore' && backup === '')
      this.problem(
        'command is restore, and no backup is given',
        'backup is the file that an apply named at backup-path.'
      );
    if (command !== 'restore' && backup !== '')
      this.problem('backup is given, and only command: restore puts one back');
    return backup;
  }

  integration(name: string): string {
    const value = this.text(name);
    if (value !== '' && !INTEGRATION_NAME.test(value)) {
      const rule = '1 to 64 lower-case letters, digits, dashes and underscores';
      this.problem(`${name} is ${JSON.stringify(value)}, and must be ${rule}`);
    }
    return value;
  }

  variables(name: string): Variables {
    const {variables, problems} = parseVariables(this.get(name));
    for (const {line, message, hint} of problems) this.problem(`${name}, line ${line}: ${message}`, hint);
    return variables;
  }

  target(): Target | null {
    const [subdomain, registryUrl] = [this.text('subdomain'), this.text('registry-url')];
    if (subdomain === '' && registryUrl === '') return null;
    // Each on its own first, so that a fault of one does not hide a fault of the other.
    const own = subdomain === '' ? '' : this.checked(() => registryBaseUrl({subdomain, registryUrl: ''}), '');
    const given =
      registryUrl === '' ? '' : this.checked(() => registryBaseUrl({subdomain: '', registryUrl}), '');
    return {registryUrl: given === '' ? own : given, subdomain};
  }

  /** What uploads, or with an OAuth client beside it does nothing else; and the client. */
  credentials(): Credentials | null {
    const uploader = this.fixedCredentials();
    const [clientId, clientSecret] = [this.text('oauth-client-id'), this.text('oauth-client-secret')];
    const scope = this.scope('oauth-scope');
    if (clientSecret !== '') {
      this.secret('oauth-client-secret');
      if (clientId === '') {
        this.problem('oauth-client-secret is given without oauth-client-id, and both are needed');
      }
      return {kind: 'oauth-client', clientId, clientSecret, scope, uploader};
    }
    // An id alone is what a fork has; beside another secret the client's own was forgotten.
    if (clientId !== '' && uploader !== null) {
      this.problem('oauth-client-id is given without oauth-client-secret, and both are needed');
    }
    return uploader;
  }

  /** Parted by single blanks (RFC 6749, section 3.3). */
  private scope(name: string): string {
    const value = this.text(name).replace(/\s+/g, ' ');
    if (value === '') return 'read write';
    if (value.length <= 1000 && /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/.test(value))
      return value;
    this.problem(
      `${name} is ${JSON.stringify(value)}, and must be scopes separated by blanks, such as "read write"`
    );
    return value;
  }

  private fixedCredentials(): FixedCredentials | null {
    const email = this.text('email');
    const given = (['api-token', 'password', 'oauth-token'] as const).filter(
      (name) => this.text(name) !== ''
    );
    if (given.length > 1) this.problem(`${listOf(given, 'and')} are given, and only one of them can be used`);
    const [kind] = given;
    if (kind === undefined) return null;
    if (kind === 'oauth-token') {
      const credentials = {kind: 'oauth', oauthToken: this.secret(kind)} as const;
      this.checked(() => authorization(credentials), '');
      return credentials;
    }
    if (email === '') this.problem(`${kind} is given without email, and both are needed`);
    if (email.includes(':')) this.problem('email holds a colon, which Basic authentication cannot carry');
    if (kind === 'password') return {kind, email, password: this.secret(kind)};
    if (email.endsWith('/token')) {
      this.problem('email ends in "/token"', 'Give the plain address: "/token" is added for an api-token.');
    }
    return {kind, email, apiToken: this.secret(kind)};
  }

  /** A shorter text cannot be masked: it stands in the middle of harmless words, and gives itself away there. */
  private secret(name: string): string {
    const value = this.text(name);
    if (value.length < SHORTEST_CREDENTIAL) {
      const least = `fewer than ${SHORTEST_CREDENTIAL} characters`;
      this.problem(
        `${name} has ${least}`,
        'Copy the whole of it; shorter ones could not be masked in the log.'
      );
    }
    return value;
  }

  planKey(name: string): string {
    const value = this.text(name);
    if (value !== '' && value.length < SHORTEST_PLAN_KEY) {
      this.problem(
        `${name} has ${value.length} characters, and must have at least ${SHORTEST_PLAN_KEY}`,
        'Make one with: openssl rand -hex 32'
      );
    }
    return value;
  }

  severities(name: string): Severities {
    const {severities, problems} = parseSeverities(this.get(name), RULES);
    for (const {line, message, hint} of problems) this.problem(`${name}, line ${line}: ${message}`, hint);
    return severities;
  }

  /** The keys in order, so that one matrix gives one text. */
  matrix(name: string): string {
    const value = this.text(name);
    if (value === '' || value === 'null') return '';
    try {
      const matrix = JSON.parse(value) as unknown;
      if (matrix === null || typeof matrix !== 'object') return '';
      const entries = Object.entries(matrix).sort(([a], [b]) => (a < b ? -1 : 1));
      return entries.length === 0 ? '' : JSON.stringify(Object.fromEntries(entries));
    } catch {
      this.problem(`${name} is not JSON`, "Leave this input alone: its default is the job's matrix.");
      return '';
    }
  }

  /** @throws InputsError when any value was refused */
  refuseProblems(): void {
    if (this.problems.length > 0) throw new InputsError(this.problems);
  }

  /** What a check elsewhere gives; what it refuses becomes a problem. */
  private checked<T>(check: () => T, fallback: T): T {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.problem(error.message, error.hint);
      return fallback;
    }
  }

  private problem(message: string, hint = ''): void {
    const plain = message.replace(/\.$/, '');
    this.problems.push(hint === '' ? plain : `${plain} (${hint.replace(/\.$/, '')})`);
  }
}
