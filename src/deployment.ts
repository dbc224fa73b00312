import {messageOf} from './errors.js';
import {GitHubError} from './github/errors.js';
import type {Job, RunRecord} from './job.js';
import type {Deployment, DeploymentState, GitHub} from './ports.js';
import {commentKey} from './comment.js';

/** The task of our deployments: those of other tools in the same environment are not ours. */
const TASK = 'zis-bundles';

/** How many deployments are looked through for the last successful one; more would be another kind of trouble. */
const MOST_DEPLOYMENTS = 100;

/**
 * The commits of the deployments since, and including, the last successful one: a run that was cancelled or
 * failed half-way loses no deletion. Newest first.
 *
 * @returns null where there is no record of a success, or it cannot be read
 */
export async function deployedCommits(job: Job, github: GitHub): Promise<readonly string[] | null> {
  const commits: string[] = [];
  let seen = 0;
  for await (const deployment of github.deployments(environmentOf(job), TASK)) {
    seen += 1;
    if (seen > MOST_DEPLOYMENTS) return null;
    if (!isOfThisStep(job, deployment)) continue;
    commits.push(deployment.sha);
    if ((await github.deploymentStates(deployment.id)).includes('success')) return commits;
  }
  return null;
}

/** A record of an apply that has begun. */
export interface DeploymentRecord {
  /** Says how it ended. */
  finish(state: Exclude<DeploymentState, 'in_progress'>, description: string): Promise<void>;
}

/**
 * Records that an apply begins, as a GitHub deployment. Without the permission, or without GitHub, the apply
 * goes on unrecorded, and one notice says what is missing.
 */
export async function beginDeployment(job: Job, record: RunRecord): Promise<DeploymentRecord> {
  const {github} = job.ports;
  const unrecorded: DeploymentRecord = {finish: () => Promise.resolve()};
  if (github === null || job.event.sha === '') return unrecorded;
  const status = async (id: number, state: DeploymentState, description: string): Promise<void> => {
    await github.createDeploymentStatus(id, {state, description, logUrl: job.run.url});
  };
  try {
    const {id} = await github.createDeployment({
      sha: job.event.sha,
      environment: environmentOf(job),
      task: TASK,
      description: 'ZIS bundles',
      payload: payloadOf(job)
    });
    await status(id, 'in_progress', 'The apply has begun.');
    return {finish: (state, description) => recordOrSay(record, () => status(id, state, description))};
  } catch (error) {
    noteUnrecorded(record, error);
    return unrecorded;
  }
}

async function recordOrSay(record: RunRecord, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    noteUnrecorded(record, error);
  }
}

function noteUnrecorded(record: RunRecord, error: unknown): void {
  if (!(error instanceof GitHubError)) throw error;
  const remedy = error.kind === 'permission' ? ' Give the job the permission `deployments: write`.' : '';
  record.notices.push({
    level: 'warning',
    text:
      `This apply is not recorded as a GitHub deployment (${messageOf(error)}), so that a later run knows only ` +
      `the commit before its own push.${remedy}`
  });
}

function environmentOf({inputs}: Job): string {
  return inputs.environment === '' ? (inputs.target?.subdomain ?? '') || 'zis' : inputs.environment;
}

/** What tells apart the steps that deploy to one environment. */
function payloadOf({inputs}: Job): {version: number; key: string; registryUrl: string} {
  return {version: 1, key: commentKey(inputs), registryUrl: inputs.target?.registryUrl ?? ''};
}

function isOfThisStep(job: Job, {payload}: Deployment): boolean {
  const {key, registryUrl} = payloadOf(job);
  return payload?.['key'] === key && payload['registryUrl'] === registryUrl;
}
