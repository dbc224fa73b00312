import type {Outcome} from '../flow-run/ports.js';

/** What cases ask while they run; the questions of all cases that wait are answered together. */
export type Question =
  /** `input` is JSON text. */
  | {readonly kind: 'jq'; readonly program: string; readonly input: string}
  /** Whether a text has a match; JavaScript's syntax, with the flag u. */
  | {readonly kind: 'regex'; readonly pattern: string; readonly text: string};

export type Answer =
  /** With what the flow goes on: jq's results, its error, or why it was not run. */
  | {readonly kind: 'jq'; readonly outcome: Outcome}
  /** Of one that took too long (`late`) it is not known whether it matches. */
  | {readonly kind: 'regex'; readonly matches: boolean; readonly late: boolean};

/** Answers what flow tests cannot find out by themselves. It never rejects. */
export interface FlowEngine {
  /** In the order of the questions. */
  answer(asked: readonly Question[]): Promise<readonly Answer[]>;
  /** Ends what it has running. */
  close(): Promise<void>;
}
