import type {IssueComment} from '../ports.js';
import {toAuthor} from './author.js';
import type {UserData} from './author.js';
import {demand, textOf} from './demand.js';

/** What is used of the API's `issue-comment`. */
export interface IssueCommentData {
  /** octokit reads numbers above 2^53 as bigint; GitHub's ids are far below. */
  readonly id: number | bigint;
  readonly html_url: string;
  readonly body?: string;
  readonly user: UserData | null;
}

export function toIssueComment(data: IssueCommentData): IssueComment {
  demand('a comment', data, {id: 'number', html_url: 'string'});
  const {id, html_url, body, user} = data;
  return {id: Number(id), url: html_url, body: textOf(body), author: toAuthor(user)};
}
