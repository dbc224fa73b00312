import {afterAll, describe, expect, it, test} from '@jest/globals';
import {createJqAnswers} from '../../src/jq/answers.js';
import {canShare} from '../../src/jq/run-batch.js';
import {createJqRunner, type JqAnswer, type JqRunner, type JqTask} from '../../src/jq/run.js';

/** A runner that counts, over the real one unless another is given. */
function counting(run?: (task: JqTask) => JqAnswer): {asked: JqTask[]; runner: JqRunner} {
  const asked: JqTask[] = [];
  const real = run === undefined ? createJqRunner({all: 60_000}) : null;
  return {
    asked,
    runner: {
      run: (tasks) => {
        asked.push(...tasks);
        return real?.run(tasks) ?? Promise.resolve(tasks.map((task) => run!(task)));
      },
      close: () => real?.close() ?? Promise.resolve()
    }
  };
}

describe('real jq', () => {
  const {asked, runner} = counting();
  const answers = createJqAnswers(runner);
  afterAll(() => answers.close());

  it('answers many pairs in one run, in their order', async () => {
    const pairs = [
      {program: '.a', input: '{"a":1}'},
      {program: '.[]', input: '[1,"x",null]'},
      {program: '.a', input: '{"a":[2]}'},
      {program: '.a', input: '1'},
      {program: 'error({b:1})', input: '1'},
      {program: 'error', input: 'null'},
      {program: 'empty', input: '1'},
      {program: '. # a comment\\', input: '12345678901234567890'},
      {program: 'def f: .; f', input: '"a\\nb"'},
      {program: '.a', input: '{"a":1}'}
    ];
    expect(await answers.answer(pairs)).toEqual([
      {kind: 'jq', results: ['1']},
      {kind: 'jq', results: ['1', '"x"', 'null']},
      {kind: 'jq', results: ['[2]']},
      {kind: 'error', Error: null, Cause: 'Cannot index number with string ("a")'},
      {kind: 'error', Error: null, Cause: '(not a string): {"b":1}'},
      {kind: 'error', Error: null, Cause: '(not a string): null'},
      {kind: 'jq', results: []},
      {kind: 'jq', results: ['12345678901234567890']},
      {kind: 'jq', results: ['"a\\nb"']},
      {kind: 'jq', results: ['1']}
    ]);
    expect(asked).toHaveLength(1);
    await answers.answer(pairs);
    expect(asked).toHaveLength(1);
  });

  it('gives the same answers to pairs that are run by themselves', async () => {
    const alone = createJqAnswers(runner);
    for (const pair of [
      {program: '.a', input: '1'},
      {program: 'error({b:1})', input: '1'},
      {program: 'error', input: 'null'},
      {program: '.[]', input: '[1,"x",null]'},
      {program: '.', input: '12345678901234567890'}
    ]) {
      expect(await alone.answer([pair])).toEqual(
        await answers.answer([pair, {program: '1', input: '1'}]).then(([first]) => [first])
      );
    }
  });

  it('keeps programs that do not compile, and their brackets, to themselves', async () => {
    const [broken, unknown, halted, sound] = await answers.answer([
      {program: '1), (2', input: '1'},
      {program: 'nothing', input: '1'},
      {program: '"x" | halt_error', input: '1'},
      {program: '. + 1', input: '1'}
    ]);
    expect(broken).toMatchObject({kind: 'error', Cause: expect.stringContaining('syntax error')});
    expect(unknown).toMatchObject({
      kind: 'error',
      Cause: expect.stringContaining('nothing/0 is not defined')
    });
    expect(halted).toMatchObject({kind: 'error', Cause: 'x'});
    expect(sound).toEqual({kind: 'jq', results: ['2']});
  });

  it('answers many inputs', async () => {
    const pairs = Array.from({length: 450}, (_, at) => ({program: '. * 2', input: String(at)}));
    const outcomes = await answers.answer(pairs);
    expect(outcomes.map((outcome) => outcome.kind === 'jq' && Number(outcome.results[0]))).toEqual(
      pairs.map((_, at) => at * 2)
    );
  });
});

describe('a runner that fails', () => {
  const late: JqAnswer = {kind: 'not-run', why: 'late'};
  const done = (stdout: string): JqAnswer => ({kind: 'done', stdout, stderr: '', exitCode: 0});

  it('leaves the pairs of a late batch to themselves, and gives up a program after three', async () => {
    const {asked, runner} = counting(({program}) => (program.includes('slow') ? late : done('7')));
    const answers = createJqAnswers(runner);
    const pairs = ['1', '2', '3', '4', '5'].map((input) => ({program: 'slow', input}));
    const [outcome, ...others] = await answers.answer([{program: '7', input: '0'}, ...pairs]);
    expect(outcome).toEqual({kind: 'jq', results: ['7']});
    expect(others).toEqual(
      pairs.map(() => ({
        kind: 'stop',
        reason: 'the jq program was not run to its end: it took longer than 2 s'
      }))
    );
    expect(asked.map(({program}) => program).filter((program) => program === 'slow')).toHaveLength(3);
    const before = asked.length;
    await answers.answer(pairs);
    expect(asked).toHaveLength(before);
  });

  test.each(['memory', 'no-time', 'broken', 'unavailable'] as const)('says why not: %s', async (why) => {
    const {runner} = counting(() => ({kind: 'not-run', why}));
    const [outcome] = await createJqAnswers(runner).answer([{program: '.', input: '1'}]);
    expect(outcome).toMatchObject({kind: 'stop', reason: expect.stringMatching(/not run to its end: ./)});
  });

  it('forgets what was asked first when it has to remember too much', async () => {
    const {asked, runner} = counting(() => done(JSON.stringify('x'.repeat(10_000_000))));
    const answers = createJqAnswers(runner);
    const ask = (input: string) => answers.answer([{program: '.', input}]);
    for (const input of ['1', '2', '3', '4']) await ask(input);
    expect(asked).toHaveLength(4);
    await ask('4');
    expect(asked).toHaveLength(4);
    await ask('1');
    expect(asked).toHaveLength(5);
  });
});

describe('canShare', () => {
  test.each(['.a', '.input.ticket', 'def f: 1; f', '"(" | length', '# )\n.'])('%j', (program) => {
    expect(canShare(program)).toBe(true);
  });

  test.each(['', '# nothing', '1), (2', '.a | halt', 'def f: 1;', '(', '\0', '.'.repeat(30_000)])(
    'not %j',
    (program) => {
      expect(canShare(program)).toBe(false);
    }
  );
});
