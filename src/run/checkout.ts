import {createMatcher} from '../bundle/patterns.js';
import {messageOf, UserError} from '../errors.js';
import {GitHubError} from '../github/errors.js';
import {isMerge} from '../job/command.js';
import type {Job} from '../job/job.js';
import type {Notice} from '../job/notice.js';
import type {CommitTree, GitHub} from '../ports.js';

/** What the applied commit holds, by which it is known what was left out and what was removed. */
export interface HeadTree {
  /** null when it is not known. */
  readonly tree: CommitTree | null;
  /** Why it is not known, an end for "Nothing is deleted: …"; empty when it is, and in a terminal without git. */
  readonly doubt: string;
  /** Whether there is such a commit, as far as GitHub said: else there is nothing to compare it with. */
  readonly hasCommit: boolean;
}

/** Reads the tree of the applied commit; never throws for what GitHub answers. */
export async function readHeadTree({commit, inputs, ports}: Job): Promise<HeadTree> {
  const none = (doubt: string, hasCommit = false): HeadTree => ({tree: null, doubt, hasCommit});
  if (commit.doubt !== '') return none(commit.doubt);
  if (ports.history === null) return none('there is no github-token to read the files of the commit with');
  if (commit.sha === '') {
    return none(commit.source === 'terminal' ? '' : 'nothing tells which commit this is');
  }
  try {
    const matcher = createMatcher(inputs.bundles);
    const tree = await ports.history.tree(commit.sha, (folder) => matcher.mayHold(folder));
    if (tree !== null) return {tree, doubt: '', hasCommit: true};
    return none(
      `GitHub does not have the commit ${short(commit.sha)} (it was made in this job, or not pushed)`
    );
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return none(
      `GitHub did not give the files of the commit (${messageOf(error)}), for which contents: read is needed`,
      true
    );
  }
}

/**
 * Stops where files of the commit are not in the workspace: a sparse checkout, or a step that removed them, is no
 * deletion.
 *
 * @throws UserError `incomplete-checkout`
 */
export async function refuseIncomplete({commit, inputs, files, ports}: Job, {tree}: HeadTree): Promise<void> {
  if (tree === null) return;
  const matcher = createMatcher(inputs.bundles);
  const found = new Set(files.map(({path}) => path));
  const missing = tree.files
    .map(({path}) => path)
    .filter((path) => matcher.matches(path) && !found.has(path));
  const leftOut = missing.length === 0 ? [] : await ports.files.leftOut(missing);
  if (leftOut.length === 0) return;
  const [verb, noun] = leftOut.length === 1 ? ['is', 'a file'] : ['are', `${leftOut.length} files`];
  throw new UserError(
    'incomplete-checkout',
    `${noun} of the commit ${short(commit.sha)} that match bundles ${verb} not in the workspace: ${someOf(leftOut)}`,
    'A file that is not checked out is no deletion. Check all of them out (actions/checkout without ' +
      '`sparse-checkout:`, or with their folders in it). Files that an earlier step removes on purpose are left ' +
      'out by a line `!path` in `bundles`.'
  );
}

/**
 * Stops where something else than the pull request is checked out: a comparison of the base branch with the
 * registry says nothing of the pull request, however green.
 *
 * @throws UserError `wrong-checkout`
 */
export async function refuseWrongCheckout(job: Job): Promise<readonly Notice[]> {
  const {commit, command, ports} = job;
  const right = rightCheckout(job);
  if (right === null || commit.sha === '' || commit.source !== 'checkout') return [];
  if (right.exactly.includes(commit.sha)) return [];
  const why =
    ports.github === null ? 'there is no github-token to ask with' : await notRight(job, ports.github, right);
  if (why === null) return [];
  // A check of files alone promises nothing of the registry, and must work where GitHub does not.
  if (command === 'validate') return [];
  const text = `Whether the pull request is checked out could not be found out: ${why}.`;
  return [{level: 'warning', text}];
}

interface RightCheckout {
  /** These commits are right. */
  readonly exactly: readonly string[];
  /** So are all that descend from this one. */
  readonly from: string;
  readonly what: string;
  /** The lines of workflow that mend a wrong one. */
  readonly hint: string;
}

/** What a pull request's run must have checked out; null for other events. */
function rightCheckout({command, event, refs}: Job): RightCheckout | null {
  if (refs.pullRequest === null) return null;
  if (isMerge(event)) {
    const merge = event.payload.pull_request?.merge_commit_sha ?? event.sha;
    // A merge into another branch is validated as it comes.
    if (command === 'validate' || merge === '') return null;
    return {
      exactly: [merge],
      from: merge,
      what: `the merge of pull request #${refs.pullRequest}`,
      hint: 'Give actions/checkout `ref: ${{ github.event.pull_request.merge_commit_sha }}`.'
    };
  }
  if (refs.headSha === '') return null;
  const isPlain = event.name === 'pull_request';
  return {
    exactly: isPlain ? [event.sha, refs.headSha] : [refs.headSha],
    from: refs.headSha,
    what: `pull request #${refs.pullRequest}`,
    hint: isPlain
      ? 'Leave out `ref:` of actions/checkout: it then takes the merge of the pull request.'
      : `Give actions/checkout \`ref: refs/pull/${refs.pullRequest}/head\` (in a workflow: ` +
        '`refs/pull/${{ github.event.number || github.event.issue.number }}/head`), and read in ' +
        'docs/deploys.md what that opens to strangers.'
  };
}

/** @returns null when it is right after all, else why nobody knows @throws UserError when it is wrong */
async function notRight(job: Job, github: GitHub, right: RightCheckout): Promise<string | null> {
  const {commit, ports, refs} = job;
  try {
    const found = await github.compare(right.from, commit.sha);
    if (found?.status === 'ahead' || found?.status === 'identical') return null;
    if (found === null && (await ports.history?.tree(commit.sha)) === null) {
      return `GitHub does not have the commit ${short(commit.sha)}, which is checked out`;
    }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return messageOf(error);
  }
  const wanted = right.from === refs.headSha ? `its head is ${short(right.from)}` : short(right.from);
  throw new UserError(
    'wrong-checkout',
    `the commit ${short(commit.sha)} is checked out, which is not ${right.what} (${wanted}): nothing was compared`,
    right.hint
  );
}

/** A commit as messages name it. */
export function short(sha: string): string {
  return sha.slice(0, 12);
}

/** At most ten, and how many more. */
export function someOf(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(', ');
  return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}
