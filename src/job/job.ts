import type {FlowEngine} from '../flow-tests/questions.js';
import type {Inputs} from '../inputs/inputs.js';
import type {Plan} from '../plan/types.js';
import type {
  Cancellation,
  Clock,
  Files,
  GitHub,
  History,
  Log,
  Registry,
  Runner,
  WorkspaceFile
} from '../ports.js';
import type {RunInfo} from '../report/types.js';
import type {JqChecker} from '../rules/analysis/jq-program.js';
import type {AppliedCommit} from './applied-commit.js';
import type {Command, Event, Refs} from './command.js';
import type {RunRecord} from './record.js';

/** What a run is given from outside. The Action hands in GitHub's own; the terminal and the tests hand in others. */
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
  /** Every form of the tokens that the registry made so far; left out where it makes none. */
  readonly minted?: () => readonly string[];
  /** Runs what flow tests ask; opened only when there are test files. Left out where flow tests are not run. */
  readonly openFlowEngine?: () => Promise<FlowEngine>;
  /** Compiles jq programs; asked only when a bundle has some. */
  readonly jq: JqChecker;
  readonly runner: Runner;
  readonly log: Log;
  readonly clock: Clock;
  /** When the step's time is over, by the clock. */
  readonly deadline: () => number;
  /** Left out where nothing cancels a run. */
  readonly cancellation?: Cancellation;
  /** Told how far something long has come, as often as that changes. Left out where nobody is told. */
  readonly onProgress?: (what: string, done: number, all: number) => void;
  /** Told the path of the backup as soon as it is written. */
  readonly onBackup?: (path: string) => void;
  /** Told what is known of the run when its files are written, before its summary and its comment are. */
  readonly onOutcome?: (command: Command, record: RunRecord, files: WrittenFiles) => void;
}

/** Absolute paths of what a run wrote for later steps; empty when not written. */
export interface WrittenFiles {
  readonly planPath: string;
  readonly reportPath: string;
  readonly sarifPath: string;
  readonly junitPath: string;
}

/** What one run works on. */
export interface Job {
  readonly command: Command;
  readonly inputs: Inputs;
  readonly event: Event;
  readonly refs: Refs;
  /** The bundle files of the workspace. */
  readonly files: readonly WorkspaceFile[];
  /** The commit that is checked out. */
  readonly commit: AppliedCommit;
  readonly run: RunInfo;
  readonly ports: Ports;
}
