import {messageOf} from '../errors.js';
import {GitHubError} from '../github/errors.js';
import {
  commentKey,
  isForThisStep,
  ownLogin,
  repositoryOf,
  targetOf,
  WORKFLOW_LOGIN
} from '../job/identity.js';
import type {Job} from '../job/job.js';
import type {GitHub, IssueComment} from '../ports.js';
import {markComment, readHeader, sameSubstance, type CommentState, type Header} from '../report/header.js';
import {isSigned, signComment, type CommentPlace} from '../report/signature.js';
import {plain} from '../visible.js';

export interface CommentResult {
  readonly id: number;
  readonly url: string;
}

/** What a comment would say; made only when it is going to be compared or written. */
export interface CommentDraft {
  /** Whether there is enough to say to create one where none exists. */
  readonly worthCreating: boolean;
  /** Whether an existing comment with this header gives way to this one. */
  readonly replaces: (header: Header) => boolean;
  /** @param plan the header of the plan that the comment showed until now; null when there is none to be trusted */
  readonly body: (plan: Header | null) => string;
  /** Headline and table alone, for when GitHub finds the body too long. */
  readonly minimalBody: (plan: Header | null) => string;
}

/**
 * Writes the one comment of this pull request, comment-key, matrix and target: creates it, updates it, or
 * leaves it alone when it says the same already. Never throws for what GitHub answers: without permission or
 * network the job summary carries the report, and one warning says what is missing.
 *
 * @returns the comment as it now stands; null when there is none
 */
export async function writeComment(
  job: Job,
  pullRequest: number,
  draft: CommentDraft
): Promise<CommentResult | null> {
  const {github} = job.ports;
  if (job.inputs.comment === 'never') return null;
  if (github === null) {
    job.ports.log.warning(plain`No pull request comment is written: there is no github-token.`);
    return null;
  }
  return degrade(job, async () => {
    const existing = await findOwnComment(job, github, pullRequest);
    if (existing === null && !draft.worthCreating && job.inputs.comment === 'changes') return null;
    if (existing !== null && !draft.replaces(existing.header)) return existing;
    const bodyOf: BodyOf = (earlier) => signed(job, pullRequest, draft.body(planIn(job, earlier)));
    const minimalBodyOf: BodyOf = (earlier) =>
      signed(job, pullRequest, draft.minimalBody(planIn(job, earlier)));
    const body = bodyOf(existing);
    const isSettled = existing !== null && (job.inputs.planKey === '' || existing.isSigned);
    if (isSettled && sameSubstance(existing.body, body)) return existing;
    if (job.command === 'plan' && !(await isCurrent(job, github, pullRequest))) return existing;
    const write = (of: BodyOf): Promise<IssueComment> =>
      existing === null
        ? create(job, github, pullRequest, of)
        : github.updateComment(existing.id, of(existing));
    try {
      return await write(bodyOf);
    } catch (error) {
      if (!(error instanceof GitHubError) || error.kind !== 'too-long') throw error;
      return write(minimalBodyOf);
    }
  });
}

/** The comment in the place of an earlier one; null for none. */
type BodyOf = (earlier: OwnComment | null) => string;

/** The header of the plan that an earlier run wrote; where there is a plan-key, only one that was signed with it. */
function planIn({inputs}: Job, existing: OwnComment | null): Header | null {
  return existing !== null && (inputs.planKey === '' || existing.isSigned) ? existing.header : null;
}

function signed(job: Job, pullRequest: number, body: string): string {
  return signComment(body, job.inputs.planKey, placeOf(job, pullRequest));
}

function placeOf(job: Job, pullRequest: number): CommentPlace {
  const {registryUrl, subdomain} = targetOf(job.inputs);
  const scope = JSON.stringify([registryUrl, subdomain, commentKey(job.inputs)]);
  return {repository: repositoryOf(job.event), pullRequest, scope};
}

/** Says in the comment, if there is one, that the pull request was closed without being merged. */
export async function closeComment(job: Job): Promise<CommentResult | null> {
  const {pullRequest} = job.refs;
  if (pullRequest === null) return null;
  return mark(
    job,
    pullRequest,
    'closed',
    'This pull request was closed without being merged; nothing was applied.'
  );
}

/** Says in the comment of another pull request, if there is one, that an apply brought its changes too. */
export function markApplied(job: Job, pullRequest: number): Promise<CommentResult | null> {
  const text = `Applied by run ${job.run.id}, together with other pull requests.`;
  return mark(job, pullRequest, 'applied', text);
}

async function mark(
  job: Job,
  pullRequest: number,
  state: CommentState,
  sentence: string
): Promise<CommentResult | null> {
  const {github} = job.ports;
  if (github === null || job.inputs.comment === 'never') return null;
  return degrade(job, async () => {
    const existing = await findOwnComment(job, github, pullRequest);
    if (existing === null) return null;
    const body = markComment(existing.body, state, sentence);
    if (body === existing.body) return existing;
    // An unsigned comment stays unsigned: it may have been changed, and signing it would vouch for that.
    const text = existing.isSigned ? signed(job, pullRequest, body) : body;
    return github.updateComment(existing.id, text);
  });
}

/**
 * The comment whose author we are and whose header has our key and target, through all pages. Others may write in
 * the same name, such as another workflow with its token: one that is signed with our plan-key comes first.
 *
 * @param loginOf who we are, when a guess is not enough
 */
export async function findOwnComment(
  job: Job,
  github: GitHub,
  pullRequest: number,
  loginOf: (github: GitHub) => Promise<string> = ownLogin
): Promise<OwnComment | null> {
  const [comments, author] = await Promise.all([github.listComments(pullRequest), loginOf(github)]);
  return ownComment(job, comments, {author, pullRequest});
}

export interface OwnComment extends IssueComment {
  readonly header: Header;
  /** Whether it is as somebody with our plan-key wrote it; false without a plan-key. */
  readonly isSigned: boolean;
}

function ownComment(
  job: Job,
  comments: readonly IssueComment[],
  {author, pullRequest}: {readonly author: string; readonly pullRequest: number}
): OwnComment | null {
  const place = placeOf(job, pullRequest);
  const own: OwnComment[] = [];
  for (const comment of comments) {
    const header = comment.author?.login === author ? readHeader(comment.body) : null;
    if (header === null || !isForThisStep(job, header)) continue;
    own.push({...comment, header, isSigned: isSigned(comment.body, job.inputs.planKey, place)});
  }
  const key = commentKey(job.inputs);
  return (
    own.find((comment) => comment.isSigned) ??
    own.find((comment) => comment.header.key === key) ??
    own[0] ??
    null
  );
}

/**
 * Creates the comment. The token of a GitHub App cannot ask for its own name, but the new comment tells it:
 * where an earlier one of the same author is there, that one is updated and the new one removed.
 */
async function create(job: Job, github: GitHub, pullRequest: number, bodyOf: BodyOf): Promise<IssueComment> {
  const created = await github.createComment(pullRequest, bodyOf(null));
  const author = created.author?.login ?? WORKFLOW_LOGIN;
  if (author === WORKFLOW_LOGIN) return created;
  const comments = (await github.listComments(pullRequest)).filter(({id}) => id !== created.id);
  const earlier = ownComment(job, comments, {author, pullRequest});
  if (earlier === null) return created;
  const updated = await github.updateComment(earlier.id, bodyOf(earlier));
  await github.deleteComment(created.id);
  return updated;
}

/** Whether the pull request's head is still the commit of this run: an old run never overwrites a newer one. */
async function isCurrent({refs, ports}: Job, github: GitHub, pullRequest: number): Promise<boolean> {
  const headSha = await currentHead(github, pullRequest);
  if (headSha === null || headSha === refs.headSha) return true;
  ports.log.info(
    plain`The comment is left to a newer run: the pull request's head is ${headSha}, this run is for ${refs.headSha}.`
  );
  return false;
}

/** null when GitHub does not say: then the comment is written, as the only run that is known of. */
async function currentHead(github: GitHub, pullRequest: number): Promise<string | null> {
  try {
    return (await github.pullRequest(pullRequest)).headSha;
  } catch (error) {
    if (error instanceof GitHubError) return null;
    throw error;
  }
}

async function degrade<T>({ports}: Job, write: () => Promise<T | null>): Promise<T | null> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const remedy =
      error.kind === 'permission'
        ? ' Give the job the permission `pull-requests: write`; pull requests from forks never have it.'
        : '';
    ports.log.warning(
      plain`The pull request comment was not written: ${messageOf(error)}.${remedy} The job summary has the report.`
    );
    return null;
  }
}
