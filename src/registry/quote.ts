import type {Scrub} from '../secrets/scrub.js';

const LONGEST_QUOTE = 300;
/** So much of a text is looked into for credentials: what stands behind is not quoted anyway. */
const LONGEST_LOOK = 20_000;

/** Control characters, and those that hide or reorder the text around them. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

const SHORT_ESCAPES: Readonly<Record<string, string>> = {'\n': '\\n', '\r': '\\r', '\t': '\\t'};

/**
 * A foreign text made fit for a message: without this run's credentials, invisible characters written as
 * escapes, at most 300 characters long.
 */
export function quotable(text: string, scrub: Scrub): string {
  const visible = scrub(text.slice(0, LONGEST_LOOK).trim()).replace(
    INVISIBLE,
    (found) => SHORT_ESCAPES[found] ?? `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
  if (visible.length <= LONGEST_QUOTE) return visible;
  return `${visible.slice(0, LONGEST_QUOTE - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
