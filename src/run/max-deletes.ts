import {UserError} from '../errors.js';
import type {Inputs} from '../inputs/inputs.js';
import {warning, type Notice} from '../job/notice.js';
import {countSteps} from '../plan/plan.js';
import type {Plan} from '../plan/types.js';
import {counted} from '../words.js';

/** Stops an apply before its first write. @throws UserError `too-many-deletes` when the plan deletes more than `max-deletes` */
export function refuseTooManyDeletes({steps}: Plan, most: number): void {
  const deletions = countSteps(steps).deleted;
  if (deletions <= most) return;
  throw new UserError(
    'too-many-deletes',
    `this apply would delete ${counted(deletions, 'bundle')}, and max-deletes allows ${most}; nothing was written`,
    'If they are all meant to go, raise max-deletes for one run; else look for what removed their files.'
  );
}

/** A plan that would not be applied says so before it is merged. */
export function tooManyDeletes({steps}: Plan, {maxDeletes}: Inputs): readonly Notice[] {
  const deletions = countSteps(steps).deleted;
  if (deletions <= maxDeletes) return [];
  const text = `An apply of this plan would stop: it deletes ${counted(deletions, 'bundle')}, and max-deletes allows ${maxDeletes}.`;
  return [warning(text)];
}
