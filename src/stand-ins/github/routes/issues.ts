import {invalid, notFound, optionalText, paged, requiredText} from '../api.js';
import type {ApiReply, ApiRequest, Route} from '../api.js';
import {commentBody, issueBody} from '../bodies/common.js';
import type {Body} from '../bodies/common.js';
import {selectIssues} from './issue-filter.js';
import type {Comment, Issue, Label} from '../records.js';

/** Issues, and comments on issues and pull requests alike. */
export function issueRoutes(): readonly Route[] {
  const discussion = (access: 'read' | 'write') =>
    [
      ['issues', access],
      ['pull-requests', access]
    ] as const;
  return [
    {
      operation: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
      needs: discussion('read'),
      handle: listComments
    },
    {
      operation: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      needs: discussion('write'),
      handle: createComment
    },
    {
      operation: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
      needs: discussion('write'),
      handle: updateComment
    },
    {
      operation: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
      needs: discussion('write'),
      handle: deleteComment
    },
    {operation: 'GET /repos/{owner}/{repo}/issues', needs: [['issues', 'read']], handle: listIssues},
    {operation: 'POST /repos/{owner}/{repo}/issues', needs: [['issues', 'write']], handle: createIssue},
    {
      operation: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
      needs: discussion('write'),
      handle: updateIssue
    }
  ];
}

/** GitHub's own limits. It counts characters; UTF-16 units are the strictest reading of that. */
const MAX_BODY_LENGTH = 65_536;
const MAX_TITLE_LENGTH = 256;

function listComments(request: ApiRequest): ApiReply {
  const since = request.url.searchParams.get('since');
  const comments = request.site.state
    .commentsOn(issueOf(request).number)
    .filter(({updatedAt}) => since === null || Date.parse(updatedAt) >= Date.parse(since));
  return paged(request, comments, (comment) => commentBody(request.site, comment));
}

function createComment(request: ApiRequest): ApiReply {
  const {site, viewer, body} = request;
  const issue = issueOf(request);
  const comment = site.state.addComment(issue.number, viewer.account.login, commentText(body));
  return {status: 201, body: commentBody(site, comment)};
}

function updateComment(request: ApiRequest): ApiReply {
  const {site, body} = request;
  const comment = commentOf(request);
  comment.body = commentText(body);
  comment.updatedAt = site.state.now();
  return {status: 200, body: commentBody(site, comment)};
}

function deleteComment(request: ApiRequest): ApiReply {
  request.site.state.comments.delete(commentOf(request).id);
  return {status: 204};
}

function listIssues(request: ApiRequest): ApiReply {
  const {state} = request.site;
  const commentCount = ({number}: Issue) => state.commentsOn(number).length;
  const issues = selectIssues([...state.issues.values()], request.url.searchParams, commentCount);
  return paged(request, issues, (issue) => issueBody(request.site, issue));
}

function createIssue({site, viewer, body}: ApiRequest): ApiReply {
  const {state} = site;
  const title = titleOf(body) ?? '';
  if (title === '') throw invalid({resource: 'Issue', field: 'title', code: 'missing_field'});
  const issue = state.openIssue(title, issueText(body), viewer.account.login);
  edit(issue, {...body, title: undefined, body: undefined}, {site, viewer});
  return {status: 201, body: issueBody(site, issue)};
}

function updateIssue(request: ApiRequest): ApiReply {
  const issue = issueOf(request);
  edit(issue, request.body, request);
  return {status: 200, body: issueBody(request.site, issue)};
}

/** Takes over what the body names and leaves the rest. */
function edit(issue: Issue, body: Body, {site, viewer}: Pick<ApiRequest, 'site' | 'viewer'>): void {
  const {state} = site;
  const login = viewer.account.login;
  const [title, text] = [titleOf(body), issueText(body)];
  issue.title = title ?? issue.title;
  issue.body = body['body'] === undefined ? issue.body : text;
  issue.labels = list(body['labels'])?.map((label) => state.label(nameOf(label, 'name'))) ?? issue.labels;
  issue.assignees =
    list(body['assignees'])?.map((who) => state.account(nameOf(who, 'login'))) ?? issue.assignees;
  issue.updatedAt = state.now();
  if (body['state'] === 'closed' && issue.state === 'open') {
    if (issue.pull === null) state.closeIssue(issue, login);
    else state.closePullRequest(issue.number, login);
  }
  if (body['state'] === 'open' && issue.state === 'closed') {
    Object.assign(issue, {state: 'open', closedAt: null, closedBy: null, stateReason: 'reopened'});
  }
  const reason = optionalText(body, 'state_reason', 'Issue');
  if (issue.state === 'closed') issue.stateReason = reason ?? issue.stateReason ?? 'completed';
}

function issueOf({site, params}: ApiRequest): Issue {
  const issue = site.state.issues.get(Number(params['issue_number']));
  if (issue === undefined) throw notFound();
  return issue;
}

function commentOf({site, params}: ApiRequest): Comment {
  const comment = site.state.comments.get(Number(params['comment_id']));
  if (comment === undefined) throw notFound();
  return comment;
}

function commentText(body: Body): string {
  const text = requiredText(body, 'body', 'IssueComment');
  const about = {resource: 'IssueComment', field: 'body'};
  if (text.trim() === '') throw invalid({...about, code: 'unprocessable', message: 'Body cannot be blank'});
  if (text.length > MAX_BODY_LENGTH) {
    const message = `Body is too long (maximum is ${MAX_BODY_LENGTH} characters)`;
    throw invalid({...about, code: 'unprocessable', message});
  }
  return text;
}

/** A title may be a number too. */
function titleOf({title}: Body): string | null {
  if (typeof title !== 'string' && typeof title !== 'number') return null;
  return atMost(MAX_TITLE_LENGTH, 'title', String(title));
}

function issueText(body: Body): string | null {
  const text = optionalText(body, 'body', 'Issue');
  return text === null ? null : atMost(MAX_BODY_LENGTH, 'body', text);
}

function atMost(limit: number, field: 'title' | 'body', text: string): string {
  if (text.length <= limit) return text;
  const message = `${field} is too long (maximum is ${limit} characters)`;
  throw invalid({resource: 'Issue', field, code: 'custom', message});
}

function list(value: unknown): unknown[] | null {
  return Array.isArray(value) ? (value as unknown[]) : null;
}

/** Labels and assignees are given by name, or as an object that has it. */
function nameOf(value: unknown, property: keyof Label | 'login'): string {
  const name = typeof value === 'object' && value !== null ? (value as Body)[property] : value;
  if (typeof name !== 'string') throw invalid({resource: 'Issue', field: property, code: 'invalid'});
  return name;
}
