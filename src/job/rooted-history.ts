import type {CommitTree, History} from '../ports.js';
import {inWorkspace} from './applied-commit.js';

/**
 * The history with paths of the workspace, where the checkout is a folder of it. Each tree is read once; that of
 * a very large repository has only the folders that matter to the one who asks first.
 *
 * @param root the checkout's folder, relative to the workspace; empty for the workspace itself
 */
export function rootedHistory(history: History, root: string): History {
  const trees = new Map<string, Promise<CommitTree | null>>();
  const read = async (sha: string, mayHold: (folder: string) => boolean): Promise<CommitTree | null> => {
    const tree = await history.tree(sha, (folder) => mayHold(inWorkspace({root}, folder)));
    if (tree === null || root === '') return tree;
    return {...tree, files: tree.files.map((file) => ({...file, path: inWorkspace({root}, file.path)}))};
  };
  return {
    tree(sha, mayHold = () => true) {
      const known = trees.get(sha);
      if (known !== undefined) return known;
      const tree = read(sha, mayHold);
      trees.set(sha, tree);
      // What failed once may be asked for again.
      tree.catch(() => trees.delete(sha));
      return tree;
    },
    blob: (sha) => history.blob(sha)
  };
}
