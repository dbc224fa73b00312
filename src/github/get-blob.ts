import {blobSha} from '../bundle/blob-sha.js';
import type {Client} from './client.js';
import {demand} from './demand.js';
import {GitHubError} from './errors.js';

/** A file's bytes. @throws GitHubError where they are not those that git names so */
export async function getBlob({request, owner, repo}: Client, sha: string): Promise<Uint8Array> {
  const {status, data} = await request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
    owner,
    repo,
    file_sha: sha
  });
  demand('a file', data, {encoding: 'string', content: 'string'});
  const encoding = ENCODINGS.get(data.encoding);
  if (encoding === undefined)
    throw new GitHubError(`GitHub: blob ${sha} has the unknown encoding "${data.encoding}"`, status, 'other');
  const content = Buffer.from(data.content, encoding);
  if (blobSha(content, sha.length === 64 ? 'sha256' : 'sha1') !== sha)
    throw new GitHubError(`GitHub: blob ${sha} was answered with other bytes than it has`, status, 'other');
  return content;
}

const ENCODINGS: ReadonlyMap<string, BufferEncoding> = new Map([
  ['base64', 'base64'],
  ['utf-8', 'utf8']
]);
