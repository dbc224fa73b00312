import {idKey} from '../bundle/identity.js';
import {createMatcher} from '../bundle/patterns.js';
import {GitHubError} from '../github/errors.js';
import {repositoryOf} from '../job/identity.js';
import type {Job} from '../job/job.js';
import type {Notice} from '../job/notice.js';
import {bundleIn} from '../plan/declared-at.js';
import {hasValidMac, inputsHash, isOldRecord} from '../plan/record.js';
import type {BundleSummary, CommitTree, TreeFile} from '../ports.js';
import type {Candidate} from './candidates.js';
import {someOf} from './checkout.js';
import type {DeclaredBefore} from './declared-before.js';
import {Elsewhere, fileIn, TooManyFiles} from './elsewhere.js';

/** Which registered bundles may go, and why the others stay. */
export interface Proof {
  readonly proven: readonly BundleSummary[];
  /** Those that something else in this repository declares. */
  readonly living: readonly BundleSummary[];
  readonly notices: readonly Notice[];
  /** Whether something was not answered: then a later apply looks again. */
  readonly isOpen: boolean;
}

/** Why a bundle stays. */
type Reason =
  'elsewhere' | 'other-step' | 'unproven' | 'other-inputs' | 'other-line' | 'no-answer' | 'too-many-files';

/**
 * Holds every deletion to its proof: the bundle's file was in the commit that recorded it (or the record is signed
 * with our plan-key), and no other file of the applied commit and no other step of this repository declares it.
 *
 * @param toDelete the registered bundles that are to be deleted
 */
export async function proveDeletions(
  job: Job,
  before: DeclaredBefore,
  tree: CommitTree | null,
  toDelete: readonly BundleSummary[]
): Promise<Proof> {
  const elsewhere = new Elsewhere(job, tree, before.records.others);
  const proven: BundleSummary[] = [];
  const kept = new Kept();
  for (const bundle of toDelete) {
    const found = await answered(() => reasonToKeep(job, before, {tree, elsewhere}, bundle));
    if (found === null) proven.push(bundle);
    else kept.add(found.reason, bundle, found.where);
  }
  const living = [...kept.of('elsewhere'), ...kept.of('other-step')];
  return {proven, living, notices: kept.notices(), isOpen: kept.of('no-answer').length > 0};
}

/**
 * Names the registered bundles that this step deployed once and that nothing declares now: they stay, and so do
 * their flows.
 *
 * @param registered those of `before.leftovers` that are registered
 */
export async function nameLeftovers(
  job: Job,
  before: DeclaredBefore,
  tree: CommitTree | null,
  registered: readonly BundleSummary[]
): Promise<readonly Notice[]> {
  const kept = new Kept();
  for (const bundle of registered) {
    const leftover = before.leftovers.find((each) => idKey(each) === idKey(bundle));
    if (leftover === undefined) continue;
    // The step that deployed it may be this one under another scope: what it says of itself does not count.
    const others = before.records.others.filter(({sha}) => sha !== leftover.sha);
    const elsewhere = new Elsewhere(job, tree, others);
    const found = await answered(async () => {
      const file = await elsewhere.fileOf(bundle, leftover.sha);
      return (file ?? (await elsewhere.stepOf(bundle)) === null)
        ? null
        : {reason: 'elsewhere' as const, where: ''};
    });
    if (found?.reason !== 'elsewhere') kept.add(leftover.kind, bundle, leftover.path);
  }
  return kept.notices();
}

interface Keep {
  readonly reason: Reason;
  /** Where it is declared, or was; empty where that says nothing. */
  readonly where: string;
}

async function answered(ask: () => Promise<Keep | null>): Promise<Keep | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof TooManyFiles) return {reason: 'too-many-files', where: ''};
    if (error instanceof GitHubError) return {reason: 'no-answer', where: ''};
    throw error;
  }
}

async function reasonToKeep(
  job: Job,
  {candidates}: DeclaredBefore,
  {tree, elsewhere}: {readonly tree: CommitTree | null; readonly elsewhere: Elsewhere},
  bundle: BundleSummary
): Promise<Keep | null> {
  const own = (candidates ?? []).filter((candidate) => idKey(candidate) === idKey(bundle));
  if (job.inputs.deletes === 'removed') {
    const doubts: (Keep | null)[] = [];
    for (const candidate of own) doubts.push(await doubtOf(job, tree, candidate));
    // One record that proves it is enough; the newest one's doubt is the one to be named.
    if (!doubts.includes(null)) return doubts[0] ?? {reason: 'unproven', where: ''};
  }
  const file = await elsewhere.fileOf(bundle, own[0]?.seenAt ?? null);
  if (file !== null) return {reason: 'elsewhere', where: file};
  const path = await elsewhere.stepOf(bundle);
  return path === null ? null : {reason: 'other-step', where: path};
}

/** null when the candidate is proven to have been declared by a file that is gone, or declares it no longer. */
async function doubtOf(job: Job, tree: CommitTree | null, candidate: Candidate): Promise<Keep | null> {
  const {inputs, event, ports} = job;
  const {path, deployed, seenAt} = candidate;
  if (deployed === null || isOldRecord(deployed.record)) return null;
  const {record, sha} = deployed;
  const then = fileIn((await ports.history?.tree(seenAt)) ?? null, path);
  const isSigned = hasValidMac(record, inputs.planKey, {repository: repositoryOf(event), sha});
  if (then === null && !isSigned) return {reason: 'unproven', where: path};
  const now = fileIn(tree, path);
  if (
    record.inputs === inputsHash(inputs.bundles, inputs) ||
    !(await isByInputs(job, candidate, {then, now}))
  ) {
    return null;
  }
  // What has not changed is what this step takes of it.
  const isOutside = now !== null && !createMatcher(inputs.bundles).matches(path);
  return {reason: isOutside ? 'elsewhere' : 'other-inputs', where: path};
}

/** Whether it is the step's inputs that changed what its file declares, and not the file. */
async function isByInputs(
  {inputs, ports}: Job,
  candidate: Candidate,
  {then, now}: {readonly then: TreeFile | null; readonly now: TreeFile | null}
): Promise<boolean> {
  // A file that git does not know may be generated still; one that is gone has been removed.
  if (then === null || now === null) return then === now;
  if (then.sha === now.sha) return true;
  if (then.isLink || ports.history === null) return false;
  const declared = await bundleIn(ports.history, then.path, then.sha, inputs);
  return declared === null || idKey(declared) !== idKey(candidate);
}

/** What each reason says before and after the names of the bundles. */
const WORDS: Readonly<Record<Reason, {level: Notice['level']; before: string; after: string}>> = {
  elsewhere: {
    level: 'warning',
    before: 'Not deleted, because another file of this commit declares it',
    after: ''
  },
  'other-step': {
    level: 'warning',
    before: 'Not deleted, because another step of this repository deploys it',
    after: ''
  },
  unproven: {
    level: 'warning',
    before: 'Not deleted, because no commit shows that this repository declared it',
    after:
      'Its file was not known to git, or its commit is gone. Where files are generated, plan-key makes the record a ' +
      'proof. If it is to go, delete it in the account'
  },
  'other-inputs': {
    level: 'warning',
    before:
      'Still registered, and declared by nothing since bundles, integration or variables of this step were changed',
    after:
      'Its flows go on being started beside the new ones. If it is to go, run this step once with the former inputs ' +
      'after its file was removed, or delete it in the account'
  },
  'other-line': {
    level: 'notice',
    before: 'Still registered from a commit that this one does not descend from, and not declared here',
    after: 'If it is to go, delete it in the account'
  },
  'no-answer': {
    level: 'warning',
    before: 'Not deleted in this run, because GitHub did not say whether it is declared elsewhere',
    after: 'The next run looks again'
  },
  'too-many-files': {
    level: 'warning',
    before: 'Not deleted, because there are too many other files to look for it in',
    after: 'If it is to go, delete it in the account'
  }
};

/** Bundles that stay, by the reason. */
class Kept {
  private readonly bundles = new Map<Reason, {readonly bundle: BundleSummary; readonly where: string}[]>();

  add(reason: Reason, bundle: BundleSummary, where: string): void {
    this.bundles.set(reason, [...(this.bundles.get(reason) ?? []), {bundle, where}]);
  }

  of(reason: Reason): readonly BundleSummary[] {
    return (this.bundles.get(reason) ?? []).map(({bundle}) => bundle);
  }

  notices(): readonly Notice[] {
    return [...this.bundles].map(([reason, bundles]) => {
      const {level, before, after} = WORDS[reason];
      const names = bundles.map(({bundle, where}) => {
        const uuid = after.includes('in the account') ? [bundle.uuid] : [];
        const details = [...(where === '' ? [] : [where]), ...uuid].join(', ');
        return `${bundle.integration}/${JSON.stringify(bundle.name)}${details === '' ? '' : ` (${details})`}`;
      });
      return {level, text: `${before}: ${someOf(names)}.${after === '' ? '' : ` ${after}${HOW}.`}`};
    });
  }
}

/** How a bundle is deleted in the account: docs/deploys.md has the command. */
const HOW = ' (docs/deploys.md has the command)';
