import type {JsonObject} from '../bundle/json-types.js';
import {UserError, messageOf} from '../errors.js';
import {jobSpecNames} from '../plan/job-specs.js';
import {isUpload, keysOf, type TakenName} from '../plan/moves.js';
import type {Step} from '../plan/types.js';
import {RegistryError} from '../registry/errors.js';
import {uploadable} from './bundles.js';
import {nextArrangement, nextUploads, type Group, type Moving} from './groups.js';
import {NOT_BEGUN} from './ledger.js';
import {plain} from '../visible.js';
import type {StopReason} from './starts.js';
import type {Uploads, Work} from './uploads.js';

export interface GroupOptions {
  /** Whether bundles may be stripped of names or deleted for a moment (not with `deletes: never`). */
  readonly mayRearrange: boolean;
  /** Names that are held by registered bundles outside the plan. */
  readonly taken: readonly TakenName[];
}

/** What has become of a group: `blocked` when it takes the registry's insistence on unique names to be worked around. */
export type GroupState = 'settled' | 'blocked';

/**
 * Applies a group of bundles among which names move: all of them come to be as declared, or all are put back as they
 * were, with exactly the job specs installed that were installed.
 */
export class GroupApply {
  /** The qualified names of the job specs that were installed before the group's first write, by bundle. */
  private readonly installed = new Map<Step, readonly string[]>();
  private readonly former = new Map<Step, JsonObject>();

  constructor(
    private readonly group: Group,
    private readonly uploads: Uploads,
    private readonly work: Work,
    private readonly options: GroupOptions
  ) {
    for (const step of group.members)
      if (step.registered !== null) this.former.set(step, uploadable(step.registered));
  }

  /** Uploads in waves, those that give names up before those that take them. */
  async inWaves(): Promise<GroupState> {
    const {bundles, ledger} = this.work;
    let open = this.group.members.filter(isUpload);
    if (ledger.isRefused) return this.leave(null);
    try {
      await this.noteInstalled();
    } catch (error) {
      return this.putBack(open[0], error);
    }
    const blocked: Step[] = [];
    while (open.length > 0) {
      const isGiven = (giver: Step): boolean => bundles.contentOf(giver) === giver.declared;
      const next = nextUploads(this.group, open, isGiven);
      const isWaiting = blocked.length > 0 && next.some((step) => this.waitsFor(step, blocked));
      if (isWaiting) break;
      const failures = await this.send(next);
      const other = failures.find(({error}) => !isDuplicate(error));
      if (other !== undefined) return this.putBack(other.step, other.error);
      for (const {step, error} of failures) {
        if (!this.isWorthRearranging(step)) return this.putBack(step, this.explained(step, error));
        blocked.push(step);
      }
      open = open.filter((step) => !next.includes(step));
    }
    if (blocked.length > 0) return 'blocked';
    this.conclude();
    return 'settled';
  }

  /** Makes room for the names: their holders are uploaded without them, or deleted, just before the takers come. */
  async rearranged(): Promise<void> {
    const {ledger, starts} = this.work;
    if (ledger.isRefused) {
      this.leave(null);
      return;
    }
    const why = starts.why(this.group.members.length);
    if (why !== null) {
      await this.putBack(this.group.members.find(isUpload), new NotBegun(why));
      return;
    }
    for (;;) {
      const next = nextArrangement(this.group.members.map((step) => this.moving(step)));
      if (next === null) break;
      const failure =
        next.kind === 'uploads'
          ? (await this.send(next.steps))[0]
          : await this.tryTo(next.step, () => this.strip(next.step, next.rest));
      if (failure !== undefined) {
        await this.putBack(failure.step, this.explained(failure.step, failure.error));
        return;
      }
    }
    this.conclude();
  }

  /** Uploads side by side. @returns those that failed */
  private async send(steps: readonly Step[]): Promise<{readonly step: Step; readonly error: unknown}[]> {
    const {limit} = this.work.ports;
    const results = await Promise.all(
      steps.map((step) =>
        limit(() => this.tryTo(step, () => this.uploads.send(step, contentOf(step), step.jobSpecs.install)))
      )
    );
    return results.filter((failure) => failure !== undefined);
  }

  private async tryTo(
    step: Step,
    act: () => Promise<void>
  ): Promise<{readonly step: Step; readonly error: unknown} | undefined> {
    const {starts, bundles, ledger} = this.work;
    try {
      // A group that was begun is completed, except that nothing at all is begun once the step is cancelled.
      const isBegun = this.group.members.some((member) => bundles.touched(member));
      const why = isBegun ? (starts.isUrgent ? 'cancelled' : null) : starts.why(this.group.members.length);
      if (why !== null) throw new NotBegun(why);
      if (ledger.isRefused) throw new Refused();
      await act();
      return undefined;
    } catch (error) {
      return {step, error};
    }
  }

  /** @param rest what stays of the bundle; null when it has to go */
  private async strip(step: Step, rest: JsonObject | null): Promise<void> {
    const {bundles, jobSpecs, ports} = this.work;
    ports.log.info(
      plain`${rest === null ? 'deleted for its names' : 'taken names from'}: ${step.integration}/${step.name}`
    );
    if (rest === null) {
      await jobSpecs.uninstall(step, step.jobSpecs.uninstall);
      await bundles.remove(step);
      return;
    }
    const content = uploadable(rest);
    const kept = new Set(jobSpecNames(step.integration, content));
    await this.uploads.send(
      step,
      content,
      this.installedOf(step).filter((name) => kept.has(name))
    );
  }

  /** Puts every bundle of the group back as it was. @param culprit what failed */
  private async putBack(culprit: Step | undefined, error: unknown): Promise<GroupState> {
    const {bundles, ledger, starts} = this.work;
    const touched = this.group.members.filter((step) => bundles.touched(step));
    if (culprit === undefined) return 'settled';
    if (touched.length === 0 && error instanceof NotBegun) return this.leave(error.message);
    if (touched.length === 0 && error instanceof Refused) return this.leave(null);
    const isOver = starts.isUrgent || ledger.isRefused || isRefusal(error);
    if (touched.length === 0 || isOver) {
      ledger.fail(culprit, error);
      return this.leave(
        touched.length === 0
          ? `names move between it and ${culprit.name}, which failed`
          : 'the step ended while names were moving between it and other bundles: run it again'
      );
    }
    try {
      await this.restore(touched);
      for (const step of this.group.members) ledger.wroteNothing(step);
      ledger.fail(
        culprit,
        withAfterwards(error, 'all bundles that names move between were put back as they were')
      );
    } catch (other) {
      const what = `the bundles that names move between could not all be put back as they were (${messageOf(other)})`;
      ledger.fail(culprit, withAfterwards(error, what));
      return this.leave('it could not be put back as it was');
    }
    const reason = `it was put back as it was, because ${culprit.name} failed`;
    for (const step of touched) ledger.wasPutBack(step, reason);
    return this.leave(`names move between it and ${culprit.name}, which failed`);
  }

  private async restore(touched: readonly Step[]): Promise<void> {
    const {bundles, jobSpecs, ports} = this.work;
    for (const step of touched.filter(({registered}) => registered === null)) {
      await jobSpecs.uninstall(step, jobSpecNames(step.integration, step.declared));
      await bundles.remove(step);
    }
    const isShadowed = this.shadowedBy(touched);
    const back = this.group.members.filter((step) => touched.includes(step) || isShadowed(step));
    const pending = new Set(back.filter(({registered}) => registered !== null));
    while (pending.size > 0) {
      const next = nextArrangement(
        this.group.members.map((step) => ({
          step,
          now: bundles.contentOf(step),
          target: pending.has(step) ? (this.former.get(step) ?? null) : null,
          again: pending.has(step)
        }))
      );
      if (next === null) break;
      if (next.kind === 'strip') {
        await this.strip(next.step, next.rest);
        continue;
      }
      await Promise.all(
        next.steps.map((step) =>
          ports.limit(async () => {
            await this.uploads.send(step, this.former.get(step) ?? {}, this.installedOf(step), true);
          })
        )
      );
      for (const step of next.steps) pending.delete(step);
    }
    this.expectFormer();
  }

  /** Exactly the job specs that were installed are to be installed again. */
  private expectFormer(): void {
    const {jobSpecs} = this.work;
    for (const step of this.group.members) {
      const declared = [step.registered, step.declared].flatMap((content) =>
        jobSpecNames(step.integration, content)
      );
      const installed = new Set(this.group.members.flatMap((member) => this.installedOf(member)));
      jobSpecs.expect(
        step,
        declared.filter((name) => !installed.has(name)),
        false
      );
      jobSpecs.expect(step, this.installedOf(step), true);
    }
  }

  /**
   * Where the registry does not insist on unique names, a taker may have got a name that its holder has as well: the
   * last upload wins, so the holder is uploaded again.
   */
  private shadowedBy(touched: readonly Step[]): (step: Step) => boolean {
    const takers = new Set(touched.filter(isUpload));
    const shadowed = new Set(this.group.moves.filter(({taker}) => takers.has(taker)).map(({giver}) => giver));
    return (step) => shadowed.has(step);
  }

  private moving(step: Step): Moving {
    const target = isUpload(step) ? step.declared : null;
    return {step, now: this.work.bundles.contentOf(step), target, again: false};
  }

  /** The group is as declared. A bundle that was to go and has gone is done with. */
  private conclude(): void {
    const {bundles, ledger} = this.work;
    for (const step of this.group.members) {
      if (isUpload(step) || bundles.contentOf(step) === null) ledger.done(step);
    }
  }

  /** What has not been settled otherwise is not tried. @param reason null when the credentials were refused */
  private leave(reason: string | null): 'settled' {
    const {ledger} = this.work;
    for (const step of this.group.members) {
      if (reason === null) ledger.leave(step);
      else ledger.leaveOut(step, reason);
    }
    return 'settled';
  }

  private waitsFor(step: Step, others: readonly Step[]): boolean {
    return this.group.moves.some(({giver, taker}) => taker === step && others.includes(giver));
  }

  /** Whether another bundle of the group has a name that the bundle is to have, and may lose it. */
  private isWorthRearranging(step: Step): boolean {
    if (!this.options.mayRearrange) return false;
    const wanted = keysOf(step.declared);
    return this.group.members.some((other) => {
      if (other === step) return false;
      const kept = keysOf(other.declared);
      return [...keysOf(this.work.bundles.contentOf(other))].some((key) => wanted.has(key) && !kept.has(key));
    });
  }

  private explained(step: Step, error: unknown): unknown {
    return isDuplicate(error) ? explainTaken(step, error, this.options) : error;
  }

  private installedOf(step: Step): readonly string[] {
    return this.installed.get(step) ?? [];
  }

  /** The list as it is before the first write. */
  private async noteInstalled(): Promise<void> {
    for (const step of this.group.members.filter(({registered}) => registered !== null)) {
      const {integration} = step;
      const installed = await this.work.jobSpecs.installedBefore(integration);
      const names = jobSpecNames(integration, step.registered);
      this.installed.set(step, installed === null ? names : names.filter((name) => installed.has(name)));
    }
  }
}

/** A refusal for names that are used twice, with the holders that are known. */
export function explainTaken(
  step: Step,
  error: RegistryError,
  {taken, mayRearrange}: GroupOptions
): UserError {
  const own = taken.filter(({taker}) => taker === step);
  const holders = own.map(
    ({type, name, holder}) =>
      `${type} ${JSON.stringify(name)} is in the registered bundle ${JSON.stringify(holder)}, which no bundle file of this step declares`
  );
  const never = mayRearrange
    ? []
    : ['with `deletes: never` no registered bundle is deleted or stripped to make room for its names'];
  const more = [...holders, ...never];
  if (more.length === 0) return error;
  return new UserError('apply-failed', `${error.message} ${more.join('; ')}.`, error.hint, {cause: error});
}

/** Whether the registry refused a bundle because a name of it is used by another one. */
export function isDuplicate(error: unknown): error is RegistryError {
  return error instanceof RegistryError && error.status === 400 && /duplicated resources/i.test(error.detail);
}

function isRefusal(error: unknown): boolean {
  return error instanceof UserError && error.reason === 'credentials-rejected';
}

function withAfterwards(error: unknown, what: string): unknown {
  if (!(error instanceof UserError)) return error;
  return new UserError(error.reason, `${error.message.replace(/\.$/, '')}; ${what}`, error.hint, {
    cause: error
  });
}

/** The next write of a group was not begun. */
class NotBegun extends UserError {
  constructor(why: StopReason) {
    super(why === 'cancelled' ? 'cancelled' : 'apply-failed', NOT_BEGUN[why], '');
  }
}

/** The credentials were refused for another bundle. */
class Refused extends UserError {
  constructor() {
    super('cancelled', 'the registry refused the credentials', '');
  }
}

function contentOf(step: Step): JsonObject {
  if (step.declared === null) throw new Error(`the upload of ${step.name} has no content`);
  return step.declared;
}
