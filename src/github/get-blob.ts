import type {Client} from './client.js';
import {demand} from './demand.js';
import {GitHubError} from './errors.js';

/** A file's bytes, up to GitHub's 100 MB. */
export async function getBlob({request, owner, repo}: Client, sha: string): Promise<Uint8Array> {
  const {status, data} = await request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
    owner,
    repo,
    file_sha: sha
  });
  demand('a file', data, {encoding: 'string', content: 'string'});
  if (data.encoding === 'base64') return Buffer.from(data.content, 'base64');
  if (data.encoding === 'utf-8') return Buffer.from(data.content, 'utf8');
  throw new GitHubError(`GitHub: blob ${sha} has the unknown encoding "${data.encoding}"`, status, 'other');
}
