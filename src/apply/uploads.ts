import type {JsonObject} from '../bundle/json-types.js';
import {UserError} from '../errors.js';
import type {Step} from '../plan/types.js';
import {RegistryError} from '../registry/errors.js';
import {counted} from '../words.js';
import type {Bundles} from './bundles.js';
import {type Look} from './bundles.js';
import type {JobSpecs} from './job-specs.js';
import {LAG_DELAYS, eventually} from './lag.js';
import type {Ledger} from './ledger.js';
import type {ApplyPorts} from './ports.js';
import type {Starts} from './starts.js';

/** What the parts of an apply share. */
export interface Work {
  readonly ports: ApplyPorts;
  readonly ledger: Ledger;
  readonly starts: Starts;
  readonly bundles: Bundles;
  readonly jobSpecs: JobSpecs;
}

/**
 * Uploads bundles and completes each at once: an upload takes the triggers of its bundle off, so its job specs are
 * installed before anything else, and it is read back meanwhile.
 */
export class Uploads {
  /** The looks at bundles that the registry did not show at once. */
  private readonly looks: Promise<void>[] = [];
  /** Bundles that are read back by the list, when all uploads are sent. */
  private readonly listed = new Set<Step>();
  private lagging = 0;
  private longestLag = 0;

  constructor(private readonly work: Work) {}

  /**
   * Uploads a bundle and installs job specs of it. What goes wrong after the upload is entered in the ledger.
   *
   * @param content what to upload
   * @param specs   the qualified names of the job specs to install
   * @param always  whether it is uploaded even if it is registered already
   * @throws what the upload throws: then it is not done, or not known to be
   */
  async send(step: Step, content: JsonObject, specs: readonly string[], always = false): Promise<void> {
    const {ledger, starts, jobSpecs, bundles, ports} = this.work;
    const begun = ports.clock.now();
    try {
      await this.inTime(bundles.put(step, content, always));
    } catch (error) {
      // It may have taken the triggers off all the same.
      if (isUncertain(error)) await jobSpecs.tryInstall(specs);
      throw error;
    }
    ledger.wrote(step);
    const {first, isKnown} = this.lookAt(step);
    const isUrgent = (): boolean => starts.isUrgent;
    await ledger.attempt(step, () => jobSpecs.install(step, specs, isKnown, isUrgent));
    await first;
    starts.completed(ports.clock.now() - begun);
  }

  /** Reads back whatever has not been read back yet. A bundle that stays old has failed. */
  async readBack(): Promise<void> {
    await Promise.all([...this.looks.splice(0), this.readListed()]);
  }

  /** What a reader should know of how the registry kept up; empty when there is nothing. */
  get notices(): readonly string[] {
    if (this.lagging === 0) return [];
    const seconds = Math.ceil(this.longestLag / 1000);
    return [
      `The registry showed the new content of ${counted(this.lagging, 'bundle')} only after up to ${seconds} s; job specs were installed meanwhile.`
    ];
  }

  /** Begins to look until the registry shows what was uploaded. @returns when the first look is over */
  private lookAt(step: Step): {readonly first: Promise<void>; readonly isKnown: () => boolean} {
    const {bundles, starts, ports} = this.work;
    if (bundles.isNew(step)) {
      this.listed.add(step);
      return {first: Promise.resolve(), isKnown: () => false};
    }
    let isKnown = false;
    let looked = (): void => undefined;
    const first = new Promise<void>((resolve) => (looked = resolve));
    const isSo = async (): Promise<boolean> => {
      try {
        // A bundle that was deleted again has nothing to show.
        isKnown = bundles.contentOf(step) === null || (await bundles.shows(step, new Map()));
        return isKnown;
      } finally {
        looked();
      }
    };
    const look = eventually(ports.clock, isSo, () => starts.isUrgent).then(
      (after) => {
        this.conclude(step, after);
      },
      (error: unknown) => {
        this.work.ledger.fail(step, error);
      }
    );
    this.looks.push(look);
    return {first, isKnown: () => isKnown};
  }

  /** All bundles that are found by the list share one list for each look. */
  private async readListed(): Promise<void> {
    const {bundles, starts, ports} = this.work;
    let open = [...this.listed];
    this.listed.clear();
    const start = ports.clock.now();
    for (const delay of LAG_DELAYS) {
      if (open.length === 0) return;
      if (delay > 0) await ports.clock.sleep(delay);
      open = await this.notShown(open, new Map(), ports.clock.now() - start);
      if (starts.isUrgent) break;
    }
    for (const step of open) if (bundles.contentOf(step) !== null) this.conclude(step, null);
  }

  private async notShown(open: readonly Step[], look: Look, after: number): Promise<Step[]> {
    const {bundles, ports, ledger} = this.work;
    const states = await Promise.all(
      open.map((step) =>
        ports.limit(async () => {
          // It may have been put back meanwhile.
          if (bundles.contentOf(step) === null) return null;
          try {
            if (!(await bundles.shows(step, look))) return step;
            this.conclude(step, after);
          } catch (error) {
            ledger.fail(step, error);
          }
          return null;
        })
      )
    );
    return states.filter((step) => step !== null);
  }

  /** @param after how many milliseconds it took until the registry showed it; null when it never did */
  private conclude(step: Step, after: number | null): void {
    if (after === null) this.work.ledger.fail(step, notShown(step));
    else if (after >= 500) {
      this.lagging += 1;
      this.longestLag = Math.max(this.longestLag, after);
    }
  }

  /** An upload that was sent is waited for only briefly once the step is cancelled. */
  private async inTime(upload: Promise<void>): Promise<void> {
    const {stopWaiting} = this.work.ports;
    if (stopWaiting === undefined) return upload;
    let release = (): void => undefined;
    const late = new Promise<'late'>((resolve) => {
      release = (): void => {
        resolve('late');
      };
      if (stopWaiting.aborted) release();
      else stopWaiting.addEventListener('abort', release, {once: true});
    });
    const outcome = await Promise.race([upload, late]).finally(() => {
      stopWaiting.removeEventListener('abort', release);
    });
    if (outcome !== 'late') return;
    upload.catch(() => undefined);
    throw new Unanswered();
  }
}

/** An upload was not answered before the step had to end. */
class Unanswered extends UserError {
  constructor() {
    super(
      'apply-failed',
      'the registry had not answered the upload when the step was cancelled, so that it is not known whether it took effect',
      'Run the step again.'
    );
  }
}

function isUncertain(error: unknown): boolean {
  return error instanceof Unanswered || (error instanceof RegistryError && error.kind === 'uncertain');
}

function notShown(step: Step): UserError {
  return new UserError(
    'apply-failed',
    `the registry took the bundle ${JSON.stringify(step.name)}, but when read back it does not hold what was uploaded`,
    'Run the step again; if it stays so, compare the plan with the bundle that the registry shows.'
  );
}
