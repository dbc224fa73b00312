import type {BundleId} from '../bundle/model.js';
import type {Command, Event, Refs} from './command.js';
import type {UserError} from '../errors.js';
import type {Inputs} from '../inputs/inputs.js';
import type {Plan, StepOutcome} from '../plan/types.js';
import type {Clock, Files, GitHub, History, Log, Registry, Runner} from '../ports.js';
import type {Header} from '../report/header.js';
import type {Explanation, RunInfo} from '../report/types.js';
import type {JqChecker} from '../rules/analysis/jq-program.js';
import type {Checked} from '../rules/engine.js';

/** What a run is given from outside. The Action hands in GitHub's own; a test or another door hands in others. */
export interface Ports {
  readonly files: Files;
  /** null without a token: then nothing is read from or written to GitHub. */
  readonly github: GitHub | null;
  /** What was declared before is read from here; null where nothing is known of earlier commits. */
  readonly history: History | null;
  /**
   * Called with the plan that an apply is about to carry out, before its first write; throws to call it off.
   * Left out where nobody can be asked.
   */
  readonly confirm?: (plan: Plan, record: RunRecord) => Promise<void>;
  /** Opens the registry of the inputs' target; called only by commands that talk to it. */
  readonly openRegistry: () => Promise<Registry>;
  /** Compiles jq programs; asked only when a bundle has some. */
  readonly jq: JqChecker;
  readonly runner: Runner;
  readonly log: Log;
  readonly clock: Clock;
}

/** What one run works on. */
export interface Job {
  readonly command: Command;
  readonly inputs: Inputs;
  readonly event: Event;
  readonly refs: Refs;
  readonly run: RunInfo;
  readonly ports: Ports;
}

/** What a run found, planned and did. It fills up as the run goes on; the report and the outputs are made from it. */
export interface RunRecord {
  checked: Checked;
  /** null when the registry was not asked. */
  plan: Plan | null;
  /** null when nothing was applied. */
  outcomes: readonly StepOutcome[] | null;
  /** Registered bundles of the declared integrations that the plan leaves alone. */
  unmanaged: readonly BundleId[];
  /** What a reader must know besides findings and changes. */
  readonly notices: Notice[];
  /** Why what is applied is not what was reviewed, as diffs. */
  explanations: readonly Explanation[];
  /** The pull request that the run is about; for a push the one that was merged. */
  pullRequest: number | null;
  /** The header of the plan comment that an apply was held against; null when there was none. */
  reviewed: Header | null;
  /** What was about to be replaced or deleted; empty when nothing was. */
  backupPath: string;
  failure: UserError | null;
}

export type {Explanation} from '../report/types.js';

export interface Notice {
  readonly level: 'notice' | 'warning';
  /** One or more sentences. */
  readonly text: string;
}
