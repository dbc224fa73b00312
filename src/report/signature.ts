import {createHash, createHmac, timingSafeEqual} from 'node:crypto';
import {readHeader, visiblePart, withHeader, type Header} from './header.js';

/** What a signature covers besides the comment, so that a copy of it proves nothing elsewhere. */
export interface CommentPlace {
  /** The repository's id, or its name where the event has no id. */
  readonly repository: string;
  readonly pullRequest: number;
  /** Which step of which account writes the comment. */
  readonly scope: string;
}

/** As long as a real one, for a header that is measured before what it signs is written. */
export const MAC_PLACEHOLDER = '0'.repeat(64);

/**
 * The comment with a `mac` in its header: HMAC-SHA-256 in hex over place, head commit, plan hash, bundles and
 * what people see. State and run are not covered: they change nothing about what was shown.
 *
 * @param planKey a secret of at least 16 characters; empty leaves the comment unsigned
 */
export function signComment(body: string, planKey: string, place: CommentPlace): string {
  const header = readHeader(body);
  if (header === null) return body;
  const mac = planKey === '' ? '' : macOf(header, body, planKey, place);
  return withHeader(body, {...header, mac});
}

/** Whether who wrote the comment had the key, and nobody changed it since. An empty key proves nothing. */
export function isSigned(body: string, planKey: string, place: CommentPlace): boolean {
  const header = readHeader(body);
  if (planKey === '' || header?.mac === undefined) return false;
  const [given, right] = [Buffer.from(header.mac), Buffer.from(macOf(header, body, planKey, place))];
  return given.length === right.length && timingSafeEqual(given, right);
}

function macOf(
  {headSha, planHash, bundles}: Header,
  body: string,
  planKey: string,
  {repository, pullRequest, scope}: CommentPlace
): string {
  const visible = createHash('sha256').update(visiblePart(body), 'utf8').digest('hex');
  const facts = ['zis-bundles/plan/1', repository, pullRequest, scope, headSha, planHash, bundles, visible];
  return createHmac('sha256', planKey).update(JSON.stringify(facts), 'utf8').digest('hex');
}
