import {messageOf, UserError} from '../errors.js';
import {GitHubError} from '../github/errors.js';
import type {Job} from '../job/job.js';
import {isSuccess, newestSuccess, standingOf, type Deployed} from '../plan/deployed.js';
import type {Comparison, GitHub, History} from '../ports.js';
import {Ancestry} from './ancestry.js';
import {
  findCandidates,
  inTerminal,
  isForced,
  type Found,
  type Known,
  type Now,
  type Stand
} from './candidates.js';
import {short} from './checkout.js';
import {isMerged, notMerged, type Merged} from './merged.js';
import {NO_RECORDS, readRecords, type Records} from './records.js';

/** What earlier applies say of this one. */
export interface DeclaredBefore extends Found {
  readonly standing: Stand;
  /** The newest successful apply of a merged commit; null when there is none, or it is not known. */
  readonly deployed: Deployed | null;
  /** The head against `deployed`; null when it was not asked for, or is not known. */
  readonly comparison: Comparison | null;
  readonly records: Records;
  /** Whether GitHub has the applied commit: else nothing can be recorded. */
  readonly isKnown: boolean;
  /** Whether the applied commit is not merged; only an apply finds out. */
  readonly isUnmerged: boolean;
  /** Whether an apply of this plan carries out all deletions that are due. */
  readonly deletionsKnown: boolean;
}

/**
 * What was declared before, for `deletes: removed`: what the records of this step's applies list since the last
 * successful one; where there is none, what the tree of the push's `before` or of the pull request's base declares.
 * Whatever keeps this from being known becomes a notice, and then nothing is deleted.
 *
 * @throws UserError for an apply: `stale-commit`, `not-merged`
 */
export async function findDeclaredBefore(job: Job, now: Now): Promise<DeclaredBefore> {
  const {github, history} = job.ports;
  if (history === null || !now.head.hasCommit) return nothingKnown(job, now.head.doubt);
  if (github === null) return {...NOTHING, ...(await inTerminal(job, history, now)), deletionsKnown: true};
  const ancestry = new Ancestry(github, history, job.commit.sha);
  const {records, trouble} = await recordsOf(job, github);
  const merged = await mergedOf(job, github, history, records);
  const isTrial = merged.kind === 'unmerged';
  const known = {records, ancestry};
  const standing = await standingIn(job, known, trouble, merged);
  if (job.command === 'apply') refuseStanding(job, standing);
  const found = await findCandidates(job, history, now, {...known, standing});
  const deployed = newestSuccess(records.own);
  return {
    ...found,
    standing,
    deployed,
    comparison: deployed === null || isTrial ? null : await ancestry.comparisonWith(deployed.sha),
    records,
    isKnown: true,
    isUnmerged: isTrial,
    deletionsKnown: job.inputs.deletes !== 'removed' || found.candidates !== null
  };
}

/** The applied commit's tree is not known: no deletion could be proven, nor the apply recorded. */
function nothingKnown(job: Job, doubt: string): DeclaredBefore {
  // Without a token no plan can be read either, and the review says so.
  const mayAsk = job.ports.github !== null;
  if (job.command === 'apply' && job.inputs.requirePlan && mayAsk) throw unknownRelation(job, doubt);
  const text =
    job.command === 'apply'
      ? `Nothing is deleted in this run, and it is not recorded: ${doubt}.`
      : `The checkout was not compared with its commit, and nothing is deleted in this run: ${doubt}.`;
  return {...NOTHING, notices: doubt === '' ? [] : [{level: 'notice', text}]};
}

const NOTHING: DeclaredBefore = {
  candidates: null,
  leftovers: [],
  notices: [],
  standing: {kind: 'first'},
  deployed: null,
  comparison: null,
  records: NO_RECORDS,
  isKnown: false,
  isUnmerged: false,
  deletionsKnown: false,
  versions: () => Promise.resolve([])
};

/** Records that may not be read count as none: a token that may not read them cannot have written any. */
async function recordsOf(
  job: Job,
  github: GitHub
): Promise<{readonly records: Records; readonly trouble: string}> {
  try {
    return {records: await readRecords(job, github, job.inputs.allowUnmerged), trouble: ''};
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const trouble = error.kind === 'unavailable' ? messageOf(error) : '';
    return {records: NO_RECORDS, trouble};
  }
}

/** Only an apply must be of a merged commit. @throws UserError `not-merged` */
async function mergedOf(job: Job, github: GitHub, history: History, {own}: Records): Promise<Merged> {
  if (job.command !== 'apply') return {kind: 'merged'};
  const merged = await isMerged(job, github, history, newestSuccess(own)?.sha ?? null);
  if (merged.kind === 'unmerged' && !job.inputs.allowUnmerged) throw notMerged(job);
  return merged;
}

async function standingIn(job: Job, known: Known, trouble: string, merged: Merged): Promise<Stand> {
  const {records, ancestry} = known;
  const unknown = (why: string): Stand => ({kind: 'unknown', why});
  if (trouble !== '') return unknown(`GitHub did not give the records of earlier applies (${trouble})`);
  if (merged.kind === 'unknown') return unknown(`whether this commit is merged is not known (${merged.why})`);
  if (merged.kind === 'unmerged') return {kind: 'unmerged'};
  if (records.isCut) return unknown('the records of earlier applies lie too far back among the deployments');
  const standing = await standingOf(
    {
      head: job.commit.sha,
      records: records.own,
      allowOlder: job.inputs.allowOlder,
      replaced: isForced(job) ? (job.event.payload.before ?? null) : null
    },
    (sha) => ancestry.relationTo(sha),
    (ancestor, commit) => ancestry.reaches(ancestor, commit)
  );
  if (standing.kind !== 'unknown') return standing;
  const left = short(standing.left.sha);
  return unknown(
    standing.why === 'gone'
      ? `GitHub no longer has the deployed commit ${left}`
      : `GitHub did not say how this commit stands to the deployed commit ${left} (${ancestry.trouble})`
  );
}

/** @throws UserError `stale-commit`, before the first write */
function refuseStanding(job: Job, standing: Stand): void {
  if (standing.kind === 'unknown' && job.inputs.requirePlan) throw unknownRelation(job, standing.why);
  if (standing.kind !== 'stale') return;
  const {left, relation} = standing;
  const how = relation === 'behind' ? 'is older than' : 'does not descend from';
  const what = isSuccess(left) ? 'the deployed commit' : 'a commit whose apply began later,';
  throw new UserError(
    'stale-commit',
    `the commit ${short(job.commit.sha)} ${how} ${what} ${left.sha}; nothing was written`,
    `An old run that is run again changes nothing. To go back on purpose, revert the merge, or run this commit ` +
      `once with allow-older: ${left.sha}`
  );
}

function unknownRelation({commit}: Job, why: string): UserError {
  return new UserError(
    'stale-commit',
    `whether the commit ${short(commit.sha) || 'that is checked out'} follows the deployed one could not be found ` +
      `out: ${why}; with require-plan nothing is written then`,
    'Run it again when GitHub answers; docs/deploys.md has the other causes.'
  );
}
