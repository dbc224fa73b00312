import {GitHubError} from './errors.js';

/** Milliseconds since the epoch, of a time as the API gives it: ISO 8601 in UTC, to the second. */
export function timeOf(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new GitHubError(`GitHub: "${text.slice(0, 40)}" is no time`, null, 'other');
  return time;
}
