import type {Comparison, DeploymentStatus} from '../ports.js';
import {isOldRecord, type FoundRecord, type OldRecord} from './record.js';

/** A deployment of this step's own, as far as it decides about later ones. */
export interface Deployed {
  readonly sha: string;
  readonly creator: string;
  readonly record: FoundRecord | OldRecord;
  /** Milliseconds since the epoch, to the second. */
  readonly createdAt: number;
  /** Newest first. */
  readonly statuses: readonly DeploymentStatus[];
}

/** How the commit that is to be applied (the head) stands to another one. */
export type Relation =
  | Comparison['status']
  /** GitHub does not have the other commit. */
  | 'gone'
  /** GitHub did not say. */
  | 'unknown';

/** What the records of earlier applies say of the head. */
export type Standing =
  /** No apply of this step has succeeded or begun, as far as is known. */
  | {readonly kind: 'first'}
  /** It is the newest deployed commit, or descends from it. */
  | {readonly kind: 'follows'}
  /** A newer commit was deployed, or one on another line; `left` is it. */
  | {readonly kind: 'stale'; readonly left: Deployed; readonly relation: 'behind' | 'diverged'}
  /** As `stale`, and `allow-older` permits it. */
  | {readonly kind: 'left-on-purpose'; readonly left: Deployed}
  /** A forced push took `left` out of the branch. */
  | {readonly kind: 'replaced'; readonly left: Deployed}
  /** It is not merged, and `allow-unmerged` permits it: the relation is not asked for. */
  | {readonly kind: 'unmerged'}
  | {readonly kind: 'unknown'; readonly left: Deployed; readonly why: 'gone' | 'no answer'};

export function isSuccess({statuses}: Deployed): boolean {
  return statuses.some(({state}) => state === 'success');
}

export function isUnmerged({record}: Deployed): boolean {
  return !isOldRecord(record) && record.unmerged;
}

/**
 * When the apply last said how it goes on, in milliseconds since the epoch; null when it never did. That a later
 * success made it `inactive` does not count.
 */
export function lastStatusAt({statuses}: Deployed): number | null {
  return statuses.find(({state}) => state !== 'inactive')?.createdAt ?? null;
}

/** The newest success, of a merged commit. @param records newest first */
export function newestSuccess(records: readonly Deployed[]): Deployed | null {
  return records.find((deployed) => isSuccess(deployed) && !isUnmerged(deployed)) ?? null;
}

/**
 * Whether nothing that was declared before this apply can be left over but what it and later ones say: it
 * succeeded, and knew what was to be deleted.
 *
 * @param countsUnmerged whether applies of commits that are not merged count
 */
export function endsTheSearch(deployed: Deployed, countsUnmerged: boolean): boolean {
  return isSuccess(deployed) && deployed.record.deletionsKnown && (countsUnmerged || !isUnmerged(deployed));
}

/** Whether an older apply was still at work when the newest successful one began: what it wrote came later. */
export function overlaps(older: Deployed, newest: Deployed): boolean {
  const at = lastStatusAt(older);
  return at !== null && at >= newest.createdAt;
}

export interface StandingInput {
  /** The commit that is to be applied. */
  readonly head: string;
  /** This step's own, newest first. */
  readonly records: readonly Deployed[];
  /** `allow-older`: a commit, possibly shortened; `true`; or empty. */
  readonly allowOlder: string;
  /** The tip that a forced push replaced; null for every other event. */
  readonly replaced: string | null;
}

/** How many applies that did not succeed are asked for; more of them would be another kind of trouble. */
const MOST_ASKED = 3;

/**
 * How the head stands to what was deployed. It must be the newest successfully deployed commit or descend from
 * it, and must not be an ancestor of one whose apply began later.
 *
 * @param relationTo how the head stands to a commit
 * @param reaches    whether the first commit is the second one or one of its ancestors
 */
export async function standingOf(
  {head, records, allowOlder, replaced}: StandingInput,
  relationTo: (sha: string) => Promise<Relation>,
  reaches: (ancestor: string, commit: string) => Promise<boolean>
): Promise<Standing> {
  const merged = records.filter((deployed) => !isUnmerged(deployed));
  const newest = newestSuccess(records);
  const [first] = merged;
  if (first === undefined) return {kind: 'first'};
  if (first.sha === head) return {kind: 'follows'};
  const obstacle = await obstacleTo(head, merged, newest, relationTo);
  if (obstacle === null) return {kind: 'follows'};
  const {left, relation} = obstacle;
  if (relation === 'gone' || relation === 'unknown') {
    return {kind: 'unknown', left, why: relation === 'gone' ? 'gone' : 'no answer'};
  }
  const permits = allowOlder === 'true' || [left, newest].some((each) => isNamed(each, allowOlder));
  if (permits) return {kind: 'left-on-purpose', left};
  if (replaced !== null && (replaced === left.sha || (await reaches(left.sha, replaced)))) {
    return {kind: 'replaced', left};
  }
  return {kind: 'stale', left, relation};
}

function isNamed(deployed: Deployed | null, allowOlder: string): boolean {
  return deployed !== null && allowOlder !== '' && deployed.sha.startsWith(allowOlder);
}

interface Obstacle {
  readonly left: Deployed;
  readonly relation: Exclude<Relation, 'identical' | 'ahead'>;
}

async function obstacleTo(
  head: string,
  records: readonly Deployed[],
  newest: Deployed | null,
  relationTo: (sha: string) => Promise<Relation>
): Promise<Obstacle | null> {
  if (newest !== null) {
    const relation = await relationTo(newest.sha);
    if (relation !== 'identical' && relation !== 'ahead') return {left: newest, relation};
  }
  const newer = newest === null ? records : records.slice(0, records.indexOf(newest));
  const others = newer.filter(
    ({sha}, at) => sha !== head && newer.findIndex((each) => each.sha === sha) === at
  );
  for (const left of others.slice(0, MOST_ASKED)) {
    const relation = await relationTo(left.sha);
    if (relation === 'behind' || relation === 'unknown') return {left, relation};
  }
  return null;
}
