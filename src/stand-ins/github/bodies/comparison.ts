import {paged} from '../api.js';
import type {ApiRequest} from '../api.js';
import {repoApi, repoHtml} from './common.js';
import type {Body, Site} from './common.js';
import {commitBody, diffEntries} from './git.js';
import type {Commit} from '../git/store.js';

/** Without paging GitHub shows the first 250 commits, and never more than 300 files. */
const MAX_COMMITS = 250;
const MAX_FILES = 300;

/** What the head has that the base has not; null when they have no commit in common. */
export function comparisonBody(site: Site, base: Commit, head: Commit, request: ApiRequest): Body | null {
  const {git} = site.state;
  const parted = git.mergeBase(base.sha, head.sha);
  if (parted === null) return null;
  const [ofBase, ofHead] = [git.ancestors(base.sha), git.ancestors(head.sha)];
  const ahead = ofHead.filter((sha) => !ofBase.includes(sha)).reverse();
  const behind = ofBase.filter((sha) => !ofHead.includes(sha));
  const range = `${base.sha}...${head.sha}`;
  const html = `${repoHtml(site)}/compare/${range}`;
  const show = (sha: string) => commitBody(site, git.knownCommit(sha));
  const query = request.url.searchParams;
  const paging = query.has('page') || query.has('per_page');
  return {
    url: `${repoApi(site)}/compare/${range}`,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: show(base.sha),
    merge_base_commit: show(parted),
    status: statusOf(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: paging ? paged(request, ahead, show).body : ahead.slice(0, MAX_COMMITS).map(show),
    files: diffEntries(site, git.filesOf(parted), git.filesOf(head.sha), head.sha).slice(0, MAX_FILES)
  };
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}
