import tseslint from 'typescript-eslint';

// The import direction of docs/architecture.md: a room may import only from the rooms named here (and from
// itself, errors.ts and node's own modules). The pure rooms may use neither the network, nor the file system,
// nor an @actions package.
const IMPURE = [
  '@actions/*',
  'node:http',
  'node:https',
  'node:net',
  'node:fs',
  'node:fs/promises',
  'node:child_process'
];
const ROOMS = {
  bundle: {
    pure: true,
    not: ['rules', 'plan', 'report', 'apply', 'registry', 'github', 'emulator', 'demo', 'actions', 'cli']
  },
  rules: {
    pure: true,
    not: ['plan', 'report', 'apply', 'registry', 'github', 'emulator', 'demo', 'actions', 'cli']
  },
  plan: {
    pure: true,
    not: ['rules', 'report', 'apply', 'registry', 'github', 'emulator', 'demo', 'actions', 'cli']
  },
  report: {pure: true, not: ['apply', 'registry', 'github', 'emulator', 'demo', 'actions', 'cli']},
  apply: {pure: true, not: ['report', 'rules', 'registry', 'github', 'emulator', 'demo', 'actions', 'cli']},
  registry: {
    pure: false,
    not: ['rules', 'plan', 'report', 'apply', 'github', 'emulator', 'demo', 'actions', 'cli']
  },
  github: {pure: false, not: ['rules', 'report', 'apply', 'registry', 'emulator', 'demo', 'actions', 'cli']},
  jq: {
    pure: false,
    not: ['plan', 'report', 'apply', 'registry', 'github', 'emulator', 'demo', 'actions', 'cli']
  },
  // A thread's program is compiled file by file for the tests (scripts/generate.mjs): it stands alone.
  worker: {
    pure: false,
    not: [
      'bundle',
      'rules',
      'plan',
      'report',
      'apply',
      'registry',
      'github',
      'jq',
      'emulator',
      'demo',
      'actions',
      'cli'
    ]
  },
  actions: {pure: false, not: ['emulator', 'demo', 'cli']},
  // Another door: of the emulator it may use only its door for the terminal.
  cli: {pure: false, not: ['demo', 'emulator'], but: ['emulator/cli']},
  emulator: {pure: false, not: ['plan', 'report', 'apply', 'registry', 'github', 'demo', 'actions', 'cli']},
  demo: {
    pure: false,
    not: ['plan', 'report', 'apply', 'registry', 'github', 'actions', 'cli'],
    but: ['stand-ins/github/*', 'stand-ins/runner/*']
  }
};

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
  ...Object.entries(ROOMS).map(([room, {pure, not, but = []}]) => ({
    files: [`src/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              // The errors of a room are plain classes, for whoever has to tell them apart.
              group: [
                ...not.flatMap((other) => [`**/${other}/*`, `!**/${other}/errors.js`]),
                ...but.map((module) => `!**/${module}.js`)
              ],
              message: `src/${room} may not import from this room (docs/architecture.md, import direction).`
            },
            ...(pure ? [{group: IMPURE, message: `src/${room} is pure: hand a port in instead.`}] : [])
          ]
        }
      ]
    }
  })),
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
