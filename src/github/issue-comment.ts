import type {IssueComment} from '../ports.js';
import {toAuthor} from './author.js';
import type {UserData} from './author.js';

/** What is used of the API's `issue-comment`. */
export interface IssueCommentData {
  /** octokit reads numbers above 2^53 as bigint; GitHub's ids are far below. */
  readonly id: number | bigint;
  readonly html_url: string;
  readonly body?: string;
  readonly user: UserData | null;
}

export function toIssueComment({id, html_url, body, user}: IssueCommentData): IssueComment {
  return {id: Number(id), url: html_url, body: body ?? '', author: toAuthor(user)};
}
