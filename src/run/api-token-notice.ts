import type {Inputs} from '../inputs/inputs.js';
import type {Notice} from '../job/notice.js';
import {daysOfApiTokens} from '../registry/api-tokens.js';
import {usesApiToken} from '../registry/credentials.js';
import {counted} from '../words.js';

/** In the last so many days it is a warning. */
const LAST_DAYS = 60;

/**
 * Says that API tokens end, where the step uses one; null where it does not.
 *
 * @param now milliseconds since the epoch
 */
export function apiTokenNotice({credentials}: Pick<Inputs, 'credentials'>, now: number): Notice | null {
  if (credentials === null || !usesApiToken(credentials)) return null;
  const days = daysOfApiTokens(now);
  const when =
    days === 0
      ? 'Zendesk has ended all API tokens on 30 April 2027'
      : `Zendesk ends all API tokens on 30 April 2027, in ${counted(days, 'day')}`;
  return {
    level: days > LAST_DAYS ? 'notice' : 'warning',
    text: `${when}, and this step uses one. README, section Credentials, says what to do.`
  };
}
