import {closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {UserError, messageOf} from '../errors.js';
import {EMPTY_STATE, type State} from './state.js';

/** How long an earlier state can be asked for: milliseconds. */
const LONGEST_MEMORY = 60_000;

/** Holds the state and, where a folder is given, keeps it there. */
export class Store {
  /** Earlier states, and until when each was the current one; the oldest first. */
  private readonly earlier: {readonly state: State; readonly until: number}[] = [];

  private constructor(
    private current: State,
    private readonly file: string | null,
    private readonly onChange: () => void,
    private readonly now: () => number
  ) {}

  /**
   * @param dataDir  made when it is not there; null keeps everything in memory
   * @param onChange called after every commit
   * @param now      milliseconds
   * @throws UserError `invalid-inputs` when the folder's file cannot be read or is not a registry's
   */
  static open(
    dataDir: string | null,
    onChange: () => void = () => undefined,
    now: () => number = () => performance.now()
  ): Store {
    if (dataDir === null) return new Store(EMPTY_STATE, null, onChange, now);
    const file = join(resolve(dataDir), 'registry.json');
    try {
      mkdirSync(dataDir, {recursive: true});
    } catch (error) {
      throw unusable(file, `the folder cannot be made (${messageOf(error)})`);
    }
    return new Store(load(file), file, onChange, now);
  }

  get state(): State {
    return this.current;
  }

  /** The state as it was so many milliseconds ago, 60,000 at most. */
  seen(agoMs: number): State {
    const moment = this.now() - agoMs;
    return this.earlier.find(({until}) => until > moment)?.state ?? this.current;
  }

  /** The new state is on the disk before anybody sees it. */
  commit(next: State): void {
    if (this.file !== null) writeAtomically(this.file, `${JSON.stringify({version: 1, ...next}, null, 2)}\n`);
    const now = this.now();
    this.earlier.push({state: this.current, until: now});
    while ((this.earlier[0]?.until ?? now) < now - LONGEST_MEMORY) this.earlier.shift();
    this.current = next;
    this.onChange();
  }
}

/** A kill at any moment leaves either the old file or the new one. */
function writeAtomically(file: string, content: string): void {
  const temporary = `${file}.tmp`;
  const handle = openSync(temporary, 'w', 0o600);
  try {
    writeFileSync(handle, content, 'utf8');
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
}

function load(file: string): State {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return EMPTY_STATE;
    throw unusable(file, `it cannot be read (${messageOf(error)})`);
  }
  let data: unknown;
  try {
    data = JSON.parse(content);
  } catch {
    throw unusable(file, 'it is not JSON');
  }
  if (!isSaved(data)) throw unusable(file, 'it is not the data of this emulator');
  const {nextSequence, bundles, jobSpecs} = data;
  // Files of older emulators lack them.
  const integrations = data.integrations ?? bundles.map(({integration}) => integration);
  return {nextSequence, integrations, bundles, jobSpecs};
}

/** A state as a file holds it. */
type Saved = Omit<State, 'integrations'> & Partial<Pick<State, 'integrations'>>;

function isSaved(data: unknown): data is Saved {
  if (typeof data !== 'object' || data === null) return false;
  const {version, nextSequence, integrations = [], bundles, jobSpecs} = data as Record<string, unknown>;
  const isNames = Array.isArray(integrations) && integrations.every((name) => typeof name === 'string');
  const sound = version === 1 && Number.isSafeInteger(nextSequence) && isNames;
  return sound && isListOf(bundles, 'content') && isListOf(jobSpecs, 'properties');
}

function isListOf(list: unknown, objectKey: string): boolean {
  if (!Array.isArray(list)) return false;
  return list.every((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return false;
    const {sequence, uuid, integration, name, [objectKey]: object} = entry as Record<string, unknown>;
    const texts = [uuid, integration, name].every((text) => typeof text === 'string');
    return texts && Number.isSafeInteger(sequence) && typeof object === 'object' && object !== null;
  });
}

function unusable(file: string, why: string): UserError {
  return new UserError(
    'invalid-inputs',
    `The registry's data in ${file} cannot be used: ${why}.`,
    'Mend the file, or move it away to start with an empty registry. It has not been changed.'
  );
}
