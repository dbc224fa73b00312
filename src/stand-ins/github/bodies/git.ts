import {structuredPatch} from 'diff';
import {nodeId, repoApi, repoHtml, userBody} from './common.js';
import type {Body, Site} from './common.js';
import type {Commit, FlatEntry, FlatTree} from '../git/store.js';
import type {Signature} from '../git/objects.js';
import {countChangedLines} from '../git/line-count.js';

/** `GET …/git/commits/{sha}` */
export function gitCommitBody(site: Site, commit: Commit): Body {
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: `${repoApi(site)}/git/commits/${commit.sha}`,
    html_url: `${repoHtml(site)}/commit/${commit.sha}`,
    ...commitText(site, commit),
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${repoApi(site)}/git/commits/${sha}`,
      html_url: `${repoHtml(site)}/commit/${sha}`
    }))
  };
}

/** A commit as lists and comparisons show it. */
export function commitBody(site: Site, commit: Commit): Body {
  const url = `${repoApi(site)}/commits/${commit.sha}`;
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    commit: {
      ...commitText(site, commit),
      url: `${repoApi(site)}/git/commits/${commit.sha}`,
      comment_count: 0
    },
    url,
    html_url: `${repoHtml(site)}/commit/${commit.sha}`,
    comments_url: `${url}/comments`,
    author: userBody(site, site.state.account(commit.author.name)),
    committer: userBody(site, site.state.account(commit.committer.name)),
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${repoApi(site)}/commits/${sha}`,
      html_url: `${repoHtml(site)}/commit/${sha}`
    }))
  };
}

export interface DiffEntry extends Body {
  readonly filename: string;
  readonly additions: number;
  readonly deletions: number;
  readonly changes: number;
  readonly patch?: string;
}

/** The files that differ, by path. */
export function diffEntries(site: Site, base: FlatTree, head: FlatTree, sha: string): DiffEntry[] {
  const paths = [...new Set([...base.keys(), ...head.keys()])].sort();
  return paths.flatMap((filename) => {
    const [old, now] = [base.get(filename), head.get(filename)];
    if (old?.sha === now?.sha && old?.mode === now?.mode) return [];
    const [before, after] = [textOf(site, old), textOf(site, now)];
    const {additions, deletions} = countChangedLines(before, after);
    const path = filename.split('/').map(encodeURIComponent).join('/');
    return {
      sha: now?.sha ?? old?.sha ?? null,
      filename,
      status: old === undefined ? 'added' : now === undefined ? 'removed' : 'modified',
      additions,
      deletions,
      changes: additions + deletions,
      blob_url: `${repoHtml(site)}/blob/${sha}/${path}`,
      raw_url: `${repoHtml(site)}/raw/${sha}/${path}`,
      contents_url: `${repoApi(site)}/contents/${path}?ref=${sha}`,
      ...patchOf(before, after)
    };
  });
}

/** As many changes as GitHub may show; a file that has more has no patch. */
const MOST_CHANGES = 3000;

/** The hunks of a diff, as they follow the lines that name the files. */
function patchOf(before: string, after: string): {readonly patch?: string} {
  const options = {context: 3, maxEditLength: MOST_CHANGES};
  const diff = structuredPatch('a', 'b', before, after, undefined, undefined, options);
  if (diff === undefined || diff.hunks.length === 0) return {};
  const hunks = diff.hunks.map(({oldStart, oldLines, newStart, newLines, lines}) =>
    [`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, ...lines].join('\n')
  );
  return {patch: hunks.join('\n')};
}

export function sumOf(files: readonly DiffEntry[]): {additions: number; deletions: number} {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  return {
    additions: sum(files.map(({additions}) => additions)),
    deletions: sum(files.map(({deletions}) => deletions))
  };
}

/** What both forms of a commit have in common. */
function commitText(site: Site, {author, committer, message, tree}: Commit): Body {
  return {
    author: signatureBody(author),
    committer: signatureBody(committer),
    message,
    tree: {sha: tree, url: `${repoApi(site)}/git/trees/${tree}`},
    verification: {verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null}
  };
}

function signatureBody({name, email, at}: Signature): Body {
  return {name, email, date: new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z')};
}

function textOf(site: Site, entry: FlatEntry | undefined): string {
  const bytes = entry === undefined ? null : site.state.git.blob(entry.sha);
  return bytes === null ? '' : new TextDecoder().decode(bytes);
}
