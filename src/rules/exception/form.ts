import type {ExceptionRule} from '../rule.js';

export const form: ExceptionRule = {
  id: 'exception/form',
  scope: 'exception',
  severity: 'error',
  summary: 'A `zis-ignore` comment names one rule and gives a reason.',
  why: 'An ignore that cannot be followed ignores nothing. Without its reason nobody who reads it later knows whether it still holds.',
  bad: '// zis-ignore flow/unreachable-state',
  good: '// zis-ignore flow/unreachable-state: kept for the next release',
  source: 'docs/config.md'
};
