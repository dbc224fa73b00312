import type {GitHub} from '../ports.js';
import {connect} from './client.js';
import type {Client, GitHubOptions} from './client.js';
import {compare} from './compare.js';
import {createComment} from './create-comment.js';
import {createDeploymentStatus} from './create-deployment-status.js';
import {createDeployment} from './create-deployment.js';
import {createIssue} from './create-issue.js';
import {deleteComment} from './delete-comment.js';
import {getBlob} from './get-blob.js';
import {getLogin} from './get-login.js';
import {getPullRequest} from './get-pull-request.js';
import {getTree} from './get-tree.js';
import {listChangedLines} from './list-changed-lines.js';
import {listComments} from './list-comments.js';
import {listDeploymentStatuses} from './list-deployment-statuses.js';
import {listDeployments} from './list-deployments.js';
import {listOpenIssues} from './list-open-issues.js';
import {listPullRequestsOf} from './list-pull-requests-of.js';
import {updateComment} from './update-comment.js';
import {updateIssue} from './update-issue.js';

/**
 * One repository on GitHub. Nothing is loaded or sent before the first call.
 *
 * Every method throws a GitHubError for what GitHub refuses and for a GitHub that cannot be reached.
 */
export function createGitHub(options: GitHubOptions): GitHub {
  let client: Promise<Client> | null = null;
  let login: Promise<string | null> | null = null;
  const connected = () => (client ??= connect(options));
  return {
    // Whom a token speaks for does not change, and several parts of a run ask.
    login: () => (login ??= connected().then(getLogin)),
    listComments: async (pullRequest) => listComments(await connected(), pullRequest),
    createComment: async (pullRequest, body) => createComment(await connected(), pullRequest, body),
    updateComment: async (id, body) => updateComment(await connected(), id, body),
    deleteComment: async (id) => deleteComment(await connected(), id),
    pullRequest: async (number) => getPullRequest(await connected(), number),
    changedLines: async (pullRequest) => listChangedLines(await connected(), pullRequest),
    pullRequestsOf: async (commitSha) => listPullRequestsOf(await connected(), commitSha),
    tree: async (commitSha, mayHold) => getTree(await connected(), commitSha, mayHold),
    compare: async (base, head) => compare(await connected(), base, head),
    blob: async (sha) => getBlob(await connected(), sha),
    async *deployments(task) {
      yield* listDeployments(await connected(), task);
    },
    deploymentStatuses: async (id) => listDeploymentStatuses(await connected(), id),
    createDeployment: async (deployment) => createDeployment(await connected(), deployment),
    createDeploymentStatus: async (id, status) => createDeploymentStatus(await connected(), id, status),
    openIssues: async (label) => listOpenIssues(await connected(), label),
    createIssue: async (issue) => createIssue(await connected(), issue),
    updateIssue: async (number, change) => updateIssue(await connected(), number, change)
  };
}
