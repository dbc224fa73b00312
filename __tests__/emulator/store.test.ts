import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {startRegistryEmulator} from '../../src/emulator/index.js';
import {compileEmulator, start, stop} from './process.js';
import {ROOT, bundle, call} from './setup.js';

const BUNDLES = `${ROOT}/acme/bundles`;
let folder: string;
let dataDir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-'));
  dataDir = join(folder, 'deep', 'data');
});
afterEach(() => {
  rmSync(folder, {recursive: true});
});

describe('a data folder', () => {
  test('keeps bundles, job specs and their order over a restart', async () => {
    const one = await startRegistryEmulator({dataDir});
    for (const name of ['b', 'a', 'c']) await call(one.url, 'POST', BUNDLES, bundle(name));
    await call(one.url, 'POST', `${ROOT}/job_specs/install?job_spec_name=zis:acme:job_spec:a_spec`);
    await call(one.url, 'DELETE', `${BUNDLES}/${one.bundles()[2]?.uuid as string}`);
    const [bundles, jobSpecs] = [one.bundles(), one.jobSpecs()];
    await one.close();

    const two = await startRegistryEmulator({dataDir});
    expect(two.bundles()).toEqual(bundles);
    expect(two.jobSpecs()).toEqual(jobSpecs);
    await call(two.url, 'POST', BUNDLES, bundle('d'));
    expect(two.bundles().map(({name}) => name)).toEqual(['b', 'a', 'd']);
    two.reset();
    await two.close();

    const three = await startRegistryEmulator({dataDir});
    expect(three.bundles()).toEqual([]);
    await three.close();
  });

  test('without one nothing is kept', async () => {
    const one = await startRegistryEmulator();
    await call(one.url, 'POST', BUNDLES, bundle('a'));
    await one.close();
    const two = await startRegistryEmulator();
    expect(two.bundles()).toEqual([]);
    await two.close();
  });

  test.each([
    '',
    '{"version": 1',
    '[]',
    'null',
    '{"version": 2, "nextSequence": 1, "bundles": [], "jobSpecs": []}',
    '{"version": 1, "nextSequence": 1, "bundles": [{}], "jobSpecs": []}',
    '{"version": 1, "nextSequence": 1, "bundles": [], "jobSpecs": null}'
  ])('that holds %j is an error and is left as it is', async (content) => {
    await (await startRegistryEmulator({dataDir})).close();
    const file = join(dataDir, 'registry.json');
    writeFileSync(file, content);
    await expect(startRegistryEmulator({dataDir})).rejects.toMatchObject({
      reason: 'invalid-inputs',
      message: expect.stringContaining(file)
    });
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  test('that is a file is an error', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(startRegistryEmulator({dataDir: file})).rejects.toMatchObject({reason: 'invalid-inputs'});
  });
});

test('killed in the middle of writing, it leaves a whole file that holds every answered upload', async () => {
  const entry = compileEmulator(folder);
  const answered = new Map<string, string>();
  for (let round = 0; round < 8; round++) {
    const running = await start(entry, ['--port', '0', '--data', dataDir]);
    const url = /http:\/\/\S+/.exec(running.output)?.[0] ?? '';
    const description = `round ${round}`;
    let answers = 0;
    const uploads = Array.from({length: 40}, async (_, index) => {
      const name = `b${index}`;
      const reply = await call(url, 'POST', BUNDLES, {...bundle(name), description}).catch(() => null);
      if (reply?.status !== 200) return;
      answered.set(name, description);
      // The other uploads are still on their way: it dies among them.
      if (++answers === 1 + 4 * round) running.child.kill('SIGKILL');
    });
    await Promise.all(uploads);
    await stop(running, 'SIGKILL');

    const after = await startRegistryEmulator({dataDir});
    const kept = new Map(
      after.bundles().map((stored) => [stored.name as string, stored.description as string])
    );
    await after.close();
    expect(answers).toBeGreaterThan(4 * round);
    for (const [name, last] of answered) expect([last, description]).toContain(kept.get(name));
    // An upload may be kept without having been answered, so the record is brought up to date.
    for (const [name, last] of kept) answered.set(name, last);
  }
}, 120_000);
