import {readBundleFile, tooLargeBundleFile, unreadableBundleFile, type BundleFile} from '../bundle/model.js';
import {MAX_FILE_BYTES} from '../bundle/text.js';
import {UserError} from '../errors.js';
import type {Job} from '../job/job.js';
import {warning, type Notice} from '../job/notice.js';
import {blobSha} from '../plan/declared-at.js';
import type {WorkspaceFile} from '../ports.js';
import {readHeadTree, refuseIncomplete} from './checkout.js';

/**
 * Says that no file matches. Where files of the commit do, the checkout lacks them, and that is said instead.
 *
 * @throws UserError when no file matches and `allow-empty` does not say that this is meant; validate only warns
 */
export async function demandFiles(job: Job): Promise<readonly Notice[]> {
  const {command, inputs, files} = job;
  if (files.length > 0 || inputs.allowEmpty) return [];
  const message = `no file matches bundles: ${inputs.bundles.join(', ')}`;
  // A push to a branch without bundles is no mistake; whoever asks for a check of nothing has made one.
  if (command === 'validate' && inputs.command === 'auto')
    return [warning(`Nothing was checked: ${message}.`)];
  if (command !== 'validate') await refuseIncomplete(job, await readHeadTree(job));
  throw new UserError(
    'invalid-inputs',
    message,
    'Check the patterns and that the repository is checked out (actions/checkout). ' +
      'If the repository really declares no bundle, set allow-empty: true.'
  );
}

/** Reads one file after the other, and notes git's name for each content. */
export async function* readFiles(
  files: readonly WorkspaceFile[],
  blobs: Map<string, string>
): AsyncGenerator<BundleFile> {
  for (const file of files) {
    yield file.bytes > MAX_FILE_BYTES
      ? tooLargeBundleFile(file.path, file.bytes)
      : await readFileOf(file, blobs);
  }
}

/** A file that cannot be read becomes a finding at that file: it does not keep the others from being checked. */
async function readFileOf(file: WorkspaceFile, blobs: Map<string, string>): Promise<BundleFile> {
  try {
    const content = await file.read();
    blobs.set(file.path, blobSha(content));
    return readBundleFile(file.path, content);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return unreadableBundleFile(file.path, {message: error.message, hint: error.hint});
  }
}
