import {GitHubError} from './errors.js';

/** Ids come as numbers, and as bigint above 2^53: `number` stands for both. */
type FieldType = 'string' | 'number' | 'boolean' | 'object' | 'array' | 'string or null';

/**
 * Makes sure of the fields that are going to be read: what octokit's types promise, a proxy or another GitHub's version
 * need not keep.
 *
 * @param what names the thing in the message, with its article
 * @throws GitHubError `other`, naming the first field that is missing or of another type
 */
export function demand(what: string, data: unknown, fields: Readonly<Record<string, FieldType>>): void {
  const found = typeOf(data) === 'object' ? (data as Readonly<Record<string, unknown>>) : {};
  for (const [name, type] of Object.entries(fields)) {
    if (type.split(' or ').includes(typeOf(found[name]))) continue;
    throw new GitHubError(`GitHub: ${what} was answered without a usable "${name}"`, null, 'other');
  }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'bigint' ? 'number' : typeof value;
}

/** A text that may be missing: then it is empty. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
