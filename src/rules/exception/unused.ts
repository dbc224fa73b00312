import type {ExceptionRule} from '../rule.js';

export const unused: ExceptionRule = {
  id: 'exception/unused',
  scope: 'exception',
  severity: 'warning',
  summary: 'Every `zis-ignore` and every override is for something that is found.',
  why: 'What was once found there is mended. Left in place the exception hides the next fault of its kind.',
  bad: '// zis-ignore flow/unreachable-state: kept for the next release (above a state that is reached)',
  good: '(the line without it)',
  source: 'docs/config.md'
};
