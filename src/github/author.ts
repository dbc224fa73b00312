import type {IssueComment} from '../ports.js';
import {demand} from './demand.js';

/** What is used of the API's `simple-user`. */
export interface UserData {
  readonly login: string;
  readonly type: string;
}

/** Who wrote a comment or an issue; null for a deleted account. */
export function toAuthor(user: UserData | null): IssueComment['author'] {
  if (user === null) return null;
  demand('an author', user, {login: 'string', type: 'string'});
  return {login: user.login, isBot: user.type === 'Bot'};
}
