import type {Clock} from '../../src/ports.js';
import {createGitHub} from '../../src/github/github.js';
import type {GitHubOptions} from '../../src/github/client.js';
import type {GitHub} from '../../src/ports.js';
import {TOKENS} from '../support/fake-github.js';
import type {FakeGitHub} from '../support/fake-github.js';

export interface Setup {
  readonly github: GitHub;
  /** How long the adapter slept, in milliseconds, in order. */
  readonly slept: number[];
  readonly debug: string[];
}

/** At this time every wait begins; the random part of a backoff is half of the most. */
export const NOW = Date.parse('2026-03-01T12:00:00Z');

/** The adapter for a fake's repository, with a clock that does not wait. */
export function adapter(fake: FakeGitHub, options: Partial<GitHubOptions> = {}): Setup {
  const slept: number[] = [];
  const debug: string[] = [];
  const clock: Clock = {
    now: () => NOW,
    random: () => 0.5,
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      return Promise.resolve();
    }
  };
  const github = createGitHub({
    token: TOKENS.full,
    apiUrl: fake.apiUrl,
    owner: fake.owner.login,
    repo: fake.repo,
    userAgent: 'zis-bundles-tests',
    clock,
    log: {debug: (message) => debug.push(message)},
    ...options
  });
  return {github, slept, debug};
}

/** What a promise was rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('The promise was not rejected.');
}
