import {repoApi, repoHtml} from './common.js';
import type {Body, Site} from './common.js';
import type {Commit} from '../git/store.js';
import type {TreeEntry} from '../git/objects.js';

/** What stands at a path: a file with its content, or a list of a folder's entries. null for nothing. */
export function contentsBody(site: Site, commit: Commit, path: string, ref: string): Body | Body[] | null {
  const {git} = site.state;
  const clean = path.replace(/\/+$/, '');
  const entry = git.walk(commit.tree).find((each) => each.path === clean);
  if (entry === undefined) return null;
  if (entry.mode === '040000') {
    const entries = git.tree(entry.sha) ?? [];
    return entries.map((child) => entryBody(site, child, `${clean}/${child.name}`, ref));
  }
  const shown = entryBody(site, entry, clean, ref);
  const bytes = git.blob(entry.sha) ?? new Uint8Array();
  if (entry.mode === '160000') return {...shown, submodule_git_url: `${site.serverUrl}/${clean}.git`};
  if (entry.mode === '120000') return {...shown, target: new TextDecoder().decode(bytes)};
  return {...shown, content: Buffer.from(bytes).toString('base64'), encoding: 'base64'};
}

const TYPES = {
  '040000': 'dir',
  '100644': 'file',
  '100755': 'file',
  '120000': 'symlink',
  '160000': 'submodule'
};

function entryBody(site: Site, {name, mode, sha}: TreeEntry, path: string, ref: string): Body {
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  const self = `${repoApi(site)}/contents/${escaped}?ref=${encodeURIComponent(ref)}`;
  const git = `${repoApi(site)}/git/${mode === '040000' ? 'trees' : 'blobs'}/${sha}`;
  const html = `${repoHtml(site)}/${mode === '040000' ? 'tree' : 'blob'}/${ref}/${escaped}`;
  const isFile = TYPES[mode] === 'file';
  return {
    name,
    path,
    sha,
    size: site.state.git.blob(sha)?.byteLength ?? 0,
    type: TYPES[mode],
    url: self,
    html_url: html,
    git_url: git,
    download_url: isFile ? `${repoHtml(site)}/raw/${ref}/${escaped}` : null,
    _links: {self, git, html}
  };
}
