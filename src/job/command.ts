import type {CommandInput} from '../inputs/inputs.js';

/** What a step does. `close` marks the comment of a pull request that was closed without a merge. */
export type Command = 'validate' | 'plan' | 'apply' | 'drift' | 'restore' | 'close';

/** The workflow event, as far as it decides anything. */
export interface Event {
  /** GITHUB_EVENT_NAME. */
  readonly name: string;
  /** The webhook's payload. */
  readonly payload: Payload;
  /** GITHUB_REF, such as `refs/heads/main`. */
  readonly ref: string;
  /** GITHUB_SHA: the commit that was checked out unless the workflow says otherwise. */
  readonly sha: string;
  /** GITHUB_REPOSITORY: `owner/name`; empty outside a workflow. */
  readonly repository: string;
  /** Names the step within the repository: its workflow file, job and action; empty outside a workflow. */
  readonly step: string;
}

/** The part of GitHub's webhook payloads that is read (docs: Webhook events and payloads). Any of it may be missing. */
export interface Payload {
  readonly action?: string;
  readonly before?: string;
  /** Whether a push replaced commits instead of adding to them. */
  readonly forced?: boolean;
  readonly repository?: {
    readonly id?: number;
    readonly full_name?: string;
    readonly default_branch?: string;
    /** `public`, `private` or `internal`. */
    readonly visibility?: string;
    readonly private?: boolean;
  };
  readonly pull_request?: {
    readonly number?: number;
    readonly merged?: boolean;
    readonly merge_commit_sha?: string | null;
    readonly base?: {readonly sha?: string; readonly ref?: string};
    readonly head?: {readonly sha?: string};
  };
  readonly merge_group?: {readonly base_sha?: string; readonly head_sha?: string};
  /** Of a comment: an issue, or with `pull_request` a pull request. */
  readonly issue?: {readonly number?: number; readonly pull_request?: object};
}

/** What the event means for a run. */
export interface Refs {
  /** The commit that people talk about: a pull request's head rather than its test merge; else the one that is checked out. */
  readonly headSha: string;
  /** The commit whose bundles were declared before; null when the event has none. */
  readonly beforeSha: string | null;
  /** The pull request that the event is about; null for all other events. */
  readonly pullRequest: number | null;
}

/**
 * The command for an event (contract: one step, every event). An explicit command overrides the event.
 *
 * @param deployBranch the input; empty means the default branch. Where the event does not name that either, as with
 *   some runners, pushes and merges are only validated.
 */
export function commandFor(event: Event, input: CommandInput, deployBranch = ''): Command {
  if (input !== 'auto') return input;
  const {action, pull_request: pullRequest} = event.payload;
  const branch = deployBranchOf(event, deployBranch);
  switch (event.name) {
    case 'pull_request':
    case 'pull_request_target':
      if (action !== 'closed') return 'plan';
      if (pullRequest?.merged !== true) return 'close';
      // A merge is a push to its base, and stacked pull requests are merged into other branches.
      return branch !== null && pullRequest.base?.ref === branch ? 'apply' : 'validate';
    case 'push':
      return branch !== null && branchOf(event) === branch ? 'apply' : 'validate';
    case 'schedule':
      return 'drift';
    default:
      return 'plan';
  }
}

/** The branch whose pushes and merges are applied; null where neither the input nor the event names it. */
export function deployBranchOf({payload}: Pick<Event, 'payload'>, input: string): string | null {
  return input === '' ? (payload.repository?.default_branch ?? null) : input;
}

/** The branch that was pushed, or that the run is for; null for tags and pull requests. */
export function branchOf({ref}: Pick<Event, 'ref'>): string | null {
  return /^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? null;
}

/** Whether the event is the merge of a pull request. */
export function isMerge({payload}: Pick<Event, 'payload'>): boolean {
  return payload.action === 'closed' && payload.pull_request?.merged === true;
}

/** The commits and the pull request of an event. */
export function refsOf(event: Event): Refs {
  const {pull_request: pullRequest, merge_group: mergeGroup, before} = event.payload;
  if (pullRequest !== undefined) {
    return {
      headSha: pullRequest.head?.sha ?? event.sha,
      beforeSha: commitOrNull(pullRequest.base?.sha),
      pullRequest: pullRequest.number ?? null
    };
  }
  if (mergeGroup !== undefined) {
    return {
      headSha: mergeGroup.head_sha ?? event.sha,
      beforeSha: commitOrNull(mergeGroup.base_sha),
      pullRequest: null
    };
  }
  return {
    headSha: event.sha,
    beforeSha: event.name === 'push' ? commitOrNull(before) : null,
    pullRequest: null
  };
}

/** A push that creates a branch has a `before` of forty zeros. */
function commitOrNull(sha: string | undefined): string | null {
  return sha === undefined || /^0*$/.test(sha) ? null : sha;
}
