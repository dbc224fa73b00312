import type {IssueComment} from '../ports.js';

/** What is used of the API's `simple-user`. */
export interface UserData {
  readonly login: string;
  readonly type: string;
}

/** Who wrote a comment or an issue; null for a deleted account. */
export function toAuthor(user: UserData | null): IssueComment['author'] {
  return user === null ? null : {login: user.login, isBot: user.type === 'Bot'};
}
