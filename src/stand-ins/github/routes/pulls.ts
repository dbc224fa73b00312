import {ApiFailure, notFound, paged} from '../api.js';
import type {ApiReply, ApiRequest, Route} from '../api.js';
import {changedFiles, pullRequestBody, pullRequestSimpleBody} from '../bodies/pull.js';
import type {PullRequestIssue} from '../records.js';
import {isPullRequest} from '../state.js';

/** Pull requests and how commits lead to them. */
export function pullRoutes(): readonly Route[] {
  return [
    {
      operation: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
      needs: [['pull-requests', 'read']],
      handle: (request) => ({status: 200, body: pullRequestBody(request.site, pullOf(request))})
    },
    {
      operation: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
      needs: [['pull-requests', 'read']],
      handle: (request) => paged(request, changedFiles(request.site, pullOf(request)), (file) => file)
    },
    {
      operation: 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
      needs: [['pull-requests', 'read']],
      handle: pullsOfCommit
    }
  ];
}

function pullsOfCommit(request: ApiRequest): ApiReply {
  const {site, params} = request;
  const sha = site.state.resolve(params['commit_sha'] ?? '');
  if (sha === null) throw new ApiFailure(422, `No commit found for SHA: ${params['commit_sha'] ?? ''}`);
  const pulls = site.state.pullRequestsOf(sha);
  return paged(request, pulls, (issue) => pullRequestSimpleBody(site, issue));
}

function pullOf({site, params}: ApiRequest): PullRequestIssue {
  const issue = site.state.issues.get(Number(params['pull_number']));
  if (issue === undefined || !isPullRequest(issue)) throw notFound();
  return issue;
}
