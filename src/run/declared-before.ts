import {idKey} from '../bundle/identity.js';
import type {DeclaredBundle} from '../bundle/model.js';
import {createMatcher} from '../bundle/patterns.js';
import {messageOf} from '../errors.js';
import {GitHubError} from '../github/errors.js';
import type {Job} from '../job/job.js';
import type {Notice} from '../job/notice.js';
import {declaredBefore, type DeclaredBefore} from '../plan/declared-at.js';
import type {History} from '../ports.js';
import {deployedCommits, type Deployed} from './apply-record.js';

export interface Previously {
  /** Every version of every bundle among them, the newest first; empty when it is not known. */
  readonly versions: readonly DeclaredBundle[];
  /** What was declared before, in files that are no longer the same; null when that is not known, and nothing is to be deleted. */
  readonly bundles: readonly DeclaredBundle[] | null;
  readonly notices: readonly Notice[];
}

/**
 * What was declared before, for `deletes: removed`: at the commits of the deployments since the last
 * successful one; where there is no such record, also at the push's `before` or the pull request's base. Whatever
 * keeps this from being known becomes a notice, and then nothing is deleted.
 *
 * @param current the blob SHA-1 of each file that is declared now, by path
 */
export async function previouslyDeclared(
  job: Job,
  current: ReadonlyMap<string, string>
): Promise<Previously> {
  const {history} = job.ports;
  if (job.inputs.deletes !== 'removed') return {versions: [], bundles: null, notices: []};
  if (history === null) return unknown(job, 'there is no github-token to read it with');
  try {
    const commits = await commitsBefore(job);
    const {beforeSha} = job.refs;
    if (commits.length === 0) return unknown(job, 'this event names no commit to compare with');
    const read = await Promise.all(commits.map((commit) => declaredAt(job, history, commit, current)));
    const missing = commits.filter((_, index) => read[index] === null);
    const found = read.filter((before) => before !== null);
    // A record of commits that are all gone is as good as none.
    const fallback =
      found.length === 0 && beforeSha !== null ? await declaredAt(job, history, beforeSha, current) : null;
    if (fallback !== null) found.push(fallback);
    if (found.length === 0) return unknown(job, `GitHub does not have the commit ${missing.join(', ')}`);
    const notices = [...missing.map(gone), ...found.flatMap((before) => before.unreadable).map(unreadable)];
    const versions = found.flatMap((before) => before.bundles);
    return {versions, bundles: newestOf(versions), notices};
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return unknown(
      job,
      `GitHub did not give it (${messageOf(error)}); it needs the permission contents: read`
    );
  }
}

/** What a commit declared in files that are no longer the same; null when GitHub does not have the commit. */
export function declaredAt(
  {inputs}: Job,
  history: History,
  commitSha: string,
  current: ReadonlyMap<string, string>
): Promise<DeclaredBefore | null> {
  const matcher = createMatcher(inputs.bundles);
  return declaredBefore(history, {commitSha, matcher, values: inputs, current});
}

async function commitsBefore(job: Job): Promise<readonly string[]> {
  const {commits, complete} = await recordedCommits(job);
  const {beforeSha} = job.refs;
  return complete || beforeSha === null ? commits : [...new Set([...commits, beforeSha])];
}

/** A record that may not be read is as good as none: beginDeployment says what permission is missing. */
async function recordedCommits(job: Job): Promise<Deployed> {
  const none: Deployed = {commits: [], complete: false};
  const {github} = job.ports;
  if (github === null) return none;
  try {
    return await deployedCommits(job, github);
  } catch (error) {
    if (error instanceof GitHubError && error.kind !== 'unavailable') return none;
    throw error;
  }
}

/** Of a bundle that several commits declared, the newest. */
function newestOf(versions: readonly DeclaredBundle[]): DeclaredBundle[] {
  const bundles = new Map<string, DeclaredBundle>();
  for (const bundle of versions) {
    if (!bundles.has(idKey(bundle))) bundles.set(idKey(bundle), bundle);
  }
  return [...bundles.values()];
}

/** A drift check and a plan by hand have no commit before them by nature: for them this is no news. */
function unknown({command, event, refs}: Job, why: string): Previously {
  const expected = refs.beforeSha === null && event.name !== 'push' && command !== 'apply';
  const text = `Nothing is deleted in this run: what was declared before is not known, because ${why}.`;
  return {versions: [], bundles: null, notices: expected ? [] : [{level: 'notice', text}]};
}

function gone(commit: string): Notice {
  return {
    level: 'notice',
    text: `What the commit ${commit} declared is not known, because GitHub does not have it any more.`
  };
}

function unreadable(path: string): Notice {
  const text = `What ${path} declared before is not known, because it was no readable bundle then; it causes no deletion.`;
  return {level: 'notice', text};
}
