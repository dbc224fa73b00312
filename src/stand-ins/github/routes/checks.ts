import {ApiFailure, notFound, optionalText, requiredText} from '../api.js';
import type {ApiReply, ApiRequest, Route, Viewer} from '../api.js';
import {appBody, nodeId, repoApi, repoHtml} from '../bodies/common.js';
import type {Body, Site} from '../bodies/common.js';
import type {CheckRun} from '../records.js';

/** Check runs, which only Apps may write: a workflow's token is one's. */
export function checkRoutes(): readonly Route[] {
  const needs = [['checks', 'write']] as const;
  return [
    {operation: 'POST /repos/{owner}/{repo}/check-runs', needs, handle: createCheckRun},
    {operation: 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', needs, handle: updateCheckRun}
  ];
}

/** GitHub takes this many annotations a request, and adds them to those that it has. */
const MAX_ANNOTATIONS = 50;

function createCheckRun({site, viewer, body}: ApiRequest): ApiReply {
  demandApp(viewer);
  const {state} = site;
  const headSha = requiredText(body, 'head_sha', 'CheckRun');
  if (state.git.commit(headSha) === null) throw new ApiFailure(422, `No commit found for SHA: ${headSha}`);
  const checkRun: CheckRun = {
    id: state.newId(),
    headSha,
    name: requiredText(body, 'name', 'CheckRun'),
    detailsUrl: null,
    externalId: null,
    status: 'queued',
    conclusion: null,
    startedAt: state.now(),
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    annotations: []
  };
  edit(checkRun, body, site);
  state.checkRuns.set(checkRun.id, checkRun);
  return {status: 201, body: checkRunBody(site, checkRun)};
}

function updateCheckRun({site, viewer, body, params}: ApiRequest): ApiReply {
  demandApp(viewer);
  const checkRun = site.state.checkRuns.get(Number(params['check_run_id']));
  if (checkRun === undefined) throw notFound();
  edit(checkRun, body, site);
  return {status: 200, body: checkRunBody(site, checkRun)};
}

function demandApp({kind}: Viewer): void {
  if (kind !== 'installation') throw new ApiFailure(403, 'You must authenticate via a GitHub App.');
}

/** Takes over what the body names and leaves the rest. A conclusion completes the run. */
function edit(checkRun: CheckRun, body: Body, {state}: Site): void {
  const text = (field: string) => optionalText(body, field, 'CheckRun');
  addOutput(checkRun, body['output']);
  checkRun.name = text('name') ?? checkRun.name;
  checkRun.detailsUrl = text('details_url') ?? checkRun.detailsUrl;
  checkRun.externalId = text('external_id') ?? checkRun.externalId;
  checkRun.startedAt = text('started_at') ?? checkRun.startedAt;
  checkRun.conclusion = text('conclusion') ?? checkRun.conclusion;
  checkRun.status = checkRun.conclusion === null ? (text('status') ?? checkRun.status) : 'completed';
  if (checkRun.conclusion !== null) {
    checkRun.completedAt = text('completed_at') ?? checkRun.completedAt ?? state.now();
  }
}

function addOutput(checkRun: CheckRun, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const output = value as Body;
  const annotations = Array.isArray(output['annotations']) ? (output['annotations'] as unknown[]) : [];
  if (annotations.length > MAX_ANNOTATIONS) {
    const message = `No more than ${MAX_ANNOTATIONS} items are allowed; ${annotations.length} were supplied.`;
    throw new ApiFailure(422, `Invalid request.\n\n${message}`);
  }
  checkRun.annotations.push(...annotations);
  for (const field of ['title', 'summary', 'text'] as const) {
    checkRun[field] = optionalText(output, field, 'CheckRun') ?? checkRun[field];
  }
}

function checkRunBody(site: Site, checkRun: CheckRun): Body {
  const url = `${repoApi(site)}/check-runs/${checkRun.id}`;
  const html = `${repoHtml(site)}/runs/${checkRun.id}`;
  return {
    id: checkRun.id,
    node_id: nodeId('CheckRun', checkRun.id),
    head_sha: checkRun.headSha,
    external_id: checkRun.externalId ?? '',
    url,
    html_url: html,
    details_url: checkRun.detailsUrl ?? html,
    status: checkRun.status,
    conclusion: checkRun.conclusion,
    started_at: checkRun.startedAt,
    completed_at: checkRun.completedAt,
    output: {
      title: checkRun.title,
      summary: checkRun.summary,
      text: checkRun.text,
      annotations_count: checkRun.annotations.length,
      annotations_url: `${url}/annotations`
    },
    name: checkRun.name,
    check_suite: {id: checkRun.id},
    app: appBody(site),
    pull_requests: []
  };
}
