import type {DeclaredBundle} from '../bundle/model.js';
import {messageOf} from '../errors.js';
import {GitHubError} from '../github/errors.js';
import {scrubberOf} from '../secrets/scrub.js';
import {secretsOf} from '../inputs/secrets.js';
import {inCheckout} from '../job/applied-commit.js';
import {repositoryOf, scopeOf} from '../job/identity.js';
import type {Job} from '../job/job.js';
import type {Notice} from '../job/notice.js';
import {encodeRecord, inputsHash, type ApplyRecord, type RecordedBundle} from '../plan/record.js';
import type {DeploymentState} from '../ports.js';
import {isForced} from './candidates.js';
import type {DeclaredBefore} from './declared-before.js';
import {TASK} from './records.js';

/** What an apply records of itself. */
export interface ApplyBasis {
  readonly declared: readonly DeclaredBundle[];
  readonly before: DeclaredBefore;
  /** Whether this apply can delete all that is to go; else the next one looks further back. */
  readonly deletionsKnown: boolean;
  /** The qualified names of the job specs that are installed now, of bundles that this apply replaces. */
  readonly installed: readonly string[];
}

/** A record of an apply that has begun. */
export interface DeploymentRecord {
  /** Who created it, which is whom our records are by; null when there is none. */
  readonly creator: string | null;
  /** Why there is none; empty when there is. */
  readonly notices: readonly Notice[];
  /** Says how it ended. @returns why that was not recorded; empty when it was */
  finish(state: Exclude<DeploymentState, 'in_progress'>, description: string): Promise<readonly Notice[]>;
}

/**
 * Records that an apply begins, as a GitHub deployment. Without the permission, or without GitHub, the apply
 * goes on unrecorded, and one notice says what is missing.
 */
export async function beginDeployment(job: Job, basis: ApplyBasis): Promise<DeploymentRecord> {
  // Of a commit that GitHub does not have there can be no record, and that has been said.
  return basis.before.isKnown ? record(job, job.commit.sha, recordOf(job, basis)) : unrecorded([]);
}

/**
 * Records that a backup begins to be put back, at the commit that was deployed last: what is registered afterwards is
 * no commit's.
 *
 * @param sha     that commit; empty where there is none
 * @param bundles what is registered afterwards, as far as this step deploys it; null where they are too many to say
 */
export async function beginRestore(
  job: Job,
  sha: string,
  bundles: readonly RecordedBundle[] | null
): Promise<DeploymentRecord> {
  const {inputs, event} = job;
  return record(job, sha, {
    scope: scopeOf(inputs),
    registryUrl: inputs.target?.registryUrl ?? '',
    step: event.step,
    inputs: inputsHash(inputs.bundles, inputs),
    bundles,
    before: null,
    deletionsKnown: true,
    unmerged: false,
    restore: true,
    installed: []
  });
}

/** @param sha the commit; without one, and without GitHub, nothing is recorded */
async function record(job: Job, sha: string, payload: ApplyRecord): Promise<DeploymentRecord> {
  const {github} = job.ports;
  if (github === null || sha === '') return unrecorded([]);
  const status = async (id: number, state: DeploymentState, description: string): Promise<void> => {
    await github.createDeploymentStatus(id, {state, description, logUrl: job.run.url});
  };
  try {
    const {id, creator} = await github.createDeployment({
      sha,
      environment: environmentOf(job),
      task: TASK,
      description: 'ZIS bundles',
      payload: encodeRecord(payload, job.inputs.planKey, {
        repository: repositoryOf(job.event),
        sha
      })
    });
    await status(id, 'in_progress', payload.restore ? 'A backup is put back.' : 'The apply has begun.');
    return {
      creator,
      notices: [],
      finish: (state, description) => noticesOf(() => status(id, state, description))
    };
  } catch (error) {
    return unrecorded([unrecordedNotice(error)]);
  }
}

function recordOf(job: Job, {declared, before, deletionsKnown, installed}: ApplyBasis): ApplyRecord {
  const {inputs, event, refs, commit} = job;
  const bundles = declared.map(({integration, name, path, hash}): RecordedBundle => ({
    integration,
    name,
    path: inCheckout(commit, path) ?? path,
    desiredHash: hash
  }));
  // A credential in a name is a finding, and must not go further. The tree then tells what was declared.
  const text = JSON.stringify(bundles);
  const isClean = scrubberOf(secretsOf(inputs))(text) === text;
  return {
    scope: scopeOf(inputs),
    registryUrl: inputs.target?.registryUrl ?? '',
    step: event.step,
    inputs: inputsHash(inputs.bundles, inputs),
    bundles: isClean ? bundles : null,
    before: isForced(job) ? null : refs.beforeSha,
    deletionsKnown,
    unmerged: before.isUnmerged,
    restore: false,
    // With other modes nothing asks for them.
    installed: inputs.jobSpecs === 'keep' ? installed : []
  };
}

function unrecorded(notices: readonly Notice[]): DeploymentRecord {
  return {creator: null, notices, finish: () => Promise.resolve([])};
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
