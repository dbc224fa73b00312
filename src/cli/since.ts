import {lineFrom, type Git} from './git.js';
import {UsageError} from './usage-error.js';

/** The commit whose bundles count as declared before. */
export interface Since {
  readonly commit: string;
  /** Why this one, as in `1a2b3c4d5e (merge base with origin/main)`. */
  readonly words: string;
}

/** Where the default branch may be, in the order in which they are asked. */
const BASES = [
  'refs/remotes/origin/HEAD',
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  '@{upstream}',
  'refs/heads/main',
  'refs/heads/master'
];

/**
 * What was declared before, by git: at the commit that the user names; else where this branch left the default
 * branch; else at the last commit.
 *
 * @param asked the `--since` flag; undefined when it is not given
 * @returns why it is not known, where there is no commit to ask
 * @throws UsageError when there is no such commit
 */
export async function declaredSince(
  git: Git,
  asked: string | undefined
): Promise<Since | {readonly unknown: string}> {
  const head = await commitOf(git, 'HEAD');
  if (asked !== undefined) return named(git, asked);
  if (head === null) return {unknown: await whyNoCommit(git)};
  for (const base of BASES) {
    const tip = await commitOf(git, base);
    const fork = tip === null ? null : await lineFrom(git, 'merge-base', 'HEAD', tip);
    if (fork === null || fork === '') continue;
    if (fork === head) return {commit: head, words: `${short(head)} (the last commit)`};
    return {commit: fork, words: `${short(fork)} (merge base with ${await nameOf(git, base)})`};
  }
  return {commit: head, words: `${short(head)} (the last commit)`};
}

async function named(git: Git, asked: string): Promise<Since> {
  const commit = asked.startsWith('-') ? null : await commitOf(git, asked);
  if (commit === null) {
    throw new UsageError(
      `--since names no commit that git finds here: ${JSON.stringify(asked)}.`,
      'Give a commit, tag or branch; fetch it first in a shallow clone.'
    );
  }
  return {commit, words: `${short(commit)} (--since ${asked})`};
}

async function commitOf(git: Git, revision: string): Promise<string | null> {
  const commit = await lineFrom(git, 'rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
  return commit === '' ? null : commit;
}

async function nameOf(git: Git, base: string): Promise<string> {
  return (await lineFrom(git, 'rev-parse', '--abbrev-ref', base)) ?? base;
}

async function whyNoCommit(git: Git): Promise<string> {
  if ((await lineFrom(git, 'rev-parse', '--git-dir')) !== null) return 'this repository has no commit yet';
  return (await lineFrom(git, '--version')) === null
    ? 'git cannot be run'
    : 'this folder is in no git repository';
}

function short(commit: string): string {
  return commit.slice(0, 10);
}
