import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {placeholdersIn} from '../../bundle/fill-text.js';
import {isJsonc} from '../../bundle/jsonc.js';
import {blobSha} from '../../bundle/blob-sha.js';
import {gitHistory, lineFrom, type Git} from '../git.js';

/** What overwriting a file would lose that the registry cannot give back; null for nothing. */
export type LossOf = (path: string) => Promise<Loss | null>;
export type Loss = 'local edits' | 'placeholders' | 'comments';

/**
 * A file has local edits unless the last commit holds it byte for byte. Without git nothing is known to be
 * kept, so every file that is there counts as edited. Placeholders and comments are never registered.
 */
export async function lossesIn(git: Git, cwd: string): Promise<LossOf> {
  const head = await lineFrom(git, 'rev-parse', '--verify', '--quiet', 'HEAD^{commit}');
  const tree = head === null || head === '' ? null : await gitHistory(git).tree(head);
  const committed = new Map((tree?.files ?? []).map(({path, sha}) => [path, sha]));
  return async (path) => {
    const content = await readFile(join(cwd, path)).catch(() => null);
    if (content === null) return null;
    if (committed.get(path) !== blobSha(content)) return 'local edits';
    if (placeholdersIn(content.toString('utf8')).length > 0) return 'placeholders';
    return isJsonc(path) ? 'comments' : null;
  };
}
