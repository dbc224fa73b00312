import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {startFromArguments} from '../../src/emulator/cli.js';
import {compileEmulator, start, stop} from './process.js';
import {ROOT, call} from './setup.js';

const run = (...argv: string[]) => startFromArguments(argv, () => undefined);

describe('the arguments', () => {
  test('--help shows how to use it', async () => {
    const out = expect.stringMatching(/npm run registry --[^]*--port PORT[^]*--latency MS/) as unknown;
    expect(await run('--help')).toEqual({out, err: '', exitCode: 0, emulator: null});
  });

  test.each([
    ['--prot', '1'],
    ['--port'],
    ['--port', 'http'],
    ['--port', '65536'],
    ['--port', '-1'],
    ['--latency', '1.5'],
    ['--data='],
    ['serve']
  ])('%s %s: a message, how to use it, exit 2', async (...argv) => {
    const result = await run(...argv);
    expect(result).toMatchObject({out: '', exitCode: 2, emulator: null});
    expect(result.err).toContain('Usage:');
    expect(result.err).not.toMatch(/^Usage:/);
  });

  test('a port in use is an error with a way out, exit 1', async () => {
    const first = await run('--port', '0');
    const port = new URL(first.emulator?.url ?? '').port;
    const second = await run('--port', port);
    expect(second).toMatchObject({exitCode: 1, emulator: null});
    expect(second.err).toContain('EADDRINUSE');
    await first.emulator?.close();
  });
});

describe('as a process', () => {
  let folder: string;
  let entry: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'emulator-'));
    entry = compileEmulator(folder);
  });
  afterAll(() => {
    rmSync(folder, {recursive: true});
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'says where it is and who may enter, and ends well on %s',
    async (signal) => {
      const running = await start(entry, ['--port', '0', '--latency', '1']);
      const url = /http:\/\/\S+/.exec(running.output)?.[0] ?? '';
      expect(running.output).toContain('demo-api-token');
      expect((await call(url, 'GET', `${ROOT}/acme/bundles`)).status).toBe(200);
      expect(await stop(running, signal)).toBe(0);
    }
  );

  test('a broken data file is told on one line, exit 1', async () => {
    writeFileSync(join(folder, 'registry.json'), 'broken');
    const running = await start(entry, ['--port', '0', '--data', folder]);
    expect(running.output).toContain('registry.json');
    expect(running.output).not.toContain('    at ');
    if (running.child.exitCode === null) await new Promise((resolve) => running.child.once('exit', resolve));
    expect(running.child.exitCode).toBe(1);
  });
});
