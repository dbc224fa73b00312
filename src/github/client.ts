import type {getOctokit} from '@actions/github';

import {boundedFetch, type Fetch} from './bounded-fetch.js';
import type {Clock, Log} from '../ports.js';
import {Failure, GitHubError} from './errors.js';
import {withRetries} from './retry.js';
import {visible} from '../visible.js';

export interface GitHubOptions {
  readonly token: string;
  /** Such as `https://api.github.com`. */
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
  readonly userAgent: string;
  readonly clock: Clock;
  readonly log: Pick<Log, 'debug'>;
  /** How long one attempt may take; 20 seconds where it is not given, and a quarter of that after one that took too long. */
  readonly timeoutMs?: number;
}

/** One repository of one GitHub. `request` times out, retries and throws GitHubErrors. */
export interface Client {
  readonly request: Octokit['request'];
  readonly owner: string;
  readonly repo: string;
}

/**
 * Loads octokit and gives it the repository's address and the rules of `withRetries`. Sends nothing.
 *
 * octokit is loaded here and not at the top since it takes longer to load than the rest of the action, and
 * since it reads the environment (proxy, event file) while it loads.
 *
 * @throws GitHubError when there is no token
 */
export async function connect(options: GitHubOptions): Promise<Client> {
  if (options.token.trim() === '') throw new GitHubError('GitHub: there is no token', null, 'permission');
  const github = await import('@actions/github');
  const octokit = github.getOctokit(options.token, {
    baseUrl: options.apiUrl.replace(/(?<!\/)\/+$/, ''),
    userAgent: options.userAgent,
    log: quietLog(options.log)
  });
  obeyRetryRules(octokit, options);
  return {request: octokit.request, owner: options.owner, repo: options.repo};
}

type Octokit = ReturnType<typeof getOctokit>;

const TIMEOUT_MS = 20_000;
/** How much less time a request gets behind one that had no answer. */
const TIMEOUT_DIVISOR = 4;

function obeyRetryRules(octokit: Octokit, options: GitHubOptions): void {
  const fullTimeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  let timeoutMs = fullTimeoutMs;
  octokit.hook.wrap('request', (send, request) => {
    const {method, url} = octokit.request.endpoint(request);
    const own = request.request;
    const fetch = boundedFetch((own.fetch as Fetch | undefined) ?? globalThis.fetch);
    const timed = async () => {
      // The hooks beneath see the options that the request began with, whatever `send` is given: so the
      // signal must go into those. `request.request` itself is shared by all requests.
      const signal = AbortSignal.timeout(timeoutMs);
      Object.assign(request, {request: {...own, signal, fetch}});
      try {
        const response = await send(request);
        demandJson(response);
        return response;
      } finally {
        // A GitHub that hangs is waited for once, and not with each request: the main job goes on without it.
        timeoutMs = signal.aborted ? fullTimeoutMs / TIMEOUT_DIVISOR : fullTimeoutMs;
      }
    };
    return withRetries(timed, {method, name: `${method} ${new URL(url).pathname}`}, options);
  });
}

/**
 * octokit passes on as text what it cannot read as JSON: an answer that was cut off, or the page of a proxy
 * that stands between.
 */
function demandJson({status, headers, data}: {status: number; headers: object; data: unknown}): void {
  if (status === 204 || (typeof data === 'object' && data !== null && !(data instanceof ArrayBuffer))) return;
  const type = 'content-type' in headers ? String(headers['content-type']) : '';
  if (type.includes('json')) throw new Failure(null, {}, 'the answer broke off');
  throw new Failure(status, {}, 'the answer is not JSON; is there a proxy between?');
}

/** octokit warns of deprecated calls on the console, where a workflow's user can do nothing about it. */
function quietLog(log: Pick<Log, 'debug'>): {
  [level in 'debug' | 'info' | 'warn' | 'error']: (message: string) => void;
} {
  const debug = (message: string) => {
    log.debug(visible(message));
  };
  return {debug, info: debug, warn: debug, error: debug};
}
