import type {JsonObject} from '../bundle/json-types.js';
import type {BundleId} from '../bundle/model.js';
import type {FailureReason} from '../errors.js';
import type {TestsResult} from '../flow-tests/result.js';
import type {Drift} from '../plan/drift.js';
import type {Counts, Plan, StepOutcome} from '../plan/types.js';
import type {UsedException} from '../rules/exceptions.js';
import type {Finding} from '../rules/finding.js';

export type ReportCommand = 'validate' | 'plan' | 'apply' | 'drift' | 'restore';

/** Everything that a report says: what a command found, planned and did, as data. */
export interface ReportModel {
  readonly command: ReportCommand;
  /** null when no registry was asked (validate, a fork without credentials, invalid bundles). */
  readonly plan: Plan | null;
  /**
   * What an apply did, one outcome for each step that changes something; null for other commands, and for an
   * apply that was refused before its first write.
   */
  readonly outcomes: readonly StepOutcome[] | null;
  readonly counts: Counts;
  /** Sorted by compareFindings. */
  readonly findings: readonly Finding[];
  /** The overrides and ignores that were needed. */
  readonly exceptions: readonly UsedException[];
  /** How many findings the baseline holds back. */
  readonly heldBack: number;
  /** What the pull request weakens of the checks, in sentences without a full stop. */
  readonly weakened: readonly string[];
  /** How many bundle files were checked. */
  readonly files: number;
  /** Sentences a reader must know: why there is no diff, what was not deleted. */
  readonly notices: readonly string[];
  /** Why what is applied is not what was reviewed. */
  readonly explanations: readonly Explanation[];
  /** Why a drift check found the registry different; null for other commands. */
  readonly drift: Drift | null;
  /** What came of the flow tests; null when there are none. */
  readonly tests: TestsResult | null;
  /** What went wrong, if anything did. */
  readonly failure: {readonly reason: FailureReason; readonly message: string; readonly hint: string} | null;
  readonly run: RunInfo;
  /** Registered bundles of managed integrations that are neither declared nor to be deleted. */
  readonly unmanaged: readonly BundleId[];
}

/** Two contents of a bundle whose difference explains something. */
export interface Explanation {
  readonly title: string;
  /** null when there was none, or when it cannot be found any more. */
  readonly before: JsonObject | null;
  /** null when there is none any more. */
  readonly after: JsonObject | null;
}

/** Where and when the report was made, for its footer. */
export interface RunInfo {
  /** The commit that was checked: a pull request's head, else the event's commit. */
  readonly headSha: string;
  /** The page of the commit; empty when unknown. */
  readonly commitUrl: string;
  /** The page of the workflow run; empty when unknown. */
  readonly url: string;
  /** Names run and attempt, such as `1234567/2`. */
  readonly id: string;
}
