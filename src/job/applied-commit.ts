import type {Checkout} from '../ports.js';

/** The commit that a run stands for: what its files declare is what this commit declares. */
export interface AppliedCommit {
  /** Empty when it is not known. */
  readonly sha: string;
  /**
   * The checkout's folder, relative to the workspace; empty for the workspace itself. Paths in trees and records
   * are relative to it.
   */
  readonly root: string;
  /** `event`: no checkout of git is there, and the event's commit is assumed. */
  readonly source: 'checkout' | 'event' | 'terminal';
  /** Why the commit proves nothing of what may be deleted: an end for "Nothing is deleted: …"; empty when it does. */
  readonly doubt: string;
}

/**
 * The applied commit (contract: the commit that is checked out is the truth, not the event).
 *
 * @param checkouts  those that hold the bundle files
 * @param assumed    the event's commit, for a workspace without git
 * @param repository `owner/name` of the workflow; empty when unknown
 */
export function appliedCommit(
  checkouts: readonly Checkout[],
  {assumed, repository}: {readonly assumed: string; readonly repository: string}
): AppliedCommit {
  const [first] = checkouts;
  if (first === undefined) return {sha: assumed, root: '', source: 'event', doubt: ''};
  const unknown = {sha: '', root: first.root, source: 'checkout'} as const;
  const unreadable = checkouts.find(({sha}) => sha === null);
  if (unreadable !== undefined) {
    const doubt = `which commit is checked out cannot be read from ${gitOf(unreadable)} (${unreadable.fault})`;
    return {...unknown, doubt};
  }
  if (checkouts.length > 1) {
    const folders = checkouts.map(gitOf);
    return {...unknown, doubt: `the bundle files lie in several git checkouts (${folders.join(', ')})`};
  }
  const {root, sha, origin} = first;
  if (origin !== null && repository !== '' && origin.toLowerCase() !== repository.toLowerCase()) {
    return {
      ...unknown,
      doubt: `${gitOf(first)} is a checkout of ${origin}, and this workflow runs for ${repository}`
    };
  }
  return {sha: sha ?? '', root, source: 'checkout', doubt: ''};
}

function gitOf({root}: Checkout): string {
  return root === '' ? '.git' : `${root}/.git`;
}

/** A path of the commit's tree, or of a record, as a path of the workspace. */
export function inWorkspace({root}: Pick<AppliedCommit, 'root'>, path: string): string {
  return root === '' ? path : `${root}/${path}`;
}

/** A path of the workspace as one of the commit's tree; null for one outside of the checkout. */
export function inCheckout({root}: Pick<AppliedCommit, 'root'>, path: string): string | null {
  if (root === '') return path;
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : null;
}
