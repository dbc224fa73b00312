import tseslint from 'typescript-eslint';
import {imports} from './scripts/lint/rooms.mjs';

/**
 * What each room of src may import besides itself: rooms, and single files of a room; then packages and built-in
 * modules. What is not named here is an error, in root files and import() too (scripts/lint/rooms.mjs). The
 * direction is that of docs/architecture.md. A room without `node:*` is pure: it knows no network, no file
 * system and no @actions package.
 */
const ROOMS = {
  'index.ts': {
    imports: [
      ...['actions', 'github', 'inputs', 'job', 'jq', 'registry', 'run', 'secrets'],
      ...['errors.ts', 'version.ts']
    ],
    packages: ['@actions/core']
  },
  cli: {
    imports: [
      ...[
        'actions',
        'bundle',
        'emulator/cli.ts',
        'flow-tests',
        'inputs',
        'job',
        'jq',
        'plan',
        'registry',
        'report'
      ],
      ...['rules', 'run', 'secrets', 'errors.ts', 'ports.ts', 'version.ts', 'words.ts']
    ],
    packages: ['node:*', 'picomatch']
  },
  run: {
    imports: [
      ...[
        'apply',
        'bundle',
        'flow-tests',
        'github/errors.ts',
        'inputs',
        'job',
        'plan',
        'report',
        'rules',
        'secrets'
      ],
      ...['errors.ts', 'limit.ts', 'ports.ts', 'version.ts', 'words.ts']
    ],
    packages: ['node:path/posix']
  },
  job: {
    imports: [
      ...['bundle', 'github/errors.ts', 'inputs', 'plan', 'report', 'rules', 'rules/analysis/jq-program.ts'],
      ...['errors.ts', 'ports.ts']
    ],
    packages: []
  },
  inputs: {
    imports: ['bundle', 'plan', 'registry', 'rules', 'secrets', 'errors.ts', 'words.ts'],
    packages: []
  },

  // Adapters: what the ports of ports.ts are to the outside.
  actions: {
    imports: ['bundle', 'job', 'errors.ts', 'ports.ts'],
    packages: ['@actions/core', 'node:*']
  },
  github: {imports: ['bundle', 'ports.ts'], packages: ['@actions/github']},
  registry: {
    imports: ['bundle', 'secrets', 'errors.ts', 'limit.ts', 'ports.ts'],
    packages: ['@actions/http-client', 'node:*']
  },
  jq: {
    imports: [
      'flow-run/ports.ts',
      'rules/analysis/jq-program.ts',
      'rules/analysis/jq-scan.ts',
      'worker',
      'words.ts'
    ],
    packages: ['node:*']
  },
  worker: {imports: [], packages: ['jq-wasm', 'node:*']},

  // The core, which is pure.
  apply: {imports: ['bundle', 'plan', 'registry/errors.ts', 'errors.ts', 'ports.ts'], packages: []},
  report: {
    imports: ['bundle', 'flow', 'flow-tests', 'plan', 'rules', 'secrets', 'errors.ts', 'ports.ts'],
    packages: ['diff', 'node:crypto']
  },
  plan: {imports: ['bundle', 'errors.ts', 'ports.ts'], packages: ['node:crypto']},
  rules: {imports: ['bundle', 'flow', 'rules/*', 'rules/analysis', 'words.ts'], packages: []},
  'rules/*': {
    imports: ['bundle', 'flow', 'generated', 'rules', 'rules/analysis', 'secrets', 'words.ts'],
    packages: ['ajv']
  },
  'rules/analysis': {
    imports: ['bundle', 'flow', 'rules/place.ts', 'rules/rule.ts', 'secrets', 'words.ts'],
    packages: []
  },
  'flow-tests': {imports: ['bundle', 'flow', 'flow-run', 'words.ts'], packages: ['yaml']},
  'flow-run': {imports: ['bundle', 'flow', 'words.ts'], packages: []},
  flow: {imports: ['bundle'], packages: []},
  bundle: {imports: [], packages: ['jsonc-parser', 'node:crypto', 'picomatch', 'yaml']},
  secrets: {imports: [], packages: []},

  // What stands in for the outside.
  demo: {
    imports: ['emulator/index.ts', 'stand-ins/github', 'stand-ins/runner'],
    packages: ['node:*']
  },
  emulator: {imports: ['bundle', 'errors.ts', 'ports.ts'], packages: ['node:*']},
  'stand-ins/github': {imports: [], packages: ['node:*']},
  'stand-ins/runner': {imports: [], packages: ['node:*', 'yaml']},

  'errors.ts': {imports: [], packages: []},
  'limit.ts': {imports: [], packages: []},
  'ports.ts': {imports: ['bundle'], packages: []},
  'version.ts': {imports: [], packages: []},
  'words.ts': {imports: [], packages: []},
  generated: {imports: [], packages: []}
};

/** The rooms with neither node's modules nor a package of an adapter reach for nothing outside by a global either. */
const PURE = ['apply', 'report', 'plan', 'rules', 'flow-tests', 'flow-run', 'flow', 'bundle', 'secrets'];
const OUTSIDE = ['fetch', 'WebSocket', 'process', 'setTimeout', 'setInterval', 'setImmediate'];

export default tseslint.config(
  {ignores: ['dist/', 'lib/', 'coverage/', 'src/generated/', 'bench/node_modules/']},
  ...tseslint.configs.strictTypeChecked.map((config) => ({...config, files: ['**/*.ts']})),
  {
    files: ['**/*.ts'],
    languageOptions: {parserOptions: {project: './tsconfig.test.json', tsconfigRootDir: import.meta.dirname}},
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true, allowBoolean: true}],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_'}],
      'max-lines-per-function': ['error', {max: 70, skipBlankLines: true, skipComments: true}],
      'max-depth': ['error', 4],
      complexity: ['error', 16],
      eqeqeq: 'error',
      'no-console': 'error'
    }
  },
  {
    files: ['src/**/*.ts'],
    plugins: {rooms: {rules: {imports}}},
    rules: {'rooms/imports': ['error', {source: `${import.meta.dirname}/src`, rooms: ROOMS}]}
  },
  {
    files: PURE.map((room) => `src/${room}/**/*.ts`),
    rules: {
      'no-restricted-globals': [
        'error',
        ...OUTSIDE.map((name) => ({name, message: 'This room is pure: hand a port in instead.'}))
      ]
    }
  },
  {
    files: ['__tests__/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off'
    }
  },
  {
    files: ['src/demo/**/*.ts', 'src/stand-ins/**/*.ts', 'src/emulator/main.ts'],
    rules: {'no-console': 'off'}
  }
);
