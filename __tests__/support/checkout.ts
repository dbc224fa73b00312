import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';

/** How a checkout of git lies in a workspace. */
export interface CheckoutSettings {
  /** The commit; that of the event, if not given. */
  readonly sha?: string;
  /** The folder, as `path:` of actions/checkout; the workspace itself, if not given. */
  readonly path?: string;
  /** `owner/name` of the remote `origin`; null for a checkout without one. */
  readonly origin?: string | null;
  /**
   * `detached`: as actions/checkout leaves it for a pull request; `branch`: as it does for a push; `packed`: the
   * branch is in packed-refs; `worktree`: `.git` is a file; `none`: without git on the machine; `broken`: HEAD is
   * not there.
   */
  readonly git?: 'detached' | 'branch' | 'packed' | 'worktree' | 'none' | 'broken';
  /** Files of the commit that are not checked out. */
  readonly without?: readonly string[];
}

/**
 * Writes what git keeps of a checkout, without git.
 *
 * @param folder an absolute path
 */
export async function writeGit(
  folder: string,
  sha: string,
  {git = 'detached', origin = 'acme/zis-integrations'}: CheckoutSettings
): Promise<void> {
  if (git === 'none') return;
  const remote = origin === null ? '' : `[remote "origin"]\n\turl = https://github.com/${origin}.git\n`;
  const files: Record<string, string> = {'.git/config': `[core]\n\tbare = false\n${remote}`};
  const onBranch = 'ref: refs/heads/main\n';
  switch (git) {
    case 'detached':
      files['.git/HEAD'] = `${sha}\n`;
      break;
    case 'branch':
      Object.assign(files, {'.git/HEAD': onBranch, '.git/refs/heads/main': `${sha}\n`});
      break;
    case 'packed':
      Object.assign(files, {
        '.git/HEAD': onBranch,
        '.git/packed-refs': `# pack-refs with: peeled fully-peeled sorted \n${sha} refs/heads/main\n`
      });
      break;
    case 'worktree': {
      const common = `${folder}-repository/.git`;
      const own = join(common, 'worktrees/work');
      await write({
        [join(common, 'config')]: files['.git/config'] ?? '',
        [join(common, 'refs/heads/main')]: `${sha}\n`,
        [join(own, 'HEAD')]: onBranch,
        [join(own, 'commondir')]: '../..\n',
        [join(folder, '.git')]: `gitdir: ${own}\n`
      });
      return;
    }
    case 'broken':
      break;
  }
  await write(Object.fromEntries(Object.entries(files).map(([path, text]) => [join(folder, path), text])));
}

/** @param files by absolute path */
export async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(path), {recursive: true});
    await writeFile(path, content);
  }
}
