import {UserError} from '../errors.js';
import type {RecordPart} from '../job/record.js';
import {driftingBy, driftOf, type Drift} from '../plan/drift.js';
import {hasChanges} from '../plan/plan.js';
import type {RecordedApply} from '../plan/recorded.js';
import type {Plan} from '../plan/types.js';
import {counted} from '../words.js';

/**
 * Fails where the registry does not hold what is declared, and says of each bundle why.
 *
 * @param applies  what earlier applies of this step recorded, newest first, back to the last that succeeded
 * @param deployed the commit of the last successful one
 */
export function checkDrift(
  plan: Plan,
  applies: readonly RecordedApply[],
  deployed: string | null
): RecordPart {
  if (!hasChanges(plan)) return {};
  const drift = driftOf(plan, applies, deployed);
  const message = `the registry does not hold what this commit declares${reasons(drift)}`;
  return {drift, failure: new UserError('drift', message, hintFor(drift))};
}

/** Whether anything else differs than what is still to be applied. */
export function isChangedInAccount(drift: Drift | null): boolean {
  return drift !== null && drift.bundles.length > driftingBy(drift, 'pending').length;
}

function reasons(drift: Drift): string {
  const changed = driftingBy(drift, 'account').length;
  const pending = driftingBy(drift, 'pending').length;
  const parts = [
    ...(changed === 0 ? [] : [`${counted(changed, 'bundle')} changed in the account`]),
    ...(pending === 0 ? [] : [`${counted(pending, 'bundle')} not applied yet`])
  ];
  if (parts.length === 0) return '';
  const since = drift.deployed === null ? '' : `; the last apply was of ${drift.deployed}`;
  return `: ${parts.join(', ')}${since}`;
}

function hintFor(drift: Drift): string {
  return isChangedInAccount(drift)
    ? 'Apply the commit again, or bring the change that was made in the account into the bundle files.'
    : 'Nothing was changed in the account. Apply this commit: its run may wait for an approval, or have failed.';
}
