import {grouped} from '../words.js';
import type {Severity} from './finding.js';

/** How many findings are kept. */
export interface Bounds {
  /** Of one rule in one file. */
  readonly ofARule: number;
  /** Of one severity in one run. */
  readonly ofARun: number;
}

/** For a reader: nobody mends the rest before these, and what is left out changes nothing, for these fail the run. */
export const SHOWN: Bounds = {ofARule: 100, ofARun: 10_000};
/** For what mends them: behind what is mended more would appear, and look new. */
export const FOR_FIXES: Bounds = {ofARule: 200_000, ofARun: 200_000};

/** Thrown to end a rule that has found enough in a file. */
export class Enough extends Error {
  constructor() {
    super('enough was found');
  }
}

/** Whether a further finding is kept. */
export type Room =
  | 'room'
  /** It is the first beyond the bound of a rule: instead of it is said that there are more. */
  | 'first-beyond'
  | 'beyond';

/** Counts the findings of a run. */
export class FindingsLimit {
  private readonly ofRules = new Map<string, number>();
  private readonly kept = new Map<Severity, number>();
  private dropped = 0;

  constructor(private readonly most: Bounds) {}

  /** Counts one. */
  take(rule: string, severity: Severity, path: string): Room {
    const key = `${rule}\n${path}`;
    const count = this.ofRules.get(key) ?? 0;
    if (count > this.most.ofARule) return 'beyond';
    const kept = this.kept.get(severity) ?? 0;
    if (kept >= this.most.ofARun) {
      this.dropped += 1;
      return 'beyond';
    }
    this.ofRules.set(key, count + 1);
    this.kept.set(severity, kept + 1);
    return count === this.most.ofARule ? 'first-beyond' : 'room';
  }

  /** What was left out, in a sentence; none when nothing was. */
  get words(): string[] {
    if (this.dropped === 0) return [];
    return [
      `There is more to mend than is shown: a run keeps ${grouped(this.most.ofARun)} findings of each severity.`
    ];
  }
}
