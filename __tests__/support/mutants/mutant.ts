import type {JsonValue} from '../../../src/bundle/json-types.js';

/**
 * One change that makes a clean bundle faulty. Places are JSON pointers; a text edit replaces a text wherever it
 * stands.
 */
export type Edit =
  | {readonly set: string; readonly to: JsonValue}
  | {readonly remove: string}
  | {readonly rename: string; readonly to: string}
  | {readonly find: string; readonly replace: string};

/** Below the line of a text edit: where a parser notices that something is missing. */
export const NEXT_LINE = 'next line';

/** A clean bundle with one defect. */
export interface Mutant {
  /** What is wrong, as a person would say it. */
  readonly name: string;
  /** The rule that finds it. */
  readonly rule: string;
  readonly edit: Edit;
  /** Where the finding stands, when that is not what the edit changed: a JSON pointer into the changed bundle, or NEXT_LINE. */
  readonly at?: string;
}
