import {grouped} from '../words.js';
import type {Severity} from './finding.js';

/** So many findings of one rule are kept of one file: nobody mends the rest before these. */
export const MOST_OF_A_RULE = 100;

/** So many of one severity are kept of one run. What is left out changes nothing: these are there to fail it. */
export const MOST_OF_A_RUN = 10_000;

/** Thrown to end a rule that has found enough in a file. */
export class Enough extends Error {
  constructor() {
    super('enough was found');
  }
}

/** Whether a further finding is kept. */
export type Room =
  | 'room'
  /** It is the first beyond MOST_OF_A_RULE: instead of it is said that there are more. */
  | 'first-beyond'
  | 'beyond';

/** Counts the findings of a run. */
export class FindingsLimit {
  private readonly ofRules = new Map<string, number>();
  private readonly kept = new Map<Severity, number>();
  private dropped = 0;

  /** Counts one. */
  take(rule: string, severity: Severity, path: string): Room {
    const key = `${rule}\n${path}`;
    const count = this.ofRules.get(key) ?? 0;
    if (count > MOST_OF_A_RULE) return 'beyond';
    const kept = this.kept.get(severity) ?? 0;
    if (kept >= MOST_OF_A_RUN) {
      this.dropped += 1;
      return 'beyond';
    }
    this.ofRules.set(key, count + 1);
    this.kept.set(severity, kept + 1);
    return count === MOST_OF_A_RULE ? 'first-beyond' : 'room';
  }

  /** What was left out, in a sentence; none when nothing was. */
  get words(): string[] {
    if (this.dropped === 0) return [];
    return [
      `There is more to mend than is shown: a run keeps ${grouped(MOST_OF_A_RUN)} findings of each severity.`
    ];
  }
}
