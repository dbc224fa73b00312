/** What the stand-in remembers, before it is put into the shape that the API shows. Times are ISO 8601. */

export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
}

export interface Label {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly color: string;
}

export interface Comment {
  readonly id: number;
  readonly issue: number;
  /** null when the author's account was deleted. */
  readonly author: Account | null;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
}

export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly author: Account;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: string | null;
  labels: readonly Label[];
  assignees: readonly Account[];
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  closedBy: Account | null;
  /** null for an issue that is no pull request. */
  readonly pull: Pull | null;
}

export interface Pull {
  readonly id: number;
  /** Whose repository the head branch is in: the repository's own owner, or a fork's. */
  readonly headOwner: Account;
  readonly headRef: string;
  /** The head where the pull request was closed; an open one follows its branch. */
  closedHead: string | null;
  readonly baseRef: string;
  readonly baseSha: string;
  readonly draft: boolean;
  mergedAt: string | null;
  mergedBy: Account | null;
  mergeSha: string | null;
  /** What the merge added to the base, oldest first, besides the head's own commits; `mergeSha` is the last. */
  readonly landed: string[];
}

/** An issue that is a pull request. */
export interface PullRequestIssue extends Issue {
  readonly pull: Pull;
}

export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly environment: string;
  readonly description: string | null;
  readonly payload: string | Readonly<Record<string, unknown>>;
  readonly transient: boolean;
  readonly production: boolean;
  readonly creator: Account;
  readonly createdAt: string;
  updatedAt: string;
  /** Oldest first. */
  readonly statuses: DeploymentStatus[];
}

export interface DeploymentStatus {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly environment: string;
  readonly environmentUrl: string;
  readonly logUrl: string;
  readonly creator: Account;
  readonly createdAt: string;
}

export type Permission = 'contents' | 'pull-requests' | 'issues' | 'deployments';
export type Access = 'read' | 'write' | 'none';

/** What a token may do. As in a workflow's `permissions`, what is not named is `none`. */
export interface TokenGrant {
  /** Whom the token speaks for; `github-actions[bot]` where it is not given. */
  readonly login?: string;
  /** A workflow's own token and those of Apps are installation tokens; `GET /user` refuses them. */
  readonly kind?: 'installation' | 'user';
  readonly permissions?: Readonly<Partial<Record<Permission, Access>>>;
}
