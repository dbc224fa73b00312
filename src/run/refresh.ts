import {idKey} from '../bundle/identity.js';
import type {DeclaredBundle} from '../bundle/model.js';
import {inWorkspace} from '../job/applied-commit.js';
import type {Job} from '../job/job.js';
import type {Notice} from '../job/notice.js';
import {isSuccess} from '../plan/deployed.js';
import {isOldRecord} from '../plan/record.js';
import {counted, plural} from '../words.js';
import type {DeclaredBefore} from './declared-before.js';

/**
 * The bundles that `refresh: changed` takes on the record's word, by identity: the last successful apply of this step
 * declared the same content in the same file, and no later one another. A drift check takes none.
 */
export function trustedBundles(
  {command, inputs, commit}: Job,
  {records}: DeclaredBefore,
  declared: readonly DeclaredBundle[]
): ReadonlyMap<string, DeclaredBundle> {
  const last = records.own.findIndex(isSuccess);
  if (inputs.refresh !== 'changed' || command === 'drift' || last === -1) return new Map();
  const recorded = records.own
    .slice(0, last + 1)
    .map(({record}) => (isOldRecord(record) ? [] : (record.bundles ?? [])))
    .map((bundles) => new Map(bundles.map((bundle) => [idKey(bundle), bundle])));
  const isAsRecorded = (bundle: DeclaredBundle): boolean =>
    recorded.every((bundles) => {
      const found = bundles.get(idKey(bundle));
      return found?.desiredHash === bundle.hash && inWorkspace(commit, found.path) === bundle.path;
    });
  return new Map(declared.filter(isAsRecorded).map((bundle) => [idKey(bundle), bundle]));
}

/** Says how many bundles were not read. */
export function trustNotice(trusted: number): readonly Notice[] {
  if (trusted === 0) return [];
  const text =
    `${counted(trusted, 'bundle')} ${plural(trusted, 'was', 'were')} not read, because refresh is changed and ` +
    `${plural(trusted, 'its file is', 'their files are')} as the last apply recorded ${plural(trusted, 'it', 'them')}: ` +
    'what was changed in the account since is seen by drift.';
  return [{level: 'notice', text}];
}
