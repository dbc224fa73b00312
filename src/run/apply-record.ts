import {messageOf} from '../errors.js';
import {GitHubError} from '../github/errors.js';
import {commentKey} from '../job/identity.js';
import type {Job} from '../job/job.js';
import type {Notice} from '../job/notice.js';
import type {Deployment, DeploymentState, GitHub} from '../ports.js';

/** The task of our deployments: those of other tools in the same environment are not ours. */
const TASK = 'zis-bundles';

/** How many deployments are looked through for the last successful one; more would be another kind of trouble. */
const MOST_DEPLOYMENTS = 300;

/** What the deployments say of what was declared before. */
export interface Deployed {
  /** The commits of the deployments since, and including, the last successful one; newest first, each once. */
  readonly commits: readonly string[];
  /** Whether there is a successful one; else what came before the oldest of them is not recorded. */
  readonly complete: boolean;
}

/**
 * Reads the deployments back to the last one that carried out everything: a run that was cancelled or failed
 * half-way loses no deletion. Where there is none, the commit that the oldest one began from is taken in, too.
 */
export async function deployedCommits(job: Job, github: GitHub): Promise<Deployed> {
  const commits = new Set<string>();
  let oldestBefore: string | null = null;
  let seen = 0;
  for await (const deployment of github.deployments(TASK)) {
    seen += 1;
    if (seen > MOST_DEPLOYMENTS) break;
    if (!isOfThisStep(job, deployment)) continue;
    commits.add(deployment.sha);
    const {payload} = deployment;
    const isWhole = payload?.['deletionsKnown'] !== false;
    const statuses = isWhole ? await github.deploymentStatuses(deployment.id) : [];
    if (statuses.some(({state}) => state === 'success')) {
      return {commits: [...commits], complete: true};
    }
    const before = payload?.['before'];
    oldestBefore = typeof before === 'string' ? before : oldestBefore;
  }
  if (oldestBefore !== null) commits.add(oldestBefore);
  return {commits: [...commits], complete: false};
}

/** A record of an apply that has begun. */
export interface DeploymentRecord {
  /** Why there is none; empty when there is. */
  readonly notices: readonly Notice[];
  /** Says how it ended. @returns why that was not recorded; empty when it was */
  finish(state: Exclude<DeploymentState, 'in_progress'>, description: string): Promise<readonly Notice[]>;
}

/**
 * Records that an apply begins, as a GitHub deployment. Without the permission, or without GitHub, the apply
 * goes on unrecorded, and one notice says what is missing.
 *
 * @param deletionsKnown whether this apply can delete all that is to go; else the next one looks further back
 */
export async function beginDeployment(job: Job, deletionsKnown: boolean): Promise<DeploymentRecord> {
  const {github} = job.ports;
  if (github === null || job.event.sha === '') return unrecorded([]);
  const status = async (id: number, state: DeploymentState, description: string): Promise<void> => {
    await github.createDeploymentStatus(id, {state, description, logUrl: job.run.url});
  };
  try {
    const {id} = await github.createDeployment({
      sha: job.event.sha,
      environment: environmentOf(job),
      task: TASK,
      description: 'ZIS bundles',
      payload: {...ownerOf(job), before: job.refs.beforeSha, deletionsKnown}
    });
    await status(id, 'in_progress', 'The apply has begun.');
    return {
      notices: [],
      finish: (state, description) => noticesOf(() => status(id, state, description))
    };
  } catch (error) {
    return unrecorded([unrecordedNotice(error)]);
  }
}

function unrecorded(notices: readonly Notice[]): DeploymentRecord {
  return {notices, finish: () => Promise.resolve([])};
}

async function noticesOf(write: () => Promise<void>): Promise<readonly Notice[]> {
  try {
    await write();
    return [];
  } catch (error) {
    return [unrecordedNotice(error)];
  }
}

function unrecordedNotice(error: unknown): Notice {
  if (!(error instanceof GitHubError)) throw error;
  const remedy = error.kind === 'permission' ? ' Give the job the permission `deployments: write`.' : '';
  return {
    level: 'warning',
    text:
      `This apply is not recorded as a GitHub deployment (${messageOf(error)}), so that a later run knows only ` +
      `the commit before its own push.${remedy}`
  };
}

function environmentOf({inputs}: Job): string {
  return inputs.environment === '' ? (inputs.target?.subdomain ?? '') || 'zis' : inputs.environment;
}

/** What tells apart the steps that deploy to one environment. */
function ownerOf({inputs}: Job): {version: number; key: string; registryUrl: string} {
  return {version: 1, key: commentKey(inputs), registryUrl: inputs.target?.registryUrl ?? ''};
}

function isOfThisStep(job: Job, {payload}: Deployment): boolean {
  const {key, registryUrl} = ownerOf(job);
  return payload?.['key'] === key && payload['registryUrl'] === registryUrl;
}
