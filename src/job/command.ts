import type {CommandInput} from '../inputs/inputs.js';

/** What a step does. `close` marks the comment of a pull request that was closed without a merge. */
export type Command = 'validate' | 'plan' | 'apply' | 'drift' | 'close';

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
}

/** The part of GitHub's webhook payloads that is read (docs: Webhook events and payloads). Any of it may be missing. */
export interface Payload {
  readonly action?: string;
  readonly before?: string;
  readonly repository?: {readonly id?: number; readonly full_name?: string; readonly default_branch?: string};
  readonly pull_request?: {
    readonly number?: number;
    readonly merged?: boolean;
    readonly base?: {readonly sha?: string; readonly ref?: string};
    readonly head?: {readonly sha?: string};
  };
  readonly merge_group?: {readonly base_sha?: string; readonly head_sha?: string};
}

/** What the event means for a run. */
export interface Refs {
  /** The commit that people talk about: a pull request's head rather than its test merge. */
  readonly headSha: string;
  /** The commit whose bundles were declared before; null when the event has none. */
  readonly beforeSha: string | null;
  /** The pull request that the event is about; null for all other events. */
  readonly pullRequest: number | null;
}

/** The command for an event (contract: one step, every event). An explicit command overrides the event. */
export function commandFor(event: Event, input: CommandInput): Command {
  if (input !== 'auto') return input;
  switch (event.name) {
    case 'pull_request':
    case 'pull_request_target':
      if (event.payload.action !== 'closed') return 'plan';
      return event.payload.pull_request?.merged === true ? commandForMerge(event.payload) : 'close';
    case 'push':
      return event.ref === `refs/heads/${event.payload.repository?.default_branch ?? ''}`
        ? 'apply'
        : 'validate';
    case 'schedule':
      return 'drift';
    default:
      return 'plan';
  }
}

/** A merge is a push to the base branch, and only the default branch is applied: stacked pull requests are not. */
function commandForMerge({pull_request: pullRequest, repository}: Payload): Command {
  const [base, defaultBranch] = [pullRequest?.base?.ref, repository?.default_branch];
  return base === undefined || defaultBranch === undefined || base === defaultBranch ? 'apply' : 'validate';
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
