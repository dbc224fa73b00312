import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {createJqChecker} from '../../src/jq/checker.js';
import {createJqRunner, type JqAnswer, type JqRunner, type JqTask} from '../../src/jq/run.js';

const CORPUS = '../shared/corpus/jq-expressions.json';

const SOUND: JqAnswer = {kind: 'done', stdout: '', stderr: '', exitCode: 0};

function fakeRunner(answer: (task: JqTask) => JqAnswer): JqRunner {
  return {
    run: (tasks) => Promise.resolve(tasks.map(answer)),
    close: () => Promise.resolve()
  };
}

describe('the jq checker', () => {
  test('gives one verdict a program, in their order', async () => {
    const verdicts = await createJqChecker()(['.a', '.b |', '.a', 'nonesuch', '']);
    expect(verdicts.map(({kind}) => kind)).toEqual(['sound', 'syntax', 'sound', 'undefined', 'not-checked']);
  });

  test('runs nothing', async () => {
    const endless = [
      'repeat(.)',
      '[range(infinite)]',
      'error("x")',
      'halt_error',
      'input',
      'last(repeat(1))'
    ];
    const verdicts = await createJqChecker()(endless);
    expect(verdicts.every(({kind}) => kind === 'sound')).toBe(true);
  });

  test('says why nothing was checked', async () => {
    const answering = (answer: JqAnswer) => createJqChecker({open: () => fakeRunner(() => answer)});
    for (const why of ['unavailable', 'no-time'] as const) {
      const check = answering({kind: 'not-run', why});
      expect(await check(['.a', '.b |'])).toEqual([
        {kind: 'not-checked', why},
        {kind: 'not-checked', why}
      ]);
    }
    const long = `.a${' + .a'.repeat(4000)}`;
    const deep = '['.repeat(300) + ']'.repeat(300);
    expect(await answering(SOUND)([long, deep, '', 'import "a" as a; .'])).toEqual([
      {kind: 'not-checked', why: 'too-long'},
      {kind: 'not-checked', why: 'too-deep'},
      {kind: 'not-checked', why: 'not-judged'},
      {kind: 'not-checked', why: 'not-judged'}
    ]);
  });

  test('asks jq only about what cannot be said without it, about equal programs once', async () => {
    const asked: string[] = [];
    const answer = ({program}: JqTask): JqAnswer => {
      asked.push(program);
      return SOUND;
    };
    const check = createJqChecker({open: () => fakeRunner(answer)});
    expect((await check(['(', '', 'import "a" as a; .']))[0]).toMatchObject({kind: 'syntax'});
    expect(asked).toEqual([]);
    await check(['.a', '.b', '.a']);
    expect(asked).toHaveLength(1);
  });

  test.each(['late', 'memory', 'broken'] as const)(
    'judges the others when jq is %s over one',
    async (why) => {
      const programs = Array.from({length: 150}, (_, index) => (index === 33 ? '.poison' : `.a${index}`));
      const answer = ({program}: JqTask): JqAnswer =>
        program.includes('poison') ? {kind: 'not-run', why} : SOUND;
      const verdicts = await createJqChecker({open: () => fakeRunner(answer)})(programs);
      expect(verdicts.filter(({kind}) => kind === 'sound')).toHaveLength(149);
      expect(verdicts[33]).toEqual({kind: 'not-checked', why});
    }
  );

  test('leaves a program that keeps jq busy while it compiles', async () => {
    const check = createJqChecker({open: () => createJqRunner({program: 3_000})});
    const endless = Array.from({length: 700}, () => '("a"*99999999*0)').join(',');
    const verdicts = await check(['.a', endless, '.b |']);
    expect(verdicts).toMatchObject([{kind: 'sound'}, {kind: 'not-checked', why: 'late'}, {kind: 'syntax'}]);
  });

  test.each([
    ['[', ']', 3000],
    ['(.a|', ')', 3000],
    ['"\\(', ')"', 3000],
    ['. as [$x] | ', '1', 1200],
    ['.a//', '1', 4000],
    ['{a:', '}', 5000]
  ])('stands %s%s many times over', async (open, close, times) => {
    const check = createJqChecker();
    const started = performance.now();
    await check([
      open.repeat(times) + (close.length > 1 ? '' : '.') + close.repeat(close === '1' ? 1 : times)
    ]);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(await check(['.a'])).toEqual([{kind: 'sound'}]);
  });

  test('agrees with jq alone about any soup of tokens', async () => {
    const {loadJq} = await import('jq-wasm');
    const alone = await loadJq();
    const token = fc.constantFrom(
      '.a',
      '|',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '"',
      '\\(',
      ',',
      ':',
      '1',
      'if',
      'then',
      'end',
      '# x',
      '\n',
      '$',
      'map',
      ' ',
      '+',
      '\\'
    );
    const check = createJqChecker();
    const soup = fc.array(token, {maxLength: 8}).map((tokens) => tokens.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(soup, {minLength: 1, maxLength: 6}), async (programs) => {
        for (const [index, verdict] of (await check(programs)).entries()) {
          const {exitCode} = alone.raw('null', programs[index] ?? '', ['-n']);
          if (verdict.kind === 'sound') expect([programs[index], exitCode]).not.toEqual([programs[index], 3]);
          if (verdict.kind === 'syntax') expect([programs[index], exitCode]).toEqual([programs[index], 3]);
        }
      }),
      {numRuns: 150}
    );
  }, 30_000);
});

(existsSync(CORPUS) ? describe : describe.skip)('programs in use', () => {
  const read = () => JSON.parse(readFileSync(CORPUS, 'utf8')) as {key: string; expr: string}[];

  test('all compile', async () => {
    const programs = read().filter(({key}) => key === 'expr');
    const verdicts = await createJqChecker()(programs.map(({expr}) => expr));
    expect(verdicts.filter(({kind}) => kind !== 'sound')).toEqual([]);
  });

  test('are checked by the hundred in moments', async () => {
    const programs = read().filter(({key}) => key === 'expr');
    const many = Array.from(
      {length: 420},
      (_, index) => `${programs[index % programs.length]?.expr} # ${index}`
    );
    const check = createJqChecker();
    await check(['.']);
    const started = performance.now();
    await check(many);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
