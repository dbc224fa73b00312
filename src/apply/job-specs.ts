import type {Step} from '../plan/types.js';
import type {Clock, JobSpecStatus, Registry} from '../ports.js';
import {RegistryError} from '../registry/errors.js';
import {LAG_DELAYS, LONGEST_LAG} from './lag.js';

/** How long it is waited before an installation that was refused is tried again, in milliseconds. */
const PAUSE = 1500;

/** What is to be so in the end: job specs by their qualified names. */
interface Expected {
  readonly step: Step;
  readonly installed: boolean;
  /** Whether the registry said that it is so. What it refused is not tried again. */
  readonly isDone: boolean;
}

export interface Verification {
  /** What is not as it should be, by step: for "… when read back". */
  readonly wrong: ReadonlyMap<Step, readonly string[]>;
  /** Why a list could not be read, by step. */
  readonly unread: ReadonlyMap<Step, unknown>;
}

/** The job specs that an apply installs and uninstalls, and what must be so of them in the end. */
export class JobSpecs {
  private readonly expected = new Map<string, Map<string, Expected>>();
  private readonly before = new Map<string, Promise<ReadonlySet<string> | null>>();

  constructor(
    private readonly registry: Registry,
    private readonly clock: Clock
  ) {}

  /** The integrations of whose job specs something is expected. */
  get integrations(): readonly string[] {
    return [...this.expected.keys()];
  }

  /**
   * Installs a step's job specs. What the registry refuses is tried again for as long as it may not know yet what
   * was uploaded.
   *
   * @param isKnown whether the registry has shown by now what was uploaded
   * @param isUrgent whether there is no time to wait for anything
   * @throws what the registry throws
   */
  async install(
    step: Step,
    names: readonly string[],
    isKnown: () => boolean,
    isUrgent: () => boolean
  ): Promise<void> {
    this.expect(step, names, true, false);
    const missing: RegistryError[] = [];
    await all(names, async (name) => {
      try {
        await this.installOne(name, isKnown, isUrgent);
        this.expect(step, [name], true);
      } catch (error) {
        if (!(error instanceof RegistryError) || error.status !== 404) throw error;
        missing.push(error);
      }
    });
    // A registry without the list and without installation serves no job specs: the plan has said so.
    const [first] = missing;
    if (first !== undefined && (await this.list(step.integration)) !== null) throw first;
  }

  /** Installs job specs of a bundle of which it is not known whether it was uploaded: what is refused is left. */
  async tryInstall(names: readonly string[]): Promise<void> {
    await Promise.allSettled(names.map((name) => this.registry.installJobSpec(name)));
  }

  /** @throws what the registry throws */
  async uninstall(step: Step, names: readonly string[]): Promise<void> {
    this.expect(step, names, false, false);
    await all(names, async (name) => {
      await this.registry.uninstallJobSpec(name);
      this.expect(step, [name], false);
    });
  }

  /** What is expected of these from now on. */
  expect(step: Step, names: readonly string[], installed: boolean, isDone = true): void {
    const ofIntegration = this.expected.get(step.integration) ?? new Map<string, Expected>();
    this.expected.set(step.integration, ofIntegration);
    for (const name of names) ofIntegration.set(name, {step, installed, isDone});
  }

  /** The same as `installed`, as it was when it was asked for first. */
  installedBefore(integration: string): Promise<ReadonlySet<string> | null> {
    const before = this.before.get(integration) ?? this.installed(integration);
    this.before.set(integration, before);
    return before;
  }

  /** The qualified names of the job specs that are installed now; null where the account does not serve the list. */
  async installed(integration: string): Promise<ReadonlySet<string> | null> {
    const list = await this.list(integration);
    if (list === null) return null;
    const installed = list.filter((spec) => spec.installed);
    return new Set(installed.map(({name}) => `zis:${integration}:job_spec:${name}`));
  }

  /**
   * Reads the lists until they agree with what is expected: the registry's answer to an installation alone does not
   * say that the job spec is installed. What disagrees for a while is installed, or uninstalled, once more.
   *
   * @param isUrgent whether there is no time to wait for anything
   */
  async verify(isUrgent: () => boolean): Promise<Verification> {
    const wrong = new Map<Step, string[]>();
    const unread = new Map<Step, unknown>();
    await Promise.all(
      this.integrations.map(async (integration) => {
        try {
          for (const [name, {step, installed}] of await this.disagreements(integration, isUrgent)) {
            const what = `${name} is ${installed ? 'not' : 'still'} installed`;
            wrong.set(step, [...(wrong.get(step) ?? []), what]);
          }
        } catch (error) {
          for (const {step} of this.expected.get(integration)?.values() ?? []) unread.set(step, error);
        }
      })
    );
    return {wrong, unread};
  }

  private async disagreements(
    integration: string,
    isUrgent: () => boolean
  ): Promise<readonly (readonly [string, Expected])[]> {
    const expected = [...(this.expected.get(integration) ?? [])];
    let wrong: typeof expected = [];
    for (const [turn, delay] of LAG_DELAYS.entries()) {
      if (delay > 0) await this.clock.sleep(delay);
      const installed = await this.installed(integration);
      // An account that does not serve the list: the plan has said that nothing can be verified.
      if (installed === null) return [];
      wrong = expected.filter(([name, entry]) => installed.has(name) !== entry.installed);
      // What the registry refused to do does not come with time.
      if (isUrgent() || !wrong.some(([, {isDone}]) => isDone)) return wrong;
      if (turn === 2) await this.putRight(wrong);
    }
    return wrong;
  }

  /** Whether it helps is seen at the next look. */
  private async putRight(wrong: readonly (readonly [string, Expected])[]): Promise<void> {
    await Promise.allSettled(
      wrong
        .filter(([, {isDone}]) => isDone)
        .map(([name, {installed}]) =>
          installed ? this.registry.installJobSpec(name) : this.registry.uninstallJobSpec(name)
        )
    );
  }

  private async installOne(name: string, isKnown: () => boolean, isUrgent: () => boolean): Promise<void> {
    const start = this.clock.now();
    for (;;) {
      const wasKnown = isKnown();
      try {
        await this.registry.installJobSpec(name);
        return;
      } catch (error) {
        const isRefused = error instanceof RegistryError && error.status === 400;
        const isLate = this.clock.now() - start + PAUSE > LONGEST_LAG;
        if (!isRefused || wasKnown || isLate || isUrgent()) throw error;
        await this.clock.sleep(PAUSE);
      }
    }
  }

  private list(integration: string): Promise<readonly JobSpecStatus[] | null> {
    return this.registry.listJobSpecs(integration, {completes: true});
  }
}

/** Does it for all, side by side, and then throws what the first threw that failed. */
async function all<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const results = await Promise.allSettled(items.map(act));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
