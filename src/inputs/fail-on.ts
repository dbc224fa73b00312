import type {Severity} from '../rules/finding.js';

export const FAIL_ON = ['error', 'warning', 'never'] as const;
export type FailOn = Exclude<Severity, 'info'> | 'never';

/** What an integration's name has to have, for the end of a sentence. */
export const NAME_RULE = '1 to 64 lower-case letters, digits, dashes and underscores';
