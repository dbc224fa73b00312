import {afterEach, expect} from '@jest/globals';

import {startGitHub} from '../../src/stand-ins/github/github.js';
import type {GitHubStandIn, GitHubStandInOptions, TokenGrant} from '../../src/stand-ins/github/github.js';
import {checkExchange} from './openapi.js';

/** The tokens that a fake knows unless it is given others. */
export const TOKENS = {
  /** What the README's workflow asks for. */
  full: 'ghs_full0000000000000000000000000000000000',
  /** A fork's: `permissions` cannot give it more. */
  readOnly: 'ghs_read0000000000000000000000000000000000',
  /** One that may do nothing at all. */
  none: 'ghs_none0000000000000000000000000000000000',
  /** That of another GitHub App. */
  app: 'ghs_app00000000000000000000000000000000000',
  /** A user's own. */
  user: 'ghp_user0000000000000000000000000000000000'
} as const;

/** Whom TOKENS.user belongs to. */
export const TOKEN_USER = 'release-manager';

export interface FakeGitHub extends GitHubStandIn {
  /** What GitHub's description of its API finds wrong with the exchanges so far. */
  violations(): string[];
  /** Fails the test when there is one. */
  assertClean(): void;
  /** For a test that asks for something wrong on purpose: lets what was found so far pass. */
  forget(): void;
}

/**
 * Starts the stand-in with every exchange held against GitHub's own description of its API. After the test
 * it is closed, and the test fails for whatever was wrong.
 */
export async function startFakeGitHub(options: Partial<GitHubStandInOptions> = {}): Promise<FakeGitHub> {
  const standIn = await startGitHub({tokens: grants(), ...options});
  const found: string[] = [];
  standIn.onExchange((exchange) => {
    found.push(...checkExchange(exchange));
  });
  const fake = Object.assign(standIn, {
    violations: () => [...found],
    assertClean: () => {
      expect(found).toEqual([]);
    },
    forget: () => {
      found.length = 0;
    }
  });
  running.push(fake);
  return fake;
}

const running: FakeGitHub[] = [];

afterEach(async () => {
  const started = running.splice(0);
  await Promise.all(started.map((fake) => fake.close()));
  for (const fake of started) fake.assertClean();
});

function grants(): Record<string, TokenGrant> {
  const read = {contents: 'read', 'pull-requests': 'read', issues: 'read', deployments: 'read'} as const;
  const write = {'pull-requests': 'write', issues: 'write', deployments: 'write'} as const;
  return {
    [TOKENS.full]: {permissions: {...read, ...write}},
    [TOKENS.readOnly]: {permissions: read},
    [TOKENS.none]: {},
    [TOKENS.app]: {login: 'acme-deployer[bot]', permissions: {...read, ...write}},
    [TOKENS.user]: {kind: 'user', login: TOKEN_USER, permissions: {...read, ...write}}
  };
}
