import {INTEGRATION_NAME} from '../bundle/model.js';
import {namePatternFaults} from '../bundle/name-patterns.js';
import {patternFault} from '../bundle/patterns.js';
import {parseVariables, type Variables} from '../bundle/variables.js';
import {UserError} from '../errors.js';
import type {Target} from '../plan/types.js';
import {authorization, type Credentials, type FixedCredentials} from '../registry/credentials.js';
import {registryBaseUrl} from '../registry/url.js';
import {RULES} from '../rules/index.js';
import {parseSeverities, type Severities} from '../rules/severities.js';
import {visible, type Line} from '../visible.js';
import {didYouMean, listOf} from '../words.js';
import {NAME_RULE} from './fail-on.js';

/** Gives an input's value; empty when it is not set. */
export type GetInput = (name: string) => string;

/** In characters; a shorter key could be found by trying. */
export const SHORTEST_PLAN_KEY = 16;

/** All that is wrong with the inputs, each fault a sentence of its own. */
export class InputsError extends UserError {
  override readonly name = 'InputsError';

  readonly problems: readonly Line[];

  constructor(problems: readonly string[]) {
    super('invalid-inputs', problems.join('; '), 'README, section Inputs, says what each takes.');
    this.problems = problems.map((problem) => visible(problem));
  }
}

const SHORTEST_CREDENTIAL = 8;

/** What git refuses in the name of a branch (git-check-ref-format). */
function isBranchName(name: string): boolean {
  const hasForbidden = /[\s~^:?*[\\\x00-\x1f\x7f]|\.\.|@\{|\/\/|\.lock(?:\/|$)/.test(name);
  return !hasForbidden && !/^[-/.]|\/\.|[/.]$/.test(name) && name.length <= 255;
}

/** Reads inputs one by one, and keeps what is wrong with each: all of it is said at once. */
export class Reader {
  private readonly problems: string[];

  /** @param problems what is known to be wrong already, each a sentence without a full stop */
  constructor(
    private readonly get: GetInput,
    problems: readonly string[] = []
  ) {
    this.problems = [...problems];
  }

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

  /** @param unset what is meant where it is not given */
  patterns(name: string, unset: readonly string[]): readonly string[] {
    if (this.text(name) === '') return unset;
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

  integration(name: string, unset = ''): string {
    const value = this.text(name);
    if (value === '') return unset;
    if (!INTEGRATION_NAME.test(value)) {
      this.problem(`${name} is ${JSON.stringify(value)}, and must be ${NAME_RULE}`);
    }
    return value;
  }

  /** Names, one a line or parted by commas; null for none. */
  integrations(name: string): string[] | null {
    const names = this.get(name)
      .split(/[\n,]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    for (const each of names) {
      if (!INTEGRATION_NAME.test(each))
        this.problem(`${name} names ${JSON.stringify(each)}, and an integration's name has ${NAME_RULE}`);
    }
    return names.length === 0 ? null : [...new Set(names)].sort();
  }

  variables(name: string): Variables {
    const {variables, problems} = parseVariables(this.get(name));
    for (const {line, message, hint} of problems) this.problem(`${name}, line ${line}: ${message}`, hint);
    return variables;
  }

  /** Patterns of names, one a line. */
  namePatterns(name: string): readonly string[] {
    const patterns = this.get(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
    for (const {message} of namePatternFaults(patterns))
      this.problem(`${name}: ${message}`, 'Write the name alone, without braces, such as shop_*');
    return patterns;
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
