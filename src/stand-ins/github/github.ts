import {createServer} from 'node:http';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';

import type {Body} from './bodies/common.js';
import {
  issueCommentEvent,
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  repositoryDispatchEvent,
  scheduleEvent,
  workflowDispatchEvent,
  workflowRunEvent
} from './events.js';
import type {EventOptions, Push} from './events.js';
import {serve} from './exchange.js';
import type {Exchange} from './exchange.js';
import {FaultPlan} from './faults.js';
import type {Fault, FaultMatch} from './faults.js';
import type {TokenGrant} from './records.js';
import {allRoutes} from './router.js';
import {GitHubState} from './state.js';
import type {GitHubStateOptions} from './state-options.js';

export type {Exchange} from './exchange.js';
export type {Fault, FaultMatch} from './faults.js';
export type {TokenGrant} from './records.js';

export interface GitHubStandInOptions extends GitHubStateOptions {
  /** What each token may do. Any other is answered with 401. */
  readonly tokens: Readonly<Record<string, TokenGrant>>;
  /** Where the web pages would be, for the addresses in answers; `https://github.com` if not given. */
  readonly serverUrl?: string;
  /** Any free port where it is not given. */
  readonly port?: number;
  /** Called for every exchange, before its answer is sent. */
  readonly onExchange?: (exchange: Exchange) => void;
}

/**
 * Starts a GitHub with one repository on 127.0.0.1: the REST operations that this project uses, in memory,
 * with GitHub's own shapes, permissions, paging and limits.
 */
export async function startGitHub(options: GitHubStandInOptions): Promise<GitHubStandIn> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return new GitHubStandIn(server, options);
}

/** The repository's state, its API over HTTP, and the events that GitHub would send. */
export class GitHubStandIn extends GitHubState {
  /** Where the API is, such as `http://127.0.0.1:40000`. */
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** `owner/repo` */
  readonly repository: string;
  /** Everything that was asked and answered so far. */
  readonly exchanges: Exchange[] = [];
  private readonly faults = new FaultPlan();
  private readonly listeners: ((exchange: Exchange) => void)[];

  /** @param server listens already, and has no handler yet */
  constructor(
    private readonly server: Server,
    options: GitHubStandInOptions
  ) {
    super(options);
    this.apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.serverUrl = options.serverUrl ?? 'https://github.com';
    this.repository = `${this.owner.login}/${this.repo}`;
    this.listeners = options.onExchange === undefined ? [] : [options.onExchange];
    const {tokens} = options;
    const service = {site: this.site, routes: allRoutes(), tokens, faults: this.faults, record: this.record};
    server.on('request', (incoming, response) => {
      serve(service, incoming, response).catch(() => incoming.socket.destroy());
    });
  }

  onExchange(listener: (exchange: Exchange) => void): void {
    this.listeners.push(listener);
  }

  /** Lets the next requests that fit fail, as often as `times` says. */
  fail(match: FaultMatch, times: number, fault: Fault): void {
    this.faults.add(match, times, fault);
  }

  pullRequestEvent(number: number, action: string, options?: EventOptions & {before?: string}): Body {
    return pullRequestEvent(this.site, number, action, options);
  }

  pushEvent(push: Push, options?: EventOptions): Body {
    return pushEvent(this.site, push, options);
  }

  mergeGroupEvent(number: number, options?: EventOptions): Body {
    return mergeGroupEvent(this.site, number, options);
  }

  scheduleEvent(schedule?: string): Body {
    return scheduleEvent(this.site, schedule);
  }

  workflowDispatchEvent(
    options?: EventOptions & {inputs?: Readonly<Record<string, string>>; ref?: string}
  ): Body {
    return workflowDispatchEvent(this.site, options);
  }

  issueCommentEvent(number: number, body: string, options?: EventOptions): Body {
    return issueCommentEvent(this.site, number, body, options);
  }

  workflowRunEvent(run: {headSha: string; headBranch?: string}, options?: EventOptions): Body {
    return workflowRunEvent(this.site, run, options);
  }

  repositoryDispatchEvent(type: string, options?: EventOptions): Body {
    return repositoryDispatchEvent(this.site, type, options);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.close((error) => {
        if (error === undefined) resolve();
        else reject(error);
      });
      this.server.closeAllConnections();
    });
  }

  private get site(): {state: GitHubState; apiUrl: string; serverUrl: string} {
    return {state: this, apiUrl: this.apiUrl, serverUrl: this.serverUrl};
  }

  private readonly record = (exchange: Exchange): void => {
    this.exchanges.push(exchange);
    for (const listener of this.listeners) listener(exchange);
  };
}
