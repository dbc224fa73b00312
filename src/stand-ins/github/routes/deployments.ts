import {ApiFailure, flag, invalid, notFound, optionalText, paged, requiredText} from '../api.js';
import type {ApiReply, ApiRequest, Route} from '../api.js';
import {ACTIONS_BOT} from '../state.js';
import {appBody, nodeId, repoApi, userBody} from '../bodies/common.js';
import type {Body, Site} from '../bodies/common.js';
import type {Account, Deployment, DeploymentStatus} from '../records.js';

/** Deployments and their statuses. */
export function deploymentRoutes(): readonly Route[] {
  const [read, write] = [[['deployments', 'read']] as const, [['deployments', 'write']] as const];
  const one = '/repos/{owner}/{repo}/deployments/{deployment_id}/statuses';
  return [
    {operation: 'GET /repos/{owner}/{repo}/deployments', needs: read, handle: listDeployments},
    {operation: 'POST /repos/{owner}/{repo}/deployments', needs: write, handle: createDeployment},
    {operation: `GET ${one}`, needs: read, handle: listStatuses},
    {operation: `POST ${one}`, needs: write, handle: createStatus}
  ];
}

const STATES: readonly unknown[] = [
  'error',
  'failure',
  'inactive',
  'in_progress',
  'queued',
  'pending',
  'success'
];
/** In characters, not in UTF-16 units. */
const MAX_DESCRIPTION = 140;

/** Newest first. */
function listDeployments(request: ApiRequest): ApiReply {
  const wanted = (['sha', 'ref', 'task', 'environment'] as const).flatMap((name) => {
    const value = request.url.searchParams.get(name);
    return value === null || value === 'none' ? [] : [{name, value}];
  });
  const deployments = [...request.site.state.deployments.values()]
    .filter((deployment) => wanted.every(({name, value}) => deployment[name] === value))
    .reverse();
  return paged(request, deployments, (deployment) => deploymentBody(request.site, deployment));
}

function createDeployment({site, viewer, body}: ApiRequest): ApiReply {
  const {state} = site;
  const ref = requiredText(body, 'ref', 'Deployment');
  const sha = state.resolve(ref);
  if (sha === null) throw new ApiFailure(422, `No ref found for: ${ref}`);
  const missing = requiredContexts(body);
  if (missing.length > 0) {
    throw new ApiFailure(409, `Conflict: Commit status checks failed for ${ref}: ${missing.join(', ')}`);
  }
  const environment = optionalText(body, 'environment', 'Deployment') ?? 'production';
  const now = state.now();
  const deployment: Deployment = {
    id: state.newId(),
    sha,
    ref,
    task: optionalText(body, 'task', 'Deployment') ?? 'deploy',
    environment,
    description: optionalText(body, 'description', 'Deployment'),
    payload: payloadOf(body),
    transient: flag(body, 'transient_environment', false),
    production: flag(body, 'production_environment', environment === 'production'),
    creator: viewer.account,
    createdAt: now,
    updatedAt: now,
    statuses: []
  };
  state.deployments.set(deployment.id, deployment);
  return {status: 201, body: deploymentBody(site, deployment)};
}

/** Newest first. */
function listStatuses(request: ApiRequest): ApiReply {
  const deployment = deploymentOf(request);
  return paged(request, deployment.statuses.toReversed(), (status) =>
    statusBody(request.site, deployment, status)
  );
}

function createStatus(request: ApiRequest): ApiReply {
  const {site, viewer, body} = request;
  const deployment = deploymentOf(request);
  const about = {resource: 'DeploymentStatus'};
  const state = requiredText(body, 'state', 'DeploymentStatus');
  if (!STATES.includes(state)) throw invalid({...about, field: 'state', code: 'invalid'});
  const description = optionalText(body, 'description', 'DeploymentStatus') ?? '';
  if (Array.from(description).length > MAX_DESCRIPTION)
    throw invalid({...about, field: 'description', code: 'invalid'});
  const status: DeploymentStatus = {
    id: site.state.newId(),
    state,
    description,
    environment: optionalText(body, 'environment', 'DeploymentStatus') ?? deployment.environment,
    environmentUrl: optionalText(body, 'environment_url', 'DeploymentStatus') ?? '',
    logUrl:
      optionalText(body, 'log_url', 'DeploymentStatus') ??
      optionalText(body, 'target_url', 'DeploymentStatus') ??
      '',
    creator: viewer.account,
    createdAt: site.state.now()
  };
  if (state === 'success' && flag(body, 'auto_inactive', true)) retireOthers(site, deployment, status);
  deployment.statuses.push(status);
  deployment.updatedAt = status.createdAt;
  return {status: 201, body: statusBody(site, deployment, status)};
}

/**
 * A success makes the earlier deployments of its environment inactive, but for transient and production ones.
 * https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status
 */
function retireOthers({state}: Site, current: Deployment, status: DeploymentStatus): void {
  for (const other of state.deployments.values()) {
    const active = other.statuses.at(-1)?.state === 'success';
    if (other.id >= current.id || other.environment !== status.environment) continue;
    if (active && !other.transient && !other.production) {
      other.statuses.push({...status, id: state.newId(), state: 'inactive', description: ''});
    }
  }
}

function deploymentOf({site, params}: ApiRequest): Deployment {
  const deployment = site.state.deployments.get(Number(params['deployment_id']));
  if (deployment === undefined) throw notFound();
  return deployment;
}

/** The stand-in keeps no commit statuses, so every context that is asked for is missing. */
function requiredContexts(body: Body): string[] {
  const contexts = body['required_contexts'];
  return Array.isArray(contexts) ? contexts.map(String) : [];
}

function payloadOf({payload}: Body): Deployment['payload'] {
  if (typeof payload === 'string') return payload;
  return typeof payload === 'object' && payload !== null ? (payload as Body) : {};
}

function deploymentBody(site: Site, deployment: Deployment): Body {
  const url = `${repoApi(site)}/deployments/${deployment.id}`;
  return {
    url,
    id: deployment.id,
    node_id: nodeId('Deployment', deployment.id),
    task: deployment.task,
    original_environment: deployment.environment,
    environment: deployment.statuses.at(-1)?.environment ?? deployment.environment,
    description: deployment.description,
    created_at: deployment.createdAt,
    updated_at: deployment.updatedAt,
    statuses_url: `${url}/statuses`,
    repository_url: repoApi(site),
    creator: userBody(site, deployment.creator),
    sha: deployment.sha,
    ref: deployment.ref,
    payload: deployment.payload,
    transient_environment: deployment.transient,
    production_environment: deployment.production,
    performed_via_github_app: appOf(site, deployment.creator)
  };
}

function statusBody(site: Site, deployment: Deployment, status: DeploymentStatus): Body {
  const url = `${repoApi(site)}/deployments/${deployment.id}`;
  return {
    url: `${url}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId('DeploymentStatus', status.id),
    state: status.state,
    creator: userBody(site, status.creator),
    description: status.description,
    environment: status.environment,
    target_url: status.logUrl,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    deployment_url: url,
    repository_url: repoApi(site),
    environment_url: status.environmentUrl,
    log_url: status.logUrl,
    performed_via_github_app: appOf(site, status.creator)
  };
}

function appOf(site: Site, account: Account): Body | null {
  return account.login === ACTIONS_BOT.login ? appBody(site) : null;
}
