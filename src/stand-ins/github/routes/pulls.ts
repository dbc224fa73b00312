import {ApiFailure, notFound, paged} from '../api.js';
import type {ApiReply, ApiRequest, Route} from '../api.js';
import type {Site} from '../bodies/common.js';
import {changedFiles, commitsOf, pullRequestBody, pullRequestSimpleBody} from '../bodies/pull.js';
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

/** For a commit of the default branch the one that brought it there, else all that hold it. */
function pullsOfCommit(request: ApiRequest): ApiReply {
  const {site, params} = request;
  const {state} = site;
  const sha = state.resolve(params['commit_sha'] ?? '');
  if (sha === null) throw new ApiFailure(422, `No commit found for SHA: ${params['commit_sha'] ?? ''}`);
  const tip = state.branches.get(state.defaultBranch);
  const landed = tip !== undefined && state.git.ancestors(tip).includes(sha);
  const pulls = [...state.issues.values()]
    .filter(isPullRequest)
    .filter((issue) => holds(site, issue, sha) && (!landed || issue.pull.mergedAt !== null));
  return paged(request, pulls, (issue) => pullRequestSimpleBody(site, issue));
}

function holds(site: Site, issue: PullRequestIssue, sha: string): boolean {
  return issue.pull.mergeSha === sha || commitsOf(site, issue).includes(sha);
}

function pullOf({site, params}: ApiRequest): PullRequestIssue {
  const issue = site.state.issues.get(Number(params['pull_number']));
  if (issue === undefined || !isPullRequest(issue)) throw notFound();
  return issue;
}
