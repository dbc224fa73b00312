import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {afterAll, describe, expect, jest, test} from '@jest/globals';
import {BoundedWorker} from '../../src/worker/bounded-worker.js';

/** Far more than anything here takes, on any machine. */
const LONG = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'zis-worker-'));
afterAll(() => {
  rmSync(folder, {recursive: true});
});

/** A worker that does with a task what the code says. */
function workerThat(name: string, code: string, memory?: number): BoundedWorker<'regex'> {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(
    path,
    `import {parentPort} from 'node:worker_threads';
     parentPort.on('message', (task) => { ${code} });
     parentPort.postMessage({kind: 'ready'});`
  );
  return new BoundedWorker('regex', {
    file: pathToFileURL(path),
    ...(memory === undefined ? {} : {memory})
  });
}

const task = {pattern: 'b', flags: '', text: 'abc'};

describe('a worker', () => {
  test('does one task after the other, and starts again after it was closed', async () => {
    const worker = new BoundedWorker('regex');
    worker.warm();
    const answers = await Promise.all(['b', '(', 'z'].map((pattern) => worker.ask({...task, pattern}, LONG)));
    expect(answers).toMatchObject([
      {kind: 'done', output: {match: [1, 2]}},
      {kind: 'failed', message: expect.stringContaining('Unterminated group')},
      {kind: 'done', output: {match: null}}
    ]);
    await worker.close();
    expect(await worker.ask(task, LONG)).toMatchObject({kind: 'done'});
    await worker.close();
  });

  test('that is late is terminated, and the next task has a new one', async () => {
    const worker = new BoundedWorker('regex');
    const evil = {pattern: '^(a+)+$', flags: '', text: `${'a'.repeat(60)}!`};
    expect(await worker.ask(evil, 50)).toEqual({kind: 'late'});
    expect(await worker.ask(task, LONG)).toMatchObject({kind: 'done'});
    await worker.close();
  });

  test('that takes too much memory is terminated', async () => {
    const hungry = 'const kept = []; for (;;) kept.push(new Uint8Array(1 << 20).fill(1));';
    const worker = workerThat('hungry', hungry, 64 << 20);
    expect(await worker.ask(task, LONG)).toEqual({kind: 'memory'});
    const heap = workerThat('heap', 'const kept = []; for (;;) kept.push({kept: [kept.length]});', Infinity);
    expect(await heap.ask(task, LONG)).toEqual({kind: 'memory'});
  });

  test('that ends, or throws, has failed', async () => {
    expect(await workerThat('ends', 'process.exit(7)').ask(task, LONG)).toMatchObject({kind: 'failed'});
    expect(await workerThat('throws', 'throw new Error("oh")').ask(task, LONG)).toEqual({
      kind: 'failed',
      message: 'oh'
    });
  });

  test('sees nothing of the environment, and writes nothing to the log', async () => {
    const tell = `console.log('::add-mask::x'); process.stderr.write('y');
      parentPort.postMessage({kind: 'output', output: [process.env, process.argv.slice(2), process.execArgv]})`;
    const worker = workerThat('tell', tell);
    const written: unknown[] = [];
    const spies = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation((text: unknown) => written.push(text) > 0)
    );
    expect(await worker.ask(task, LONG)).toEqual({kind: 'done', output: [{}, [], []]});
    await worker.close();
    for (const spy of spies) spy.mockRestore();
    expect(written).toEqual([]);
  });

  test('that cannot be started is told with each task', async () => {
    const worker = new BoundedWorker('regex', {file: pathToFileURL(join(folder, 'nowhere.mjs'))});
    worker.warm();
    expect(await worker.ask(task, LONG)).toMatchObject({kind: 'unavailable'});
    expect(await worker.ask(task, LONG)).toMatchObject({kind: 'unavailable'});
  });
});
