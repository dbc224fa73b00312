/**
 * What becomes of API tokens (Zendesk, "Migrating from API tokens to OAuth access tokens"): none is made since
 * 27 October 2026, one that is not used for 30 days is deactivated, and on 30 April 2027 all end.
 */
const END = Date.parse('2027-04-30T00:00:00Z');
const DAY = 24 * 60 * 60_000;

/** @param now milliseconds since the epoch @returns the days until API tokens end, 0 once they have */
export function daysOfApiTokens(now: number): number {
  return Math.max(0, Math.ceil((END - now) / DAY));
}

export const API_TOKEN_DATES =
  'Since 27 October 2026 Zendesk makes no new API tokens, deactivates those that are not used for 30 days, and ends all of them on 30 April 2027.';
