/**
 * What a failed call means to its caller:
 * - `permission`: the token may not do this (401, 403), or there is no token
 * - `not-found`: 404, 410; for a private repository also what a token without access is told
 * - `too-long`: a comment or an issue's body above GitHub's 65,536 characters, or a title above 256
 * - `unavailable`: no answer, 5xx, or a rate limit that lasts longer than a step should wait
 * - `other`: everything else
 */
export type GitHubErrorKind = 'permission' | 'not-found' | 'too-long' | 'unavailable' | 'other';

/** A call to GitHub that failed. The message names the call and never holds the token. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';

  constructor(
    message: string,
    /** null when no answer came. */
    readonly status: number | null,
    readonly kind: GitHubErrorKind
  ) {
    super(message);
  }
}

/** One failed attempt, reduced to the facts that decide about a retry and about the message. */
export class Failure extends Error {
  constructor(
    readonly status: number | null,
    readonly headers: Readonly<Record<string, string>>,
    message: string
  ) {
    super(message);
  }
}

/** The facts in an error of octokit's request, or null for anything else: that is a bug, not an answer. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof Failure) return error;
  if (!(error instanceof Error) || error.name !== 'HttpError') return null;
  const response = 'response' in error ? (error.response as OctokitAnswer | undefined) : undefined;
  if (response === undefined) return new Failure(null, {}, error.message);
  return new Failure(response.status, textHeaders(response.headers), answerMessage(response.data));
}

/**
 * @param call  the method and path, as a message should name them
 * @param token replaced wherever it should turn up in a message
 */
export function toGitHubError(failure: Failure, call: string, token: string): GitHubError {
  const {status} = failure;
  const kind = kindOf(failure);
  const outcome = status === null ? 'got no usable answer' : `was answered with ${status}`;
  const detail = failure.message === '' ? '' : `: ${failure.message.slice(0, MAX_DETAIL)}`;
  const message = `GitHub: ${call} ${outcome}${detail}${permissionHint(failure, kind)}`;
  return new GitHubError(token === '' ? message : message.replaceAll(token.trim(), '***'), status, kind);
}

/**
 * Whether GitHub asks to slow down. Its secondary limits come as 403 too.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function isRateLimit({status, headers, message}: Failure): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /rate limit|abuse detection/i.test(message)
  );
}

interface OctokitAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly data: unknown;
}

const MAX_DETAIL = 300;

function kindOf(failure: Failure): GitHubErrorKind {
  const {status} = failure;
  if (status === null || status >= 500 || isRateLimit(failure)) return 'unavailable';
  if (status === 401 || status === 403) return 'permission';
  if (status === 404 || status === 410) return 'not-found';
  return status === 422 && /too long/i.test(failure.message) ? 'too-long' : 'other';
}

/** GitHub names the permissions that would have done, such as `issues=write; pull_requests=write`. */
function permissionHint({headers}: Failure, kind: GitHubErrorKind): string {
  const accepted = headers['x-accepted-github-permissions'];
  return kind === 'permission' && accepted !== undefined && accepted !== ''
    ? ` (the token needs one of: ${accepted})`
    : '';
}

function textHeaders(headers: OctokitAnswer['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  );
}

/** GitHub's own words: its message and those of its errors. A page of HTML says nothing that helps. */
function answerMessage(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('message' in data)) return '';
  const errors = 'errors' in data && Array.isArray(data.errors) ? (data.errors as unknown[]) : [];
  return [data.message, ...errors.map(errorMessage)].filter((part) => typeof part === 'string').join('; ');
}

function errorMessage(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
}
