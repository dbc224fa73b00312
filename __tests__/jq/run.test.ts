import {describe, expect, test} from '@jest/globals';
import {createJqRunner} from '../../src/jq/run.js';
import {BoundedWorker} from '../../src/worker/bounded-worker.js';

/** Some 700 texts of 100 MB, one after the other: jq makes them while it compiles. */
const ENDLESS = Array.from({length: 700}, () => '("a"*99999999*0)').join(',');

describe('jq in a worker', () => {
  test('runs programs over inputs, and keeps on after those that fail', async () => {
    const runner = createJqRunner();
    const answers = await runner.run([
      {program: '.a, {b: (.a + 1)}', input: '{"a": 1}'},
      {program: '.a |', input: '{}'},
      {program: 'error("no")', input: '{}'},
      {program: '.', input: '{'},
      {program: '[inputs, input_filename, $ENV, env]', input: null},
      {program: '1 + 1', input: null}
    ]);
    expect(answers).toMatchObject([
      {kind: 'done', exitCode: 0, stdout: '1\n{"b":2}'},
      {kind: 'done', exitCode: 3, stderr: expect.stringContaining('syntax error')},
      {kind: 'done', exitCode: 5, stderr: expect.stringContaining('no')},
      {kind: 'done', exitCode: 5, stderr: expect.stringContaining('parse error')},
      {kind: 'done', exitCode: 0},
      {kind: 'done', exitCode: 0, stdout: '2'}
    ]);
    await runner.close();
  });

  test.each([
    ['late while it runs', 'last(repeat(1))', '1'],
    ['late while it compiles', ENDLESS, null]
  ])('is terminated when it is %s', async (_, program, input) => {
    const runner = createJqRunner({program: 150});
    expect(await runner.run([{program, input}])).toEqual([{kind: 'not-run', why: 'late'}]);
    await runner.close();
  });

  test('is terminated when its memory grows', async () => {
    const runner = createJqRunner({program: 60_000}, new BoundedWorker('jq', {memory: 64 << 20}));
    // Many small arrays: one large array ends at jq's own limit, after some 200 MB.
    const program = '[range(1e9) | [range(50)]] | length';
    expect(await runner.run([{program, input: null}])).toEqual([{kind: 'not-run', why: 'memory'}]);
    await runner.close();
  });

  test('does nothing more when its time is over', async () => {
    const runner = createJqRunner({program: 60_000, all: 300});
    const endless = {program: 'last(repeat(1))', input: '1'};
    const answers = await runner.run([endless, {program: '1', input: null}]);
    expect(answers.map((answer) => answer.kind === 'not-run' && answer.why)).toEqual(['no-time', 'no-time']);
    await runner.close();
  });
});
