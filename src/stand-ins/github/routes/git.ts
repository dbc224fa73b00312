import {ApiFailure, notFound} from '../api.js';
import type {ApiReply, ApiRequest, Route} from '../api.js';
import {nodeId, repoApi} from '../bodies/common.js';
import {comparisonBody} from '../bodies/comparison.js';
import {gitCommitBody} from '../bodies/git.js';
import type {Commit} from '../git/store.js';

/** Commits, trees, blobs and comparisons. */
export function gitRoutes(): readonly Route[] {
  const needs = [['contents', 'read']] as const;
  const read = (path: string, handle: Route['handle']): Route => ({
    operation: `GET /repos/{owner}/{repo}/${path}`,
    needs,
    handle
  });
  return [
    read('git/commits/{commit_sha}', getGitCommit),
    read('git/trees/{tree_sha}', getTree),
    read('git/blobs/{file_sha}', getBlob),
    read('compare/{basehead}', compare)
  ];
}

function getGitCommit({site, params}: ApiRequest): ApiReply {
  const commit = site.state.git.commit(params['commit_sha'] ?? '');
  if (commit === null) throw notFound();
  return {status: 200, body: gitCommitBody(site, commit)};
}

/** Takes a tree's SHA, a commit's, or a branch. Any value of `recursive`, even 0, means yes. */
function getTree({site, params, url}: ApiRequest): ApiReply {
  const {git, treeLimit} = site.state;
  const named = params['tree_sha'] ?? '';
  const commit = site.state.resolve(named);
  const sha = commit === null ? named : git.knownCommit(commit).tree;
  const entries = git.tree(sha);
  if (entries === null) throw notFound();
  const listed = url.searchParams.has('recursive')
    ? git.walk(sha)
    : entries.map((entry) => ({...entry, path: entry.name}));
  const tree = listed.slice(0, treeLimit).map(({path, mode, sha: entrySha}) => {
    const type = mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob';
    const size = type === 'blob' ? {size: git.blob(entrySha)?.byteLength ?? 0} : {};
    const address = type === 'commit' ? {} : {url: `${repoApi(site)}/git/${type}s/${entrySha}`};
    return {path, mode, type, sha: entrySha, ...size, ...address};
  });
  const truncated = listed.length > treeLimit;
  return {status: 200, body: {sha, url: `${repoApi(site)}/git/trees/${sha}`, tree, truncated}};
}

function getBlob({site, params}: ApiRequest): ApiReply {
  const sha = params['file_sha'] ?? '';
  const bytes = site.state.git.blob(sha);
  if (bytes === null) throw notFound();
  return {
    status: 200,
    body: {
      sha,
      node_id: nodeId('Blob', sha),
      size: bytes.byteLength,
      url: `${repoApi(site)}/git/blobs/${sha}`,
      content: wrappedBase64(bytes),
      encoding: 'base64'
    }
  };
}

function compare(request: ApiRequest): ApiReply {
  const {site, params} = request;
  const ends = (params['basehead'] ?? '').split('...').map((ref) => site.state.resolve(ref));
  const [base, head] = ends.map((sha): Commit | null => (sha === null ? null : site.state.git.commit(sha)));
  if (ends.length !== 2 || !base || !head) throw notFound();
  const body = comparisonBody(site, base, head, request);
  if (body === null) throw new ApiFailure(404, `No common ancestor between ${base.sha} and ${head.sha}.`);
  return {status: 200, body};
}

/** GitHub breaks base64 after 60 characters. */
function wrappedBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('base64')
    .replaceAll(/.{1,60}/g, '$&\n');
}
