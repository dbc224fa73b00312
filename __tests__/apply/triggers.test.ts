import {describe, expect, test} from '@jest/globals';
import {bundleHash} from '../../src/bundle/canonical.js';
import type {JsonObject} from '../../src/bundle/json-types.js';
import type {FaultScript} from '../../src/emulator/index.js';
import {applyTo, prepare, type ApplySettings} from '../support/apply-account.js';
import {bundle, jobSpec, textAt} from '../support/bundles.js';
import {MemoryAccount, refusedConnection, type MemoryAccountOptions} from '../support/memory-account.js';

const UPLOAD = {method: 'POST', path: /\/bundles$/};
const SHOW = {method: 'GET', path: /\/bundles\/[^/?]+$/};
const INSTALL = {method: 'POST', path: /job_specs\/install/};

/** So many bundles over so many integrations. */
function bundles(count: number, result: string, integrations = 1): JsonObject[] {
  return Array.from({length: count}, (_, index) => {
    const integration = integrations === 1 ? 'acme' : `int_${index % integrations}`;
    return {...bundle(`b${index}`, {integration, result}), integration};
  });
}

const specsOf = (all: readonly JsonObject[]): string[] =>
  all.map((one) => `zis:${textAt(one, 'integration') || 'acme'}:job_spec:${textAt(one, 'name')}_job`);
const hashesOf = (all: readonly JsonObject[]): Record<string, string> =>
  Object.fromEntries(all.map((one) => [textAt(one, 'name'), bundleHash(one)] as const).sort());
const longestOff = (account: MemoryAccount): number[] =>
  [...account.longestOff().values()].sort((a, b) => b - a);
const uploadsOf = (account: MemoryAccount): number =>
  account.writes().filter((write) => /^POST .*\/bundles$/.test(write)).length;

async function registered(
  before: readonly JsonObject[],
  options: MemoryAccountOptions = {}
): Promise<MemoryAccount> {
  const account = new MemoryAccount(options);
  await prepare(account, before, specsOf(before));
  return account;
}

function expectDeclared(account: MemoryAccount, declared: readonly JsonObject[]): void {
  expect(hashesOf(account.bundles())).toEqual(hashesOf(declared));
  expect(account.installed()).toEqual(declared.map((one) => `${textAt(one, 'name')}_job`).sort());
}

/**
 * What the registry serves and how much is updated: a tenth of the figures on docs/reliability.md, which are those of
 * `FULL=1 npx jest apply/triggers`.
 */
const IS_FULL = process.env['FULL'] === '1';
const SERVED = IS_FULL ? {requests: 200, perMs: 60_000} : {requests: 30, perMs: 10_000};
const MANY = IS_FULL ? {count: 500, integrations: 50} : {count: 80, integrations: 8};
const TOO_MANY = IS_FULL ? {count: 1000, minutes: 12} : {count: 150, minutes: 2};

const tell = (what: string): void => {
  if (IS_FULL) process.stderr.write(`${what}\n`);
};

describe('each bundle by itself', () => {
  test('of 10 updates one is answered after 25 s: the others are off for less than a second', async () => {
    const account = await registered(bundles(10, 'old'));
    account.script({match: {...UPLOAD, nth: 4}, fault: {kind: 'delay', ms: 25_000, when: 'after'}});
    const applied = await applyTo(account, bundles(10, 'new'));
    expect(applied.failure).toBeNull();
    expectDeclared(account, bundles(10, 'new'));
    const [slow = 0, ...others] = longestOff(account);
    tell(`one answered after 25 s: the others off for ${Math.max(...others)} ms at most`);
    expect(Math.round(slow / 1000)).toBe(25);
    expect(Math.max(...others)).toBeLessThan(1000);
  });

  test('at a budget of requests no bundle waits with its triggers off for what others need', async () => {
    const {count, integrations} = MANY;
    const account = await registered(bundles(count, 'old', integrations));
    account.behave({budget: {...SERVED, window: 'fixed', tell: 'retry-after'}});
    const start = account.clock.now();
    const applied = await applyTo(account, bundles(count, 'new', integrations), {maxMinutes: 60});
    expect(applied.failure).toBeNull();
    expectDeclared(account, bundles(count, 'new', integrations));
    tell(
      `longest off: ${longestOff(account)[0] ?? 0} ms, in ${(account.clock.now() - start) / 60_000} minutes`
    );
    // Three requests of its own at 3 a second, and 5 s.
    expect(longestOff(account)[0]).toBeLessThan(6000);
  });

  test('more than fits into the time: every run ends with all triggers on and says how far it came', async () => {
    const {count, minutes} = TOO_MANY;
    const account = await registered(bundles(count, 'old'));
    account.behave({budget: {...SERVED, window: 'sliding', tell: 'retry-after'}});
    const done: number[] = [];
    for (let run = 1; run <= 6; run += 1) {
      const start = account.clock.now();
      const {failure, outcomes} = await applyTo(account, bundles(count, 'new'), {maxMinutes: minutes});
      expect(account.installed()).toHaveLength(count);
      expect(account.clock.now() - start).toBeLessThan(minutes * 60_000 + 5000);
      done.push(outcomes.filter(({state}) => state === 'done').length);
      if (failure === null) break;
      expect(failure.reason).toBe('apply-failed');
      expect(failure.message).toMatch(
        /end of its time \(max-minutes\): of \d+ changes \d+ were made, 0 failed, \d+ not tried/
      );
      expect(outcomes.every(({state}) => state !== 'failed')).toBe(true);
    }
    expect(done.length).toBeGreaterThan(1);
    expect(done.every((count) => count > 10)).toBe(true);
    tell(`made in each run: ${done.join(', ')}`);
    expectDeclared(account, bundles(count, 'new'));
  });

  test('creations read the list once before and once after all uploads', async () => {
    const account = new MemoryAccount();
    await applyTo(account, bundles(30, 'new'), {
      onPlanned: () => {
        account.forget();
      }
    });
    const lists = account.requests.filter(({path}) => path.includes('/bundles?')).map(({path}) => path);
    expect(lists).toHaveLength(2);
    const specLists = account.requests.filter(({path}) => path.includes('/job_specs?'));
    expect(specLists).toHaveLength(1);
    expectDeclared(account, bundles(30, 'new'));
  });
});

describe('a registry that lags', () => {
  test.each([5000, 20_000])(
    'reads by %d ms: triggers are on at once, the lag is reported',
    async (readLagMs) => {
      const account = await registered(bundles(6, 'old'));
      account.behave({readLagMs});
      const after = [...bundles(9, 'new').slice(1)];
      await account.clock.sleep(readLagMs);
      const applied = await applyTo(account, after);
      expect(applied.failure).toBeNull();
      expect(longestOff(account)[0]).toBeLessThan(1000);
      expect(applied.notices[0]).toMatch(/only after up to \d+ s/);
      expectDeclared(account, after);
    }
  );

  test('installations by 5 s: what is refused is tried again', async () => {
    const account = await registered([]);
    account.behave({installLagMs: 5000, readLagMs: 6000});
    const applied = await applyTo(account, bundles(3, 'new'));
    expect(applied.failure).toBeNull();
    expectDeclared(account, bundles(3, 'new'));
  });

  test('for good: the bundle has failed, its job specs stay installed, nothing is deleted', async () => {
    const account = await registered(bundles(3, 'old'));
    const [first] = account.bundles();
    // The read-back of one bundle gives the old content, however often it is asked.
    account.script({
      match: {...SHOW, path: new RegExp(`${textAt(first, 'uuid')}$`), nth: 3},
      times: 99,
      fault: {kind: 'body', body: JSON.stringify(first)}
    });
    const applied = await applyTo(account, bundles(2, 'new'));
    expect(applied.failure).toMatchObject({reason: 'apply-failed'});
    expect(applied.failure?.message).toContain('when read back it does not hold what was uploaded');
    expect(applied.outcomes.map(({state, written}) => [state, written ?? false])).toEqual([
      ['failed', true],
      ['done', false],
      ['not-tried', false]
    ]);
    expect(account.installed()).toEqual(['b0_job', 'b1_job', 'b2_job']);
  });
});

describe('faults', () => {
  test.each([0, 300, 1500, 2500, 3200, 4000, 5000, 7000])(
    'an outage of 20 s from %d ms on is sat out',
    async (from) => {
      let start = Infinity;
      const account = await registered(bundles(12, 'old'), {
        before: ({at}) => {
          if (at >= start + from && at < start + from + 20_000) throw refusedConnection();
        }
      });
      start = account.clock.now();
      const after = bundles(14, 'new').slice(2);
      const applied = await applyTo(account, after, {maxParallel: 2});
      expect(applied.failure).toBeNull();
      expectDeclared(account, after);
    }
  );

  test.each([4, 2, 1])('a budget of %d requests in 3 s', async (requests) => {
    const account = await registered(bundles(4, 'old'));
    account.behave({budget: {requests, perMs: 3000, window: 'sliding', tell: 'ratelimit-reset'}});
    const applied = await applyTo(account, bundles(5, 'new').slice(1));
    expect(applied.failure).toBeNull();
    expectDeclared(account, bundles(5, 'new').slice(1));
    const refused = account.requests.filter(({status}) => status === 429).length;
    expect(refused).toBeLessThanOrEqual(16);
  });

  test('a firewall that blocks one upload: the others are made, nothing is deleted', async () => {
    const account = await registered(bundles(4, 'old'));
    account.behave({firewall: 'b1_flow'});
    const applied = await applyTo(account, bundles(3, 'new'));
    expect(applied.failure).toMatchObject({reason: 'apply-failed'});
    expect(applied.failure?.message).toContain('403 and an HTML page');
    expect(applied.outcomes.map(({state}) => state)).toEqual(['done', 'failed', 'done', 'not-tried']);
    expect(account.installed()).toHaveLength(4);
  });

  test('401 half-way: what was written is counted, and what was not installed is said', async () => {
    const account = await registered(bundles(6, 'old'));
    account.script(
      {match: {...INSTALL, nth: 3}, times: 99, fault: {kind: 'status', status: 401}},
      {match: {...UPLOAD, nth: 4}, times: 99, fault: {kind: 'status', status: 401}}
    );
    const applied = await applyTo(account, bundles(6, 'new'), {maxParallel: 1});
    expect(applied.failure).toMatchObject({reason: 'credentials-rejected'});
    const [first, second, third, ...rest] = applied.outcomes;
    expect([first?.state, second?.state]).toEqual(['done', 'done']);
    expect(third).toMatchObject({state: 'failed', written: true});
    expect(third?.reason).toContain('b2_job is not installed when read back');
    expect(rest.map(({state}) => state)).toEqual(['not-tried', 'not-tried', 'not-tried']);
    expect(uploadsOf(account)).toBe(3);
  });

  const lost: FaultScript[] = [
    {match: {...UPLOAD, nth: 2}, fault: {kind: 'reset', when: 'after'}},
    {match: {...UPLOAD, nth: 4}, fault: {kind: 'reset', when: 'before'}},
    {match: {...UPLOAD, nth: 5}, fault: {kind: 'status', status: 408}},
    {match: {...UPLOAD, nth: 6}, fault: {kind: 'status', status: 409}},
    {match: {...INSTALL, nth: 2}, fault: {kind: 'status', status: 503}}
  ];
  test('uploads that were not answered, busy ones and failing installations', async () => {
    const account = await registered(bundles(6, 'old'));
    account.script(...lost);
    const applied = await applyTo(account, bundles(7, 'new'));
    expect(applied.failure).toBeNull();
    expectDeclared(account, bundles(7, 'new'));
  });

  test('a job spec that the registry says to have installed is installed again when it is not', async () => {
    const account = await registered(bundles(2, 'old'));
    account.script({match: INSTALL, fault: {kind: 'status', status: 200}});
    const applied = await applyTo(account, bundles(2, 'new'));
    expect(applied.failure).toBeNull();
    expectDeclared(account, bundles(2, 'new'));
  });

  test('a job spec that is never installed, whatever the registry says, fails its bundle', async () => {
    const account = await registered(bundles(2, 'old'));
    account.script({match: {...INSTALL, path: /b1_job/}, times: 99, fault: {kind: 'status', status: 200}});
    const applied = await applyTo(account, bundles(2, 'new'));
    expect(applied.failure?.message).toContain('b1_job is not installed when read back');
    expect(applied.outcomes.map(({state, written}) => [state, written ?? false])).toEqual([
      ['done', false],
      ['failed', true]
    ]);
  });

  test('a job spec that could not be uninstalled stays, and is said', async () => {
    const account = await registered([
      bundle('b', {resources: {extra: jobSpec('x', 'e', 'zis:acme:flow:b_flow')}})
    ]);
    await account.registry().installJobSpec('zis:acme:job_spec:x');
    account.script({match: {method: 'DELETE'}, fault: {kind: 'status', status: 400}});
    const applied = await applyTo(account, [bundle('b')]);
    expect(applied.failure).toMatchObject({reason: 'apply-failed'});
    expect(applied.outcomes[0]).toMatchObject({state: 'failed', written: true});
    expect(account.installed()).toEqual(['b_job', 'x']);
  });
});

describe('cancelled', () => {
  /** Applies, and cancels when so many requests were sent. */
  async function cancelledAt(request: number, settings: ApplySettings = {}) {
    const [stop, stopWaiting, giveUp] = [new AbortController(), new AbortController(), new AbortController()];
    let stoppedAt = Infinity;
    let start = Infinity;
    const account = await registered(bundles(12, 'old'), {
      before: (_, number) => {
        if (number !== start + request) return;
        stoppedAt = account.clock.now();
        stop.abort();
        void account.clock.sleep(3000).then(async () => {
          stopWaiting.abort();
          await account.clock.sleep(1500);
          giveUp.abort();
        });
      }
    });
    const after = bundles(14, 'new').slice(2);
    const applied = await applyTo(account, after, {
      ...settings,
      registry: {stopWriting: stop.signal, giveUp: giveUp.signal},
      ports: {stop: stop.signal, stopWaiting: stopWaiting.signal},
      onPlanned: () => {
        start = account.requests.length;
      }
    });
    return {account, after, applied, stoppedAt, endedAt: account.clock.now()};
  }

  test.each([1, 2, 5, 9, 14, 20, 27, 33, 41])(
    'after %d requests: what was sent is completed, nothing else begun, and the next run ends as declared',
    async (request) => {
      const {account, after, applied, stoppedAt, endedAt} = await cancelledAt(request);
      expect(endedAt - stoppedAt).toBeLessThan(4500);
      const late = account.requests.filter(({at, method, path}) => at > stoppedAt && isBegin(method, path));
      expect(late).toEqual([]);
      if (applied.outcomes.some(({state}) => state !== 'done')) {
        expect(applied.failure).toMatchObject({reason: 'cancelled'});
      }
      const names = account.bundles().map((one) => `${textAt(one, 'name')}_job`);
      expect(account.installed()).toEqual(names.sort());
      const next = await applyTo(account, after);
      expect(next.failure).toBeNull();
      expectDeclared(account, after);
    }
  );

  test('an upload that is not answered any more: its job specs are installed all the same', async () => {
    const [stop, stopWaiting, giveUp] = [new AbortController(), new AbortController(), new AbortController()];
    const account = await registered(bundles(1, 'old'));
    account.script({match: UPLOAD, fault: {kind: 'delay', ms: 20_000, when: 'after'}});
    void account.clock.sleep(2000).then(async () => {
      stop.abort();
      await account.clock.sleep(3000);
      stopWaiting.abort();
      await account.clock.sleep(1500);
      giveUp.abort();
    });
    const applied = await applyTo(account, bundles(1, 'new'), {
      registry: {stopWriting: stop.signal, giveUp: giveUp.signal},
      ports: {stop: stop.signal, stopWaiting: stopWaiting.signal}
    });
    expect(applied.failure).toMatchObject({reason: 'cancelled'});
    expect(applied.outcomes[0]?.reason).toContain('it is not known whether it took effect');
    expect(account.installed()).toEqual(['b0_job']);
  });
});

function isBegin(method: string, path: string): boolean {
  return (
    (method === 'POST' && path.endsWith('/bundles')) || (method === 'DELETE' && path.includes('/bundles/'))
  );
}
