import tseslint from 'typescript-eslint';
import {imports as importsOfRooms} from './scripts/lint/rooms.mjs';

/**
 * What each room of src may import besides itself: rooms, and single files of a room; then packages and built-in
 * modules. What is not named here is an error, in root files and import() too (scripts/lint/rooms.mjs). The
 * direction is that of docs/architecture.md. A room without `node:*` is pure: it knows no network, no file
 * system and no @actions package.
 */
const ROOMS = {
  'index.ts': may(
    'actions flow-tests/result.ts github inputs job jq registry run errors.ts ports.ts version.ts ' +
      'visible.ts words.ts',
    '@actions/core'
  ),
  cli: may(
    'actions bundle demo/main-job.ts emulator/cli.ts flow-tests generated inputs job jq plan registry ' +
      'report rules run secrets errors.ts ports.ts version.ts visible.ts words.ts',
    'node:* picomatch'
  ),
  run: may(
    'apply bundle flow-tests github/errors.ts inputs job plan registry report rules ' +
      'rules/analysis/jq-program.ts rules/analysis/resources.ts rules/resource/name-taken.ts ' +
      'secrets errors.ts limit.ts ports.ts version.ts visible.ts words.ts',
    'node:path/posix'
  ),
  job: may(
    'bundle flow-tests github/errors.ts inputs plan report rules rules/analysis/jq-program.ts errors.ts ' +
      'ports.ts visible.ts words.ts'
  ),
  inputs: may('bundle plan registry rules secrets errors.ts ports.ts visible.ts words.ts'),

  // Adapters: what the ports of ports.ts are to the outside.
  actions: may('bundle job secrets errors.ts ports.ts visible.ts', '@actions/core node:*'),
  github: may('bundle ports.ts visible.ts', '@actions/github'),
  registry: may('bundle secrets errors.ts ports.ts visible.ts', '@actions/http-client node:*'),
  jq: may(
    'flow-run/ports.ts flow-tests/questions.ts rules/analysis/jq-program.ts ' +
      'rules/analysis/jq-scan.ts worker visible.ts words.ts',
    'node:*'
  ),
  worker: may('', 'jq-wasm node:*'),

  // The core, which is pure.
  apply: may('bundle plan registry/errors.ts errors.ts ports.ts visible.ts words.ts'),
  report: may(
    'bundle flow flow-tests plan rules secrets errors.ts ports.ts version.ts visible.ts words.ts',
    'diff node:crypto'
  ),
  plan: may('bundle errors.ts ports.ts words.ts', 'node:crypto'),
  rules: may('bundle flow rules/* rules/analysis words.ts'),
  'rules/*': may('bundle flow generated rules rules/analysis secrets words.ts', 'ajv'),
  'rules/analysis': may('bundle flow rules/fix.ts rules/place.ts rules/rule.ts secrets words.ts'),
  'flow-tests': may('bundle flow flow-run secrets words.ts', 'yaml'),
  'flow-run': may('bundle flow words.ts'),
  flow: may('bundle'),
  bundle: may('errors.ts words.ts', 'jsonc-parser node:crypto node:vm picomatch yaml'),
  secrets: may('visible.ts'),

  // What stands in for the outside.
  demo: may('emulator/index.ts stand-ins/github stand-ins/runner visible.ts', 'node:*'),
  emulator: may('bundle errors.ts ports.ts visible.ts', 'node:*'),
  'stand-ins/github': may('', 'node:* diff'),
  'stand-ins/runner': may('', 'node:* yaml'),

  'errors.ts': may('visible.ts'),
  'limit.ts': may(''),
  'ports.ts': may('bundle visible.ts'),
  'version.ts': may(''),
  'visible.ts': may(''),
  'words.ts': may(''),
  generated: may('')
};

/** An entry of ROOMS from names with blanks between them. */
function may(imports, packages = '') {
  const names = (text) => text.split(' ').filter((name) => name !== '');
  return {imports: names(imports), packages: names(packages)};
}

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
    plugins: {rooms: {rules: {imports: importsOfRooms}}},
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
    // What stands in a log or on a terminal goes through the one file that makes it harmless (src/visible.ts).
    files: ['src/**/*.ts'],
    ignores: ['src/actions/log.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['debug', 'error', 'group', 'info', 'notice', 'setFailed', 'startGroup', 'warning'].map(
          (property) => ({
            object: 'core',
            property,
            message: 'Hand in a log (src/actions/log.ts).'
          })
        )
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
    files: ['src/stand-ins/**/*.ts', 'src/emulator/main.ts'],
    rules: {'no-console': 'off'}
  }
);
