import {idKey} from './plan/plan.js';
import {createMatcher} from './bundle/patterns.js';
import type {DeclaredBundle} from './bundle/model.js';
import {deployedCommits} from './deployment.js';
import {messageOf} from './errors.js';
import {GitHubError} from './github/errors.js';
import type {Job, Notice} from './job.js';
import {declaredBefore, type DeclaredBefore} from './plan/declared-before.js';
import type {GitHub} from './ports.js';

export interface Previously {
  /** What was declared before, in files that are no longer the same; null when that is not known, and nothing is to be deleted. */
  readonly bundles: readonly DeclaredBundle[] | null;
  readonly notices: readonly Notice[];
}

/**
 * What was declared before, for `deletes: removed`: at the commits of the deployments since the last
 * successful one; where there is no such record, at the push's `before` or the pull request's base. Whatever
 * keeps this from being known becomes a notice, and then nothing is deleted.
 *
 * @param current the blob SHA-1 of each file that is declared now, by path
 */
export async function previouslyDeclared(
  job: Job,
  current: ReadonlyMap<string, string>
): Promise<Previously> {
  const {github} = job.ports;
  if (job.inputs.deletes !== 'removed') return {bundles: null, notices: []};
  if (github === null) return unknown(job, 'there is no github-token to read it with');
  try {
    const commits = await commitsBefore(job, github);
    if (commits.length === 0) return unknown(job, 'this event names no commit to compare with');
    const read = await Promise.all(commits.map((commit) => declaredAt(job, github, commit, current)));
    const missing = commits.filter((_, index) => read[index] === null);
    const found = read.filter((before) => before !== null);
    if (found.length === 0) return unknown(job, `GitHub does not have the commit ${missing.join(', ')}`);
    const notices = [...missing.map(gone), ...found.flatMap((before) => before.unreadable).map(unreadable)];
    return {bundles: union(found), notices};
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
  github: GitHub,
  commitSha: string,
  current: ReadonlyMap<string, string>
): Promise<DeclaredBefore | null> {
  const matcher = createMatcher(inputs.bundles);
  return declaredBefore(github, {commitSha, matcher, integration: inputs.integration, current});
}

async function commitsBefore(job: Job, github: GitHub): Promise<readonly string[]> {
  return (await recordedCommits(job, github)) ?? (job.refs.beforeSha === null ? [] : [job.refs.beforeSha]);
}

/** A record that may not be read is as good as none: beginDeployment says what permission is missing. */
async function recordedCommits(job: Job, github: GitHub): Promise<readonly string[] | null> {
  try {
    const commits = await deployedCommits(job, github);
    return commits === null ? null : [...new Set(commits)];
  } catch (error) {
    if (error instanceof GitHubError && error.kind !== 'unavailable') return null;
    throw error;
  }
}

/** Of a bundle that several commits declared, the newest. */
function union(found: readonly DeclaredBefore[]): DeclaredBundle[] {
  const bundles = new Map<string, DeclaredBundle>();
  for (const bundle of found.flatMap((before) => before.bundles)) {
    if (!bundles.has(idKey(bundle))) bundles.set(idKey(bundle), bundle);
  }
  return [...bundles.values()];
}

/** A drift check and a plan by hand have no commit before them by nature: for them this is no news. */
function unknown({command, event, refs}: Job, why: string): Previously {
  const expected = refs.beforeSha === null && event.name !== 'push' && command !== 'apply';
  const text = `Nothing is deleted in this run: what was declared before is not known, because ${why}.`;
  return {bundles: null, notices: expected ? [] : [{level: 'notice', text}]};
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
