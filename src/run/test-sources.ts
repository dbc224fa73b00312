import {patternFor} from '../bundle/patterns.js';
import {MAX_FILE_BYTES} from '../bundle/text.js';
import {UserError} from '../errors.js';
import type {Files, WorkspaceFile} from '../ports.js';

/** What is read for the tests of one run, in bytes: test files, and each bundle, event and snapshot they name. */
const MAX_BYTES_TOGETHER = 64 * 1024 * 1024;

/** Reads what flow tests need, as much as one run may read. */
export class TestSources {
  private left = MAX_BYTES_TOGETHER;

  constructor(private readonly files: Pick<Files, 'find'>) {}

  /** @throws UserError when it cannot be read, or with it the tests read too much */
  async read(file: WorkspaceFile): Promise<Uint8Array> {
    this.left -= file.bytes;
    if (this.left < 0) {
      const message = `${file.path} was not read: the tests read more than ${MAX_BYTES_TOGETHER / (1024 * 1024)} MB`;
      throw new UserError('invalid-inputs', message, 'Run fewer files at a time: narrow the `tests` input.');
    }
    return file.read();
  }

  /** What a path of the workspace holds; null when it is not there, and the error when it cannot be read. */
  async contentOf(path: string): Promise<Uint8Array | UserError | null> {
    try {
      const [file] = await this.files.find([patternFor(path)]);
      if (file === undefined) return null;
      if (file.bytes <= MAX_FILE_BYTES) return await this.read(file);
      const message = `${path} is larger than ${MAX_FILE_BYTES / (1024 * 1024)} MB`;
      return new UserError('invalid-bundles', message, 'Make it smaller.');
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
  }
}
