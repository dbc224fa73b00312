import type {JsonObject} from '../bundle/json-types.js';
import type {BundleId} from '../bundle/model.js';

/** What an apply would do to one bundle. */
export type StepAction = 'create' | 'update' | 'delete' | 'unchanged';

/** The account and registry that a plan is for. */
export interface Target {
  /** The base URL, without a trailing slash. */
  readonly registryUrl: string;
  /** Empty where only a registry URL was given. */
  readonly subdomain: string;
}

export interface ResourceChange {
  /** The key in `resources`. */
  readonly key: string;
  /** The resource's `type`, of the newer side. */
  readonly type: string;
  /** `properties.name`, of the newer side. */
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed';
}

/** Qualified names, `zis:{integration}:job_spec:{name}`. */
export interface JobSpecChanges {
  readonly install: readonly string[];
  readonly uninstall: readonly string[];
}

/** One bundle of a plan. */
export interface Step extends BundleId {
  readonly action: StepAction;
  /** The declaring file; null for a bundle that is only registered. */
  readonly path: string | null;
  /** The registered bundle's uuid; null for a bundle that is only declared. */
  readonly uuid: string | null;
  readonly declared: JsonObject | null;
  readonly registered: JsonObject | null;
  readonly desiredHash: string | null;
  readonly liveHash: string | null;
  /** Sorted by key; empty when unchanged. */
  readonly resources: readonly ResourceChange[];
  readonly jobSpecs: JobSpecChanges;
  /** Set where nothing that is registered may be shown: then it is not here either, and what changes is not known. */
  readonly withheld?: boolean;
}

/** What separates the registry from the repository, as data: made once, shown by the report, taken by apply. */
export interface Plan {
  readonly target: Target;
  /** Sorted by integration, then name. */
  readonly steps: readonly Step[];
  /** Over target and every step's identity, action and hashes. */
  readonly hash: string;
}

export interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
  readonly unchanged: number;
}

/** What became of one step when it was applied. */
export interface StepOutcome {
  readonly step: Step;
  readonly state: 'done' | 'failed' | 'not-tried';
  /** Why it failed or was not tried; empty when done. */
  readonly reason: string;
  /** Set where the registry took the bundle before something else of the step failed. */
  readonly written?: boolean;
}
