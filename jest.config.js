/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  // Jest would use one of two cores; most of the time goes into child processes anyway.
  maxWorkers: 2,
  // A busy machine is several times slower; what hangs is still found.
  testTimeout: 120_000,
  testMatch: ['**/*.test.ts'],
  globalSetup: '<rootDir>/scripts/generate.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {'^(\\.{1,2}/.*)\\.js$': '$1'},
  transform: {'^.+\\.ts$': ['ts-jest', {useESM: true, tsconfig: 'tsconfig.test.json', diagnostics: false}]}
};
