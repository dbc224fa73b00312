import {parseTemplate} from '../../flow/path.js';
import {quote} from '../../words.js';

/** What is wrong with an address, and what would be right. */
export interface AddressFault {
  readonly message: string;
  readonly hint: string;
}

/**
 * What keeps a text from being the url or path of a request, whatever ZIS fills into its placeholders; null when
 * nothing does. How it begins is not looked at.
 *
 * @param what `url` or `path`
 */
export function addressFault(text: string, what: string): AddressFault | null {
  if (text !== text.trim()) {
    const end = text === text.trimEnd() ? 'begins' : 'ends';
    return {message: `this ${what} ${end} with a blank`, hint: 'Remove it.'};
  }
  const leftover = leftoverIn(text);
  if (leftover !== null) {
    return {
      message: `nothing fills in ${quote(leftover)} in this ${what}`,
      hint: 'ZIS fills in {{$.name}} from the Parameters of the state. Write {{name}} for a value of the `variables` input.'
    };
  }
  if (!/^https?:\/\/[^/?#]/i.test(text) || PLAIN_HOST.test(text)) return null;
  const plain = withStandIns(text, 'x');
  // Other braces are broken placeholders, which path/syntax looks at.
  if (/[{}]/.test(plain)) return null;
  if (/^https?:\/\/https?:/i.test(text)) {
    return {message: 'this url has its scheme twice', hint: 'Begin it with https:// and a host.'};
  }
  if (PLAIN_HOST.test(plain) || canBeParsed(text)) return null;
  return {message: 'this url cannot be read', hint: hostHint(plain)};
}

/** What was to be filled in and is not written as ZIS reads it; null when there is nothing. */
export function leftoverIn(text: string): string | null {
  // Few texts have one, and fewer have it within a placeholder.
  if (!LEFTOVER.test(text)) return null;
  return LEFTOVER.exec(withStandIns(text, 'x'))?.[0] ?? null;
}

/** Whether it is an address with some value in the place of each placeholder. */
export function canBeParsed(text: string): boolean {
  // ZIS may put a port there as well as a part of a host's name.
  return URL.canParse(withStandIns(text, 'x')) || URL.canParse(withStandIns(text, '1'));
}

/** Where a blank stands in an address; -1 for nowhere. */
export function blankIn(text: string): number {
  if (!/\s/.test(text)) return -1;
  let plain = text;
  for (const {start, end, path} of parseTemplate(text).placeholders) {
    if (path !== null) plain = plain.slice(0, start) + 'x'.repeat(end - start) + plain.slice(end);
  }
  return plain.search(/\s/);
}

/** The text with the same stand-in for each placeholder that ZIS fills in. */
export function withStandIns(text: string, standIn: string): string {
  let plain = '';
  let done = 0;
  for (const {start, end, path} of parseTemplate(text).placeholders) {
    if (path === null) continue;
    plain += text.slice(done, start) + standIn;
    done = end;
  }
  return plain + text.slice(done);
}

/** What other templates and manuals write for a value: `${HOST}`, `<host>`, `{host}`, `{{ticket.id}}`. */
const LEFTOVER =
  /\$\{[^{}]{0,80}\}|<[A-Za-z][\w .-]{0,80}>|\{\{\s*[A-Za-z_][^{}]{0,80}\}\}|(?<![{$])\{[A-Za-z_][\w.-]{0,80}\}/;

/** Letters, digits and dashes in labels of which the last is no number: what every reader of URLs takes. */
const PLAIN_HOST = /^https?:\/\/(?:[a-z0-9-]+\.)*[a-z][a-z0-9-]*(?:[/?#]|$)/i;

function hostHint(plain: string): string {
  const [, authority = ''] = /^https?:\/\/([^/?#]*)/i.exec(plain) ?? [];
  if (/\s/.test(authority)) return 'A host has no blanks.';
  if (Number(/:(\d+)$/.exec(authority)?.[1]) > 65_535) return 'A port is at most 65535.';
  if (/^[\d.]+(?::\d*)?$/.test(authority)) return 'Each of the four parts of an IP address is at most 255.';
  return 'Check its host.';
}
