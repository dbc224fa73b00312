import {readBundleFile, tooLargeBundleFile, unreadableBundleFile, type BundleFile} from '../bundle/model.js';
import {MAX_FILE_BYTES} from '../bundle/text.js';
import {UserError} from '../errors.js';
import type {Job} from '../job/job.js';
import {warning, type Notice} from '../job/notice.js';
import {blobSha} from '../bundle/blob-sha.js';
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
  const withComments = await alsoWithComments(job);
  throw new UserError(
    'invalid-inputs',
    message,
    `${withComments}Check the patterns and that the repository is checked out (actions/checkout). ` +
      'If the repository really declares no bundle, set allow-empty: true.'
  );
}

/** Says that a pattern for `.json` misses files named `.jsonc`; empty where there are none. */
async function alsoWithComments({inputs, ports}: Job): Promise<string> {
  const patterns = inputs.bundles.map((pattern) => pattern.replace(/\.json$/, '.jsonc'));
  const [first, ...others] = await ports.files.find(patterns);
  if (first === undefined) return '';
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `There is ${first.path}${more}: a pattern such as zis/**/*.{json,jsonc} means both. `;
}

/** More than any repository has, and as much as is checked in some minutes and held in a gigabyte of memory. */
export const MAX_FILES = 20_000;
export const MAX_BYTES = 100 * 1024 * 1024;

/** What a check of all files may take; some ten seconds are enough for ten thousand of them. */
export const CHECK_MS = 180_000;

/**
 * Reads one file after the other, and notes git's name for each content.
 *
 * @param isLate whether the time for the check is over: the files that are left are not read, and that is a finding
 * @throws UserError when there is more than is looked into
 */
export async function* readFiles(
  files: readonly WorkspaceFile[],
  blobs: Map<string, string>,
  isLate: () => boolean = () => false
): AsyncGenerator<BundleFile> {
  refuseTooMuch(files);
  for (const file of files) {
    if (isLate()) yield unreadableBundleFile(file.path, LATE);
    else if (file.bytes > MAX_FILE_BYTES) yield tooLargeBundleFile(file.path, file.bytes);
    else yield await readFileOf(file, blobs);
  }
}

const LATE = {
  message: `the file was not checked: the files before it took more than ${CHECK_MS / 60_000} minutes`,
  hint: 'Check fewer at a time: narrow the `bundles` input.'
};

function refuseTooMuch(files: readonly WorkspaceFile[]): void {
  const read = files.filter(({bytes}) => bytes <= MAX_FILE_BYTES);
  const mebibytes = Math.ceil(read.reduce((sum, {bytes}) => sum + bytes, 0) / 1024 / 1024);
  const most = MAX_BYTES / 1024 / 1024;
  if (files.length <= MAX_FILES && mebibytes <= most) return;
  throw new UserError(
    'invalid-inputs',
    files.length > MAX_FILES
      ? `the bundles input matches ${files.length} files, and at most ${MAX_FILES} are checked in one run`
      : `the files that the bundles input matches have ${mebibytes} MiB together, and at most ${most} are checked in one run`,
    'Narrow the patterns, or split the work over several steps.'
  );
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
