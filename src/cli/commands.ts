import type {FlagName} from './flags.js';

export const COMMAND_NAMES = [
  'validate',
  'baseline',
  'test',
  'plan',
  'apply',
  'restore',
  'drift',
  'pull',
  'demo',
  'registry',
  'rules'
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

/** What a command is for and what it takes. */
export interface CommandFacts {
  readonly summary: string;
  /** What its arguments are called in the help; empty for a command that takes none. */
  readonly positionals: string;
  /** How many arguments it takes at most. */
  readonly most: number;
  readonly flags: readonly FlagName[];
  /** The formats of its result, the default first; empty where there is no choice. */
  readonly formats: readonly Format[];
  readonly example: string;
}

export type Format = 'pretty' | 'json' | 'sarif' | 'junit' | 'github';

const CHECK = [
  'config',
  'integration',
  'variables',
  'var-file',
  'keep-placeholders',
  'rules',
  'fail-on',
  'allow-empty',
  'format'
] as const;
const ACCOUNT = ['subdomain', 'registry-url', 'max-parallel', 'max-minutes'] as const;
const PLAN = [
  ...CHECK,
  ...ACCOUNT,
  'integrations',
  'deletes',
  'max-deletes',
  'job-specs',
  'since',
  'explain'
] as const;
const BUNDLES = {positionals: '[BUNDLES…]', most: Infinity} as const;

export const COMMANDS: Readonly<Record<CommandName, CommandFacts>> = {
  validate: {
    ...BUNDLES,
    summary: 'check bundle files; no account is needed',
    flags: [...CHECK, 'explain', 'fix', 'prune', 'watch'],
    formats: ['pretty', 'json', 'sarif', 'github'],
    example: 'zis-bundles validate --watch'
  },
  baseline: {
    ...BUNDLES,
    summary: 'hold back what is found now: from then on validate reports what is new',
    flags: ['config', 'integration', 'variables', 'var-file', 'keep-placeholders', 'rules'],
    formats: [],
    example: 'zis-bundles baseline'
  },
  test: {
    positionals: '[FILES…]',
    most: Infinity,
    summary: 'run flow tests; no account is needed',
    flags: [
      'config',
      'bundles',
      'integration',
      'variables',
      'var-file',
      'keep-placeholders',
      'rules',
      'filter',
      'coverage-min',
      'trace',
      'update',
      'watch',
      'init',
      'record',
      'flow',
      'force',
      'format'
    ],
    formats: ['pretty', 'json', 'junit', 'github'],
    example: 'zis-bundles test --init greet'
  },
  plan: {
    ...BUNDLES,
    summary: 'show what an apply would change in the account',
    flags: [...PLAN, 'detailed-exitcode'],
    formats: ['pretty', 'json', 'sarif', 'github'],
    example: 'zis-bundles plan --since v1.4.0'
  },
  apply: {
    ...BUNDLES,
    summary: 'show the plan, ask, and carry it out',
    flags: [...PLAN, 'yes'],
    formats: ['pretty', 'json'],
    example: 'zis-bundles apply zis/orders.json'
  },
  restore: {
    positionals: 'BACKUP',
    most: 1,
    summary: 'put back what an apply replaced, deleted and created',
    flags: ['config', ...ACCOUNT, 'integrations', 'max-deletes', 'job-specs', 'yes', 'format'],
    formats: ['pretty', 'json'],
    example: 'zis-bundles restore backup.json'
  },
  drift: {
    ...BUNDLES,
    summary: 'fail when the account does not hold what the files declare',
    flags: PLAN,
    formats: ['pretty', 'json', 'sarif', 'github'],
    example: 'zis-bundles drift --format json'
  },
  pull: {
    positionals: '',
    most: 0,
    summary: 'write what is registered into bundle files',
    flags: [
      'config',
      'integration',
      'out',
      'force',
      'variables',
      'var-file',
      'keep-placeholders',
      ...ACCOUNT
    ],
    formats: [],
    example: 'zis-bundles pull --integration acme_orders'
  },
  demo: {
    positionals: '',
    most: 0,
    summary: 'play a pull request and its merge on this machine; no account is needed',
    flags: [],
    formats: [],
    example: 'zis-bundles demo'
  },
  registry: {
    positionals: '',
    most: 0,
    summary: 'a ZIS Registry on this machine, for trials',
    flags: [],
    formats: [],
    example: 'zis-bundles registry --port 8787'
  },
  rules: {
    positionals: '[ID]',
    most: 1,
    summary: 'list the rules, or show the page of one',
    flags: [],
    formats: [],
    example: 'zis-bundles rules flow/unknown-state'
  }
};
