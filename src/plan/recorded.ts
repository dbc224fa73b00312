import {idKey} from '../bundle/identity.js';
import type {BundleId} from '../bundle/model.js';
import type {RecordedBundle} from './record.js';

/** What an apply of this step declared, as its record says. */
export interface RecordedApply {
  readonly sha: string;
  /** null where the record names no bundles. */
  readonly bundles: readonly RecordedBundle[] | null;
}

/** Who left a bundle in the account as it is: an apply of ours, somebody else, or nobody can tell. */
export type Author = 'us' | 'others' | 'unknown';

/**
 * Who left a bundle as it is registered: us, where one of our applies declared it so. Not only the newest counts:
 * an apply that failed half-way left some bundles as the one before it.
 *
 * @param applies  newest first, back to the last that succeeded
 * @param liveHash of what is registered; null for nothing
 */
export function authorOf(applies: readonly RecordedApply[], id: BundleId, liveHash: string | null): Author {
  const key = idKey(id);
  let isUnknown = applies.length === 0;
  for (const {bundles} of applies) {
    if (bundles === null) {
      isUnknown = true;
      continue;
    }
    const recorded = bundles.find((bundle) => idKey(bundle) === key)?.desiredHash ?? null;
    if (recorded === liveHash) return 'us';
  }
  return isUnknown ? 'unknown' : 'others';
}
