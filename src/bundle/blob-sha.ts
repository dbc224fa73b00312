import {createHash} from 'node:crypto';

/** Git's name for a file's content: the hash of `blob {length}\0` and the bytes. */
export function blobSha(content: Uint8Array, algorithm: 'sha1' | 'sha256' = 'sha1'): string {
  return createHash(algorithm).update(`blob ${content.byteLength}\0`).update(content).digest('hex');
}
