import os from 'node:os';

/** The `github` context of a step, as far as the runner shows it to an action. */
export interface RunContext {
  readonly eventName: string;
  /** The webhook's payload. */
  readonly event: Readonly<Record<string, unknown>>;
  /** `owner/repo` */
  readonly repository: string;
  /** The commit that started the run; for a pull request the one of GitHub's trial merge. */
  readonly sha: string;
  /** Such as `refs/heads/main` or `refs/pull/1/merge`. */
  readonly ref: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** What `github.token` gives. */
  readonly token: string;
  /** The checkout: an absolute path, and the folder that the action starts in. */
  readonly workspace: string;
  /** For a pull request: its branches. */
  readonly headRef?: string;
  readonly baseRef?: string;
  readonly actor?: string;
  readonly runId?: number;
  readonly runNumber?: number;
  readonly runAttempt?: number;
  readonly workflow?: string;
  readonly job?: string;
}

/** The GITHUB_ and RUNNER_ variables that do not name a file. */
export function contextVariables(context: RunContext): Record<string, string> {
  const [owner = ''] = context.repository.split('/');
  const actor = context.actor ?? 'octo-dev';
  const workflow = context.workflow ?? 'zis';
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: context.eventName,
    GITHUB_REPOSITORY: context.repository,
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_SHA: context.sha,
    GITHUB_REF: context.ref,
    GITHUB_REF_NAME: context.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: context.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_HEAD_REF: context.headRef ?? '',
    GITHUB_BASE_REF: context.baseRef ?? '',
    GITHUB_SERVER_URL: context.serverUrl,
    GITHUB_API_URL: context.apiUrl,
    GITHUB_GRAPHQL_URL: `${context.apiUrl}/graphql`,
    GITHUB_RUN_ID: String(context.runId ?? 1_000_000_001),
    GITHUB_RUN_NUMBER: String(context.runNumber ?? 1),
    GITHUB_RUN_ATTEMPT: String(context.runAttempt ?? 1),
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_WORKFLOW: workflow,
    GITHUB_WORKFLOW_REF: `${context.repository}/.github/workflows/${workflow}.yml@${context.ref}`,
    GITHUB_JOB: context.job ?? 'zis',
    GITHUB_ACTION: '__run',
    GITHUB_ACTOR: actor,
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_WORKSPACE: context.workspace,
    RUNNER_NAME: 'stand-in',
    RUNNER_OS: RUNNER_SYSTEMS[os.platform()] ?? 'Linux',
    RUNNER_ARCH: os.arch().toUpperCase(),
    RUNNER_ENVIRONMENT: 'self-hosted'
  };
}

const RUNNER_SYSTEMS: Readonly<Record<string, string>> = {darwin: 'macOS', linux: 'Linux', win32: 'Windows'};
