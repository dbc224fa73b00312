export interface GitHubStateOptions {
  /** An organization; `acme` where it is not given. */
  readonly owner?: string;
  readonly repo?: string;
  readonly defaultBranch?: string;
  readonly private?: boolean;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

export interface CommitOptions {
  readonly message?: string;
  readonly author?: string;
}

export interface PullRequestOptions {
  /** A branch, or `owner:branch` for one of a fork. */
  readonly head: string;
  /** The default branch where it is not given. */
  readonly base?: string;
  readonly title?: string;
  readonly body?: string;
  readonly author?: string;
  readonly draft?: boolean;
  readonly labels?: readonly string[];
}

export interface MergeOptions {
  /** `merge` makes a merge commit, `squash` one plain commit on the base, `rebase` one for each of the head's. */
  readonly method?: 'merge' | 'squash' | 'rebase';
  readonly by?: string;
}

export interface Merge {
  /** Where the base branch stood before. */
  readonly before: string;
  readonly mergeSha: string;
  /** `refs/heads/…` of the base branch. */
  readonly ref: string;
}
