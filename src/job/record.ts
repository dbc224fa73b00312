import type {BundleId} from '../bundle/model.js';
import type {UserError} from '../errors.js';
import type {TestsResult} from '../flow-tests/result.js';
import type {Drift} from '../plan/drift.js';
import type {Plan, StepOutcome} from '../plan/types.js';
import type {Explanation} from '../report/types.js';
import type {Checked} from '../rules/engine.js';
import type {Refs} from './command.js';
import type {Notice} from './notice.js';

/** What a run found, planned and did: the report and the outputs are made from it. */
export interface RunRecord {
  readonly checked: Checked;
  /** null when the registry was not asked. */
  readonly plan: Plan | null;
  /** null when nothing was applied. */
  readonly outcomes: readonly StepOutcome[] | null;
  /** Registered bundles of the declared integrations that the plan leaves alone. */
  readonly unmanaged: readonly BundleId[];
  /** What a reader must know besides findings and changes. */
  readonly notices: readonly Notice[];
  /** What the pull request weakens of the checks, in sentences without a full stop. */
  readonly weakened: readonly string[];
  /** Why what is applied is not what was reviewed, as diffs. */
  readonly explanations: readonly Explanation[];
  /** The pull request that the run is about; for a push the one that was merged. */
  readonly pullRequest: number | null;
  /** Other pull requests that an apply brings, whose plans it was held to. */
  readonly otherPullRequests: readonly number[];
  /** Why a drift check found the registry different; null when it did not, and for other commands. */
  readonly drift: Drift | null;
  /** What came of the flow tests; null when there are none. */
  readonly tests: TestsResult | null;
  /** What was about to be replaced or deleted; empty when nothing was. */
  readonly backupPath: string;
  readonly failure: UserError | null;
}

/** What one step of a run contributes: it names only what it found out. */
export type RecordPart = Partial<RunRecord>;

/** A run of which nothing is known yet. */
export function emptyRecord({pullRequest}: Pick<Refs, 'pullRequest'>): RunRecord {
  return {
    checked: {
      ...{findings: [], declared: [], files: 0, complete: false},
      ...{notChecked: [], exceptions: [], baseline: null, unusedVariables: []}
    },
    plan: null,
    outcomes: null,
    unmanaged: [],
    notices: [],
    weakened: [],
    explanations: [],
    otherPullRequests: [],
    drift: null,
    tests: null,
    pullRequest,
    backupPath: '',
    failure: null
  };
}

/** The record with a step's part: notices are added to the earlier ones, all else replaces what was there. */
export function withPart(record: RunRecord, part: RecordPart): RunRecord {
  return {...record, ...part, notices: [...record.notices, ...(part.notices ?? [])]};
}
