import {bundleHash} from '../bundle/canonical.js';
import type {JsonObject} from '../bundle/json-types.js';
import {UserError} from '../errors.js';
import {refuseAmbiguous} from '../plan/registered.js';
import type {Step} from '../plan/types.js';
import type {BundleSummary, Clock, ReadUse, Registry} from '../ports.js';
import {RegistryError} from '../registry/errors.js';
import {FreshLists} from './fresh-lists.js';
import {LAG_DELAYS} from './lag.js';

/** For how long an upload whose outcome was unknown, and that turned out not to have happened, is tried again: milliseconds. */
const RETRY_FOR_MS = 60_000;

const LONGEST_PAUSE = 10_000;

const COMPLETES: ReadUse = {completes: true};

type List = readonly BundleSummary[] | null;

/** The lists of one look at several bundles, by integration: each is read once. */
export type Look = Map<string, Promise<List>>;

/**
 * The registered bundles as an apply changes them. It knows what it wrote itself; what it has not touched yet is
 * read again just before its first write, since another run may have got there first.
 */
export class Bundles {
  /** What this apply wrote last; null where it deleted. */
  private readonly written = new Map<Step, JsonObject | null>();
  /** Bundles whose uuid is not, or no longer, that of the plan. */
  private readonly renumbered = new Set<Step>();
  /** Uploads of which it is not known whether they took effect. */
  private readonly doubtful = new Set<Step>();
  /** The lists from before the first creation, by integration. */
  private readonly before = new Map<string, Promise<List>>();
  private readonly lists: FreshLists<List>;

  constructor(
    private readonly registry: Registry,
    private readonly clock: Clock
  ) {
    this.lists = new FreshLists((integration) => registry.list(integration, COMPLETES));
  }

  /** What is registered as far as this apply knows: what it wrote, else what the plan saw. */
  contentOf(step: Step): JsonObject | null {
    const written = this.written.get(step);
    return written === undefined ? step.registered : written;
  }

  /** Whether this apply changed the bundle, or may have. */
  touched(step: Step): boolean {
    return this.written.has(step) || this.doubtful.has(step);
  }

  /**
   * Makes a bundle the registered one, unless it is already.
   *
   * @param always whether it is uploaded even if it is
   * @throws UserError `live-changed` when it is not what the plan saw, and what the registry throws
   */
  async put(step: Step, content: JsonObject, always = false): Promise<void> {
    const hash = bundleHash(content);
    if (!this.touched(step)) {
      const registered = await this.first(step);
      const liveHash = registered === null ? null : bundleHash(registered);
      if (liveHash === hash && !always) {
        this.written.set(step, content);
        if (step.uuid === null) this.renumbered.add(step);
        return;
      }
      if (liveHash !== step.liveHash) throw liveChanged(step);
    }
    await this.send(step, content, hash);
    if (step.uuid === null || this.written.get(step) === null) this.renumbered.add(step);
    this.written.set(step, content);
    this.doubtful.delete(step);
  }

  /**
   * Deletes a bundle; one that is gone counts as deleted.
   *
   * @throws UserError `live-changed` when it is not what the plan saw, and what the registry throws
   */
  async remove(step: Step): Promise<void> {
    if (!this.touched(step)) {
      const registered = await this.registry.show(step.integration, uuidOf(step));
      if (registered !== null && bundleHash(registered) !== step.liveHash) throw liveChanged(step);
      if (registered !== null) await this.registry.delete(step.integration, uuidOf(step));
    } else {
      const uuid = await this.uuidNow(step);
      if (uuid !== null) await this.registry.delete(step.integration, uuid);
    }
    this.doubtful.delete(step);
    this.written.set(step, null);
  }

  /**
   * Whether the registry shows what was written: asked once, by the uuid where that is known.
   *
   * @param look shared by all bundles that are looked at together
   */
  async shows(step: Step, look: Look): Promise<boolean> {
    const content = this.written.get(step);
    if (content === undefined || content === null) return false;
    return this.holds(step, bundleHash(content), (integration) => {
      const list = look.get(integration) ?? this.registry.list(integration, COMPLETES);
      look.set(integration, list);
      return list;
    });
  }

  /** Whether the uuid of the bundle is to be read from the list. */
  isNew(step: Step): boolean {
    return step.uuid === null || this.renumbered.has(step);
  }

  private async send(step: Step, content: JsonObject, hash: string): Promise<void> {
    let failedAt: number | null = null;
    for (let tries = 1; ; tries += 1) {
      try {
        await this.registry.upload(step.integration, content);
        return;
      } catch (error) {
        if (!(error instanceof RegistryError) || error.kind !== 'uncertain') throw error;
        this.doubtful.add(step);
        failedAt ??= this.clock.now();
        if (await this.holds(step, hash)) return;
        const pause = Math.min(LONGEST_PAUSE, 1000 * 2 ** (tries - 1)) * (0.5 + this.clock.random() / 2);
        if (this.clock.now() + pause > failedAt + RETRY_FOR_MS) throw error;
        await this.clock.sleep(pause);
      }
    }
  }

  /** The bundle just before its first write. All creations of an integration share one list. */
  private async first(step: Step): Promise<JsonObject | null> {
    const shown = step.uuid === null ? null : await this.registry.show(step.integration, step.uuid);
    if (shown !== null) return shown;
    let list = this.before.get(step.integration);
    if (list === undefined) {
      list = this.registry.list(step.integration);
      this.before.set(step.integration, list);
    }
    return this.named(step, await list);
  }

  private async holds(
    step: Step,
    hash: string,
    list = (integration: string): Promise<List> => this.lists.read(integration)
  ): Promise<boolean> {
    const {integration, uuid} = step;
    const shown =
      uuid === null || this.renumbered.has(step)
        ? null
        : await this.registry.show(integration, uuid, COMPLETES);
    const registered = shown ?? (await this.named(step, await list(integration)));
    return registered !== null && bundleHash(registered) === hash;
  }

  private async named(step: Step, list: List): Promise<JsonObject | null> {
    const summary = find(step, list);
    return summary === undefined ? null : this.registry.show(step.integration, summary.uuid, COMPLETES);
  }

  /** The uuid of a bundle that this apply wrote; null when there is none, however often the list is read. */
  private async uuidNow(step: Step): Promise<string | null> {
    if (!this.isNew(step)) return step.uuid;
    for (const delay of LAG_DELAYS) {
      if (delay > 0) await this.clock.sleep(delay);
      const summary = find(step, await this.lists.read(step.integration));
      if (summary !== undefined) return summary.uuid;
      // An upload that failed and may have worked is not waited for.
      if (!this.written.has(step)) return null;
    }
    return null;
  }
}

/** A bundle as it was registered, as the upload takes it: without what the registry adds. */
export function uploadable(registered: JsonObject): JsonObject {
  const added = ['uuid', 'integration', 'zendesk_account_id'];
  return Object.fromEntries(Object.entries(registered).filter(([key]) => !added.includes(key)));
}

function find(step: Step, list: List): BundleSummary | undefined {
  const listed = list ?? [];
  refuseAmbiguous(listed);
  return listed.find(({name}) => name === step.name);
}

function uuidOf(step: Step): string {
  if (step.uuid === null) throw new Error(`the registered bundle ${step.name} has no uuid`);
  return step.uuid;
}

function liveChanged(step: Step): UserError {
  return new UserError(
    'live-changed',
    `the registered bundle ${JSON.stringify(step.name)} was changed by somebody else while this apply ran`,
    'Run the step again: it plans anew from what is registered then. Let applies wait for one another with `concurrency`.'
  );
}
