import type {Issue} from '../ports.js';
import {toAuthor} from './author.js';
import type {UserData} from './author.js';
import {demand, textOf} from './demand.js';

/** What is used of the API's `issue`. */
export interface IssueData {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  /** null for an issue without a description. */
  readonly body?: string | null;
  readonly user: UserData | null;
}

export function toIssue(data: IssueData): Issue {
  demand('an issue', data, {number: 'number', html_url: 'string', title: 'string'});
  const {number, html_url, title, body, user} = data;
  return {number, url: html_url, title, body: textOf(body), author: toAuthor(user)};
}
