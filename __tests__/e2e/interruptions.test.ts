import {readFile} from 'node:fs/promises';
import {describe, expect, test} from '@jest/globals';
import {createLimit} from '../../src/limit.js';
import {applyInterrupted, seeded} from '../support/interrupted-apply.js';
import {accountAt} from '../support/account.js';
import {bundle} from '../support/bundles.js';
import {Scenario, type Tree} from '../support/scenario.js';

/** How many moments of each signal are tried; the runs on docs/reliability.md had 20. */
const MOMENTS = Number(process.env['MOMENTS'] ?? 3);

const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

describe('an apply of 30 bundles, names that move among them', () => {
  test(
    'ended by kill -9 and by SIGINT at random moments: the next run ends as declared with every trigger on',
    async () => {
      const whole = await applyInterrupted('SIGKILL', Infinity);
      expect(whole.faults).toEqual([]);
      expect(whole.next.outputs['result']).toBe('no-changes');
      const random = seeded(SEED);
      const limit = createLimit(2);
      for (const ending of ['SIGKILL', 'SIGINT'] as const) {
        const moments = Array.from({length: MOMENTS}, () => 1 + Math.floor(random() * (whole.events - 1)));
        process.stderr.write(`${ending}: SEED=${SEED}, at events ${moments.join(', ')} of ${whole.events}\n`);
        const runs = await Promise.all(
          moments.map((moment) => limit(() => applyInterrupted(ending, moment)))
        );
        for (const [index, run] of runs.entries()) {
          const {faults, next, begunAfter, tookMs} = run;
          const moment = moments[index];
          expect({moment, faults}).toEqual({moment, faults: []});
          expect(['applied', 'no-changes']).toContain(next.outputs['result']);
          if (ending === 'SIGKILL') continue;
          // What was on its way when the signal came may arrive after it: as many as are in flight at once.
          expect(begunAfter.length).toBeLessThanOrEqual(8);
          expect(tookMs).toBeLessThan(7000);
          expect(run.result).not.toBeNull();
        }
      }
    },
    30_000 + MOMENTS * 30_000
  );
});

describe('a cancelled step', () => {
  const old: Tree = {'zis/orders.json': bundle('orders', {result: 'old'}), 'zis/gone.json': bundle('gone')};
  const now: Tree = {'zis/orders.json': bundle('orders', {result: 'new'}), 'zis/fresh.json': bundle('fresh')};

  async function deployed(): Promise<Scenario> {
    const scenario = await Scenario.start();
    const account = accountAt(scenario.registry.url);
    await account.upload(...Object.values(old).filter((one) => typeof one !== 'string'));
    await account.install('orders_job', 'gone_job');
    scenario.push(old);
    scenario.takeWrites();
    return scenario;
  }

  /** Waits for the next request of this method. */
  async function requested({registry}: Scenario, method: string): Promise<void> {
    const before = registry.requests.length;
    const came = (): boolean => registry.requests.slice(before).some((request) => request.method === method);
    while (!came()) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  test('ends within 7 s of an upload that is not answered, with its job specs installed, its outputs and its record', async () => {
    const scenario = await deployed();
    const push = scenario.push(now);
    const cancel = new AbortController();
    scenario.registry.script({
      match: {method: 'POST', path: /\/bundles$/},
      times: 2,
      fault: {kind: 'delay', ms: 30_000, when: 'after'}
    });
    const running = scenario.runPush(push, {cancel: cancel.signal});
    await requested(scenario, 'POST');
    const cancelledAt = performance.now();
    cancel.abort();
    const result = await running;
    expect(performance.now() - cancelledAt).toBeLessThan(7000);
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({result: 'failed', 'failure-reason': 'cancelled', deleted: '0'});
    const backup = JSON.parse(await readFile(result.outputs['backup-path'] ?? '', 'utf8')) as object;
    expect(backup).toMatchObject({bundles: [{name: 'gone'}, {name: 'orders'}]});
    expect(result.summary).toContain('it is not known whether it took effect');
    const installed = scenario.registry.jobSpecs().filter((spec) => spec['installed'] === true);
    expect(installed.map(({name}) => name).sort()).toEqual(['fresh_job', 'gone_job', 'orders_job']);
    const next = await scenario.runPush(push);
    expect(next.outputs['result']).toBe('applied');
    expect(scenario.registeredNames()).toEqual(['fresh', 'orders']);
  });

  test('that has not written yet ends at once, and says that it wrote nothing', async () => {
    const scenario = await deployed();
    const push = scenario.push(now);
    const cancel = new AbortController();
    scenario.registry.script({match: {method: 'GET'}, times: 99, fault: {kind: 'delay', ms: 30_000}});
    const running = scenario.runPush(push, {cancel: cancel.signal});
    await requested(scenario, 'GET');
    const cancelledAt = performance.now();
    cancel.abort();
    const result = await running;
    expect(performance.now() - cancelledAt).toBeLessThan(3000);
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({result: 'failed', 'failure-reason': 'cancelled'});
    expect(result.stdout).toContain('the step was cancelled; nothing was written');
    expect(scenario.takeWrites()).toEqual([]);
  });
});
