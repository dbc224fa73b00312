import type {Job} from '../job/job.js';
import {oldCommentKey, scopeOf, WORKFLOW_LOGIN} from '../job/identity.js';
import {endsTheSearch, overlaps, type Deployed} from '../plan/deployed.js';
import {decodeRecord, isOldRecord, type FoundRecord, type OldRecord} from '../plan/record.js';
import type {Deployment, GitHub} from '../ports.js';

/** The task of our deployments: those of other tools are not ours. */
export const TASK = 'zis-bundles';

/** How many deployments are looked through for the last apply that leaves nothing over: ten pages. */
const MOST_DEPLOYMENTS = 1000;

/** How many are looked through beyond it, for applies that were still at work when it began. */
const MOST_BEYOND = 30;

/** How many of those are asked for their statuses. */
const MOST_ASKED_BEYOND = 5;

/** How many records of its own step under other scopes are kept. */
const MOST_FORMER = 20;

/** The deployments by which it is decided whose records are ours: one page. */
const FIRST_PAGE = 100;

/** What the deployments of this account say. */
export interface Records {
  /**
   * This step's own, newest first: since and including the last one that leaves nothing over, then older ones
   * that were still at work when it began.
   */
  readonly own: readonly Deployed[];
  /** Whether `own` reaches back to one that leaves nothing over. */
  readonly isComplete: boolean;
  /** Whether there are more deployments than were looked through, and the search found no end. */
  readonly isCut: boolean;
  /** Of every other step on this account the newest, as far as they were seen. */
  readonly others: readonly Other[];
  /** The newest records of this very step under other scopes: it had other inputs then. Each commit's own. */
  readonly former: readonly Other[];
  /** Who created records of this scope that are not taken for ours. */
  readonly strangers: readonly string[];
  /** Who is taken for us without proof: the record that this apply creates will tell. Empty where it is known. */
  readonly assumed: readonly string[];
}

/** The newest record of another step of this repository. */
export interface Other {
  readonly id: number;
  readonly sha: string;
  readonly createdAt: number;
  readonly record: FoundRecord;
}

export const NO_RECORDS: Records = {
  own: [],
  isComplete: false,
  isCut: false,
  others: [],
  former: [],
  strangers: [],
  assumed: []
};

/**
 * Reads the records back to the last apply that carried out everything: a run that was cancelled or failed
 * half-way loses no deletion.
 *
 * @param countsUnmerged whether applies of commits that are not merged count as much as others
 * @throws GitHubError
 */
export async function readRecords(job: Job, github: GitHub, countsUnmerged: boolean): Promise<Records> {
  const listing = new Listing(github.deployments(TASK));
  await listing.at(FIRST_PAGE - 1);
  const creators = await creatorsOf(job, listing.items, github);
  const search = new Search(job, github, creators.ours, countsUnmerged);
  for (let at = 0; at < search.end; at += 1) {
    const deployment = await listing.at(at);
    if (deployment === null) break;
    await search.take(deployment, at);
  }
  const {own, others, former, strangers, anchor} = search;
  return {
    own,
    isComplete: anchor !== null,
    isCut: anchor === null && listing.items.length >= MOST_DEPLOYMENTS,
    others: [...others.values()],
    former,
    strangers: [...strangers],
    assumed: creators.assumed
  };
}

/** Deployments, newest first, fetched only as far as they are asked for. */
class Listing {
  readonly items: Deployment[] = [];
  private readonly reader: AsyncIterator<Deployment>;

  constructor(deployments: AsyncIterable<Deployment>) {
    this.reader = deployments[Symbol.asyncIterator]();
  }

  /** null beyond the last one. */
  async at(index: number): Promise<Deployment | null> {
    while (this.items.length <= index) {
      const next = await this.reader.next();
      if (next.done === true) return null;
      this.items.push(next.value);
    }
    return this.items[index] ?? null;
  }
}

class Search {
  readonly own: Deployed[] = [];
  readonly others = new Map<string, Other>();
  readonly former: Other[] = [];
  readonly strangers = new Set<string>();
  /** The apply that leaves nothing over. */
  anchor: Deployed | null = null;
  /** Where the search ends. */
  end = MOST_DEPLOYMENTS;
  private readonly scope: string;
  private readonly oldKey: string;
  private askedBeyond = 0;

  constructor(
    private readonly job: Job,
    private readonly github: GitHub,
    private readonly ours: ReadonlySet<string>,
    private readonly countsUnmerged: boolean
  ) {
    this.scope = scopeOf(job.inputs);
    this.oldKey = oldCommentKey(job.inputs);
  }

  async take(deployment: Deployment, at: number): Promise<void> {
    const record = decodeRecord(deployment.payload);
    if (record?.registryUrl !== this.job.inputs.target?.registryUrl || record === null) return;
    const creator = deployment.creator ?? '';
    const isOurs = this.ours.has(creator);
    if (!this.isOwn(record)) {
      // Another step may have another token. What it says only keeps bundles, and names them.
      if ((isOurs || isApp(creator)) && !isOldRecord(record)) this.noteOther(deployment, record);
    } else if (!isOurs) {
      this.strangers.add(deployment.creator ?? 'a deleted account');
    } else if (this.anchor === null) {
      const deployed = await this.withStatuses(deployment, record);
      this.own.push(deployed);
      if (endsTheSearch(deployed, this.countsUnmerged))
        [this.anchor, this.end] = [deployed, at + 1 + MOST_BEYOND];
    } else if (this.mayOverlap(deployment, this.anchor)) {
      this.askedBeyond += 1;
      const deployed = await this.withStatuses(deployment, record);
      if (overlaps(deployed, this.anchor)) this.own.push(deployed);
    }
  }

  /**
   * A record of the old form is of every step with its key, until one of them has written a record of its own:
   * what it has not taken over since then was another's.
   */
  private isOwn(record: FoundRecord | OldRecord): boolean {
    if (!isOldRecord(record)) return record.scope === this.scope;
    const {event, commit} = this.job;
    const hasMovedOn = [...this.others.values()].some(
      (other) => other.record.step === event.step && other.sha !== commit.sha
    );
    return record.key === this.oldKey && !hasMovedOn;
  }

  private noteOther({id, sha, createdAt}: Deployment, record: FoundRecord): void {
    const other = {id, sha, createdAt, record};
    if (!this.others.has(record.scope)) this.others.set(record.scope, other);
    const {step} = this.job.event;
    if (step !== '' && record.step === step && this.former.length < MOST_FORMER) this.former.push(other);
  }

  /** The last one before the anchor is asked in any case: whether a status counts as an update is not documented. */
  private mayOverlap({updatedAt}: Deployment, {createdAt}: Deployed): boolean {
    return this.askedBeyond === 0 || (updatedAt >= createdAt && this.askedBeyond < MOST_ASKED_BEYOND);
  }

  private async withStatuses(
    {id, sha, creator, createdAt}: Deployment,
    record: FoundRecord | OldRecord
  ): Promise<Deployed> {
    return {
      sha,
      creator: creator ?? '',
      record,
      createdAt,
      statuses: await this.github.deploymentStatuses(id)
    };
  }
}

/**
 * Whose records are ours. A workflow's own token and that of another App cannot ask for their name: where the
 * workflow's own has left no record, those of Apps are taken for ours until the apply's own record tells its creator.
 */
async function creatorsOf(
  {inputs}: Job,
  first: readonly Deployment[],
  github: GitHub
): Promise<{readonly ours: ReadonlySet<string>; readonly assumed: readonly string[]}> {
  const [scope, oldKey] = [scopeOf(inputs), oldCommentKey(inputs)];
  const own = first
    .filter(({payload}) => payload?.['scope'] === scope || payload?.['key'] === oldKey)
    .map(({creator}) => creator ?? '');
  const workflows = {ours: new Set([WORKFLOW_LOGIN]), assumed: []};
  if (own.every((creator) => creator === WORKFLOW_LOGIN)) return workflows;
  const login = await github.login();
  if (login !== null) return {ours: new Set([WORKFLOW_LOGIN, login]), assumed: []};
  if (own.includes(WORKFLOW_LOGIN)) return workflows;
  const apps = [...new Set(own.filter(isApp))];
  return {ours: new Set([WORKFLOW_LOGIN, ...apps]), assumed: apps};
}

function isApp(login: string): boolean {
  return login.endsWith('[bot]');
}
