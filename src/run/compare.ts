import {compareIds, idKey} from '../bundle/identity.js';
import type {BundleId, DeclaredBundle} from '../bundle/model.js';
import type {Job} from '../job/job.js';
import {warning, type Notice} from '../job/notice.js';
import type {RunRecord} from '../job/record.js';
import {isSuccess} from '../plan/deployed.js';
import {mayHaveLost, planJobSpecs, readJobSpecs, type JobSpecLists} from '../plan/job-specs.js';
import type {TakenName} from '../plan/moves.js';
import {makePlan, withSteps} from '../plan/plan.js';
import {isOldRecord} from '../plan/record.js';
import {readRegistered, type Registered} from '../plan/registered.js';
import type {Plan, Target} from '../plan/types.js';
import type {Registry} from '../ports.js';
import type {Checked} from '../rules/engine.js';
import {someOf, type HeadTree} from './checkout.js';
import type {DeclaredBefore} from './declared-before.js';
import {nameLeftovers, proveDeletions, type Proof} from './deletions.js';
import {jobSpecsOfOthers} from './other-steps.js';
import {trustedBundles, trustNotice} from './refresh.js';
import {findTakenNames} from './taken-names.js';
import {withheldNotice, withoutContent, type Withheld} from './withheld.js';

/** What a plan rests on, besides what the record of a run has of it. */
export interface Compared extends Pick<RunRecord, 'checked' | 'unmanaged' | 'notices'> {
  readonly plan: Plan;
  readonly deletionsKnown: boolean;
  /** The job specs of the integrations, as far as they were read. */
  readonly lists: JobSpecLists;
  /** Names that the plan's uploads take from registered bundles outside the plan. */
  readonly taken: readonly TakenName[];
}

/** Reads what is registered and plans what separates it from what is declared. */
export async function compare(
  job: Job,
  {target, registry}: {readonly target: Target; readonly registry: Registry},
  checked: Checked,
  basis: {readonly before: DeclaredBefore; readonly head: HeadTree; readonly withheld: Withheld}
): Promise<Compared> {
  const {inputs} = job;
  const {declared} = checked;
  const {before, head, withheld} = basis;
  const isShown = ({integration}: BundleId): boolean => !withheld.integrations.has(integration);
  const {registered, proof} = await readWhatCounts(job, registry, declared, basis);
  const bare = makePlan({target, declared, registered: registered.bundles});
  const shown = bare.steps.filter(isShown);
  const unmanaged = registered.unmanaged.filter(isShown);
  const gone = inputs.deletes === 'never' ? [] : handDeleted(before, declared, registered).filter(isShown);
  const lists = await readJobSpecs(
    registry,
    shown,
    inputs.jobSpecs,
    gone.map(({integration}) => integration)
  );
  const theirs = [...before.records.others.flatMap(({record}) => record.bundles ?? []), ...proof.living];
  const others = await jobSpecsOfOthers(registry, unmanaged, theirs, lists);
  const earlier = mayHaveLost(shown, lists) ? await before.versions() : [];
  const jobSpecs = planJobSpecs(shown, lists, inputs.jobSpecs, {
    earlier,
    others: others.jobSpecs,
    gone,
    wereInstalled: installedBefore(before)
  });
  const kept = bare.steps.filter((step) => !isShown(step)).map(withoutContent);
  const plan = withSteps(bare, [...jobSpecs.steps, ...kept].sort(compareIds));
  // What this step deployed and may not delete in this run is named otherwise.
  const own = new Set(
    before.records.own.flatMap(({record}) => (isOldRecord(record) ? [] : (record.bundles ?? []))).map(idKey)
  );
  const nobodys = others.unmanaged.filter((bundle) => !own.has(idKey(bundle)));
  const names = await findTakenNames(job, registry, jobSpecs.steps, unmanaged, nobodys);
  return {
    plan,
    checked: {...checked, findings: names.withFindings(checked.findings)},
    deletionsKnown: before.deletionsKnown && !proof.isOpen,
    lists,
    taken: names.taken,
    unmanaged: others.unmanaged,
    notices: [
      ...withheldNotice(withheld, plan.steps),
      ...trustNotice(registered.trusted),
      ...proof.notices,
      ...(await nameLeftovers(job, before, head.tree, registered.watched)),
      ...withoutRecord(job, before, others.unmanaged),
      ...[
        ...registered.unknownIntegrations.map(unknownIntegration),
        ...jobSpecs.notices,
        ...names.notices
      ].map(warning)
    ]
  };
}

/** Reads the bundles that are declared, and those of which it is proven that they are to be deleted. */
async function readWhatCounts(
  job: Job,
  registry: Registry,
  declared: readonly DeclaredBundle[],
  {before, head}: {readonly before: DeclaredBefore; readonly head: HeadTree}
): Promise<{readonly registered: Registered; readonly proof: Omit<Proof, 'proven'>}> {
  let proof: Omit<Proof, 'proven'> = {living: [], notices: [], isOpen: false};
  const registered = await readRegistered(registry, {
    declared,
    declaredBefore: before.candidates,
    deletes: before.candidates === null ? 'never' : job.inputs.deletes,
    watched: before.leftovers,
    trusted: trustedBundles(job, before, declared),
    async prove(toDelete) {
      const {proven, ...rest} = await proveDeletions(job, before, head.tree, toDelete);
      proof = rest;
      return proven;
    },
    onRead: (done, all) => job.ports.onProgress?.('Registered bundles read', done, all)
  });
  return {registered, proof};
}

/** Records can be deleted, and then nothing tells what older applies have left in the account. */
function withoutRecord(
  {command}: Job,
  before: DeclaredBefore,
  unmanaged: readonly BundleId[]
): readonly Notice[] {
  const isFirst = before.isKnown && before.records.own.length === 0 && before.candidates !== null;
  if (command !== 'apply' || !isFirst || unmanaged.length === 0) return [];
  const names = someOf(unmanaged.map(({integration, name}) => `${integration}/${JSON.stringify(name)}`));
  const text =
    'No earlier apply of this step is on record: only the commit before this one tells what was declared before. ' +
    `Registered, and declared by no file: ${names}.`;
  return [{level: 'notice', text}];
}

/** Bundles that this step deployed, and that are neither declared nor registered any more. */
function handDeleted(
  {candidates}: DeclaredBefore,
  declared: readonly BundleId[],
  {bundles, unmanaged}: Registered
): readonly BundleId[] {
  const there = new Set([...declared, ...bundles, ...unmanaged].map(idKey));
  const gone = (candidates ?? []).filter((bundle) => !there.has(idKey(bundle)));
  return [
    ...new Map(gone.map(({integration, name}) => [idKey({integration, name}), {integration, name}])).values()
  ];
}

/** What was installed before applies of this step that did not come to their end. */
function installedBefore({records}: DeclaredBefore): ReadonlySet<string> {
  const last = records.own.findIndex(isSuccess);
  const unfinished = last === -1 ? records.own : records.own.slice(0, last);
  return new Set(unfinished.flatMap(({record}) => (isOldRecord(record) ? [] : record.installed)));
}

function unknownIntegration(integration: string): string {
  return `The registry does not know the integration ${integration}: it must be created before a bundle can be uploaded to it.`;
}
