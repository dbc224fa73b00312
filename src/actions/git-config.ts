/**
 * The repository that a git config names as the remote `origin` (git-config: syntax; git-fetch: git URLs).
 *
 * @param text the config file
 * @returns `owner/name` as the remote's address has it; null when there is no origin, or its address is a path on
 *   this machine and says nothing of a repository on GitHub
 */
export function originOf(text: string): string | null {
  const address = firstUrl(text);
  return address === null ? null : repositoryIn(address);
}

const SECTION = /^\s*\[\s*([A-Za-z0-9.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\]/;
const URL_LINE = /^\s*url\s*=(.*)$/is;

/** git fetches from the first of several. */
function firstUrl(text: string): string | null {
  let isOrigin = false;
  for (const line of text.split('\n')) {
    const [whole = '', section, name] = SECTION.exec(line) ?? [];
    if (section !== undefined) isOrigin = section.toLowerCase() === 'remote' && unescaped(name) === 'origin';
    const [, value] = (isOrigin ? URL_LINE.exec(line.slice(whole.length)) : null) ?? [];
    if (value !== undefined) return plainValue(value);
  }
  return null;
}

function unescaped(text = ''): string {
  return text.replaceAll(/\\(.)/g, '$1');
}

/** Without quotes, and without the comment that may follow outside of them. */
function plainValue(value: string): string {
  let plain = '';
  let isQuoted = false;
  for (const [, escaped, character = ''] of value.matchAll(/\\(.)|(.)/g)) {
    if (escaped !== undefined) plain += escaped;
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '#' || character === ';')) break;
    else plain += character;
  }
  return plain.trim();
}

/** `https://host/owner/name.git`, `ssh://git@host:22/owner/name`, `git@host:owner/name.git`. */
function repositoryIn(address: string): string | null {
  const [, scheme, afterScheme] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/i.exec(address) ?? [];
  if (scheme?.toLowerCase() === 'file') return null;
  const path = afterScheme === undefined ? scpPath(address) : afterScheme.replace(/^[^/]*/, '');
  const parts = (path ?? '')
    .replace(/[?#].*$/s, '')
    .split('/')
    .filter(Boolean);
  const [owner, name] = parts.slice(-2);
  if (owner === undefined || name === undefined) return null;
  return `${owner}/${name.replace(/\.git$/i, '')}`;
}

/** The path of `user@host:path`; null for a path on this machine, such as `C:\repo`, `/srv/repo` or `../repo`. */
function scpPath(address: string): string | null {
  const [, host = '', path] = /^([^/\\:]+):(.*)$/.exec(address) ?? [];
  return path === undefined || (host.length === 1 && !host.includes('@')) ? null : path;
}
