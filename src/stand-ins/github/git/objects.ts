import {createHash} from 'node:crypto';

/** Git's modes of what a tree can hold. */
export type GitMode = '100644' | '100755' | '120000' | '160000' | '040000';

export interface TreeEntry {
  readonly name: string;
  readonly mode: GitMode;
  readonly sha: string;
}

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** Milliseconds since the epoch; git keeps whole seconds. */
  readonly at: number;
}

export interface CommitContent {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  /** Without the line break that ends it in git's object. */
  readonly message: string;
}

/** The SHA-1 that git gives a file of these bytes. */
export function blobSha(content: Uint8Array): string {
  return objectSha('blob', content);
}

/** The SHA-1 that git gives a folder of these entries, in whatever order they come. */
export function treeSha(entries: readonly TreeEntry[]): string {
  return objectSha('tree', Buffer.concat(inGitOrder(entries).map(treeLine)));
}

/** The order in which git keeps a folder's entries. */
export function inGitOrder(entries: readonly TreeEntry[]): TreeEntry[] {
  return [...entries].sort((a, b) => Buffer.compare(sortKey(a), sortKey(b)));
}

/** The SHA-1 that git gives this commit, in UTC. */
export function commitSha({tree, parents, author, committer, message}: CommitContent): string {
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${signatureLine(author)}`,
    `committer ${signatureLine(committer)}`,
    '',
    `${message}\n`
  ];
  return objectSha('commit', Buffer.from(lines.join('\n')));
}

function objectSha(type: string, content: Uint8Array): string {
  return createHash('sha1').update(`${type} ${content.byteLength}\0`).update(content).digest('hex');
}

/** Git sorts a folder as if its name ended in a slash. */
function sortKey({name, mode}: TreeEntry): Buffer {
  return Buffer.from(mode === '040000' ? `${name}/` : name);
}

function treeLine({name, mode, sha}: TreeEntry): Buffer {
  return Buffer.concat([Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`), Buffer.from(sha, 'hex')]);
}

function signatureLine({name, email, at}: Signature): string {
  return `${name} <${email}> ${Math.floor(at / 1_000)} +0000`;
}
