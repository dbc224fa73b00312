import {once} from 'node:events';
import {createServer, type RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Clock, Registry} from '../../src/ports.js';
import {createRegistry, type RegistryOptions} from '../../src/registry/client.js';
import type {Credentials} from '../../src/registry/credentials.js';
import {RegistryError} from '../../src/registry/errors.js';

export const ADMIN: Credentials = {kind: 'api-token', email: 'admin@example.com', apiToken: 'demo-api-token'};
export const OAUTH: Credentials = {kind: 'oauth', oauthToken: 'demo-oauth-token'};

/** Sleeping costs no time but is written down. */
export interface TestClock extends Clock {
  readonly sleeps: number[];
}

export function testClock(random = 0.5): TestClock {
  const sleeps: number[] = [];
  let now = Date.parse('2026-11-23T09:00:00Z');
  return {
    sleeps,
    now: () => now,
    sleep: (milliseconds) => {
      sleeps.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
    random: () => random
  };
}

export function client(baseUrl: string, options: Partial<RegistryOptions> = {}): Registry {
  const clock = options.clock ?? testClock();
  const deadline = clock.now() + 12 * 60_000;
  return createRegistry({
    baseUrl,
    credentials: ADMIN,
    maxParallel: 8,
    userAgent: 'zis-bundles/test',
    clock,
    deadline: () => deadline,
    log: {debug: () => undefined},
    onSecrets: () => undefined,
    ...options
  });
}

/** A server that answers as the listener says; the test closes it. */
export async function serverOf(
  listener: RequestListener
): Promise<{url: string; close: () => Promise<void>}> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    }
  };
}

/** The RegistryError with which a promise is rejected; anything else fails the test. */
export async function failure(promise: Promise<unknown>): Promise<RegistryError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof RegistryError) return error;
    throw error;
  }
  throw new Error('The promise was expected to be rejected, and was not.');
}
