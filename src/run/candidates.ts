import type {BundleId, DeclaredBundle} from '../bundle/model.js';
import {createMatcher} from '../bundle/patterns.js';
import {GitHubError} from '../github/errors.js';
import {inWorkspace} from '../job/applied-commit.js';
import {isMerge} from '../job/command.js';
import type {Job} from '../job/job.js';
import type {Notice} from '../job/notice.js';
import {declaredBefore, type DeclaredBefore} from '../plan/declared-at.js';
import {isUnmerged, type Deployed, type Standing} from '../plan/deployed.js';
import {idKey} from '../bundle/identity.js';
import {isOldRecord, type RecordedBundle} from '../plan/record.js';
import type {History} from '../ports.js';
import {once} from '../report/once.js';
import type {Ancestry} from './ancestry.js';
import {short, type HeadTree} from './checkout.js';
import type {Records} from './records.js';

/** A bundle that was declared before and is not declared now: it goes, if it is registered and the proof holds. */
export interface Candidate extends BundleId {
  /** The file that declared it, as a path of the workspace. */
  readonly path: string;
  /** The record that lists it; null where the file was seen in a commit's tree, which is proof in itself. */
  readonly deployed: Deployed | null;
  /** Its file must have been in this commit's tree. */
  readonly seenAt: string;
}

/** A bundle that this step deployed once and that it does not declare now: it is only named. */
export interface Leftover extends BundleId {
  readonly path: string;
  readonly kind: 'other-inputs' | 'other-line';
  /** The commit at which it was deployed. */
  readonly sha: string;
}

/** What may have to go. */
export interface Found {
  /** null when nothing is to be deleted in this run. */
  readonly candidates: readonly Candidate[] | null;
  readonly leftovers: readonly Leftover[];
  readonly notices: readonly Notice[];
  /**
   * What was declared before in files that are no longer the same, every version, the newest first: read when it is
   * first asked for. Empty where GitHub does not give it.
   */
  versions(): Promise<readonly DeclaredBundle[]>;
}

/** What is declared now. */
export interface Now {
  readonly declared: readonly BundleId[];
  /** The blob SHA-1 of each file that is declared now, by path. */
  readonly blobs: ReadonlyMap<string, string>;
  readonly head: HeadTree;
}

/** A standing, or why there is none: an end for "Nothing is deleted: …". */
export type Stand = Exclude<Standing, {kind: 'unknown'}> | {readonly kind: 'unknown'; readonly why: string};

export interface Known {
  readonly records: Records;
  readonly ancestry: Ancestry;
}

/** In a terminal git itself says what was declared before, and no record is read. */
export async function inTerminal(job: Job, history: History, now: Now): Promise<Found> {
  const {beforeSha} = job.refs;
  const sources = new Sources(job, history, now);
  if (job.inputs.deletes === 'removed' && beforeSha !== null) await sources.addTree(beforeSha);
  return sources.found();
}

/**
 * What this step's records, and where they do not reach back far enough the commit before the event, say of
 * bundles that are not declared now.
 *
 * @throws GitHubError
 */
export async function findCandidates(
  job: Job,
  history: History,
  now: Now,
  {standing, records, ancestry}: Known & {readonly standing: Stand}
): Promise<Found> {
  const sources = new Sources(job, history, now);
  for (const stranger of records.strangers) sources.notices.push(ofStranger(stranger));
  const why = whyNothing(standing, now.head);
  if (why !== null) {
    sources.notices.push(why);
    return {...sources.found(), candidates: null};
  }
  if (standing.kind === 'stale') sources.notices.push(ofStale(job, standing));
  if (job.inputs.deletes !== 'removed') return sources.found();
  if (standing.kind === 'stale') {
    await addSinceFork(sources, standing.left, ancestry);
    return sources.found();
  }
  const countsAll = standing.kind === 'unmerged' || standing.kind === 'left-on-purpose';
  for (const deployed of records.own) {
    const counts = countsAll || (job.inputs.allowUnmerged && isUnmerged(deployed));
    await sources.addRecord(deployed, counts ? null : ancestry);
  }
  if (!records.isComplete) await addBefore(sources, job, records, ancestry);
  addFormerSelf(sources, job, now.head, records);
  return sources.found();
}

/** Why nothing is deleted although what was declared before is known; null when it may be. */
function whyNothing(standing: Stand, {tree, doubt}: HeadTree): Notice | null {
  if (standing.kind === 'replaced') {
    const left = short(standing.left.sha);
    const why = `a forced push took the deployed commit ${left} out of the branch; bundles that only it declared stay registered`;
    return {level: 'notice', text: `Nothing is deleted in this run: ${why}.`};
  }
  if (standing.kind === 'unknown') {
    return {level: 'warning', text: `Nothing is deleted in this run: ${standing.why}.`};
  }
  if (tree !== null) return null;
  return {
    level: 'warning',
    text: `The checkout was not compared, and nothing is deleted in this run: ${doubt}.`
  };
}

/** An apply has stopped by now; a plan and a drift check go on, and say what they compare. */
function ofStale({commit, command}: Job, {left, relation}: Extract<Standing, {kind: 'stale'}>): Notice {
  const how = relation === 'behind' ? 'is older than' : 'does not contain';
  const what =
    command === 'plan'
      ? ': what was deployed since shows as taken back, and an apply of this very commit would stop with stale-commit'
      : ', so that a difference may be what was deployed since';
  return {
    level: 'warning',
    text: `The commit ${short(commit.sha)} ${how} the deployed commit ${short(left.sha)}${what}.`
  };
}

/** What the commit itself has removed since it left the deployed one's line: files that both of them come from. */
async function addSinceFork(sources: Sources, left: Deployed, ancestry: Ancestry): Promise<void> {
  const fork = (await ancestry.comparisonWith(left.sha))?.mergeBaseSha;
  if (fork !== undefined) await sources.addFork(left, fork);
}

/** The commit before the oldest apply on record, and the one before this event. */
async function addBefore(sources: Sources, job: Job, {own}: Records, ancestry: Ancestry): Promise<void> {
  const oldest = own.at(-1)?.record.before ?? null;
  if (oldest !== null) await sources.addTree(oldest);
  const before = await commitBefore(job, ancestry);
  if ('sha' in before) {
    if (before.sha !== oldest) await sources.addTree(before.sha);
  } else if (!sources.hasAny) {
    sources.nothing(before.why);
  }
  if (!sources.hasAny && sources.missing.length > 0)
    sources.nothing(`GitHub does not have the commit ${sources.missing.map(short).join(', ')}`);
}

/** The commit whose tree tells what was declared before, or why none does. */
async function commitBefore(
  job: Job,
  ancestry: Ancestry
): Promise<{readonly sha: string} | {readonly why: string}> {
  const {beforeSha} = job.refs;
  if (beforeSha === null) return {why: 'this event names no commit to compare with'};
  if (isForced(job)) return {why: 'a forced push replaced the commits that were there'};
  if (isOfItsEvent(job)) return {sha: beforeSha};
  const relation = await ancestry.relationTo(beforeSha);
  switch (relation) {
    case 'identical':
    case 'ahead':
      return {sha: beforeSha};
    case 'gone':
      return {why: `GitHub does not have the commit ${short(beforeSha)}`};
    case 'unknown':
      return {why: `GitHub did not say how this commit stands to ${short(beforeSha)} (${ancestry.trouble})`};
    case 'behind':
    case 'diverged': {
      const fork = (await ancestry.comparisonWith(beforeSha))?.mergeBaseSha;
      if (job.command !== 'apply' && fork !== undefined) return {sha: fork};
      return {why: `this commit does not descend from ${short(beforeSha)}`};
    }
  }
}

/** Whether this run is for a push that took commits out of its branch. */
export function isForced({event, commit}: Job): boolean {
  return event.name === 'push' && event.payload.forced === true && commit.sha === event.sha;
}

/** Whether the checkout is the event's own, which descends from what the event calls before. */
function isOfItsEvent({event, commit}: Job): boolean {
  if (isMerge(event)) return commit.sha === (event.payload.pull_request?.merge_commit_sha ?? event.sha);
  return event.name !== 'pull_request_target' && commit.sha === event.sha;
}

/**
 * Where this step has no record of its own, it may have had other inputs until now: what it recorded under another
 * scope, and not in this very commit. What lies in files of others is theirs.
 */
function addFormerSelf(sources: Sources, {inputs, commit}: Job, {tree}: HeadTree, records: Records): void {
  if (records.own.some(({record}) => !isOldRecord(record))) return;
  const matcher = createMatcher(inputs.bundles);
  const committed = new Set((tree?.files ?? []).map(({path}) => path));
  for (const {sha, record} of records.former.filter((former) => former.sha !== commit.sha)) {
    const ours = (record.bundles ?? []).filter(({path}) => {
      const inTree = inWorkspace(commit, path);
      return !committed.has(inTree) || matcher.matches(inTree);
    });
    sources.addLeftovers(ours, 'other-inputs', sha);
  }
}

/** What a commit declared in files that are no longer the same; null when the commit is not there. */
export function declaredAt(
  {inputs}: Job,
  history: History,
  commitSha: string,
  current: ReadonlyMap<string, string>
): Promise<DeclaredBefore | null> {
  const matcher = createMatcher(inputs.bundles);
  return declaredBefore(history, {commitSha, matcher, values: inputs, current});
}

/** Gathers what may have to go, source by source, the newest first. */
class Sources {
  readonly notices: Notice[] = [];
  /** Commits that are not there. */
  readonly missing: string[] = [];
  /** Whether anything told what was declared before. */
  hasAny = false;
  private readonly candidates: Candidate[] = [];
  private readonly leftovers: Leftover[] = [];
  private readonly commits = new Set<string>();
  private readonly declared: ReadonlySet<string>;
  private isOver = false;

  constructor(
    private readonly job: Job,
    private readonly history: History,
    private readonly now: Now
  ) {
    this.declared = new Set(now.declared.map(idKey));
  }

  found(): Found {
    const read = once(() => this.readVersions());
    const {candidates, leftovers, notices} = this;
    return {candidates: this.isOver ? null : candidates, leftovers, notices, versions: read};
  }

  /**
   * Adds what an apply declared.
   *
   * @param ancestry null where the record counts whatever its ancestry; else it counts only when the head descends
   *   from its commit
   */
  async addRecord(deployed: Deployed, ancestry: Ancestry | null): Promise<void> {
    const {sha} = deployed;
    this.hasAny = true;
    this.commits.add(sha);
    const listed = this.goneOf(deployed);
    if (listed?.length === 0) return;
    if (ancestry !== null && !(await ancestry.descendsFrom(sha))) {
      this.addLeftovers(listed ?? [], 'other-line', sha);
      if (listed === null) this.notices.push(ofOtherLine(sha));
    } else if (listed === null) {
      await this.addTree(sha);
    } else {
      this.candidates.push(...listed.map((bundle) => ({...this.placed(bundle), deployed, seenAt: sha})));
    }
  }

  /** Adds what an apply declared in files that were there already at a commit before it. */
  async addFork(deployed: Deployed, fork: string): Promise<void> {
    this.hasAny = true;
    this.commits.add(fork);
    const listed = this.goneOf(deployed);
    if (listed === null) return this.addTree(fork);
    const there = new Set((await this.history.tree(fork))?.files.map(({path}) => path));
    const placed = listed.map((bundle) => ({...this.placed(bundle), deployed: null, seenAt: fork}));
    this.candidates.push(...placed.filter(({path}) => there.has(path)));
  }

  /** Adds what the tree of a commit declared. */
  async addTree(sha: string): Promise<void> {
    const found = await declaredAt(this.job, this.history, sha, this.now.blobs);
    if (found === null) {
      this.missing.push(sha);
      this.notices.push(ofMissing(sha));
      return;
    }
    this.hasAny = true;
    this.commits.add(sha);
    this.notices.push(...found.unreadable.map(ofUnreadable));
    for (const {integration, name, path} of found.bundles.filter(this.isGone))
      this.candidates.push({integration, name, path, deployed: null, seenAt: sha});
  }

  addLeftovers(bundles: readonly RecordedBundle[], kind: Leftover['kind'], sha: string): void {
    for (const bundle of bundles.filter(this.isGone))
      this.leftovers.push({...this.placed(bundle), kind, sha});
  }

  /** Nothing tells what was declared before. A drift check and a plan by hand have nothing before them by nature. */
  nothing(why: string): void {
    const {command, event, refs} = this.job;
    this.isOver = true;
    if (refs.beforeSha === null && event.name !== 'push' && command !== 'apply') return;
    const text = `Nothing is deleted in this run: what was declared before is not known, because ${why}.`;
    this.notices.push({level: 'notice', text});
  }

  /** What an apply declared and nothing declares now; null where its record does not name it. */
  private goneOf({record}: Deployed): readonly RecordedBundle[] | null {
    return isOldRecord(record) || record.bundles === null ? null : record.bundles.filter(this.isGone);
  }

  private readonly isGone = (bundle: BundleId): boolean => !this.declared.has(idKey(bundle));

  private placed({integration, name, path}: RecordedBundle): BundleId & {readonly path: string} {
    return {integration, name, path: inWorkspace(this.job.commit, path)};
  }

  private async readVersions(): Promise<readonly DeclaredBundle[]> {
    try {
      const commits = [...this.commits];
      const read = await Promise.all(
        commits.map((sha) => declaredAt(this.job, this.history, sha, this.now.blobs))
      );
      return read.flatMap((found) => found?.bundles ?? []);
    } catch (error) {
      if (error instanceof GitHubError) return [];
      throw error;
    }
  }
}

function ofStranger(creator: string): Notice {
  const text = `Records of applies that ${creator} created are left out: they are not by this workflow.`;
  return {level: 'notice', text};
}

function ofOtherLine(sha: string): Notice {
  const text = `What was deployed at the commit ${short(sha)} is left out: this commit does not descend from it.`;
  return {level: 'notice', text};
}

function ofMissing(sha: string): Notice {
  const text = `What the commit ${sha} declared is not known, because GitHub does not have it any more.`;
  return {level: 'notice', text};
}

function ofUnreadable(path: string): Notice {
  const text = `What ${path} declared before is not known, because it was no readable bundle then; it causes no deletion.`;
  return {level: 'notice', text};
}
